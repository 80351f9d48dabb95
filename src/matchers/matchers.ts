// tlsgate/matchers: the matchers as pure functions, for any runner that has expect.extend, bun's among them. Nothing else is exported as a value,
// so that the module itself can be handed to it.
import { everyMatcher } from './every.ts'
import { match } from './match.ts'

export type { HandshakeCause } from '../judge/causes.ts'
export type { MatcherContext } from './failure-text.ts'
export type { Outcome } from './match.ts'
export type { PolicyGiven } from './meet-policy.ts'
export type { Agreement } from './negotiate.ts'
export type { Pem } from './pem.ts'
export type { Settled, TlsMatchers } from './table.ts'
export type { Finished, HandshakeOptions, HandshakeTarget } from './target.ts'

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
} = everyMatcher(match)
