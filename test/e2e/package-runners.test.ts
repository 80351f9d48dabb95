// What each runner makes of the packed package beyond passing and failing: snapshots, fake timers, tests that end too early, other versions.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Exit, type Installed, installed, node, run } from '../support/installed-package.ts'

let place: Installed
beforeAll(async () => {
  place = await installed([
    ...['vitest', 'jest', 'jest-snapshot', '@jest', '@types', '@playwright', 'playwright', 'playwright-core'],
    ...['typescript', 'typescript-6', 'typescript-5.9'],
  ])
})
afterAll(() => place[Symbol.asyncDispose]())

const binaries = { vitest: 'vitest/vitest.mjs', jest: 'jest/bin/jest.js', playwright: '@playwright/test/cli.js' } as const
const start = (runner: keyof typeof binaries, cwd: string, ...args: readonly string[]): Promise<Exit> =>
  node([join(place.home, 'node_modules', binaries[runner]), ...args], cwd)
const output = ({ stdout, stderr }: Exit): string => stdout + stderr

const modules = `import { createServer } from 'node:tls'
import { createServer as createTcp } from 'node:net'
import { mint } from 'tlsgate/fixtures'
`
const commonJs = `const { createServer } = require('node:tls')
const { createServer: createTcp } = require('node:net')
const { mint } = require('tlsgate/fixtures')
`
const silent = 'createTcp(socket => socket.on("error", () => {}).resume())'

/** The files of a project for a runner, with its test as the last. */
const setups = {
  vitest: (body: string) => ({
    'package.json': '{ "type": "module" }',
    'a.test.js': `import { expect, test, vi } from 'vitest'\nimport 'tlsgate/vitest'\n${modules}${body}`,
  }),
  jest: (body: string) => ({
    'package.json': '{}',
    'jest.config.js': "module.exports = { setupFilesAfterEnv: ['tlsgate/jest'] }",
    'a.test.js': `${commonJs}${body.replaceAll('vi.', 'jest.')}`,
  }),
} as const

