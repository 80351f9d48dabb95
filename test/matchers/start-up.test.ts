// What an entry loads before the first assertion. Every test file of a user pays for it, and those that assert nothing of TLS too.
import { execFileSync } from 'node:child_process'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../../src')
/** Says what is loaded, and has what the entries ask of the runner in its place, which only loads where it runs tests. */
const tell = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  import { writeSync } from 'node:fs'
  const runner = 'data:text/javascript,export const expect = { extend() {} }, chai = {}, afterAll = () => {}'
  registerHooks({
    resolve: (name, context, next) => (/^(vitest|@playwright)/.test(name) ? { url: runner, shortCircuit: true } : next(name, context)),
    load(url, context, next) { writeSync(1, 'loads ' + url + '\\n'); return next(url, context) },
  })
`)}`

/** The files that a program loads, relative to src/. */
function loadedBy(program: string): string[] {
  const output = execFileSync(process.execPath, ['--import', tell, '--input-type=module', '-e', program], { encoding: 'utf8', cwd: src })
  return [...output.matchAll(/^loads (file:.*)$/gm)].map(([, url = '']) => relative(src, fileURLToPath(url)).replaceAll('\\', '/')).sort()
}

const glue = [
  'matchers/every.ts',
  'matchers/finished.ts',
  'matchers/listening.ts',
  'matchers/match-later.ts',
  'matchers/matcher-names.ts',
  'matchers/received.ts',
  'matchers/surveys.ts',
  'matchers/time-limit.ts',
  'net/deadline.ts',
  'net/env.ts',
  'usage-error.ts',
]

test.each([
  ['vitest', ['guard.ts', 'expected-value.ts', 'snapshot-arguments.ts', 'stack.ts', 'vitest-snapshots.ts', 'advice.ts', 'vitest.ts']],
  ['playwright', ['playwright.ts', 'expected-value.ts', 'advice.ts', 'stack.ts']],
  ['node', ['node.ts', 'stack.ts']],
])('tlsgate/%s loads the names of the matchers and what ties them to the runner', (entry, own) => {
  expect(loadedBy(`await import('./matchers/${entry}.ts')`)).toEqual([...glue, ...own.map(file => `matchers/${file}`)].sort())
})

test('a finished report is judged at once by what is loaded for it then, and once', () => {
  const loaded = loadedBy(`
    const { toRefuseProtocol } = await import('./matchers/node.ts')
    const run = { schemaVersion: 1, targets: [] }
    for (const time of [1, 2]) {
      let refusal
      try { toRefuseProtocol(run, 'TLSv1.2') } catch (error) { refusal = error }
      if (!refusal?.message.includes('the report has no targets')) throw new Error('not judged at once', { cause: refusal })
    }
    await import('./matchers/match.ts')`)
  expect(loaded.filter(file => file === 'matchers/match.ts')).toHaveLength(1)
  expect(loaded).not.toContain('gate.ts')
})
