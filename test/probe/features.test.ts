import { describe, expect, test } from 'vitest'
import { type FeatureName, featureRows, featuresOf } from '../../src/probe/features.ts'
import { type HelloContext, helloOf } from '../../src/probe/hello.ts'
import { ledgerOf, suitesOf } from '../../src/probe/ledger.ts'
import type { Accepted, Asked, Offer, Outcome } from '../../src/probe/offer.ts'
import { fullSurvey } from '../../src/probe/survey/full.ts'
import type { ServerHelloExtension } from '../../src/wire/extensions.ts'
import type { ServerKeyExchange } from '../../src/wire/key-exchange.ts'
import { type Model, modelServer, nineSuites, runAll } from './survey/model.ts'

const context: HelloContext = { servername: 'a.example', alpn: ['h2'], random: length => new Uint8Array(length) }
const [tls12, tls13, ecdhe, dhe, cbc] = [0x0303, 0x0304, 0xc02f, 0x009e, 0xc013]

const alert = (code: number): Outcome => ({ kind: 'refused', by: 'alert', alert: code })
const silence: Outcome = { kind: 'unknown', why: 'timeout', detail: 'no answer in time' }

interface Said {
  readonly version?: number
  readonly suite?: number
  readonly extensions?: readonly ServerHelloExtension[]
  readonly keyExchange?: ServerKeyExchange
  readonly leaf?: number
  readonly compression?: number
  readonly random?: Uint8Array
  readonly asksForCertificate?: boolean
}

function says({ version = tls12, suite = ecdhe, extensions = [], ...more }: Said = {}): Accepted {
  const { keyExchange = null, compression = 0, random = new Uint8Array(32), leaf, asksForCertificate = false } = more
  const fields = { legacyVersion: version, random, sessionId: new Uint8Array(0), cipherSuite: suite, compressionMethod: compression }
  const presented = leaf === undefined ? [] : [Uint8Array.of(leaf)]
  const answer = {
    hello: { kind: 'server_hello' as const, ...fields, extensions },
    presented,
    keyExchange,
    encryptedExtensions: null,
    asksForCertificate,
  }
  return { kind: 'accepted', version, cipherSuite: suite, group: null, signatureScheme: null, answer }
}

const offer = (about: Offer['about'], version = tls12, cipherSuites: readonly number[] = [ecdhe, dhe, cbc], asking = context): Offer => ({
  title: '',
  about,
  hello: helloOf(asking, { version, cipherSuites, compressionMethods: version < tls13 ? [1, 0] : [0] }),
})
const asked = (...pairs: readonly (readonly [Offer, Outcome])[]): Asked[] =>
  pairs.map(([each, outcome], index) => ({ number: index + 1, offer: each, outcome }))
const usual = offer('cipher-suites')
const foreign = offer('server-name', tls12, undefined, { ...context, servername: 'b.example' })
const unspoken = offer('alpn', tls12, undefined, { ...context, alpn: ['x'] })
/** The same as the usual one, but for its form. */
const split: Offer = { ...usual, about: 'split-tolerance', fragmentSize: 150 }

const dh = (bits: number, key: number): ServerKeyExchange => ({
  ...{ kind: 'server_key_exchange', form: 'fields', pskIdentityHint: null, signature: null },
  params: { kind: 'dh', prime: new Uint8Array(bits / 8).fill(0xff), generator: Uint8Array.of(2), publicKey: Uint8Array.of(key) },
})
const ec = (key: number): ServerKeyExchange => ({
  ...{ kind: 'server_key_exchange', form: 'fields', pskIdentityHint: null, signature: null },
  params: { kind: 'ec', curveType: 3, group: 0x1d, publicKey: Uint8Array.of(key) },
})

/** With a version that does not exist. */
const listing: Offer = {
  title: '',
  about: 'version-tolerance',
  hello: helloOf(context, {
    version: tls13,
    cipherSuites: [0x1301, ecdhe],
    extensions: [{ kind: 'supported_versions', versions: [0x0399, tls13, tls12] }],
  }),
}

/** Every suite of these versions refused by alert protocol_version. */
const refused = (...versions: number[]): (readonly [Offer, Outcome])[] =>
  versions.map(version => [offer('cipher-suites', version, suitesOf(version)), alert(70)])
const before13 = [0x0300, 0x0301, 0x0302, 0x0303]

