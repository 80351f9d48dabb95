// Tables of the HTML report. Their cells are made inert by whoever fills them.

/** Rows of a table about one target. A server with every cipher suite has some three hundred. */
const rowsShown = 400

interface Shape<T> {
  readonly heads?: readonly string[]
  /** Classes of the style sheet: of the table, and of a row. */
  readonly kind?: string
  readonly rowKind?: (item: T) => string
}

/** A table with a row an item; beyond four hundred a last row says how many more there are. Empty text without items. */
export function htmlTable<T>(
  items: readonly T[],
  cells: (item: T, index: number) => readonly string[],
  { heads, kind, rowKind }: Shape<T> = {},
): string {
  if (items.length === 0) return ''
  const classOf = (name: string | undefined): string => (name === undefined ? '' : ` class="${name}"`)
  const rows = items.slice(0, rowsShown).map(
    (item, index) =>
      `<tr${classOf(rowKind?.(item))}>${cells(item, index)
        .map(cell => `<td>${cell}</td>`)
        .join('')}</tr>`,
  )
  const head = heads === undefined ? '' : `<thead><tr>${heads.map(title => `<th scope="col">${title}</th>`).join('')}</tr></thead>`
  const more = items.length > rowsShown ? [`<tr><td></td><td>and ${items.length - rowsShown} more</td></tr>`] : []
  return `<div class="scroll"><table${classOf(kind)}>${head}<tbody>\n${[...rows, ...more].join('\n')}\n</tbody></table></div>`
}
