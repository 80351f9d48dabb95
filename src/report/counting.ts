// Which failed checks made a target or a run fail: a report names the verdict, not the severity that was asked for.
import { type Check, type Severity, severities, verdictOf } from '../judge/check.ts'
import type { Subject } from './subjects.ts'

/**
 * Tells of the failed and undecided checks of a target or a run whether they count for its verdict. What counts is told from the verdict: with the
 * checks of that severity and above it has to come out. What passed has nothing that counts.
 */
export function countingFor({ checks, verdict }: Subject): (check: Check) => boolean {
  if (verdict === 'pass') return () => false
  const least = severities.find(failOn => verdictOf(checks, failOn) === verdict) ?? 'notice'
  return ({ severity }) => rank(severity) <= rank(least)
}

/** Whether one check counts. */
export const counts = (subject: Subject, check: Check): boolean => countingFor(subject)(check)

const rank = (severity: Severity): number => severities.indexOf(severity)
