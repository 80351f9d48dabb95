// Holds the picture of ARCHITECTURE.md: who may import whom, and who may touch sockets, the process and the file system.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')

// A file imports its own folder or one of a lower rank, never of a higher or an equal one.
const ranks: readonly (readonly string[])[] = [
  ['version.ts', 'location.ts', 'schedule.ts'],
  ['usage-error.ts'],
  ['registry'],
  ['wire', 'certificate'],
  ['trace'],
  ['net'],
  ['fixtures', 'probe'],
  ['judge'],
  ['shard.ts'],
  ['gate-options.ts'],
  ['inquiry.ts'],
  ['endpoint-check.ts'],
  ['runs.ts', 'target-check.ts', 'share.ts'],
  ['gate.ts'],
  ['report'],
  ['settings'],
  ['action', 'matchers', 'cli'],
  ['index.ts'],
]
const rankOf = (place: string): number => ranks.findIndex(rank => rank.includes(place))

interface Import {
  readonly from: string
  readonly to: string
}

const files = globSync('**/*.ts', { cwd: src }).map(file => file.replaceAll('\\', '/'))
const placeOf = (file: string): string => file.split('/', 1)[0] ?? file

/** Every module a file names: static and dynamic imports, types included. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  const named = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(match => match[1] ?? '')
  return named.map(to => ({ from: file, to: to.startsWith('.') ? relative(src, join(src, dirname(file), to)).replaceAll('\\', '/') : to }))
}
const imports = files.flatMap(importsOf)

describe('the folders of src', () => {
  test('are all ranked', () => {
    expect(files.filter(file => rankOf(placeOf(file)) < 0)).toEqual([])
  })

  test('import only themselves and lower ranks', () => {
    const upward = imports.filter(({ from, to }) => {
      if (rankOf(placeOf(to)) < 0 || placeOf(from) === placeOf(to)) return false
      return rankOf(placeOf(to)) >= rankOf(placeOf(from))
    })
    expect(upward).toEqual([])
  })

  const mayImport: readonly (readonly [string, RegExp, readonly string[]])[] = [
    // node:net's isIP and BlockList are pure; only who connects or listens is held here, by the functions that do.
    [
      'sockets',
      /^node:(tls|dgram|http|https|http2|dns\/promises|dns)$/,
      ['net', 'fixtures', 'runs.ts', 'endpoint-check.ts', 'probe', 'matchers', 'settings'],
    ],
    // The fixtures write one thing: the file that NODE_EXTRA_CA_CERTS names.
    ['the file system', /^node:fs(\/promises)?$/, ['action', 'cli', 'matchers', 'fixtures']],
    ['child processes', /^node:child_process$/, ['action']],
    ['node-forge', /^node-forge$/, ['fixtures']],
    ['the Actions toolkit', /^@actions\//, ['action']],
    ['test runners', /^(vitest|@jest\/globals|jest-snapshot|@playwright\/test|node:test)$/, ['matchers']],
  ]
  test.each(mayImport)('let only the right ones have %s', (_, module, places) => {
    expect(imports.filter(({ from, to }) => module.test(to) && !places.includes(placeOf(from)))).toEqual([])
  })

  test('open sockets in net and fixtures only', () => {
    const opening = /\b(?<!type )(connect|createConnection|createServer|Socket|TLSSocket|Server)\b/
    const imported = (file: string): string[] =>
      [...readFileSync(join(src, file), 'utf8').matchAll(/^import (?!type)\{([^}]*)\} from 'node:(?:net|tls)'/gm)].map(
        match => match[1] ?? '',
      )
    const found = files.filter(file => !['net', 'fixtures'].includes(placeOf(file)) && imported(file).some(names => opening.test(names)))
    expect(found).toEqual([])
  })

  test('touch the process in adapters only', () => {
    // Versions and the clock are the runtime's; everything else of the process is its surroundings.
    const touching = /\bprocess\.(?!versions\b|hrtime\b)/
    const found = files.filter(
      file => !['action', 'cli', 'matchers', 'settings'].includes(placeOf(file)) && touching.test(readFileSync(join(src, file), 'utf8')),
    )
    expect(found).toEqual([])
  })
})

test('the version is that of package.json', async () => {
  const { version } = await import('../src/version.ts')
  expect(version).toBe(JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')).version)
})
