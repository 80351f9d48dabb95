// tlsgate/node: the matchers as assertion functions, for node:test and wherever else there is no expect.
import { AssertionError } from 'node:assert'
import type { HandshakeCause } from '../judge/causes.ts'
import type { MatcherContext } from './failure-text.ts'
import type { Outcome } from './match.ts'
import {
  toCompleteHandshake as matchCompletion,
  toFailHandshakeWith as matchFailure,
  toPresentTrustedChain as matchTrust,
  type Settled,
} from './matchers.ts'
import { framesAbove } from './stack.ts'
import type { Finished, HandshakeOptions, HandshakeTarget } from './target.ts'

export type { HandshakeCause } from '../judge/causes.ts'
export type { Settled } from './matchers.ts'
export type { Finished, HandshakeOptions, HandshakeTarget, Pem } from './target.ts'

const context: MatcherContext = { style: 'assert' }

/**
 * A client that verifies the certificate completes the handshake.
 * @throws AssertionError if not: at once for a finished report, else as a rejection
 */
export function toCompleteHandshake<T extends HandshakeTarget | Finished>(received: T, options?: HandshakeOptions): Settled<void, T> {
  return settle(toCompleteHandshake, matchCompletion.call(context, received, options))
}

/**
 * The chain as sent leads to a root that the client trusts; the name it was asked for is not looked at.
 * @throws AssertionError if not: at once for a finished report, else as a rejection
 */
export function toPresentTrustedChain<T extends HandshakeTarget | Finished>(received: T, options?: HandshakeOptions): Settled<void, T> {
  return settle(toPresentTrustedChain, matchTrust.call(context, received, options))
}

/**
 * The handshake fails, and this is a reason.
 * @throws AssertionError if not: at once for a finished report, else as a rejection
 */
export function toFailHandshakeWith<T extends HandshakeTarget | Finished>(
  received: T,
  cause: HandshakeCause,
  options?: HandshakeOptions,
): Settled<void, T> {
  return settle(toFailHandshakeWith, matchFailure.call(context, received, cause, options))
}

/** `matched` is a promise exactly when T is no report, which is what Settled says of it. */
function settle<T>(assertion: (...args: never[]) => unknown, matched: Outcome | Promise<Outcome>): Settled<void, T> {
  const frames = framesAbove(assertion)
  const check = ({ pass, message }: Outcome): void => {
    if (pass) return
    const error = new AssertionError({ message: message(), operator: assertion.name })
    // node:test prints the stack and not the message.
    error.stack = `${error.name} [${error.code}]: ${error.message}\n${frames}`
    throw error
  }
  return ('then' in matched ? matched.then(check) : check(matched)) as Settled<void, T>
}
