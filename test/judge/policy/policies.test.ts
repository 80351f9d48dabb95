// The named policies are what their publishers wrote: the numbers here are copied from the published files, not from the source.
import { describe, expect, test } from 'vitest'
import { handshakeCauses } from '../../../src/judge/causes.ts'
import { checkIds } from '../../../src/judge/check-ids.ts'
import { everyCode, knownNames, membersOf, nameOf, suiteClasses } from '../../../src/judge/policy/classes.ts'
import { policyProblems } from '../../../src/judge/policy/extend.ts'
import { meaningOf } from '../../../src/judge/policy/meaning.ts'
import { policies, policyNamed } from '../../../src/judge/policy/policies.ts'
import { policyCauses, policyChecks } from '../../../src/judge/policy/policy-causes.ts'
import { cipherSuites } from '../../../src/registry/cipher-suites.ts'

/** Names of OpenSSL, as the guidelines have them. */
const allowedByOpenssl = (id: string): (string | null)[] =>
  (policyNamed(id).cipherSuites.allow ?? []).map(name => cipherSuites.named(name)?.openssl ?? `${name} is not known`)

const tls13 = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256']

describe('data.tlsref.org', () => {
  test('6.0 modern', () => {
    expect(allowedByOpenssl('mozilla-modern')).toEqual(tls13)
    expect(policyNamed('mozilla-modern')).toMatchObject({
      version: '6.0',
      protocols: { allow: ['TLSv1.3'] },
      groups: { allow: ['X25519MLKEM768', 'x25519', 'secp256r1', 'secp384r1'] },
      cipherOrder: 'client',
      certificate: {
        signatures: ['ecdsa-with-SHA256', 'ecdsa-with-SHA384', 'ecdsa-with-SHA512'],
        maxLifetimeDays: 90,
        recommendedLifetimeDays: 90,
      },
    })
  })

  test('6.0 intermediate', () => {
    const published =
      'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305'
    expect(allowedByOpenssl('mozilla-intermediate').toSorted()).toEqual([...tls13, ...published.split(':')].toSorted())
    expect(policyNamed('mozilla-intermediate')).toMatchObject({
      protocols: { allow: ['TLSv1.2', 'TLSv1.3'] },
      certificate: {
        signatures: ['sha256WithRSAEncryption', 'ecdsa-with-SHA256', 'ecdsa-with-SHA384', 'ecdsa-with-SHA512'],
        maxLifetimeDays: 366,
      },
    })
  })

  test('5.8 old', () => {
    const published =
      'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-SHA256:ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA384:ECDHE-RSA-AES256-SHA384:ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES256-SHA:AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA256:AES256-SHA256:AES128-SHA:AES256-SHA:DES-CBC3-SHA'
    expect(published.split(':')).toHaveLength(21)
    expect(allowedByOpenssl('mozilla-old').toSorted()).toEqual([...tls13, ...published.split(':')].toSorted())
    expect(policyNamed('mozilla-old')).toMatchObject({
      version: '5.8',
      cipherOrder: 'server',
      certificate: { signatures: ['sha256WithRSAEncryption'] },
    })
  })
})

test.each([
  [
    'nist-800-52r2',
    ['TLS_CHACHA20_POLY1305_SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256'],
    ['TLS_AES_128_CCM_8_SHA256', 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA'],
  ],
  [
    'bsi-tr-02102-2',
    ['TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'],
    ['TLS_DHE_DSS_WITH_AES_128_CBC_SHA256'],
  ],
  ['pci-dss-4', ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'TLS_DH_anon_WITH_AES_128_GCM_SHA256'], ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA']],
  [
    'default',
    ['TLS_RSA_WITH_AES_128_GCM_SHA256', 'TLS_RSA_EXPORT_WITH_RC4_40_MD5'],
    ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'TLS_CHACHA20_POLY1305_SHA256'],
  ],
])('%s tells suites apart', (id, forbidden, allowed) => {
  const { cipherSuites: meaning } = meaningOf(policyNamed(id))
  const isForbidden = (name: string): boolean => (membersOf('cipher suite', name) ?? []).some(code => meaning.forbidden.has(code))
  expect(forbidden.filter(name => !isForbidden(name))).toEqual([])
  expect(allowed.filter(isForbidden)).toEqual([])
})

