// Parts of a long list of targets, for the jobs of a matrix: which part a target is in. The same list always has the same parts.
import { UsageError } from './usage-error.ts'

/** One part of so many. */
export interface Shard {
  /** From 1. */
  readonly number: number
  readonly count: number
}

/** GitHub starts at most 256 jobs from a matrix (https://docs.github.com/actions, usage limits). */
export const mostShards = 256

/** How many targets a shard has when tlsgate chooses: some minutes of work, and a summary that a person can read. */
const targetsPerShard = 500

/**
 * '3/8'.
 * @throws UsageError when it is no part of anything
 */
export function parseShard(text: string): Shard {
  const [, number = Number.NaN, count = Number.NaN] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? []
  if (number >= 1 && number <= count && count <= mostShards) return { number, count }
  const hint =
    count > 0 && (number > count || number === 0)
      ? `the shards of ${count} are 1/${count} to ${count}/${count}`
      : `give a part of at most ${mostShards}, such as 3/8`
  throw new UsageError(`the shard is ${JSON.stringify(text.slice(0, 80))}`, hint)
}

/** As parseShard takes it. */
export const shardText = ({ number, count }: Shard): string => `${number}/${count}`

/**
 * The items of a shard, in their order. All shards have the same number of items, but for one; items of one host are in the same shard, or in
 * two that follow each other, so that few servers are asked by two jobs at a time.
 */
export function itemsOf<T>({ number, count }: Shard, items: readonly T[], hostOf: (item: T) => string): T[] {
  const byHost = items
    .map((item, index) => ({ index, host: hostOf(item) }))
    .sort((one, other) => (one.host === other.host ? one.index - other.index : one.host < other.host ? -1 : 1))
  const bound = (shards: number): number => Math.floor((shards * items.length) / count)
  const chosen = new Set(byHost.slice(bound(number - 1), bound(number)).map(({ index }) => index))
  return items.filter((_, index) => chosen.has(index))
}

/** Every shard of a list: as many as are wanted, never one without a target. */
export function shardsOf(targets: number, wanted: number | 'auto'): Shard[] {
  const asked = wanted === 'auto' ? Math.ceil(targets / targetsPerShard) : wanted
  const count = Math.min(asked, targets, mostShards)
  return Array.from({ length: count }, (_, index) => ({ number: index + 1, count }))
}
