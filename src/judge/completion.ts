// The check every target has: does a client that verifies complete the handshake?
import { causes, fixOf } from './causes.ts'
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
