import { describe, expect, test } from 'vitest'
import { type Check, verdictOf } from '../../../src/judge/check.ts'
import { policyNamed } from '../../../src/judge/policy/policies.ts'
import {
  applyWaivers,
  unusedWaivers,
  type Waiver,
  type WaiverTarget,
  waiversByTarget,
  waiverUses,
} from '../../../src/judge/policy/waivers.ts'
import { gate, intermediate } from './servers.ts'

const failed: Check = {
  id: 'cipher/suites',
  status: 'fail',
  severity: 'error',
  cause: 'weak-cipher-accepted',
  message: 'TLS_RSA_WITH_AES_128_CBC_SHA is accepted',
  fix: null,
  evidence: ['probe 6'],
  refs: [],
  location: null,
}
const waiver: Waiver = { check: 'cipher/suites', target: 'example.com', reason: 'the till of 2014', until: '2027-03-31' }
const target = { host: 'example.com', port: 443 }
const at = new Date('2026-11-23T12:00:00Z')

const waive = (checks: readonly Check[], waivers: readonly Waiver[], where: WaiverTarget, when: Date) =>
  applyWaivers(checks, waiversByTarget(waivers), where, when)

const apply = (changes: Partial<Waiver>, check = failed, where = target, when = at): Check | undefined =>
  waive([check], [{ ...waiver, ...changes }], where, when).checks[0]

test('a waived check says why and until when, and does not fail the run', () => {
  const check = apply({})
  expect(check).toMatchObject({
    status: 'waived',
    message: 'TLS_RSA_WITH_AES_128_CBC_SHA is accepted; waived until 2027-03-31: the till of 2014',
    cause: 'weak-cipher-accepted',
  })
  expect(verdictOf(check ? [check] : [], 'error')).toBe('pass')
})

test.each<[string, Partial<Waiver>, boolean]>([
  ['the check by its id', {}, true],
  ['another check', { check: 'cipher/order' }, false],
  ['an id that only begins so', { check: 'cipher/suite' }, false],
  ['every check of a kind', { check: 'cipher/*' }, true],
  ['every check of another kind', { check: 'group/*' }, false],
  ['the host', { target: 'EXAMPLE.com' }, true],
  ['the host and the port', { target: 'example.com:443' }, true],
  ['another port', { target: 'example.com:8443' }, false],
  ['another host', { target: 'www.example.com' }, false],
  ['every target', { target: '*' }, true],
])('a waiver of %s', (_, changes, covers) => {
  expect(apply(changes)?.status).toBe(covers ? 'waived' : 'fail')
})

describe('a handshake that ends at the certificate', () => {
  const expired = { severity: 'error', status: 'fail', cause: 'certificate-expired', message: 'certificate 0 expired' } as const
  const completion: Check = { ...failed, ...expired, id: 'handshake/completion' }
  const validity: Check = { ...failed, ...expired, id: 'certificate/validity' }
  const statuses = (changes: Partial<Waiver>, checks: readonly Check[]): (string | undefined)[] =>
    waive(checks, [{ ...waiver, ...changes }], target, at).checks.map(({ status }) => status)

  test.each<[string, Partial<Waiver>, readonly string[]]>([
    ['the check of what was wrong with it', { check: 'certificate/validity' }, ['waived', 'waived']],
    ['all checks of the certificate', { check: 'certificate/*' }, ['waived', 'waived']],
    ['that check, only for another cause', { check: 'certificate/validity', only: ['certificate-not-yet-valid'] }, ['fail', 'fail']],
    ['another check of it', { check: 'certificate/hostname' }, ['fail', 'fail']],
    ['that check, until a day that is over', { check: 'certificate/validity', until: '2026-11-01' }, ['fail', 'fail']],
    ['its end', { check: 'handshake/completion' }, ['waived', 'fail']],
  ])('with a waiver of %s', (_, changes, expected) => {
    expect(statuses(changes, [completion, validity])).toEqual(expected)
  })

  test.each<[string, Check, Check]>([
    ['for another cause', { ...completion, cause: 'hostname-mismatch' }, validity],
    ['by no one knows what', { ...completion, status: 'inconclusive' }, validity],
    ['before the certificate', completion, { ...validity, id: 'protocol/required' }],
    ['for what was a warning', completion, { ...validity, id: 'certificate/lifetime-left', severity: 'warning' }],
    ['where the certificate is well', completion, { ...validity, status: 'pass' }],
  ])('fails still that ends %s', (_, first, second) => {
    expect(statuses({ check: second.id }, [first, second])[0]).toBe(first.status)
  })
})

