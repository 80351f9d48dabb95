// A pull request that changes the configuration of nginx, from the event to the comment: the built bundle starts nginx as the change has it, compares
// with the baseline, and says on the line of the target and in the comment what got weaker or stronger.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import { tlsgate } from '../cli/process.ts'
import { type GithubApi, githubApi } from '../support/github-api.ts'
import { freePort, nginx, programPath } from '../support/real-servers.ts'
import { runStep, type Step } from '../support/runner.ts'

const program = programPath('nginx')

const event = {
  name: 'pull_request',
  payload: {
    pull_request: {
      number: 7,
      head: { sha: 'abcdef0123456789abcdef0123456789abcdef01', repo: { full_name: 'octo/shop' } },
      base: { repo: { full_name: 'octo/shop' } },
    },
  },
}

const certificate = 'ssl_certificate cert.pem; ssl_certificate_key key.pem;'
const configurations = {
  sound: `${certificate} ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ECDHE+AESGCM;`,
  weak: `${certificate} ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ECDHE+AESGCM:ECDHE+AES:@SECLEVEL=0;`,
} as const
type Configuration = keyof typeof configurations

describe.skipIf(program === null)('a pull request', () => {
  let own: Minted
  let port: number
  const locks = {} as Record<Configuration, string>

  beforeAll(async () => {
    own = await mint()
    port = await freePort()
    const folder = mkdtempSync(join(tmpdir(), 'tlsgate-pull-request-'))
    try {
      for (const name of ['sound', 'weak'] as const) {
        await using server = await nginx({ 'cert.pem': own.chain, 'key.pem': own.key }, configurations[name])
        writeFileSync(join(folder, 'ca.pem'), own.root)
        await tlsgate(['check', `localhost:${server.port}`, '--ca', 'ca.pem', '--update-baseline'], { cwd: folder })
        locks[name] = readFileSync(join(folder, 'tls.lock.json'), 'utf8').replaceAll(`localhost:${server.port}`, `localhost:${port}`)
        rmSync(join(folder, 'tls.lock.json'))
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  /** The step on a branch that changes one configuration into another. */
  const changed = (before: Configuration, now: Configuration, api: GithubApi): Promise<Step> =>
    runStep({
      event,
      token: api.token,
      env: { GITHUB_API_URL: api.url },
      inputs: {
        start: `${program} -p "$PWD/" -c nginx.conf -g "daemon off;"`,
        baseline: 'tls.lock.json',
        'fail-on': 'regression',
        comment: 'always',
      },
      files: {
        'tlsgate.yml': `ca: ca.pem\ntargets:\n  # The shop.\n  - localhost:${port}\n`,
        'tls.lock.json': locks[before],
        'ca.pem': own.root,
        'cert.pem': own.chain,
        'key.pem': own.key,
        'nginx.conf': `pid nginx.pid; error_log stderr; events {} http { access_log off; server { listen 127.0.0.1:${port} ssl; server_name localhost; ${configurations[now]} } }`,
      },
    })

  test('that lets old versions and weak suites in fails on the line of the target, and the comment names the regression and the fix', async () => {
    await using api = await githubApi()
    await using step = await changed('sound', 'weak', api)
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
    const weakened = step.annotations.filter(({ properties: { title } }) => title?.startsWith('baseline-weakened: '))
    expect(weakened.map(({ name, properties: { file, line, col } }) => ({ name, file, line, col }))).toContainEqual({
      ...{ name: 'error', file: 'tlsgate.yml', line: '4', col: '5' },
    })
    expect(weakened.map(({ message }) => message).join('\n')).toMatch(/TLSv1\.0 and TLSv1\.1 are accepted now.*\nFix: \S/)
    const [comment] = api.comments
    expect(comment?.body).toContain('#### Since the baseline tls.lock.json')
    expect(comment?.body).toMatch(/weaker.*TLSv1\.0 and TLSv1\.1 are accepted now/)
    expect(comment?.body).toContain('nginx: ssl_protocols')
  })

  test('that takes them away passes, and the comment says what got stronger', async () => {
    await using api = await githubApi()
    await using step = await changed('weak', 'sound', api)
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
    expect(step.annotations.filter(({ name }) => name === 'error')).toEqual([])
    expect(api.comments[0]?.body).toMatch(/stronger.*TLSv1\.0 and TLSv1\.1 are no longer accepted/)
  })
})
