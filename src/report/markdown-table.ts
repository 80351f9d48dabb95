// Tables of GitHub's Markdown. Their cells are made inert by whoever fills them.

/** Characters of a name or a detail in a table; the JSON report has the rest. */
export const cellLength = 300

/** Rows of a table about one target. A server with every cipher suite has some three hundred. */
const rowsShown = 400

export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

export const tableHead = (titles: readonly string[]): string => `${row(titles)}\n${row(titles.map(() => '---'))}`

/** A table with a row an item; beyond four hundred a last row says how many more there are. */
export function table<T>(titles: readonly string[], items: readonly T[], cells: (item: T, index: number) => readonly string[]): string {
  const rows = items.slice(0, rowsShown).map((item, index) => row(cells(item, index)))
  const more = items.length > rowsShown ? [row(['', `and ${items.length - rowsShown} more`])] : []
  return [tableHead(titles), ...rows, ...more].join('\n')
}
