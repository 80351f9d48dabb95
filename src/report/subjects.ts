// What the checks of a report are about: its targets, and the run itself. One shape for both, so that nothing has to be rendered in two ways.
import type { Report, TargetReport } from '../gate.ts'

/** The run, with the checks that belong to no target. */
export interface RunReport {
  readonly target: null
  readonly verdict: 'pass' | 'fail'
  readonly handshake: { readonly failure: null }
  readonly survey: null
  readonly checks: Report['checks']
}

export type Subject = TargetReport | RunReport

/**
 * The run of a report, where it has checks of its own; none as a rule. Whether they failed it is told from what nothing else explains: beside a
 * target that failed nobody knows.
 */
export function runOf({ verdict, targets, checks }: Report): RunReport[] {
  if (checks.length === 0) return []
  const isFailed = verdict === 'fail' && targets.every(target => target.verdict !== 'fail')
  return [{ target: null, verdict: isFailed ? 'fail' : 'pass', handshake: { failure: null }, survey: null, checks }]
}

/** The targets, and last the run where it has checks of its own. */
export const subjectsOf = (report: Report): Subject[] => [...report.targets, ...runOf(report)]
