// The issue of a monitor, against an API that is held to GitHub's own description of it.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../../src/gate.ts'
import { activeMarkup, obeyed } from '../../report/readers.ts'
import { bot, type Fault, githubApi, type Issue } from '../../support/github-api.ts'
import { expired, healthy, hostileTexts, protocolMismatch, several, silent, withForeignText } from '../../support/sample-reports.ts'
import { load, pullRequest, type Telling, tell } from './telling.ts'

beforeAll(load, 60_000)

const marker = '<!-- tlsgate:CI/tls -->'
const monitor: Telling = { event: 'schedule', payload: { schedule: '0 6 * * *' }, inputs: { issue: true } }
const written = 'info: issue written: https://github.com/octo/shop/issues/20'
const [list, create, update, comment] = [
  'GET /repos/octo/shop/issues',
  'POST /repos/octo/shop/issues',
  'PATCH /repos/octo/shop/issues/20',
  'POST /repos/octo/shop/issues/20/comments',
]

/** All targets of some reports in one. */
const together = (verdict: Report['verdict'], ...reports: Report[]): Report => ({
  ...healthy,
  verdict,
  targets: reports.flatMap(({ targets }) => targets),
})
/** The target of the expired certificate, mended. */
const mended: Report = {
  ...healthy,
  targets: healthy.targets.flatMap(target => expired.targets.map(broken => ({ ...target, target: broken.target }))),
}

test('is opened at the first failure, edited while it lasts, and closed when all is well', async () => {
  await using api = await githubApi()
  expect(await tell(api, healthy, monitor)).toEqual([])
  expect(await tell(api, expired, monitor)).toEqual([written])
  expect(api.issues).toMatchObject([
    { title: 'tlsgate: 1 target failed; 1 check waived', state: 'open', labels: ['tlsgate'], body: expect.stringMatching(`^${marker}\n`) },
  ])
  expect(await tell(api, expired, monitor)).toEqual([written])
  expect(api.comments).toEqual([])
  expect(await tell(api, mended, monitor)).toEqual([written])
  expect(api.issues).toMatchObject([{ title: 'tlsgate: 1 target failed; 1 check waived', state: 'closed', state_reason: 'completed' }])
  expect(api.comments.map(({ body }) => body)).toEqual([
    expect.stringMatching(/^\*\*1 target passed\*\*\n\nPassing again:\n\n- `https:\/\/expired\.test:8443` pass\n\n<sub>/),
  ])
  expect(api.requests).toEqual([list, list, create, list, update, list, update, comment])
})

test('where nothing could be checked it says so, and what was wrong before is no news after it', async () => {
  await using api = await githubApi()
  const nothing: Report = { ...healthy, verdict: 'inconclusive', targets: [] }
  await tell(api, expired, monitor)
  await tell(api, nothing, { ...monitor, sections: ['**start is wrong**'] })
  expect(api.issues).toMatchObject([
    { title: 'tlsgate: no target has a verdict', state: 'open', body: expect.stringContaining('\n\n**start is wrong**\n') },
  ])
  await tell(api, expired, monitor)
  expect(api.comments).toEqual([])
  expect(api.issues).toMatchObject([{ title: 'tlsgate: 1 target failed; 1 check waived', state: 'open' }])
})

test('what was wrong with the targets of a missing shard is known when its report is there again', async () => {
  await using api = await githubApi()
  const both = together('fail', expired, protocolMismatch)
  for (const report of [both, { ...protocolMismatch, missingShards: [1] }, both]) await tell(api, report, monitor)
  expect(api.comments).toEqual([])
})

test('a target that did not pass and is checked no more is named', async () => {
  await using api = await githubApi()
  const named = (report: Report, changes: object): Report => ({
    ...report,
    targets: report.targets.map(each => ({ ...each, target: { ...each.target, ...changes } })),
  })
  const address = named(expired, { url: 'https://[::1]:8443', servername: null })
  const other = named(expired, { url: 'https://expired.test:9443', servername: 'other.test' })
  const runs = [
    together('fail', expired, address, protocolMismatch, other),
    together('fail', protocolMismatch),
    // What is gone cannot be told here, and the issue has no name for it after that.
    { ...together('inconclusive', healthy), missingShards: [2] },
    healthy,
  ]
  for (const report of runs) await tell(api, report, monitor)
  expect(api.comments.map(({ body }) => body.split('\n\n').slice(1, 3))).toEqual([
    ['No longer checked:', '- `https://expired.test:8443`\n- `https://[::1]:8443`\n- and 1 more'],
    ['No longer checked:', '- 1 that did not pass'],
  ])
  expect(api.issues).toMatchObject([{ state: 'closed' }])
})

