// What the checks of a report are about: its targets, and the run itself. One shape for both, so that nothing has to be rendered in two ways.
import type { Report, TargetReport } from '../gate.ts'
import { failuresOfRun, type Verdict } from '../judge/check.ts'
import { missingChecks } from './missing-shards.ts'

/** The run, with the checks that belong to no target. */
export interface RunReport {
  readonly target: null
  readonly verdict: Verdict
  readonly handshake: { readonly failure: null }
  readonly survey: null
  readonly checks: Report['checks']
}

export type Subject = TargetReport | RunReport

/** The run of a report, where it has checks of its own or a shard of it is missing; none as a rule. */
export function runOf(report: Report): RunReport[] {
  const missing = missingChecks(report)
  const checks = [...missing, ...report.checks]
  if (checks.length === 0) return []
  const isFailed = failuresOfRun(report.checks, report.failOn).length > 0
  const verdict = isFailed ? 'fail' : missing.length > 0 ? 'inconclusive' : 'pass'
  return [{ target: null, verdict, handshake: { failure: null }, survey: null, checks }]
}

/** The targets, and last the run where it has checks of its own. */
export const subjectsOf = (report: Report): Subject[] => [...report.targets, ...runOf(report)]
