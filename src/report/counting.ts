// Which failed checks made a target or a run fail.
import { type Check, type FailOn, severities } from '../judge/check.ts'
import type { Subject } from './subjects.ts'

/** Tells of the failed and undecided checks of a target or a run whether they count for its verdict. What passed has nothing that counts. */
export function countingFor({ verdict }: Subject, failOn: FailOn): (check: Check) => boolean {
  const least = severities.indexOf(failOn === 'regression' ? 'error' : failOn)
  return ({ severity }) => verdict !== 'pass' && severities.indexOf(severity) <= least
}
