// IANA "TLS SignatureScheme" (tls-signaturescheme), 2026-09-29, and the pairs of hash and signature that TLS 1.2 had in its place.
import { type Row, type Table, table } from './table.ts'

const registered = table<Row>('signature scheme', 4, () => [
  { code: 0x0201, name: 'rsa_pkcs1_sha1' },
  { code: 0x0203, name: 'ecdsa_sha1' },
  { code: 0x0401, name: 'rsa_pkcs1_sha256' },
  { code: 0x0403, name: 'ecdsa_secp256r1_sha256' },
  { code: 0x0420, name: 'rsa_pkcs1_sha256_legacy' },
  { code: 0x0501, name: 'rsa_pkcs1_sha384' },
  { code: 0x0503, name: 'ecdsa_secp384r1_sha384' },
  { code: 0x0520, name: 'rsa_pkcs1_sha384_legacy' },
  { code: 0x0601, name: 'rsa_pkcs1_sha512' },
  { code: 0x0603, name: 'ecdsa_secp521r1_sha512' },
  { code: 0x0620, name: 'rsa_pkcs1_sha512_legacy' },
  { code: 0x0704, name: 'eccsi_sha256' },
  { code: 0x0705, name: 'iso_ibs1' },
  { code: 0x0706, name: 'iso_ibs2' },
  { code: 0x0707, name: 'iso_chinese_ibs' },
  { code: 0x0708, name: 'sm2sig_sm3' },
  { code: 0x0709, name: 'gostr34102012_256a' },
  { code: 0x070a, name: 'gostr34102012_256b' },
  { code: 0x070b, name: 'gostr34102012_256c' },
  { code: 0x070c, name: 'gostr34102012_256d' },
  { code: 0x070d, name: 'gostr34102012_512a' },
  { code: 0x070e, name: 'gostr34102012_512b' },
  { code: 0x070f, name: 'gostr34102012_512c' },
  { code: 0x0804, name: 'rsa_pss_rsae_sha256' },
  { code: 0x0805, name: 'rsa_pss_rsae_sha384' },
  { code: 0x0806, name: 'rsa_pss_rsae_sha512' },
  { code: 0x0807, name: 'ed25519' },
  { code: 0x0808, name: 'ed448' },
  { code: 0x0809, name: 'rsa_pss_pss_sha256' },
  { code: 0x080a, name: 'rsa_pss_pss_sha384' },
  { code: 0x080b, name: 'rsa_pss_pss_sha512' },
  { code: 0x081a, name: 'ecdsa_brainpoolP256r1tls13_sha256' },
  { code: 0x081b, name: 'ecdsa_brainpoolP384r1tls13_sha384' },
  { code: 0x081c, name: 'ecdsa_brainpoolP512r1tls13_sha512' },
  { code: 0x0904, name: 'mldsa44' },
  { code: 0x0905, name: 'mldsa65' },
  { code: 0x0906, name: 'mldsa87' },
  { code: 0x0911, name: 'slhdsa_sha2_128s' },
  { code: 0x0912, name: 'slhdsa_sha2_128f' },
  { code: 0x0913, name: 'slhdsa_sha2_192s' },
  { code: 0x0914, name: 'slhdsa_sha2_192f' },
  { code: 0x0915, name: 'slhdsa_sha2_256s' },
  { code: 0x0916, name: 'slhdsa_sha2_256f' },
  { code: 0x0917, name: 'slhdsa_shake_128s' },
  { code: 0x0918, name: 'slhdsa_shake_128f' },
  { code: 0x0919, name: 'slhdsa_shake_192s' },
  { code: 0x091a, name: 'slhdsa_shake_192f' },
  { code: 0x091b, name: 'slhdsa_shake_256s' },
  { code: 0x091c, name: 'slhdsa_shake_256f' },
])

// RFC 5246 §7.4.1.4.1: the first byte is the hash, the second the signature, both from 1 (0 is none). The lists are closed.
const hashes = [undefined, 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']
const signatures = [undefined, 'rsa_pkcs1', 'dsa', 'ecdsa']

/** The pairs by their numbers, those of MD5 last; the few that are registered have the same number there. */
export const pairCodes: readonly number[] = [2, 3, 4, 5, 6, 1].flatMap(hash => [1, 2, 3].map(signature => hash * 256 + signature))

/**
 * Every registered signature scheme. The label of an unregistered number that is a pair of TLS 1.2 is made from the pair, in the
 * spelling of the registry: 'dsa_sha1', 'rsa_pkcs1_md5'. Mind that in TLS 1.2 'ecdsa_secp256r1_sha256' says nothing of the curve.
 */
export const signatureSchemes: Table<Row> = {
  get rows() {
    return registered.rows
  },
  get: registered.get,
  named: registered.named,
  label: code => registered.get(code)?.name ?? pairOf(code) ?? registered.label(code),
}

/** RFC 8032 */
export const isEdDsa = (code: number): boolean => ['ed25519', 'ed448'].includes(signatureSchemes.label(code))

/** The key a suite before TLS 1.3 has to have for it, as in its name; null where none of them can be signed with it. */
export function authenticationFor(code: number): 'RSA' | 'ECDSA' | 'DSS' | null {
  const [kind] = signatureSchemes.label(code).split('_', 1)
  if (kind === 'rsa') return 'RSA'
  if (kind === 'dsa') return 'DSS'
  // RFC 8422 §5.10: a key for EdDSA goes with the suites of ECDSA.
  return kind === 'ecdsa' || isEdDsa(code) ? 'ECDSA' : null
}

function pairOf(code: number): string | undefined {
  const hash = hashes[code >> 8]
  const signature = signatures[code & 0xff]
  return hash && signature && `${signature}_${hash}`
}
