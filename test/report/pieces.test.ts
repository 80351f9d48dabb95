import { expect, test } from 'vitest'
import { inChunks } from '../../src/report/pieces.ts'

test('pieces are put together to some that are worth a write, and none is lost', () => {
  const pieces = Array.from({ length: 2500 }, (_, index) => String(index % 10).repeat(1000))
  const chunks = [...inChunks(pieces)]
  expect(chunks.map(({ length }) => length)).toEqual([1_000_000, 1_000_000, 500_000])
  expect(chunks.join('') === pieces.join('')).toBe(true)
})

test('nothing gives nothing', () => expect([...inChunks(['', ''])]).toEqual([]))
