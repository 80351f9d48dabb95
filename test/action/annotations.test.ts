import { expect, test } from 'vitest'
import { annotationsOf } from '../../src/action/annotations.ts'
import type { Report } from '../../src/gate.ts'
import type { Check, FailOn, Verdict } from '../../src/judge/check.ts'
import { expired, healthy, hostileTexts, protocolMismatch, several, silent, withForeignText } from '../support/sample-reports.ts'

const failed = (change: Partial<Check>): Check => ({
  id: 'certificate/validity',
  status: 'fail',
  severity: 'error',
  cause: 'certificate-expired',
  message: 'the certificate expired yesterday',
  fix: 'renew it\nnginx: ssl_certificate new.pem;',
  evidence: [],
  refs: [],
  location: null,
  ...change,
})

/** One target a check, each at its own port. */
function reportWith(checks: readonly Check[]): Report {
  const [target] = healthy.targets
  if (target === undefined) throw new Error('the sample has no target')
  const targets = checks.map((check, index) => ({
    ...target,
    target: { ...target.target, url: `https://a.example:${index + 1}` },
    checks: [check],
  }))
  return { ...healthy, targets }
}

const many = (count: number, change: Partial<Check>): Check[] => Array.from({ length: count }, () => failed(change))

test('a report without findings needs no annotation', () => {
  expect(annotationsOf(healthy)).toEqual([])
})

test('a finding says cause and target, what was seen, and the fix for everyone', () => {
  const [annotation] = annotationsOf(reportWith([failed({ location: { file: 'nginx.conf', line: 3, column: 5 } })]))
  expect(annotation).toEqual({
    level: 'error',
    title: 'certificate-expired: https://a.example:1',
    message: 'the certificate expired yesterday\nFix: renew it',
    location: { file: 'nginx.conf', line: 3, column: 5 },
  })
})

test('a finding without a place stands at that of its target', () => {
  const { targets, ...rest } = reportWith([failed({}), failed({ location: { file: 'nginx.conf', line: 3, column: 5 } })])
  const location = { file: 'tlsgate.yml', line: 4, column: 5 }
  const placed = targets.map(each => ({ ...each, target: { ...each.target, location } }))
  expect(annotationsOf({ ...rest, targets: placed }).map(annotation => annotation.location?.file)).toEqual(['tlsgate.yml', 'nginx.conf'])
})

test.each([
  ['an expired certificate', expired, 'certificate-expired: '],
  ['a protocol mismatch', protocolMismatch, 'protocol-version-mismatch: '],
  ['a target that says nothing', silent, 'handshake-timeout: '],
])('%s is an error', (_, report, title) => {
  expect(annotationsOf(report)[0]).toMatchObject({ level: 'error', title: expect.stringContaining(title) })
})

test('a check without a cause goes by its id', () => {
  const [annotation] = annotationsOf(reportWith([failed({ status: 'inconclusive', cause: null, fix: null })]))
  expect(annotation).toMatchObject({ title: 'certificate/validity: https://a.example:1', message: 'the certificate expired yesterday' })
})

test('what stayed undecided behind a failure has no annotation of its own', () => {
  const [target] = reportWith([failed({})]).targets
  const checks = [failed({}), failed({ status: 'inconclusive', cause: null, id: 'certificate/trust' })]
  expect(annotationsOf({ ...healthy, targets: target ? [{ ...target, checks }] : [] })).toHaveLength(1)
})

test('what stayed undecided beside a notice is said: the verdict rests on it', () => {
  const [target] = reportWith([failed({})]).targets
  const checks = [failed({ severity: 'notice' }), failed({ status: 'inconclusive', cause: null, id: 'baseline/suites' })]
  const titles = annotationsOf({ ...healthy, targets: target ? [{ ...target, checks }] : [] }).map(({ level, title }) => [level, title])
  expect(titles).toEqual([
    ['error', 'baseline/suites: https://a.example:1'],
    ['notice', 'certificate-expired: https://a.example:1'],
  ])
})

test('what is said is of a check as severe as the annotation', () => {
  const [target] = reportWith([failed({})]).targets
  const checks = [
    failed({ severity: 'warning', message: 'little is left', fix: 'hurry' }),
    failed({ status: 'inconclusive', message: 'it expired; the waiting for it to pass was interrupted' }),
  ]
  expect(annotationsOf({ ...healthy, targets: target ? [{ ...target, checks }] : [] })).toMatchObject([
    { level: 'error', message: 'it expired; the waiting for it to pass was interrupted\nFix: renew it' },
  ])
})

test('what belongs to the run names no target, and stands at its own place, a check each', () => {
  const said = (report: Report) => annotationsOf(report).map(({ level, title, location }) => [level, title, location?.file])
  const ofRun = (level: string) => [
    [level, 'waiver-unused', 'tlsgate.yml'],
    [level, 'waiver-unused', undefined],
    [level, 'baseline-target-gone', 'tls.lock.json'],
  ]
  expect(said({ ...healthy, checks: several.checks })).toEqual(ofRun('notice'))
  // Where notices fail the run.
  expect(said({ ...healthy, verdict: 'fail', failOn: 'notice', checks: several.checks })).toEqual(ofRun('error'))
  expect(said(several).slice(-3)).toEqual(ofRun('notice'))
  // Beside targets that failed, too.
  expect(said({ ...several, failOn: 'notice' }).filter(([, title]) => title === 'waiver-unused')).toEqual(ofRun('error').slice(0, 2))
})

