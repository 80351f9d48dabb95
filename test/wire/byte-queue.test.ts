// The queue under the deframer and the assembler, compared with a plain list of bytes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteQueue } from '../../src/wire/byte-queue.ts'

test('gives out what went in, in that order, however much stays in between', () => {
  const operation = fc.record({ push: fc.nat(1500), take: fc.nat(1500) })
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 30 }), operations => {
      const queue = new ByteQueue()
      let model: number[] = []
      let next = 0
      for (const { push, take } of operations) {
        const piece = Array.from({ length: push }, () => next++ & 0xff)
        queue.push(Uint8Array.from(piece))
        model = [...model, ...piece]
        expect(queue.length).toBe(model.length)
        expect([...queue.peek(8)]).toEqual(model.slice(0, 8))
        expect([...queue.take(take)]).toEqual(model.slice(0, take))
        model = model.slice(take)
      }
    }),
    { numRuns: 40 },
  )
})
