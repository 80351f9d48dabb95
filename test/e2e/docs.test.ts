// The code in docs/ runs and is typed: every block is a test file of its own, against the package as it is built. Signatures are compared with the
// types that vitest's expect has.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages, readPage } from '../../scripts/docs.ts'

const root = join(import.meta.dirname, '../..')
const types = ['HandshakeOptions', 'HandshakeCause', 'Agreement', 'PolicyGiven'] as const

interface Block {
  readonly file: string
  readonly code: string
}

const blocks: readonly Block[] = pages().flatMap(page =>
  [...readPage(page).matchAll(/^```ts( signature)?\n([\s\S]*?)^```$/gm)].map(([, signature, code = ''], index) => ({
    file: `${page.replaceAll('/', '-').replace('.md', '')}-${index + 1}${signature ? '' : '.test'}.ts`,
    code: signature ? signatureTest(code) : code,
  })),
)

/** Compiles only when the matcher can be called as its page says. */
function signatureTest(signature: string): string {
  const named = types.filter(type => signature.includes(type))
  return `import type { ${named.join(', ')} } from 'tlsgate/matchers'
import 'tlsgate/vitest'
import { expect } from 'vitest'

interface Documented {
  ${signature.trim()}
}
export const matchers: Documented = expect('example.com')
`
}

let directory: string
const run = (tool: string, ...args: string[]): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise(resolve => {
    execFile(
      process.execPath,
      [join(root, 'node_modules', tool), ...args],
      { cwd: directory, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 2 ** 24 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    )
  })

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tlsgate-docs-'))
  await mkdir(join(directory, 'node_modules'))
  for (const name of ['vitest', '@types', 'typescript']) {
    await symlink(join(root, 'node_modules', name), join(directory, 'node_modules', name), 'junction')
  }
  await symlink(root, join(directory, 'node_modules/tlsgate'), 'junction')
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }')
  const compilerOptions = { target: 'es2024', lib: ['es2024', 'esnext.disposable'], module: 'nodenext', types: ['node'], strict: true }
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true } }))
  for (const { file, code } of blocks) await writeFile(join(directory, file), code)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

test('is typed', async () => {
  expect(await run('typescript/bin/tsc', '--project', '.')).toEqual({ code: 0, output: '' })
})

describe('runs', () => {
  let passed: readonly string[]
  let output: string
  beforeAll(async () => {
    const ran = await run('vitest/vitest.mjs', 'run', '--update', '--no-isolate', '--reporter=json', '--outputFile=results.json')
    output = ran.output
    const { testResults } = JSON.parse(readFileSync(join(directory, 'results.json'), 'utf8')) as {
      testResults: { name: string; status: string }[]
    }
    passed = testResults.filter(({ status }) => status === 'passed').map(({ name }) => name.replaceAll('\\', '/').split('/').at(-1) ?? '')
  })
  test.each(blocks.map(({ file }) => file).filter(file => file.endsWith('.test.ts')))('%s', file => {
    expect(passed, output).toContain(file)
  })
})
