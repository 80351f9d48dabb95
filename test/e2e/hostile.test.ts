// Servers that mean harm, and the whole product in front of them: each gets its cause in bounded memory, and nothing is left behind.
// biome-ignore-all lint/suspicious/noThenProperty: an act says what comes next in a word; nothing here is awaited as a promise
import { execFile, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { promisify, stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byteFaults } from '../../src/fixtures/byte-faults.ts'
import { alertBytes, handshakeBytes } from '../../src/fixtures/bytes.ts'
import type { Fault } from '../../src/fixtures/fault.ts'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import { type FaultServer, serve } from '../../src/fixtures/serve.ts'
import { type GateOptions, gate, type Report, type TargetReport } from '../../src/gate.ts'
import { causes, type HandshakeCause, handshakeCauses } from '../../src/judge/causes.ts'
import { renderJson } from '../../src/report/json.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { renderText } from '../../src/report/text.ts'
import { built, tlsgate } from '../cli/process.ts'
import { obeyed } from '../report/readers.ts'
import { hostileProxies, hostileUpgrades } from '../support/hostile-dialogues.ts'
import { certificatesOf, hostileServers, record } from '../support/hostile-servers.ts'
import { sServer } from '../support/real-servers.ts'
import { runStep } from '../support/runner.ts'

/** Of a server that has to be waited for. */
const silentMs = 800
/** Of any other: no busy machine is that slow. */
const answerMs = 8000
const deadlineOf = (right: readonly HandshakeCause[]): number => (right.some(cause => cause.endsWith('-timeout')) ? silentMs : answerMs)
/** A report on a single server, in any form: an honest one has about 20 KB, and one with all the certificates a client reads 400. */
const reportBytes = 500_000
/** The most memory a run may take, whatever it is sent: by one server on a dozen connections, and by eight such at a time. */
const peakMib = { ofOne: 120, ofAll: 256 }
/** Makes a process say its peak resident set, in KiB, as the last line on stderr. */
const measuring = new URL('../bench/peak.mjs', import.meta.url).href

const allCauses = Object.keys(handshakeCauses) as HandshakeCause[]

/** Every sort of server of this file, by name. */
const servers: readonly (readonly [name: string, fault: () => Promise<Fault>, causes: readonly HandshakeCause[]])[] = [
  ...Object.entries(byteFaults).map(([name, { build, cause }]) => [`fixture ${name}`, build, [cause as HandshakeCause]] as const),
  ...hostileServers.map(([name, fault, right]) => [name, async () => fault, right] as const),
]

/** What a server may say when it is asked once more why it refused. */
const laterAnswers: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['silence', new Uint8Array()],
  ['change_cipher_specs', Buffer.concat(Array(20_000).fill(record(20, 1)))],
  ['a record of 65,535 bytes', Uint8Array.of(22, 3, 3, 0xff, 0xff)],
  ['half a ServerHello', handshakeBytes(2, new Uint8Array(70)).subarray(0, 40)],
  ['an alert of an unknown code', record(21, 2, 0x99)],
  ['HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
]

/** What holds of the report on any server, whatever it did. */
function expectSound(target: TargetReport, right: readonly HandshakeCause[]): void {
  const { failure, steps } = target.handshake
  expect(right, failure?.message).toContain(failure?.cause)
  expect(failure?.category).toBe(failure && causes[failure.cause].category)
  expect(target.verdict).not.toBe('pass')
  expect(steps.filter(({ status }) => status === 'failed').map(({ name }) => name)).toEqual([failure?.step])
}

/** What the first ServerHello of TLS 1.2 excludes by what is not in it, and by what is. */
const shownByHello = ['crime', 'heartbleed', 'insecure-renegotiation', 'ticketbleed'].map(name => `vulnerability/${name}`)

/** No server of this file takes part to the end, so none is seen to refuse a thing, and nothing is excluded but by what it said. */
function expectNothingAssumed({ survey, checks }: TargetReport): void {
  const answers = Object.values(survey?.protocols ?? {})
  const passed = checks.flatMap(({ id, status }) => (status === 'pass' && !/^(certificate|handshake)\//.test(id) ? [id] : []))
  expect(answers).not.toContain('refused')
  expect(answers.includes('accepted') ? shownByHello : []).toEqual(expect.arrayContaining(passed))
}

/** Nothing in any form of the report is obeyed by what shows it, and no form is endless. */
function expectInert(report: Report): void {
  for (const text of [renderText(report, { colour: false, verbose: true }), renderJson(report), renderMarkdown(report)]) {
    expect(obeyed(text)).toEqual([])
    expect(text.length).toBeLessThan(reportBytes * report.targets.length)
  }
}

/** The handshake alone, unless the options say otherwise. */
async function gated(target: string, options: GateOptions = {}): Promise<TargetReport> {
  const report = await gate([target], { survey: 'none', servername: 'localhost', timeoutMs: answerMs, ...options })
  expectInert(report)
  const [only] = report.targets
  if (!only) throw new Error('a report without a target')
  return only
}

describe.concurrent('a diagnosis', () => {
  test.each(servers)('%s', async (_, fault, right) => {
    await using server = await serve(await fault())
    expectSound(await gated(`https://127.0.0.1:${server.port}`, { timeoutMs: deadlineOf(right) }), right)
  })

  test.each(laterAnswers)('a refusal, and to every further hello %s', async (_, later) => {
    let connections = 0
    await using server = await serve({
      after: 'client-hello',
      send: () => (connections++ === 0 ? alertBytes(40) : later),
      then: 'wait',
    })
    const target = await gated(`https://127.0.0.1:${server.port}`, { timeoutMs: silentMs })
    expectSound(target, ['unexpected-alert', 'server-internal-error'])
    expect(target.connections).toBe(server.connections)
  })

  test.each(hostileProxies)('proxy: %s', async (_, fault, right) => {
    await using proxy = await serve({ after: 'data', ...fault })
    expectSound(await gated('https://target.test', { proxy: `http://127.0.0.1:${proxy.port}`, timeoutMs: deadlineOf(right) }), right)
  })

  test.each(hostileUpgrades)('%s: %s', async (scheme, _, fault, right) => {
    await using server = await serve(fault)
    expectSound(await gated(`${scheme}://127.0.0.1:${server.port}`, { timeoutMs: deadlineOf(right) }), right)
  })
})

describe.concurrent('a real server', () => {
  let minted: Minted
  beforeAll(async () => {
    minted = await mint()
  })
  const files = () => ({ 'key.pem': minted.key, 'cert.pem': minted.chain })
  const quiet = ['-key', 'key.pem', '-cert', 'cert.pem']

  test('that sends session tickets without end has completed the handshake', async () => {
    await using server = await sServer(files(), [...quiet, '-tls1_3', '-num_tickets', '100000'])
    const target = await gated(`https://127.0.0.1:${server.port}`, { ca: [minted.root] })
    expect(target).toMatchObject({ verdict: 'pass', handshake: { completed: true } })
  })

  test('that sends 200 certificates with one name and one key is judged', async () => {
    const chain = minted.certificate + (minted.issuer?.certificate ?? '').repeat(199)
    await using server = await serve({ tls: { key: minted.key, cert: chain } })
    const target = await gated(`https://127.0.0.1:${server.port}`, { ca: [minted.root] })
    // The chain is said to be too long; what follows its first 32 is not read.
    expect(target.certificates.presented).toHaveLength(32)
  })

  test('that sends a chain of 1 MiB', async () => {
    const chain = minted.certificate + (minted.issuer?.certificate ?? '').repeat(2500)
    await using server = await serve({ tls: { key: minted.key, cert: chain } })
    expectSound(await gated(`https://127.0.0.1:${server.port}`), ['malformed-message'])
  })

  test('that sends 25,000 certificates of one byte', async () => {
    await using server = await serve(certificatesOf(Array(25_000).fill(Uint8Array.of(0x30))))
    const target = await gated(`https://127.0.0.1:${server.port}`)
    expectSound(target, ['malformed-message'])
  })

  test('that is killed in the middle of the handshake', async () => {
    await using server = await sServer(files(), quiet)
    server.process.kill('SIGSTOP')
    const target = gated(`https://127.0.0.1:${server.port}`)
    await setTimeout(200)
    server.process.kill('SIGKILL')
    expectSound(await target, ['connection-reset', 'connection-closed'])
  })

  const noNamespace = spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status !== 0
  test.skipIf(noNamespace)(
    'whose network goes away in the middle of the handshake (needs the right to make a network namespace)',
    async () => {
      const script = `
      import { execFileSync } from 'node:child_process'
      import { gate } from ${JSON.stringify(new URL('../../src/gate.ts', import.meta.url))}
      import { serve } from ${JSON.stringify(new URL('../../src/fixtures/serve.ts', import.meta.url))}
      const loopback = state => execFileSync('ip', ['link', 'set', 'lo', state])
      loopback('up')
      const server = await serve({ after: 'client-hello', send: Uint8Array.of(22, 3, 3, 1, 0, 2, 0, 0, 90), pace: { bytes: 1, everyMs: 50 }, then: 'wait' })
      setTimeout(loopback, 200, 'down')
      process.stdout.write(JSON.stringify(await gate([server.url], { timeoutMs: ${2 * silentMs} })), () => process.exit())`
      const { stdout } = await promisify(execFile)('unshare', ['-n', process.execPath, '--input-type=module', '-e', script])
      const report: Report = JSON.parse(stdout)
      expectInert(report)
      const [target] = report.targets
      if (target) expectSound(target, ['handshake-timeout'])
      expect(target).toMatchObject({ verdict: 'inconclusive' })
    },
  )
})

test.each([
  ['give a cause', { survey: 'none' }, 300],
  ['answer no question', { survey: 'policy' }, 60],
] as const)('random bytes in records %s', async (_, options, numRuns) => {
  let answer: Uint8Array = new Uint8Array()
  await using server = await serve({ after: 'data', send: () => answer })
  const type = fc.oneof(fc.integer({ min: 20, max: 24 }), fc.nat(255))
  const piece = fc.oneof(
    fc.tuple(type, fc.uint8Array({ maxLength: 80 })).map(([type, body]) => record(type, ...body)),
    fc.tuple(fc.nat(25), fc.uint8Array({ maxLength: 80 })).map(([type, body]) => handshakeBytes(type, body)),
    fc.uint8Array({ maxLength: 40 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async pieces => {
      answer = Buffer.concat(pieces)
      const target = await gated(`https://127.0.0.1:${server.port}`, { timeoutMs: 250, ...options })
      expectSound(target, allCauses)
      expectNothingAssumed(target)
    }),
    { numRuns },
  )
})

describe('all of them at once', () => {
  let running: FaultServer[]
  beforeAll(async () => {
    running = await Promise.all(servers.map(async ([, fault]) => serve(await fault())))
  })
  afterAll(() => Promise.all(running.map(server => server.close())))

  /** Each server got the cause it should, in the report of a whole run. */
  function expectCauses(report: Report, asked: typeof servers = servers): void {
    const seen = report.targets.map(({ handshake }) => handshake.failure?.cause)
    const wrong = asked.flatMap(([name, , right], index) => (right.some(cause => cause === seen[index]) ? [] : [`${name}: ${seen[index]}`]))
    expect(wrong).toEqual([])
    for (const target of report.targets) expectNothingAssumed(target)
  }

  /** For a cause of each, many at a time and with all the servers in one process; where causes are not looked at, less will do. */
  const deadlines = { forCauses: 2.5, forForm: 0.8, forFloods: 1.2 }
  const targets = (): string[] => running.map(({ port }) => `127.0.0.1:${port}`)

  /** Runs the command line; it says nothing on stderr but its peak memory, in MiB. */
  async function check(...args: readonly string[]): Promise<{ stdout: string; peak: number }> {
    const { code, stdout, stderr } = await tlsgate(['check', ...args, '--servername', 'localhost'], {
      program: built,
      env: { NODE_OPTIONS: `--import ${measuring}` },
    })
    expect(code).toBeOneOf([1, 2])
    expect(stderr).toMatch(/^peak \d+\n$/)
    return { stdout, peak: Number(stderr.slice('peak '.length)) / 1024 }
  }

  test.each(['text', 'json', 'markdown'])('tlsgate check --format %s', async format => {
    const { stdout, peak } = await check(
      ...targets(),
      '--format',
      format,
      '--survey',
      'none',
      '--timeout',
      `${format === 'json' ? deadlines.forCauses : deadlines.forForm}`,
    )
    expect(obeyed(stdout)).toEqual([])
    expect(peak).toBeLessThan(peakMib.ofAll)
    if (format === 'json') expectCauses(JSON.parse(stdout))
  })

  test('some of them, asked what the default policy needs', async () => {
    // One at a time, since they are of one host; those that take all their time are asked below, each alone.
    const quick = servers.flatMap(([name, , right], index) =>
      isFlood(name) || right.some(cause => cause.endsWith('-timeout')) ? [] : index,
    )
    const some = quick.filter((_, place) => place % 8 === 0)
    const { stdout, peak } = await check(
      ...some.map(index => targets()[index] ?? ''),
      '--format',
      'json',
      '--timeout',
      `${deadlines.forCauses}`,
    )
    expect(peak).toBeLessThan(peakMib.ofAll)
    expectCauses(
      JSON.parse(stdout),
      some.flatMap(index => servers.slice(index, index + 1)),
    )
  })

  const isFlood = (name: string): boolean => /endless|without end|1 MiB/.test(name)
  const floods = servers.flatMap(([name, , right], index) => (isFlood(name) ? [{ name, index, right }] : []))
  test.each(floods)('$name costs a run less than 120 MiB', async ({ index, right }) => {
    const { stdout, peak } = await check(targets()[index] ?? '', '--format', 'json', '--timeout', `${deadlines.forFloods}`)
    const [target] = (JSON.parse(stdout) as Report).targets
    if (!target) throw new Error('a report without a target')
    expectSound(target, right)
    expectNothingAssumed(target)
    expect(peak).toBeLessThan(peakMib.ofOne)
  })

  test('the Action', async () => {
    const inputs = {
      targets: targets().join('\n'),
      servername: 'localhost',
      survey: 'none',
      timeout: `${deadlines.forCauses}`,
      'report-dir': 'report',
    }
    await using step = await runStep({ inputs, env: { RUNNER_DEBUG: '1' } })
    expect(step.exitCode).toBe(1)
    expectCauses(JSON.parse(await readFile(step.outputs.report ?? '', 'utf8')))
    expect([...new Set(step.commands.map(({ name }) => name))].sort()).toEqual(['debug', 'endgroup', 'error', 'group'])
    expect(step.annotations).toHaveLength(10)
    expect(obeyed(stripVTControlCharacters(step.log))).toEqual([])
  })
})

test('nothing is left open', async () => {
  await expect.poll(() => process.getActiveResourcesInfo().filter(kind => kind === 'TCPSocketWrap')).toEqual([])
})