test('a new failure opens a new issue', async () => {
  await using api = await githubApi()
  for (const report of [expired, healthy, expired]) await tell(api, report, monitor)
  expect(api.issues.map(({ state }) => state)).toEqual(['closed', 'open'])
})

test('has verdict, causes, fixes and the days left of every certificate', async () => {
  await using api = await githubApi()
  await tell(api, several, monitor)
  await expect(api.issues[0]?.body).toMatchFileSnapshot('../../golden/report/issue.md')
})

test('is commented on when something has changed, and only then', async () => {
  await using api = await githubApi()
  const runs = [
    together('fail', expired, healthy),
    together('fail', healthy, expired),
    together('fail', expired, protocolMismatch, silent),
    together('fail', mended, protocolMismatch, silent),
  ]
  for (const report of runs) await tell(api, report, monitor)
  expect(api.comments).toHaveLength(2)
  await expect(api.comments.map(({ body }) => body).join('\n\n---\n\n')).toMatchFileSnapshot('../../golden/report/issue-changes.md')
})

test('another cause is a change, another reason for not knowing is none', async () => {
  await using api = await githubApi()
  const withCause = (report: Report, cause: string): Report =>
    JSON.parse(JSON.stringify(report).replaceAll(/"cause":"[\w-]+"/g, `"cause":"${cause}"`))
  for (const report of [silent, withCause(silent, 'connection-timeout'), expired]) await tell(api, report, monitor)
  await tell(api, withCause(expired, 'certificate-untrusted'), monitor)
  expect(api.comments.map(({ body }) => body.split('\n')[2])).toEqual(['No longer passing:', 'Still not passing, for another reason:'])
})

test('a notice is no other reason for which a target does not pass', async () => {
  await using api = await githubApi()
  const noticed: Report = {
    ...expired,
    targets: expired.targets.map(target => ({
      ...target,
      checks: target.checks.flatMap(check =>
        check.id === 'certificate/validity'
          ? [check, { ...check, id: 'certificate/lifetime', severity: 'notice' as const, cause: 'not-mended-in-time' }]
          : check,
      ),
    })),
  }
  for (const report of [expired, noticed]) await tell(api, report, monitor)
  expect(api.comments).toEqual([])
})

describe('only an open issue of ours is edited', () => {
  const ours = { body: `${marker}\n<!-- state: -->\nold`, user: bot }
  test.each<[name: string, issue: Partial<Issue> & typeof ours, isEdited: boolean]>([
    ['with our marker and label', ours, true],
    ['not one of a stranger', { ...ours, user: { login: 'mallory', type: 'User' } as never }, false],
    ['not one that is closed', { ...ours, state: 'closed' }, false],
    ['not one whose label was taken off', { ...ours, labels: [] }, false],
    ['not a pull request', { ...ours, isPullRequest: true }, false],
    ['not one of another key', { ...ours, body: '<!-- tlsgate:CI/other -->' }, false],
  ])('%s', async (_, issue, isEdited) => {
    await using api = await githubApi({ issues: [issue] })
    await tell(api, expired, monitor)
    expect(api.issues).toHaveLength(isEdited ? 1 : 2)
    expect(api.issues[0]?.body === issue.body).toBe(!isEdited)
  })

  test('among hundreds', async () => {
    await using api = await githubApi({ issues: Array.from({ length: 230 }, (_, i) => (i === 205 ? ours : { body: 'x', user: bot })) })
    await tell(api, expired, monitor)
    expect(api.requests).toEqual([list, list, list, 'PATCH /repos/octo/shop/issues/225', 'POST /repos/octo/shop/issues/225/comments'])
  })
})

test('a hidden line that a person has broken costs a comment, no more', async () => {
  await using api = await githubApi({ issues: [{ body: `${marker}\n<!-- state: x=y -->`, user: bot }] })
  expect(await tell(api, expired, monitor)).toEqual([written])
  expect(api.comments).toHaveLength(1)
})

