// The Action as a runner starts it: the bundle that is committed, with an environment and files, against servers with one fault each.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FaultName } from '../../src/fixtures/catalogue.ts'
import { createCa, mint } from '../../src/fixtures/mint.ts'
import { type FaultServer, serve } from '../../src/fixtures/serve.ts'
import { obey, runStep, type StepOptions } from '../support/runner.ts'

const dist = join(import.meta.dirname, '../../dist')

let healthy: FaultServer
beforeAll(async () => {
  healthy = await serve('healthy')
})
afterAll(() => healthy.close())

/** A step that checks fixture servers: they share a name, and the trust in all their roots. */
function stepFor(servers: readonly FaultServer[], { inputs, files, ...rest }: StepOptions = {}): StepOptions {
  return {
    ...rest,
    inputs: {
      targets: servers.map(({ port }) => `127.0.0.1:${port}`).join('\n'),
      servername: 'localhost',
      ca: 'ca.pem',
      timeout: '5',
      ...inputs,
    },
    files: { 'ca.pem': servers.map(({ ca }) => ca).join('\n'), ...files },
  }
}

test('a healthy server is green, with its handshake in the log, the summary and the outputs', async () => {
  await using step = await runStep(stepFor([healthy]))
  expect(step).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'pass', passed: '1', failed: '0', inconclusive: '0', report: '', markdown: '', sarif: '', junit: '', html: '' },
    annotations: [],
  })
  expect(step.commands).toEqual([])
  expect(step.log).toMatch(/^tlsgate 0\.1\.0 on Node 24\./)
  expect(stripVTControlCharacters(step.log)).toMatch(
    /PASS {2}.*https:\/\/127\.0\.0\.1:\d+.* {2}TLSv1\.3 · TLS_\w+ · \w+ · \d+ days left · \d+ ms\n/,
  )
  expect(step.log).toContain('1 target passed')
  expect(step.summary).toMatch(/^### tlsgate: pass, 1 target passed\n/)
})

test.each<[FaultName, verdict: string, cause: string, concluding: string]>([
  ['expired', 'fail', 'certificate-expired', '1 target failed'],
  ['plain-http', 'fail', 'not-tls', '1 target failed'],
])('%s is red: %s, %s', async (fault, verdict, cause, concluding) => {
  await using server = await serve(fault)
  await using step = await runStep(stepFor([server]))
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict } })
  expect(step.annotations.at(0)).toMatchObject({ name: 'error', properties: { title: `${cause}: https://127.0.0.1:${server.port}` } })
  expect(step.annotations.at(0)?.message).toMatch(/^[^\n]+\nFix: [^\n]+$/)
  expect(step.annotations.at(-1)).toMatchObject({ name: 'error', message: concluding })
  expect(step.summary).toContain(cause)
})

test('a handshake that completes is red all the same when the server accepts static RSA as well', async () => {
  const minted = await mint({ key: 'rsa:2048' })
  const ciphers = 'ECDHE-RSA-AES128-GCM-SHA256:AES128-GCM-SHA256'
  await using server = await serve({ tls: { cert: minted.chain, key: minted.key, ciphers }, ca: minted.root })
  await using step = await runStep(stepFor([server]))
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', failed: '1' } })
  const url = `https://127.0.0.1:${server.port}`
  expect(step.annotations.map(({ name, properties, message }) => [name, properties.title ?? message])).toEqual([
    ['error', `weak-cipher-accepted: ${url}`],
    ['error', `vulnerable-robot: ${url}`],
    ['error', '1 target failed'],
  ])
  expect(step.annotations[0]?.message).toMatch(
    /^TLS_RSA_WITH_AES_128_GCM_SHA256 is accepted in TLSv1\.2; the policy default does not allow it\nFix: \S/,
  )
  await using handshakeAlone = await runStep(stepFor([server], { inputs: { survey: 'none' } }))
  expect(handshakeAlone).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
})

test('a server that says nothing is red, in the words of an undecided check', async () => {
  await using server = await serve('silent')
  await using step = await runStep(stepFor([server], { inputs: { timeout: '0.5' } }))
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive', passed: '0', failed: '0', inconclusive: '1' } })
  expect(step.annotations.map(({ properties, message }) => properties.title ?? message)).toEqual([
    `handshake-timeout: https://127.0.0.1:${server.port}`,
    '1 target inconclusive: what could not be found out is no pass',
  ])
})

