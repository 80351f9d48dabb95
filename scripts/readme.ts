// Fills in the parts of README.md that are made from something else: example files after `<!-- file: … -->`, tables after `<!-- table: … -->`.
// Run: node scripts/readme.ts. test/readme.test.ts holds README.md to what this makes.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { causeTable } from '../src/judge/explain.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The rows of a section of action.yml: names and descriptions, as they stand there. */
function actionTable(section: 'inputs' | 'outputs', heading: string): string {
  const text = /^(inputs|outputs):\n((?: .*\n|\n)+)/gm
  const body = [...read('action.yml').matchAll(text)].find(match => match[1] === section)?.[2] ?? ''
  const rows = [...body.matchAll(/^ {2}([\w-]+):\n {4}description: (.*)$/gm)].map(
    ([, name, description = '']) => `| \`${name}\` | ${plain(description)} |`,
  )
  return `| ${heading} | |\n| --- | --- |\n${rows.join('\n')}\n`
}

/** A YAML scalar on one line, as Markdown in a cell. */
const plain = (scalar: string): string =>
  (scalar.startsWith("'") ? scalar.slice(1, -1).replaceAll("''", "'") : scalar).replaceAll('|', '\\|')

const tables: Record<string, () => string> = {
  inputs: () => actionTable('inputs', 'Input'),
  outputs: () => actionTable('outputs', 'Output'),
  causes: causeTable,
}

/** README.md with its made parts made anew. */
export function filledIn(readme: string): string {
  return readme
    .replaceAll(/(<!-- file: (\S+) -->\n```\w+\n)[\s\S]*?```\n/g, (_, head, path) => `${head}${read(path)}\`\`\`\n`)
    .replaceAll(/(<!-- table: (\w+) -->\n)(?:\|.*\n)*/g, (_, head, name) => `${head}${tables[name]?.() ?? ''}`)
}

if (import.meta.main) writeFileSync(join(root, 'README.md'), filledIn(read('README.md')))
