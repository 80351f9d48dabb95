// Builds what is shipped, from nothing: build/ is for the npm package, dist/ is the Action's bundle and is committed.
// Run: node scripts/build.ts, or with `package` for build/ alone. The same sources give the same bytes, in any directory: CI builds dist/ again
// and compares.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

type Step = readonly [title: string, step: () => void]

const packageSteps: readonly Step[] = [
  ['remove the last build', () => remove('build')],
  ['compile to build/esm', () => run('typescript/bin/tsc', '-p', 'tsconfig.build.json')],
  // jest reads CommonJS unless flags tell it otherwise, and nothing the library needs is for ES modules only: tsc does, no bundler.
  ['compile to build/cjs', () => run('typescript/bin/tsc', '-p', 'tsconfig.cjs.json')],
  ['mark build/cjs as CommonJS', () => mark('build/cjs', 'commonjs')],
  // The command line is CommonJS in one file: Node reads that fastest, and a run is mostly start-up (test/bench/startup.ts). ncc takes the
  // format from the nearest package.json, so the bundle is made from a copy out of reach of this repository's.
  ['copy to build/commonjs', () => cpSync(join(root, 'build/esm'), join(root, 'build/commonjs/esm'), { recursive: true })],
  ['mark build/commonjs as of no format', () => mark('build/commonjs', null)],
  ['bundle the command line to build/cli', () => bundle('build/commonjs/esm/cli/main.js', 'build/cli', '--external', 'node-forge')],
  ['mark build/cli as CommonJS', () => mark('build/cli', 'commonjs')],
  ['remove build/commonjs', () => remove('build/commonjs')],
]

const actionSteps: readonly Step[] = [
  ['remove the last dist', () => remove('dist')],
  // ncc cannot read TypeScript 7, so it bundles what tsc made. No source map: it would end at the JavaScript of build/.
  ['bundle the Action to dist', () => bundle('build/esm/action/main.js', 'dist', '--license', 'licenses.txt')],
]

for (const [title, step] of process.argv[2] === 'package' ? packageSteps : [...packageSteps, ...actionSteps]) {
  console.log(title)
  step()
}

function remove(directory: string): void {
  rmSync(join(root, directory), { recursive: true, force: true })
}

/** Says of which format the JavaScript of a directory is. */
function mark(directory: string, type: 'commonjs' | null): void {
  writeFileSync(join(root, directory, 'package.json'), `${JSON.stringify(type === null ? {} : { type })}\n`)
}

function bundle(entry: string, directory: string, ...options: string[]): void {
  run('@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', directory, ...options, '-q')
}

/** Runs a tool of node_modules on this very Node; the build ends where a tool fails, after its own words. */
function run(tool: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
