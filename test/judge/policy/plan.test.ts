import { describe, expect, test } from 'vitest'
import { extendPolicy } from '../../../src/judge/policy/extend.ts'
import { planOf } from '../../../src/judge/policy/plan.ts'
import { policies, policyNamed } from '../../../src/judge/policy/policies.ts'
import { contradiction } from '../../../src/probe/contradiction.ts'
import { ledgerOf } from '../../../src/probe/ledger.ts'
import { extension } from '../../../src/wire/extensions.ts'
import { encodeHandshake } from '../../../src/wire/messages.ts'
import { encodeSslv2 } from '../../../src/wire/sslv2.ts'
import type { ModelServer } from './model-server.ts'
import { forEdDsa, gate, intermediate, messageOf, neglected, onCurves, onlyTls13, statuses, tls12Suites, tls13Suites } from './servers.ts'

const mozilla = policyNamed('mozilla-intermediate')

describe('a policy that nothing breaks', () => {
  // The figures the project promises: at most 12 connections and 3 answers one after the other for mozilla-intermediate.
  test.each<[string, string, ModelServer, number]>([
    ['mozilla-intermediate', 'an RSA certificate', intermediate, 12],
    ['mozilla-intermediate', 'an ECDSA certificate and ML-KEM', onCurves, 12],
    ['mozilla-modern', 'TLS 1.3 alone', onlyTls13, 9],
    ['mozilla-old', 'an RSA certificate', { ...intermediate, order: 'server' }, 15],
    ['pci-dss-4', 'an RSA certificate', intermediate, 13],
    ['default', 'an RSA certificate', intermediate, 13],
    ['default', 'an ECDSA certificate and ML-KEM', onCurves, 13],
  ])('%s on a server with %s takes few connections', (name, _, server, connections) => {
    const { asked, depth, leastConnections } = gate(policyNamed(name), server)
    expect(asked.length).toBeLessThanOrEqual(connections)
    expect(leastConnections).toBeGreaterThanOrEqual(asked.length)
    expect(depth).toBeLessThanOrEqual(3)
  })

  const single = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'
  test.each<[string, ModelServer]>([
    ['has one suite', { ...intermediate, versions: ['TLSv1.2'], suites: [single] }],
    ['has one suite a version', { ...intermediate, suites: ['TLS_AES_256_GCM_SHA384', single] }],
    ['has an ECDSA certificate', onCurves],
    ['has TLS 1.3 alone', onlyTls13],
    ['passes over suites that it does not have', { ...intermediate, order: 'server', suites: [...tls12Suites, ...tls13Suites].reverse() }],
    [
      'has its own order',
      { ...intermediate, order: 'server', suites: [single, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', ...tls13Suites] },
    ],
  ])('takes no more than the least budget it asks for where a server %s', (_, server) => {
    for (const policy of [...policies, extendPolicy(mozilla, { cipherOrder: 'server' })])
      for (const shaken of [true, false]) {
        const { asked, checks } = gate(policy, server, { shaken })
        const isPassed = checks.every(({ status }) => status === 'pass')
        const { leastConnections } = planOf(policy, { servername: null, alpn: [], random: length => new Uint8Array(length), known: null })
        expect(contradiction(asked)).toBeNull()
        if (isPassed) expect(asked.length, `${policy.id} ${shaken}`).toBeLessThanOrEqual(leastConnections)
      }
  })

  test('ends with a hello that is accepted, so that every refusal has a control after it', () => {
    expect(gate(mozilla, intermediate).asked.at(-1)).toMatchObject({ offer: { about: 'control' }, outcome: { kind: 'accepted' } })
  })

  test('without a handshake takes what that would have shown', () => {
    const { asked, checks } = gate(mozilla, intermediate, { shaken: false })
    expect(asked.length).toBeLessThanOrEqual(13)
    expect(statuses(checks)).toMatchObject({ 'protocol/required warning': 'pass', 'group/allowed error': 'pass' })
  })
})

describe('every hello of every plan', () => {
  const hellos = policies.flatMap(policy =>
    [intermediate, neglected].flatMap(server => gate(policy, server).asked.map(({ offer }) => offer)),
  )

  test('has at most 128 cipher suites, of which none comes twice', () => {
    for (const { hello, title } of hellos) {
      const suites = hello.kind === 'client_hello' ? hello.cipherSuites : hello.cipherKinds
      expect(new Set(suites).size, title).toBe(suites.length)
      expect(suites.length, title).toBeLessThanOrEqual(hello.kind === 'client_hello' && hello.legacyVersion === 0x0300 ? 129 : 128)
    }
  })

  test('can be written', () => {
    for (const { hello } of hellos)
      expect((hello.kind === 'client_hello' ? encodeHandshake(hello, { version: 0x0303 }) : encodeSslv2(hello)).length).toBeGreaterThan(40)
  })

  test('asks in each version for all that the policy forbids', () => {
    const ledger = ledgerOf(gate(mozilla, intermediate).asked)
    expect(ledger.cipherSuite(0x0303, 0x002f).support).toBe('refused') // rides in the hello about groups
    expect(ledger.cipherSuite(0x0303, 0xc013).support).toBe('refused')
    expect(ledger.cipherSuite(0x0303, 0xc02b).support).toBe('unknown') // allowed, and not chosen
    expect(ledger.group(0x0303, 0x0019).support).toBe('refused')
    expect(ledger.group(0x0304, 0x11ec).support).toBe('refused')
  })
})

describe('what fails is named to the end', () => {
  test.each<[string, ModelServer, string, string]>([
    [
      'suites',
      { ...intermediate, suites: [...intermediate.suites, 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_RSA_WITH_AES_128_CBC_SHA'] },
      'cipher/suites',
      'TLS_RSA_WITH_AES_128_CBC_SHA and TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 are accepted in TLSv1.2; the policy mozilla-intermediate does not allow them',
    ],
    [
      'groups of both versions',
      { ...intermediate, groups: ['x25519', 'secp521r1', 'x448', 'ffdhe2048'] },
      'group/allowed',
      'secp521r1, x448 and ffdhe2048 are accepted in TLSv1.2 and TLSv1.3; the policy mozilla-intermediate does not allow them',
    ],
    [
      'groups that an ECDSA certificate hides behind its curve',
      { ...onCurves, groups: ['x25519', 'secp256r1', 'secp521r1'] },
      'group/allowed',
      'secp521r1 is accepted in TLSv1.2 and TLSv1.3; the policy mozilla-intermediate does not allow it',
    ],
    [
      'versions',
      {
        ...intermediate,
        versions: ['TLSv1.0', ...intermediate.versions],
        suites: [...intermediate.suites, 'TLS_RSA_WITH_AES_128_CBC_SHA'],
      },
      'protocol/versions',
      'TLSv1.0 is accepted; the policy starts at TLSv1.2',
    ],
  ])('%s', (_, server, id, message) => {
    expect(messageOf(gate(mozilla, server).checks, id)).toBe(message)
  })

  test('many suites cost one connection each and a few more, and not one answer after the other', () => {
    const suites = ['RSA', 'DHE_RSA', 'ECDHE_RSA'].flatMap(exchange =>
      ['AES_128', 'AES_256', 'CAMELLIA_128', 'CAMELLIA_256', 'ARIA_128', 'ARIA_256'].flatMap(cipher => [
        `TLS_${exchange}_WITH_${cipher}_CBC_SHA${cipher.startsWith('ARIA') ? (cipher.endsWith('128') ? '256' : '384') : exchange === 'ECDHE_RSA' && cipher.startsWith('CAM') ? (cipher.endsWith('128') ? '256' : '384') : ''}`,
      ]),
    )
    const { asked, depth, checks } = gate(mozilla, { ...intermediate, suites: [...intermediate.suites, ...suites] })
    expect(messageOf(checks, 'cipher/suites')).toMatch(/ and 12 more are accepted in TLSv1\.2;/)
    expect(asked.length).toBeLessThanOrEqual(12 + suites.length + 3 * 5)
    expect(depth).toBeLessThanOrEqual(8)
  })
})

describe('the plan of a user', () => {
  test.each<[string, Parameters<typeof extendPolicy>[1], string]>([
    ['a wanted suite', { cipherSuites: { require: ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'] } }, 'cipher/required error'],
    ['a wanted class of suites', { cipherSuites: { require: ['chacha20'] } }, 'cipher/required error'],
    ['a wanted group', { groups: { require: ['secp384r1'] } }, 'group/required error'],
    ['a wanted scheme', { signatureSchemes: { recommend: ['rsa_pss_rsae_sha256'] } }, 'signature/required warning'],
    ['a feature', { features: { require: ['secure-renegotiation'] } }, 'policy/features error'],
  ])('%s is asked for and decided', (_, changes, check) => {
    expect(statuses(gate(extendPolicy(mozilla, changes), intermediate).checks)).toMatchObject({ [check]: 'pass' })
  })

  test('a scheme of another certificate is found, though the server settles on the wrong one first', () => {
    const server: ModelServer = {
      ...onCurves,
      keys: ['ECDSA', 'RSA'],
      schemes: ['ecdsa_secp256r1_sha256', 'rsa_pss_rsae_sha256', 'ecdsa_brainpoolP256r1tls13_sha256', 'rsa_pkcs1_sha1'],
      // An ECDSA suite is chosen for any scheme of ECDSA, and cannot be signed with that of another curve.
      instead: ({ hello }) => {
        if (hello.kind !== 'client_hello' || extension(hello.extensions, 'supported_versions')) return null
        const schemes = extension(hello.extensions, 'signature_algorithms')?.schemes ?? []
        const isSettled = hello.cipherSuites.includes(0xc02b) && schemes.includes(0x081a) && !schemes.includes(0x0403)
        return isSettled ? { kind: 'refused', by: 'alert', alert: 40 } : null
      },
    }
    const policy = extendPolicy(policyNamed('default'), { signatureSchemes: { allow: ['ecdsa_secp256r1_sha256', 'rsa_pss_rsae_sha256'] } })
    const { asked, checks, depth } = gate(policy, server)
    expect(messageOf(checks, 'signature/schemes')).toContain('rsa_pkcs1_sha1')
    expect(asked.length).toBeLessThanOrEqual(22)
    expect(depth).toBeLessThanOrEqual(4)
  })

  test('a discouraged version is decided though its refusal does not name the version', () => {
    const server = { ...intermediate, groups: ['secp256r1'], versionAlert: 40 }
    const { checks } = gate(policyNamed('nist-800-52r2'), server)
    expect(statuses(checks)).toMatchObject({ 'protocol/versions warning': 'pass' })
    expect(checks.filter(({ status }) => status === 'inconclusive')).toEqual([])
  })

  test('of a server with a certificate for EdDSA alone everything is decided', () => {
    const { checks } = gate(policyNamed('default'), forEdDsa)
    expect(checks.filter(({ status }) => status === 'inconclusive')).toEqual([])
  })

  test('a group is looked for in older versions when the newest does not have it', () => {
    const server = { ...intermediate, versions: ['TLSv1.2'], suites: tls12Suites }
    expect(messageOf(gate(extendPolicy(mozilla, { groups: { require: ['secp384r1'] } }), server).checks, 'group/required', 'pass')).toBe(
      'secp384r1 is accepted',
    )
  })

  test('a vulnerability that it forbids adds the suites it rests on', () => {
    const policy = extendPolicy(policyNamed('default'), { vulnerabilities: { forbid: ['lucky13'] } })
    const ledger = ledgerOf(gate(policy, intermediate).asked)
    expect(ledger.cipherSuite(0x0303, 0xc013).support).toBe('refused')
    expect(ledgerOf(gate(policyNamed('default'), intermediate).asked).cipherSuite(0x0303, 0xc013).support).toBe('unknown')
  })

  test('suites of TLS 1.3 are asked for too where a vulnerability rests on them', () => {
    const policy = extendPolicy(policyNamed('default'), { cipherSuites: { forbid: [] }, vulnerabilities: { forbid: ['sweet32'] } })
    const ledger = ledgerOf(gate(policy, intermediate).asked)
    expect(ledger.cipherSuite(0x0304, 0xc104).support).toBe('refused')
  })

  test('a name that nobody knows is refused before anything is asked', () => {
    const policy = { ...mozilla, groups: { allow: ['x25591'] } }
    expect(() => planOf(policy, { servername: null, alpn: [], random: length => new Uint8Array(length), known: null })).toThrow(
      '"x25591" is no group',
    )
  })
})

test('a version that is forbidden and there is looked at for what attacks rest on', () => {
  const { asked } = gate(policyNamed('default'), { ...neglected, versions: ['SSLv3', 'TLSv1.2'] })
  expect(asked.map(({ offer }) => offer.title)).toContain('cipher suites that attacks rest on in SSLv3')
})

test('a version is not there only when the server says so, or refuses all its suites', () => {
  const asked = (versionAlert: number): string[] => gate(mozilla, { ...intermediate, versionAlert }).asked.map(({ offer }) => offer.title)
  expect(asked(70)).not.toContain('the other cipher suites in TLSv1.0')
  expect(asked(40)).toContain('the other cipher suites in TLSv1.0')
  expect(statuses(gate(mozilla, { ...intermediate, versionAlert: 40 }).checks)).toMatchObject({ 'protocol/versions error': 'pass' })
})
