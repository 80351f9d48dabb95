import { describe, expect, test } from 'vitest'
import { type HelloContext, type HelloParts, helloOf } from '../../src/probe/hello.ts'
import { ledgerOf, suitesOf } from '../../src/probe/ledger.ts'
import type { Accepted, Answer, Asked, Offer, Outcome } from '../../src/probe/offer.ts'

const context: HelloContext = { servername: null, alpn: [], random: length => new Uint8Array(length) }
const [gcm, cbc, rsa] = [0xc02f, 0xc013, 0x002f]

const alert = (code: number): Outcome => ({ kind: 'refused', by: 'alert', alert: code })
const silence: Outcome = { kind: 'unknown', why: 'timeout', detail: 'no answer in time' }

function accepts(version: number, cipherSuite: number, more: Partial<Accepted> = {}): Accepted {
  const fields = {
    legacyVersion: version,
    random: new Uint8Array(32),
    sessionId: new Uint8Array(0),
    cipherSuite,
    compressionMethod: 0,
    extensions: [],
  }
  const nothing = { presented: [], keyExchange: null, encryptedExtensions: null, asksForCertificate: null }
  const answer: Answer = { hello: { kind: 'server_hello', ...fields }, ...nothing }
  return { kind: 'accepted', version, cipherSuite, group: null, signatureScheme: null, answer, ...more }
}

type Row = readonly [about: Offer['about'], parts: HelloParts, outcome: Outcome]
const asked = (...rows: readonly Row[]): Asked[] =>
  rows.map(([about, parts, outcome], index) => ({
    number: index + 1,
    offer: { title: '', about, hello: helloOf(context, parts) },
    outcome,
  }))
const tls12 = (...cipherSuites: number[]): HelloParts => ({ version: 0x0303, cipherSuites })

describe('a version', () => {
  test.each<[string, readonly Row[], object]>([
    ['is accepted by an answer', [['groups', tls12(gcm), accepts(0x0303, gcm)]], { support: 'accepted', probes: [1] }],
    ['is refused by alert protocol_version', [['cipher-suites', tls12(gcm), alert(70)]], { support: 'refused', probes: [1] }],
    ['is refused by an older version', [['cipher-suites', tls12(rsa), accepts(0x0301, rsa)]], { support: 'refused', probes: [1] }],
    ['is not known by a refusal of some suites', [['cipher-suites', tls12(gcm), alert(40)]], { support: 'unknown', probes: [] }],
    [
      'is refused with the last of its suites',
      [
        ['cipher-suites', tls12(gcm, cbc), alert(40)],
        ['cipher-suites', tls12(...suitesOf(0x0303)), alert(40)],
      ],
      { support: 'refused', probes: [1, 2] },
    ],
    ['is not known without an answer', [['cipher-suites', tls12(gcm), silence]], { support: 'unknown', probes: [1] }],
    [
      'stays accepted whatever came later',
      [
        ['cipher-suites', tls12(gcm), accepts(0x0303, gcm)],
        ['cipher-suites', tls12(cbc), alert(70)],
      ],
      { support: 'accepted', probes: [1] },
    ],
    ['is not refused by what an odd hello met', [['version-tolerance', tls12(gcm), alert(70)]], { support: 'unknown', probes: [] }],
    ["is not refused by a client's own hello", [['client', tls12(gcm), accepts(0x0302, cbc)]], { support: 'unknown', probes: [] }],
    ['is not known by the answer to another name', [['server-name', tls12(gcm), accepts(0x0303, gcm)]], { support: 'unknown', probes: [] }],
  ])('%s', (_, rows, finding) => {
    expect(ledgerOf(asked(...rows)).protocol(0x0303)).toEqual(finding)
  })
})

