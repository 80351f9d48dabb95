// Fills in the parts of README.md that are made from something else: example files after `<!-- file: … -->`, tables after `<!-- table: … -->`.
// Run: node scripts/readme.ts. test/readme.test.ts holds README.md to what this makes.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { causeTable } from '../src/judge/explain.ts'
import { policies } from '../src/judge/policy/policies.ts'
import type { ClientProfile } from '../src/registry/clients/client-profile.ts'
import { clientProfiles } from '../src/registry/clients/clients.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

/** The rows of a section of action.yml: names and descriptions. */
function actionTable(section: keyof ActionFile, heading: string): string {
  const rows = Object.entries((parse(read('action.yml')) as ActionFile)[section])
  return table(
    [heading, ''],
    rows.map(([name, { description }]) => [`\`${name}\``, description]),
  )
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('')
}

const tables: Record<string, () => string> = {
  inputs: () => actionTable('inputs', 'Input'),
  outputs: () => actionTable('outputs', 'Output'),
  causes: causeTable,
  policies: () =>
    table(
      ['Policy', 'Version', ''],
      policies.map(({ id, version, title, source }) => [`\`${id}\``, version, `${title} (${source})`]),
    ),
  clients: () => {
    const families = Map.groupBy(clientProfiles(), ({ family }) => family)
    const named = ({ name, captured }: ClientProfile): string => `\`${name}\`${captured ? '' : '\\*'}`
    return table(
      ['Family', 'Clients (* as published; the others as captured from the program, to the byte)'],
      [...families].map(([family, profiles]) => [family, profiles.map(named).join(', ')]),
    )
  },
}

/** README.md with its made parts made anew. */
export function filledIn(readme: string): string {
  return readme
    .replaceAll(/(<!-- file: (\S+) -->\n```\w+\n)[\s\S]*?```\n/g, (_, head, path) => `${head}${read(path)}\`\`\`\n`)
    .replaceAll(/(<!-- table: (\w+) -->\n)(?:\|.*\n)*/g, (_, head, name) => `${head}${tables[name]?.() ?? ''}`)
}

if (import.meta.main) writeFileSync(join(root, 'README.md'), filledIn(read('README.md')))
