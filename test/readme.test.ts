// The README says what is true: its examples are the files that test/e2e runs, its tables are the code's, its commands are ones that exist.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filledIn } from '../scripts/readme.ts'
import { readArguments } from '../src/cli/arguments.ts'
import { checkOptions, diffOptions, planOptions, reportOptions } from '../src/cli/check-options.ts'
import { explain } from '../src/judge/explain.ts'
import { schemes } from '../src/net/scheme.ts'
import { parseTarget } from '../src/net/target.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts

test('its made parts are up to date (node scripts/readme.ts)', () => expect(readme).toBe(filledIn(readme)))

test('its links lead to files', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(match => match[1]?.replace(/ +#.*/, '') ?? '')
  expect(links.length).toBeGreaterThan(3)
  expect(links.filter(link => !existsSync(join(root, link)))).toEqual([])
})

test('its two commands are npm scripts', () => {
  const [, block = ''] = /## Try it[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme) ?? []
  expect(block).toMatch(/^npm ci && npm run demo .*\nnpm test .*\n$/)
  for (const name of ['demo', 'test']) expect(Object.keys(scripts)).toContain(name)
})

test('it names every scheme of a target', () => {
  for (const { name } of schemes) expect(readme).toContain(`\`${name}\``)
})

const commandsOf = {
  check: { options: checkOptions, takes: 'targets' },
  plan: { options: planOptions, takes: 'targets' },
  merge: { options: reportOptions, takes: 'files' },
  diff: { options: diffOptions, takes: 'files' },
} as const

describe('its commands', () => {
  const commands = [...readme.matchAll(/^npx tlsgate (.*)$/gm)].map(match => (match[1] ?? '').replace(/ +#.*/, ''))

  test('are there', () => expect(commands.length).toBeGreaterThan(3))

  test.each(commands)('tlsgate %s', command => {
    const [name, ...args] = command.split(' ')
    if (name === 'explain') expect(explain(args[0] ?? '').kind).toBe('known')
    else {
      const { options, takes } = commandsOf[name as keyof typeof commandsOf]
      const { positionals } = readArguments(name ?? '', args, options)
      if (takes === 'targets') for (const target of positionals) expect(parseTarget(target).host).not.toBe('')
      else expect(positionals.length).toBeGreaterThan(0)
    }
  })
})
