// The comment on a pull request, against an API that is held to GitHub's own description of it.
import { beforeAll, describe, expect, test } from 'vitest'
import { activeMarkup, obeyed } from '../../report/readers.ts'
import { bot, type Fault, type GithubApiOptions, githubApi } from '../../support/github-api.ts'
import { expired, healthy, hostileTexts, several, silent, weakened, withForeignText } from '../../support/sample-reports.ts'
import { load, pullRequest, quick, type Telling, tell } from './telling.ts'

beforeAll(load, 60_000)

const marker = '<!-- tlsgate:CI/tls -->'
const always: Telling = { ...pullRequest, inputs: { comment: 'always' } }
const onFailure: Telling = { ...pullRequest, inputs: { comment: 'on-failure' } }
const stranger = { login: 'mallory', type: 'User' } as const
const written = 'info: comment written: https://github.com/octo/shop/pull/7#issuecomment-100'
const list = 'GET /repos/octo/shop/issues/7/comments'
const create = 'POST /repos/octo/shop/issues/7/comments'
const createRoute = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
const listRoute = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'

test('is written once and edited from then on', async () => {
  await using api = await githubApi()
  expect(await tell(api, expired, always)).toEqual([written])
  expect(await tell(api, healthy, always)).toEqual([written])
  expect(api.requests).toEqual([list, create, list, 'PATCH /repos/octo/shop/issues/comments/100'])
  expect(api.comments).toHaveLength(1)
  expect(api.comments[0]?.body).toMatch(/^<!-- tlsgate:CI\/tls -->\n### tlsgate: pass, 1 target passed\n/)
  expect(api.comments[0]?.body).not.toContain('An earlier run')
})

test('says verdict, table, cause and fix, and where the rest is', async () => {
  await using api = await githubApi()
  await tell(api, several, always)
  await expect(api.comments[0]?.body).toMatchFileSnapshot('../../golden/report/comment.md')
})

test('says what a change made weaker, and how to undo it', async () => {
  await using api = await githubApi()
  await tell(api, weakened, always)
  const [body = ''] = api.comments.map(comment => comment.body)
  expect(body).toMatch(/#### Since the baseline [^\n]+\n[\s\S]*weaker[\s\S]*TLSv1\.0 and TLSv1\.1 are accepted now/)
  expect(body).toContain('Let the server start where the policy does')
})

describe('on-failure', () => {
  test.each([
    ['a pass writes none', healthy, []],
    ['a failure writes one', expired, [marker]],
    ['what could not be decided is no pass', silent, [marker]],
  ])('%s', async (_, report, markers) => {
    await using api = await githubApi()
    await tell(api, report, onFailure)
    expect(api.comments.map(({ body }) => body.split('\n')[0])).toEqual(markers)
  })

  test('a pass after a failure says so in the comment of the failure', async () => {
    await using api = await githubApi()
    await tell(api, expired, onFailure)
    expect(await tell(api, healthy, onFailure)).toEqual([written])
    await expect(api.comments[0]?.body).toMatchFileSnapshot('../../golden/report/comment-recovered.md')
  })
})

describe('only a comment of ours is edited', () => {
  test.each<[name: string, options: GithubApiOptions, edited: number | null]>([
    ['one of a bot', { comments: [{ body: `${marker}\nold`, user: bot }] }, 100],
    ['the first of two', { comments: [1, 2].map(() => ({ body: marker, user: bot })) }, 100],
    ['one whose lines end as a browser ends them', { comments: [{ body: `${marker}\r\nold`, user: bot }] }, 100],
    ['none of a stranger with our marker', { comments: [{ body: marker, user: stranger }] }, null],
    ["one of the token's owner", { owner: stranger, comments: [{ body: marker, user: stranger }] }, 100],
    [
      "none of a stranger when the token is a person's",
      { owner: { login: 'octocat', type: 'User' }, comments: [{ body: marker, user: stranger }] },
      null,
    ],
    ['none that quotes the marker', { comments: [{ body: `> ${marker}\n${marker}`, user: bot }] }, null],
    [
      'none of another key',
      {
        comments: [
          { body: '<!-- tlsgate:CI/tls2 -->', user: bot },
          { body: '<!-- tlsgate:CI -->', user: bot },
        ],
      },
      null,
    ],
    [
      'one beyond the first hundred',
      { comments: Array.from({ length: 250 }, (_, i) => ({ body: i === 210 ? marker : 'x', user: bot })) },
      310,
    ],
    ['none among hundreds of others', { comments: Array.from({ length: 200 }, () => ({ body: 'x', user: bot })) }, null],
  ])('%s', async (_, options, edited) => {
    await using api = await githubApi(options)
    const before = api.comments.length
    await tell(api, expired, always)
    const changed = api.comments.filter(({ body }) => body.startsWith(`${marker}\n### tlsgate: fail`)).map(({ id }) => id)
    expect(changed).toEqual([edited ?? 100 + before])
    expect(api.comments).toHaveLength(edited === null ? before + 1 : before)
  })
})

test('jobs with keys of their own do not overwrite each other', async () => {
  await using api = await githubApi()
  for (const commentKey of [null, 'a', 'b --> <!-- tlsgate:CI/tls -->', 'é']) {
    await tell(api, expired, { ...pullRequest, inputs: { comment: 'always', commentKey } })
  }
  expect(api.comments.map(({ body }) => body.split('\n')[0])).toEqual([
    marker,
    '<!-- tlsgate:a -->',
    '<!-- tlsgate:b --%3E %3C%21-- tlsgate%3ACI/tls --%3E -->',
    '<!-- tlsgate:%C3%A9 -->',
  ])
})

describe('the number of the pull request comes from the event', () => {
  const repository = { id: 1 }
  test.each<[name: string, event: string, payload: object]>([
    ['pull_request', 'pull_request', { pull_request: { number: 7 } }],
    ['pull_request_target', 'pull_request_target', { pull_request: { number: 7 } }],
    ['a comment on a pull request', 'issue_comment', { issue: { number: 7, pull_request: {} } }],
    [
      'the end of another workflow',
      'workflow_run',
      {
        repository,
        workflow_run: {
          pull_requests: [
            { number: 8, base: { repo: { id: 2 } } },
            { number: 7, base: { repo: repository } },
          ],
        },
      },
    ],
  ])('%s', async (_, event, payload) => {
    await using api = await githubApi()
    expect(await tell(api, expired, { event, payload, inputs: { comment: 'always' } })).toEqual([written])
    expect(api.requests).toEqual([list, create])
  })

  test.each<[name: string, event: string, payload: object]>([
    ['a push', 'push', { ref: 'refs/heads/main' }],
    ['a comment on an issue', 'issue_comment', { issue: { number: 7 } }],
    ['the end of a workflow for a fork', 'workflow_run', { repository, workflow_run: { pull_requests: [] } }],
    ['a number that is none', 'pull_request', { pull_request: { number: '7/../8' } }],
  ])('there is none in %s', async (_, event, payload) => {
    await using api = await githubApi()
    expect(await tell(api, expired, { event, payload, inputs: { comment: 'always' } })).toEqual([
      `notice: no comment is written: the event ${event} names no pull request`,
    ])
    expect(api.requests).toEqual([])
  })
})

describe('what may not be written is one notice', () => {
  const fork = { pull_request: { ...pullRequest.payload.pull_request, head: { sha: 'a', repo: { full_name: 'mallory/shop' } } } }
  const says403 = 'notice: no comment is written: GitHub answered 403: Resource not accessible by integration;'
  test.each<[name: string, api: GithubApiOptions, telling: Telling, said: string]>([
    [
      'a fork',
      { permissions: 'read' },
      { ...always, payload: fork },
      `${says403} in a run for the pull request of a fork the token can only read, whatever the permissions of the job`,
    ],
    [
      'a fork that is gone',
      { permissions: 'read' },
      { ...always, payload: { pull_request: { ...fork.pull_request, head: { repo: null } } } },
      `${says403} in a run for the pull request of a fork the token can only read, whatever the permissions of the job`,
    ],
    [
      'Dependabot',
      { permissions: 'read' },
      { ...always, env: { GITHUB_ACTOR: 'dependabot[bot]' } },
      `${says403} in a run for Dependabot the token can only read unless the job has the permission pull-requests: write`,
    ],
    ['a job without the permission', { permissions: 'read' }, always, `${says403} the job needs the permission pull-requests: write`],
    [
      'a private repository that may not be read',
      { permissions: 'none' },
      always,
      'notice: no comment is written: GitHub answered 404: Not Found; the job needs the permission pull-requests: write',
    ],
    ['no token', {}, { ...always, inputs: { comment: 'always', token: null } }, 'notice: no comment is written: token is empty'],
  ])('%s', async (_, options, telling, said) => {
    await using api = await githubApi(options)
    expect(await tell(api, expired, telling)).toEqual([said])
    expect(api.comments).toEqual([])
  })

  test('a fork whose token may write is commented on', async () => {
    await using api = await githubApi()
    expect(await tell(api, expired, { ...always, payload: fork })).toEqual([written])
  })
})

describe('a trouble that passes is waited for', () => {
  const limit = { message: 'You have exceeded a secondary rate limit', documentation_url: 'https://docs.github.com' }
  test.each<[name: string, fault: Fault, requests: string[]]>([
    ['502', { on: listRoute, times: 2, answer: { status: 502, body: '<html>Unicorn</html>' } }, [list, list, list, create]],
    [
      '429 with retry-after',
      { on: listRoute, times: 1, answer: { status: 429, body: limit, headers: { 'retry-after': '0' } } },
      [list, list, create],
    ],
    ['a secondary limit', { on: createRoute, times: 1, answer: { status: 403, body: limit } }, [list, create, list, create]],
    [
      'a primary limit that is over',
      {
        on: listRoute,
        times: 1,
        answer: { status: 403, body: limit, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } },
      },
      [list, list, create],
    ],
    ['a connection that is reset', { on: listRoute, times: 1, answer: 'reset' }, [list, list, create]],
    [
      'a page in the place of an answer',
      { on: listRoute, times: 1, answer: { status: 200, body: '<html>Log in</html>' } },
      [list, list, create],
    ],
  ])('%s', async (_, fault, requests) => {
    await using api = await githubApi({ faults: [fault] })
    expect(await tell(api, expired, always)).toEqual([written])
    expect(api.requests).toEqual(requests)
  })

  test.each<[name: string, answer: Fault['answer']]>([
    ['with 502', { status: 502 }],
    ['by a reset', 'reset'],
  ])('an answer that is lost %s makes no second comment', async (_, answer) => {
    await using api = await githubApi({ faults: [{ on: createRoute, times: 1, answer, isDone: true }] })
    expect(await tell(api, expired, always)).toEqual([written])
    expect(api.requests).toEqual([list, create, list, 'PATCH /repos/octo/shop/issues/comments/100'])
    expect(api.comments).toHaveLength(1)
  })
})

describe('what cannot be written is a warning that says why', () => {
  const unwritten = 'warning: the comment could not be written:'
  const body = { message: 'API rate limit exceeded', documentation_url: 'https://docs.github.com' }
  test.each<[name: string, fault: Fault, said: string, requests: number]>([
    ['502 for good', { on: listRoute, times: 9, answer: { status: 502 } }, `${unwritten} GitHub answered 502: Server Error, 3 times`, 3],
    [
      'a limit that lasts',
      { on: listRoute, times: 9, answer: { status: 429, body, headers: { 'retry-after': '3600' } } },
      `${unwritten} GitHub answered 429: API rate limit exceeded; it asks to wait 3600 s`,
      1,
    ],
    [
      'a wrong token',
      { on: listRoute, times: 9, answer: { status: 401, body: { message: 'Bad credentials' } } },
      `${unwritten} GitHub answered 401: Bad credentials; leave the input token out, or give it a token that is valid`,
      1,
    ],
    [
      'a server that repeats the token',
      { on: listRoute, times: 9, answer: { status: 400, body: { message: 'no ghs_secret\n::error::x' } } },
      `${unwritten} GitHub answered 400: no ***\\x0a::error::x`,
      1,
    ],
    [
      'resets for good',
      { on: listRoute, times: 9, answer: 'reset' },
      `${unwritten} GitHub cannot be reached: other side closed, 3 times`,
      3,
    ],
  ])('%s', async (_, fault, said, requests) => {
    await using api = await githubApi({ faults: [fault] })
    expect(await tell(api, expired, always)).toEqual([said])
    expect(api.requests).toHaveLength(requests)
  })

  test('silence', async () => {
    await using api = await githubApi({ faults: [{ on: listRoute, times: 9, answer: 'hang' }] })
    const limits = { ...quick, requestMs: 50 }
    expect(await tell(api, expired, { ...always, limits })).toEqual([`${unwritten} GitHub did not answer in time, 3 times`])
  })

  test('silence that lasts longer than all there is time for', async () => {
    await using api = await githubApi({ faults: [{ on: listRoute, times: 9, answer: 'hang' }] })
    expect(await tell(api, expired, { ...always, limits: { ...quick, totalMs: 50 } })).toEqual([
      `${unwritten} GitHub did not answer in time`,
    ])
    expect(api.requests).toEqual([list])
  })

  test('an API that is not there', async () => {
    const api = await githubApi()
    await api[Symbol.asyncDispose]()
    expect(await tell(api, expired, always)).toEqual([
      expect.stringMatching(`^${unwritten} GitHub cannot be reached: connect ECONNREFUSED .*, 3 times$`),
    ])
  })

  test.each([
    [
      'an event that is no JSON',
      { ...always, payload: '{' },
      /^warning: nothing more is written on GitHub: the event of this run cannot be read: /,
    ],
    [
      'no repository',
      { ...always, env: { GITHUB_REPOSITORY: 'a/b/c' } },
      /^warning: nothing is written on GitHub: GITHUB_REPOSITORY names no repository$/,
    ],
    [
      'an address that is none',
      { ...always, env: { GITHUB_API_URL: 'nowhere' } },
      /^warning: the comment could not be written: GitHub cannot be reached: /,
    ],
  ])('%s', async (_, telling, said) => {
    await using api = await githubApi()
    expect(await tell(api, expired, telling)).toEqual([expect.stringMatching(said)])
  })
})

test('a cancelled job says nothing: what it does not know is no news', async () => {
  await using api = await githubApi()
  expect(await tell(api, silent, { ...always, signal: AbortSignal.abort() })).toEqual([])
  expect(api.requests).toEqual([])
})

test('a job that is cancelled meanwhile does not wait for GitHub', async () => {
  await using api = await githubApi({ faults: [{ on: listRoute, answer: 'hang' }] })
  const controller = new AbortController()
  const told = tell(api, expired, { ...always, signal: controller.signal })
  while (api.requests.length === 0) await new Promise(setImmediate)
  controller.abort()
  expect(await told).toEqual(['warning: the comment could not be written: the run is cancelled'])
})

describe('a long comment', () => {
  test('about a fleet has what is wrong all the same', async () => {
    await using api = await githubApi()
    await tell(api, { ...expired, targets: [...Array.from({ length: 1000 }, () => healthy.targets).flat(), ...expired.targets] }, always)
    const body = api.comments[0]?.body ?? ''
    expect(body).toContain('### tlsgate: fail, 1 of 1001 targets failed, 1000 passed')
    expect(body).toContain('| ✓ pass | and 950 more |')
    expect(body).toContain('**Fix:** Renew the certificate')
    expect(body).not.toContain('Left out')
  })

  const many = { ...several, targets: Array.from({ length: 400 }, () => several.targets).flat() }

  test('is cut to what GitHub takes, and says so', async () => {
    await using api = await githubApi()
    expect(await tell(api, many, always)).toEqual([written])
    const body = api.comments[0]?.body ?? ''
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536)
    expect(body.length).toBeGreaterThan(50_000)
    expect(body).toMatch(
      /Left out to stay under \d+ bytes: .* findings; .*\n\n<sub>\[The run\]\(https:\/\/github\.com\/octo\/shop\/actions\/runs\/42\/attempts\/1\)/,
    )
  })

  test('is cut further when GitHub refuses it all the same', async () => {
    const { answer } = { answer: { status: 422, body: { message: 'Validation Failed', documentation_url: 'https://docs.github.com' } } }
    await using api = await githubApi({ faults: [{ on: createRoute, times: 1, answer }] })
    expect(await tell(api, many, always)).toEqual([written])
    expect(api.comments[0]?.body.length).toBeLessThanOrEqual(8192)
    expect(api.comments[0]?.body).toMatch(/^<!-- tlsgate:CI\/tls -->\n### tlsgate: fail, 800 of 1600 targets failed/)
  })

  test('that GitHub refuses for another reason is a warning', async () => {
    const answer = { status: 422, body: { message: 'Validation Failed', documentation_url: 'https://docs.github.com' } }
    await using api = await githubApi({ faults: [{ on: createRoute, times: 9, answer }] })
    expect(await tell(api, expired, always)).toEqual(['warning: the comment could not be written: GitHub answered 422: Validation Failed'])
  })
})

test('links are those of the server the run is on', async () => {
  await using api = await githubApi()
  await tell(api, expired, { ...always, env: { GITHUB_SERVER_URL: 'https://github.example.com' } })
  expect(api.comments[0]?.body).toContain('[The run](https://github.example.com/octo/shop/actions/runs/42/attempts/1)')
  expect(api.comments[0]?.body).not.toContain('https://github.com')
})

describe('foreign text is inert and fakes no comment', () => {
  const written = async (text: string): Promise<string> => {
    await using api = await githubApi()
    const telling = { ...always, env: { GITHUB_WORKFLOW: text, GITHUB_JOB: text } }
    for (const _ of [1, 2]) expect(await tell(api, withForeignText(several, text), telling)).toHaveLength(1)
    expect(api.comments).toHaveLength(1)
    return api.comments[0]?.body ?? ''
  }

  test.each([...hostileTexts, ['a marker', `x -->\n${marker}\n<!-- tlsgate:x`] as const])('%s', async (_, text) => {
    const body = await written(text)
    expect(body).toMatch(/^<!-- tlsgate:[\w ./%-]+ -->\n### /)
    expect(obeyed(body)).toEqual([])
    const below = (markdown: string): string => activeMarkup(markdown.slice(markdown.indexOf('\n')))
    expect(below(body)).toBe(below(await written('x')))
  })
})