test('a cancelled job reports what is known by then', async () => {
  await using server = await serve('silent')
  await using step = await runStep(
    // Nobody knows when a survey is over, other than a handshake on loopback.
    stepFor([healthy, server], { inputs: { timeout: '60', survey: 'none' }, meanwhile: interruptOnce(() => server.connections > 0) }),
  )
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive', passed: '1', inconclusive: '1' } })
  expect(step.annotations.at(0)?.message).toBe('the run is cancelled: what is not known by now is inconclusive')
  expect(step.summary).toContain('1 of 2 targets inconclusive, 1 passed')
})

test('a job that is cancelled before its inputs are read has its outputs and its reports', async () => {
  await using step = await runStep(
    stepFor([healthy], {
      inputs: { 'report-dir': 'out' },
      meanwhile: async child => {
        // The first line of the log comes before anything else is loaded.
        await once(child.stdout ?? expect.fail('the step has no output'), 'data')
        child.kill('SIGTERM')
      },
    }),
  )
  expect(step).toMatchObject({
    exitCode: 1,
    outputs: { verdict: 'inconclusive', inconclusive: '1', report: expect.stringContaining('out') },
  })
  expect(step.annotations.at(0)?.message).toBe('the run is cancelled: what is not known by now is inconclusive')
  expect(step.summary).toContain('1 target inconclusive')
})

test('several targets are counted, those that fail with their group in the log', async () => {
  await using expired = await serve('expired')
  await using untrusted = await serve('untrusted-root')
  await using other = await serve('healthy')
  await using step = await runStep(stepFor([healthy, expired, untrusted, other]))
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', passed: '2', failed: '2', inconclusive: '0' } })
  expect(step.commands.filter(({ name }) => name === 'group')).toHaveLength(2)
  expect(step.annotations.at(-1)?.message).toBe('2 of 4 targets failed, 2 passed')
})

test('no level has more annotations than GitHub shows', async () => {
  await using servers = new AsyncDisposableStack()
  const expired = await Promise.all(Array.from({ length: 14 }, async () => servers.use(await serve('expired'))))
  await using step = await runStep(stepFor(expired, { inputs: { survey: 'none' } }))
  const errors = step.annotations.filter(({ name }) => name === 'error')
  expect(errors).toHaveLength(10)
  expect(errors[8]?.properties.title).toBe('and 6 more')
  expect(errors[9]?.message).toBe('14 targets failed')
})

test('a report directory holds the report for a later step', async () => {
  await using step = await runStep(stepFor([healthy], { inputs: { 'report-dir': 'out/tls' } }))
  expect(step.outputs).toMatchObject({
    report: join(step.workspace, 'out/tls/tlsgate.json'),
    markdown: join(step.workspace, 'out/tls/tlsgate.md'),
    sarif: join(step.workspace, 'out/tls/tlsgate.sarif'),
    junit: join(step.workspace, 'out/tls/tlsgate.junit.xml'),
    html: join(step.workspace, 'out/tls/tlsgate.html'),
  })
  expect(await readdir(join(step.workspace, 'out/tls'))).toEqual([
    'tlsgate.html',
    'tlsgate.json',
    'tlsgate.junit.xml',
    'tlsgate.md',
    'tlsgate.sarif',
  ])
  const report = JSON.parse(await readFile(step.outputs.report ?? '', 'utf8'))
  expect(report).toMatchObject({ schemaVersion: 1, verdict: 'pass', targets: [{ target: { port: healthy.port } }] })
  expect(await readFile(step.outputs.markdown ?? '', 'utf8')).toBe(step.summary.trimEnd().concat('\n'))
})

