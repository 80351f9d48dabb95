// What an offer gets in the place of an answer: it was not asked, or what came does not count. What leads to each stands in asking.ts and repeats.ts.
import { doubtOf } from './doubt.ts'
import type { Ignorance, Outcome } from './offer.ts'

export const unknown = (why: Ignorance, detail: string): Extract<Outcome, { kind: 'unknown' }> => ({ kind: 'unknown', why, detail })

export const unanswered = unknown('timeout', 'no answer yet')
export const late = unknown('timeout', 'the time was up before it was asked')
export const overBudget = unknown('budget', 'the budget of connections was spent before it was asked')
export const neverAnswered = unknown('timeout', 'it was not asked, since hellos before it had no answer of TLS')
export const banned = unknown('ban', 'the server took no hello any more, not even one that is known to work')
const unsteady = unknown('ban', 'the server hangs up now and then, whatever the hello')
const erratic = unknown('error', 'the server reports errors of its own now and then')

/** No connection, or one that was closed before anything was said on it. */
export const isShutOut = (outcome: Outcome): boolean => outcome.kind === 'unknown' && outcome.why === 'unreachable'

/** What a refusal becomes that was not followed by an acceptance. */
export function unconfirmed(isLate: boolean, isSpent: boolean): Outcome {
  if (isLate) return unknown('timeout', 'the time was up before the server was seen to accept any hello after this one')
  if (isSpent) return unknown('budget', 'the budget was spent before the server was seen to accept any hello after this one')
  return unknown('ban', 'the server was not seen to accept any hello after this one')
}

/** What a doubtful answer is of a server that does such things now and then. */
export function inconclusive(outcome: Outcome): Outcome {
  const doubt = doubtOf(outcome)
  if (doubt === 'hang-up') return unsteady
  return doubt === 'error' ? erratic : outcome
}