test('each is found by its id', () => {
  expect(policies.map(({ id }) => policyNamed(id))).toEqual(policies)
})

test.each(policies.map(policy => [policy.id, policy] as const))('%s has a source with its date, and nothing wrong with it', (_, policy) => {
  expect(policy.source).toMatch(/20\d\d-\d\d/)
  expect(policy.title.length).toBeGreaterThan(5)
  expect(policyProblems(policy)).toEqual([])
})

describe('classes', () => {
  test.each([
    ['export', 'TLS_RSA_EXPORT_WITH_RC4_40_MD5', 'TLS_RSA_WITH_RC4_128_MD5'],
    ['null', 'TLS_SHA256_SHA256', 'TLS_AES_128_GCM_SHA256'],
    ['anonymous', 'TLS_DH_anon_WITH_AES_128_CBC_SHA', 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA'],
    ['64-bit-block', 'TLS_RSA_WITH_IDEA_CBC_SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA'],
    ['static-rsa', 'TLS_RSA_WITH_AES_128_GCM_SHA256', 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256'],
    ['static-dh', 'TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
    ['no-forward-secrecy', 'TLS_PSK_WITH_AES_128_GCM_SHA256', 'TLS_AES_128_GCM_SHA256'],
    ['forward-secrecy', 'TLS_AES_128_GCM_SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256'],
    ['sha1-mac', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256'],
    ['under-112-bits', 'TLS_RSA_WITH_DES_CBC_SHA', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
  ])('%s has %s and not %s', (name, member, stranger) => {
    const names = (membersOf('cipher suite', name) ?? []).map(code => nameOf('cipher suite', code))
    expect(names).toContain(member)
    expect(names).not.toContain(stranger)
  })

  test.each(Object.keys(suiteClasses))('%s has members, and its name is none of a suite', name => {
    expect(membersOf('cipher suite', name)?.length).toBeGreaterThan(0)
    expect(cipherSuites.named(name)).toBeUndefined()
  })

  test('post-quantum groups are those with ML-KEM, not the withdrawn drafts', () => {
    const names = (membersOf('group', 'post-quantum') ?? []).map(code => nameOf('group', code))
    expect(names).toContain('X25519MLKEM768')
    expect(names).not.toContain('X25519Kyber768Draft00')
  })

  test('names of OpenSSL are understood, as they stand in configurations', () => {
    expect(membersOf('cipher suite', 'ECDHE-RSA-AES128-GCM-SHA256')).toEqual([0xc02f])
    expect(membersOf('group', 'prime256v1')).toEqual([0x0017])
  })

  test('every member of a kind has a name that is understood', () => {
    for (const kind of ['protocol', 'cipher suite', 'group', 'signature scheme'] as const) {
      const names = new Set(knownNames(kind))
      for (const code of everyCode(kind)) expect(names.has(nameOf(kind, code)), nameOf(kind, code)).toBe(true)
    }
  })
})

test('an unknown policy is refused with those that are near', () => {
  expect(() => policyNamed('mozila-modern')).toThrow(
    expect.objectContaining({ message: '"mozila-modern" is no policy', hint: 'did you mean mozilla-modern?' }),
  )
})

test('every cause of a policy is told by a check, and every check tells only causes there are', () => {
  const told = new Set(Object.values(policyChecks).flatMap(({ causes }) => causes as readonly string[]))
  expect([...told].filter(cause => !Object.hasOwn(handshakeCauses, cause)).toSorted()).toEqual(Object.keys(policyCauses).toSorted())
  for (const id of Object.keys(policyChecks)) expect(Object.keys(checkIds)).toContain(id)
})
