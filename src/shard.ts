// Parts of a long list of targets, for the jobs of a matrix: which part a target is in. The same list always has the same parts.
import { hash } from 'node:crypto'
import { parseTarget } from './net/target.ts'
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

/** Where an item stands among all: by host, so that few servers are asked by two jobs at a time. */
export interface Place {
  readonly host: string
  readonly url: string
}

/** Below zero where the one comes before the other, and zero where they are one target. */
export function inOrder(one: Place, other: Place): number {
  if (one.host !== other.host) return one.host < other.host ? -1 : 1
  if (one.url === other.url) return 0
  return one.url < other.url ? -1 : 1
}

/** SHA-256 of the URLs of a list, each once, in hexadecimal digits: by this merging tells that shards are of one list, and all of it. */
export const digestOf = (urls: readonly string[]): string => hash('sha256', [...new Set(urls)].sort().join('\n'))

/** The items of a shard, in their order. All shards have the same number of targets, but for one; what has the same place is in the same shard. */
export function itemsOf<T>({ number, count }: Shard, items: readonly T[], placeOf: (item: T) => Place): T[] {
  const placed = items.map(item => ({ item, place: placeOf(item) }))
  const urls = [...new Set(placed.toSorted((one, other) => inOrder(one.place, other.place)).map(({ place }) => place.url))]
  const bound = (shards: number): number => Math.floor((shards * urls.length) / count)
  const chosen = new Set(urls.slice(bound(number - 1), bound(number)))
  return placed.filter(({ place }) => chosen.has(place.url)).map(({ item }) => item)
}

/**
 * How many targets a list has for its shards: one that is there again, with other options, is the same.
 * @throws UsageError for what is no target
 */
export const countOf = (targets: readonly string[]): number => new Set(targets.map(target => parseTarget(target).url)).size

/**
 * Every shard of a list: as many as are wanted, never one without a target.
 * @param targets their number, as countOf() has it
 */
export function shardsOf(targets: number, wanted: number | 'auto'): Shard[] {
  const asked = wanted === 'auto' ? Math.ceil(targets / targetsPerShard) : wanted
  const count = Math.min(asked, targets, mostShards)
  return Array.from({ length: count }, (_, index) => ({ number: index + 1, count }))
}
