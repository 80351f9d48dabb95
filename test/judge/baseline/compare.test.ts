// What each kind of change means. Every row is read both ways: what makes a server weaker makes it stronger when it is taken back.
import { describe, expect, test } from 'vitest'
import type { Comparison } from '../../../src/judge/baseline/change.ts'
import { compare } from '../../../src/judge/baseline/compare.ts'
import type { TargetFacts } from '../../../src/judge/baseline/facts.ts'
import type { Severity } from '../../../src/judge/check.ts'
import { chain, facts, protocols, sound, suites12 } from './sample-facts.ts'

const said = ({ weaker, stronger, different, notCompared }: Comparison): string[] => [
  ...weaker.map(({ what, message }) => `weaker ${what}: ${message}`),
  ...stronger.map(({ what, message }) => `stronger ${what}: ${message}`),
  ...different.map(({ what, message }) => `different ${what}: ${message}`),
  ...notCompared.map(({ what, message }) => `not compared ${what}: ${message}`),
]

const { 'TLSv1.2': _, ...tls13Alone } = sound.cipherSuites
const tls12 = sound.cipherSuites['TLSv1.2']?.accepted ?? []

test('facts are equal to themselves, and every kind of them is compared', () => {
  const comparison = compare(sound, sound)
  expect(said(comparison)).toEqual([])
  expect(comparison.compared).toEqual(['handshake', 'protocols', 'suites', 'groups', 'signature-schemes', 'chain', 'key', 'features'])
  expect(comparison).toMatchObject({ clients: { gained: [], lost: [], compared: 3 }, checks: { failing: [], mended: [] } })
})

