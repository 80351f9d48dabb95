// The check every target has: does a client that verifies complete the handshake?
import { causes, fixOf, type HandshakeCause } from './causes.ts'
import type { Check } from './check.ts'
import type { Diagnosis } from './diagnose/diagnose.ts'

/**
 * @param diagnosis why not; null when it does
 * @param summary what was negotiated, completing "completed …"
 * @param asked one line for each further hello that was sent to tell causes apart
 */
export function completionCheck(diagnosis: Diagnosis | null, summary: string, asked: readonly string[]): Check {
  const id = 'handshake/completion'
  if (!diagnosis) {
    return {
      id,
      status: 'pass',
      severity: 'error',
      cause: null,
      message: `completed ${summary}`,
      fix: null,
      evidence: ['step finished'],
      refs: [],
      location: null,
    }
  }
  const { cause, message, place, fix, undecided } = diagnosis
  return {
    id,
    status: undecided ? 'inconclusive' : 'fail',
    severity: 'error',
    cause,
    message,
    fix: fix ?? fixOf(cause),
    evidence: [`step ${place.name}`, ...asked],
    refs: causes[cause].refs,
    location: null,
  }
}

/** Whether the handshake's end proves anything: a server that says nothing may be healthy all the same. */
export function isDecided(checks: readonly Check[]): boolean {
  return checks.some(({ id, status }) => id === 'handshake/completion' && status !== 'inconclusive')
}

/**
 * Whether a handshake that failed is proven to have failed for its cause. Of one that is undecided only a failure of the network is what was seen:
 * no answer. Anything else is the likeliest guess.
 */
export function provesCause(checks: readonly Check[], cause: HandshakeCause): boolean {
  return isDecided(checks) || causes[cause].category === 'network'
}
