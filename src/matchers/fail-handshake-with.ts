import { type HandshakeCause, handshakeCauses } from '../judge/causes.ts'
import { isDecided, provesCause } from '../judge/completion.ts'
import { nearest } from '../judge/nearest.ts'
import { UsageError } from '../usage-error.ts'
import type { Answer, Claim, Evidence } from './claim.ts'
import { agreementOf, reasonOf } from './complete-handshake.ts'

/**
 * The handshake fails, and `cause` is a reason: the one it ended with, or another that a check found.
 * @throws UsageError when there is no such cause
 */
export function failHandshakeWith(cause: HandshakeCause): Claim {
  if (!Object.hasOwn(handshakeCauses, cause)) throw unknownCause(cause)
  return {
    name: 'toFailHandshakeWith',
    argument: `'${cause}'`,
    expected: `a handshake that fails with ${cause}`,
    negated: `no handshake that fails with ${cause}`,
    judge: evidence => judgeFailure(evidence, cause),
  }
}

function judgeFailure({ report }: Evidence, cause: HandshakeCause): Answer {
  const { failure } = report.handshake
  if (failure === null) return { holds: 'no', seen: agreementOf(report) }
  if (failure.cause === cause) return { holds: provesCause(report.checks, cause) ? 'yes' : 'unknown', seen: reasonOf(report) }
  const found = report.checks.find(check => check.status === 'fail' && check.cause === cause)
  if (found) return { holds: 'yes', seen: `${cause}: ${found.message}` }
  return { holds: isDecided(report.checks) ? 'no' : 'unknown', seen: reasonOf(report) }
}

function unknownCause(cause: unknown): UsageError {
  const known = Object.keys(handshakeCauses)
  // Options where the cause should stand may hold certificates and keys.
  if (typeof cause !== 'string')
    return new UsageError('toFailHandshakeWith is not told the cause', `the cause comes before the options, one of ${known.join(', ')}`)
  const near = nearest(cause, known)
  return new UsageError(
    `there is no cause ${JSON.stringify(cause)} of a failed handshake`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `the causes are ${known.join(', ')}`,
  )
}
