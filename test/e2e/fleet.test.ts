// Many targets in one job that is cancelled in the middle: what is known by then is reported, in every form, and the rest is undecided.
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mint } from '../../src/fixtures/mint.ts'
import type { Report } from '../../src/gate.ts'
import { built, ended, start } from '../cli/process.ts'
import { hasXmllint, schemaErrors } from '../support/independent-readers.ts'
import { reportErrors, sarifErrors } from '../support/report-schemas.ts'
import { runStep } from '../support/runner.ts'

/** Of five targets one is silent: more of them than are checked at the same time, so that the job cannot end by itself. */
const targetCount = 300
const isSilent = (index: number): boolean => index % 5 === 4

const servers: Server[] = []
const sockets = new Set<Socket>()
let targets: readonly string[] = []
let ca = ''
let waiting = 0

beforeAll(async () => {
  const { chain, key, root } = await mint()
  ca = root
  const tls = createTlsServer({ cert: chain, key }, socket => socket.on('error', () => {}).resume()).on('tlsClientError', () => {})
  const listen = async (index: number): Promise<string> => {
    const server = createServer(socket => {
      sockets.add(socket.on('error', () => {}))
      if (isSilent(index)) waiting++
      else tls.emit('connection', socket)
    })
    servers.push(server)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  targets = await Promise.all(Array.from({ length: targetCount }, (_, index) => listen(index)))
})

afterAll(() => {
  for (const server of servers) server.close()
  for (const socket of sockets) socket.destroy()
})

/** Eight at a time of one host: when as many are silent, nothing goes on any more until the timeouts of a minute. */
async function terminateOnceStuck(child: ChildProcess): Promise<void> {
  while (waiting < 8 && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 20))
  child.kill('SIGTERM')
}

function expectPartial(report: Report): void {
  expect(reportErrors(report)).toEqual([])
  expect(report.verdict).toBe('inconclusive')
  expect(report.targets.map(({ target: { host, port } }) => `${host}:${port}`)).toEqual(targets)
  const verdicts = Map.groupBy(report.targets, ({ verdict }) => verdict)
  expect([...verdicts.keys()].toSorted()).toEqual(['inconclusive', 'pass'])
  // Those before the eighth silent one have ended, but for what was under way.
  expect(verdicts.get('pass')?.length).toBeGreaterThan(20)
  expect(report.targets.filter(({ verdict }, index) => isSilent(index) && verdict !== 'inconclusive')).toEqual([])
  const reasons = verdicts.get('inconclusive')?.map(({ handshake }) => handshake.failure?.cause)
  expect(new Set(reasons)).toEqual(new Set(['handshake-timeout']))
}

test.runIf(process.platform !== 'win32')(
  'the Action reports what is known when its job is cancelled',
  async () => {
    waiting = 0
    await using step = await runStep({
      inputs: {
        targets: targets.join('\n'),
        servername: 'localhost',
        ca: 'ca.pem',
        survey: 'none',
        timeout: '60',
        'report-dir': 'reports',
      },
      files: { 'ca.pem': ca },
      meanwhile: terminateOnceStuck,
    })
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive', failed: '0' } })
    const read = (output: string): string => readFileSync(step.outputs[output] ?? '', 'utf8')
    expectPartial(JSON.parse(read('report')))
    expect(sarifErrors(JSON.parse(read('sarif')))).toEqual([])
    if (hasXmllint) expect(schemaErrors(read('junit'), join(import.meta.dirname, '../support/schemas/junit-jenkins.xsd'))).toBe('')
    expect(step.summary).toContain('inconclusive')
    expect(step.log).toMatch(/\b300 of 300 targets checked: \d+ passed, 0 failed, \d+ inconclusive$/m)
  },
  50_000,
)

test.runIf(process.platform !== 'win32')(
  'the command line reports what is known when it is told to end',
  async () => {
    waiting = 0
    const directory = await mkdtemp(join(tmpdir(), 'tlsgate-fleet-'))
    try {
      const file = join(directory, 'ca.pem')
      await writeFile(file, ca)
      const child = start(
        ['check', ...targets, '--servername', 'localhost', '--ca', file, '--survey', 'none', '--timeout', '60', '--format', 'json'],
        { program: built },
      )
      const [{ stdout, stderr }] = await Promise.all([ended(child), terminateOnceStuck(child)])
      expect(stderr).toMatch(/^tlsgate: SIGTERM: the checks end here\n/)
      expectPartial(JSON.parse(stdout))
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  },
  50_000,
)
