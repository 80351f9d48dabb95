// Writes the inputs and outputs of action.yml from the tables the code reads them by. Run: node scripts/action-yml.ts
// test/action/action-yml.test.ts holds action.yml to the tables.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, isMap, parseDocument, type YAMLMap } from 'yaml'
import { outputs, ownInputs } from '../src/action/own-inputs.ts'
import { type Option, options } from '../src/settings/options.ts'

/** What --help shows by the placeholder has to be said in words here. */
export function valuesOf({ kind, choices }: Option): string {
  if (kind === 'flag') return ' (true or false)'
  if (kind === 'files') return ' (one file a line)'
  return choices === null ? '' : ` (${choices.join(', ')})`
}

const [targets, ...others] = ownInputs

/** Every input, in the order a reader needs them. */
export const inputs = [
  targets,
  ...options.map((option: Option) => ({ name: option.name, description: option.description + valuesOf(option) })),
  ...others,
]

type Row = { readonly name: string; readonly description: string }

/** A mapping of names to what is said of each. */
const section = (rows: readonly Row[]): unknown => new Document(Object.fromEntries(rows.map(({ name, ...said }) => [name, said]))).contents

/** action.yml with its sections made anew. */
export function filledIn(actionYml: string): string {
  const document = parseDocument(actionYml)
  if (!isMap(document.contents)) throw new Error('action.yml is no mapping')
  const root = document.contents as YAMLMap
  root.set('inputs', section(inputs))
  root.set('outputs', section(outputs))
  return document.toString({ lineWidth: 0 })
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '../action.yml')
  writeFileSync(path, filledIn(readFileSync(path, 'utf8')))
}
