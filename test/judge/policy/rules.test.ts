import { describe, expect, test } from 'vitest'
import type { Certificate } from '../../../src/certificate/certificate.ts'
import { extendPolicy } from '../../../src/judge/policy/extend.ts'
import { policyNamed } from '../../../src/judge/policy/policies.ts'
import type { Offer, Outcome } from '../../../src/probe/offer.ts'
import type { ModelServer } from './model-server.ts'
import {
  certificate,
  ecKey,
  gate,
  intermediate,
  messageOf,
  neglected,
  onCurves,
  onlyTls13,
  statuses,
  tls12Suites,
  tls13Suites,
} from './servers.ts'

const refusedBy = (alert: number): Outcome => ({ kind: 'refused', by: 'alert', alert })
const lost: Outcome = { kind: 'unknown', why: 'timeout', detail: 'no answer in time' }
const mozilla = policyNamed('mozilla-intermediate')

/** Model servers, and what the policies make of them: everything but the checks that pass. */
test.each<[string, string, ModelServer, Record<string, string>]>([
  ['mozilla-intermediate', 'set up after it on OpenSSL 3.0', intermediate, { 'group/post-quantum warning': 'fail' }],
  ['mozilla-intermediate', 'set up after it on OpenSSL 3.5', onCurves, {}],
  ['mozilla-modern', 'set up after intermediate', onCurves, { 'protocol/versions error': 'fail', 'cipher/suites error': 'fail' }],
  ['mozilla-modern', 'set up after it', { ...onlyTls13, keys: ['ECDSA'] }, {}],
  ['mozilla-old', 'set up after intermediate', intermediate, { 'cipher/order warning': 'fail', 'group/post-quantum warning': 'fail' }],
  ['pci-dss-4', 'set up after intermediate', intermediate, {}],
  ['default', 'set up after intermediate', intermediate, { 'group/post-quantum notice': 'fail' }],
  ['default', 'with TLS 1.3 alone', onlyTls13, {}],
  [
    'nist-800-52r2',
    'set up after intermediate',
    intermediate,
    { 'cipher/suites error': 'fail', 'group/allowed error': 'fail', 'policy/features error': 'fail' },
  ],
  [
    'bsi-tr-02102-2',
    'set up after intermediate',
    intermediate,
    {
      'cipher/suites error': 'fail',
      'group/allowed error': 'fail',
      'signature/schemes warning': 'fail',
      'policy/features warning': 'fail',
      'policy/certificate-key error': 'fail',
    },
  ],
  [
    'default',
    'neglected since 2012',
    neglected,
    {
      'protocol/versions error': 'fail',
      'protocol/required warning': 'fail',
      'cipher/suites error': 'fail',
      'group/post-quantum notice': 'fail',
      'group/dh-parameters error': 'fail',
      'signature/schemes error': 'fail',
    },
  ],
])('%s, on a server %s', (name, _, server, expected) => {
  const { checks } = gate(policyNamed(name), server)
  const failed = checks.filter(({ status }) => status !== 'pass')
  expect(statuses(failed)).toEqual(expected)
})

test.each<[string, string, ModelServer, string]>([
  ['protocol/versions', 'default', neglected, 'SSLv3, TLSv1.0 and TLSv1.1 are accepted; the policy starts at TLSv1.2'],
  ['protocol/required', 'default', neglected, 'TLSv1.3 is refused; the policy default recommends it'],
  [
    'cipher/suites',
    'default',
    neglected,
    'TLS_RSA_WITH_RC4_128_SHA, TLS_RSA_WITH_3DES_EDE_CBC_SHA and TLS_RSA_WITH_AES_128_CBC_SHA are accepted in SSLv3, TLSv1.0, TLSv1.1 and TLSv1.2; the policy default does not allow them',
  ],
  ['group/post-quantum', 'default', neglected, 'every group of the class post-quantum is refused; the policy default suggests it'],
  ['group/post-quantum', 'mozilla-intermediate', intermediate, 'X25519MLKEM768 is refused; the policy mozilla-intermediate recommends it'],
  ['group/dh-parameters', 'default', neglected, 'Diffie-Hellman primes of 1024 bits are in use; the policy default asks for 2048'],
  ['signature/schemes', 'default', neglected, 'rsa_pkcs1_sha1 is accepted in TLSv1.2; the policy default does not allow it'],
  [
    'cipher/order',
    'mozilla-modern',
    { ...onlyTls13, order: 'server' },
    'the server decides on the cipher suite in TLSv1.3; the policy mozilla-modern leaves it to the client',
  ],
  [
    'cipher/order',
    'mozilla-intermediate',
    { ...intermediate, order: 'server' },
    'the server decides on the cipher suite in TLSv1.2; the policy mozilla-intermediate leaves it to the client',
  ],
])('%s tells by name what %s has against a server', (id, name, server, message) => {
  expect(messageOf(gate(policyNamed(name), server).checks, id)).toBe(message)
})

