// What a policy is: data, in the shape users write it in tlsgate.yml too. What is asked for it stands in plan.ts, how it is judged in rules.ts.
import type { ProtocolName } from '../../registry/protocols.ts'

/**
 * What is wanted of a set of names. A name may be that of a class ('export', 'post-quantum'), which stands for all its members: forbidden are
 * all of them, required is any one of them.
 */
export interface Wanted<Name extends string = string> {
  /** Everything else is forbidden; an empty list is none, see allowedOf. */
  readonly allow?: readonly Name[]
  /** An error when accepted. */
  readonly forbid?: readonly Name[]
  /** A warning when accepted. */
  readonly discourage?: readonly Name[]
  /** An error when refused. */
  readonly require?: readonly Name[]
  /** A warning when refused. */
  readonly recommend?: readonly Name[]
  /** A notice when refused. */
  readonly suggest?: readonly Name[]
}

/** The names of a list that allows some and forbids the rest; null where there is no such list, or an empty one, which takes that of a base away. */
export const allowedOf = <Name extends string>({ allow = [] }: Wanted<Name>): readonly Name[] | null => (allow.length === 0 ? null : allow)

/** Keys of one type that are strong enough. */
export type KeyRule =
  | { readonly type: 'RSA'; readonly minBits: number }
  /** Bits of the field. */
  | { readonly type: 'EC'; readonly minBits: number }
  /** By their IANA group names. */
  | { readonly type: 'EC'; readonly curves: readonly string[] }
  | { readonly type: 'Ed25519' | 'Ed448' }

/** What is wanted of the certificate of the server. Its issuers are judged by the checks certificate/…, whatever the policy. */
export interface CertificateRules {
  /** Keys that are allowed, each by one rule or another; every key when left out or empty. */
  readonly keys?: readonly KeyRule[]
  /** Signature algorithms of X.509 that are allowed ('sha256WithRSAEncryption', 'ecdsa-with-SHA384'); every one when left out or empty. */
  readonly signatures?: readonly string[]
  /** Longest lifetime: an error above it. */
  readonly maxLifetimeDays?: number
  /** A warning above it. */
  readonly recommendedLifetimeDays?: number
}

/** What is wanted of a server. */
export interface Policy {
  /** 'mozilla-intermediate'; of a user's own policy that of the one it extends, with '+' after it. */
  readonly id: string
  /** Of the publisher's text: '6.0'. */
  readonly version: string
  readonly title: string
  /** Where the publisher's text is, and its date. */
  readonly source: string
  readonly protocols: Wanted<ProtocolName>
  /** IANA names, or classes of suiteClasses. */
  readonly cipherSuites: Wanted
  /** IANA names, or classes of groupClasses. */
  readonly groups: Wanted
  /** IANA names, or classes of schemeClasses. */
  readonly signatureSchemes: Wanted
  /** Names of features, see featureRows: 'secure-renegotiation'. */
  readonly features: Wanted
  /** Names of vulnerabilities, see vulnerabilities: forbid is an error when the server is exposed, discourage a warning. */
  readonly vulnerabilities: Wanted
  /** Names of client profiles. */
  readonly clients: Wanted
  /** Who chooses the cipher suite; a warning when it is the other side. */
  readonly cipherOrder?: 'server' | 'client'
  /** Smallest finite-field Diffie-Hellman prime, in bits; an error below it. */
  readonly minDhBits?: number
  readonly certificate: CertificateRules
}
