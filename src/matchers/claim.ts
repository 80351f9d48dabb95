// What a matcher claims of an endpoint, apart from how an endpoint is reached and how a runner is told.
import type { TargetReport } from '../gate.ts'

/** What one endpoint's report says to a claim. */
export interface Answer {
  /** 'unknown' when nothing was proven: it fails the matcher and its `.not` alike. */
  readonly holds: 'yes' | 'no' | 'unknown'
  /** What was seen instead or indeed, one sentence. */
  readonly seen: string
}

export interface Claim {
  /** The matcher's name. */
  readonly name: string
  /** The matcher's own argument as the hint line shows it; empty when there is none. */
  readonly argument: string
  /** What is expected; and what is expected with `.not`. */
  readonly expected: string
  readonly negated: string
  readonly judge: (report: TargetReport) => Answer
}