test.each<[string, string, ModelServer, string]>([
  ['protocol/versions', 'default', intermediate, 'SSLv2, SSLv3, TLSv1.0 and TLSv1.1 are refused'],
  [
    'cipher/suites',
    'mozilla-modern',
    { ...onlyTls13, keys: ['ECDSA'] },
    'none of the 16 cipher suites that the policy mozilla-modern does not allow is accepted in TLSv1.3',
  ],
  ['group/dh-parameters', 'default', intermediate, 'no suite with finite-field Diffie-Hellman is accepted'],
  [
    'cipher/order',
    'mozilla-modern',
    { ...onlyTls13, suites: tls13Suites.slice(0, 1) },
    'TLSv1.3 has no other cipher suite than TLS_AES_256_GCM_SHA384 to decide on',
  ],
])('%s tells what passes it', (id, name, server, message) => {
  expect(messageOf(gate(policyNamed(name), server).checks, id, 'pass')).toBe(message)
})

describe('what could not be found out is no pass', () => {
  const silence: Outcome = { kind: 'unknown', why: 'timeout', detail: 'no answer in time' }
  const silentOn = (matches: (title: string) => boolean): ModelServer => ({
    ...intermediate,
    instead: ({ title }) => (matches(title) ? silence : null),
  })

  test.each<[string, (title: string) => boolean, string, string]>([
    ['a version', title => title.endsWith('TLSv1.1'), 'protocol/versions', 'whether TLSv1.1 is accepted is not known: no answer in time'],
    [
      'suites of TLS 1.3',
      title => title === 'unwanted cipher suites in TLSv1.3',
      'cipher/suites',
      'and 10 more are accepted in TLSv1.3 is not known: no answer in time',
    ],
    [
      'groups',
      title => title.startsWith('unwanted groups'),
      'group/allowed',
      'more are accepted in TLSv1.2 is not known: no answer in time',
    ],
    [
      'post-quantum groups',
      title => title.startsWith('unwanted and post-quantum'),
      'group/post-quantum',
      'whether X25519MLKEM768 is accepted is not known: no answer in time',
    ],
    [
      'the order',
      title => title.startsWith('the same suites'),
      'cipher/order',
      'who decides on the cipher suite in TLSv1.2 is not known: no two answers to the same suites tell',
    ],
  ])('%s', (_, matches, id, message) => {
    expect(messageOf(gate(mozilla, silentOn(matches)).checks, id, 'inconclusive')).toContain(message)
  })

  test('a server that never answers passes nothing but what the handshake and the certificate show', () => {
    const { checks } = gate(mozilla, { ...intermediate, instead: () => silence })
    expect(checks.filter(({ status }) => status === 'pass').map(({ id }) => id)).toEqual([
      'policy/certificate-key',
      'policy/certificate-signature',
      'certificate/max-lifetime',
      'certificate/max-lifetime',
    ])
  })

  test('a refusal counts for nothing from a server that answers no hello without a share', () => {
    const { checks } = gate(mozilla, { ...intermediate, withoutRetry: true })
    expect(messageOf(checks, 'group/allowed', 'inconclusive')).toContain('the server answers no hello without a key share')
    expect(messageOf(checks, 'group/post-quantum', 'inconclusive')).toContain('the server answers no hello without a key share')
  })

  // Neither x25519, which our shares are of, nor a way to ask for another one.
  const stubborn: ModelServer = {
    ...intermediate,
    groups: ['secp256r1', 'secp384r1'],
    schemes: ['rsa_pss_rsae_sha256'],
    withoutRetry: true,
  }

  test('nor does one from a server that takes no share of ours, and that had no handshake', () => {
    const { checks } = gate(mozilla, { ...stubborn, versions: ['TLSv1.3'] }, { shaken: false })
    expect(statuses(checks)).toMatchObject({ 'cipher/suites error': 'inconclusive', 'group/allowed error': 'inconclusive' })
    expect(messageOf(checks, 'protocol/required')).not.toContain('TLSv1.3')
  })

  test('but with the group of the handshake it is asked so that its refusals count', () => {
    const { checks } = gate(mozilla, { ...stubborn, suites: [...intermediate.suites, 'TLS_AES_128_CCM_SHA256'] })
    expect(messageOf(checks, 'cipher/suites')).toContain('TLS_AES_128_CCM_SHA256 is accepted in TLSv1.3')
    expect(statuses(gate(mozilla, stubborn).checks)).toMatchObject({ 'cipher/suites error': 'pass' })
  })

  test('a server without TLS 1.3 is told from one that refuses what is asked in it', () => {
    const old = { ...intermediate, versions: ['TLSv1.2'], suites: tls12Suites, versionAlert: 40 }
    const { checks } = gate(extendPolicy(mozilla, { protocols: { require: ['TLSv1.3'] } }), old, { shaken: false })
    expect(messageOf(checks, 'protocol/required')).toContain('TLSv1.3 is refused')
    const { checks: silent } = gate(
      mozilla,
      { ...old, instead: ({ title }) => (title.startsWith('TLSv1.3 beside') ? refusedBy(40) : null) },
      { shaken: false },
    )
    expect(statuses(silent)).toMatchObject({ 'protocol/required warning': 'inconclusive' })
  })

  const preferringDhe: ModelServer = {
    ...intermediate,
    versions: ['TLSv1.2'],
    order: 'server',
    suites: ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
  }
  test('groups of TLS 1.2 are asked with a suite that is accepted, whichever the server likes best', () => {
    for (const policy of ['default', 'mozilla-intermediate']) {
      const { checks } = gate(policyNamed(policy), preferringDhe, { shaken: false })
      expect(statuses(checks), policy).toMatchObject({ 'group/allowed error': 'pass' })
    }
  })

  test('and are refused by a server that has no such suite', () => {
    const { checks } = gate(
      policyNamed('default'),
      { ...preferringDhe, suites: ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256'] },
      { shaken: false },
    )
    expect(statuses(checks)).toMatchObject({ 'group/allowed error': 'pass' })
  })

  test('a refusal of groups counts for nothing where the suites that carry them have no answer', () => {
    const silent = { ...preferringDhe, instead: ({ title }: Offer) => (title.startsWith('the cipher suites that carry') ? lost : null) }
    const { checks } = gate(policyNamed('default'), silent, { shaken: false })
    expect(messageOf(checks, 'group/allowed', 'inconclusive')).toMatch(/no cipher suite of the hello is known to be accepted/)
  })

  test('a server of SRP is not cleared of it, and the other suites are decided all the same', () => {
    const isSrp = (code: number): boolean => code >= 0xc01a && code <= 0xc022
    const withSrp: ModelServer = {
      ...intermediate,
      instead: ({ hello }) =>
        hello.kind === 'client_hello' && hello.legacyVersion === 0x0303 && hello.cipherSuites.some(isSrp) ? refusedBy(115) : null,
    }
    expect(messageOf(gate(mozilla, withSrp).checks, 'cipher/suites', 'inconclusive')).toMatch(
      /^whether TLS_SRP_SHA_WITH_3DES_EDE_CBC_SHA, .* and 3 more are accepted in TLSv1\.2 is not known: the server chose a suite of SRP/,
    )
  })

  test('what was accepted fails, and what is not known beside it is said', () => {
    const server = {
      ...intermediate,
      suites: [...intermediate.suites, 'TLS_RSA_WITH_AES_128_CBC_SHA'],
      instead: silentOn(title => title === 'unwanted cipher suites in TLSv1.3').instead ?? (() => null),
    }
    const { checks } = gate(mozilla, server)
    expect(messageOf(checks, 'cipher/suites')).toMatch(
      /^TLS_RSA_WITH_AES_128_CBC_SHA is accepted in TLSv1\.2; .*; of 16 more it is not known: no answer in time$/,
    )
    const { members, undecided } = checks.find(({ id, status }) => id === 'cipher/suites' && status === 'fail') ?? {}
    expect(undecided).toHaveLength(16)
    expect(members).toEqual(['TLS_RSA_WITH_AES_128_CBC_SHA', ...(undecided ?? [])])
  })
})

describe('a certificate on a curve', () => {
  const old = { ...onCurves, versions: ['TLSv1.0', 'TLSv1.2'], suites: ['TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', ...intermediate.suites] }

  test('is asked for unwanted groups together with it in every version', () => {
    const { checks } = gate(policyNamed('mozilla-old'), { ...old, groups: ['secp521r1', 'secp256r1'] })
    expect(messageOf(checks, 'group/allowed')).toBe(
      'secp521r1 is accepted in TLSv1.0 and TLSv1.2; the policy mozilla-old does not allow it',
    )
  })

  test('leaves the groups of a version open in which that had no answer', () => {
    const instead: ModelServer['instead'] = ({ title }) =>
      title.startsWith('unwanted groups before') ? { kind: 'unknown', why: 'timeout', detail: 'no answer in time' } : null
    const { checks } = gate(policyNamed('mozilla-old'), { ...old, instead })
    expect(messageOf(checks, 'group/allowed', 'inconclusive')).toContain('is not known: no answer in time')
  })
})

test('an older version that is discouraged has its prime judged too', () => {
  const server: ModelServer = {
    ...intermediate,
    versions: ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
    suites: ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', ...intermediate.suites],
  }
  const nist = policyNamed('nist-800-52r2')
  expect(messageOf(gate(nist, server).checks, 'group/dh-parameters', 'pass')).toBe('no suite with finite-field Diffie-Hellman is accepted')
  const short = { ...server, suites: ['TLS_DHE_RSA_WITH_AES_128_CBC_SHA'], dhBits: 1024 }
  expect(messageOf(gate(nist, short).checks, 'group/dh-parameters')).toContain('1024 bits')
})

describe('a forbidden version that is accepted', () => {
  const byDefault = policyNamed('default')
  const old: ModelServer = {
    versions: ['TLSv1.0'],
    suites: ['TLS_DH_anon_WITH_AES_128_CBC_SHA', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_RC4_128_SHA'],
    groups: ['secp256r1', 'secp192r1'],
  }

  test.each<[string, string, ModelServer, string]>([
    [
      'every unwanted suite',
      'cipher/suites',
      old,
      'TLS_DH_anon_WITH_AES_128_CBC_SHA and TLS_RSA_WITH_RC4_128_SHA are accepted in TLSv1.0; the policy default does not allow them',
    ],
    ['every unwanted group', 'group/allowed', old, 'secp192r1 is accepted in TLSv1.0; the policy default does not allow it'],
    [
      'its prime',
      'group/dh-parameters',
      { ...old, suites: ['TLS_DHE_RSA_WITH_AES_128_CBC_SHA'], dhBits: 1024 },
      'Diffie-Hellman primes of 1024 bits are in use; the policy default asks for 2048',
    ],
  ])('is judged by %s', (_, id, server, message) => {
    expect(messageOf(gate(byDefault, server, { shaken: false }).checks, id)).toBe(message)
  })

  test('is judged by its groups where the certificate is on a curve', () => {
    const server: ModelServer = {
      ...onCurves,
      versions: ['TLSv1.0', 'TLSv1.2'],
      suites: ['TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', ...intermediate.suites],
      groups: ['secp256r1', 'secp521r1'],
    }
    expect(messageOf(gate(mozilla, server).checks, 'group/allowed')).toBe(
      'secp521r1 is accepted in TLSv1.0 and TLSv1.2; the policy mozilla-intermediate does not allow it',
    )
  })

  test('is named where its suites pass, and no version that is refused', () => {
    const server = { ...old, suites: ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'], groups: ['secp256r1'] }
    const { checks } = gate(byDefault, server, { shaken: false })
    expect(messageOf(checks, 'cipher/suites', 'pass')).toMatch(/^none of the \d+ cipher suites .* is accepted in TLSv1\.0$/)
    expect(messageOf(checks, 'group/allowed', 'pass')).toMatch(/ in TLSv1\.0$/)
  })

  test('leaves its rules open where it answers nothing more', () => {
    const instead: ModelServer['instead'] = ({ title }) =>
      title.startsWith('unwanted') && title.endsWith('TLSv1.0') ? { kind: 'unknown', why: 'timeout', detail: 'no answer in time' } : null
    const server = { ...old, suites: ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'], instead }
    const check = gate(byDefault, server, { shaken: false }).checks.find(({ id }) => id === 'cipher/suites')
    expect(check).toMatchObject({ status: 'inconclusive', fix: expect.stringContaining('connections 1') })
  })
})

test('TLS 1.3 can be forbidden', () => {
  const policy = extendPolicy(mozilla, { protocols: { allow: ['TLSv1.2'], recommend: [] } })
  expect(messageOf(gate(policy, intermediate).checks, 'protocol/versions')).toBe(
    'TLSv1.3 is accepted; the policy mozilla-intermediate+ does not allow it',
  )
  const server = { ...intermediate, versions: ['TLSv1.2'] }
  expect(statuses(gate(policy, server).checks)).toMatchObject({ 'protocol/versions error': 'pass' })
})

test('what the handshake chose is evidence', () => {
  const policy = extendPolicy(mozilla, { groups: { allow: ['x25519'], recommend: [] } })
  const server = { ...intermediate, groups: ['secp256r1'], instead: (): Outcome => ({ kind: 'refused', by: 'alert', alert: 40 }) }
  const [check] = gate(policy, server).checks.filter(({ id }) => id === 'group/allowed')
  expect(check).toMatchObject({
    status: 'fail',
    message: expect.stringContaining('secp256r1 is accepted in TLSv1.3; the policy mozilla-intermediate+ does not allow it'),
    evidence: ['handshake'],
  })
})

describe('the certificate', () => {
  const days = (count: number): Partial<Certificate> => ({
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: new Date(Date.UTC(2026, 0, 1) + count * 86_400_000).toISOString(),
  })
  test.each<[string, Partial<Certificate>, Record<string, string>]>([
    ['an RSA key of 2048 bits for 90 days passes', days(90), {}],
    ['a curve of the list passes', { key: ecKey, signatureAlgorithm: 'ecdsa-with-SHA384' }, {}],
    [
      'a key that is too short',
      { key: { type: 'RSA', bits: 1024, group: null } },
      {
        'policy/certificate-key error':
          'the key of the certificate is RSA 1024; the policy mozilla-intermediate allows EC on secp256r1 or secp384r1 and RSA from 2048 bits on',
      },
    ],
    [
      'another curve',
      { key: { type: 'EC', bits: 521, group: 'secp521r1' } },
      {
        'policy/certificate-key error':
          'the key of the certificate is EC secp521r1; the policy mozilla-intermediate allows EC on secp256r1 or secp384r1 and RSA from 2048 bits on',
      },
    ],
    [
      'another signature',
      { signatureAlgorithm: 'sha1WithRSAEncryption' },
      {
        'policy/certificate-signature error':
          'the certificate is signed with sha1WithRSAEncryption; the policy mozilla-intermediate allows sha256WithRSAEncryption, ecdsa-with-SHA256, ecdsa-with-SHA384 and ecdsa-with-SHA512',
      },
    ],
    [
      'a life of more than it recommends',
      days(200),
      { 'certificate/max-lifetime warning': 'the certificate lives 200 days; the policy mozilla-intermediate recommends 90 at most' },
    ],
    [
      'a life of more than it allows',
      days(398),
      {
        'certificate/max-lifetime error': 'the certificate lives 398 days; the policy mozilla-intermediate allows 366 at most',
        'certificate/max-lifetime warning': 'the certificate lives 398 days; the policy mozilla-intermediate recommends 90 at most',
      },
    ],
  ])('%s', (_, changes, expected) => {
    const { checks } = gate(mozilla, onCurves, { leaf: certificate(changes) })
    const failed = checks.filter(({ id, status }) => id.includes('certificate') && status !== 'pass')
    expect(Object.fromEntries(failed.map(({ id, severity, message }) => [`${id} ${severity}`, message]))).toEqual(expected)
  })

  test('that was not seen leaves its rules open', () => {
    const { checks } = gate(mozilla, intermediate, { leaf: null })
    expect(statuses(checks.filter(({ id }) => id.includes('certificate')))).toEqual({
      'policy/certificate-key error': 'inconclusive',
      'policy/certificate-signature error': 'inconclusive',
      'certificate/max-lifetime error': 'inconclusive',
      'certificate/max-lifetime warning': 'inconclusive',
    })
  })
})

test('a feature that only a whole handshake shows is not known from hellos', () => {
  const policy = extendPolicy(mozilla, { features: { discourage: ['early-data'] } })
  expect(messageOf(gate(policy, intermediate).checks, 'policy/features', 'inconclusive')).toMatch(
    /^of early-data it is not known whether the server has it: /,
  )
})

test('every failed check names its cause, a fix and sources', () => {
  const checks = ['default', 'nist-800-52r2', 'bsi-tr-02102-2', 'mozilla-old'].flatMap(name => gate(policyNamed(name), neglected).checks)
  const failed = checks.filter(({ status }) => status === 'fail')
  expect(failed.length).toBeGreaterThan(15)
  for (const check of failed) {
    expect(check.cause).toMatch(/^[a-z-]+$/)
    expect(check.fix).toMatch(/^[A-Z]/)
    expect(check.refs.length).toBeGreaterThan(0)
    expect(check.evidence.length).toBeGreaterThan(0)
    expect(check.message).toMatch(/^[^\n]+[^.\n]$/)
  }
})