describe('a cipher suite', () => {
  test.each<[string, readonly Row[], object]>([
    [
      'is refused with the hello about suites that offers it',
      [['cipher-suites', tls12(gcm), alert(40)]],
      { support: 'refused', probes: [1] },
    ],
    ['is refused with its version', [['groups', tls12(cbc), alert(70)]], { support: 'refused', probes: [1] }],
    ['is not refused with a hello about something else', [['groups', tls12(gcm), alert(40)]], { support: 'unknown', probes: [] }],
    ['is not refused with a hello about several things', [['several', tls12(gcm), alert(40)]], { support: 'unknown', probes: [] }],
    [
      'is not refused because another one is chosen',
      [['cipher-suites', tls12(gcm, cbc), accepts(0x0303, cbc)]],
      { support: 'unknown', probes: [] },
    ],
    [
      'is accepted when it is chosen for a hello about anything',
      [['alpn', tls12(gcm), accepts(0x0303, gcm)]],
      { support: 'accepted', probes: [1] },
    ],
    ['is refused by silence never', [['cipher-suites', tls12(gcm), silence]], { support: 'unknown', probes: [1] }],
    [
      'is refused by the later of an unknown and a refusal',
      [
        ['cipher-suites', tls12(gcm), silence],
        ['cipher-suites', tls12(gcm), alert(40)],
      ],
      { support: 'refused', probes: [2] },
    ],
  ])('%s', (_, rows, finding) => {
    expect(ledgerOf(asked(...rows)).cipherSuite(0x0303, gcm)).toEqual(finding)
  })

  test('counts in the newest version of the hello', () => {
    const ledger = ledgerOf(asked(['cipher-suites', { version: 0x0302, cipherSuites: [cbc, gcm] }, alert(40)]))
    expect([0x0301, 0x0302, 0x0303].map(version => ledger.cipherSuite(version, cbc).support)).toEqual(['unknown', 'refused', 'unknown'])
    // An AEAD suite has no place in TLS 1.1, and so was not asked there.
    expect(ledger.cipherSuite(0x0302, gcm).support).toBe('unknown')
  })

  test('of SSLv2 is accepted or refused by whether the server names it', () => {
    const hello = {
      kind: 'sslv2_client_hello',
      version: 2,
      cipherKinds: [0x010080, 0x0700c0],
      sessionId: new Uint8Array(0),
      challenge: new Uint8Array(16),
    } as const
    const answer = {
      ...{ hello: { kind: 'sslv2_server_hello', sessionIdHit: 0, certificateType: 1, version: 2, certificate: new Uint8Array(0) } },
      ...{ presented: [], keyExchange: null, encryptedExtensions: null, asksForCertificate: null },
    }
    const named = {
      ...answer,
      hello: { ...answer.hello, cipherKinds: [0x0700c0, 0x030080], connectionId: new Uint8Array(16) },
    } as Accepted['answer']
    const ledger = ledgerOf([
      { number: 1, offer: { title: '', about: 'cipher-suites', hello }, outcome: { ...accepts(2, 0x0700c0), answer: named } },
    ])
    expect([0x010080, 0x0700c0, 0x030080].map(kind => ledger.cipherSuite(2, kind).support)).toEqual(['refused', 'accepted', 'unknown'])
    expect(ledger.protocol(2).support).toBe('accepted')
  })
})

describe('a group', () => {
  const groups = (...codes: number[]): HelloParts => ({ ...tls12(gcm), groups: codes })

  test('is refused with the hello about groups that offers it', () => {
    const ledger = ledgerOf(
      asked(['groups', groups(0x1d, 0x18), alert(40)], ['groups', groups(0x17), accepts(0x0303, gcm, { group: 0x17 })]),
    )
    expect([0x1d, 0x18, 0x17, 0x19].map(code => ledger.group(0x0303, code).support)).toEqual(['refused', 'refused', 'accepted', 'unknown'])
  })

  test('is refused before TLS 1.3 with every suite that could choose it', () => {
    const ledger = ledgerOf(
      asked(['cipher-suites', tls12(...suitesOf(0x0303)), alert(40)], ['cipher-suites', tls12(rsa), accepts(0x0303, rsa)]),
    )
    expect(ledger.group(0x0303, 0x1d)).toEqual({ support: 'refused', probes: [1] })
    expect(ledger.signatureScheme(0x0303, 0x0401).support).toBe('refused')
  })
})

