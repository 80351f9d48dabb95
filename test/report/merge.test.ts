import { describe, expect, test } from 'vitest'
import type { Report, ReportedShard } from '../../src/gate.ts'
import { verdictOfAll } from '../../src/judge/check.ts'
import type { WaiverUse } from '../../src/judge/policy/waivers.ts'
import { renderJson } from '../../src/report/json.ts'
import { mergeReports } from '../../src/report/merge.ts'
import { reportReader } from '../../src/report/read-report.ts'
import { tally } from '../../src/report/tally.ts'
import { digestOf } from '../../src/shard.ts'
import { expired, healthy, several, weakened } from '../support/sample-reports.ts'

const listOf = (count: number): string => digestOf(Array.from({ length: count }, (_, index) => `https://${index + 1}.test:443`))

/** Its targets as those of a host that the list has at the place of the shard. */
const at = (number: number, { targets }: Report): Report['targets'] =>
  targets.map(each => ({ ...each, target: { ...each.target, host: `${number}.test`, url: `https://${number}.test:443` } }))

const shardOf = (number: number, count: number): ReportedShard => ({ number, count, list: listOf(count), waivers: [] })

const part = (report: Report, number: number, count: number, changes: Partial<Report> = {}): { name: string; report: Report } => ({
  name: `${number}.json`,
  report: {
    ...report,
    shard: shardOf(number, count),
    targets: at(number, report),
    ...changes,
  },
})

/** The JSON of a report, its first target changed and its verdict that of its targets. */
function withTarget(report: Report, changes: Partial<Report['targets'][number]>): string {
  const targets = report.targets.map((target, index) => (index === 0 ? { ...target, ...changes } : target))
  return JSON.stringify({ ...report, targets, verdict: verdictOfAll(targets.map(({ verdict }) => verdict)) })
}

const { checks: [pass] = [], handshake } = healthy.targets[0] ?? {}
const error = expired.targets[0]?.checks.find(({ status, severity }) => status === 'fail' && severity === 'error')
if (!pass || !handshake || !error) throw new Error('a sample report has no check')

describe('the reports of all shards', () => {
  const [first, second] = [
    part(healthy, 1, 2, { startedAt: '2026-11-26T10:00:00.000Z', durationMs: 5000 }),
    part(expired, 2, 2, { startedAt: '2026-11-26T10:00:02.000Z', durationMs: 8000 }),
  ]

  test('are one report, whatever the order they come in', () => {
    const merged = mergeReports([second, first])
    expect(merged).toEqual(mergeReports([first, second]))
    expect(merged).toMatchObject({
      startedAt: '2026-11-26T10:00:00.000Z',
      durationMs: 10_000,
      verdict: 'fail',
      shard: null,
      missingShards: [],
      targets: [...at(1, healthy), ...at(2, expired)],
    })
  })

  test('are refused where another severity fails each', () => {
    expect(() => mergeReports([first, { ...second, report: { ...second.report, failOn: 'notice' } }])).toThrow(
      '"1.json" is of fail-on error and "2.json" of fail-on notice',
    )
  })

  test('pass when all have passed', () => {
    expect(mergeReports([part(healthy, 1, 2), part(healthy, 2, 2)]).verdict).toBe('pass')
  })
})

test('what fails some of several runs fails them together', () => {
  const one = { name: 'a.json', report: { ...healthy, failOn: 'regression' as const } }
  const other = { name: 'b.json', report: { ...expired, failOn: 'warning' as const } }
  expect(mergeReports([one, other]).failOn).toBe('warning')
  expect(mergeReports([one]).failOn).toBe('regression')
})

