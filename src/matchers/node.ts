// tlsgate/node: the matchers as assertion functions, for node:test and wherever else there is no expect.
import { AssertionError } from 'node:assert'
import type { ContractOptions, HandshakeContract } from './contract.ts'
import { forEvery } from './every.ts'
import type { MatcherContext } from './failure-text.ts'
import type { Outcome } from './match.ts'
import { matchLater } from './match-later.ts'
import type { MatcherName } from './matcher-names.ts'
import { framesAbove, locating } from './stack.ts'
import { clear } from './surveys.ts'
import type { Assertions } from './table.ts'
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

/** Each throws an AssertionError when it does not hold, and a TypeError on a wrong call: at once for a finished report, else as a rejection. */
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
    const matched = matchLater(name, context, received, args)
    return 'then' in matched ? matched.then(check, locating(frames)) : check(matched)
  }
}

/**
 * What a snapshot keeps of a target or a finished report; a list where there are several endpoints.
 * @throws TypeError for a server that could not be asked: a snapshot of that would be no contract
 * @example t.assert.snapshot(await handshakeContract(server, { ca }))
 */
export async function handshakeContract(
  received: HandshakeTarget | Finished,
  options: ContractOptions = {},
): Promise<HandshakeContract | readonly HandshakeContract[]> {
  const { contractWithin } = await import('./contract.ts')
  return await contractWithin(received, options, {})
}
