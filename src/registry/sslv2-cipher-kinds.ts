// The cipher kinds of SSL 2.0 (Netscape's draft-hickman-netscape-ssl-00 appendix C.4, 1995) and OpenSSL's additions. IANA never had a table.
import { type Row, table } from './table.ts'

/** What SSL 2.0 has in the place of a cipher suite: three bytes, and always RSA and MD5. */
export interface Sslv2CipherKind extends Row {
  /** The name in OpenSSL up to 1.0.2; null when it had none. */
  readonly openssl: string | null
  /** Security strength of the cipher in bits, 0 for no encryption. */
  readonly bits: number
  /** Size of the cipher's blocks in bits; null for a stream cipher and for none. */
  readonly blockBits: number | null
}

/** Cipher kinds of SSLv2, three bytes each on the wire. */
export const sslv2CipherKinds = table<Sslv2CipherKind>('SSLv2 cipher kind', 6, () => [
  // 0x000000 and 0x080080: not in the draft; SSLeay and old OpenSSL have them
  { code: 0x000000, name: 'SSL_CK_NULL_WITH_MD5', openssl: 'NULL-MD5', bits: 0, blockBits: null },
  { code: 0x010080, name: 'SSL_CK_RC4_128_WITH_MD5', openssl: 'RC4-MD5', bits: 128, blockBits: null },
  { code: 0x020080, name: 'SSL_CK_RC4_128_EXPORT40_WITH_MD5', openssl: 'EXP-RC4-MD5', bits: 40, blockBits: null },
  { code: 0x030080, name: 'SSL_CK_RC2_128_CBC_WITH_MD5', openssl: 'RC2-CBC-MD5', bits: 128, blockBits: 64 },
  { code: 0x040080, name: 'SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5', openssl: 'EXP-RC2-CBC-MD5', bits: 40, blockBits: 64 },
  { code: 0x050080, name: 'SSL_CK_IDEA_128_CBC_WITH_MD5', openssl: 'IDEA-CBC-MD5', bits: 128, blockBits: 64 },
  { code: 0x060040, name: 'SSL_CK_DES_64_CBC_WITH_MD5', openssl: 'DES-CBC-MD5', bits: 56, blockBits: 64 },
  { code: 0x0700c0, name: 'SSL_CK_DES_192_EDE3_CBC_WITH_MD5', openssl: 'DES-CBC3-MD5', bits: 112, blockBits: 64 },
  { code: 0x080080, name: 'SSL_CK_RC4_64_WITH_MD5', openssl: 'RC4-64-MD5', bits: 64, blockBits: null },
])
