// The hidden first line by which a comment or an issue is found again. It counts only as the first line: text further down is anybody's.

/** The line for a key. Every key has its own, and none can end the comment of HTML it stands in. */
export function markerOf(key: string): string {
  const safe = key.toWellFormed().replace(/[^\w ./-]/gu, character => encodeURIComponent(character).replace(/[!'()*~]/g, percent))
  return `<!-- tlsgate:${safe} -->`
}

/** Whether a body is that of the marker. */
export const isMarked = (body: string | null | undefined, marker: string): boolean => lineOf(body, 0) === marker

/** A line of a body. GitHub keeps the line ends it was given; a person who edits in a browser leaves CRLF. */
export const lineOf = (body: string | null | undefined, index: number): string => body?.split(/\r?\n/, index + 1)[index]?.trimEnd() ?? ''

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
