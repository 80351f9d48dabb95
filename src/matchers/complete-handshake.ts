import type { TargetReport } from '../gate.ts'
import type { Answer, Claim } from './claim.ts'

/** A client that verifies the certificate completes the handshake. */
export const completeHandshake: Claim = {
  name: 'toCompleteHandshake',
  argument: '',
  expected: 'a handshake that completes',
  negated: 'a handshake that fails',
  judge: judgeCompletion,
}

function judgeCompletion(report: TargetReport): Answer {
  const { completed, protocol, cipherSuite, group } = report.handshake
  const seen = completed ? `completed with ${[protocol, cipherSuite, group].filter(part => part !== null).join(', ')}` : reasonOf(report)
  return { holds: completed ? 'yes' : isDecided(report) ? 'no' : 'unknown', seen }
}

/** Whether the handshake's end proves anything: a server that says nothing may be healthy all the same. */
export function isDecided({ checks }: TargetReport): boolean {
  return checks.some(({ id, status }) => id === 'handshake/completion' && status !== 'inconclusive')
}

/** Why a handshake did not complete, one sentence. */
export function reasonOf({ handshake: { failure } }: TargetReport): string {
  return failure === null ? 'no handshake and no reason' : `${failure.cause} at the step ${failure.step}: ${failure.message}`
}
