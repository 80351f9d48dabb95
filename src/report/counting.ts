// Which failed checks made a target fail: a report names the verdict, not the severity that was asked for.
import type { TargetReport } from '../gate.ts'
import { type Check, type Severity, severities, verdictOf } from '../judge/check.ts'

/**
 * Tells of the failed and undecided checks of a target whether they count for its verdict. What counts is told from the verdict: with the checks
 * of that severity and above it has to come out. A target that passed has nothing that counts.
 */
export function countingFor({ checks, verdict }: TargetReport): (check: Check) => boolean {
  if (verdict === 'pass') return () => false
  const least = severities.find(failOn => verdictOf(checks, failOn) === verdict) ?? 'notice'
  return ({ severity }) => rank(severity) <= rank(least)
}

/** Whether one check counts. */
export const counts = (target: TargetReport, check: Check): boolean => countingFor(target)(check)

const rank = (severity: Severity): number => severities.indexOf(severity)