describe('a waiver of a list in two shards', () => {
  const waiver = { number: 1, check: 'cipher/suites', target: '*', until: '2099-01-01', location: null, used: false }
  const other = { ...waiver, number: 2, only: ['A'], location: { file: 'tlsgate.yml', line: 7, column: 5 } }
  const shard = (number: number, waivers: ReportedShard['waivers'], failOn: Report['failOn'] = 'error') =>
    part(healthy, number, 2, { failOn, shard: { ...shardOf(number, 2), waivers } })
  const said = ({ checks }: Report): string[] => checks.map(({ message }) => message)

  test.each<[string, ReportedShard['waivers'], ReportedShard['waivers'], string[]]>([
    ['that both have used is not spoken of', [{ ...waiver, used: true }], [{ ...waiver, used: true }], []],
    ['that one has used is needed', [{ ...waiver, used: true }], [waiver], []],
    ['that means targets of one and is not used is named', [], [waiver], ['the waiver of cipher/suites for * until 2099-01-01']],
    [
      'that none has used is named once, in the order of all',
      [other],
      [waiver, other],
      ['the waiver of cipher/suites for * until 2099-01-01', 'the waiver of cipher/suites (A) for * until 2099-01-01'],
    ],
    [
      'is another one at another place',
      [{ ...waiver, used: true }],
      [{ ...waiver, number: 3 }],
      ['the waiver of cipher/suites for * until 2099-01-01'],
    ],
  ])('%s', (_, one, two, expected) => {
    expect(said(mergeReports([shard(2, two), shard(1, one)]))).toEqual(expected.map(text => `${text} covers no failed check`))
  })

  test('stands where the file of the user has it, and fails no more than it would in one run', () => {
    const merged = mergeReports([shard(1, [other]), shard(2, [other])])
    expect(merged).toMatchObject({ verdict: 'pass', shard: null })
    expect(merged.checks).toMatchObject([{ cause: 'waiver-unused', severity: 'notice', location: other.location }])
    const strict = mergeReports([shard(1, [other], 'notice'), shard(2, [other], 'notice')])
    expect([strict.verdict, ...strict.targets.map(({ verdict }) => verdict)]).toEqual(['fail', 'pass', 'pass'])
  })

  test('may have been used by one that is missing', () => {
    expect(said(mergeReports([shard(1, [waiver])]))).toEqual([])
  })

  test('stands beside what the shards say of the run', () => {
    const { checks } = several
    const one = shard(1, [waiver])
    const merged = mergeReports([shard(2, [waiver]), { ...one, report: { ...one.report, checks } }])
    expect(said(merged)).toEqual([
      'the waiver of cipher/suites for * until 2099-01-01 covers no failed check',
      ...checks.map(({ message }) => message),
    ])
    expect(merged.targets.flatMap(target => target.checks)).toEqual([1, 2].flatMap(() => healthy.targets.flatMap(target => target.checks)))
    // A report that is merged is one to merge.
    expect(mergeReports([{ name: 'again', report: merged }])).toEqual(merged)
  })
})

test.each<[string, Report, number[], Report['verdict'], string]>([
  ['passed', healthy, [1, 3], 'inconclusive', '2 targets passed; the reports of shards 2 and 4 are missing'],
  ['failed', expired, [1, 3, 4], 'fail', '3 targets failed; 3 checks waived; the report of shard 2 is missing'],
  ['passed, alone', healthy, [2], 'inconclusive', '1 target passed; the reports of shards 1, 3 and 4 are missing'],
])('a run of which shards are missing is no pass: those that are there %s', (_, report, numbers, verdict, words) => {
  const merged = mergeReports(numbers.map(number => part(report, number, 4)))
  expect(merged.verdict).toBe(verdict)
  expect(tally(merged)).toBe(words)
  expect(mergeReports([{ name: 'again', report: merged }])).toEqual(merged)
})

test('of many missing shards the first are named', () => {
  expect(tally(mergeReports([part(healthy, 1, 9)]))).toBe('1 target passed; the reports of shards 2, 3, 4, 5, 6, 7 and 2 more are missing')
})

test('reports of no shards are joined', () => {
  const merged = mergeReports([
    { name: 'a', report: healthy },
    { name: 'b', report: { ...several, policy: { id: 'pci-dss-4', version: '4.0.1' } } },
  ])
  expect(merged.targets).toEqual([...healthy.targets, ...several.targets])
  expect(merged.policy).toEqual({ id: 'default, pci-dss-4', version: '1, 4.0.1' })
})

