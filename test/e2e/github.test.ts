// What the Action tells GitHub, as its runner starts it: the built bundle, real servers under test, and an API that is held to GitHub's own description.
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCa, mint } from '../../src/fixtures/mint.ts'
import { type FaultServer, serve } from '../../src/fixtures/serve.ts'
import { activeMarkup, obeyed } from '../report/readers.ts'
import { type GithubApi, githubApi } from '../support/github-api.ts'
import { runStep, type Step, type StepOptions } from '../support/runner.ts'
import { hostileTexts } from '../support/sample-reports.ts'

const dist = join(import.meta.dirname, '../../dist')
const coverage = mkdtempSync(join(tmpdir(), 'tlsgate-coverage-'))

let healthy: FaultServer
let expired: FaultServer
beforeAll(async () => {
  healthy = await serve('healthy')
  expired = await serve('expired')
})
afterAll(async () => {
  await Promise.all([healthy.close(), expired.close()])
  rmSync(coverage, { recursive: true })
})

const pullRequest = {
  name: 'pull_request',
  payload: {
    pull_request: {
      number: 7,
      head: { sha: 'abcdef0123456789abcdef0123456789abcdef01', repo: { full_name: 'octo/shop' } },
      base: { repo: { full_name: 'octo/shop' } },
    },
  },
}

/** A step that checks one server and tells the API of it. */
function stepFor({ port, ca }: FaultServer, api: GithubApi, { inputs, env, ...rest }: StepOptions): Promise<Step> {
  return runStep({
    token: api.token,
    files: { 'ca.pem': ca },
    ...rest,
    inputs: { targets: `127.0.0.1:${port}`, servername: 'localhost', ca: 'ca.pem', timeout: '5', survey: 'none', ...inputs },
    env: { GITHUB_API_URL: api.url, ...env },
  })
}

test('a pull request has one comment, which follows its runs', async () => {
  await using api = await githubApi()
  const inputs = { comment: 'on-failure' }
  for (const [server, exitCode] of [
    [healthy, 0],
    [expired, 1],
    [expired, 1],
    [healthy, 0],
  ] as const) {
    await using step = await stepFor(server, api, { event: pullRequest, inputs })
    expect(step.exitCode).toBe(exitCode)
    expect(step.annotations.filter(({ name }) => name !== 'error')).toEqual([])
  }
  expect(api.requests.filter(request => !request.startsWith('GET'))).toEqual([
    'POST /repos/octo/shop/issues/7/comments',
    'PATCH /repos/octo/shop/issues/comments/100',
    'PATCH /repos/octo/shop/issues/comments/100',
  ])
  expect(api.comments.map(({ body }) => body)).toEqual([expect.stringMatching(/^<!-- tlsgate:CI\/tls -->\n### tlsgate: pass/)])
  expect(api.comments[0]?.body).toContain('An earlier run for this pull request did not pass; this one does.')
})

test('the comment of a failure names the cause and the fix', async () => {
  await using api = await githubApi()
  await using step = await stepFor(expired, api, { event: pullRequest, inputs: { comment: 'always' } })
  expect(step.outputs.verdict).toBe('fail')
  expect(api.comments[0]?.body).toContain(`#### Certificate expired: \`certificate-expired\`\n\n- \`https://127.0.0.1:${expired.port}\`\n`)
  expect(api.comments[0]?.body).toContain('**Fix:** ')
})

test('a monitor opens an issue and closes it', async () => {
  await using api = await githubApi()
  const step = { event: { name: 'schedule', payload: { schedule: '0 6 * * *' } }, inputs: { issue: 'true' } }
  await using failing = await stepFor(expired, api, step)
  expect(failing.exitCode).toBe(1)
  expect(api.issues).toMatchObject([{ title: 'tlsgate: 1 target failed', state: 'open' }])
  expect(api.issues[0]?.body).toMatch(/\n\| `https:\/\/127\.0\.0\.1:\d+` \| \S+ \| expired \d+ \w+ ago \|\n/)
  await using passing = await stepFor(healthy, api, step)
  expect(passing.exitCode).toBe(0)
  expect(api.issues).toMatchObject([{ title: 'tlsgate: 1 target failed', state: 'closed' }])
  expect(api.comments).toHaveLength(1)
})

test('a deployment gets a status', async () => {
  await using api = await githubApi()
  await using step = await stepFor(expired, api, { event: { name: 'deployment', payload: { deployment: { id: 5 } } } })
  expect(step.exitCode).toBe(1)
  expect(api.statuses).toEqual([
    { state: 'failure', description: 'tlsgate: 1 target failed', log_url: 'https://github.com/octo/shop/actions/runs/42/attempts/1' },
  ])
})

test('a step that could not run says so wherever an earlier one has said that all is well', async () => {
  await using api = await githubApi()
  const inputs = { comment: 'on-failure', issue: 'true', 'deployment-status': 'true' }
  const event = { name: 'issue_comment', payload: { issue: { number: 7, pull_request: {} }, deployment: { id: 5 } } }
  for (const server of [expired, healthy]) {
    await using step = await stepFor(server, api, { event, inputs })
    expect(step.outputs.verdict).not.toBe('inconclusive')
  }
  const lines = /\n### tlsgate: inconclusive, no target has a verdict\n\n\*\*timeout is "fast"\*\*\n\ngive seconds [^\n]+\n/
  await using step = await stepFor(healthy, api, { event, inputs: { ...inputs, timeout: 'fast' } })
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } })
  expect(`\n${step.summary}`).toMatch(lines)
  expect(api.comments.find(({ body }) => body.startsWith('<!--'))?.body).toMatch(lines)
  expect(api.issues.map(({ title, state }) => [title, state])).toEqual([
    ['tlsgate: 1 target failed', 'closed'],
    ['tlsgate: no target has a verdict', 'open'],
  ])
  expect(api.issues[1]?.body).toMatch(lines)
  expect(api.statuses.map(({ state }) => state)).toEqual(['failure', 'success', 'error'])
})

