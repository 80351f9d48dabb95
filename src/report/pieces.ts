// Reports in pieces: that of a large fleet is longer than V8 lets a string be, half a billion characters.

/** Characters that are worth a write of their own. */
const enough = 1_000_000

/** The same text in pieces that are each worth a write; the last one may be shorter. */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let [chunk, length] = [[] as string[], 0]
  for (const piece of pieces) {
    chunk.push(piece)
    length += piece.length
    if (length < enough) continue
    yield chunk.join('')
    chunk = []
    length = 0
  }
  if (length > 0) yield chunk.join('')
}

/** The text that the pieces make, where it is known to be of a moderate length. */
export const whole = (pieces: Iterable<string>): string => [...pieces].join('')