test.each<[string, { name: string; report: Report }[], string]>([
  ['none', [], 'there is no report to merge'],
  [
    'one shard twice',
    [part(healthy, 3, 8), { ...part(healthy, 3, 8), name: 'again.json' }],
    '"3.json" and "again.json" are both of shard 3/8',
  ],
  [
    'one report of no shard twice',
    [
      { name: 'a.json', report: healthy },
      { name: 'b.json', report: several },
      { name: 'copy.json', report: structuredClone(healthy) },
    ],
    '"a.json" and "copy.json" are the same report',
  ],
  ['shards of two runs', [part(healthy, 1, 2), part(healthy, 2, 3)], '"1.json" is of one of 2 shards and "2.json" of one of 3 shards'],
  [
    'a shard and none',
    [part(healthy, 1, 2), { name: 'whole.json', report: healthy }],
    '"1.json" is of one of 2 shards and "whole.json" of no shard',
  ],
  [
    'shards of two policies',
    [part(healthy, 1, 2), part(healthy, 2, 2, { policy: { id: 'pci-dss-4', version: '4.0.1' } })],
    '"1.json" is of the policy default 1 and "2.json" of the policy pci-dss-4 4.0.1',
  ],
  [
    'shards of two versions',
    [part(healthy, 1, 2), part(healthy, 2, 2, { tool: { ...healthy.tool, version: '9.9.9' } })],
    `"1.json" is of tlsgate ${healthy.tool.version} and "2.json" of tlsgate 9.9.9`,
  ],
  [
    'shards of two lists',
    [part(healthy, 1, 2), part(healthy, 2, 2, { shard: { ...shardOf(2, 2), list: listOf(3) } })],
    `"1.json" is of the list ${listOf(2)} and "2.json" of the list ${listOf(3)}`,
  ],
  [
    'shards of which one has lost a target to another, which stands for it',
    [part(healthy, 1, 2), part(healthy, 2, 2, { targets: at(1, healthy) })],
    'the reports of all shards are there, and their targets are not those of the list',
  ],
])('%s cannot be merged', (_, reports, message) => {
  expect(() => mergeReports(reports)).toThrow(message)
})

