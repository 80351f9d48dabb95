// Mozilla's Server Side TLS, since May 2026 continued as TLSRef. The lists are what is allowed, not what has to be there.
import type { CertificateRules, Policy } from './policy.ts'
import { suitesOf } from './suite-names.ts'

const tls13Suites = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256']
const aeadSuites = suitesOf(['ECDHE_ECDSA', 'ECDHE_RSA'], ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256'])
/** The same in all three. The hybrid group came with 5.8. */
const groups = { allow: ['X25519MLKEM768', 'x25519', 'secp256r1', 'secp384r1'], recommend: ['X25519MLKEM768'] }
const ecdsa = {
  keys: [{ type: 'EC', curves: ['secp256r1', 'secp384r1'] }],
  signatures: ['ecdsa-with-SHA256', 'ecdsa-with-SHA384', 'ecdsa-with-SHA512'],
} as const satisfies CertificateRules

// Not taken over: hsts_min_age, which is HTTP's; ocsp_staple, which the generator itself turned off when Let's Encrypt ended OCSP in 2025; and
// dh_param_size, a leftover where no suite has finite-field Diffie-Hellman.
const everywhere = { signatureSchemes: {}, features: {}, vulnerabilities: {}, clients: {} } as const

/** For servers whose clients all have TLS 1.3. */
export const modern: Policy = {
  ...everywhere,
  id: 'mozilla-modern',
  version: '6.0',
  title: 'Mozilla Server Side TLS, modern',
  source: 'https://data.tlsref.org/guidelines/6.0.json, 2026-04-06',
  protocols: { allow: ['TLSv1.3'], require: ['TLSv1.3'] },
  cipherSuites: { allow: tls13Suites },
  groups,
  cipherOrder: 'client',
  certificate: { ...ecdsa, maxLifetimeDays: 90, recommendedLifetimeDays: 90 },
}

/** For servers on the open web. */
export const intermediate: Policy = {
  ...everywhere,
  id: 'mozilla-intermediate',
  version: '6.0',
  title: 'Mozilla Server Side TLS, intermediate',
  source: 'https://data.tlsref.org/guidelines/6.0.json, 2026-04-06',
  protocols: { allow: ['TLSv1.2', 'TLSv1.3'], recommend: ['TLSv1.2', 'TLSv1.3'] },
  cipherSuites: { allow: [...tls13Suites, ...aeadSuites] },
  groups,
  cipherOrder: 'client',
  certificate: {
    keys: [...ecdsa.keys, { type: 'RSA', minBits: 2048 }],
    signatures: ['sha256WithRSAEncryption', ...ecdsa.signatures],
    maxLifetimeDays: 366,
    recommendedLifetimeDays: 90,
  },
}

/** For servers that very old clients still have to reach. 6.0 no longer has it. */
export const old: Policy = {
  ...everywhere,
  id: 'mozilla-old',
  version: '5.8',
  title: 'Mozilla Server Side TLS, old',
  source: 'https://data.tlsref.org/guidelines/5.8.json, 2026-04-06',
  protocols: { allow: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'], recommend: ['TLSv1.2', 'TLSv1.3'] },
  cipherSuites: {
    allow: [
      ...tls13Suites,
      ...aeadSuites,
      ...suitesOf(['ECDHE_ECDSA', 'ECDHE_RSA'], ['AES_128_CBC_SHA256', 'AES_128_CBC_SHA', 'AES_256_CBC_SHA384', 'AES_256_CBC_SHA']),
      ...suitesOf(
        ['RSA'],
        [
          'AES_128_GCM_SHA256',
          'AES_256_GCM_SHA384',
          'AES_128_CBC_SHA256',
          'AES_256_CBC_SHA256',
          'AES_128_CBC_SHA',
          'AES_256_CBC_SHA',
          '3DES_EDE_CBC_SHA',
        ],
      ),
    ],
  },
  groups,
  cipherOrder: 'server',
  certificate: {
    keys: [{ type: 'RSA', minBits: 2048 }],
    signatures: ['sha256WithRSAEncryption'],
    maxLifetimeDays: 366,
    recommendedLifetimeDays: 90,
  },
}
