import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FaultServer, serve } from '../../src/fixtures/serve.ts'
import type { Report } from '../../src/gate.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { ended, start, tlsgate } from './process.ts'

const directory = mkdtempSync(join(tmpdir(), 'tlsgate-'))
const ca = join(directory, 'ca.pem')
let healthy: FaultServer
let silent: FaultServer

beforeAll(async () => {
  healthy = await serve('healthy')
  silent = await serve('silent')
  writeFileSync(ca, healthy.ca)
})
afterAll(async () => {
  await Promise.all([healthy.close(), silent.close()])
  rmSync(directory, { recursive: true })
})

const targetOf = ({ port }: FaultServer): string => `127.0.0.1:${port}`

describe('the exit code is the verdict', () => {
  test('0: a server that a verifying client accepts', async () => {
    const { code, stdout, stderr } = await tlsgate(['check', targetOf(healthy), '--ca', ca, '--survey', 'none'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^PASS {2}https:\/\/127/)
    expect(stdout).toMatch(/\nPASS {2}1 target passed .*\n$/)
  })

  test('1: one that it does not, even beside one that it does', async () => {
    await using plain = await serve('plain-http')
    const { code, stdout } = await tlsgate(['check', targetOf(healthy), targetOf(plain), '--ca', ca, '--survey', 'none'])
    expect(code).toBe(1)
    expect(stdout).toContain('not-tls')
    expect(stdout).toMatch(/\nFAIL {2}1 of 2 targets failed, 1 passed .*\n$/)
  })

  test('never 0: a server that says nothing', async () => {
    const { code, stdout } = await tlsgate(['check', targetOf(silent), '--survey', 'none', '--timeout', '0.3'])
    expect(stdout).toContain('handshake-timeout')
    expect({ 1: 'FAIL', 2: 'INCONCLUSIVE' }[code ?? 0]).toBe(/^[A-Z]+/.exec(stdout)?.[0])
  })
})

describe('the report', () => {
  test('as JSON is the contract, and as Markdown says the same', async () => {
    const { stdout } = await tlsgate(['check', targetOf(healthy), '--ca', ca, '--survey', 'none', '--format', 'json'])
    const report: Report = JSON.parse(stdout)
    expect(report).toMatchObject({ schemaVersion: 1, verdict: 'pass', targets: [{ handshake: { completed: true, protocol: 'TLSv1.3' } }] })
    const markdown = await tlsgate(['check', targetOf(healthy), '--ca', ca, '--survey', 'none', '--format', 'markdown'])
    expect(markdown.stdout.split('\n', 1)).toEqual(renderMarkdown(report).split('\n', 1))
  })

  test.each<[name: string, env: Record<string, string>, coloured: boolean]>([
    ['no colours where there is no terminal', {}, false],
    ['colours on demand', { FORCE_COLOR: '1' }, true],
    ['no colours when they are not wanted', { NO_COLOR: '1' }, false],
  ])('as text has %s', async (_, env, coloured) => {
    const { stdout } = await tlsgate(['check', targetOf(healthy), '--ca', ca, '--survey', 'none'], { env })
    expect(stdout.includes('\x1b[')).toBe(coloured)
  })

  test('as text shows the certificates when asked to', async () => {
    const { stdout } = await tlsgate(['check', targetOf(healthy), '--ca', ca, '--survey', 'none', '--verbose'])
    expect(stdout).toMatch(/^ +SHA-256 /m)
  })
})

describe('--output', () => {
  test.runIf(process.platform !== 'win32')(
    'takes the report in one move, through a link too, and leaves the verdict on standard error',
    async () => {
      const real = join(directory, 'report.txt')
      const link = join(directory, 'link.txt')
      writeFileSync(real, 'the report of yesterday\n')
      symlinkSync(real, link)
      const { code, stdout, stderr } = await tlsgate(['check', targetOf(healthy), '--ca', ca, '--survey', 'none', '--output', link], {
        env: { FORCE_COLOR: '1' },
      })
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'tlsgate: pass: 1 target passed\n' })
      expect(readFileSync(real, 'utf8')).toMatch(/^PASS {2}https/)
      expect(readdirSync(directory).filter(name => name.endsWith('.tmp'))).toEqual([])
    },
  )

  test('keeps the file that was there when nothing could be checked', async () => {
    const path = join(directory, 'kept.txt')
    writeFileSync(path, 'the report of yesterday\n')
    const { code } = await tlsgate(['check', 'no host', '--output', path])
    expect({ code, kept: readFileSync(path, 'utf8') }).toEqual({ code: 3, kept: 'the report of yesterday\n' })
    expect(readdirSync(directory).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  test.runIf(existsSync('/dev/full'))('writes to a device without replacing it, and a full one is no verdict', async () => {
    const toNull = await tlsgate(['check', targetOf(healthy), '--ca', ca, '--survey', 'none', '--output', '/dev/null'])
    expect(toNull).toEqual({ code: 0, stdout: '', stderr: 'tlsgate: pass: 1 target passed\n' })
    const toFull = await tlsgate(['check', targetOf(healthy), '--ca', ca, '--survey', 'none', '--output', '/dev/full'])
    expect(toFull.code).toBe(3)
    expect(toFull.stderr).toContain('"/dev/full" cannot be written: ENOSPC')
    expect(toFull.stderr).toContain('name a file in a directory that can be written, on a disk that has room')
  })
})

describe('standard input', () => {
  test('gives the targets in the place of -', async () => {
    const args = ['check', `localhost:${healthy.port}`, '-', '--ca', ca, '--survey', 'none', '--format', 'json']
    const { stdout } = await tlsgate(args, { stdin: `# servers\r\n\n  ${targetOf(healthy)}  # ours\r\n` })
    const report: Report = JSON.parse(stdout)
    expect(report.targets.map(({ target }) => target.host)).toEqual(['localhost', '127.0.0.1'])
  })
})

describe('an early end', () => {
  test('a reader that leaves does not change the verdict', async () => {
    const child = start(['check', targetOf(healthy), '--ca', ca, '--survey', 'none', '--format', 'json'])
    child.stdout.destroy()
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends the checks and reports what is known',
    async signal => {
      const before = silent.connections
      const child = start([
        'check',
        targetOf(healthy),
        targetOf(silent),
        '--ca',
        ca,
        '--survey',
        'none',
        '--format',
        'json',
        '--timeout',
        '60',
      ])
      const end = ended(child)
      while (silent.connections === before) await setTimeout(10)
      await setTimeout(300)
      child.kill(signal)
      const { code, stdout, stderr } = await end
      const report: Report = JSON.parse(stdout)
      expect(stderr).toMatch(new RegExp(`^tlsgate: ${signal}: the checks end here\n {2}.*\n$`))
      expect(report.targets.map(({ handshake }) => handshake.completed)).toEqual([true, false])
      expect(report.verdict).not.toBe('pass')
      expect(code).not.toBe(0)
    },
  )
})

describe('a bug of ours is no verdict', () => {
  const broken = (module: string): Record<string, string> => ({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(module)}`,
  })

  test('what is thrown is one line, with a stack on demand', async () => {
    const env = broken('const { from } = Buffer; Buffer.from = () => { Buffer.from = from; throw new TypeError("out of order") }')
    expect(await tlsgate(['--version'], { env })).toEqual({
      code: 3,
      stdout: '',
      stderr:
        'tlsgate: TypeError: out of order\n  this is a bug in tlsgate: run it again with DEBUG=1 in the environment and report what it prints\n',
    })
    const { code, stderr } = await tlsgate(['--version'], { env: { ...env, DEBUG: '1' } })
    expect(code).toBe(3)
    expect(stderr).toMatch(/ {2}at .*commands\.ts/)
  })

  test('nor is an end that nobody decided', async () => {
    const env = broken(
      'import { Readable } from "node:stream"; Object.defineProperty(process, "stdin", { value: new Readable({ read() {} }) })',
    )
    const { code, stderr } = await tlsgate(['check', '-'], { env })
    expect(code).toBe(3)
    expect(stderr).toMatch(/^tlsgate: Error: the run came to its end without a verdict\n/)
  })
})
