// A change of a server's configuration against its baseline, as a user meets it: the command line and the Action's bundle, and nginx.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mint } from '../../src/fixtures/mint.ts'
import type { Report } from '../../src/gate.ts'
import { built, type Ended, tlsgate } from '../cli/process.ts'
import { nginx, programPath } from '../support/real-servers.ts'
import { runStep } from '../support/runner.ts'

const certificate = 'ssl_certificate site.pem; ssl_certificate_key site.key;'
const configurations = {
  sound: `${certificate} ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;`,
  weak: `${certificate} ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES:@SECLEVEL=0;`,
} as const
type Configuration = keyof typeof configurations

let folder: string
let files: Record<string, string>
let ca: string
/** Lock files of each configuration, on port 1. */
let locks: Record<Configuration, string>

const serve = (configuration: Configuration) => nginx(files, configurations[configuration])

function run(...args: readonly string[]): Promise<Ended> {
  return tlsgate(args, { program: built, cwd: folder })
}

const check = (port: number, ...args: readonly string[]): Promise<Ended> =>
  run('check', `127.0.0.1:${port}`, '--servername', 'localhost', '--ca', 'ca.pem', ...args)

/** Writes the lock file of a configuration as if it had been made on this port. */
function lock(configuration: Configuration, port: number): string {
  const name = `${configuration}-${port}.lock.json`
  writeFileSync(join(folder, name), locks[configuration].replace('127.0.0.1:1 ', `127.0.0.1:${port} `))
  return name
}

async function lockOf(configuration: Configuration): Promise<string> {
  await using server = await serve(configuration)
  const name = `${configuration}.lock.json`
  const { stderr } = await check(server.port, '--update-baseline', '--baseline', name, '--format', 'json')
  expect(stderr).toBe(`tlsgate: ${name} is written: 1 target\n`)
  return readFileSync(join(folder, name), 'utf8').replaceAll(`127.0.0.1:${server.port}`, '127.0.0.1:1')
}

const skip = programPath('nginx') === null