describe.each(['vitest', 'jest'] as const)('%s', runner => {
  const args = runner === 'vitest' ? ['run'] : ['--ci=false']

  test('keeps, compares and updates snapshots, in a file and in the test', async () => {
    const body = (version: string): string => `test('contract', async () => {
  const { chain: cert, key } = await mint()
  const server = createServer({ cert, key, maxVersion: '${version}' })
  await expect(server).toMatchHandshakeSnapshot({ ca: 'self' })
  await expect(server).toMatchInlineHandshakeSnapshot({ ca: 'self' })
})
`
    const cwd = await place.project(`${runner}-snapshots`, setups[runner](body('TLSv1.3')))
    const path = join(cwd, 'a.test.js')
    expect((await start(runner, cwd, ...args)).code).toBe(0)
    const written = await readFile(path, 'utf8')
    expect(written).toMatch(/toMatchInlineHandshakeSnapshot\(\{ ca: 'self' \}, `\s+\{\s+"alpn": null/)
    expect(written).toContain('"protocol": "TLSv1.3"')
    // Keys, serial numbers and times are others each time.
    const again = await start(runner, cwd, ...args)
    expect(again.code, output(again)).toBe(0)
    await writeFile(path, written.replace("maxVersion: 'TLSv1.3'", "maxVersion: 'TLSv1.2'"))
    const changed = await start(runner, cwd, ...args)
    expect(changed.code).toBe(1)
    expect(output(changed)).toMatch(/- +"protocol": "TLSv1\.3",\s+\+ +"protocol": "TLSv1\.2"/)
    expect((await start(runner, cwd, ...args, '-u')).code).toBe(0)
    expect(await readFile(path, 'utf8')).toContain('"protocol": "TLSv1.2"')
    const settled = await start(runner, cwd, ...args)
    expect(settled.code, output(settled)).toBe(0)
  })

  test('keeps no snapshot of a server that does not answer, and none by .not', async () => {
    const body = `
test('silent', () => expect(${silent}).toMatchHandshakeSnapshot({ timeoutMs: 100 }))
test('negated', () => expect('127.0.0.1:1').not.toMatchHandshakeSnapshot())`
    const cwd = await place.project(`${runner}-no-snapshots`, setups[runner](body))
    const exit = await start(runner, cwd, ...args)
    expect(exit.code).toBe(1)
    expect(output(exit)).toMatch(/the handshake could not be found out: handshake-timeout/)
    expect(output(exit)).toMatch(/a snapshot cannot be matched with \.not/)
    await expect(readFile(join(cwd, '__snapshots__/a.test.js.snap'))).rejects.toThrow('ENOENT')
  })

  test('has timers and a clock of its own, whatever a test does to them', async () => {
    const body = `test('frozen', async () => {
  const { chain: cert, key } = await mint()
  vi.useFakeTimers({ now: new Date('2040-01-01') })
  const server = createServer({ cert, key })
  await expect(server).toCompleteHandshake({ ca: 'self' })
  await expect(server).toStayValidFor('30d')
  await expect(server).toRefuseProtocol('TLSv1.0')
  await expect(server).toMeetPolicy({ protocols: { require: ['TLSv1.3'] } }, { ca: 'self' })
  await expect(${silent}).toFailHandshakeWith('handshake-timeout', { timeoutMs: 100 })
  vi.useRealTimers()
})`
    const exit = await start(runner, await place.project(`${runner}-fake-timers`, setups[runner](body)), ...args)
    expect(exit.code, output(exit)).toBe(0)
  })

  test('gives up with its own words before a test of a second is over, and leaves nothing open', async () => {
    const limit = runner === 'vitest' ? ', 1000)' : ')'
    const early = runner === 'jest' ? 'jest.setTimeout(1000)\n' : ''
    const body = `${early}
test('silent', () => expect(${silent}).toCompleteHandshake()${limit}
test('too late', async () => {
  await new Promise(resolve => setTimeout(resolve, 700))
  await expect(${silent}).toCompleteHandshake()
}${limit}`
    const handles = runner === 'jest' ? ['--detectOpenHandles'] : ['--reporter=default', '--reporter=hanging-process']
    const exit = await start(runner, await place.project(`${runner}-early`, setups[runner](body)), ...args, ...handles)
    expect(exit.code).toBe(1)
    expect(output(exit)).toMatch(/could not be found out: handshake-timeout/)
    expect(output(exit)).toMatch(/timed out in 1000 ?ms|Exceeded timeout of 1000 ms/)
    expect(output(exit)).not.toMatch(/open handle|did not exit|hanging process|something prevents/i)
  })
})

test('Playwright: plain promises, .not, soft, poll, expected values, a message of the test, and failures', async () => {
  const spec = `import { test } from '@playwright/test'
import { expect } from 'tlsgate/playwright'
import { gate } from 'tlsgate'
${modules}
const serve = async () => { const { chain: cert, key } = await mint(); return createServer({ cert, key }) }
test('passes', async () => {
  await expect(await serve()).toCompleteHandshake({ ca: 'self' })
  await expect(await serve()).not.toAcceptProtocol('TLSv1.0')
  await expect.soft(await serve()).toRefuseProtocol('TLSv1.0')
  await expect.poll(serve).toNegotiate({ protocol: 'TLSv1.3' }, { ca: 'self' })
})
test('passes inside toEqual', async () => {
  const report = await gate(['127.0.0.1:1'])
  expect({ report }).toEqual({ report: expect.toFailHandshakeWith('connection-refused') })
  expect({ report }).toEqual({ report: expect.not.toCompleteHandshake() })
  expect({ report }).not.toEqual({ report: expect.not.toFailHandshakeWith('connection-refused') })
})
test('fails inside toEqual', () => { expect(['127.0.0.1:1']).toEqual([expect.not.toCompleteHandshake()]) })
test('fails', async () => { await expect(await serve(), 'in words of the test').toRefuseProtocol('TLSv1.3') })
test('fails by a wrong call', async () => { await expect(undefined).toCompleteHandshake() })
test('fails undecided', async () => { await expect(${silent}).not.toCompleteHandshake({ timeoutMs: 100 }) })
`
  for (const [name, files] of [
    ['modules', { 'package.json': '{ "type": "module" }', 'a.spec.ts': spec }],
    ['commonjs', { 'package.json': '{}', 'a.spec.ts': spec }],
  ] as const) {
    const exit = await start('playwright', await place.project(`playwright-${name}`, files), 'test', '--reporter=line')
    expect(exit.code).toBe(1)
    expect(output(exit)).toMatch(/2 passed/)
    expect(output(exit)).toMatch(/4 failed/)
    expect(output(exit)).toMatch(/^ *> *\d+ \| test\('fails by a wrong call'/m)
    expect(output(exit)).toMatch('toCompleteHandshake cannot ask a server as part of an expected value')
    expect(output(exit)).toMatch(/in words of the test\s+expect\(target\)\.toRefuseProtocol\('TLSv1\.3'\)/)
    expect(output(exit)).toMatch('Received: TLSv1.3 is accepted')
    expect(output(exit)).toMatch('Received: could not be found out: handshake-timeout')
  }
})

test('Playwright: the example passes', async () => {
  const example = join(import.meta.dirname, '../../examples/playwright')
  const read = (name: string): Promise<string> => readFile(join(example, name), 'utf8')
  const files = { 'package.json': await read('package.json'), 'server.spec.ts': await read('server.spec.ts') }
  const exit = await start('playwright', await place.project('playwright-example', files), 'test', '--reporter=line')
  expect(exit.code, output(exit)).toBe(0)
})

describe('the types of the package', () => {
  const entries = ['vitest', 'jest', 'jest-globals', 'playwright', 'node']
  test.each(['typescript', 'typescript-6', 'typescript-5.9'].flatMap(compiler => entries.map(entry => [compiler, entry] as const)))(
    '%s: tlsgate/%s',
    async (compiler, entry) => {
      const cwd = await place.project(`types-${compiler}-${entry}`, {
        'package.json': '{ "type": "module" }',
        'matchers.ts': await readFile(join(import.meta.dirname, '../types', entry, 'matchers.ts'), 'utf8'),
        'tsconfig.json': JSON.stringify({
          compilerOptions: { strict: true, noEmit: true, module: 'nodenext', target: 'es2024', types: ['node'], skipLibCheck: true },
        }),
      })
      const exit = await node([join(place.home, 'node_modules', compiler, 'bin/tsc'), '--project', cwd], cwd)
      expect(exit).toEqual({ code: 0, stdout: '', stderr: '' })
    },
  )
})

/** Installs from the registry, in a project of its own; gives false where there is none to be had. */
async function fetched(cwd: string, ...packages: readonly string[]): Promise<boolean> {
  const install = ['install', '--legacy-peer-deps', '--prefer-offline', '--no-audit', '--no-fund', place.tarball, ...packages]
  return (await run('npm', install, cwd)).code === 0
}

const scenario = `
test('passes', async () => {
  const { chain: cert, key } = await mint()
  const server = createServer({ cert, key })
  await expect(server).toCompleteHandshake({ ca: 'self' })
  await expect(server).not.toAcceptProtocol('TLSv1.0')
  await expect(server).toRefuseProtocol('TLSv1.0')
})
test('fails', async () => { await expect(${silent}).not.toCompleteHandshake({ timeoutMs: 100 }) })
`

test('vitest 4 runs the matchers', { timeout: 180_000 }, async context => {
  const cwd = await place.project('vitest-4', setups.vitest(scenario))
  if (!(await fetched(cwd, 'vitest@4'))) context.skip('the registry does not answer')
  const exit = await node([join(cwd, 'node_modules/vitest/vitest.mjs'), 'run'], cwd)
  expect(output(exit)).toMatch(/v4\.\d+\.\d+/)
  expect(output(exit)).toMatch(/1 failed \| 1 passed/)
  expect(output(exit)).toMatch('could not be found out: handshake-timeout')
})

test('jest 30.0 runs concurrent tests beside others, and none is cut short by the end of another', { timeout: 180_000 }, async context => {
  const body = `
const made = mint()
const pause = ms => new Promise(resolve => setTimeout(resolve, ms))
for (const number of [1, 2, 3, 4]) test.concurrent('concurrent ' + number, async () => {
  const { chain: cert, key } = await made
  const slow = createServer({ cert, key, SNICallback: (_, done) => setTimeout(done, 100, null) })
  for (let times = 0; times < 3; times++) await expect(slow).toCompleteHandshake({ ca: 'self' })
})
for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) test('meanwhile ' + number, () => pause(50))
`
  const cwd = await place.project('jest-30.0', setups.jest(body))
  if (!(await fetched(cwd, 'jest@30.0.0'))) context.skip('the registry does not answer')
  const exit = await node([join(cwd, 'node_modules/jest/bin/jest.js')], cwd)
  expect(exit.code, output(exit)).toBe(0)
  expect(output(exit)).toContain('12 passed, 12 total')
})
