// `tlsgate explain ID`: what a check looks at, or what a cause means and how to remove it.
import { causes } from '../judge/causes.ts'
import { checkIds } from '../judge/check-ids.ts'
import { explain as explanationOf } from '../judge/explain.ts'
import { UsageError } from '../usage-error.ts'
import { readArguments } from './arguments.ts'
import { print } from './output.ts'

/** Prints the explanation of one id; without an id, the list of all. */
export async function explain(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments('explain', args, [])
  const [id, more] = positionals
  if (more !== undefined) throw new UsageError(`explain takes one id, not ${positionals.length}`, `tlsgate explain ${id}`)
  print(id === undefined ? listAll() : textOf(id))
  return 0
}

function textOf(id: string): string {
  const explanation = explanationOf(id)
  if (explanation.kind === 'known') return explanation.text
  const near = explanation.nearest.length > 0 ? `did you mean ${explanation.nearest.join(' or ')}? ` : ''
  throw new UsageError(`${JSON.stringify(id)} is no check and no cause`, `${near}tlsgate explain lists them all`)
}

function listAll(): string {
  const table = (rows: Readonly<Record<string, { readonly title: string }>>): string =>
    Object.entries(rows)
      .map(([id, { title }]) => `  ${id.padEnd(33)} ${title}\n`)
      .join('')
  return `Checks\n${table(checkIds)}\nCauses\n${table(causes)}`
}
