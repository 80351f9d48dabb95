// The npm package as a user has it: packed, installed into projects, run by each runner's own binary.
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Exit, type Installed, installed, node, run } from '../support/installed-package.ts'
import { type Results, resultsOf } from '../support/runner-results.ts'

const root = join(import.meta.dirname, '../..')
/** Projects are folders in it and share its node_modules. */
let place: Installed
let home: string
let tarball: string

beforeAll(async () => {
  place = await installed(['vitest', 'jest', '@jest', '@types', '@playwright', 'typescript'])
  ;({ home, tarball } = place)
})

afterAll(() => place[Symbol.asyncDispose]())

const compile = (cwd: string): Promise<Exit> => node([join(home, 'node_modules/typescript/bin/tsc'), '--project', cwd], cwd)

const project = (name: string, files: Readonly<Record<string, string>>): Promise<string> => place.project(name, files)

const vitest = (cwd: string): Promise<Results> => resultsOf(place, 'vitest', cwd)
const jest = (cwd: string): Promise<Results> => resultsOf(place, 'jest', cwd)
const jestWithModules = (cwd: string): Promise<Results> =>
  resultsOf(place, 'jest', cwd, { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' })

// The same test file for every runner but for its first lines. What the names say is what has to come out.
const scenario = `
let ca, good, expired
beforeAll(async () => {
  const authority = await createCa()
  ca = authority.certificate
  good = await mint({ issuer: authority })
  expired = await mint({ issuer: authority, notBefore: new Date('2026-01-01'), notAfter: new Date('2026-04-01') })
})
const serve = ({ chain, key }) => createServer({ cert: chain, key })
const silent = () => createTcp()

test('passes', async () => {
  await expect(serve(good)).toCompleteHandshake({ ca })
  await expect(serve(good)).toPresentTrustedChain({ ca })
  await expect(serve(expired)).not.toCompleteHandshake({ ca })
  await expect(serve(expired)).toFailHandshakeWith('certificate-expired', { ca })
  await expect(Promise.resolve(serve(good))).resolves.not.toFailHandshakeWith('certificate-expired', { ca })
  await Promise.all([expect(serve(good)).toCompleteHandshake({ ca }), expect(serve(good)).toCompleteHandshake({ ca })])
})
test('passes when returned', () => expect(serve(good)).toCompleteHandshake({ ca }))
test('passes on a silent server', () => expect(silent()).toFailHandshakeWith('handshake-timeout', { timeoutMs: 100 }))
test('fails', () => expect(serve(expired)).toCompleteHandshake({ ca }))
test('fails by .not', () => expect(serve(good)).not.toCompleteHandshake({ ca }))
test('fails undecided', () => expect(silent()).toCompleteHandshake({ timeoutMs: 100 }))
test('fails undecided by .not', () => expect(silent()).not.toCompleteHandshake({ timeoutMs: 100 }))
test('fails on a wrong value', () => expect(undefined).not.toCompleteHandshake())
test('fails forgotten, though it would pass', () => { expect(serve(good)).toCompleteHandshake({ ca }) })
test('fails forgotten, as it would', () => { expect(serve(expired)).toCompleteHandshake({ ca }) })
test('passes after all that', async () => { await expect(serve(good)).toCompleteHandshake({ ca }) })
`
const imports = `
import { createServer } from 'node:https'
import { createServer as createTcp } from 'node:net'
import { createCa, mint } from 'tlsgate/fixtures'
`
const requires = `
const { createServer } = require('node:https')
const { createServer: createTcp } = require('node:net')
const { createCa, mint } = require('tlsgate/fixtures')
`

const ladder = /^ *✗ ← Certificate .*^ *Cause +certificate-expired.*^ *Fix +/ms
const messages: Readonly<Record<string, RegExp>> = {
  fails: new RegExp(
    `expect\\(target\\)\\.toCompleteHandshake\\(\\)\n\nExpected: a handshake that completes\nReceived: certificate-expired at the step certificate.*${ladder.source}`,
    'ms',
  ),
  'fails by .not': /expect\(target\)\.not\.toCompleteHandshake\(\)\n\nExpected: a handshake that fails\nReceived: completed with TLSv1\.3/,
  'fails undecided': /Received: could not be found out: handshake-timeout/,
  'fails undecided by .not': /Received: could not be found out: handshake-timeout/,
  'fails on a wrong value': /the received value is undefined.*\ngive 'host:port'/,
  'fails forgotten, though it would pass': /toCompleteHandshake was not awaited/,
  'fails forgotten, as it would': /toCompleteHandshake was not awaited/,
}

const esm = '{ "type": "module" }'
const setups: readonly (readonly [name: string, files: Record<string, string>, start: (cwd: string) => Promise<Results>])[] = [
  [
    'vitest, imported',
    {
      'package.json': esm,
      'a.test.js': `import { beforeAll, expect, test } from 'vitest'\nimport 'tlsgate/vitest'\n${imports}${scenario}`,
    },
    vitest,
  ],
  [
    'vitest, setupFiles and globals',
    {
      'package.json': esm,
      'vitest.config.js': `export default { test: { globals: true, setupFiles: ['tlsgate/vitest'] } }`,
      'a.test.js': imports + scenario,
    },
    vitest,
  ],
  [
    'jest, CommonJS and global expect',
    {
      'package.json': '{}',
      'jest.config.js': `module.exports = { setupFilesAfterEnv: ['tlsgate/jest'] }`,
      'a.test.js': requires + scenario,
    },
    jest,
  ],
  [
    'jest, CommonJS and @jest/globals',
    {
      'package.json': '{}',
      'jest.config.js': 'module.exports = { injectGlobals: false }',
      'a.test.js': `const { beforeAll, expect, test } = require('@jest/globals')\nrequire('tlsgate/jest-globals')\n${requires}${scenario}`,
    },
    jest,
  ],
  [
    'jest, ES modules and global expect',
    {
      'package.json': esm,
      'jest.config.js': `export default { setupFilesAfterEnv: ['tlsgate/jest'], transform: {} }`,
      'a.test.js': imports + scenario,
    },
    jestWithModules,
  ],
  [
    'jest, ES modules and @jest/globals',
    {
      'package.json': esm,
      'jest.config.js': 'export default { injectGlobals: false, transform: {} }',
      'a.test.js': `import { beforeAll, expect, test } from '@jest/globals'\nimport 'tlsgate/jest-globals'\n${imports}${scenario}`,
    },
    jestWithModules,
  ],
]

describe.each(setups)('%s', (name, files, start) => {
  let outcome: Results
  beforeAll(async () => {
    outcome = await start(await project(name.replaceAll(/\W+/g, '-'), files))
  })
  test('each assertion passes and fails as it should', () => {
    expect(Object.keys(outcome)).toHaveLength(11)
    const wrong = Object.entries(outcome).filter(([title, { status }]) => !title.startsWith(status.slice(0, 4)))
    expect(wrong).toEqual([])
  })
  test.each(Object.entries(messages))('%s with its message', (title, message) => {
    expect(outcome[title]?.message).toMatch(message)
  })
})

describe('a forgotten assertion in a concurrent test fails the run', () => {
  const patient = `async ({ expect: own = expect } = {}) => {
  const pending = own('127.0.0.1:1').toFailHandshakeWith('connection-refused')
  await new Promise(resolve => setTimeout(resolve, 100))
  await pending
}`
  const forgetful = `async ({ expect: own = expect } = {}) => { own('127.0.0.1:1').toFailHandshakeWith('connection-refused') }`
  const tests = `test.concurrent('patient', ${patient})\ntest.concurrent('patient too', ${patient})`
  const files = { 'package.json': '{}', 'jest.config.js': `module.exports = { setupFilesAfterEnv: ['tlsgate/jest'] }` }
  const vitestHead = `import { expect, test } from 'vitest'\nimport 'tlsgate/vitest'\n`
  test.each([
    ['jest', 'jest/bin/jest.js', [], (content: string) => ({ ...files, 'a.test.js': content })],
    ['vitest', 'vitest/vitest.mjs', ['run'], (content: string) => ({ 'package.json': esm, 'a.test.js': vitestHead + content })],
  ] as const)('%s', async (name, binary, args, filesOf) => {
    const runner = [join(home, 'node_modules', binary), ...args]
    const good = await node(runner, await project(`${name}-concurrent`, filesOf(tests)))
    expect(good.code, good.stdout + good.stderr).toBe(0)
    const bad = await node(runner, await project(`${name}-forgotten`, filesOf(`${tests}\ntest.concurrent('forgetful', ${forgetful})`)))
    expect(bad.code).toBe(1)
    expect(bad.stdout + bad.stderr).toContain('toFailHandshakeWith was not awaited')
  })

  test.each([
    ['at the top of a file', call => call],
    ['in beforeAll', call => `beforeAll(() => { ${call} })`],
    ['in afterAll', call => `afterAll(() => { ${call} })`],
  ] as const satisfies readonly (readonly [string, (call: string) => string])[])('vitest, %s', async (where, placed) => {
    const head = `import { afterAll, beforeAll, expect, test } from 'vitest'\nimport 'tlsgate/vitest'\n`
    const content = `${head}${placed(`expect('127.0.0.1:1').toFailHandshakeWith('connection-refused')`)}\ntest('is sound', () => {})\n`
    const runner = [join(home, 'node_modules', 'vitest/vitest.mjs'), 'run']
    const { code, stdout, stderr } = await node(
      runner,
      await project(`vitest ${where}`.replaceAll(' ', '-'), { 'package.json': esm, 'a.test.js': content }),
    )
    expect(code).toBe(1)
    expect(stdout + stderr).toContain('toFailHandshakeWith was not awaited')
  })
})

test('jest is told where to list the entry when it was loaded before there is an expect', async () => {
  const files = { 'package.json': '{}', 'jest.config.js': `module.exports = { setupFiles: ['tlsgate/jest'] }` }
  const cwd = await project('jest-too-early', { ...files, 'a.test.js': `test('never runs', () => {})` })
  const { code, stderr } = await node([join(home, 'node_modules/jest/bin/jest.js')], cwd)
  expect(code).toBe(1)
  expect(stderr).toContain("tlsgate/jest needs jest's globals: list it in setupFilesAfterEnv")
})

describe('node:test', () => {
  const tests = `
test('passes', async () => {
  await toCompleteHandshake(serve(good), { ca })
  await toPresentTrustedChain(serve(good), { ca })
  await toFailHandshakeWith(serve(expired), 'certificate-expired', { ca })
})
test('fails', () => toCompleteHandshake(serve(expired), { ca }))
test('fails undecided', () => toCompleteHandshake(createTcp(), { timeoutMs: 100 }))
`
  const names = '{ toCompleteHandshake, toFailHandshakeWith, toPresentTrustedChain }'
  const body = scenario.slice(0, scenario.indexOf("test('passes'")).replace('beforeAll', 'before') + tests
  const modules: readonly (readonly [name: string, file: string, content: string])[] = [
    ['ES modules', 'a.test.mjs', `import { before, test } from 'node:test'\nimport ${names} from 'tlsgate/node'\n${imports}${body}`],
    [
      'CommonJS',
      'a.test.cjs',
      `const { before, test } = require('node:test')\nconst ${names} = require('tlsgate/node')\n${requires}${body}`,
    ],
  ]
  test.each(modules)('%s', async (name, file, content) => {
    const directory = await project(`node-${name.replaceAll(/\W+/g, '-')}`, { 'package.json': '{}', [file]: content })
    const { code, stdout } = await node(['--test', '--test-reporter=tap', file], directory)
    expect(code).toBe(1)
    const seen = [...stdout.matchAll(/^(?:not )?ok \d+ - (?!.*a\.test).*$/gm)].map(([line]) => line)
    expect(seen).toEqual(['ok 1 - passes', 'not ok 2 - fails', 'not ok 3 - fails undecided'])
    expect(stdout).toMatch(/toCompleteHandshake\(target\)\s+Expected: a handshake that completes\s+Received: certificate-expired/)
    expect(stdout).toMatch(ladder)
    expect(stdout).toMatch("code: 'ERR_ASSERTION'")
  })
})

describe('the examples', () => {
  const example = async (name: string): Promise<string> => {
    const directory = join(home, `example-${name}`)
    await cp(join(root, 'examples', name), directory, { recursive: true })
    return directory
  }
  test.each([
    ['vitest', vitest],
    ['jest', jest],
    ['client', vitest],
  ] as const)('%s passes', async (name, start) => {
    const outcome = await start(await example(name))
    expect(Object.values(outcome).filter(({ status }) => status !== 'passed')).toEqual([])
    expect(Object.keys(outcome).length).toBeGreaterThan(2)
  })
  test('node:test passes', async () => {
    const { code, stdout } = await node(['--test', '--test-reporter=tap'], await example('node-test'))
    expect(stdout).toMatch(/^# pass 2$/m)
    expect(code).toBe(0)
  })
  test('the library reports and exits by the verdict', async () => {
    const { code, stdout } = await node(['gate.mjs', '127.0.0.1:1'], await example('library'))
    expect(stdout).toMatch(/^127\.0\.0\.1: connection-refused at connect$/m)
    expect(code).toBe(1)
  })
  test.each(['vitest', 'client'])('%s is typed', async name => {
    expect(await compile(await example(name))).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe('the command line', () => {
  const tlsgate = (...args: string[]): Promise<Exit> => node([join(home, 'node_modules/tlsgate/build/cli/index.js'), ...args], home)
  test('is what npx runs', async () => {
    const { bin } = JSON.parse(await readFile(join(home, 'node_modules/tlsgate/package.json'), 'utf8'))
    expect(bin).toEqual({ tlsgate: './build/cli/index.js' })
    const { code, stdout } = await run('npm', ['exec', '--offline', '--', 'tlsgate', '--version'], home)
    expect(stdout).toMatch(/^tlsgate \d+\.\d+\.\d+ /)
    expect(code).toBe(0)
  })
  test('diagnoses every server of its demo', async () => {
    const { code, stdout } = await tlsgate('demo')
    expect(stdout).toMatch(/8 of 8 servers were diagnosed as intended\n$/)
    expect(code).toBe(0)
  })
  test('reads the configuration of the folder', async () => {
    const cwd = await project('configured', { 'tlsgate.yml': 'targets: [127.0.0.1:1]\npolicy:\n  extends: mozilla-intermediate\n' })
    const { code, stdout, stderr } = await node([join(home, 'node_modules/tlsgate/build/cli/index.js'), 'check', '--format', 'json'], cwd)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      policy: { version: '6.0' },
      targets: [{ handshake: { failure: { cause: 'connection-refused' } } }],
    })
  })
  test('exits by the verdict', async () => {
    expect(await tlsgate('check', '127.0.0.1:1')).toMatchObject({ code: 1, stderr: '' })
    expect(await tlsgate('check')).toMatchObject({ code: 3, stdout: '' })
  })
})

describe('the package', () => {
  test.each([
    ['report', 'src/report', 'build/esm/report'],
    ['config', 'schema', 'schema'],
    ['baseline', 'schema', 'schema'],
  ])('has the JSON Schema of a %s, for programs and for editors', async (name, source, published) => {
    const cwd = await project(`schema-of-${name}`, {
      'print.mjs': `import schema from 'tlsgate/${name}.schema.json' with { type: 'json' }\nconsole.log(JSON.stringify(schema))`,
    })
    const { stdout, stderr } = await node(['print.mjs'], cwd)
    expect(stderr).toBe('')
    const schema = JSON.parse(stdout)
    expect(schema).toEqual(JSON.parse(await readFile(join(root, source, `${name}.schema.json`), 'utf8')))
    // The path that a comment in a tlsgate.yml names is one of them.
    expect(schema).toEqual(JSON.parse(await readFile(join(home, 'node_modules/tlsgate', published, `${name}.schema.json`), 'utf8')))
  })
  const bin = (name: string): string => join(root, 'node_modules', name)
  test('is as publint wants it', async () => {
    const { code, stdout, stderr } = await node([bin('publint/src/cli.js'), 'run', tarball, '--strict'], home)
    expect(code, stdout + stderr).toBe(0)
  })
  test('has types that resolve as its code does', async () => {
    // Node 24 has require() of ES modules, so that an entry without a CommonJS build is no fault.
    const rules = ['--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm']
    const { code, stdout, stderr } = await node([bin('@arethetypeswrong/cli/dist/index.js'), tarball, ...rules], home)
    expect(code, stdout + stderr).toBe(0)
  })
})

describe('the types of the package', () => {
  test.each(['vitest', 'jest', 'jest-globals', 'playwright', 'node'])('tlsgate/%s', async entry => {
    const directory = await project(`types-${entry}`, {
      'package.json': esm,
      'matchers.ts': await readFile(join(root, 'test/types', entry, 'matchers.ts'), 'utf8'),
      'tsconfig.json': JSON.stringify({
        compilerOptions: { strict: true, noEmit: true, module: 'nodenext', target: 'es2024', types: ['node'], skipLibCheck: false },
      }),
    })
    expect(await compile(directory)).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})
