// OpenSSL's verdicts on a chain (X509_V_ERR_… of openssl/x509_vfy.h, 3.5) and the contract's causes they come under. Node names the codes without
// the prefix, and those it has no name for UNSPECIFIED (ncrypto, X509Pointer::ErrorCode). The explanation of a verdict is chain.ts.
import type { ChainCause } from './problem.ts'

/** A cause that OpenSSL's verdict can come under. */
export type VerdictCause =
  | Exclude<ChainCause, 'certificate-chain-misordered' | 'certificate-chain-extraneous' | 'certificate-no-san'>
  | 'certificate-revoked'

interface VerdictRow {
  readonly cause: VerdictCause
  /** Completes "OpenSSL does not trust the chain: …". */
  readonly text: string
}

const verdicts: Readonly<Record<string, VerdictRow>> = {
  UNSPECIFIED: { cause: 'certificate-untrusted', text: 'for a reason that Node does not name' },
  UNABLE_TO_GET_ISSUER_CERT: { cause: 'certificate-chain-incomplete', text: 'the issuer of a trusted intermediate is not trusted itself' },
  UNABLE_TO_GET_CRL: { cause: 'certificate-untrusted', text: 'there is no revocation list of an issuer' },
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: { cause: 'certificate-untrusted', text: 'a signature cannot be decrypted' },
  UNABLE_TO_DECRYPT_CRL_SIGNATURE: { cause: 'certificate-untrusted', text: 'the signature of a revocation list cannot be decrypted' },
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: { cause: 'certificate-untrusted', text: 'the key of an issuer cannot be read' },
  CERT_SIGNATURE_FAILURE: { cause: 'certificate-untrusted', text: 'a signature is not by the key of the issuer' },
  CRL_SIGNATURE_FAILURE: { cause: 'certificate-untrusted', text: 'the signature of a revocation list is wrong' },
  CERT_NOT_YET_VALID: { cause: 'certificate-not-yet-valid', text: 'a certificate is not valid yet' },
  CERT_HAS_EXPIRED: { cause: 'certificate-expired', text: 'a certificate has expired' },
  CRL_NOT_YET_VALID: { cause: 'certificate-untrusted', text: 'a revocation list is not valid yet' },
  CRL_HAS_EXPIRED: { cause: 'certificate-untrusted', text: 'a revocation list has expired' },
  ERROR_IN_CERT_NOT_BEFORE_FIELD: { cause: 'certificate-misissued', text: 'notBefore is not a date' },
  ERROR_IN_CERT_NOT_AFTER_FIELD: { cause: 'certificate-misissued', text: 'notAfter is not a date' },
  ERROR_IN_CRL_LAST_UPDATE_FIELD: { cause: 'certificate-untrusted', text: 'lastUpdate of a revocation list is not a date' },
  ERROR_IN_CRL_NEXT_UPDATE_FIELD: { cause: 'certificate-untrusted', text: 'nextUpdate of a revocation list is not a date' },
  OUT_OF_MEM: { cause: 'certificate-untrusted', text: 'it ran out of memory' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { cause: 'certificate-self-signed', text: 'the certificate is self-signed' },
  SELF_SIGNED_CERT_IN_CHAIN: { cause: 'certificate-untrusted', text: 'the root that was sent is not trusted' },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { cause: 'certificate-chain-incomplete', text: 'an issuer was not found' },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { cause: 'certificate-chain-incomplete', text: 'the issuer of the certificate was not found' },
  CERT_CHAIN_TOO_LONG: { cause: 'certificate-misissued', text: 'the chain is too long' },
  CERT_REVOKED: { cause: 'certificate-revoked', text: 'a certificate has been revoked' },
  INVALID_CA: { cause: 'certificate-misissued', text: 'an issuer is not a certificate authority' },
  PATH_LENGTH_EXCEEDED: { cause: 'certificate-misissued', text: 'there are more intermediates than an issuer allows' },
  INVALID_PURPOSE: { cause: 'certificate-misissued', text: 'a certificate is not for TLS servers' },
  CERT_UNTRUSTED: { cause: 'certificate-untrusted', text: 'the root is not trusted for this use' },
  CERT_REJECTED: { cause: 'certificate-untrusted', text: 'the root is marked as rejected for this use' },
  HOSTNAME_MISMATCH: { cause: 'certificate-host-mismatch', text: 'the certificate is for another host' },
  // Not OpenSSL's but node:tls's own, when only the name is wrong.
  ERR_TLS_CERT_ALTNAME_INVALID: { cause: 'certificate-host-mismatch', text: 'the certificate is for another host' },
  // The rest is UNSPECIFIED in Node 24; the names are OpenSSL's, for the Node that will know them.
  IP_ADDRESS_MISMATCH: { cause: 'certificate-host-mismatch', text: 'the certificate is for another address' },
  UNHANDLED_CRITICAL_EXTENSION: { cause: 'certificate-misissued', text: 'a critical extension is unknown' },
  INVALID_NON_CA: { cause: 'certificate-misissued', text: 'a certificate authority is used as a server' },
  KEYUSAGE_NO_CERTSIGN: { cause: 'certificate-misissued', text: 'an issuer may not sign certificates' },
  KEYUSAGE_NO_DIGITAL_SIGNATURE: { cause: 'certificate-misissued', text: 'the certificate may not sign a handshake' },
  INVALID_EXTENSION: { cause: 'certificate-misissued', text: 'an extension is broken' },
  PERMITTED_VIOLATION: { cause: 'certificate-misissued', text: 'a name is outside of what an issuer permits' },
  EXCLUDED_VIOLATION: { cause: 'certificate-misissued', text: 'a name is excluded by an issuer' },
  UNSUPPORTED_CONSTRAINT_TYPE: { cause: 'certificate-misissued', text: 'an issuer constrains a kind of name that OpenSSL does not know' },
  UNSUPPORTED_NAME_SYNTAX: { cause: 'certificate-misissued', text: 'a name cannot be read' },
  EE_KEY_TOO_SMALL: { cause: 'certificate-weak-key', text: 'the key of the certificate is too small' },
  CA_KEY_TOO_SMALL: { cause: 'certificate-weak-key', text: 'the key of an issuer is too small' },
  EC_KEY_EXPLICIT_PARAMS: { cause: 'certificate-weak-key', text: 'a key does not name its curve' },
  CA_MD_TOO_WEAK: { cause: 'certificate-weak-signature', text: 'a signature rests on a weak hash' },
}

/** The cause for a code; certificate-untrusted for one that is not known here, since a refusal of OpenSSL's always counts. */
export function verdictCause(code: string): VerdictCause {
  return rowOf(code)?.cause ?? 'certificate-untrusted'
}

/** What a code says: 'a certificate has been revoked (CERT_REVOKED)'; the code alone where it is not known here. */
export function verdictText(code: string): string {
  const row = rowOf(code)
  return row === undefined ? code : `${row.text} (${code})`
}

const rowOf = (code: string): VerdictRow | undefined => (Object.hasOwn(verdicts, code) ? verdicts[code] : undefined)

/** These three are told apart by where a path ends, and OpenSSL and chain.ts may draw the lines differently. */
const pathEnds: readonly string[] = [
  'certificate-self-signed',
  'certificate-untrusted',
  'certificate-chain-incomplete',
] satisfies readonly VerdictCause[]

/** What only UNSPECIFIED can stand for: everything OpenSSL refuses under a code that Node has no name for. */
const unnamed: readonly string[] = [
  'certificate-misissued',
  'certificate-weak-key',
  'certificate-weak-signature',
] satisfies readonly VerdictCause[]

/** Whether causes that were found account for OpenSSL's code. What they do not account for has to be reported as it is. */
export function explains(found: readonly string[], code: string): boolean {
  if (code === 'UNSPECIFIED') return found.some(cause => unnamed.includes(cause))
  const cause = verdictCause(code)
  return found.includes(cause) || (pathEnds.includes(cause) && found.some(it => pathEnds.includes(it)))
}