test('a signature scheme is refused with the hello about schemes that offers it', () => {
  const parts = { ...tls12(gcm), signatureSchemes: [0x0401, 0x0201] }
  const ledger = ledgerOf(asked(['signature-schemes', parts, alert(40)], ['alpn', tls12(gcm), accepts(0x0303, gcm)]))
  expect([0x0401, 0x0201, 0x0804].map(code => ledger.signatureScheme(0x0303, code).support)).toEqual(['refused', 'refused', 'unknown'])
})

describe('a refusal that nothing bears out is none', () => {
  const ecdsa = 0xc02b
  const onP256 = Buffer.from('301306072a8648ce3d020106082a8648ce3d030107', 'hex')
  const withCurve = (group: number): Accepted => {
    const accepted = accepts(0x0303, ecdsa, { group })
    return { ...accepted, answer: { ...accepted.answer, presented: [onP256] } }
  }
  const signed = accepts(0x0303, ecdsa, { group: 0x1d, signatureScheme: 0x0807 })
  const forEdDsa: Accepted = { ...signed, answer: { ...signed.answer, presented: [Uint8Array.of(0x30, 0)] } }
  const groups = (suite: number, ...codes: number[]): HelloParts => ({ ...tls12(suite), groups: codes })
  const control: Row = ['control', tls12(gcm), accepts(0x0303, gcm, { group: 0x17, signatureScheme: 0x0804 })]

  test.each<[string, readonly Row[], string]>([
    ['by no suite of the hello', [['groups', groups(cbc, 0x18), alert(40)], control], 'unknown'],
    [
      'by a suite without a group',
      [
        ['groups', groups(rsa, 0x18), alert(40)],
        ['alpn', tls12(rsa), accepts(0x0303, rsa)],
      ],
      'unknown',
    ],
    ['by an answer with the very group', [['groups', groups(gcm, 0x18, 0x17), alert(40)], control], 'unknown'],
    ['but by a suite of the hello with another group', [['groups', groups(gcm, 0x18), alert(40)], control], 'refused'],
    [
      'by a certificate whose curve is missing',
      [
        ['groups', groups(ecdsa, 0x18), alert(40)],
        ['alpn', tls12(ecdsa), withCurve(0x1d)],
      ],
      'unknown',
    ],
    [
      'but by one whose curve is there',
      [
        ['groups', groups(ecdsa, 0x18, 0x17), alert(40)],
        ['alpn', tls12(ecdsa), withCurve(0x1d)],
      ],
      'refused',
    ],
    [
      'but by a certificate for EdDSA, which needs no curve',
      [
        ['groups', groups(ecdsa, 0x18), alert(40)],
        ['alpn', tls12(ecdsa), forEdDsa],
      ],
      'refused',
    ],
  ])('of a group: %s', (_, rows, support) => {
    expect(ledgerOf(asked(...rows)).group(0x0303, 0x18).support).toBe(support)
  })

  test.each<[string, readonly Row[], string]>([
    ['by no suite of the hello', [['signature-schemes', { ...tls12(cbc), signatureSchemes: [0x0201] }, alert(40)], control], 'unknown'],
    [
      'by a suite that signs nothing',
      [
        ['signature-schemes', { ...tls12(rsa), signatureSchemes: [0x0201] }, alert(40)],
        ['alpn', tls12(rsa), accepts(0x0303, rsa)],
      ],
      'unknown',
    ],
    [
      'by a suite that signs beside one of another certificate',
      [
        ['signature-schemes', { ...tls12(gcm, ecdsa), signatureSchemes: [0x0201] }, alert(40)],
        ['alpn', tls12(ecdsa), withCurve(0x1d)],
        control,
      ],
      'unknown',
    ],
    [
      'but by a suite that signs beside one of another certificate that is refused',
      [
        ['signature-schemes', { ...tls12(gcm, ecdsa), signatureSchemes: [0x0201] }, alert(40)],
        ['cipher-suites', tls12(ecdsa), alert(40)],
        control,
      ],
      'refused',
    ],
    [
      'by a certificate that it is not for',
      [
        ['signature-schemes', { ...tls12(ecdsa), signatureSchemes: [0x0201] }, alert(40)],
        ['alpn', tls12(ecdsa), withCurve(0x1d)],
      ],
      'unknown',
    ],
    ['but by a suite that signs', [['signature-schemes', { ...tls12(gcm), signatureSchemes: [0x0201] }, alert(40)], control], 'refused'],
  ])('of a scheme: %s', (_, rows, support) => {
    expect(ledgerOf(asked(...rows)).signatureScheme(0x0303, 0x0201).support).toBe(support)
  })

  const tls13 = (parts: Partial<HelloParts> = {}): HelloParts => ({ version: 0x0304, cipherSuites: [0x1301, 0x1302], ...parts })
  const share = (group: number) => ({ shares: [{ group, keyExchange: new Uint8Array(32) }] })
  const p256 = accepts(0x0304, 0x1301, { group: 0x17 })
  test.each<[string, readonly Row[], string]>([
    ['by nothing at all', [['cipher-suites', tls13(share(0x1d)), alert(40)]], 'unknown'],
    [
      'by an answer to another share',
      [
        ['cipher-suites', tls13(share(0x1d)), alert(40)],
        ['control', tls13(share(0x17)), p256],
      ],
      'unknown',
    ],
    [
      'but by an answer to this share',
      [
        ['cipher-suites', tls13(share(0x17)), alert(40)],
        ['control', tls13(share(0x17)), p256],
      ],
      'refused',
    ],
    [
      'but by an answer without any',
      [
        ['cipher-suites', tls13(share(0x1d)), alert(40)],
        ['control', tls13(), p256],
      ],
      'refused',
    ],
  ])('of a suite of TLS 1.3: %s', (_, rows, support) => {
    expect(ledgerOf(asked(...rows)).cipherSuite(0x0304, 0x1302).support).toBe(support)
  })

  test('and neither is the version, unless the server chose an older one or said so', () => {
    const all = tls13({ cipherSuites: suitesOf(0x0304), ...share(0x1d) })
    const supports = (...rows: Row[]): string => ledgerOf(asked(['cipher-suites', all, alert(40)], ...rows)).protocol(0x0304).support
    expect(supports()).toBe('unknown')
    expect(supports(['several', tls13(), accepts(0x0303, gcm)])).toBe('refused')
    expect(supports(['several', tls13(), alert(70)])).toBe('refused')
  })

  test('the handshake bears out too', () => {
    const refused = asked(['cipher-suites', tls13(share(0x1d)), alert(40)])
    const shown = { version: 0x0304, cipherSuite: 0x1301, group: 0x1d, curve: null }
    expect(ledgerOf(refused, shown).cipherSuite(0x0304, 0x1302).support).toBe('refused')
    expect(ledgerOf(refused, { ...shown, group: 0x17 }).cipherSuite(0x0304, 0x1302).support).toBe('unknown')
  })

  test('of a user that the server does not know, when it chose a suite of SRP', () => {
    const ledger = ledgerOf(asked(['cipher-suites', tls12(0xc01d, cbc), alert(115)], ['cipher-suites', tls12(gcm), alert(115)]))
    expect([0xc01d, cbc, gcm].map(code => ledger.cipherSuite(0x0303, code).support)).toEqual(['unknown', 'unknown', 'refused'])
    expect(ledger.cipherSuite(0x0303, cbc).doubt).toContain('SRP')
  })
})
