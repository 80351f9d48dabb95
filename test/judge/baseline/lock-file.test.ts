// tls.lock.json: what is written can be read, and what is wrong with it is said with its place.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { baselineSchemaText } from '../../../scripts/baseline-schema.ts'
import { parseBaseline } from '../../../src/judge/baseline/lock-file.ts'
import { recall } from '../../../src/judge/baseline/report-file.ts'
import { renderJson } from '../../../src/report/json.ts'
import { lockFilePieces, renderLockFile } from '../../../src/report/lock-file.ts'
import { UsageError } from '../../../src/usage-error.ts'
import { expired, silent, surveyed, wideOpen } from '../../support/sample-reports.ts'
import { facts, sound } from './sample-facts.ts'

const file = 'tls.lock.json'
const targets = new Map([
  ['https://b.test:443', sound],
  ['https://a.test:443 as www.a.test', facts({ chain: null, handshake: null })],
])
const text = renderLockFile(targets)
const schemaText = readFileSync(join(import.meta.dirname, '../../../schema/baseline.schema.json'), 'utf8')
const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(schemaText))

test('its schema is what scripts/baseline-schema.ts makes, and takes what is written', () => {
  expect(schemaText).toBe(baselineSchemaText())
  expect(validate(JSON.parse(text))).toBe(true)
  expect(validate(JSON.parse(text.replace('"refused"', '"perhaps"')))).toBe(false)
})

test('it gives back what was written, with the line of each target', () => {
  const { targets: read } = parseBaseline({ file, text })
  expect(new Map([...read].map(([key, { facts: each }]) => [key, each]))).toEqual(targets)
  const lines = text.split('\n')
  for (const [key, { location }] of read) {
    expect(lines[location.line - 1]?.slice(location.column - 1)).toBe(`${JSON.stringify(key)}: {`)
  }
})

test.each<[layout: string, text: string]>([
  ['in one line', JSON.stringify(JSON.parse(text))],
  ['with a space before each colon', text.replaceAll('":', '" :')],
  ['with escapes', text.replaceAll('"https', '"\\u0068ttps')],
])('it has the place of each target also %s', (_, written) => {
  const lines = written.split('\n')
  for (const [key, { location }] of parseBaseline({ file, text: written }).targets) {
    const [, name = ''] = /^("[^"]+") ?: ?\{/.exec(lines[location.line - 1]?.slice(location.column - 1) ?? '') ?? []
    expect(JSON.parse(name)).toBe(key)
  }
})

test('that of a fleet in one line is read in a moment', () => {
  const one = JSON.stringify(sound)
  const entries = Array.from({ length: 2000 }, (_, index) => `"https://host-${index}.test:443":${one}`)
  const started = performance.now()
  expect(parseBaseline({ file, text: `{"schemaVersion":1,"targets":{${entries.join()}}}` }).targets.size).toBe(2000)
  // It was a minute for 5,000.
  expect(performance.now() - started).toBeLessThan(3000)
})

test('one of old, which has the causes of failed checks alone and no prime, is read as it is', () => {
  const failed = { 'group/post-quantum': 'post-quantum-group-missing' }
  const { dhPrimeBits: _, ...old } = facts({ failed })
  const written = JSON.stringify({ schemaVersion: 1, targets: { 'https://a.test:443': old } })
  expect(validate(JSON.parse(written))).toBe(true)
  expect(parseBaseline({ file, text: written }).targets.get('https://a.test:443')?.facts).toEqual(facts({ failed, dhPrimeBits: null }))
})

test('it is the same for the same facts, in whatever order they came', () => {
  const reversed = new Map(
    [...targets].toReversed().map(([key, each]) => [key, Object.fromEntries(Object.entries(each).toReversed()) as never]),
  )
  expect(renderLockFile(reversed)).toBe(text)
  expect(Object.keys(JSON.parse(text).targets)).toEqual(['https://a.test:443 as www.a.test', 'https://b.test:443'])
})

test('that of a fleet, which is longer than V8 lets a string be, is written in pieces of a target each', () => {
  const fleet = new Map(Array.from({ length: 300 }, (_, index) => [`https://host-${index}.test:443`, sound]))
  const pieces = [...lockFilePieces(fleet)]
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 * text.length)
  expect(JSON.parse(pieces.join(''))).toEqual({ schemaVersion: 1, targets: Object.fromEntries(fleet) })
  expect(renderLockFile(fleet)).toBe(`${JSON.stringify(JSON.parse(pieces.join('')), null, 2)}\n`)
})

