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

/**
 * Where each key begins that stands in a text of JSON after another; from one that is not found on, where the last does that was. In one pass,
 * whatever the layout: files are long.
 */
export function placesOfKeys(text: string, keys: readonly string[]): Place[] {
  const found: Place[] = []
  let [line, lineStart, feed, end] = [1, 0, text.indexOf('\n'), 0]
  for (let start = text.indexOf('"'); start >= 0 && found.length < keys.length; start = text.indexOf('"', end)) {
    end = endOfText(text, start)
    if (readText(text.slice(start, end)) !== keys[found.length] || !isKey(text, end)) continue
    for (; feed >= 0 && feed < start; feed = text.indexOf('\n', feed + 1)) [line, lineStart] = [line + 1, feed + 1]
    found.push({ line, column: start - lineStart + 1 })
  }
  return keys.map((_, index) => found[index] ?? found.at(-1) ?? { line: 1, column: 1 })
}

/** Behind the quote that ends the text that begins at an offset. */
function endOfText(json: string, start: number): number {
  let end = json.indexOf('"', start + 1)
  while (end >= 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1)
  return end < 0 ? json.length : end + 1
}

function isEscaped(json: string, offset: number): boolean {
  let first = offset
  while (json[first - 1] === '\\') first--
  return (offset - first) % 2 === 1
}

/** Few have escapes. */
const readText = (quoted: string): string => (quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1))

function isKey(json: string, end: number): boolean {
  let next = end
  while (/\s/.test(json.charAt(next))) next++
  return json[next] === ':'
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
