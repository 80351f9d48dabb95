// From a comparison to the checks of a report, and to those that a run that looks for regressions waives.
import { describe, expect, test } from 'vitest'
import { comparisonChecks, waiveKnown } from '../../../src/judge/baseline/checks.ts'
import { compare } from '../../../src/judge/baseline/compare.ts'
import type { TargetFacts } from '../../../src/judge/baseline/facts.ts'
import { failuresOf } from '../../../src/judge/baseline/failures.ts'
import { type Check, type Verdict, verdictOf } from '../../../src/judge/check.ts'
import { facts, protocols, sound } from './sample-facts.ts'

const location = { file: 'tls.lock.json', line: 4, column: 5 }
const checksOf = (now: Partial<TargetFacts>) => comparisonChecks(compare(sound, facts(now)), location)

test('what is as it was passes, without a place to look at', () => {
  const checks = checksOf({})
  expect(checks.map(({ id }) => id)).toEqual([
    'baseline/handshake',
    'baseline/protocols',
    'baseline/suites',
    'baseline/groups',
    'baseline/signature-schemes',
    'baseline/chain',
    'baseline/key',
    'baseline/features',
    'baseline/clients',
  ])
  for (const check of checks) expect(check).toMatchObject({ status: 'pass', cause: null, fix: null, location: null })
})

test('what got weaker is an error with its fix and its place, what got stronger a pass that says so', () => {
  const weaker = checksOf({ protocols: protocols({ 'TLSv1.0': 'accepted' }) }).find(({ id }) => id === 'baseline/protocols')
  expect(weaker).toMatchObject({
    status: 'fail',
    severity: 'error',
    cause: 'baseline-weakened',
    message: 'TLSv1.0 is accepted now',
    fix: expect.stringMatching(/^Let the server start where[^\n]*\nnginx: ssl_protocols TLSv1\.2 TLSv1\.3;/),
    location,
  })
  const stronger = checksOf({ protocols: protocols({ 'TLSv1.2': 'refused' }) }).find(({ id }) => id === 'baseline/protocols')
  expect(stronger).toMatchObject({ status: 'pass', message: 'stronger than the baseline: TLSv1.2 is no longer accepted' })
})

test('other facts and other clients are notices', () => {
  const checks = checksOf({
    groups: { complete: true, accepted: [...sound.groups.accepted, 'secp384r1'] },
    clients: { chrome: 'yes', 'java-8u161': 'no', 'java-6': 'yes' },
  })
  const failed = checks.filter(({ status }) => status === 'fail')
  expect(failed.map(({ id, severity, cause, message }) => [id, severity, cause, message])).toEqual([
    ['baseline/groups', 'notice', 'baseline-changed', 'secp384r1 is accepted now'],
    ['baseline/clients', 'notice', 'baseline-changed', 'no longer connect: java-8u161; connect now: java-6'],
  ])
})

test.each([
  ['is a notice where nothing better can be', { 'TLSv1.0': 'unknown' }, {}, 'notice'],
  ['is a warning where something may have gone', { 'TLSv1.3': 'unknown' }, { 'TLSv1.3': 'refused' }, 'warning'],
  ['counts when something weak is behind it', { 'TLSv1.0': 'unknown' }, { 'TLSv1.0': 'accepted' }, 'error'],
] as const)('what was not known before %s', (_, before, now, severity) => {
  const comparison = compare(facts({ protocols: protocols(before) }), facts({ protocols: protocols(now) }))
  const check = comparisonChecks(comparison, location).find(({ id }) => id === 'baseline/protocols')
  expect(check).toMatchObject({ status: 'inconclusive', severity, cause: null })
})

test('what could not be compared is said beside what is different', () => {
  const before = facts({ groups: { complete: false, accepted: ['x25519', 'secp384r1'] } })
  const checks = comparisonChecks(compare(before, sound), location).filter(({ id }) => id === 'baseline/groups')
  expect(checks.map(({ status, severity, message }) => [status, severity, message])).toEqual([
    ['inconclusive', 'warning', 'whether X25519MLKEM768 and secp256r1 were accepted was not known before'],
    ['fail', 'notice', 'secp384r1 is no longer accepted'],
  ])
})

