// The matchers as pure functions, for any runner that has expect.extend. The entries beside this file register them with one.
import type { HandshakeCause } from '../judge/causes.ts'
import { completeHandshake } from './complete-handshake.ts'
import { failHandshakeWith } from './fail-handshake-with.ts'
import type { MatcherContext } from './failure-text.ts'
import { match, type Outcome } from './match.ts'
import { presentTrustedChain } from './present-trusted-chain.ts'
import type { Finished, HandshakeOptions } from './target.ts'

export type { HandshakeCause } from '../judge/causes.ts'
export type { MatcherContext } from './failure-text.ts'
export type { Outcome } from './match.ts'
export type { Finished, HandshakeOptions, HandshakeTarget, Pem } from './target.ts'

/** What a matcher gives: at once for a finished report, else a promise to be awaited. */
export type Settled<R, T> = T extends Finished ? R : Promise<void>

/** The assertions, as `expect` has them. @typeParam R what a runner's own matchers give @typeParam T the type of what is received */
export interface TlsMatchers<R, T = unknown> {
  /**
   * A client that verifies the certificate completes the handshake.
   * @example await expect(server).toCompleteHandshake({ ca })
   */
  toCompleteHandshake(options?: HandshakeOptions): Settled<R, T>
  /**
   * The chain as sent leads to a root that the client trusts; the name it was asked for is not looked at.
   * @example await expect('smtp://mail.example.com').toPresentTrustedChain()
   */
  toPresentTrustedChain(options?: HandshakeOptions): Settled<R, T>
  /**
   * The handshake fails, and this is a reason.
   * @example await expect(server).toFailHandshakeWith('client-certificate-required', { ca })
   */
  toFailHandshakeWith(cause: HandshakeCause, options?: HandshakeOptions): Settled<R, T>
}

type Matched = Outcome | Promise<Outcome>

export function toCompleteHandshake(this: MatcherContext, received: unknown, options?: HandshakeOptions): Matched {
  return match(() => completeHandshake, this, received, options)
}

export function toPresentTrustedChain(this: MatcherContext, received: unknown, options?: HandshakeOptions): Matched {
  return match(() => presentTrustedChain, this, received, options)
}

export function toFailHandshakeWith(this: MatcherContext, received: unknown, cause: HandshakeCause, options?: HandshakeOptions): Matched {
  return match(() => failHandshakeWith(cause), this, received, options)
}