describe('a feature', () => {
  test.each<[FeatureName, string, readonly (readonly [Offer, Outcome])[], string, string]>([
    [
      'secure-renegotiation',
      'answered',
      [[usual, says({ extensions: [{ kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) }] })]],
      'yes',
      'renegotiation_info is answered',
    ],
    [
      'secure-renegotiation',
      'missing from one answer of two',
      [
        [usual, says({ extensions: [{ kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) }] })],
        [usual, says()],
      ],
      'no',
      'renegotiation_info is not answered',
    ],
    [
      'secure-renegotiation',
      'of a server with TLS 1.3 alone',
      refused(...before13),
      'yes',
      'no version before TLSv1.3 is accepted, and TLSv1.3 has no renegotiation',
    ],
    [
      'resumption-by-id',
      'of a server with TLS 1.3 alone',
      refused(...before13),
      'no',
      'no version before TLSv1.3 is accepted, and TLSv1.3 resumes sessions in a way of its own',
    ],
    [
      'resumption-by-ticket',
      'of a server with TLS 1.3 alone',
      refused(...before13),
      'no',
      'no version before TLSv1.3 is accepted, and TLSv1.3 resumes sessions in a way of its own',
    ],
    [
      'heartbeat',
      'answered',
      [[usual, says({ extensions: [{ kind: 'heartbeat', mode: 1 }] })]],
      'yes',
      'the heartbeat extension is answered',
    ],
    ['heartbeat', 'not answered', [[usual, says()]], 'no', 'the heartbeat extension is not answered'],
    ['compression', 'chosen', [[usual, says({ compression: 1 })]], 'yes', 'DEFLATE is chosen when it is offered'],
    [
      'compression',
      'not offered',
      [[offer('cipher-suites', tls13), says({ version: tls13, suite: 0x1301 })]],
      'unknown',
      'it was not asked',
    ],
    ['encrypt-then-mac', 'with an AEAD suite', [[usual, says()]], 'unknown', 'it was not asked'],
    [
      'encrypt-then-mac',
      'with a CBC suite',
      [[usual, says({ suite: cbc, extensions: [{ kind: 'encrypt_then_mac' }] })]],
      'yes',
      'encrypt_then_mac is answered',
    ],
    [
      'fallback-scsv',
      'refused in an older version',
      [
        [offer('cipher-suites', tls13), says({ version: tls13, suite: 0x1301 })],
        [offer('fallback'), alert(86)],
      ],
      'yes',
      'a hello with TLS_FALLBACK_SCSV is refused by alert inappropriate_fallback',
    ],
    [
      'fallback-scsv',
      'accepted in an older version',
      [
        [offer('cipher-suites', tls13), says({ version: tls13, suite: 0x1301 })],
        [offer('fallback'), says()],
      ],
      'no',
      'a hello with TLS_FALLBACK_SCSV is accepted in TLSv1.2',
    ],
    [
      'fallback-scsv',
      'refused with an alert for anything, in a version of other suites',
      [
        [offer('cipher-suites', tls13), says({ version: tls13, suite: 0x1301 })],
        [offer('cipher-suites', tls12, [0x002f]), says({ suite: 0x002f })],
        [offer('fallback'), alert(40)],
      ],
      'unknown',
      'no hello is accepted that differs in nothing else',
    ],
    [
      'fallback-scsv',
      'of a server whose one version is not known to be accepted',
      [...refused(...before13), [offer('cipher-suites', tls13), silence]],
      'unknown',
      'no version is known to be accepted',
    ],
    [
      'fallback-scsv',
      'refused for a newer version that no client comes by',
      [
        [usual, says()],
        [offer('cipher-suites', 0x0302, [cbc]), says({ version: 0x0302, suite: cbc })],
        [offer('fallback'), alert(86)],
      ],
      'yes',
      'a hello with TLS_FALLBACK_SCSV is refused by alert inappropriate_fallback',
    ],
    ['fallback-scsv', 'accepted in the newest version', [...refused(tls13), [offer('fallback'), says()]], 'unknown', 'it was not asked'],
    [
      'fallback-scsv',
      'without an answer',
      [
        [offer('cipher-suites', tls13), says({ version: tls13, suite: 0x1301 })],
        [offer('fallback'), silence],
      ],
      'unknown',
      'no answer in time',
    ],
    [
      'strict-alpn',
      'refused',
      [[offer('alpn'), alert(120)]],
      'yes',
      'an unknown application protocol is refused by alert no_application_protocol',
    ],
    [
      'strict-alpn',
      'refused with an alert for anything',
      [[unspoken, alert(40)]],
      'unknown',
      'no hello is accepted that differs in nothing else',
    ],
    [
      'strict-alpn',
      'refused with an alert for anything, and a known one is not',
      [
        [unspoken, alert(40)],
        [usual, says()],
      ],
      'yes',
      'an unknown application protocol is refused by alert handshake_failure',
    ],
    [
      'strict-alpn',
      'refused together with another list of suites',
      [
        [unspoken, alert(40)],
        [offer('cipher-suites', tls12, [dhe]), says({ suite: dhe })],
      ],
      'unknown',
      'no hello is accepted that differs in nothing else',
    ],
    ['strict-alpn', 'passed over', [[offer('alpn'), says()]], 'no', 'an unknown application protocol is passed over'],
    ['strict-server-name', 'refused', [[offer('server-name'), alert(112)]], 'yes', 'a foreign name is refused by alert unrecognized_name'],
    [
      'strict-server-name',
      'with the same certificate',
      [
        [usual, says({ leaf: 1 })],
        [offer('server-name'), says({ leaf: 1 })],
      ],
      'no',
      'a foreign name is answered with the same certificate',
    ],
    [
      'strict-server-name',
      'with another certificate',
      [
        [usual, says({ leaf: 1 })],
        [foreign, says({ leaf: 2 })],
      ],
      'yes',
      'a foreign name is answered with another certificate',
    ],
    [
      'strict-server-name',
      'with another certificate than one for other suites',
      [
        [offer('cipher-suites', tls12, [dhe]), says({ suite: dhe, leaf: 1 })],
        [foreign, says({ leaf: 2 })],
      ],
      'unknown',
      'the answer does not tell',
    ],
    [
      'strict-server-name',
      'hung up on, as is the usual one',
      [
        [usual, { kind: 'refused', by: 'close' }],
        [foreign, { kind: 'refused', by: 'close' }],
      ],
      'unknown',
      'no hello is accepted that differs in nothing else',
    ],
    [
      'split-tolerance',
      'hung up on, and accepted with more suites and in one piece',
      [
        [
          { ...offer('split-tolerance', tls12, [dhe]), fragmentSize: 150 },
          { kind: 'refused', by: 'close' },
        ],
        [usual, says()],
      ],
      'unknown',
      'no hello is accepted that differs in nothing else',
    ],
    ['version-tolerance', 'of a list that a server without TLS 1.3 need not have read', [[listing, says()]], 'unknown', 'it was not asked'],
    [
      'version-tolerance',
      'of a list that was read',
      [[listing, says({ version: tls13, suite: 0x1301 })]],
      'yes',
      'such a hello is accepted',
    ],
    [
      'split-tolerance',
      'hung up on, as is not the usual one',
      [
        [split, { kind: 'refused', by: 'close' }],
        [usual, says()],
      ],
      'no',
      'such a hello is refused',
    ],
    [
      'dh-parameters',
      'of 1024 bits',
      [[usual, says({ suite: dhe, keyExchange: dh(1024, 1) })]],
      'yes',
      '1024 bits (a prime that is not a well-known one)',
    ],
    [
      'dh-reuse',
      'with two keys alike',
      [
        [usual, says({ keyExchange: dh(1024, 1) })],
        [usual, says({ keyExchange: dh(1024, 1) })],
      ],
      'yes',
      'two answers have the same public key',
    ],
    [
      'dh-reuse',
      'with two keys that differ',
      [
        [usual, says({ keyExchange: dh(1024, 1) })],
        [usual, says({ keyExchange: dh(1024, 2) })],
      ],
      'no',
      'no two answers have the same public key',
    ],
    [
      'dh-reuse',
      'with one key',
      [[usual, says({ keyExchange: dh(1024, 1) })]],
      'unknown',
      'it takes two answers with the same group to tell',
    ],
    [
      'dh-reuse',
      'of a server without such suites',
      [[offer('cipher-suites', tls12, suitesOf(tls12)), alert(40)], ...refused(0x0300, 0x0301, 0x0302)],
      'no',
      'no suite with finite-field Diffie-Hellman is accepted',
    ],
    [
      'ecdh-reuse',
      'with two keys alike',
      [
        [usual, says({ keyExchange: ec(1) })],
        [usual, says({ keyExchange: ec(1) })],
      ],
      'yes',
      'two answers have the same public key',
    ],
    ['client-certificate-request', 'sent', [[usual, says({ asksForCertificate: true })]], 'yes', 'a certificate request is sent'],
    [
      'grease-tolerance',
      'without an answer',
      [[offer('grease-tolerance', tls12, [0x0a0a, ecdhe]), silence]],
      'unknown',
      'it was not asked',
    ],
    [
      'alpn',
      'chosen',
      [[usual, says({ extensions: [{ kind: 'application_layer_protocol_negotiation', protocols: ['h2'] }] })]],
      'yes',
      'h2 is chosen',
    ],
    ['alpn', 'offered but as one that nobody speaks', [[unspoken, says()]], 'unknown', 'it was not asked'],
    ['early-data', 'without TLS 1.3', refused(tls13), 'no', 'TLSv1.3 is refused'],
  ])('%s, %s', (name, _, pairs, status, detail) => {
    const feature = featuresOf(ledgerOf(asked(...pairs))).find(each => each.name === name)
    expect({ status: feature?.status, detail: feature?.detail }).toEqual({ status, detail })
  })

  test('names the probe it was read from', () => {
    const features = featuresOf(ledgerOf(asked([usual, silence], [usual, says({ extensions: [{ kind: 'heartbeat', mode: 1 }] })])))
    expect(features.find(({ name }) => name === 'heartbeat')?.evidence).toEqual(['probe 2'])
  })

  test('comes from whole handshakes where only they can tell', () => {
    const seen = { status: 'yes', detail: 'seen' } as const
    const resumption = { 'resumption-by-id': seen, 'resumption-by-ticket': seen, 'resumption-tls13': seen, 'early-data': seen }
    const known = (given: typeof resumption | null): string[] =>
      featuresOf(ledgerOf([]), given).flatMap(({ name, status }) => (status === 'unknown' ? [] : [name]))
    expect(known(null)).toEqual([])
    expect(known(resumption)).toEqual(Object.keys(resumption))
  })
})