describe('looking for regressions', () => {
  const check = (id: string, status: Check['status'], cause: string | null = null, severity: Check['severity'] = 'error'): Check => ({
    ...{ id, status, severity, cause, message: '', fix: null, evidence: [], refs: [], location: null },
  })
  const untrusted = [{ cause: 'certificate-untrusted', severity: 'error' }] as const
  const before = facts({ failed: { 'certificate/trust': untrusted, 'handshake/completion': untrusted } })
  const completed = check('certificate/validity', 'pass')

  test('what failed before says why it does not count', () => {
    const failed = { ...check('certificate/trust', 'fail', 'certificate-untrusted'), message: 'nobody trusts it' }
    expect(waiveKnown([completed, failed], before)).toEqual([
      completed,
      { ...failed, status: 'waived', message: 'nobody trusts it; known in the baseline' },
    ])
  })

  test.each<[name: string, checks: Check[], before: TargetFacts | null, verdict: Verdict]>([
    ['nothing fails', [completed], before, 'pass'],
    ['what fails has failed before', [completed, check('certificate/trust', 'fail', 'certificate-untrusted')], before, 'pass'],
    ['all that there is has failed before', [check('certificate/trust', 'fail', 'certificate-untrusted')], before, 'pass'],
    [
      'what failed before fails for another cause',
      [completed, check('handshake/completion', 'fail', 'connection-refused')],
      before,
      'fail',
    ],
    ['something fails that did not', [completed, check('cipher/suites', 'fail', 'weak-cipher-accepted')], before, 'fail'],
    ['something got weaker', [completed, check('baseline/groups', 'fail', 'baseline-weakened')], before, 'fail'],
    ['only a warning is new', [completed, check('group/post-quantum', 'fail', 'post-quantum-group-missing', 'warning')], before, 'pass'],
    ['what failed before could not be decided', [completed, check('certificate/trust', 'inconclusive')], before, 'inconclusive'],
    ['a new failure is waived', [completed, check('cipher/suites', 'waived', 'weak-cipher-accepted')], before, 'pass'],
    ['something could not be compared', [completed, check('baseline/suites', 'inconclusive', null, 'warning')], before, 'inconclusive'],
    ['what could not be compared can be no worse', [completed, check('baseline/features', 'inconclusive', null, 'notice')], before, 'pass'],
    ['another warning could not be decided', [completed, check('cipher/order', 'inconclusive', null, 'warning')], before, 'pass'],
    ['the target has no baseline', [completed, check('certificate/trust', 'fail', 'certificate-untrusted')], null, 'fail'],
    ['nothing was checked', [], before, 'inconclusive'],
  ])('%s', (_, checks, remembered, verdict) => {
    expect(verdictOf(waiveKnown(checks, remembered), 'error')).toBe(verdict)
  })

  const features = (severity: Check['severity'], members: readonly string[], undecided: readonly string[] = []): Check => ({
    ...check('policy/features', 'fail', 'policy-feature-offered', severity),
    ...{ members: [...members, ...undecided], undecided },
  })
  const late = (severity: Check['severity']): Check => check('certificate/max-lifetime', 'fail', 'certificate-lives-too-long', severity)

  test.each<[name: string, before: Check[], now: Check[], verdict: Verdict]>([
    ['is an error and was a warning', [late('warning')], [late('warning'), late('error')], 'fail'],
    ['is a warning and was an error', [late('error')], [completed, late('warning')], 'pass'],
    ['fails for one thing more', [features('error', ['session-ticket'])], [features('error', ['session-ticket', 'alpn'])], 'fail'],
    ['fails for one thing less', [features('error', ['alpn', 'session-ticket'])], [features('error', ['session-ticket'])], 'pass'],
    [
      'fails as an error for what was but discouraged',
      [features('error', ['alpn']), features('warning', ['heartbeat'])],
      [features('error', ['alpn', 'heartbeat'])],
      'fail',
    ],
    [
      'fails as a warning for what was forbidden',
      [features('error', ['alpn']), features('warning', ['heartbeat'])],
      [completed, features('warning', ['alpn', 'heartbeat'])],
      'pass',
    ],
    ['may fail for one thing more', [features('error', ['alpn'])], [features('error', ['alpn'], ['heartbeat'])], 'inconclusive'],
    ['fails for what was not known', [features('error', ['alpn'], ['heartbeat'])], [features('error', ['alpn', 'heartbeat'])], 'fail'],
    ['fails twice, as it did', [late('error'), late('error')], [late('error'), late('error')], 'pass'],
    ['fails twice and did once', [late('error')], [late('error'), late('error')], 'fail'],
  ])('a check that failed before %s', (_, then, now, verdict) => {
    expect(verdictOf(waiveKnown(now, facts({ failed: failuresOf(then) })), 'error')).toBe(verdict)
  })

  test.each<[name: string, cause: string, verdict: Verdict]>([
    ['that one may or may not be new', 'policy-feature-offered', 'inconclusive'],
    ['another one is new', 'policy-feature-missing', 'fail'],
  ])('where a lock file of old has a cause alone, %s', (_, cause, verdict) => {
    expect(verdictOf(waiveKnown([completed, features('error', ['alpn'])], facts({ failed: { 'policy/features': cause } })), 'error')).toBe(
      verdict,
    )
  })
})
