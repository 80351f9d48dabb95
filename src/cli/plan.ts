// `tlsgate plan`: the matrix of a workflow that checks a long list of targets in many jobs, as JSON for strategy.matrix.
import { readFileSync } from 'node:fs'
import { readSettings } from '../settings/settings.ts'
import { countOf, mostShards, shardsOf, shardText } from '../shard.ts'
import { UsageError } from '../usage-error.ts'
import { readArguments, single } from './arguments.ts'
import { planOptions } from './check-options.ts'
import { print } from './output.ts'
import { targetList } from './target-list.ts'

/** Prints {"shard":["1/3","2/3","3/3"]}. */
export async function plan(args: readonly string[]): Promise<number> {
  const read = readArguments('plan', args, planOptions)
  const { shards: _shards, ...settings } = read.values
  const wanted = readShards(single(read, 'shards'))
  const { targets: configured } = await readSettings(settings, { readFile: readFileSync })
  const targets = await targetList('plan', read.positionals, configured)
  const count = countOf(targets.map(each => (typeof each === 'string' ? each : each.target)))
  print(`${JSON.stringify({ shard: shardsOf(count, wanted).map(shardText) })}\n`)
  return 0
}

function readShards(value = 'auto'): number | 'auto' {
  if (value === 'auto') return value
  const number = /^\d{1,5}$/.test(value) ? Number(value) : 0
  if (number >= 1 && number <= mostShards) return number
  throw new UsageError(`shards is ${JSON.stringify(value)}`, `give auto, or a whole number from 1 to ${mostShards}`)
}
