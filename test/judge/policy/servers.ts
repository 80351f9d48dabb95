// Model servers that the tests of policies share, and a policy's whole way from the plan to the checks.

import type { Certificate } from '../../../src/certificate/certificate.ts'
import type { Check } from '../../../src/judge/check.ts'
import { knownOf } from '../../../src/judge/policy/known.ts'
import { planOf } from '../../../src/judge/policy/plan.ts'
import type { Policy } from '../../../src/judge/policy/policy.ts'
import { judgePolicy } from '../../../src/judge/policy/rules.ts'
import { featuresOf } from '../../../src/probe/features.ts'
import { ledgerOf } from '../../../src/probe/ledger.ts'
import type { Asked } from '../../../src/probe/offer.ts'
import { askModel, type ModelServer } from './model-server.ts'

export const tls13Suites = ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256']
export const tls12Suites = ['ECDHE_ECDSA', 'ECDHE_RSA'].flatMap(exchange =>
  ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256'].map(cipher => `TLS_${exchange}_WITH_${cipher}`),
)
const mozillaGroups = ['x25519', 'secp256r1', 'secp384r1']

/** As Mozilla's generator sets it up on OpenSSL 3.0, with an RSA certificate. */
export const intermediate: ModelServer = {
  versions: ['TLSv1.2', 'TLSv1.3'],
  suites: [...tls13Suites, ...tls12Suites],
  groups: mozillaGroups,
}

/** The same on OpenSSL 3.5, with an ECDSA certificate. */
export const onCurves: ModelServer = { ...intermediate, groups: ['X25519MLKEM768', ...mozillaGroups], keys: ['ECDSA'] }

/** On OpenSSL 3.0, with a certificate on a key that is for EdDSA alone. */
export const forEdDsa: ModelServer = { ...intermediate, keys: ['EdDSA'], schemes: ['ed25519'] }

export const onlyTls13: ModelServer = {
  ...intermediate,
  versions: ['TLSv1.3'],
  suites: tls13Suites,
  groups: ['X25519MLKEM768', ...mozillaGroups],
}

/** As it was set up in 2012, and left alone. */
export const neglected: ModelServer = {
  versions: ['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
  suites: [
    'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
    'TLS_RSA_WITH_RC4_128_SHA',
    'TLS_RSA_WITH_AES_128_CBC_SHA',
    'TLS_DHE_RSA_WITH_AES_128_CBC_SHA',
    'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  ],
  order: 'server',
  groups: ['secp256r1', 'secp521r1'],
  schemes: ['rsa_pkcs1_sha256', 'rsa_pkcs1_sha1'],
  dhBits: 1024,
}

/** What the client of the handshake gets from a model: the newest version, and the first of what both have. */
function handshakeWith(server: ModelServer, leaf: Certificate | null) {
  const isNew = server.versions.includes('TLSv1.3')
  return knownOf(
    {
      protocol: isNew ? 'TLSv1.3' : (server.versions.at(-1) ?? null),
      cipherSuite: isNew ? 'TLS_AES_256_GCM_SHA384' : (server.suites.at(-1) ?? null),
      group: isNew ? (server.groups?.[0] ?? 'x25519') : null,
      signatureScheme: server.keys?.[0] === 'EdDSA' ? 'ed25519' : null,
    },
    leaf,
  )
}

export function certificate(changes: Partial<Certificate> = {}): Certificate {
  return {
    subject: 'CN=example.com',
    issuer: 'CN=Example CA',
    serialNumber: '01',
    notBefore: '2026-09-01T00:00:00.000Z',
    notAfter: '2026-11-29T23:59:59.000Z',
    names: { dns: ['example.com'], ip: [], other: [] },
    key: { type: 'RSA', bits: 2048, group: null },
    signatureAlgorithm: 'sha256WithRSAEncryption',
    basicConstraints: null,
    keyUsage: null,
    extendedKeyUsage: null,
    subjectKeyId: null,
    authorityKeyId: null,
    ocspUrls: [],
    issuerUrls: [],
    crlUrls: [],
    mustStaple: false,
    fingerprint256: 'AA',
    pem: '',
    ...changes,
  }
}

export const ecKey = { type: 'EC', bits: 256, group: 'secp256r1' } as const

/** The certificate that goes with a model. */
export const leafOf = ({ keys = ['RSA'] }: ModelServer): Certificate =>
  keys[0] === 'ECDSA' ? certificate({ key: ecKey, signatureAlgorithm: 'ecdsa-with-SHA256' }) : certificate()

export interface Gated {
  readonly checks: readonly Check[]
  readonly asked: readonly Asked[]
  readonly depth: number
  readonly leastConnections: number
}

/** @param shaken whether there was a handshake before */
export function gate(
  policy: Policy,
  server: ModelServer,
  { shaken = true, leaf = leafOf(server) }: { shaken?: boolean; leaf?: Certificate | null } = {},
): Gated {
  const known = shaken ? handshakeWith(server, leaf) : null
  const plan = planOf(policy, { servername: 'example.com', alpn: [], random: length => new Uint8Array(length), known })
  const { asked, depth } = askModel(server, plan.probes)
  const ledger = ledgerOf(asked, known)
  const checks = judgePolicy(policy, { ledger, features: featuresOf(ledger), known, leaf })
  return { checks, asked, depth, leastConnections: plan.leastConnections }
}

/** 'cipher/suites error': 'fail' */
export const statuses = (checks: readonly Check[]): Record<string, string> =>
  Object.fromEntries(checks.map(({ id, severity, status }) => [`${id} ${severity}`, status]))

export const messageOf = (checks: readonly Check[], id: string, status = 'fail'): string =>
  checks.find(check => check.id === id && check.status === status)?.message ?? `no check ${id} with status ${status}`
