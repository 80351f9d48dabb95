// What a matcher claims of an endpoint, apart from how an endpoint is reached and how a runner is told.
import type { GateOptions, Report, TargetReport } from '../gate.ts'
import type { Policy } from '../judge/policy/policy.ts'
import type { HandshakeOptions } from './target.ts'

/** What one endpoint's report says to a claim. */
export interface Answer {
  /** 'unknown' when nothing was proven: it fails the matcher and its `.not` alike. */
  readonly holds: 'yes' | 'no' | 'unknown'
  /** What was seen instead or indeed, one sentence. */
  readonly seen: string
  /** What to do, as in Check, where no check of the report says it. */
  readonly fix?: string
}

/** What an answer rests on. */
export interface Evidence {
  readonly report: TargetReport
  /** The run that the report is of; null when a matcher received a target's report alone. */
  readonly run: Report | null
  /** The moment that it speaks of. */
  readonly at: Date
  /** Whether the endpoint was asked for this claim: the policy of the run is then the claim's own. */
  readonly asked: boolean
}

export interface Claim {
  /** The matcher's name. */
  readonly name: string
  /** The matcher's own argument as the hint line shows it; empty when there is none. */
  readonly argument: string
  /** What is expected; and what is expected with `.not`. */
  readonly expected: string
  readonly negated: string
  /** How to shake hands unless the test says otherwise. */
  readonly defaults?: HandshakeOptions
  /** What has to hold of the handshake whatever the test says. */
  readonly adapt?: (options: GateOptions) => GateOptions
  /** What is to be asked of the server beside the handshake; nothing when left out. */
  readonly policy?: () => Policy | Promise<Policy>
  /** Ids of the checks that a failure speaks of, beside the one of the handshake; all of them when left out. */
  readonly about?: readonly string[]
  /** @throws UsageError for a report that cannot say */
  readonly judge: (evidence: Evidence) => Answer
}

/** For claims that have nothing to do with trust: a certificate that is not trusted would be all that their failures speak of. */
export const whateverTheTrust = (options: GateOptions): GateOptions => ({ ...options, insecure: true })
