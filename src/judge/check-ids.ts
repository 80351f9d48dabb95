// Every check that a report can hold: what it looks at and why. The judging itself stands in the neighbouring files.
import { type BaselineCheckId, baselineChecks } from './baseline/baseline-causes.ts'
import { type Cause, type HandshakeCause, handshakeCauses } from './causes.ts'
import { clientCheckRows } from './client-causes.ts'
import { deployCheckRows } from './deploy-causes.ts'
import { type PolicyCheckId, policyChecks } from './policy/policy-causes.ts'
import { stapleCheckRows } from './staple-causes.ts'
import { type VulnerabilityName, vulnerabilityChecks } from './vulnerability/vulnerabilities.ts'

/** The words for one check. */
export interface CheckRow {
  /** A few words without a full stop: 'Validity period'. */
  readonly title: string
  /** Why a gate looks at it, one or two sentences. */
  readonly reason: string
  /** What a failed check of this id can name as its cause. */
  readonly causes: readonly Cause[]
  /** 'RFC 5280 §4.1.2.5'. */
  readonly refs: readonly string[]
}

/** Part of the public contract: ids are added, never renamed. */
export type CheckId =
  | 'handshake/completion'
  | 'certificate/validity'
  | 'certificate/lifetime-left'
  | 'certificate/trust'
  | 'certificate/hostname'
  | 'certificate/chain'
  | 'certificate/usage'
  | 'certificate/key'
  | 'certificate/signature'
  | keyof typeof stapleCheckRows
  | PolicyCheckId
  | `vulnerability/${VulnerabilityName}`
  | BaselineCheckId
  /** Of every client: 'client/java-8u161' is explained by it. */
  | keyof typeof clientCheckRows
  | keyof typeof deployCheckRows
  | 'run/shards'

/** Every check, by its id. The ids are part of the public contract. */
export const checkIds: Readonly<Record<CheckId, CheckRow>> = {
  'handshake/completion': {
    title: 'Handshake completes',
    reason:
      'Nothing can be served over TLS until a client that verifies the certificate completes the handshake. This check performs a real one and lingers after it, since a TLS 1.3 server refuses a client certificate only then.',
    causes: Object.keys(handshakeCauses) as HandshakeCause[],
    refs: ['RFC 8446 §2'],
  },
  'certificate/validity': {
    title: 'Validity period',
    reason:
      'Outside its validity period a certificate proves nothing, and every verifying client ends the handshake. The whole chain counts, not the certificate of the server alone.',
    causes: ['certificate-expired', 'certificate-not-yet-valid'],
    refs: ['RFC 5280 §4.1.2.5'],
  },
  'certificate/lifetime-left': {
    title: 'Lifetime left',
    reason:
      'An expired certificate is the outage that a calendar could have prevented. What counts is the share of the lifetime that is left, as lifetimes range from days to years.',
    causes: ['certificate-expires-soon', 'certificate-expired'],
    refs: ['RFC 5280 §4.1.2.5', 'RFC 9773'],
  },
  'certificate/trust': {
    title: 'Trusted issuer',
    reason:
      'Without a path to a root that the client trusts, the server could be anyone. OpenSSL judges the path; tlsgate explains where it ends.',
    causes: ['certificate-self-signed', 'certificate-untrusted', 'certificate-chain-incomplete', 'certificate-revoked'],
    refs: ['RFC 5280 §6.1'],
  },
  'certificate/hostname': {
    title: 'Host name covered',
    reason:
      'A trusted certificate of another host proves nothing about this one. The subject alternative names must carry the name that the client asked for.',
    causes: ['certificate-host-mismatch', 'certificate-no-san'],
    refs: ['RFC 9525 §6'],
  },
  'certificate/chain': {
    title: 'Chain as sent',
    reason:
      'Browsers repair a chain that is incomplete or out of order, other clients do not, so the fault shows only in production. This check reads the chain as the server sent it.',
    causes: ['certificate-chain-incomplete', 'certificate-chain-misordered', 'certificate-chain-extraneous'],
    refs: ['RFC 8446 §4.4.2', 'RFC 5246 §7.4.2'],
  },
  'certificate/usage': {
    title: 'Issued for this use',
    reason:
      'A certificate says what its key may be used for and an issuer says for which names and how deep it may issue. A client that verifies holds them to it.',
    causes: ['certificate-misissued'],
    refs: ['RFC 5280 §4.2.1.3', 'RFC 5280 §4.2.1.9', 'RFC 5280 §4.2.1.12'],
  },
  'certificate/key': {
    title: 'Key strength',
    reason:
      'Whoever can compute the private key from the public one can pose as the server. Clients refuse keys that are small enough for it.',
    causes: ['certificate-weak-key'],
    refs: ['RFC 9325 §4.5'],
  },
  'certificate/signature': {
    title: 'Signature strength',
    reason:
      'Certificates have been forged where MD5 was in use, and collisions of SHA-1 are practical. Clients refuse a chain that rests on either.',
    causes: ['certificate-weak-signature'],
    refs: ['RFC 8446 §4.4.2.4', 'RFC 9155'],
  },
  ...stapleCheckRows,
  ...policyChecks,
  ...vulnerabilityChecks,
  ...clientCheckRows,
  ...baselineChecks,
  ...deployCheckRows,
  'run/shards': {
    title: 'Reports of all shards',
    reason:
      'A fleet is checked by the jobs of a matrix, and a job that was ended has left no report. Whatever the others found, its targets were not checked, and a run with such targets has not passed.',
    causes: [],
    refs: ['RFC 9325 §1'],
  },
}
