import { describe, expect, test } from 'vitest'
import { clientChecks } from '../../../src/judge/clients.ts'
import { certificateChecksOf } from '../../../src/judge/policy/certificate-rules.ts'
import { extendPolicy, extensionProblems, policyProblems } from '../../../src/judge/policy/extend.ts'
import { meaningOf } from '../../../src/judge/policy/meaning.ts'
import { policyNamed } from '../../../src/judge/policy/policies.ts'
import type { PolicyChanges } from '../../../src/judge/policy/shape.ts'
import { judgeVulnerabilities } from '../../../src/judge/vulnerability/judge.ts'
import { ledgerOf } from '../../../src/probe/ledger.ts'
import { certificate as leafWith } from './servers.ts'

const leaf = leafWith()
const base = policyNamed('mozilla-intermediate')

test('a list that is named replaces that of the base, and no other', () => {
  const extended = extendPolicy(base, { protocols: { require: ['TLSv1.3'] }, certificate: { maxLifetimeDays: 100 } })
  expect(extended.protocols).toEqual({ ...base.protocols, require: ['TLSv1.3'] })
  expect(extended.cipherSuites).toEqual(base.cipherSuites)
  expect(extended.certificate).toEqual({ ...base.certificate, maxLifetimeDays: 100 })
})

describe('an empty list takes that of the base away', () => {
  const open = extendPolicy(base, {
    ...{ protocols: { allow: [] }, cipherSuites: { allow: [] }, groups: { allow: [] }, signatureSchemes: { allow: [] } },
    ...{ vulnerabilities: { allow: [] }, clients: { allow: [] }, certificate: { keys: [], signatures: [] } },
  })

  test.each(['protocols', 'cipherSuites', 'groups'] as const)('of %s', section => {
    expect(meaningOf(base)[section].forbidden.size).toBeGreaterThan(0)
    expect(meaningOf(open)[section].forbidden).toEqual(new Set())
  })

  test('of keys and signatures of the certificate', () => {
    expect(certificateChecksOf(meaningOf(base), leaf).map(({ id }) => id)).toContain('policy/certificate-key')
    expect(certificateChecksOf(meaningOf(open), leaf).map(({ id }) => id)).not.toContain('policy/certificate-key')
    expect(certificateChecksOf(meaningOf(open), leaf).map(({ id }) => id)).not.toContain('policy/certificate-signature')
  })

  test('of clients and vulnerabilities', () => {
    const connects = { title: '', by: 'hello', protocol: null, cipherSuite: null, group: null, detail: '', evidence: [] } as const
    expect(clientChecks(open.clients, [{ name: 'chrome', connects: 'yes', ...connects }])).toEqual([])
    const checks = judgeVulnerabilities({ policy: { vulnerabilities: { allow: [] } }, ledger: ledgerOf([]), features: [] })
    expect(checks).toEqual([])
  })
})

test('it is told apart from its base by a plus, once', () => {
  const extended = extendPolicy(base, {})
  expect([extended.id, extended.version]).toEqual(['mozilla-intermediate+', '6.0'])
  expect(extendPolicy(extended, {}).id).toBe('mozilla-intermediate+')
})