describe('after a full survey', () => {
  const featuresOfModel = (change: Partial<Model>): Record<string, string> => {
    const ledger = ledgerOf(runAll(fullSurvey(context), modelServer({ ...nineSuites, ...change })).asked)
    return Object.fromEntries(featuresOf(ledger).map(({ name, status }) => [name, status]))
  }

  test.each<[string, Partial<Model>, Partial<Record<FeatureName, string>>]>([
    [
      'a tolerant server',
      {},
      {
        'version-tolerance': 'yes',
        'grease-tolerance': 'yes',
        'length-tolerance': 'yes',
        'split-tolerance': 'yes',
        'long-hello-tolerance': 'yes',
      },
    ],
    ['one that should refuse a fallback', {}, { 'fallback-scsv': 'yes', 'downgrade-sentinel': 'yes', 'secure-renegotiation': 'yes' }],
    [
      'one that does none of that',
      { lacks: ['fallback-scsv', 'sentinel', 'renegotiation'] },
      { 'fallback-scsv': 'no', 'downgrade-sentinel': 'no', 'secure-renegotiation': 'no' },
    ],
    [
      'one of TLS 1.2 alone',
      { versions: [tls12] },
      { 'version-tolerance': 'yes', 'fallback-scsv': 'yes', 'downgrade-sentinel': 'yes', 'early-data': 'no' },
    ],
  ])('of %s', (_, change, expected) => {
    expect(featuresOfModel(change)).toMatchObject(expected)
  })

  test('every feature is known that needs no whole handshake and no key', () => {
    const unknown = Object.entries(featuresOfModel({})).filter(([, status]) => status === 'unknown')
    // The model has no certificate and exchanges no keys, so that there are none to compare.
    expect(unknown.map(([name]) => name)).toEqual([
      'resumption-by-id',
      'resumption-by-ticket',
      'resumption-tls13',
      'early-data',
      'strict-server-name',
      'dh-parameters',
      'dh-reuse',
      'ecdh-reuse',
    ])
  })
})

test('the rows say what yes means', () => {
  for (const { title, meaning } of Object.values(featureRows))
    expect([title, meaning].every(text => /^[A-Za-z].*[^.]$/.test(text))).toBe(true)
})
