// NIST SP 800-52 revision 2: how servers of the US government are to be set up, those for its own staff and machines.
import type { Policy } from './policy.ts'
import { suitesOf } from './suite-names.ts'

const gcm = ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384']
const ccm = ['AES_128_CCM', 'AES_256_CCM', 'AES_128_CCM_8', 'AES_256_CCM_8']
const cbcSha1 = ['AES_128_CBC_SHA', 'AES_256_CBC_SHA']
/** Over elliptic curves the hash grew with the key, over finite fields it did not. */
const cbcSha2 = { ec: ['AES_128_CBC_SHA256', 'AES_256_CBC_SHA384'], ff: ['AES_128_CBC_SHA256', 'AES_256_CBC_SHA256'] }

/** NIST SP 800-52 Rev. 2. */
export const nist: Policy = {
  id: 'nist-800-52r2',
  version: 'r2',
  title: 'NIST SP 800-52 revision 2, servers',
  source: 'https://doi.org/10.6028/NIST.SP.800-52r2, 2019-08',
  // §3.1
  protocols: { forbid: ['SSLv2', 'SSLv3', 'TLSv1.0'], discourage: ['TLSv1.1'], require: ['TLSv1.2', 'TLSv1.3'] },
  // §3.3.1. ChaCha20 is not in it. The suites with static RSA of appendix D are for servers that cannot do without.
  cipherSuites: {
    allow: [
      'TLS_AES_128_GCM_SHA256',
      'TLS_AES_256_GCM_SHA384',
      'TLS_AES_128_CCM_SHA256',
      'TLS_AES_128_CCM_8_SHA256',
      ...suitesOf(['ECDHE_ECDSA', 'DHE_RSA'], ccm),
      ...suitesOf(['ECDHE_ECDSA', 'ECDHE_RSA', 'ECDH_ECDSA', 'ECDH_RSA'], [...gcm, ...cbcSha2.ec, ...cbcSha1]),
      ...suitesOf(['DHE_RSA', 'DHE_DSS', 'DH_RSA', 'DH_DSS'], [...gcm, ...cbcSha2.ff, ...cbcSha1]),
    ],
  },
  // §3.4 and SP 800-56A revision 3 appendix D. X25519 is not in it. ML-KEM came later (FIPS 203) and may be joined with any other exchange
  // (SP 800-227), so that it is not held against a server.
  groups: {
    allow: [
      'p-256-or-p-384',
      'secp224r1',
      'secp521r1',
      ...['sect233k1', 'sect233r1', 'sect283k1', 'sect283r1', 'sect409k1', 'sect409r1', 'sect571k1', 'sect571r1'],
      'ffdhe',
      'post-quantum',
    ],
    require: ['p-256-or-p-384'],
  },
  minDhBits: 2048,
  // SP 800-131A revision 2: no signatures over SHA-1
  signatureSchemes: { forbid: ['sha1', 'md5'] },
  // §3.4. That 0-RTT should not be used takes a resumed session to see.
  features: {
    forbid: ['compression'],
    require: ['secure-renegotiation', 'extended-main-secret', 'encrypt-then-mac', 'fallback-scsv'],
  },
  vulnerabilities: {},
  clients: {},
  // §3.2
  certificate: {
    keys: [
      { type: 'RSA', minBits: 2048 },
      { type: 'EC', minBits: 224 },
    ],
    signatures: [
      ...['sha224WithRSAEncryption', 'sha256WithRSAEncryption', 'sha384WithRSAEncryption', 'sha512WithRSAEncryption'],
      ...['RSASSA-PSS-SHA224', 'RSASSA-PSS-SHA256', 'RSASSA-PSS-SHA384', 'RSASSA-PSS-SHA512'],
      ...['ecdsa-with-SHA224', 'ecdsa-with-SHA256', 'ecdsa-with-SHA384', 'ecdsa-with-SHA512'],
    ],
    recommendedLifetimeDays: 3 * 365,
  },
}
