// The survey and the policies as a user meets them: the built command line against real servers, kind ones and those that make it hard to ask.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FaultName } from '../../src/fixtures/catalogue.ts'
import { mint } from '../../src/fixtures/mint.ts'
import { serve } from '../../src/fixtures/serve.ts'
import type { Report, TargetReport } from '../../src/gate.ts'
import { built, type Ended, tlsgate } from '../cli/process.ts'
import { haproxy, nginx, programPath } from '../support/real-servers.ts'

let folder: string
let files: Record<string, string>
beforeAll(async () => {
  const [ecdsa, rsa] = await Promise.all([mint(), mint({ key: 'rsa:2048' })])
  files = { 'rsa.pem': rsa.chain, 'rsa.key': rsa.key, 'both.pem': ecdsa.chain + ecdsa.key }
  folder = mkdtempSync(join(tmpdir(), 'tlsgate-survey-cli-'))
  writeFileSync(join(folder, 'ca.pem'), ecdsa.root + rsa.root)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `tlsgate check` on a port of this machine, in the folder of the test's files. */
function check(port: number, ...args: readonly string[]): Promise<Ended> {
  const target = [`127.0.0.1:${port}`, '--servername', 'localhost', '--ca', 'ca.pem']
  return tlsgate(['check', ...target, ...args], { program: built, cwd: folder })
}

interface Checked {
  readonly code: number | null
  readonly target: TargetReport
}

async function checked(port: number, ...args: readonly string[]): Promise<Checked> {
  const { code, stdout, stderr } = await check(port, ...args, '--format', 'json')
  expect(stderr).toBe('')
  const [target] = (JSON.parse(stdout) as Report).targets
  if (!target) throw new Error('a report without a target')
  return { code, target }
}

/** Checks that rest on the survey, as 'id status'. */
const surveyed = ({ checks }: TargetReport): string[] =>
  checks.flatMap(({ id, status, severity }) => (/^(certificate|handshake)\//.test(id) ? [] : [`${id} ${severity} ${status}`]))

const when = (program: string) => ({ skip: programPath(program) === null })

/** What nginx is told of a certificate, and then whatever else. */
const nginxWith = (directives: string): Promise<AsyncDisposable & { readonly port: number }> =>
  nginx(files, `ssl_certificate rsa.pem; ssl_certificate_key rsa.key; ssl_protocols TLSv1.2 TLSv1.3; ${directives}`)
const suites = ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305']
const intermediate = `ssl_ciphers ${suites.map(suite => `ECDHE-RSA-${suite}`).join(':')}; ssl_prefer_server_ciphers off; ssl_ecdh_curve X25519:prime256v1:secp384r1;`

test('a full survey resumes the session of the handshake that it stands beside', when('nginx'), async () => {
  await using server = await nginxWith(intermediate)
  const { target } = await checked(server.port, '--survey', 'full')
  expect(target.survey?.features.find(({ name }) => name === 'resumption-tls13')).toMatchObject({ status: 'yes' })
})

const surveys = ['policy', 'full'] as const

describe('of a server that answers no hello nothing is passed or called refused', () => {
  /** One check speaks for all that was not found out. */
  function expectNothingKnown({ survey, checks, verdict }: TargetReport): void {
    expect(verdict).not.toBe('pass')
    expect(new Set(Object.values(survey?.protocols ?? {}))).toEqual(new Set(survey ? ['unknown'] : []))
    expect(survey?.cipherSuites ?? {}).toEqual({})
    expect(survey?.features.filter(({ status }) => status !== 'unknown') ?? []).toEqual([])
    expect(survey?.clients.filter(({ connects }) => connects !== 'unknown') ?? []).toEqual([])
    expect(checks.filter(({ id, status }) => status === 'pass' && !id.startsWith('certificate/'))).toEqual([])
    expect(checks.filter(({ id }) => id === 'policy/questions')).toMatchObject([
      {
        ...{ status: 'inconclusive', severity: 'error', fix: null },
        message: expect.stringMatching(/^what the server accepts is not known, which follows from the failed handshake: ./),
      },
    ])
  }

  describe.each(surveys)('--survey %s', kind => {
    test.each<[FaultName, exitCode: number]>([
      ['silent', 2],
      ['plain-http', 1],
      ['closed', 1],
      ['reset', 1],
      ['refused-port', 1],
    ])('%s', async (fault, exitCode) => {
      await using server = await serve(fault)
      const { code, target } = await checked(server.port, '--survey', kind, '--timeout', '2')
      expect(code).toBe(exitCode)
      expectNothingKnown(target)
    })

    test('one behind which packets get lost', { skip: process.platform !== 'linux' }, async () => {
      await using hole = await blackHole()
      const { code, target } = await checked(hole.port, '--survey', kind, '--timeout', '1')
      expect({ code, cause: target.handshake.failure?.cause, survey: target.survey }).toEqual({
        code: 2,
        cause: 'connection-timeout',
        survey: null,
      })
      expectNothingKnown(target)
    })
  })
})

describe('of a proxy that stops to answer nothing is said that it would not bear out', when('haproxy'), () => {
  const limited = (rule: string): Promise<AsyncDisposable & { readonly port: number }> =>
    haproxy(
      files,
      `crt both.pem ssl-min-ver TLSv1.2
  stick-table type ip size 100 expire 60s store conn_cur,conn_cnt
  tcp-request connection track-sc0 src
  tcp-request connection ${rule}`,
    )
  let truth: TargetReport
  beforeAll(async () => {
    if (programPath('haproxy') === null) return
    await using open = await limited('accept')
    const { code, target } = await checked(open.port, '--survey', 'full')
    expect(code).toBe(0)
    truth = target
  })

  test.each([
    ['hangs up after six connections', 'reject if { sc0_conn_cnt gt 6 }'],
    ['is silent after six connections', 'silent-drop if { sc0_conn_cnt gt 6 }'],
    ['hangs up after fifteen connections', 'reject if { sc0_conn_cnt gt 15 }'],
    ['is silent after fifteen connections', 'silent-drop if { sc0_conn_cnt gt 15 }'],
  ])('%s', async (_, rule) => {
    for (const kind of surveys) {
      await using server = await limited(rule)
      const { code, target } = await checked(server.port, '--survey', kind, '--timeout', '4')
      if (kind === 'full') expect({ code, complete: target.survey?.complete }).toEqual({ code: 2, complete: false })
      const known = Object.entries(target.survey?.protocols ?? {}).filter(([, answer]) => answer !== 'unknown')
      expect(Object.entries(truth.survey?.protocols ?? {})).toEqual(expect.arrayContaining(known))
      const features = target.survey?.features.flatMap(({ name, status }) => (status === 'unknown' ? [] : [`${name} ${status}`]))
      expect(truth.survey?.features.map(({ name, status }) => `${name} ${status}`)).toEqual(expect.arrayContaining(features ?? []))
      const decided = surveyed(target).filter(each => !each.endsWith('inconclusive'))
      expect(surveyed(truth)).toEqual(expect.arrayContaining(decided))
    }
  })

  test('one that takes three connections at a time is asked to the end', async () => {
    await using server = await limited('reject if { sc0_conn_cur gt 3 }')
    const { code, target } = await checked(server.port)
    expect(code).toBe(0)
    expect(target.survey?.notes).toEqual([expect.stringContaining('asked one at a time')])
    expect(surveyed(truth)).toEqual(expect.arrayContaining(surveyed(target).filter(each => !each.endsWith('inconclusive'))))
  })
})

describe('policies', when('nginx'), () => {
  let conforming: AsyncDisposable & { readonly port: number }
  beforeAll(async () => {
    if (programPath('nginx') !== null) conforming = await nginxWith(intermediate)
  })
  afterAll(() => conforming?.[Symbol.asyncDispose]())

  test('mozilla-intermediate is decided in 12 connections and 3 round trips beside the handshake', async () => {
    const { code, target } = await checked(conforming.port, '--policy', 'mozilla-intermediate')
    expect({ code, verdict: target.verdict }).toEqual({ code: 0, verdict: 'pass' })
    expect(target.survey?.cost.connections).toBeLessThanOrEqual(12)
    expect(target.survey?.cost.roundTrips).toBeLessThanOrEqual(3)
    expect(target.connections).toBe((target.survey?.cost.connections ?? 0) + 1)
    // Payloads alone decide the last two, and this nginx is of an OpenSSL without ML-KEM.
    expect(surveyed(target).filter(each => !each.endsWith('pass'))).toEqual([
      'group/post-quantum warning fail',
      'vulnerability/ticketbleed notice inconclusive',
      'vulnerability/ccs-injection notice inconclusive',
    ])
  })

  test('a budget that decides nothing says what it takes, and that budget is enough', async () => {
    const { code, stdout, stderr } = await check(conforming.port, '--policy', 'mozilla-intermediate', '--budget', '3')
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    const [, needed = ''] =
      /^tlsgate: the policy mozilla-intermediate cannot be decided with 3 connections\n {2}give a budget of (\d+) or more/.exec(stderr) ??
      []
    const { code: enough, target } = await checked(conforming.port, '--policy', 'mozilla-intermediate', '--budget', needed)
    expect(enough).toBe(0)
    expect(target.survey?.cost.connections).toBeLessThanOrEqual(Number(needed))
  })

  test('static RSA is a failure of the default policy, in words that say where it was seen', async () => {
    await using server = await nginxWith('ssl_ciphers ECDHE+AESGCM:AES128-GCM-SHA256;')
    const { code, stdout } = await check(server.port)
    expect(code).toBe(1)
    expect(stdout).toContain('✓ handshake/completion')
    expect(stdout).toMatch(
      /✗ cipher\/suites {2}TLS_RSA_WITH_AES_128_GCM_SHA256 is accepted in TLSv1\.2; the policy default does not allow it\n/,
    )
    expect(stdout).toMatch(
      /✗ vulnerability\/robot {2}the static RSA suite TLS_RSA_WITH_AES_128_GCM_SHA256 is accepted in TLSv1\.2, on which ROBOT rests/,
    )
    expect((await check(server.port, '--survey', 'none')).code).toBe(0)
  })

  test.each([
    ['java-8u161', 0, '✓ client/java-8u161'],
    ['ie-11-win7', 1, '✗ client/ie-11-win7'],
  ])('--as %s offers what the client offers, and says whether it connects', async (client, exitCode, line) => {
    const { code, stdout } = await check(conforming.port, '--as', client)
    expect(code).toBe(exitCode)
    expect(stdout).toContain(line)
  })

  test('--active sends the payloads, here to loopback', async () => {
    const { code, target } = await checked(conforming.port, '--active')
    expect(code).toBe(0)
    const payloads = ['heartbleed', 'ccs-injection', 'ticketbleed'].map(name => `vulnerability/${name}`)
    const statuses = payloads.map(id => target.checks.find(each => each.id === id)?.status)
    expect(statuses).toEqual(['pass', 'pass', 'pass'])
  })

  test('--active shows a server that has Heartbleed', async () => {
    await using server = await serve('heartbleed')
    writeFileSync(join(folder, 'heartbleed.pem'), server.ca)
    const { code, stdout } = await check(server.port, '--active', '--ca', 'heartbleed.pem')
    expect(code).toBe(1)
    expect(stdout).toMatch(/✗ vulnerability\/heartbleed {2}\S/)
  })
})

describe('a wrong name ends with exit code 3 and the names next to it', () => {
  /** Nothing listens there, and nobody is asked. */
  const port = 1

  test.each([
    ['a policy', ['--policy', 'mozila-intermediate'], 'did you mean mozilla-intermediate?'],
    ['a client', ['--as', 'java-8u160'], 'did you mean java-8u161?'],
    ['a survey', ['--survey', 'everything'], 'policy, full, none'],
  ])('%s on the command line', async (_, args, hint) => {
    const { code, stdout, stderr } = await check(port, ...args)
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain(hint)
  })

  test.each([
    ['a policy', 'policy:\n  extends: mozilla-intermedite', '2:12', 'mozilla-intermediate'],
    ['a protocol', 'policy:\n  extends: default\n  protocols:\n    require: [TLS1.3]', '4:15', 'TLSv1.3'],
    [
      'a suite',
      'policy:\n  extends: default\n  cipherSuites:\n    forbid: [TLS_RSA_WITH_AES_128_CBC_SHAA]',
      '4:14',
      'TLS_RSA_WITH_AES_128_CBC_SHA',
    ],
    ['a group', 'policy:\n  extends: default\n  groups:\n    require: [x25591]', '4:15', 'x25519'],
    ['a client', 'policy:\n  extends: default\n  clients:\n    require: [java-8u162]', '4:15', 'java-8u161'],
    ['a part', 'polcy: default', '1:1', 'policy'],
  ])('%s in the configuration, with its place', async (_, text, place, nearest) => {
    writeFileSync(join(folder, 'wrong.yml'), text)
    const { code, stdout, stderr } = await check(port, '--config', 'wrong.yml')
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^tlsgate: wrong\\.yml:${place}: .+\\n {2}did you mean ${nearest}\\b`))
  })
})

test('a tlsgate.yml with a policy of its own, a client that has to connect, and waivers', when('nginx'), async () => {
  await using server = await nginxWith('')
  const target = `127.0.0.1:${server.port}`
  const project = mkdtempSync(join(folder, 'project-'))
  writeFileSync(
    join(project, 'tlsgate.yml'),
    `targets: [${target}]
servername: localhost
ca: ../ca.pem
policy:
  extends: mozilla-intermediate
  groups: { require: [post-quantum] }
  clients: { require: [java-8u161] }
waivers:
  - { check: group/post-quantum, target: ${target}, reason: the balancer is renewed in spring, until: 2099-01-31 }
  - { check: group/allowed, target: ${target}, reason: the last old client, until: 2026-01-31 }
  - { check: protocol/versions, target: ${target}, reason: nobody knows any more, until: 2099-01-31 }
`,
  )
  const { code, stdout, stderr } = await tlsgate(['check', '--format', 'json'], { program: built, cwd: project })
  expect(stderr).toBe('')
  const report = JSON.parse(stdout) as Report
  expect(code).toBe(1)
  const { checks = [] } = report.targets[0] ?? {}
  const about = (id: string): string[] =>
    checks.flatMap(check => (check.id === id && check.status !== 'pass' ? [`${check.status}: ${check.message}`] : []))
  const waived = expect.stringMatching(/^waived: .*; waived until 2099-01-31: the balancer is renewed in spring$/)
  expect(about('group/post-quantum')).toEqual([waived, waived]) // required here, recommended by Mozilla
  expect(about('group/allowed')).toEqual([
    expect.stringMatching(/^fail: secp521r1, .*; its waiver \(the last old client\) ended on 2026-01-31$/),
  ])
  expect(checks.filter(({ id, status }) => id === 'client/java-8u161' && status === 'pass')).toHaveLength(1)
  expect(report.checks.map(({ message }) => message)).toEqual([
    `the waiver of protocol/versions for ${target} until 2099-01-31 covers no failed check`,
  ])
})

/** A port whose queue is full, so that the kernel drops what asks for a connection. */
async function blackHole(): Promise<AsyncDisposable & { readonly port: number }> {
  const script = `require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, function () { console.log(this.address().port) })`
  const child: ChildProcess = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const sockets: Socket[] = []
  const [line] = child.stdout ? await once(child.stdout, 'data') : []
  const port = Number(line)
  child.kill('SIGSTOP') // from now on nobody takes connections out of the queue
  for (let isOpen = true; isOpen; ) {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    sockets.push(socket)
    isOpen = await Promise.race([once(socket, 'connect').then(() => true), new Promise<false>(full => setTimeout(full, 300, false))])
  }
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}
