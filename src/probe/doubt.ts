// Answers that may have another reason than the hello, and have to be put again before they count. What is done about them stands in repeats.ts.
import type { Outcome } from './offer.ts'

/**
 * What may be the network's or a limit's doing and not an answer to the hello: the server hung up without a word, said nothing, or reported an
 * error of its own.
 */
export type Doubt = 'hang-up' | 'silence' | 'error'

/** Completes "the server … that it answered when they came alone". */
export const doubtTexts: Readonly<Record<Doubt, string>> = {
  'hang-up': 'hung up on hellos',
  silence: 'left hellos without an answer',
  error: 'reported an error of its own to hellos',
}

/**
 * Alerts that are unrelated to what the peer sent: internal_error and user_canceled (RFC 8446 §6.2). Some servers refuse with the former all
 * the same: OpenSSL a version that its security level leaves nothing for.
 */
const unrelated: readonly number[] = [80, 90]

/** Null for an answer that speaks of the hello. */
export function doubtOf(outcome: Outcome): Doubt | null {
  if (outcome.kind === 'refused') {
    if (outcome.by !== 'alert') return 'hang-up'
    return unrelated.includes(outcome.alert) ? 'error' : null
  }
  return outcome.kind === 'unknown' && (outcome.why === 'timeout' || outcome.why === 'unreachable') ? 'silence' : null
}
