import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArguments } from '../../src/cli/arguments.ts'
import { checkOptions } from '../../src/cli/check-options.ts'
import { parseTarget } from '../../src/net/target.ts'
import { tlsgate } from './process.ts'

const output = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await tlsgate(args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

describe('help', () => {
  test.each([
    ['help', ['--help']],
    ['help-check', ['check', '--help']],
    ['help-demo', ['demo', '--help']],
    ['help-diff', ['diff', '--help']],
    ['help-explain', ['explain', '--help']],
    ['help-merge', ['merge', '--help']],
    ['help-plan', ['plan', '--help']],
  ])('%s: is as reviewed, and fits 80 columns', async (name, args) => {
    const text = await output(...args)
    await expect(text).toMatchFileSnapshot(`../golden/cli/${name}.txt`)
    expect(text.split('\n').filter(line => [...line].length > 80)).toEqual([])
  })

  test('is the same however it is asked for', async () => {
    const general = await output('--help')
    for (const args of [['-h'], ['help'], ['help', '--help']]) expect(await output(...args)).toBe(general)
    const ofCheck = await output('check', '--help')
    for (const args of [
      ['help', 'check'],
      ['--help', 'check'],
      ['check', 'example.com', '--ca', '-h'],
    ])
      expect(await output(...args)).toBe(ofCheck)
  })

  test('names every option of check', async () => {
    const text = await output('check', '--help')
    for (const { name } of checkOptions) expect(text).toMatch(new RegExp(`^ {2}--${name}\\b`, 'm'))
  })

  test('has examples that the command line takes', async () => {
    const examples = [...(await output('--help')).matchAll(/^ {2}tlsgate check (?!TARGET)([^#<\n]+)/gm)].map(([, words = '']) =>
      words.trim().split(/\s+/),
    )
    expect(examples.length).toBeGreaterThan(4)
    for (const words of examples) {
      const { positionals } = readArguments('check', words, checkOptions)
      expect(positionals.length).toBeGreaterThan(0)
      for (const target of positionals.filter(word => word !== '-')) parseTarget(target)
    }
  })
})

test('--version names the package, Node and OpenSSL', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  expect(await output('--version')).toBe(`tlsgate ${version} (Node ${process.versions.node}, OpenSSL ${process.versions.openssl})\n`)
})