test('an issuer that is hostile stays one line of JSON', () => {
  const hostile = 'CN=\u001b[31m\n::error::x\u202e##[error]'
  const chain = { length: 1, problem: 'none', certificates: [{ key: 'EC', keyBits: null, signature: 'x', issuer: hostile }] }
  const written = renderLockFile(new Map([['https://a.test:443', facts({ chain })]]))
  expect(written).not.toMatch(/[\u001b\u202e]|\n::|##\[/)
  expect(parseBaseline({ file, text: written }).targets.get('https://a.test:443')?.facts.chain?.certificates[0]?.issuer).toBe(hostile)
})

describe('what is none is refused in one sentence with its place, and one that says what to do', () => {
  const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

  test.each<[name: string, text: string, message: RegExp]>([
    ['nothing', ' ', /^tls\.lock\.json:1:1: this is no JSON$/],
    ['a text', 'hello', /^tls\.lock\.json:1:1: this is no JSON$/],
    ['a word for a value', text.replace('"SSLv3": "refused"', '"SSLv3": refused'), /^tls\.lock\.json:\d+:18: this is no JSON$/],
    ['a comma too many', text.replace('"SSLv3": "refused",', '"SSLv3": "refused",,'), /^tls\.lock\.json:\d+:\d+: this is no JSON$/],
    ['half of it', text.slice(0, text.length / 2), /^tls\.lock\.json:\d+:\d+: this is no JSON$/],
    ['a number', '7', /^tls\.lock\.json:1:1: this is no baseline: it has no schemaVersion$/],
    ['null', 'null', /^tls\.lock\.json:1:1: this is no baseline: it has no schemaVersion$/],
    [
      'another version',
      text.replace('"schemaVersion": 1', '"schemaVersion": 2'),
      /^tls\.lock\.json:2:3: this baseline is of version 2, and this tlsgate reads version 1$/,
    ],
    [
      'what a merge left behind',
      text.replace('      "failed"', '<<<<<<< HEAD\n      "failed"'),
      new RegExp(`^tls\\.lock\\.json:${lineOf('"failed"')}:1: this is no JSON$`),
    ],
    [
      'an unknown answer',
      text.replace('"SSLv3": "refused"', '"SSLv3": "perhaps"'),
      new RegExp(`^tls\\.lock\\.json:${lineOf('"SSLv3"')}:\\d+: this is no baseline: `),
    ],
    ['an unknown part', text.replace('"failed"', '"fialed"'), /^tls\.lock\.json:\d+:\d+: this is no baseline: /],
  ])('%s', (_, wrong, message) => {
    const attempt = (): unknown => parseBaseline({ file, text: wrong })
    expect(attempt).toThrow(UsageError)
    expect(attempt).toThrow(message)
  })

  test('with the place as an annotation needs it', () => {
    const wrong = text.replace('"SSLv3": "refused"', '"SSLv3": refused')
    expect(() => parseBaseline({ file, text: wrong })).toThrow(
      expect.objectContaining({ what: 'this is no JSON', location: { file, line: lineOf('"SSLv3"'), column: 18 } }),
    )
  })

  test('however it is cut off', () => {
    for (let length = 0; length < text.length - 1; length += 97)
      expect(() => parseBaseline({ file, text: text.slice(0, length) })).toThrow(UsageError)
  })
})

describe('a report has the same facts as the lock file made of it', () => {
  test.each([
    ['without a survey', expired],
    ["with a policy's survey", surveyed],
    ['with a full one', wideOpen],
    ['of a server that says nothing', silent],
  ])('%s', (_, report) => {
    const read = recall({ file: 'report.json', text: renderJson(report) }).facts
    expect(read.size).toBe(report.targets.length)
    expect(recall({ file, text: renderLockFile(read) }).facts).toEqual(read)
  })

  test('but not when it is of another version, or broken', () => {
    const report = renderJson(expired)
    const read = (changed: string) => () => recall({ file: 'report.json', text: changed })
    expect(read(report.replace('"schemaVersion": 1', '"schemaVersion": 9'))).toThrow(
      /^report\.json:2:3: this is a report of schema version 9$/,
    )
    expect(read(report.replace('"presented": [', '"presented": [7,'))).toThrow(/^report\.json:\d+:\d+: this is no report of this version: /)
  })
})
