// The one table of matchers: what each claims. The types of the entries for each runner and of the assertions of node:test are made from it.
import { acceptCipher } from './accept-cipher.ts'
import { acceptGroup } from './accept-group.ts'
import { acceptProtocol } from './accept-protocol.ts'
import type { Claim } from './claim.ts'
import { completeHandshake } from './complete-handshake.ts'
import { coverHostname } from './cover-hostname.ts'
import { failHandshakeWith } from './fail-handshake-with.ts'
import type { MatcherName } from './matcher-names.ts'
import { meetPolicy } from './meet-policy.ts'
import { negotiate } from './negotiate.ts'
import { presentTrustedChain } from './present-trusted-chain.ts'
import { refuseCipher } from './refuse-cipher.ts'
import { refuseProtocol } from './refuse-protocol.ts'
import { requireClientCertificate } from './require-client-certificate.ts'
import { stapleOcsp } from './staple-ocsp.ts'
import { stayValidFor } from './stay-valid-for.ts'
import type { Finished, HandshakeOptions, HandshakeTarget } from './target.ts'

/**
 * Makes the claim of a matcher from the matcher's own arguments, all of them required: what follows them are the options of the handshake.
 * @throws UsageError for arguments that make no claim
 */
type ClaimMaker = (...args: never[]) => Claim

/** By the matcher's name. What is said of each here is what an editor shows. */
export const claims = {
  /**
   * A client that verifies the certificate completes the handshake.
   * @example await expect(server).toCompleteHandshake({ ca })
   */
  toCompleteHandshake: completeHandshake,
  /**
   * The chain as sent leads to a root that the client trusts; the name it was asked for is not looked at.
   * @example await expect('smtp://mail.example.com').toPresentTrustedChain()
   */
  toPresentTrustedChain: presentTrustedChain,
  /**
   * The handshake completes, and agrees on these.
   * @example await expect(server).toNegotiate({ protocol: 'TLSv1.3', alpn: 'h2' }, { ca })
   */
  toNegotiate: negotiate,
  /**
   * The server accepts a version of TLS.
   * @example await expect(server).toAcceptProtocol('TLSv1.2')
   */
  toAcceptProtocol: acceptProtocol,
  /**
   * The server refuses a version of TLS, and accepts another hello after that. Silence is no refusal.
   * @example await expect(server).toRefuseProtocol('TLSv1.0')
   */
  toRefuseProtocol: refuseProtocol,
  /**
   * The server accepts a cipher suite, by its IANA name or OpenSSL's, in one version at least.
   * @example await expect(server).toAcceptCipher('TLS_AES_128_GCM_SHA256')
   */
  toAcceptCipher: acceptCipher,
  /**
   * The server refuses a cipher suite in every version that can have it, and accepts another hello after that.
   * @example await expect(server).toRefuseCipher('TLS_RSA_WITH_3DES_EDE_CBC_SHA')
   */
  toRefuseCipher: refuseCipher,
  /**
   * The server exchanges keys in a group, in one version at least.
   * @example await expect(server).toAcceptGroup('X25519MLKEM768')
   */
  toAcceptGroup: acceptGroup,
  /**
   * The handshake fails, and this is a reason.
   * @example await expect(server).toFailHandshakeWith('client-certificate-required', { ca })
   */
  toFailHandshakeWith: failHandshakeWith,
  /**
   * The certificate of the server covers a host name. The server is asked for that name.
   * @example await expect(server).toCoverHostname('www.example.com')
   */
  toCoverHostname: coverHostname,
  /**
   * The certificate and the issuers sent with it are valid, and stay so for '30d', '12h', '2w' or a number of milliseconds.
   * @example await expect('example.com').toStayValidFor('30d')
   */
  toStayValidFor: stayValidFor,
  /**
   * A valid OCSP response comes with the certificate, and says that it is good.
   * @example await expect('example.com').toStapleOcsp()
   */
  toStapleOcsp: stapleOcsp,
  /**
   * The server turns away a client that has no certificate.
   * @example await expect(server).toRequireClientCertificate()
   */
  toRequireClientCertificate: requireClientCertificate,
  /**
   * The server is as a policy wants it: one with a name, or one that extends it.
   * @example await expect(server).toMeetPolicy('mozilla-intermediate', { ca })
   */
  toMeetPolicy: meetPolicy,
} satisfies Readonly<Record<MatcherName, ClaimMaker>>

type Claims = typeof claims

/** The arguments of a matcher: its own, then the options. */
export type MatcherArguments<Name extends MatcherName> = [...Parameters<Claims[Name]>, options?: HandshakeOptions]

/** What a matcher gives: at once for a finished report, else a promise to be awaited. */
export type Settled<R, T> = T extends Finished ? R : Promise<void>

/** The assertions, as `expect` has them. @typeParam R what a runner's own matchers give @typeParam T the type of what is received */
export type TlsMatchers<R, T = unknown> = {
  [Name in keyof Claims]: (...args: MatcherArguments<Name>) => Settled<R, T>
}

/** The matchers as parts of an expected value, for finished reports: `toEqual({ api: expect.toMeetPolicy('default') })`. */
export type TlsValues = {
  [Name in keyof Claims]: (...args: Parameters<Claims[Name]>) => unknown
}

/** The assertions as functions, for where there is no `expect`. */
export type Assertions = {
  [Name in keyof Claims]: <T extends HandshakeTarget | Finished>(received: T, ...args: MatcherArguments<Name>) => Settled<void, T>
}
