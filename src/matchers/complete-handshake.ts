import type { TargetReport } from '../gate.ts'
import { isDecided } from '../judge/completion.ts'
import type { Answer, Claim, Evidence } from './claim.ts'

/** A client that verifies the certificate completes the handshake. */
export function completeHandshake(): Claim {
  return {
    name: 'toCompleteHandshake',
    argument: '',
    expected: 'a handshake that completes',
    negated: 'a handshake that fails',
    judge: judgeCompletion,
  }
}

function judgeCompletion({ report }: Evidence): Answer {
  const { completed } = report.handshake
  return {
    holds: completed ? 'yes' : isDecided(report.checks) ? 'no' : 'unknown',
    seen: completed ? agreementOf(report) : reasonOf(report),
  }
}

/** What a completed handshake agreed on, a clause. */
export function agreementOf({ handshake: { protocol, cipherSuite, group } }: TargetReport): string {
  return `completed with ${[protocol, cipherSuite, group].filter(part => part !== null).join(', ')}`
}

/** Why a handshake did not complete, one sentence. */
export function reasonOf({ handshake: { failure } }: TargetReport): string {
  return failure === null ? 'no handshake and no reason' : `${failure.cause} at the step ${failure.step}: ${failure.message}`
}
