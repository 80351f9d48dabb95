// Which failed checks made a target fail: a report names the verdict, not the severity that was asked for.
import type { TargetReport } from '../gate.ts'
import { type Check, type Severity, severities, verdictOf } from '../judge/check.ts'

/**
 * Whether a failed or undecided check counts for the verdict of its target. What counts is told from the verdict: with the checks of that
 * severity and above it has to come out. A target that passed has nothing that counts.
 */
export function counts({ checks, verdict }: TargetReport, { severity }: Check): boolean {
  if (verdict === 'pass') return false
  const least = severities.find(failOn => verdictOf(checks, failOn) === verdict) ?? 'notice'
  return rank(severity) <= rank(least)
}

const rank = (severity: Severity): number => severities.indexOf(severity)