describe('a waiver of some members only', () => {
  const both: Check = { ...failed, message: 'A and B are accepted', members: ['A', 'B'] }

  test.each<[string, Partial<Waiver>, Check, string, string]>([
    [
      'covers a check on them',
      { only: ['A', 'B', 'C'] },
      both,
      'waived',
      'A and B are accepted; waived until 2027-03-31: the till of 2014',
    ],
    [
      'covers none that has come to fail beside them',
      { only: ['A'] },
      both,
      'fail',
      'A and B are accepted; its waiver (the till of 2014) does not cover B',
    ],
    ['nor one of others', { only: ['C'] }, both, 'fail', 'A and B are accepted; its waiver (the till of 2014) does not cover A and B'],
    [
      'may name a class of them',
      { only: ['static-rsa'] },
      { ...both, members: ['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_AES_128_GCM_SHA256'] },
      'waived',
      expect.stringContaining('waived until'),
    ],
    [
      'and covers none beside the class',
      { only: ['static-rsa', 'post-quantum'] },
      { ...both, members: ['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA'] },
      'fail',
      'A and B are accepted; its waiver (the till of 2014) does not cover TLS_DHE_RSA_WITH_AES_128_CBC_SHA',
    ],
    ['may name the cause', { only: ['weak-cipher-accepted'] }, both, 'waived', expect.stringContaining('waived until')],
    ['of a check on one thing too', { only: ['weak-cipher-accepted'] }, failed, 'waived', expect.stringContaining('waived until')],
    [
      'and not another cause',
      { only: ['certificate-expired'] },
      failed,
      'fail',
      expect.stringContaining('does not cover weak-cipher-accepted'),
    ],
    [
      'covers what is not known of them alone',
      { only: ['A'] },
      { ...both, status: 'inconclusive', cause: null, members: ['A', 'B'] },
      'inconclusive',
      expect.stringContaining('does not cover B'),
    ],
    [
      'covers nothing where it is not said of what it is not known',
      { only: ['A'] },
      { ...failed, status: 'inconclusive', cause: null },
      'inconclusive',
      expect.stringContaining('does not cover what is not known'),
    ],
  ])('%s', (_, changes, check, status, message) => {
    expect(apply(changes, check)).toMatchObject({ status, message })
  })

  test('several cover what each of them names, until the first ends', () => {
    const waivers = [
      { ...waiver, only: ['A'] },
      { ...waiver, only: ['B'], until: '2027-01-31', reason: 'the lift' },
    ]
    expect(waive([both], waivers, target, at)).toMatchObject({
      checks: [{ status: 'waived', message: 'A and B are accepted; waived until 2027-01-31: the lift; the till of 2014' }],
      used: expect.arrayContaining(waivers),
    })
    const later = new Date('2027-02-01T12:00:00Z')
    expect(waive([both], waivers, target, later).checks).toMatchObject([
      { status: 'fail', message: 'A and B are accepted; its waiver (the lift) ended on 2027-01-31' },
    ])
  })

  test('one that covers a part says that it ended, even so', () => {
    const { checks } = waive([both], [{ ...waiver, only: ['A'], until: '2026-11-01' }], target, at)
    expect(checks).toMatchObject([
      { status: 'fail', message: 'A and B are accepted; its waiver (the till of 2014) does not cover B and ended on 2026-11-01' },
    ])
  })

  test('one that names nothing that fails is unused', () => {
    const other = { ...waiver, only: ['C'] }
    expect(waive([both], [other], target, at).used).toEqual([])
    expect(unusedWaivers(waiverUses([other], new Set(), [target]))).toMatchObject([
      { message: expect.stringContaining('cipher/suites (C) for example.com') },
    ])
  })

  test('the checks of a policy name their members', () => {
    const suites = [...intermediate.suites, 'TLS_RSA_WITH_AES_128_CBC_SHA']
    const { checks } = gate(policyNamed('mozilla-intermediate'), { ...intermediate, suites })
    const waived = (only: string[]): string | undefined =>
      waive(checks, [{ ...waiver, only }], target, at).checks.find(({ id, severity }) => id === 'cipher/suites' && severity === 'error')
        ?.status
    expect(waived(['TLS_RSA_WITH_AES_128_CBC_SHA'])).toBe('waived')
    expect(waived(['TLS_RSA_WITH_AES_256_CBC_SHA'])).toBe('fail')
  })
})

