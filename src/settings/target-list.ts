// A list of targets as text: one a line, '#' begins a comment.
import { UsageError } from '../usage-error.ts'

/**
 * The targets of a list, unparsed, without comments and empty lines.
 * @throws UsageError for a line that lists its targets some other way
 */
export function readTargetList(list: string): string[] {
  const targets = list.split(/\r?\n/).flatMap(line => line.replace(/(^|\s)#.*$/, '').trim() || [])
  // No target has white space or a comma in it: as one target, such a line would be refused with advice on IPv6 addresses.
  const several = targets.find(target => /[\s,]/.test(target))
  if (several === undefined) return targets
  throw new UsageError(
    `the list of targets has the line ${JSON.stringify(several)}`,
    several.startsWith('- ')
      ? 'leave out the dash: the list is text, with one target a line'
      : 'write one target a line, and nothing else on it',
  )
}
