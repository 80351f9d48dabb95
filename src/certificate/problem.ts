// What can be wrong with a chain: fine kinds, each under a cause of the contract. How bad a kind is, judge/ says.
import type { Certificate } from './certificate.ts'

/** Kinds of problem and the cause each comes under. */
const problemKinds = {
  unreadable: 'certificate-misissued',
  expired: 'certificate-expired',
  'not-yet-valid': 'certificate-not-yet-valid',
  /** The leaf vouches for itself and is not trusted. */
  'self-signed': 'certificate-self-signed',
  /** The path ends at a root that was sent and is not trusted. */
  'root-untrusted': 'certificate-untrusted',
  /** The path ends at an intermediate whose issuer nobody has: as a rule a root that is not trusted. */
  'root-unknown': 'certificate-untrusted',
  'bad-signature': 'certificate-untrusted',
  /** The path ends where an intermediate should follow. */
  'issuer-missing': 'certificate-chain-incomplete',
  misordered: 'certificate-chain-misordered',
  duplicate: 'certificate-chain-extraneous',
  unrelated: 'certificate-chain-extraneous',
  'too-many': 'certificate-chain-extraneous',
  /** The trusted root was sent along: legal and useless. */
  'root-sent': 'certificate-chain-extraneous',
  'host-mismatch': 'certificate-host-mismatch',
  'no-san': 'certificate-no-san',
  'ca-as-leaf': 'certificate-misissued',
  'not-for-servers': 'certificate-misissued',
  'key-usage': 'certificate-misissued',
  'not-a-ca': 'certificate-misissued',
  'path-too-long': 'certificate-misissued',
  'name-constraint': 'certificate-misissued',
  'critical-extension': 'certificate-misissued',
  'weak-key': 'certificate-weak-key',
  'weak-signature': 'certificate-weak-signature',
} as const

/** What can be wrong with a chain; each kind has its cause. */
export type ProblemKind = keyof typeof problemKinds

/** The causes a chain analysis can give. */
export type ChainCause = (typeof problemKinds)[ProblemKind]

/** One thing that is wrong. */
export interface ChainProblem {
  readonly kind: ProblemKind
  readonly cause: ChainCause
  /** Which certificate, in sent order; null for one that only the trust store has, and for the chain as a whole. */
  readonly index: number | null
  /** One sentence without a full stop. Holds text chosen by the server. */
  readonly message: string
}

/** Longer texts are cut in messages: a server may put 60 kB into a name. */
const longestText = 200

/** A text of the server's, short enough for a message. */
export function short(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText).toWellFormed()}…` : text
}

/** What a message calls a certificate: 'certificate 0 (CN=example.com)', or 'the trusted certificate CN=Root' for one that was not sent. */
export function certificateLabel(index: number | null, { subject, names }: Certificate): string {
  const name = short(subject || names.dns[0] || names.ip[0] || 'without a name')
  return index === null ? `the trusted certificate ${name}` : `certificate ${index} (${name})`
}

/**
 * A problem with the cause that goes with its kind.
 * @param index place in sent order; null for the chain as a whole
 */
export function problem(kind: ProblemKind, index: number | null, message: string): ChainProblem {
  return { kind, cause: problemKinds[kind], index, message }
}
