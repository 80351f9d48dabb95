// Builds what is shipped, from nothing: build/ is for the npm package, dist/ is the Action's bundle and is committed. Run: node scripts/build.ts
// The same sources give the same bytes, in any directory: CI builds dist/ again and compares.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

const steps: readonly (readonly [title: string, step: () => void])[] = [
  ['remove the last build', () => remove('build', 'dist')],
  ['compile to build/esm', () => run('typescript/bin/tsc', '-p', 'tsconfig.build.json')],
  // jest reads CommonJS unless flags tell it otherwise, and nothing the library needs is for ES modules only: tsc does, no bundler.
  ['compile to build/cjs', () => run('typescript/bin/tsc', '-p', 'tsconfig.cjs.json')],
  ['mark build/cjs as CommonJS', () => writeFileSync(join(root, 'build/cjs/package.json'), '{ "type": "commonjs" }\n')],
  // The command line is CommonJS in one file: Node reads that fastest, and a run is mostly start-up (test/bench/startup.ts). ncc takes the
  // format from the nearest package.json, so the bundle is made from a copy outside of this one's reach.
  ['bundle the command line to build/cli', () => bundleCommandLine()],
  // ncc cannot read TypeScript 7, so it bundles what tsc made. No source map: it would end at the JavaScript of build/.
  [
    'bundle the Action to dist',
    () => run('@vercel/ncc/dist/ncc/cli.js', 'build', 'build/esm/action/main.js', '-o', 'dist', '--license', 'licenses.txt', '-q'),
  ],
]

for (const [title, step] of steps) {
  console.log(title)
  step()
}

function bundleCommandLine(): void {
  const copy = join(root, 'build/commonjs')
  cpSync(join(root, 'build/esm'), join(copy, 'esm'), { recursive: true })
  writeFileSync(join(copy, 'package.json'), '{}\n')
  run('@vercel/ncc/dist/ncc/cli.js', 'build', 'build/commonjs/esm/cli/main.js', '-o', 'build/cli', '-q')
  writeFileSync(join(root, 'build/cli/package.json'), '{ "type": "commonjs" }\n')
  remove('build/commonjs')
}

function remove(...directories: string[]): void {
  for (const directory of directories) rmSync(join(root, directory), { recursive: true, force: true })
}

/** Runs a tool of node_modules on this very Node; the build ends where a tool fails, after its own words. */
function run(tool: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