test('an input of these that is wrong silences none of the others', async () => {
  await using api = await githubApi()
  const event = { name: 'schedule', payload: {} }
  await using step = await stepFor(healthy, api, { event, inputs: { comment: 'sometimes', issue: 'true' } })
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } })
  expect(api.issues).toMatchObject([{ state: 'open', body: expect.stringContaining('**comment is "sometimes"**') }])
})

describe('what cannot be written changes no verdict', () => {
  const listRoute = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
  test.each<[name: string, api: Parameters<typeof githubApi>[0], annotation: [string, RegExp]]>([
    [
      'a token that only reads',
      { permissions: 'read' },
      ['notice', /^no comment is written: GitHub answered 403: .*; the job needs the permission pull-requests: write$/],
    ],
    ['nothing to be seen', { permissions: 'none' }, ['notice', /^no comment is written: GitHub answered 404: /]],
    [
      '502 for good',
      { faults: [{ on: listRoute, answer: { status: 502, body: '<html>' } }] },
      ['warning', /^the comment could not be written: GitHub answered 502, 3 times$/],
    ],
    [
      'a limit that lasts',
      { faults: [{ on: listRoute, answer: { status: 429, body: { message: 'slow down' }, headers: { 'retry-after': '60' } } }] },
      ['warning', /it asks to wait 60 s$/],
    ],
  ])('%s', async (_, options, [name, message]) => {
    await using api = await githubApi(options)
    await using step = await stepFor(healthy, api, { event: pullRequest, inputs: { comment: 'always' } })
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
    expect(step.annotations).toEqual([{ name, properties: { title: 'tlsgate' }, message: expect.stringMatching(message) }])
  })
})

test('the token is masked first, and printed nowhere else', async () => {
  await using api = await githubApi({
    faults: [{ on: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', answer: { status: 400, body: { message: 'ghs_secret' } } }],
  })
  await using step = await stepFor(healthy, api, { event: pullRequest, inputs: { comment: 'always' }, env: { RUNNER_DEBUG: '1' } })
  expect(step.commands[0]).toEqual({ name: 'add-mask', properties: {}, message: 'ghs_secret' })
  expect(step.annotations).toMatchObject([{ message: 'the comment could not be written: GitHub answered 400: ***' }])
  expect(JSON.stringify([step.log, step.commands.slice(1), step.outputs, step.summary])).not.toContain('ghs_secret')
})

describe('foreign text of a certificate is inert in the comment', () => {
  async function bodyFor(subject: string): Promise<string> {
    await using api = await githubApi()
    const issuer = await createCa({ subject: [['CN', subject]] })
    const { chain, key } = await mint({ issuer, subject: [['CN', subject]], dns: ['other.test'] })
    await using server = await serve({ tls: { cert: chain, key }, ca: issuer.certificate })
    await using step = await stepFor(server, api, { event: pullRequest, inputs: { comment: 'always' } })
    expect(step.exitCode).toBe(1)
    return api.comments[0]?.body ?? ''
  }

  let harmless: string
  beforeAll(async () => {
    harmless = await bodyFor('x')
  })

  test.each(hostileTexts)('%s', async (_, text) => {
    const body = await bodyFor(text)
    expect(obeyed(body)).toEqual([])
    expect(activeMarkup(body)).toBe(activeMarkup(harmless))
  })
})

describe('@actions/github', () => {
  const chunksWith = (text: string): string[] =>
    globSync('*.index.js', { cwd: dist }).filter(name => readFileSync(join(dist, name), 'utf8').includes(text))
  const [chunk] = chunksWith('restEndpointMethods')

  /** The files of the bundle that a step loads, as V8 counts them. */
  async function loadedBy(options: StepOptions): Promise<string[]> {
    await using api = await githubApi()
    const directory = mkdtempSync(join(coverage, 'step-'))
    await using step = await stepFor(healthy, api, { ...options, env: { NODE_V8_COVERAGE: directory } })
    expect(step.exitCode).toBe(0)
    const reports = readdirSync(directory).map(name => JSON.parse(readFileSync(join(directory, name), 'utf8')))
    const urls: string[] = reports.flatMap(({ result }) => result.map(({ url }: { url: string }) => url))
    return urls.filter(url => url.includes('/dist/')).map(url => url.slice(url.lastIndexOf('/') + 1))
  }

  test.each<[name: string, isLoaded: boolean, options: StepOptions]>([
    ['is not loaded when nothing is to be written', false, { event: pullRequest }],
    ['is not loaded when there is nowhere to write', false, { inputs: { comment: 'always' } }],
    ['is loaded for a comment', true, { event: pullRequest, inputs: { comment: 'always' } }],
  ])('%s', async (_, isLoaded, options) => {
    expect(chunk).toBeDefined()
    const loaded = await loadedBy(options)
    expect(loaded).toContain('index.js')
    expect(loaded.includes(chunk ?? '')).toBe(isLoaded)
  })

  test('is all that brings an HTTP client, which @actions/core would load for OpenID Connect', () => {
    expect(chunksWith('class ProxyAgent')).toEqual([chunk])
  })
})
