// Surveys as the gate would make them, for the tests of everything that reads a report: one of a policy's questions, one of everything.
import type { ClientResult, Feature, Survey } from '../../src/judge/survey.ts'
import { partsOf } from '../../src/registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'

const feature = (name: string, status: Feature['status'], detail: string, ...probes: number[]): Feature => ({
  name,
  status,
  detail,
  evidence: probes.map(number => `probe ${number}`),
})

const connects = (name: string, title: string, ...[protocol, cipherSuite, group]: [string, string, string | null]): ClientResult => ({
  name,
  title,
  connects: 'yes',
  by: 'derived',
  protocol,
  cipherSuite,
  group,
  detail: 'it follows from what the server accepts',
  evidence: ['probe 2'],
})

/** What `--survey policy` finds at a server that is as Mozilla's intermediate configuration wants it. */
export const policySurvey: Survey = {
  kind: 'policy',
  protocols: {
    SSLv2: 'refused',
    SSLv3: 'refused',
    'TLSv1.0': 'refused',
    'TLSv1.1': 'refused',
    'TLSv1.2': 'accepted',
    'TLSv1.3': 'accepted',
  },
  cipherSuites: { 'TLSv1.2': ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'], 'TLSv1.3': ['TLS_AES_256_GCM_SHA384'] },
  cipherOrder: { 'TLSv1.2': 'unknown', 'TLSv1.3': 'unknown' },
  groups: ['X25519MLKEM768', 'x25519'],
  groupsByProtocol: { 'TLSv1.2': ['x25519'], 'TLSv1.3': ['X25519MLKEM768'] },
  signatureSchemes: ['ecdsa_secp256r1_sha256'],
  signatureSchemesByProtocol: { 'TLSv1.2': ['ecdsa_secp256r1_sha256'] },
  dhPrimeBits: null,
  features: [
    feature('secure-renegotiation', 'yes', 'renegotiation_info is answered', 2),
    feature('compression', 'no', 'DEFLATE is not chosen when it is offered', 2),
    feature('early-data', 'unknown', 'it was not asked'),
  ],
  clients: [],
  complete: false,
  completeFor: { cipherSuites: [], groups: [], signatureSchemes: [] },
  cost: { connections: 9, roundTrips: 2, durationMs: 34.2 },
  notes: [],
  probes: [
    { number: 1, asked: 'every cipher suite in SSLv3', answer: 'refused by alert protocol_version (70)' },
    { number: 2, asked: 'allowed cipher suites in TLSv1.2', answer: 'TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, x25519' },
  ],
}

/** All suites with an RSA certificate that OpenSSL ever had for a version: more than any server should have. */
const everySuite = (version: number): string[] =>
  cipherSuites.rows.flatMap(suite => {
    const parts = partsOf(suite)
    const known = suite.openssl !== null && parts !== null && ['RSA', 'DHE', 'ECDHE'].includes(parts.keyExchange ?? '')
    return known && parts.authentication === 'RSA' && parts.firstProtocol <= version && version <= parts.lastProtocol ? suite.name : []
  })

/** What `--survey full` finds at a server where everything is turned on, asked one at a time. */
export const fullSurvey: Survey = {
  kind: 'full',
  protocols: {
    SSLv2: 'accepted',
    SSLv3: 'unknown',
    'TLSv1.0': 'accepted',
    'TLSv1.1': 'accepted',
    'TLSv1.2': 'accepted',
    'TLSv1.3': 'accepted',
  },
  cipherSuites: {
    SSLv2: ['SSL_CK_DES_192_EDE3_CBC_WITH_MD5', 'SSL_CK_RC4_128_WITH_MD5'],
    'TLSv1.0': everySuite(0x0301),
    'TLSv1.1': everySuite(0x0303).filter(name => everySuite(0x0302).includes(name)),
    'TLSv1.2': everySuite(0x0303),
    'TLSv1.3': ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_CCM_8_SHA256'],
  },
  cipherOrder: { SSLv2: 'client', 'TLSv1.0': 'server', 'TLSv1.1': 'server', 'TLSv1.2': 'server', 'TLSv1.3': 'unknown' },
  groups: ['X25519MLKEM768', 'x25519', 'secp256r1', 'x448', 'secp384r1', 'secp521r1', 'ffdhe2048', 'ffdhe3072'],
  groupsByProtocol: {
    'TLSv1.2': ['x25519', 'secp256r1', 'x448', 'secp384r1', 'secp521r1'],
    'TLSv1.3': ['X25519MLKEM768', 'x25519', 'secp256r1', 'x448', 'secp384r1', 'secp521r1', 'ffdhe2048', 'ffdhe3072'],
  },
  signatureSchemes: ['rsa_pss_rsae_sha256', 'rsa_pss_rsae_sha384', 'rsa_pss_rsae_sha512', 'rsa_pkcs1_sha256', 'rsa_pkcs1_sha1'],
  signatureSchemesByProtocol: {
    'TLSv1.2': ['rsa_pss_rsae_sha256', 'rsa_pss_rsae_sha384', 'rsa_pss_rsae_sha512', 'rsa_pkcs1_sha256', 'rsa_pkcs1_sha1'],
    'TLSv1.3': ['rsa_pss_rsae_sha256', 'rsa_pss_rsae_sha384', 'rsa_pss_rsae_sha512'],
  },
  dhPrimeBits: 1024,
  features: [
    feature('secure-renegotiation', 'yes', 'renegotiation_info is answered', 4),
    feature('alpn', 'yes', 'http/1.1 is chosen', 5),
    feature('dh-parameters', 'yes', '1024 bits (RFC 2409 group 2)', 9),
    feature('compression', 'no', 'DEFLATE is not chosen when it is offered', 4),
    feature('heartbeat', 'no', 'the heartbeat extension is not answered', 4),
    feature('early-data', 'unknown', 'no session ticket came'),
  ],
  clients: [
    connects('chrome', 'Chrome 131', 'TLSv1.3', 'TLS_AES_256_GCM_SHA384', 'X25519MLKEM768'),
    connects('java-8u161', 'Java 8u161', 'TLSv1.2', 'TLS_RSA_WITH_AES_128_CBC_SHA', null),
    {
      ...connects('tls-1.3-only', 'A client of X448', '', '', null),
      connects: 'no',
      protocol: null,
      cipherSuite: null,
      detail: 'none of its 2 cipher suites is accepted in TLSv1.3, and no older version is offered, which is all it knows of the protocol',
    },
    { ...connects('ie-6', 'IE 6', '', '', null), connects: 'unknown', protocol: null, cipherSuite: null, detail: 'SSLv3 is not known' },
  ],
  complete: false,
  completeFor: { cipherSuites: ['TLSv1.2', 'TLSv1.3'], groups: ['TLSv1.2', 'TLSv1.3'], signatureSchemes: ['TLSv1.2'] },
  cost: { connections: 141, roundTrips: 23, durationMs: 1834 },
  notes: ['asked one at a time, since the server reset parallel connections'],
  probes: [
    { number: 1, asked: 'every cipher suite in SSLv3', answer: 'not known: no answer in time' },
    { number: 12, asked: 'the cipher suites most in use in TLSv1.0', answer: 'TLSv1.0, TLS_DHE_RSA_WITH_AES_256_CBC_SHA' },
  ],
}