describe.skipIf(skip)('against a baseline', () => {
  beforeAll(async () => {
    const { chain, key, root } = await mint()
    files = { 'site.pem': chain, 'site.key': key }
    ca = root
    folder = mkdtempSync(join(tmpdir(), 'tlsgate-baseline-'))
    writeFileSync(join(folder, 'ca.pem'), ca)
    locks = { sound: await lockOf('sound'), weak: await lockOf('weak') }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('a lock file names what is accepted, and nothing that another run would have otherwise', () => {
    const targets = JSON.parse(locks.sound).targets as Record<string, unknown>
    expect(targets).toMatchObject({
      'https://127.0.0.1:1 as localhost': {
        handshake: { protocol: 'TLSv1.3', alpn: 'http/1.1' },
        protocols: { SSLv3: 'refused', 'TLSv1.0': 'refused', 'TLSv1.2': 'accepted', 'TLSv1.3': 'accepted' },
        groups: { complete: true },
        signatureSchemes: { complete: true },
        chain: { problem: 'none' },
      },
    })
    expect(locks.sound).not.toMatch(/\d{4}-\d{2}-\d{2}|[0-9A-F]{2}(:[0-9A-F]{2}){5}|durationMs|127\.0\.0\.1"/)
  })

  test('the same server passes, and writing it again changes no byte', async () => {
    await using server = await serve('sound')
    const name = lock('sound', server.port)
    const { code, stdout } = await check(server.port, '--baseline', name)
    expect({ code, since: stdout.match(/^Since.*\n.*$/m)?.[0] }).toEqual({
      code: 0,
      since: `Since the baseline ${name}: nothing changed\n  1 target unchanged`,
    })
    const before = readFileSync(join(folder, name), 'utf8')
    await check(server.port, '--update-baseline', '--baseline', name, '--format', 'json')
    expect(readFileSync(join(folder, name), 'utf8')).toBe(before)
  })

  test('from TLS 1.2 and 1.3 to TLS 1.0 and later: the run fails, and says what got weaker and what to do', async () => {
    await using server = await serve('weak')
    const { code, stdout } = await check(server.port, '--baseline', lock('sound', server.port), '--fail-on', 'regression')
    expect(code).toBe(1)
    expect(stdout).toMatch(/✗ baseline\/protocols +TLSv1\.0 and TLSv1\.1 are accepted now \(sound-\d+\.lock\.json:4:5\)/)
    const [, section = ''] = /^Since the baseline [^\n]*: weaker\n([\s\S]*?)\n\n/m.exec(stdout) ?? []
    expect(section).toMatch(/weaker +TLSv1\.0 and TLSv1\.1 are accepted now/)
    expect(section).toMatch(/failing now +protocol\/versions/)
    expect(section).toMatch(/Fix +Let the server start where the policy does/)
  })

  test('from TLS 1.0 and later to TLS 1.2 and 1.3: the run passes, and says what got stronger', async () => {
    await using server = await serve('sound')
    const { code, stdout } = await check(server.port, '--baseline', lock('weak', server.port), '--fail-on', 'regression')
    expect(code).toBe(0)
    expect(stdout).toContain('stronger than the baseline: TLSv1.0 and TLSv1.1 are no longer accepted')
    expect(stdout).toMatch(/^Since the baseline [^\n]*: stronger\n/m)
    expect(stdout).toMatch(/passing now +protocol\/versions/)
  })

  test('what failed before fails no run that looks for regressions, and every other', async () => {
    await using server = await serve('weak')
    const name = lock('weak', server.port)
    const { code, stdout } = await check(server.port, '--baseline', name, '--fail-on', 'regression')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ +- protocol\/versions .+;\s+known\s+in\s+the\s+baseline$/ms)
    expect((await check(server.port, '--baseline', name)).code).toBe(1)
    expect((await check(server.port, '--baseline', lock('weak', 1), '--fail-on', 'regression')).code).toBe(1)
  })

  test('a run that asks for nothing has compared nothing, and is no pass', async () => {
    await using server = await serve('weak')
    const baseline = ['--baseline', lock('sound', server.port), '--fail-on', 'regression']
    const { code, stdout } = await check(server.port, '--survey', 'none', ...baseline)
    expect(code).toBe(2)
    expect(stdout).toMatch(/whether [^\n]*TLSv1\.0[^\n]* accepted is not known now/)
    expect(stdout).toContain('Compare what was asked alike: survey full in this run, and the lock file written anew with --update-baseline')
  })

  test('what neither the run nor its baseline asked is said, and is no proof that nothing got worse; what both saw is compared', async () => {
    await using server = await serve('sound')
    const name = `none-${server.port}.lock.json`
    await check(server.port, '--survey', 'none', '--update-baseline', '--baseline', name, '--format', 'json')
    const same = await check(server.port, '--survey', 'none', '--baseline', name)
    expect(same.code).toBe(0)
    expect(same.stdout).toMatch(
      /\? baseline\/suites \(warning\) +which other cipher suites are accepted in TLSv1\.3 is not known on either side/,
    )
    expect(same.stdout).toMatch(/as in the baseline: handshake, chain, key$/m)
    expect((await check(server.port, '--survey', 'none', '--baseline', name, '--fail-on', 'regression')).code).toBe(2)
  })

  test('a server that is gone loses no entry, and is no pass', async () => {
    const server = await serve('sound')
    const name = lock('sound', server.port)
    const before = readFileSync(join(folder, name), 'utf8')
    await server[Symbol.asyncDispose]()
    const update = await check(server.port, '--update-baseline', '--baseline', name, '--format', 'json')
    expect(update.code).not.toBe(0)
    expect(update.stderr).toContain(' keeps its entry: nothing was found out that could take its place\n')
    expect(readFileSync(join(folder, name), 'utf8')).toBe(before)
    expect((await check(server.port, '--baseline', name, '--fail-on', 'regression')).code).not.toBe(0)
  })

  test('diff says the same of reports and of lock files, with an exit code for each answer', async () => {
    const reports = await Promise.all(
      (['sound', 'weak'] as const).map(async configuration => {
        await using server = await serve(configuration)
        const { stdout } = await check(server.port, '--survey', 'full', '--format', 'json')
        const name = `${configuration}.json`
        writeFileSync(join(folder, name), stdout.replaceAll(`127.0.0.1:${server.port}`, '127.0.0.1:1'))
        return name
      }),
    )
    const [sound = '', weak = ''] = reports
    const soundLock = lock('sound', 1)
    expect(await run('diff', sound, weak)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^Since sound\.json: weaker\n/) })
    expect(await run('diff', weak, sound)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Since weak\.json: stronger\n/) })
    expect(await run('diff', soundLock, sound)).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing changed') })
    expect(await run('diff', soundLock, weak, '--format', 'markdown')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^- \*\*weaker\*\*: TLSv1\.0 and TLSv1\.1 are accepted now$/m),
    })
    const { code, stdout } = await run('diff', soundLock, lock('sound', 2), '--format', 'json')
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 2, verdict: 'inconclusive', targets: [], added: [expect.any(String)] })
  })

  describe('as an Action', () => {
    async function step(configuration: Configuration, baseline: Configuration) {
      await using server = await serve(configuration)
      const lockFile = `\n${locks[baseline].replace('127.0.0.1:1 ', `127.0.0.1:${server.port} `)}`
      const inputs = { targets: `127.0.0.1:${server.port}`, servername: 'localhost', ca: 'ca.pem', 'report-dir': 'out' }
      const ended = await runStep({
        inputs: { ...inputs, baseline: 'tls.lock.json', 'fail-on': 'regression' },
        files: { 'ca.pem': ca, 'tls.lock.json': lockFile },
      })
      return { ended, line: lockFile.slice(0, lockFile.indexOf('"https://')).split('\n').length }
    }

    test('the regression fails the step, on the line of the target, and the summary has it with its fix', async () => {
      const { ended, line } = await step('weak', 'sound')
      await using result = ended
      expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
      const annotation = result.annotations.find(({ properties }) => properties.title?.startsWith('baseline-weakened: '))
      expect(annotation).toMatchObject({
        name: 'error',
        properties: { file: 'tls.lock.json', line: String(line) },
        message: expect.stringMatching(/^TLSv1\.0 and TLSv1\.1 are accepted now\nFix: Let the server start/),
      })
      expect(result.summary).toMatch(/^#### Since the baseline tls\.lock\.json: weaker$/m)
      expect(result.summary).toMatch(/^- \*\*weaker\*\*: TLSv1\.0 and TLSv1\.1 are accepted now$/m)
      expect(result.summary).toMatch(/^\*\*Fix:\*\* Let the server start/m)
      const report = JSON.parse(readFileSync(result.outputs.report ?? '', 'utf8')) as Report
      expect(report.baseline?.targets[0]?.weaker.map(({ what }) => what)).toContain('protocols')
    })

    test('the reverse change is green, and the summary says what got stronger', async () => {
      const { ended } = await step('sound', 'weak')
      await using result = ended
      expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
      expect(result.summary).toMatch(/^- \*\*stronger\*\*: TLSv1\.0 and TLSv1\.1 are no longer accepted$/m)
    })
  })
})
