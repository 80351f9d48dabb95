// The schema editors check tlsgate.yml by says the same as the reader.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { configSchemaText } from '../../scripts/config-schema.ts'
import { configSchema } from '../../src/settings/config/schema.ts'
import { readSettings } from '../../src/settings/settings.ts'

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'schema/config.schema.json'), 'utf8')
const ajv = new Ajv2020({ allowUnionTypes: true })
addFormats.default(ajv)
const validate = ajv.compile(JSON.parse(text))
const schema = configSchema()

test('is what scripts/config-schema.ts makes', () => expect(text).toBe(configSchemaText()))

test('has a description for every option and part of a policy', () => {
  const { properties, $defs } = JSON.parse(text)
  const { policyChanges } = $defs
  const [, target] = properties.targets.items.anyOf
  for (const parts of [properties, policyChanges.properties, target.properties, target.properties.expect.properties]) {
    for (const [name, part] of Object.entries<{ description?: string }>(parts))
      expect(`${name}: ${part.description}`).toMatch(/: [A-Z].*[^.]$/)
  }
})

describe('its examples', () => {
  const { properties } = JSON.parse(text)
  const examples = Object.entries<{ examples?: unknown[] }>(properties).flatMap(([name, part]) =>
    (part.examples ?? []).map(example => [name, example] as const),
  )

  test('are there', () => expect(examples.length).toBeGreaterThan(2))
  test.each(examples)('%s: %j', (name, example) => expect(schema.safeParse({ [name]: example }).error).toBeUndefined())
})

describe('agrees with the reader on', () => {
  test.each([
    ['a configuration without anything', '{}', true],
    ['options', '{timeout: 0.5, insecure: true, alpn: [h2], ca: a.pem, survey: full, as: java-8u161}', true],
    ['a policy', '{policy: {extends: default, cipherSuites: {forbid: [export, TLS_RSA_WITH_RC4_128_SHA]}}}', true],
    [
      'keys',
      '{policy: {extends: default, certificate: {keys: [{type: RSA, minBits: 2048}, {type: EC, curves: [secp256r1]}, {type: EC, minBits: 224}, {type: Ed25519}]}}}',
      true,
    ],
    ['a waiver', '{waivers: [{check: certificate/*, target: "*", reason: r, until: 2027-01-31}]}', true],
    ['an unknown option', '{tiemout: 5}', false],
    ['an option that no file can give', '{config: x}', false],
    ['no time', '{timeout: 0}', false],
    ['too much time', '{timeout: 3601}', false],
    ['half a connection', '{connections: 1.5}', false],
    ['too many connections', '{connections: 65}', false],
    ['a number for a text', '{servername: 12}', false],
    ['an unknown version', '{min-version: TLSv1.4}', false],
    ['an unknown policy', '{policy: defaut}', false],
    ['an unknown suite', '{policy: {extends: default, cipherSuites: {forbid: [RC4-SHA]}}}', false],
    ['an unknown list', '{policy: {extends: default, groups: {deny: []}}}', false],
    ['a policy of nothing', '{policy: {groups: {}}}', false],
    ['an unknown type of keys', '{policy: {extends: default, certificate: {keys: [{type: DSA}]}}}', false],
    ['no prime', '{policy: {extends: default, minDhBits: 0}}', false],
    ['an unknown client', '{as: netscape}', false],
    ['a waiver without a reason', '{waivers: [{check: certificate/chain, target: "*", until: 2027-01-31}]}', false],
    ['a waiver until a day there is not', '{waivers: [{check: certificate/chain, target: "*", reason: r, until: 2027-02-30}]}', false],
    ['a list', '[]', false],
  ])('%s', (_, config, right) => {
    expect({ editor: validate(parse(config)), reader: schema.safeParse(parse(config)).success }).toEqual({ editor: right, reader: right })
  })
})

describe('examples/tlsgate.yml', () => {
  const example = readFileSync(join(root, 'examples/tlsgate.yml'), 'utf8')

  test('is valid by the schema', () => {
    validate(parse(example))
    expect(validate.errors).toBeNull()
  })

  test('can be used', async () => {
    const { targets, options } = await readSettings({ config: 'tlsgate.yml' }, { readFile: () => Buffer.from(example) })
    expect(targets).toHaveLength(5)
    expect(options).toMatchObject({
      policy: { id: 'mozilla-intermediate+' },
      timeoutMs: 20_000,
      waivers: [{ reason: expect.any(String) }, { only: ['TLS_RSA_WITH_AES_128_CBC_SHA'] }],
    })
  })
})