describe('trouble', () => {
  const body = { message: 'Issues has been disabled in this repository.', documentation_url: 'https://docs.github.com' }
  test.each<[name: string, fault: Fault, said: string, requests: string[]]>([
    [
      'issues that are switched off are a notice',
      { on: 'POST /repos/{owner}/{repo}/issues', answer: { status: 410, body } },
      'notice: no issue is written: GitHub answered 410: Issues has been disabled in this repository.; the job needs the permission issues: write',
      [list, create],
    ],
    [
      'an answer that is lost opens no second issue',
      { on: 'POST /repos/{owner}/{repo}/issues', times: 1, answer: { status: 502 }, isDone: true },
      written,
      [list, create, list, update],
    ],
  ])('%s', async (_, fault, said, requests) => {
    await using api = await githubApi({ faults: [fault] })
    expect(await tell(api, expired, monitor)).toEqual([said])
    expect(api.requests).toEqual(requests)
    expect(api.comments).toEqual([])
  })

  test('a job without the permission is a notice', async () => {
    await using api = await githubApi({ permissions: 'read' })
    expect(await tell(api, expired, monitor)).toEqual([
      'notice: no issue is written: GitHub answered 403: Resource not accessible by integration; the job needs the permission issues: write',
    ])
  })

  test('a run for a pull request says nothing of what is monitored', async () => {
    await using api = await githubApi()
    expect(await tell(api, expired, { ...pullRequest, inputs: { issue: true } })).toEqual([
      'notice: no issue is written: a pull request is not what is monitored',
    ])
    expect(api.requests).toEqual([])
  })
})

test('thousands of failing targets fit into an issue, and one that recovers is told', async () => {
  await using api = await githubApi()
  const named = (report: Report, index: number) =>
    report.targets.map(each => ({ ...each, target: { ...each.target, url: `https://a${index}.test`, servername: null } }))
  const many = (isFirstWell: boolean): Report => ({
    ...expired,
    targets: Array.from({ length: 3000 }, (_, index) => named(isFirstWell && index === 0 ? healthy : expired, index)).flat(),
  })
  for (const isFirstWell of [false, false]) expect(await tell(api, many(isFirstWell), monitor)).toEqual([written])
  expect(Buffer.byteLength(api.issues[0]?.body ?? '')).toBeLessThanOrEqual(65_536)
  expect(api.issues[0]?.body).toContain('### tlsgate: fail, 3000 targets failed')
  expect(api.comments).toEqual([])
  await tell(api, many(true), monitor)
  expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('\n\nPassing again:\n\n- `https://a0.test` pass\n\n<sub>')])
})

test('of thousands that fail at once all are counted', async () => {
  await using api = await githubApi()
  const many = expired.targets.flatMap(each =>
    Array.from({ length: 3000 }, (_, index) => ({ ...each, target: { ...each.target, url: `https://a${index}.test`, servername: null } })),
  )
  await tell(api, protocolMismatch, monitor)
  await tell(api, { ...protocolMismatch, targets: [...protocolMismatch.targets, ...many] }, monitor)
  expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('\n- and 2950 more\n')])
})

test('addresses of a target are one: their order is no news, nor is one that passes', async () => {
  await using api = await githubApi()
  const [first, second] = [protocolMismatch, silent].flatMap(({ targets }) =>
    targets.map(each => ({ ...each, target: { ...each.target, url: 'https://a.test' } })),
  )
  if (first === undefined || second === undefined) throw new Error('the samples have no target')
  const passing = { ...second, verdict: 'pass' as const }
  for (const targets of [
    [first, second],
    [second, first],
    [passing, first, second],
  ]) {
    const all = targets.map(each => ({ ...each, target: { ...each.target, servername: 'a.test' } }))
    await tell(api, { ...expired, targets: all }, monitor)
  }
  expect(api.comments).toEqual([])
})

describe('foreign text is inert in the issue and in its comment', () => {
  const texts = async (text: string): Promise<string[]> => {
    await using api = await githubApi()
    const telling = { ...monitor, env: { GITHUB_WORKFLOW: text, GITHUB_JOB: text } }
    for (const report of [silent, several]) await tell(api, withForeignText(report, text), telling)
    expect(api.issues).toHaveLength(1)
    return [...api.issues, ...api.comments].map(({ body }) => body.replace(/^<!-- (tlsgate|state):[\w ./%=-]+ -->$/gm, ''))
  }

  test.each([...hostileTexts, ['a marker', `x -->\n${marker}\n<!-- state: -->\n`] as const])('%s', async (_, text) => {
    const bodies = await texts(text)
    expect(bodies.flatMap(obeyed)).toEqual([])
    expect(bodies.map(activeMarkup)).toEqual((await texts('x')).map(activeMarkup))
  })
})
