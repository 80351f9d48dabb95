import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../../src')
const tell = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  import { writeSync } from 'node:fs'
  registerHooks({ load(url, context, next) { writeSync(1, 'loads ' + url + '\\n'); return next(url, context) } })
`)}`

/** The files that a command line loads, relative to src/, and foreign packages by name. */
function loadedBy(...args: string[]): string[] {
  const output = execFileSync(process.execPath, ['--import', tell, join(src, 'cli/main.ts'), ...args], { encoding: 'utf8' })
  return [...output.matchAll(/^loads file:(.*)$/gm)].map(([, path]) => {
    const file = relative(src, fileURLToPath(`file:${path}`)).replaceAll('\\', '/')
    return file.replace(/^.*\/node_modules\/([^/]+)\/.*$/, '$1')
  })
}

// Start-up is most of what a check of one server costs, and every further file adds to it.
test('the version is printed without loading a command', () => {
  expect(loadedBy('--version').sort()).toEqual([
    'cli/commands.ts',
    'cli/compiled-whole.ts',
    'cli/exit-codes.ts',
    'cli/failure.ts',
    'cli/main.ts',
    'cli/output.ts',
    'cli/process.ts',
    'judge/nearest.ts',
    'report/escape.ts',
    'usage-error.ts',
    'version.ts',
  ])
})

// Nearly every run has none, and what reads it takes longer to load than a check takes.
test('a check without a configuration file loads nothing that reads one', () => {
  const { stdout } = spawnSync(process.execPath, ['--import', tell, join(src, 'cli/main.ts'), 'check', '--survey', 'none'], {
    encoding: 'utf8',
    cwd: mkdtempSync(join(tmpdir(), 'tlsgate-')), // empty
  })
  expect(stdout).toContain('settings/settings.ts')
  expect(stdout.split('\n').filter(line => /node_modules\/(yaml|zod)\/|settings\/(known-names|config\/(?!source))/.test(line))).toEqual([])
})

test('an explanation is printed without loading what connects', () => {
  expect(loadedBy('explain', 'not-tls').filter(file => /^(net|probe|wire|trace|fixtures|gate\.ts)/.test(file))).toEqual([])
})
