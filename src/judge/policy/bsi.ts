// BSI TR-02102-2: what Germany's Federal Office for Information Security recommends for TLS.
import type { Policy } from './policy.ts'
import { suitesOf } from './suite-names.ts'

const gcm = ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384']
const ccm = ['AES_128_CCM', 'AES_256_CCM']
const cbc = { ec: ['AES_128_CBC_SHA256', 'AES_256_CBC_SHA384'], ff: ['AES_128_CBC_SHA256', 'AES_256_CBC_SHA256'] }

/** BSI TR-02102-2. */
export const bsi: Policy = {
  id: 'bsi-tr-02102-2',
  version: '2026-01',
  title: 'BSI TR-02102-2',
  source: 'https://www.bsi.bund.de/dok/TR-02102, part 2, version 2026-01, 2026-01-23',
  // §3.2
  protocols: { allow: ['TLSv1.2', 'TLSv1.3'], recommend: ['TLSv1.2', 'TLSv1.3'] },
  // §3.3 and §3.4: with forward secrecy, and no ChaCha20. DHE until the end of 2029, TLS 1.2 until the end of 2031.
  cipherSuites: {
    allow: [
      'TLS_AES_128_GCM_SHA256',
      'TLS_AES_256_GCM_SHA384',
      'TLS_AES_128_CCM_SHA256',
      ...suitesOf(['ECDHE_ECDSA'], [...gcm, ...ccm, ...cbc.ec]),
      ...suitesOf(['ECDHE_RSA'], [...gcm, ...cbc.ec]),
      ...suitesOf(['DHE_RSA'], [...gcm, ...ccm, ...cbc.ff]),
      ...suitesOf(['DHE_DSS'], [...gcm, ...cbc.ff]),
    ],
  },
  // X25519 is not in it. From 2032 on only together with ML-KEM, so that the groups that join the two cannot be against it.
  groups: {
    allow: [
      ...['secp256r1', 'secp384r1', 'secp521r1'],
      ...['brainpoolP256r1', 'brainpoolP384r1', 'brainpoolP512r1'],
      ...['brainpoolP256r1tls13', 'brainpoolP384r1tls13', 'brainpoolP512r1tls13'],
      ...['ffdhe3072', 'ffdhe4096'],
      ...['SecP256r1MLKEM768', 'SecP384r1MLKEM1024', 'X25519MLKEM768'],
    ],
  },
  // For primes, RSA and DSA alike
  minDhBits: 3000,
  // SHA-2 from 256 bits on. Since 2026 PKCS #1 v1.5 is on its way out.
  signatureSchemes: { allow: signatureSchemes(), discourage: ['pkcs1'] },
  // That 0-RTT and psk_ke are not recommended takes a resumed session to see.
  features: {
    discourage: ['compression', 'heartbeat'],
    recommend: ['secure-renegotiation', 'extended-main-secret', 'encrypt-then-mac'],
  },
  vulnerabilities: {},
  clients: {},
  certificate: {
    keys: [
      { type: 'RSA', minBits: 3000 },
      { type: 'EC', minBits: 250 },
    ],
    signatures: [
      ...['sha256WithRSAEncryption', 'sha384WithRSAEncryption', 'sha512WithRSAEncryption'],
      ...['RSASSA-PSS-SHA256', 'RSASSA-PSS-SHA384', 'RSASSA-PSS-SHA512'],
      ...['ecdsa-with-SHA256', 'ecdsa-with-SHA384', 'ecdsa-with-SHA512'],
    ],
  },
}

function signatureSchemes(): string[] {
  return [
    'pss',
    ...['rsa_pkcs1_sha256', 'rsa_pkcs1_sha384', 'rsa_pkcs1_sha512'],
    ...['dsa_sha256', 'dsa_sha384', 'dsa_sha512'],
    ...['ecdsa_secp256r1_sha256', 'ecdsa_secp384r1_sha384', 'ecdsa_secp521r1_sha512'],
    ...['ecdsa_brainpoolP256r1tls13_sha256', 'ecdsa_brainpoolP384r1tls13_sha384', 'ecdsa_brainpoolP512r1tls13_sha512'],
  ]
}