describe('a change for the worse is weaker, and taken back it is stronger', () => {
  test.each<[name: string, worse: Partial<TargetFacts>, weaker: string, remedy: string, stronger: string, better?: Partial<TargetFacts>]>([
    [
      'an obsolete version is accepted',
      { protocols: protocols({ 'TLSv1.0': 'accepted', 'TLSv1.1': 'accepted' }) },
      'protocols: TLSv1.0 and TLSv1.1 are accepted now',
      'obsolete-protocol-accepted',
      'protocols: TLSv1.0 and TLSv1.1 are no longer accepted',
    ],
    [
      'the newest version is refused',
      { protocols: protocols({ 'TLSv1.3': 'refused' }) },
      'protocols: TLSv1.3 is no longer accepted',
      'required-protocol-refused',
      'protocols: TLSv1.3 is accepted now',
    ],
    [
      'a suite that the default policy forbids is accepted',
      { cipherSuites: suites12({ accepted: [...tls12, 'TLS_RSA_WITH_AES_128_GCM_SHA256'] }) },
      'suites: TLS_RSA_WITH_AES_128_GCM_SHA256 is accepted in TLSv1.2 now',
      'weak-cipher-accepted',
      'suites: TLS_RSA_WITH_AES_128_GCM_SHA256 is no longer accepted in TLSv1.2',
    ],
    [
      'a suite without an AEAD is accepted beside those with one',
      { cipherSuites: suites12({ accepted: [...tls12, 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA'] }) },
      'suites: TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA is accepted in TLSv1.2 now',
      'weak-cipher-accepted',
      'suites: TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA is no longer accepted in TLSv1.2',
    ],
    [
      'a suite whose tag is short is accepted',
      { cipherSuites: suites12({ accepted: [...tls12, 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8'] }) },
      'suites: TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8 is accepted in TLSv1.2 now',
      'weak-cipher-accepted',
      'suites: TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8 is no longer accepted in TLSv1.2',
    ],
    [
      'the strongest suite is refused',
      { cipherSuites: suites12({ order: 'client', accepted: tls12.slice(1) }) },
      'suites: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 is no longer accepted in TLSv1.2',
      'policy-cipher-refused',
      'suites: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 is accepted in TLSv1.2 now',
    ],
    [
      'the last post-quantum group is refused',
      { groups: { complete: true, accepted: ['x25519', 'secp256r1'] } },
      'groups: X25519MLKEM768 is no longer accepted',
      'post-quantum-group-missing',
      'groups: X25519MLKEM768 is accepted now',
    ],
    [
      'a short group is accepted',
      { groups: { complete: true, accepted: [...sound.groups.accepted, 'secp192r1'] } },
      'groups: secp192r1 is accepted now',
      'weak-group-accepted',
      'groups: secp192r1 is no longer accepted',
    ],
    [
      'a prime of Diffie-Hellman is shorter',
      { dhPrimeBits: 1088 },
      'groups: the shortest prime of Diffie-Hellman has 1088 bits in the place of 1536',
      'weak-dh-parameters',
      'groups: the shortest prime of Diffie-Hellman has 1536 bits in the place of 1088',
      { dhPrimeBits: 1536 },
    ],
    [
      'a signature over SHA-1 is accepted',
      { signatureSchemes: { complete: true, accepted: ['ecdsa_secp256r1_sha256', 'ecdsa_sha1'] } },
      'signature-schemes: ecdsa_sha1 is accepted now',
      'weak-signature-scheme-accepted',
      'signature-schemes: ecdsa_sha1 is no longer accepted',
    ],
    [
      'the chain loses an intermediate',
      { chain: chain({ problem: 'certificate-chain-incomplete' }) },
      'chain: the chain lacks an intermediate certificate now',
      'certificate-chain-incomplete',
      'chain: the chain is complete and in order now',
    ],
    [
      'the signature of the certificate is weaker',
      { chain: chain({}, { signature: 'sha1WithRSAEncryption' }) },
      'chain: the certificate is signed with sha1WithRSAEncryption in the place of ecdsa-with-SHA384',
      'certificate-weak-signature',
      'chain: the certificate is signed with ecdsa-with-SHA384 in the place of sha1WithRSAEncryption',
    ],
    [
      'the key is weaker',
      { chain: chain({}, { key: 'RSA 2048', keyBits: 2048 }) },
      'key: the certificate has a key RSA 2048 in the place of EC secp256r1',
      'certificate-weak-key',
      'key: the certificate has a key EC secp256r1 in the place of RSA 2048',
    ],
    [
      'a protection is gone',
      { features: { ...sound.features, 'secure-renegotiation': 'no' } },
      'features: secure-renegotiation is no longer there',
      'policy-feature-missing',
      'features: secure-renegotiation is there now',
    ],
    [
      'a risk is there',
      { features: { ...sound.features, compression: 'yes' } },
      'features: compression is there now',
      'policy-feature-offered',
      'features: compression is no longer there',
    ],
    [
      'a client of today gets an older version',
      { handshake: sound.handshake && { ...sound.handshake, protocol: 'TLSv1.2' } },
      'handshake: a client of today gets TLSv1.2 in the place of TLSv1.3',
      'required-protocol-refused',
      'handshake: a client of today gets TLSv1.3 in the place of TLSv1.2',
    ],
    [
      'a client of today gets no post-quantum group',
      { handshake: sound.handshake && { ...sound.handshake, group: 'x25519' } },
      'handshake: a client of today gets x25519 in the place of X25519MLKEM768',
      'post-quantum-group-missing',
      'handshake: a client of today gets X25519MLKEM768 in the place of x25519',
    ],
  ])('%s', (_, worse, weaker, remedy, stronger, better = {}) => {
    const forth = compare(facts(better), facts(worse))
    expect(said(forth).filter(line => !line.startsWith('different '))).toEqual([`weaker ${weaker}`])
    expect(forth.weaker[0]?.remedy).toBe(remedy)
    expect(said(compare(facts(worse), facts(better))).filter(line => !line.startsWith('different '))).toEqual([`stronger ${stronger}`])
  })
})

test.each<[name: string, changed: Partial<TargetFacts>, expected: string[]]>([
  [
    'a suite between the weakest and the strongest',
    { cipherSuites: suites12({ accepted: [...tls12, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] }) },
    ['different suites: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 is accepted in TLSv1.2 now'],
  ],
  [
    'a suite that nobody knows',
    { cipherSuites: suites12({ accepted: [...tls12, 'cipher suite 0xfafa'] }) },
    ['different suites: cipher suite 0xfafa is accepted in TLSv1.2 now'],
  ],
  [
    'another order of the same suites',
    { cipherSuites: suites12({ accepted: tls12.toReversed() }) },
    [
      'different suites: the server prefers TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 to TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 in TLSv1.2 now',
    ],
  ],
  [
    'who chooses the suite',
    { cipherSuites: suites12({ order: 'client' }) },
    ['different suites: the client chooses the suite in TLSv1.2 now'],
  ],
  [
    'another group of the same strength',
    { groups: { complete: true, accepted: ['X25519MLKEM768', 'x25519', 'secp384r1'] } },
    ['different groups: secp384r1 is accepted now', 'different groups: secp256r1 is no longer accepted'],
  ],
  [
    'another good suite for a client of today',
    { handshake: sound.handshake && { ...sound.handshake, cipherSuite: 'TLS_AES_128_GCM_SHA256' } },
    ['different handshake: a client of today gets TLS_AES_128_GCM_SHA256 in the place of TLS_AES_256_GCM_SHA384'],
  ],
  [
    'another application protocol',
    { handshake: sound.handshake && { ...sound.handshake, alpn: null } },
    ['different handshake: a client of today gets no application protocol by ALPN in the place of h2'],
  ],
  [
    'another issuer',
    { chain: chain({}, { issuer: 'CN=Other' }) },
    ['different chain: the certificate is issued by CN=Other in the place of CN=Intermediate'],
  ],
  ['a longer chain', { chain: chain({ length: 3 }) }, ['different chain: the server sends 3 certificates in the place of 2']],
  [
    'a key of another type that is as strong',
    { chain: chain({}, { key: 'Ed25519', keyBits: 256 }) },
    ['different key: the certificate has a key Ed25519 in the place of EC secp256r1'],
  ],
])('is neither weaker nor stronger: %s', (_, changed, expected) => {
  expect(said(compare(sound, facts(changed)))).toEqual(expected)
})

describe('a prime of Diffie-Hellman', () => {
  const dhe = { cipherSuites: suites12({ accepted: [...tls12, 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384'] }) }

  test.each<[name: string, before: Partial<TargetFacts>, now: Partial<TargetFacts>, expected: string[], severity?: Severity | null]>([
    [
      'that is short and comes with its suites is weaker',
      {},
      { ...dhe, dhPrimeBits: 1024 },
      ['weaker groups: a prime of Diffie-Hellman of 1024 bits is in use now'],
    ],
    ['that is long and comes with its suites is their change', {}, { ...dhe, dhPrimeBits: 2048 }, []],
    ['that goes with its suites is theirs as well', { ...dhe, dhPrimeBits: 2048 }, {}, []],
    [
      'that was not seen now is not compared',
      { ...dhe, dhPrimeBits: 2048 },
      dhe,
      ['not compared groups: how long the prime of Diffie-Hellman is, is not known now'],
      'warning',
    ],
    [
      'that a lock file of old does not have is not compared, and is weak where it is short',
      dhe,
      { ...dhe, dhPrimeBits: 1024 },
      ['not compared groups: how long the prime of Diffie-Hellman was, which has 1024 bits now, was not known before'],
      'error',
    ],
    [
      'that neither side has seen is not compared',
      dhe,
      dhe,
      ['not compared groups: how long the prime of Diffie-Hellman is, is not known now'],
      'warning',
    ],
  ])('%s', (_, before, now, expected, severity) => {
    const comparison = compare(facts(before), facts(now))
    expect(said(comparison).filter(line => line.includes('Diffie-Hellman'))).toEqual(expected)
    expect(comparison.notCompared.map(gap => gap.severity)).toEqual(severity ? [severity] : [])
  })
})

describe('what is not known on both sides is not compared', () => {
  test.each<[name: string, before: Partial<TargetFacts>, now: Partial<TargetFacts>, expected: string[], severity?: Severity | null]>([
    [
      'a version that had no answer now',
      {},
      { protocols: protocols({ 'TLSv1.0': 'unknown' }) },
      ['not compared protocols: whether TLSv1.0 is accepted is not known now'],
      'error',
    ],
    [
      'a sound version that had no answer now',
      { protocols: protocols({ 'TLSv1.2': 'refused' }) },
      { protocols: protocols({ 'TLSv1.2': 'unknown' }) },
      ['not compared protocols: whether TLSv1.2 is accepted is not known now'],
    ],
    [
      'a version that had no answer then, refused now',
      { protocols: protocols({ 'TLSv1.0': 'unknown' }) },
      {},
      ['not compared protocols: whether TLSv1.0 was accepted was not known before'],
      'notice',
    ],
    [
      'a version that had no answer then, weak and accepted now',
      { protocols: protocols({ 'TLSv1.0': 'unknown' }) },
      { protocols: protocols({ 'TLSv1.0': 'accepted' }) },
      ['not compared protocols: whether TLSv1.0 was accepted was not known before'],
      'error',
    ],
    [
      'a suite that is not on a list of which the rest is unknown',
      {},
      { cipherSuites: suites12({ complete: false, order: 'unknown', accepted: tls12.slice(0, 1) }) },
      ['not compared suites: whether TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 is accepted in TLSv1.2 is not known now'],
    ],
    [
      'a weak suite that nobody asked about then',
      { cipherSuites: suites12({ complete: false }) },
      { cipherSuites: suites12({ complete: false, accepted: [...tls12, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'] }) },
      ['not compared suites: whether TLS_RSA_WITH_3DES_EDE_CBC_SHA was accepted in TLSv1.2 was not known before'],
      'error',
    ],
    [
      'the rest of a list',
      {},
      { groups: { ...sound.groups, complete: false } },
      ['not compared groups: which other groups are accepted is not known now'],
    ],
    ['features', {}, { features: {} }, ['not compared features: the features could be seen before, and cannot now']],
    [
      'one feature',
      {},
      { features: { ...sound.features, compression: 'unknown' } },
      ['not compared features: of one side only it is known whether it has compression'],
    ],
    [
      'one feature that is as it should be now',
      { features: { ...sound.features, compression: 'unknown' } },
      {},
      ['not compared features: of one side only it is known whether it has compression'],
      'notice',
    ],
    [
      'the order of the chain',
      { chain: chain({ problem: 'unknown' }) },
      {},
      ['not compared chain: whether the chain is in order was not known before'],
    ],
    [
      'the suites of a version that was accepted',
      { cipherSuites: tls13Alone },
      {},
      ['not compared suites: the cipher suites of TLSv1.2 could be seen now, and could not before'],
    ],
    [
      'the suites of a version that may be accepted',
      {},
      { cipherSuites: tls13Alone },
      ['not compared suites: the cipher suites of TLSv1.2 could be seen before, and cannot now'],
    ],
    [
      'everything, of a server that nobody reached',
      {},
      { handshake: null, protocols: {}, cipherSuites: {}, groups: { complete: false, accepted: [] }, chain: null },
      ['not compared handshake: nothing was found out that could be compared'],
    ],
  ])('%s', (_, before, now, expected, severity = 'warning') => {
    const comparison = compare(facts(before), facts(now))
    expect(said(comparison)).toEqual(expected)
    expect(comparison.notCompared.map(gap => gap.severity)).toEqual([severity])
  })

  test.each<[name: string, side: Partial<TargetFacts>, expected: string[], severity?: Severity]>([
    [
      'a version',
      { protocols: protocols({ 'TLSv1.0': 'unknown', 'TLSv1.1': 'unknown' }) },
      ['not compared protocols: whether TLSv1.0 and TLSv1.1 are accepted is not known on either side'],
    ],
    [
      'the rest of the suites',
      { cipherSuites: suites12({ complete: false }) },
      ['not compared suites: which other cipher suites are accepted in TLSv1.2 is not known on either side'],
    ],
    [
      'the rest of the groups, though everything was asked',
      { groups: { ...sound.groups, complete: false } },
      ['not compared groups: which other groups are accepted is not known on either side'],
    ],
    [
      'the rest of the signature schemes',
      { signatureSchemes: { ...sound.signatureSchemes, complete: false } },
      ['not compared signature-schemes: which other signature schemes are accepted is not known on either side'],
      'notice',
    ],
    [
      'a feature',
      { features: { ...sound.features, 'strict-server-name': 'unknown' } },
      ['not compared features: whether it has strict-server-name is known of neither side'],
      'notice',
    ],
    ['every feature', { features: {} }, ['not compared features: the features could be seen neither before nor now']],
    [
      'the order of the chain',
      { chain: chain({ problem: 'unknown' }) },
      ['not compared chain: whether the chain is in order is not known on either side'],
    ],
  ])('nor is what neither side knows: %s', (_, side, expected, severity = 'warning') => {
    const comparison = compare(facts(side), facts(side))
    expect(said(comparison)).toEqual(expected)
    expect(comparison.notCompared.map(gap => gap.severity)).toEqual([severity])
  })

  test('nor is a certificate that one side does not have', () => {
    expect(said(compare(facts({ chain: chain({ certificates: [] }) }), sound))).toEqual([
      'not compared chain: the certificate of the server could be seen now, and could not before',
      'not compared key: the key of the certificate could be seen now, and could not before',
    ])
  })

  test('nor is anything with a lock file that somebody has emptied', () => {
    const list = { complete: false, accepted: [] }
    const nothing = { handshake: null, protocols: {}, cipherSuites: {}, groups: list, signatureSchemes: list, features: {}, chain: null }
    const { compared, notCompared } = compare(facts(nothing), sound)
    expect(compared).toEqual([])
    expect(notCompared.map(({ what, severity }) => `${severity} ${what}`)).toEqual(
      ['handshake', 'protocols', 'suites', 'groups', 'signature-schemes', 'chain', 'key', 'features'].map(what => `warning ${what}`),
    )
  })

  test('of a run that asked for less what no survey tells counts like anything else', () => {
    const side = facts({ ...{ features: { ...sound.features, 'early-data': 'unknown' } }, cipherSuites: suites12({ complete: false }) })
    expect(compare(side, side).notCompared.map(gap => gap.severity)).toEqual(['warning', 'warning'])
  })

  test('but a server that shows no certificate and fails the handshake is as it was', () => {
    const side = facts({ handshake: null, chain: null })
    expect(said(compare(side, side))).toEqual([])
  })
})

test('clients are gained and lost where both sides know of them', () => {
  const clients = { chrome: 'yes', 'java-8u161': 'no', 'java-6': 'yes', curl: 'yes' } as const
  expect(compare(sound, facts({ clients })).clients).toEqual({ gained: ['java-6'], lost: ['java-8u161'], compared: 3 })
  const unknown = { ...clients, 'java-8u161': 'unknown' } as const
  expect(compare(sound, facts({ clients: unknown })).clients.lost).toEqual([])
})

test('a check that fails for another cause fails anew', () => {
  const before = facts({
    failed: {
      'handshake/completion': [{ cause: 'certificate-expired', severity: 'error' }],
      'cipher/suites': [{ cause: 'weak-cipher-accepted', severity: 'error' }],
    },
  })
  const now = facts({ failed: { 'handshake/completion': [{ cause: 'connection-refused', severity: 'error' }] } })
  expect(compare(before, now).checks).toEqual({ failing: ['handshake/completion'], mended: ['cipher/suites'] })
})

test('whether a check fails for more than in a file that has causes alone is not known', () => {
  const failed = { 'cipher/suites': [{ cause: 'weak-cipher-accepted', severity: 'error' as const }] }
  const ofOld = facts({ failed: { 'cipher/suites': 'weak-cipher-accepted' } })
  const message = 'whether cipher/suites fails for more than before is not known'
  for (const now of [facts({ failed }), ofOld]) {
    const { checks, notCompared } = compare(ofOld, now)
    expect({ checks, notCompared }).toEqual({
      checks: { failing: [], mended: [] },
      notCompared: [{ what: 'checks', message, severity: 'warning' }],
    })
  }
  expect(compare(facts({ failed: { 'cipher/suites': 'policy-cipher-accepted' } }), ofOld).checks.failing).toEqual(['cipher/suites'])
})