/** The annotations of one target, by level and title. */
function saidOf(verdict: Verdict, failOn: FailOn, checks: readonly Check[]): string[] {
  const [target] = healthy.targets
  const said = annotationsOf({ ...healthy, failOn, targets: target ? [{ ...target, verdict, checks }] : [] })
  return said.map(({ level, title }) => `${level} ${title.split(':', 1)}`)
}

const undecided = (change: Partial<Check>): Check => failed({ status: 'inconclusive', cause: null, fix: null, ...change })

test.each<[name: string, verdict: Verdict, failOn: FailOn, checks: Check[], expected: string[]]>([
  [
    'a warning that failed the target is an error, a notice beside it is not',
    'fail',
    'warning',
    [failed({ severity: 'warning' }), failed({ severity: 'notice', cause: 'certificate-long-lived' })],
    ['error certificate-expired', 'notice certificate-long-lived'],
  ],
  ['a notice that failed the target is an error', 'fail', 'notice', [failed({ severity: 'notice' })], ['error certificate-expired']],
  [
    'a warning beside the error that failed the target stays one',
    'fail',
    'error',
    [failed({}), failed({ severity: 'warning', cause: 'certificate-long-lived' })],
    ['error certificate-expired', 'warning certificate-long-lived'],
  ],
  [
    'a warning beside an error is an error where both fail the target',
    'fail',
    'warning',
    [failed({}), failed({ severity: 'warning', cause: 'certificate-long-lived' })],
    ['error certificate-expired', 'error certificate-long-lived'],
  ],
  ['a warning of a target that passed stays one', 'pass', 'error', [failed({ severity: 'warning' })], ['warning certificate-expired']],
  [
    'an undecided notice that the verdict rests on is an error',
    'inconclusive',
    'notice',
    [failed({ status: 'pass', cause: null }), undecided({ severity: 'notice' })],
    ['error certificate/validity'],
  ],
])('%s', (_, verdict, failOn, checks, expected) => {
  expect(saidOf(verdict, failOn, checks)).toEqual(expected)
})

test.each(['warning', 'notice'] as const)('ten targets that failed for a %s leave the step its own error', severity => {
  const { targets, ...rest } = reportWith(many(10, { severity }))
  const all = annotationsOf({ ...rest, failOn: severity, targets: targets.map(target => ({ ...target, verdict: 'fail' })) })
  expect(all.map(({ level }) => level)).toEqual(Array(9).fill('error'))
  expect(all.at(-1)?.title).toBe('and 2 more')
})

test('an error comes before the warnings that failed other targets', () => {
  const { targets, ...rest } = reportWith([...many(10, { severity: 'warning' }), failed({ cause: 'certificate-revoked' })])
  const all = annotationsOf({ ...rest, targets: targets.map(target => ({ ...target, verdict: 'fail' })) })
  expect(all[0]).toMatchObject({ level: 'error', title: 'certificate-revoked: https://a.example:11' })
})

test('the most severe come first, whatever the order of the targets', () => {
  const checks = [
    failed({ severity: 'notice' }),
    failed({ severity: 'warning' }),
    failed({ severity: 'error' }),
    failed({ severity: 'notice' }),
  ]
  expect(annotationsOf(reportWith(checks)).map(({ level }) => level)).toEqual(['error', 'warning', 'notice', 'notice'])
})

test.each([
  // One error fewer: the step's own failure is the tenth.
  ['error', 9, 9, 'certificate-expired: https://a.example:9'],
  ['error', 10, 9, 'and 2 more'],
  ['error', 250, 9, 'and 242 more'],
  ['warning', 10, 10, 'certificate-expired: https://a.example:10'],
  ['warning', 11, 10, 'and 2 more'],
  ['notice', 11, 10, 'and 2 more'],
] as const)('%s: %i findings make %i annotations', (severity, findings, annotations, last) => {
  const all = annotationsOf(reportWith(many(findings, { severity })))
  expect(all).toHaveLength(annotations)
  expect(all.at(-1)).toMatchObject({ level: severity, title: last })
})

test('a shard without a report is an error that says what to do, also where all others pass', () => {
  expect(annotationsOf({ ...healthy, verdict: 'inconclusive', missingShards: [2, 4] })).toEqual([
    {
      level: 'error',
      title: 'run/shards',
      message: expect.stringMatching(/^the reports of shards 2 and 4 are missing\nFix: Look at the job/),
      location: null,
    },
  ])
})

test('a level that is full leaves the others their room', () => {
  const all = annotationsOf(reportWith([...many(30, { severity: 'notice' }), ...many(30, {}), ...many(2, { severity: 'warning' })]))
  expect(all.map(({ level }) => level)).toEqual([...Array(9).fill('error'), 'warning', 'warning', ...Array(10).fill('notice')])
})

test.each(hostileTexts)('foreign text stays inert: %s', (_, text) => {
  for (const { title, message } of [expired, several].flatMap(report => annotationsOf(withForeignText(report, text)))) {
    for (const line of [title, ...message.split('\n')]) {
      expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u)
      expect(line).not.toMatch(/^\s*::|##\[/)
    }
    expect(message.split('\n').length).toBeLessThanOrEqual(2)
  }
})