test('what is wrong with a target of the workflow stands at its line there: annotation and SARIF', async () => {
  await using server = await serve('expired')
  const workflow = `on: push\njobs:\n  tls:\n    steps:\n      - with: { targets: '127.0.0.1:${server.port}' }\n`
  await using step = await runStep(
    stepFor([server], {
      inputs: { survey: 'none', 'report-dir': 'out' },
      env: { GITHUB_REPOSITORY: 'me/site', GITHUB_WORKFLOW_REF: 'me/site/.github/workflows/tls.yml@refs/heads/main' },
      files: { '.github/workflows/tls.yml': workflow },
    }),
  )
  expect(step.annotations[0]?.properties).toMatchObject({ file: '.github/workflows/tls.yml', line: '5', col: '27' })
  const { runs } = JSON.parse(await readFile(step.outputs.sarif ?? '', 'utf8'))
  expect(runs[0].results[0].locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: '.github/workflows/tls.yml' },
    region: { startLine: 5 },
  })
})

test('relative paths begin at the working directory', async () => {
  await using step = await runStep(
    stepFor([healthy], { inputs: { 'working-directory': 'sub', ca: '../ca.pem', 'report-dir': '.' }, files: { 'sub/x': '' } }),
  )
  expect(step).toMatchObject({ exitCode: 0, outputs: { report: join(step.workspace, 'sub/tlsgate.json') } })
})

test.each([
  ['GITHUB_STEP_SUMMARY', undefined, []],
  ['GITHUB_STEP_SUMMARY', '/no/such/file', [expect.stringMatching(/^the job summary cannot be written: /)]],
])('%s being %s changes no verdict', async (name, value, messages) => {
  await using step = await runStep(stepFor([healthy], { env: { [name]: value } }))
  expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' }, summary: '' })
  expect(step.annotations.map(({ message }) => message)).toEqual(messages)
})

describe('debug logging', () => {
  test('has every message of the wire in hexadecimal', async () => {
    await using step = await runStep(stepFor([healthy], { env: { RUNNER_DEBUG: '1' } }))
    const lines = step.commands.filter(({ name }) => name === 'debug').map(({ message }) => message)
    expect(lines).toContainEqual(expect.stringMatching(/ ms client client_hello, \d+ bytes: 01[0-9a-f]+$/))
    expect(lines).toContainEqual(expect.stringMatching(/ ms server certificate, \d+ bytes, encrypted: 0b[0-9a-f]+$/))
    expect(lines).toContainEqual(expect.stringMatching(/ ms client finished, \d+ bytes, encrypted: 14[0-9a-f]+$/))
  })

  test('is silent unless asked for', async () => {
    await using step = await runStep(stepFor([healthy]))
    expect(step.commands.filter(({ name }) => name === 'debug')).toEqual([])
  })
})

describe('foreign text', () => {
  const hostile = '\r\n::set-output name=verdict::pass\n::add-mask::a\n##[add-path]/tmp\x1b[2J%0A::warning::x</details>@octocat|`'

  test('would be obeyed by this runner', () => {
    expect(obey(hostile).commands.map(({ name }) => name)).toEqual(['set-output', 'add-mask', 'add-path'])
  })

  test('of a certificate is obeyed by nobody', async () => {
    const root = await createCa({ subject: hostile })
    const minted = await mint({ issuer: root, subject: hostile, dns: ['localhost', '::error::x'] })
    await using server = await serve({ tls: { cert: minted.chain, key: minted.key }, ca: root.certificate })
    const old = await mint({ issuer: root, subject: hostile, notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') })
    await using expired = await serve({ tls: { cert: old.chain, key: old.key }, ca: root.certificate })
    await using step = await runStep(stepFor([server, expired], { env: { RUNNER_DEBUG: '1', NO_COLOR: '1' } }))
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', passed: '1', failed: '1' } })
    expect(new Set(step.commands.map(({ name }) => name))).toEqual(new Set(['group', 'endgroup', 'debug', 'error']))
    expect(step.log).not.toMatch(/[^\P{Cc}\n]/u)
    expect(step.summary).not.toMatch(/<\/details>@|^::/m)
  })

  test('of an input is obeyed by nobody', async () => {
    await using step = await runStep({ inputs: { targets: 'a.example', 'fail-on': hostile } })
    expect(step.commands.map(({ name }) => name)).toEqual(['error'])
    expect(step.log.split('\n')).toHaveLength(2)
  })
})

describe('a wrong step fails with one line what is wrong and one what to do, and probes nothing', () => {
  test.each<[name: string, inputs: Record<string, string>, message: RegExp]>([
    [
      'an empty list of targets',
      { targets: '# none yet\n' },
      /^there is no target\nname at least one .* in targets, or let fail-if-empty be false$/,
    ],
    ['a malformed target', { targets: 'https://a.example/path' }, /^"https:\/\/a\.example\/path" is no target: .+\nleave out/],
    ['a port out of range', { targets: 'a.example:65536' }, /has the port "65536"\na port is a number/],
    ['an input that does not exist', { fail_on: 'warning' }, /^"fail_on" is no input\ndid you mean fail-on\?$/],
    ['a CA file that is not there', { ca: 'no.pem' }, /^the file of ca cannot be read: there is no such file: "no\.pem"\ncheck the path/],
    [
      'contradictory options',
      { 'connect-to': '127.0.0.1:1', 'all-addresses': 'true' },
      /contradict each other\n.*leave one of the two out$/,
    ],
    ['a cipher list nothing matches', { ciphers: 'NO-SUCH' }, /^OpenSSL refuses the client options: .+\nwrite cipher names/],
    ['a report directory that is a file', { 'report-dir': 'words.txt' }, /^report-dir cannot be written: .+\nname a directory/],
  ])('%s', async (_, inputs, message) => {
    const before = healthy.connections
    await using step = await runStep(stepFor([healthy], { inputs, files: { 'words.txt': 'no certificate' } }))
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { verdict: 'inconclusive', passed: '0', failed: '0', inconclusive: '0', report: '' },
    })
    expect(step.annotations).toEqual([{ name: 'error', properties: { title: 'tlsgate' }, message: expect.stringMatching(message) }])
    expect(healthy.connections).toBe(before)
  })
})