describe('is refused', () => {
  test.each<[string, PolicyChanges, object]>([
    [
      'with a suite nobody knows',
      { cipherSuites: { forbid: ['TLS_RSA_WITH_AES_128_CBC_SHAA'] } },
      {
        path: ['cipherSuites', 'forbid', 0],
        message: '"TLS_RSA_WITH_AES_128_CBC_SHAA" is no cipher suite',
        hint: expect.stringContaining('TLS_RSA_WITH_AES_128_CBC_SHA'),
      },
    ],
    [
      'with a class of another kind',
      { groups: { forbid: ['export'] } },
      { path: ['groups', 'forbid', 0], message: '"export" is no group' },
    ],
    [
      'with a feature nobody knows',
      { features: { require: ['secure-renegotation'] } },
      { path: ['features', 'require', 0], hint: 'did you mean secure-renegotiation?' },
    ],
    [
      'with a vulnerability nobody knows',
      { vulnerabilities: { forbid: ['poodel'] } },
      { path: ['vulnerabilities', 'forbid', 0], hint: 'did you mean poodle?' },
    ],
    [
      'when it requires what the base does not allow',
      { protocols: { require: ['TLSv1.1'] } },
      { path: ['protocols', 'require', 0], message: 'protocols requires TLSv1.1 and forbids it', hint: 'add TLSv1.1 to protocols.allow' },
    ],
    [
      'when it requires what it forbids',
      { groups: { forbid: ['x25519'], require: ['x25519'] } },
      {
        path: ['groups', 'require', 0],
        message: 'groups requires x25519 and forbids it',
        hint: 'take x25519 out of groups.forbid or out of groups.require',
      },
    ],
    [
      'when it suggests what it forbids',
      { groups: { forbid: ['x25519'], suggest: ['x25519'] } },
      {
        path: ['groups', 'suggest', 0],
        message: 'groups suggests x25519 and forbids it',
        hint: 'take x25519 out of groups.forbid or out of groups.suggest',
      },
    ],
    [
      'when no version is left',
      { protocols: { allow: ['TLSv1.2'], forbid: ['TLSv1.2'], recommend: [] } },
      { path: ['protocols'], message: 'protocols forbids every version' },
    ],
    // No compiler tells whoever writes JavaScript.
    ...(
      [
        [
          'with a part nobody knows',
          { protocol: { allow: [] } },
          ['protocol'],
          '"protocol" is no part of a policy',
          'did you mean protocols?',
        ],
        [
          'with a part as files have it',
          { 'cipher-suites': {} },
          ['cipher-suites'],
          /is no part of a policy$/,
          'did you mean cipherSuites?',
        ],
        [
          'with a list nobody knows',
          { groups: { allowed: ['x25519'] } },
          ['groups', 'allowed'],
          '"allowed" is no part of groups',
          'did you mean allow?',
        ],
        [
          'with a name for a list',
          { protocols: { forbid: 'TLSv1.2' } },
          ['protocols', 'forbid'],
          /"TLSv1.2", not a list of names/,
          'put it in brackets',
        ],
        ['with a list for a part', { protocols: ['TLSv1.3'] }, ['protocols'], 'protocols is a list, not an object', /allow, forbid/],
        ['as a list', ['mozilla-modern'], [], 'it is a list, not an object', /protocols/],
        ['with a length in words', { minDhBits: 'many' }, ['minDhBits'], 'minDhBits is "many", not a number above 0', /90/],
        ['with a side there is none', { cipherOrder: 'sever' }, ['cipherOrder'], 'cipherOrder is "sever", not server or client', /server/],
        [
          'with a key nobody knows',
          { certificate: { keys: [{ type: 'rsa' }] } },
          ['certificate', 'keys'],
          /not a list of keys of the types RSA/,
          /minBits/,
        ],
      ] as const
    ).map(([name, changes, path, message, hint]): [string, PolicyChanges, object] => [
      name,
      changes as PolicyChanges,
      { path, message: typeof message === 'string' ? message : expect.stringMatching(message), hint: expect.stringMatching(hint) },
    ]),
  ])('%s', (_, changes, expected) => {
    expect(extensionProblems(base, changes)[0]).toMatchObject(expected)
    expect(() => extendPolicy(base, changes)).toThrow('the policy mozilla-intermediate+ cannot be used: ')
  })

  test('with all that is wrong, for whoever can say where', () => {
    const problems = extensionProblems(base, { groups: { allow: ['x25519', 'x25520', 'P-1'] }, features: { forbid: ['magic'] } })
    expect(problems.map(({ path }) => path.join('.'))).toEqual(['groups.allow.1', 'groups.allow.2', 'features.forbid.0'])
  })
})

test('a whole policy that lacks a part is refused', () => {
  const { groups: _, ...lacking } = base
  expect(policyProblems(lacking as typeof base)).toMatchObject([
    { message: 'it has no groups', hint: expect.stringContaining('extendPolicy(') },
  ])
  expect(policyProblems({ ...base, group: {} } as typeof base)).toMatchObject([{ message: '"group" is no part of a policy' }])
})
