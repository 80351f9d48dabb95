import { describe, expect, test } from 'vitest'
import { countOf, digestOf, inOrder, itemsOf, type Place, parseShard, shardsOf, shardText } from '../src/shard.ts'
import { UsageError } from '../src/usage-error.ts'

test.each([
  ['1/1', { number: 1, count: 1 }],
  ['3/8', { number: 3, count: 8 }],
  ['256/256', { number: 256, count: 256 }],
])('%s is a shard', (text, shard) => {
  expect(parseShard(text)).toEqual(shard)
  expect(shardText(shard)).toBe(text)
})

test.each([
  ['9/8', 'the shards of 8 are 1/8 to 8/8'],
  ['0/8', 'the shards of 8 are 1/8 to 8/8'],
  ['1/257', 'give a part of at most 256, such as 3/8'],
  ['0/0', 'give a part of at most 256, such as 3/8'],
  ['3', 'give a part of at most 256, such as 3/8'],
  ['3/', 'give a part of at most 256, such as 3/8'],
  ['-1/8', 'give a part of at most 256, such as 3/8'],
  ['1.5/8', 'give a part of at most 256, such as 3/8'],
  ['1/8/2', 'give a part of at most 256, such as 3/8'],
])('%s is none', (text, hint) => {
  expect(() => parseShard(text)).toThrow(expect.objectContaining({ name: UsageError.name, hint }))
})

describe('the shards of a list', () => {
  const items = Array.from({ length: 1003 }, (_, index) => `host-${index % 40}.example:${index}`)
  const hostOf = (item: string): string => item.split(':')[0] ?? ''
  const placeOf = (item: string): Place => ({ host: hostOf(item), url: item })
  const shards = (count: number): string[][] => shardsOf(items.length, count).map(shard => itemsOf(shard, items, placeOf))

  test.each([1, 2, 3, 8, 100, 256])('%i of them have every item once, in order, and the same number but for one', count => {
    const all = shards(count)
    expect(all).toHaveLength(count)
    expect(all.flat().sort()).toEqual([...items].sort())
    const sizes = all.map(({ length }) => length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    for (const shard of all) expect(shard).toEqual(items.filter(item => shard.includes(item)))
  })

  test('keep the items of a host in one, or in two that follow each other', () => {
    const all = shards(8)
    for (const host of new Set(items.map(hostOf))) {
      const places = all.flatMap((shard, index) => (shard.some(item => hostOf(item) === host) ? [index] : []))
      expect((places.at(-1) ?? 0) - (places[0] ?? 0), host).toBeLessThanOrEqual(1)
    }
  })

  test('follow each other', () => {
    const places = shards(7).map(shard => shard.map(placeOf).toSorted(inOrder))
    for (const [index, [first]] of places.entries()) {
      const last = places[index - 1]?.at(-1)
      if (first && last) expect(inOrder(last, first)).toBe(-1)
    }
  })

  test('are the same for the same list, in whatever order it is', () => {
    const turned = items.toReversed()
    expect(shardsOf(items.length, 7).map(shard => itemsOf(shard, turned, placeOf).toReversed())).toEqual(shards(7))
  })

  test('have a target that is there again, with other options, in one place', () => {
    const again = ['b.test:1', 'a.test:1', 'b.test:1', 'b.test:2', 'b.test:1']
    expect(countOf(again)).toBe(3)
    expect(shardsOf(countOf(again), 9).map(shard => itemsOf(shard, again, placeOf))).toEqual([
      ['a.test:1'],
      ['b.test:1', 'b.test:1', 'b.test:1'],
      ['b.test:2'],
    ])
  })
})

test('a list has one digest, in whatever order it is and however often a target is there', () => {
  const digest = digestOf(['tls://a.test:1', 'tls://b.test:1'])
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(digestOf(['tls://b.test:1', 'tls://a.test:1', 'tls://b.test:1'])).toBe(digest)
  expect(digestOf(['tls://a.test:1', 'tls://b.test:2'])).not.toBe(digest)
})

test.each<[targets: number, wanted: number | 'auto', count: number]>([
  [1, 'auto', 1],
  [500, 'auto', 1],
  [501, 'auto', 2],
  [100_000, 'auto', 200],
  [1_000_000, 'auto', 256],
  [3, 8, 3],
  [10, 4, 4],
  [1000, 999, 256],
])('%i targets in %s shards are %i', (targets, wanted, count) => {
  const shards = shardsOf(targets, wanted)
  expect(shards).toHaveLength(count)
  expect(shards.at(-1)).toEqual({ number: count, count })
})
