// tlsgate/node: the matchers as assertion functions, for node:test and wherever else there is no expect.
import { AssertionError } from 'node:assert'
import { type ContractOptions, contractWithin, type HandshakeContract } from './contract.ts'
import { forEvery } from './every.ts'
import type { MatcherContext } from './failure-text.ts'
import { match, type Outcome } from './match.ts'
import { framesAbove } from './stack.ts'
import { clear } from './surveys.ts'
import type { Assertions, MatcherName } from './table.ts'
import type { Finished, HandshakeTarget } from './target.ts'

export type { HandshakeCause } from '../judge/causes.ts'
export type { ContractOptions, HandshakeContract } from './contract.ts'
export type { PolicyGiven } from './meet-policy.ts'
export type { Agreement } from './negotiate.ts'
export type { Pem } from './pem.ts'
export type { Settled } from './table.ts'
export type { Finished, HandshakeOptions, HandshakeTarget } from './target.ts'
/** Not needed after a restart or setSecureContext(), which are noticed: `clear()` forgets what was found out of servers. */
export const tlsgate = { clear } as const

/** Each throws an AssertionError when it does not hold: at once for a finished report, else as a rejection. */
export const {
  toAcceptCipher,
  toAcceptGroup,
  toAcceptProtocol,
  toCompleteHandshake,
  toCoverHostname,
  toFailHandshakeWith,
  toMeetPolicy,
  toNegotiate,
  toPresentTrustedChain,
  toRefuseCipher,
  toRefuseProtocol,
  toRequireClientCertificate,
  toStapleOcsp,
  toStayValidFor,
} = forEvery(assertion) as Assertions

const context: MatcherContext = { style: 'assert' }

function assertion(name: MatcherName): (received: unknown, ...args: readonly unknown[]) => void | Promise<void> {
  return function assert(received, ...args) {
    const frames = framesAbove(assert)
    const check = ({ pass, message }: Outcome): void => {
      if (pass) return
      const error = new AssertionError({ message: message(), operator: name })
      // node:test prints the stack and not the message.
      error.stack = `${error.name} [${error.code}]: ${error.message}\n${frames}`
      throw error
    }
    const matched = match(name, context, received, args)
    return 'then' in matched ? matched.then(check) : check(matched)
  }
}

/**
 * What a snapshot keeps of a target or a finished report; a list where there are several endpoints.
 * @throws TypeError for a server that could not be asked: a snapshot of that would be no contract
 * @example t.assert.snapshot(await handshakeContract(server, { ca }))
 */
export function handshakeContract(
  received: HandshakeTarget | Finished,
  options: ContractOptions = {},
): Promise<HandshakeContract | readonly HandshakeContract[]> {
  return contractWithin(received, options, {})
}
