// The shape of a judgement, and how judgements add up to a verdict. What is judged stands in the neighbouring files.
import type { Location } from '../location.ts'

export type { Location } from '../location.ts'

/** Never two-valued: what could not be found out is inconclusive, not passed. */
export type Verdict = 'pass' | 'fail' | 'inconclusive'

/** Every severity, most severe first. */
export const severities = ['error', 'warning', 'notice'] as const
/** How much a failed check matters, most severe first. */
export type Severity = (typeof severities)[number]

/** What fails a run: a failed check at least that severe, or only an error that the baseline does not have. */
export const failOns = [...severities, 'regression'] as const
export type FailOn = (typeof failOns)[number]

/** One property of a target, judged. */
export interface Check {
  /** A property: 'certificate/validity'. */
  readonly id: string
  readonly status: 'pass' | 'fail' | 'inconclusive' | 'waived'
  readonly severity: Severity
  /** What is wrong: 'certificate-expired'; null for a passed check. */
  readonly cause: string | null
  /** What was seen, one sentence without a full stop. */
  readonly message: string
  /** Of a check on many things that failed or could not be decided, by name: those that fail it, and those of which it is not known. */
  readonly members?: readonly string[]
  /** Of the members of a check that failed those of which it is not known. */
  readonly undecided?: readonly string[]
  /** What to do: the first line for everyone, then a line a product ('nginx: ssl_protocols TLSv1.2 TLSv1.3;'). */
  readonly fix: string | null
  /** The steps, probes and certificates the judgement rests on. */
  readonly evidence: readonly string[]
  /** 'RFC 8996 §4'. */
  readonly refs: readonly string[]
  readonly location: Location | null
}

/** The verdict of some checks: only those at least as severe as `failOn` count; without any nothing is proven. */
export function verdictOf(checks: readonly Check[], failOn: Severity): Verdict {
  const threshold = severities.indexOf(failOn)
  const counted = checks.filter(check => severities.indexOf(check.severity) <= threshold)
  if (counted.some(check => check.status === 'fail')) return 'fail'
  return counted.length === 0 || counted.some(check => check.status === 'inconclusive') ? 'inconclusive' : 'pass'
}

/**
 * What checks of a run that belong to none of its targets add to the verdicts of these: failures alone. All of them are notices, which prove
 * nothing and are no regression.
 */
export function failuresOfRun(checks: readonly Check[], failOn: FailOn): readonly Verdict[] {
  return failOn !== 'regression' && verdictOf(checks, failOn) === 'fail' ? ['fail'] : []
}

/** The verdict of several: one failure fails all; without any verdict nothing is proven. */
export function verdictOfAll(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail'
  return verdicts.length === 0 || verdicts.includes('inconclusive') ? 'inconclusive' : 'pass'
}