test.each(['::1', '[::1]', '[::1]:443', '::0001', '[0:0:0:0:0:0:0:1]:443'])('an IPv6 target is named as %s', name => {
  expect(apply({ target: name }, failed, { host: '::1', port: 443 })?.status).toBe('waived')
})

test.each(['[*]', '*:443', 'example.com:8443', '[example.com]:8443', 'other.example.com'])('%s is another target', name => {
  expect(apply({ target: name })?.status).toBe('fail')
})

test.each([
  ['*', 'example.com'],
  ['*', 'EXAMPLE.com:443'],
  ['example.com', 'example.com:443'],
])('of two that hold as long, for %s and for %s, the one that means it alone counts', (wide, narrow) => {
  const [one, other] = [
    { ...waiver, target: wide },
    { ...waiver, target: narrow },
  ]
  expect(waive([failed], [one, other], target, at).used).toEqual([other])
})

test.each<[string, Check['status'], Check['status']]>([
  ['a failed check is waived', 'fail', 'waived'],
  ['so is one that could not be decided', 'inconclusive', 'waived'],
  ['a passed one is left alone', 'pass', 'pass'],
])('%s', (_, status, expected) => {
  expect(apply({}, { ...failed, status })?.status).toBe(expected)
})

describe('the end of a waiver', () => {
  test.each<[string, string, Check['status'], string]>([
    ['far away is not spoken of', '2026-12-08', 'waived', '; waived until 2026-12-08: the till of 2014'],
    ['within two weeks is', '2026-12-06', 'waived', '; waived until 2026-12-06, which is in 14 days: the till of 2014'],
    ['on the last day it still holds', '2026-11-23', 'waived', '; waived until 2026-11-23, which is in 1 day: the till of 2014'],
    ['once over the check fails again, and says so', '2026-11-22', 'fail', '; its waiver (the till of 2014) ended on 2026-11-22'],
  ])('%s', (_, until, status, ending) => {
    const check = apply({ until })
    expect(check?.status).toBe(status)
    expect(check?.message).toBe(`${failed.message}${ending}`)
  })

  test('of two the one that holds longer counts', () => {
    const { checks } = waive([failed], [{ ...waiver, until: '2026-11-01' }, waiver], target, at)
    expect(checks[0]?.status).toBe('waived')
  })
})

test('a waiver for a target that was not checked is left alone', () => {
  expect(unusedWaivers(waiverUses([{ ...waiver, target: 'elsewhere.example' }], new Set(), [target]))).toEqual([])
})

test('an end that is no day waives nothing', () => {
  const { checks } = waive([failed], [{ ...waiver, until: 'never' }], target, at)
  expect(checks[0]?.status).toBe('fail')
})

test('that nothing could be asked is waived by its own name alone', () => {
  const unasked = { ...failed, id: 'policy/questions', status: 'inconclusive' as const }
  const statusWith = (check: string) => waive([unasked], [{ ...waiver, check }], target, at).checks[0]?.status
  expect([statusWith('policy/*'), statusWith('policy/questions')]).toEqual(['inconclusive', 'waived'])
})

test('a waiver that covers nothing is a notice, whatever it covers elsewhere', () => {
  const location = { file: 'tlsgate.yml', line: 7, column: 5 }
  const other = { ...waiver, check: 'group/allowed', location }
  const { used } = waive([failed], [waiver, other], target, at)
  expect(used).toEqual([waiver])
  const unused = unusedWaivers(waiverUses([waiver, other], new Set(used), [target]))
  expect(unused).toMatchObject([
    {
      id: 'policy/waivers',
      status: 'fail',
      severity: 'notice',
      cause: 'waiver-unused',
      message: 'the waiver of group/allowed for example.com until 2027-03-31 covers no failed check',
      location,
    },
  ])
  expect(verdictOf([...unused, { ...failed, status: 'pass' }], 'warning')).toBe('pass')
})