test.each<[name: string, files: Record<string, string | Buffer>, inputs: Record<string, string>, message: string]>([
  ['an empty configuration', { 'words/tlsgate.yml': '' }, {}, 'the file of config is empty'],
  ['a configuration in UTF-16', { 'words/tlsgate.yml': Buffer.from('\uFEFFtimeout: 5', 'utf16le') }, {}, 'the file of config is no UTF-8'],
  ['a CA file without certificates', { 'words/ca.pem': 'none' }, { ca: 'ca.pem' }, 'the file of ca holds no certificate'],
  ['an empty report to merge', { 'words/part.json': '' }, { targets: '', merge: '*.json' }, 'the file of merge is empty'],
])('%s is refused on its first line, found from the workspace', async (_, files, inputs, message) => {
  await using step = await runStep({ inputs: { targets: 'a.example', 'working-directory': 'words', ...inputs }, files })
  const [file] = Object.keys(files)
  expect(step.annotations).toMatchObject([
    { name: 'error', properties: { file, line: '1', col: '1' }, message: expect.stringContaining(`${file}:1:1: ${message}`) },
  ])
})

test('an empty list of targets is green when the step says so', async () => {
  await using step = await runStep({ inputs: { targets: '\n', 'fail-if-empty': 'false' } })
  expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'inconclusive', passed: '0' } })
  expect(step.annotations).toMatchObject([{ name: 'notice', message: 'there is no target, so nothing was checked' }])
})

test('a passphrase is masked before anything else is printed', async () => {
  const files = { 'secret.txt': 'open sesame\n', 'client.pem': 'x' }
  await using step = await runStep({ inputs: { targets: 'a.example', pfx: 'client.pem', 'passphrase-file': 'secret.txt' }, files })
  expect(step.commands[0]).toMatchObject({ name: 'add-mask', message: 'open sesame' })
  expect(step.exitCode).toBe(1)
})

describe('the bundle', () => {
  test('names no path of the machine that built it', async () => {
    const named = (await readdir(dist)).filter(name => readFileSync(join(dist, name), 'utf8').includes(join(dist, '..')))
    expect(named).toEqual([])
  })

  test('loads only what the first line of the log needs', () => {
    expect(readFileSync(join(dist, 'index.js')).length).toBeLessThan(40_000)
  })
})

/** Ends the step the way a cancelled job does, when something has happened and what began with it has had the time to end. */
function interruptOnce(happened: () => boolean) {
  return async (step: ChildProcess): Promise<void> => {
    while (!happened() && step.exitCode === null) await new Promise(resolve => setTimeout(resolve, 10))
    await new Promise(resolve => setTimeout(resolve, 3000))
    step.kill('SIGINT')
  }
}
