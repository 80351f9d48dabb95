// IANA "TLS Supported Groups" (tls-parameters-8), 2026-09-29.
import { type Row, table } from './table.ts'

/** How two sides agree on a key: an elliptic curve or a finite field of Diffie-Hellman, a key encapsulation, or a curve and one. */
export interface Group extends Row {
  /** 'kem' and 'hybrid' are the post-quantum ones; 'explicit' stands for any curve, its parameters sent along (RFC 8422 §5.1.1). */
  readonly kind: 'ecdh' | 'ffdh' | 'kem' | 'hybrid' | 'explicit'
  /**
   * Size of the field of the curve, or of the prime, in bits: the number policies give a minimum for. Of a hybrid that of its curve.
   * It is not a security strength: 255 and 3072 are about equal. Null where there is no field.
   */
  readonly bits: number | null
  /**
   * The name in OpenSSL 3.5, as Node's getEphemeralKeyInfo() has it ('prime256v1'; none for a finite field, whose size it gives, and
   * of brainpool that of TLS 1.2 for both); null when it does not have the group.
   */
  readonly openssl: string | null
  /** The name in FIPS 186, which OpenSSL takes as well. */
  readonly nist?: 'P-256' | 'P-384' | 'P-521'
}

/** Every registered group, the withdrawn drafts of Kyber included. */
export const groups = table<Group>('group', 4, () => [
  { code: 0x0001, name: 'sect163k1', kind: 'ecdh', bits: 163, openssl: 'sect163k1' },
  { code: 0x0002, name: 'sect163r1', kind: 'ecdh', bits: 163, openssl: 'sect163r1' },
  { code: 0x0003, name: 'sect163r2', kind: 'ecdh', bits: 163, openssl: 'sect163r2' },
  { code: 0x0004, name: 'sect193r1', kind: 'ecdh', bits: 193, openssl: 'sect193r1' },
  { code: 0x0005, name: 'sect193r2', kind: 'ecdh', bits: 193, openssl: 'sect193r2' },
  { code: 0x0006, name: 'sect233k1', kind: 'ecdh', bits: 233, openssl: 'sect233k1' },
  { code: 0x0007, name: 'sect233r1', kind: 'ecdh', bits: 233, openssl: 'sect233r1' },
  { code: 0x0008, name: 'sect239k1', kind: 'ecdh', bits: 239, openssl: 'sect239k1' },
  { code: 0x0009, name: 'sect283k1', kind: 'ecdh', bits: 283, openssl: 'sect283k1' },
  { code: 0x000a, name: 'sect283r1', kind: 'ecdh', bits: 283, openssl: 'sect283r1' },
  { code: 0x000b, name: 'sect409k1', kind: 'ecdh', bits: 409, openssl: 'sect409k1' },
  { code: 0x000c, name: 'sect409r1', kind: 'ecdh', bits: 409, openssl: 'sect409r1' },
  { code: 0x000d, name: 'sect571k1', kind: 'ecdh', bits: 571, openssl: 'sect571k1' },
  { code: 0x000e, name: 'sect571r1', kind: 'ecdh', bits: 571, openssl: 'sect571r1' },
  { code: 0x000f, name: 'secp160k1', kind: 'ecdh', bits: 160, openssl: 'secp160k1' },
  { code: 0x0010, name: 'secp160r1', kind: 'ecdh', bits: 160, openssl: 'secp160r1' },
  { code: 0x0011, name: 'secp160r2', kind: 'ecdh', bits: 160, openssl: 'secp160r2' },
  { code: 0x0012, name: 'secp192k1', kind: 'ecdh', bits: 192, openssl: 'secp192k1' },
  { code: 0x0013, name: 'secp192r1', kind: 'ecdh', bits: 192, openssl: 'prime192v1' },
  { code: 0x0014, name: 'secp224k1', kind: 'ecdh', bits: 224, openssl: 'secp224k1' },
  { code: 0x0015, name: 'secp224r1', kind: 'ecdh', bits: 224, openssl: 'secp224r1' },
  { code: 0x0016, name: 'secp256k1', kind: 'ecdh', bits: 256, openssl: 'secp256k1' },
  { code: 0x0017, name: 'secp256r1', kind: 'ecdh', bits: 256, openssl: 'prime256v1', nist: 'P-256' },
  { code: 0x0018, name: 'secp384r1', kind: 'ecdh', bits: 384, openssl: 'secp384r1', nist: 'P-384' },
  { code: 0x0019, name: 'secp521r1', kind: 'ecdh', bits: 521, openssl: 'secp521r1', nist: 'P-521' },
  { code: 0x001a, name: 'brainpoolP256r1', kind: 'ecdh', bits: 256, openssl: 'brainpoolP256r1' },
  { code: 0x001b, name: 'brainpoolP384r1', kind: 'ecdh', bits: 384, openssl: 'brainpoolP384r1' },
  { code: 0x001c, name: 'brainpoolP512r1', kind: 'ecdh', bits: 512, openssl: 'brainpoolP512r1' },
  { code: 0x001d, name: 'x25519', kind: 'ecdh', bits: 255, openssl: 'X25519' },
  { code: 0x001e, name: 'x448', kind: 'ecdh', bits: 448, openssl: 'X448' },
  { code: 0x001f, name: 'brainpoolP256r1tls13', kind: 'ecdh', bits: 256, openssl: 'brainpoolP256r1' },
  { code: 0x0020, name: 'brainpoolP384r1tls13', kind: 'ecdh', bits: 384, openssl: 'brainpoolP384r1' },
  { code: 0x0021, name: 'brainpoolP512r1tls13', kind: 'ecdh', bits: 512, openssl: 'brainpoolP512r1' },
  { code: 0x0022, name: 'GC256A', kind: 'ecdh', bits: 256, openssl: null },
  { code: 0x0023, name: 'GC256B', kind: 'ecdh', bits: 256, openssl: null },
  { code: 0x0024, name: 'GC256C', kind: 'ecdh', bits: 256, openssl: null },
  { code: 0x0025, name: 'GC256D', kind: 'ecdh', bits: 256, openssl: null },
  { code: 0x0026, name: 'GC512A', kind: 'ecdh', bits: 512, openssl: null },
  { code: 0x0027, name: 'GC512B', kind: 'ecdh', bits: 512, openssl: null },
  { code: 0x0028, name: 'GC512C', kind: 'ecdh', bits: 512, openssl: null },
  { code: 0x0029, name: 'curveSM2', kind: 'ecdh', bits: 256, openssl: null },
  { code: 0x0100, name: 'ffdhe2048', kind: 'ffdh', bits: 2048, openssl: 'ffdhe2048' },
  { code: 0x0101, name: 'ffdhe3072', kind: 'ffdh', bits: 3072, openssl: 'ffdhe3072' },
  { code: 0x0102, name: 'ffdhe4096', kind: 'ffdh', bits: 4096, openssl: 'ffdhe4096' },
  { code: 0x0103, name: 'ffdhe6144', kind: 'ffdh', bits: 6144, openssl: 'ffdhe6144' },
  { code: 0x0104, name: 'ffdhe8192', kind: 'ffdh', bits: 8192, openssl: 'ffdhe8192' },
  { code: 0x0200, name: 'MLKEM512', kind: 'kem', bits: null, openssl: 'MLKEM512' },
  { code: 0x0201, name: 'MLKEM768', kind: 'kem', bits: null, openssl: 'MLKEM768' },
  { code: 0x0202, name: 'MLKEM1024', kind: 'kem', bits: null, openssl: 'MLKEM1024' },
  { code: 0x11e9, name: 'SecP256r1MLKEM512', kind: 'hybrid', bits: 256, openssl: null },
  { code: 0x11ea, name: 'MLKEM512X25519', kind: 'hybrid', bits: 255, openssl: null },
  { code: 0x11eb, name: 'SecP256r1MLKEM768', kind: 'hybrid', bits: 256, openssl: 'SecP256r1MLKEM768' },
  { code: 0x11ec, name: 'X25519MLKEM768', kind: 'hybrid', bits: 255, openssl: 'X25519MLKEM768' },
  { code: 0x11ed, name: 'SecP384r1MLKEM1024', kind: 'hybrid', bits: 384, openssl: 'SecP384r1MLKEM1024' },
  { code: 0x11ee, name: 'curveSM2MLKEM768', kind: 'hybrid', bits: 256, openssl: null },
  { code: 0x6399, name: 'X25519Kyber768Draft00', kind: 'hybrid', bits: 255, openssl: null },
  { code: 0x639a, name: 'SecP256r1Kyber768Draft00', kind: 'hybrid', bits: 256, openssl: null },
  { code: 0xff01, name: 'arbitrary_explicit_prime_curves', kind: 'explicit', bits: null, openssl: null },
  { code: 0xff02, name: 'arbitrary_explicit_char2_curves', kind: 'explicit', bits: null, openssl: null },
])
