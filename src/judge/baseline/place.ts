// Where something stands in a JSON text, for whoever has to look at it. The text is one that JSON.parse has taken, or has not.
/** A place, 1-based. */
export interface Place {
  readonly line: number
  readonly column: number
}

export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** Where the keys of a path lead: to the last of them that is found. */
export function placeOfPath(text: string, path: readonly PropertyKey[]): Place {
  let offset = 0
  for (const key of path) {
    if (typeof key !== 'string') break
    const written = JSON.stringify(key)
    const next = text.indexOf(`${written}:`, offset)
    if (next < 0) break
    offset = next
  }
  return placeOf(text, offset)
}

/** Where each key begins that stands in the text after another; one that is not found, where the one before it does. In one pass: files are long. */
export function placesOfKeys(text: string, keys: readonly string[]): Place[] {
  let [offset, line] = [0, 1]
  return keys.map(key => {
    const next = text.indexOf(`${JSON.stringify(key)}:`, offset)
    for (let end = text.indexOf('\n', offset); end >= 0 && end < next; end = text.indexOf('\n', offset)) {
      offset = end + 1
      line++
    }
    if (next >= 0) offset = next
    return { line, column: offset - text.lastIndexOf('\n', offset - 1) }
  })
}

/** So much of the text V8 quotes on either side of what it cannot read. */
const quoted = 10

/** Where a text stops being JSON; null where that cannot be told. */
export function placeOfMistake(text: string, error: unknown): Place | null {
  // What a merge leaves behind.
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text)
  if (conflict) return placeOf(text, conflict.index)
  // No code says where, so that V8's words have to; where they read otherwise, the place is left out.
  const message = error instanceof Error ? error.message : ''
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? []
  if (line !== undefined) return { line: Number(line), column: Number(column) }
  const [, token = '', start, around = ''] = /^Unexpected token '(.)', (\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/su.exec(message) ?? []
  const offset = start === undefined ? text.indexOf(token) : text.indexOf(around) + quoted
  return token === '' || offset < 0 ? null : placeOf(text, offset)
}
