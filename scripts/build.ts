// Builds what is shipped, from nothing: build/ is for the npm package, dist/ is the Action's bundle and is committed.
// Run: node scripts/build.ts, or with `package` for build/ alone. The same sources give the same bytes, in any directory: CI builds dist/ again
// and compares.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

type Step = readonly [title: string, step: () => void]

const packageSteps: readonly Step[] = [
  ['remove the last build', () => remove('build')],
  ['compile to build/esm', () => run('typescript/bin/tsc', '-p', 'tsconfig.build.json')],
  // jest reads CommonJS unless flags tell it otherwise, and nothing the library needs is for ES modules only: tsc does, no bundler.
  ['compile to build/cjs', () => run('typescript/bin/tsc', '-p', 'tsconfig.cjs.json')],
  ['mark build/cjs as CommonJS', () => mark('build/cjs', { type: 'commonjs' })],
  // The bundles are CommonJS: Node reads that fastest, and a run is mostly start-up (test/bench/startup.ts). ncc takes the format from the
  // nearest package.json, so they are made from a copy out of reach of this repository's. It cannot read TypeScript 7, so they are made of what
  // tsc made. No source maps: they would end at the JavaScript of build/.
  ['copy to build/commonjs', () => copy('build/esm', 'build/commonjs/esm')],
  ['mark build/commonjs as of no format', () => mark('build/commonjs', {})],
  ['bundle the command line to build/cli', () => bundle('cli', 'build/cli', '--external', 'node-forge')],
  ['mark build/cli as CommonJS', () => mark('build/cli', { type: 'commonjs' })],
]

const actionSteps: readonly Step[] = [
  ['remove the last dist', () => remove('dist')],
  // It does not say of itself that what nobody uses of it may be left out, and its OpenID Connect alone brings an HTTP client of 940 kB.
  ['copy @actions/core to build/commonjs', () => copy('node_modules/@actions/core', 'build/commonjs/node_modules/@actions/core')],
  ['mark the copy as free of side effects', () => mark('build/commonjs/node_modules/@actions/core', { sideEffects: false })],
  ['bundle the Action to dist', () => bundle('action', 'dist', '--license', 'licenses.txt')],
  ['mark dist as CommonJS', () => mark('dist', { type: 'commonjs' })],
]

const lastSteps: readonly Step[] = [['remove build/commonjs', () => remove('build/commonjs')]]

for (const [title, step] of [...packageSteps, ...(process.argv[2] === 'package' ? [] : actionSteps), ...lastSteps]) {
  console.log(title)
  step()
}

function remove(directory: string): void {
  rmSync(join(root, directory), { recursive: true, force: true })
}

function copy(from: string, to: string): void {
  cpSync(join(root, from), join(root, to), { recursive: true })
}

/** Says more of the JavaScript of a directory in its package.json. */
function mark(directory: string, more: Readonly<Record<string, unknown>>): void {
  const file = join(root, directory, 'package.json')
  const known: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  writeFileSync(file, `${JSON.stringify(Object.assign({}, known, more))}\n`)
}

function bundle(entry: 'cli' | 'action', directory: string, ...options: string[]): void {
  run('@vercel/ncc/dist/ncc/cli.js', 'build', `build/commonjs/esm/${entry}/main.js`, '-o', directory, ...options, '-q')
}

/** Runs a tool of node_modules on this very Node; the build ends where a tool fails, after its own words. */
function run(tool: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
