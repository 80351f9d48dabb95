// A list of targets as text: one a line, '#' begins a comment.
import { parseTarget } from '../net/target.ts'
import { UsageError } from '../usage-error.ts'

/**
 * The targets of a list, unparsed, without comments and empty lines.
 * @throws UsageError for a line that lists its targets some other way, and for a target that stands there twice
 */
export function readTargetList(list: string): string[] {
  const lines = list.split(/\r?\n/).map(line => line.replace(/(^|\s)#.*$/, '').trim())
  const targets = lines.filter(line => line !== '')
  // No target has white space or a comma in it: as one target, such a line would be refused with advice on IPv6 addresses.
  const several = targets.find(target => /[\s,]/.test(target))
  if (several === undefined) {
    refuseTwice(lines)
    return targets
  }
  throw new UsageError(
    // A password before a host is nothing to repeat.
    `the list of targets has the line ${JSON.stringify(several.replace(/[^\s,/]*@/g, '…@'))}`,
    several.startsWith('- ')
      ? 'leave out the dash: the list is text, with one target a line'
      : 'write one target a line, and nothing else on it',
  )
}

/**
 * @param targets one for each line, empty where it has none
 * @param unit what they are counted in
 * @throws UsageError for one that is the same as another, in whatever spelling
 */
export function refuseTwice(targets: readonly string[], unit: 'line' | 'target' = 'line'): void {
  const seen = new Map<string, number>()
  for (const [index, target] of targets.entries()) {
    const url = target === '' ? null : urlOf(target)
    if (url === null) continue
    const before = seen.get(url)
    if (before !== undefined)
      throw new UsageError(`${url} is listed twice: ${unit} ${before + 1} and ${unit} ${index + 1}`, 'leave one of the two out')
    seen.set(url, index)
  }
}

/** What is no target is refused elsewhere, in its turn. */
function urlOf(target: string): string | null {
  try {
    return parseTarget(target).url
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return null
  }
}
