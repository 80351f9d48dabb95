// A list that is shared among jobs: planned, checked in shards and merged, by the command line and by the Action.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FaultServer, serve } from '../../src/fixtures/serve.ts'
import type { Report } from '../../src/gate.ts'
import { tlsgate } from '../cli/process.ts'
import { runStep } from '../support/runner.ts'

const directory = mkdtempSync(join(tmpdir(), 'tlsgate-shards-'))
let servers: FaultServer[]
beforeAll(async () => {
  servers = await Promise.all(Array.from({ length: 5 }, () => serve('healthy')))
  writeFileSync(join(directory, 'tlsgate.yml'), config())
})
afterAll(async () => {
  await Promise.all(servers.map(server => server.close()))
  rmSync(directory, { recursive: true })
})

const config = (): string =>
  JSON.stringify({
    survey: 'none',
    servername: 'localhost',
    targets: servers.map(({ port, ca }, index) => {
      writeFileSync(join(directory, `ca-${index}.pem`), ca)
      return { target: `127.0.0.1:${port}`, ca: join(directory, `ca-${index}.pem`) }
    }),
  })

const run = (...args: string[]): ReturnType<typeof tlsgate> => tlsgate(args, { cwd: directory })

test('the shards of the plan have every target once, and merged they are the whole run', async () => {
  const { stdout } = await run('plan', '--shards', '3')
  expect(JSON.parse(stdout)).toEqual({ shard: ['1/3', '2/3', '3/3'] })
  for (const shard of [1, 2, 3]) {
    const { code } = await run('check', '--shard', `${shard}/3`, '--format', 'json', '--output', `${shard}.json`)
    expect(code).toBe(0)
  }
  const { code, stdout: json } = await run('merge', '3.json', '1.json', '2.json', '--format', 'json')
  const merged = JSON.parse(json) as Report
  expect({ code, verdict: merged.verdict, shard: merged.shard, missing: merged.missingShards }).toEqual({
    ...{ code: 0, verdict: 'pass', shard: null, missing: [] },
  })
  expect(merged.targets.map(({ target }) => target.port).sort()).toEqual(servers.map(({ port }) => port).sort())
})

test('what is said of waivers and of targets that are gone is the same in shards as in one run', async () => {
  const { targets, ...options } = JSON.parse(config())
  const [first, ...others] = targets
  const until = '2099-01-01'
  const waivers = [
    { check: 'certificate/*', target: '*', reason: 'its authority is not known here', until },
    { check: 'cipher/suites', target: '*', reason: 'nobody knows any more', until },
    { check: 'cipher/suites', target: others.at(-1).target, reason: 'nor here', until },
  ]
  const write = (name: string, value: object): void =>
    writeFileSync(join(directory, name), JSON.stringify({ ...options, ...value }, null, 2))
  write('all.json', { targets })
  // The first is trusted by nobody, the second is gone.
  write('fleet.json', { targets: [{ target: first.target }, ...others.slice(1)], waivers })
  await run('check', '--config', 'all.json', '--baseline', 'tls.lock.json', '--update-baseline')
  const check = async (name: string, ...args: string[]): Promise<void> => {
    const { code } = await run(
      'check',
      '--config',
      'fleet.json',
      '--baseline',
      'tls.lock.json',
      '--format',
      'json',
      '--output',
      name,
      ...args,
    )
    expect(code).toBe(0)
  }
  await check('one.json')
  await check('part-1.json', '--shard', '1/2')
  await check('part-2.json', '--shard', '2/2')
  const merge = async (...names: string[]): Promise<Report> =>
    JSON.parse((await run('merge', ...names, '--format', 'json')).stdout) as Report
  const one = JSON.parse(await readFile(join(directory, 'one.json'), 'utf8')) as Report
  const merged = await merge('part-2.json', 'part-1.json')
  expect(one.shard).toBeNull()
  expect(one.checks.map(({ cause, location }) => [cause, location?.file])).toEqual([
    ['waiver-unused', 'fleet.json'],
    ['waiver-unused', 'fleet.json'],
    ['baseline-target-gone', 'tls.lock.json'],
  ])
  expect(new Set(merged.checks)).toEqual(new Set(one.checks))
  expect(merged.checks).toHaveLength(3)
  expect(merged.verdict).toBe(one.verdict)
  const strict = await run('check', '--config', 'fleet.json', '--baseline', 'tls.lock.json', '--fail-on', 'notice')
  expect({ code: strict.code, last: strict.stdout.trimEnd().split('\n').at(-1) }).toEqual({
    ...{ code: 1, last: expect.stringMatching(/^FAIL {2}4 targets inconclusive; .*; 3 checks of the run failed/) },
  })
  expect((await merge('part-1.json')).checks.map(({ cause }) => cause)).toEqual(['baseline-target-gone'])
})

