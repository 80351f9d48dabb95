// What the matchers cost in each runner, as whole processes of the packed package: the import of tlsgate/vitest beside an empty setup file, an
// assertion after the first, and a suite of 40 assertions. Run `node scripts/build.ts package` first, then node test/bench/matchers.ts [rounds].
// Prints figures; asserts nothing, since a busy machine is no fault of the code.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { installed } from '../support/installed-package.ts'
import { inPairs, inTurns, median } from './processes.ts'

const rounds = Number(process.argv[2] ?? 11)
await using place = await installed(['vitest', 'jest', 'jest-snapshot', '@jest'])
const modulesFolder = join(place.home, 'node_modules')

interface Runner {
  /** The first lines of a test file. */
  readonly head: string
  readonly files: Readonly<Record<string, string>>
  /** The command line of a project in that folder, as Node takes it. */
  readonly binary: (folder: string) => readonly string[]
  /** An assertion of a matcher with its arguments. */
  readonly assertion: (matcher: string, ...args: readonly string[]) => string
}

const expectation = (matcher: string, ...args: readonly string[]): string => `await expect(server).${matcher}(${args.join(', ')})`
const modules = "import { createServer } from 'node:tls'\nimport { mint } from 'tlsgate/fixtures'\n"
const runners = {
  vitest: {
    head: `import { expect, test } from 'vitest'\nimport 'tlsgate/vitest'\n${modules}`,
    files: { 'package.json': '{ "type": "module" }' },
    binary: folder => [join(modulesFolder, 'vitest/vitest.mjs'), 'run', '--root', folder],
    assertion: expectation,
  },
  jest: {
    head: "const { createServer } = require('node:tls')\nconst { mint } = require('tlsgate/fixtures')\n",
    files: { 'package.json': '{}', 'jest.config.js': "module.exports = { setupFilesAfterEnv: ['tlsgate/jest'] }" },
    binary: folder => [join(modulesFolder, 'jest/bin/jest.js'), '--config', join(folder, 'jest.config.js')],
    assertion: expectation,
  },
  'node:test': {
    head: `import { test } from 'node:test'\nimport * as tlsgate from 'tlsgate/node'\n${modules}`,
    files: { 'package.json': '{ "type": "module" }' },
    binary: folder => ['--test', join(folder, 'a.test.js')],
    assertion: (matcher, ...args) => `await tlsgate.${matcher}(${['server', ...args].join(', ')})`,
  },
} satisfies Readonly<Record<string, Runner>>

/** Each of them five times makes forty. */
const suite: readonly (readonly [matcher: string, ...args: string[]])[] = [
  ['toCompleteHandshake', "{ ca: 'self' }"],
  ['toPresentTrustedChain', "{ ca: 'self' }"],
  ['toNegotiate', "{ protocol: 'TLSv1.3' }", "{ ca: 'self' }"],
  ['toRefuseProtocol', "'TLSv1.1'"],
  ['toRefuseCipher', "'TLS_RSA_WITH_3DES_EDE_CBC_SHA'"],
  ['toAcceptGroup', "'x25519'"],
  ['toCoverHostname', "'localhost'"],
  ['toStayValidFor', "'30d'"],
]
const serve = 'const { chain: cert, key } = await mint(); const server = createServer({ cert, key })'
const forty = ({ assertion }: Runner): string =>
  [1, 2, 3, 4, 5].map(time => `test('${time}', async () => { ${serve}\n${suite.map(each => assertion(...each)).join('\n')} })`).join('\n')
const after = ({ assertion }: Runner): string => `test('after the first', async () => {
  ${serve}
  const times = []
  for (let time = 0; time <= 30; time++) {
    const start = performance.now()
    ${assertion('toCompleteHandshake', "{ ca: 'self' }")}
    times.push(performance.now() - start)
  }
  process.getBuiltinModule('node:fs').writeFileSync(process.env.TIMES, JSON.stringify(times.slice(1)))
})`

const quiet = { ...process.env, NO_COLOR: '1' }

const setUp = (name: string, setup: string): Promise<string> =>
  place.project(name, {
    'package.json': '{ "type": "module" }',
    'vitest.config.js': "export default { test: { setupFiles: ['./setup.js'] } }",
    'setup.js': setup,
    'a.test.js': "import { test } from 'vitest'\ntest('nothing', () => {})\n",
  })
const imported = await inPairs(
  rounds,
  { args: runners.vitest.binary(await setUp('imports', "import 'tlsgate/vitest'\n")), env: quiet },
  { args: runners.vitest.binary(await setUp('empty', 'export {}\n')), env: quiet },
)
console.log(
  `import tlsgate/vitest  ${imported.a.toFixed(0)} ms, empty setup file ${imported.b.toFixed(0)} ms, difference ${imported.difference.toFixed(1)} ms (at most 40)`,
)

for (const [name, runner] of Object.entries(runners)) {
  const folder = name.replace(':', '-')
  const latency = await place.project(`${folder}-latency`, { ...runner.files, 'a.test.js': runner.head + after(runner) })
  const times = join(latency, 'times.json')
  await inTurns(0, { once: { args: runner.binary(latency), env: { ...quiet, TIMES: times } } })
  const each = median(JSON.parse(await readFile(times, 'utf8')) as number[])
  const assertions = await place.project(`${folder}-suite`, { ...runner.files, 'a.test.js': runner.head + forty(runner) })
  const suites = await inTurns(3, { suite: { args: runner.binary(assertions), env: quiet } })
  const whole = median(suites.map(({ suite }) => suite))
  console.log(
    `${name.padEnd(9)}  an assertion after the first ${each.toFixed(1)} ms (at most 30), 40 assertions ${whole.toFixed(0)} ms with the runner (at most 3000)`,
  )
}