describe('a report that is read back', async () => {
  const read = await reportReader()

  test.each([
    ['a healthy server', healthy],
    ['a shard', part(several, 2, 4).report],
    [
      'a shard with a waiver',
      part(healthy, 1, 2, {
        shard: {
          ...shardOf(1, 2),
          waivers: [{ number: 1, check: 'cipher/*', target: '*', only: ['A'], until: '2099-01-01', location: null, used: true }],
        },
      }).report,
    ],
    ['several servers', several],
    ['a server with a baseline, which may have had the error', JSON.parse(withTarget(weakened, { checks: [pass, error] })) as Report],
    ['a server with a baseline that had every error', JSON.parse(withTarget(weakened, { checks: [error] })) as Report],
  ])('is what was written: %s', (_, report) => {
    expect(read(renderJson(report), 'tlsgate.json')).toEqual(report)
  })

  test.each([
    ['nothing', '', '"x.json" is no JSON'],
    ['half a file', renderJson(healthy).slice(0, 500), '"x.json" is no JSON'],
    [
      'another version',
      JSON.stringify({ ...healthy, schemaVersion: 2 }),
      'is a report of schema version 2, and this tlsgate reads version 1',
    ],
    ['no report', '{"a":1}', '"x.json" is no report: it has no schemaVersion'],
    ['null', 'null', '"x.json" is no report: it has no schemaVersion'],
    ['a wrong verdict', JSON.stringify({ ...healthy, verdict: 'green' }), '"x.json" is no report: verdict is wrong'],
    ['a field too many', JSON.stringify({ ...healthy, extra: 1 }), '"x.json" is no report: it is wrong: Unrecognized key: "extra"'],
    [
      'green, and a target of it is not',
      JSON.stringify({ ...expired, verdict: 'pass' }),
      '"x.json" is no report: its verdict is pass, and that of its targets fail',
    ],
    ['green in a target with an error', withTarget(expired, { verdict: 'pass' }), 'is pass, and its checks come to fail'],
    [
      'green in a target without a check',
      withTarget(healthy, { checks: [] }),
      '"x.json" is no report: the verdict of "https://example.test:443" is pass, and its checks come to inconclusive',
    ],
    [
      'red in a target without a failed check',
      withTarget(healthy, { verdict: 'fail' }),
      '"x.json" is no report: the verdict of "https://example.test:443" is fail, and its checks come to pass',
    ],
    [
      'green in a target with an error that a baseline cannot have',
      withTarget({ ...weakened, targets: weakened.targets.slice(0, 1) }, { checks: [pass, { ...error, id: 'baseline/groups' }] }),
      'is pass, and its checks come to fail',
    ],
    [
      'green in a target with a baseline, of which something was not decided',
      withTarget({ ...weakened, targets: weakened.targets.slice(0, 1) }, { checks: [error, { ...error, status: 'inconclusive' }] }),
      'is pass, and its checks come to fail or inconclusive',
    ],
    [
      'green without a target',
      JSON.stringify({ ...healthy, targets: [] }),
      '"x.json" is no report: its verdict is pass, and that of its targets inconclusive',
    ],
    [
      'green without a shard',
      JSON.stringify({ ...healthy, missingShards: [2] }),
      '"x.json" is no report: its verdict is pass, and that of its targets inconclusive',
    ],
    [
      'red for nothing of its own',
      JSON.stringify({ ...healthy, verdict: 'fail' }),
      '"x.json" is no report: its verdict is fail, and that of its targets pass',
    ],
    [
      'green with an error of its own',
      JSON.stringify({ ...healthy, checks: [error] }),
      '"x.json" is no report: its verdict is pass, and that of its targets fail',
    ],
    ['without a list of what is said of the run', JSON.stringify({ ...healthy, checks: undefined }), '"x.json" is no report: checks'],
    [
      'green in a target whose handshake was never judged',
      withTarget(healthy, { checks: healthy.targets[0]?.checks.slice(1) ?? [] }),
      '"x.json" is no report: "https://example.test:443" passed without the check handshake/completion',
    ],
    [
      'green in a target whose handshake did not complete',
      withTarget(healthy, { handshake: { ...handshake, completed: false } }),
      '"x.json" is no report: the handshake of "https://example.test:443" failed, and its check handshake/completion passed',
    ],
    [
      'green in a target whose handshake has a failure',
      withTarget(healthy, { handshake: { ...handshake, failure: expired.targets[0]?.handshake.failure ?? null } }),
      '"x.json" is no report: the handshake of "https://example.test:443" failed, and its check handshake/completion passed',
    ],
    [
      'a shard without a target',
      JSON.stringify(part(healthy, 2, 8, { targets: [], verdict: 'inconclusive' }).report),
      '"x.json" is no report: it is of shard 2 of 8, and has no target',
    ],
    [
      'of a shard with a waiver that says nothing of its use',
      JSON.stringify(part(healthy, 1, 2, { shard: { ...shardOf(1, 2), waivers: [{ number: 1 } as WaiverUse] } }).report),
      '"x.json" is no report: shard is wrong',
    ],
    ['of a shard that there is none of', JSON.stringify(part(healthy, 9, 8).report), '"x.json" is no report: it is of shard 9 of 8'],
    [
      'without more shards than a run has',
      JSON.stringify({ ...healthy, verdict: 'inconclusive', missingShards: Array.from({ length: 300 }, (_, index) => index + 1) }),
      '"x.json" is no report: missingShards',
    ],
  ])('is refused when it is %s', (_, json, message) => {
    expect(() => read(json, 'x.json')).toThrow(message)
  })
})