test('without the report of a shard the run has not passed, and it is named', async () => {
  const { code, stdout } = await run('merge', '1.json', '3.json')
  expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
    code: 2,
    last: expect.stringMatching(/^INCONCLUSIVE {2}\d targets passed; the report of shard 2 is missing/),
  })
})

test('the plan of a list of few targets has one shard, and none has no target', async () => {
  expect((await run('plan')).stdout).toBe('{"shard":["1/1"]}\n')
  expect((await run('plan', '--shards', '99')).stdout).toBe('{"shard":["1/5","2/5","3/5","4/5","5/5"]}\n')
})

describe('what is wrong is said in a line, and what to do in another', () => {
  test.each([
    [['check', '--shard', '4/3'], 'the shard is "4/3"', 'the shards of 3 are 1/3 to 3/3'],
    [
      ['check', '--shard', '1/9'],
      'shard 1/9 has no target: there are 5 in all',
      'use at most as many shards as there are targets: tlsgate plan prints them',
    ],
    [['plan', '--shards', 'many'], 'shards is "many"', 'give auto, or a whole number from 1 to 256'],
    [['merge'], 'there is no report to merge', 'name the JSON reports of the shards: tlsgate merge reports/*/tlsgate.json'],
    [
      ['merge', '1.json', '1.json'],
      '"1.json" and "1.json" are both of shard 1/3',
      'give each job of the matrix its own shard, and merge the report of each once',
    ],
    [['merge', 'tlsgate.yml'], '"tlsgate.yml" is no report: it has no schemaVersion', 'name what tlsgate wrote as its JSON report'],
  ])('%j', async (args, message, hint) => {
    expect(await run(...args)).toEqual({ code: 3, stdout: '', stderr: `tlsgate: ${message}\n  ${hint}\n` })
  })
})

describe('the Action', () => {
  const files = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        ['1.json', '2.json', '3.json'].map(async name => [`shards/${name}/tlsgate.json`, await readFile(join(directory, name), 'utf8')]),
      ),
    )

  test('checks its shard', async () => {
    await using step = await runStep({
      inputs: { config: 'tlsgate.yml', shard: '2/3', 'report-dir': 'report' },
      files: { 'tlsgate.yml': config() },
    })
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
    expect(JSON.parse(await readFile(step.outputs.report ?? '', 'utf8')).shard).toMatchObject({ number: 2, count: 3 })
  })

  test('merges the shards into one verdict, summary and files', async () => {
    await using step = await runStep({ inputs: { merge: 'shards/*/tlsgate.json', 'report-dir': 'report' }, files: await files() })
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', passed: '5' } })
    expect(step.summary).toMatch(/^### tlsgate: pass, 5 targets passed\n/)
    const inLog = stripVTControlCharacters(step.log).match(/^PASS {2}https:\/\/127\.0\.0\.1:\d+ {2}TLSv1\.3 .*$/gm)
    expect(inLog).toHaveLength(5)
    expect(await readFile(step.outputs.sarif ?? '', 'utf8')).toContain('"version": "2.1.0"')
  })

  test('takes a pattern that matches directories too', async () => {
    await using step = await runStep({ inputs: { merge: 'shards/**' }, files: await files() })
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', passed: '5' } })
  })

  test('is red where a shard is missing, and says which', async () => {
    const { 'shards/2.json/tlsgate.json': _, ...others } = await files()
    await using step = await runStep({ inputs: { merge: 'shards/*/tlsgate.json' }, files: others })
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } })
    expect(step.annotations.at(-1)?.message).toContain('the report of shard 2 is missing')
  })

  test.each([
    [{ merge: 'nowhere/*.json' }, 'there is no report to merge: nothing matches nowhere/*.json'],
    [{ merge: 'x.json', targets: 'example.com' }, 'merge and targets contradict each other'],
    [{ merge: 'x.json', 'fail-on': 'warning' }, 'merge and fail-on contradict each other'],
    [{ merge: 'x.json', shard: '1/2' }, 'merge and shard contradict each other'],
  ])('refuses %j', async (inputs, message) => {
    await using step = await runStep({ inputs })
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } })
    expect(step.annotations[0]?.message).toContain(message)
  })
})
