// A list of targets as text: one a line, '#' begins a comment.

/** The targets of a list, unparsed, without comments and empty lines. */
export function readTargetList(list: string): string[] {
  return list.split(/\r?\n/).flatMap(line => line.replace(/(^|\s)#.*$/, '').trim() || [])
}
