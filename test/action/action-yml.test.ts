// action.yml is what a workflow's author sees: it must name exactly what the code reads and sets.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filledIn, inputs } from '../../scripts/action-yml.ts'
import { outputs } from '../../src/action/own-inputs.ts'
import { readAction } from '../support/workflow-parser.ts'

const text = readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')
const { errors, action } = readAction(text)

interface Row {
  readonly name: string
  readonly description: string
  readonly default?: string
}
const rows = (entries: readonly Row[]) =>
  entries
    .map(({ name, ...rest }) => ({ id: name, description: rest.description, default: rest.default }))
    .sort((a, b) => a.id.localeCompare(b.id))

test("GitHub's own parser has nothing to say about it", () => {
  expect(errors).toEqual([])
})

test('it is what scripts/action-yml.ts makes of it', () => {
  expect(text).toBe(filledIn(text))
})

test('it starts the bundle on Node 24', () => {
  expect(action?.runs).toMatchObject({ using: 'node24', main: 'dist/index.js' })
  expect(action?.branding).toEqual({ icon: 'shield', color: 'green' })
})

test('its inputs are those the code reads, in the same words, and only the token has a default', () => {
  // toEqual ignores what is undefined: another input with a default, or one with a deprecation, would not be equal.
  const stated = action?.inputs?.map(input => ({ ...input, default: input.default?.toString() }))
  expect(stated?.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(rows(inputs))
  expect(action?.inputs?.flatMap(input => (input.default === undefined ? [] : input.id))).toEqual(['token'])
})

test('its outputs are those the code sets, in the same words', () => {
  expect(action?.outputs?.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(rows(outputs))
})

test.each(inputs)('the input $name has an id and a description that read well', ({ name, description }) => {
  expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
  expect(description).toMatch(/^[A-Z][^\n]*[^.]$/)
})
