// Handshake messages across record boundaries, and the limits on them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assembled, MessageAssembler } from '../../src/wire/handshake.ts'
import { limits } from '../../src/wire/limits.ts'
import { bytes, u8 } from './arbitraries.ts'
import { unhex } from './contract.ts'

test('a message has its type, its body and all its bytes', () => {
  expect(assemble([unhex('14 000003 010203')])).toEqual([
    { kind: 'message', type: 20, body: unhex('010203'), bytes: unhex('14000003010203') },
    { kind: 'need-more', pending: 0, header: null },
  ])
})

test('fragments of any size give the same messages', () => {
  const message = fc.record({ type: u8, body: bytes(0, 300) })
  fc.assert(
    fc.property(fc.array(message, { maxLength: 6 }), fc.integer({ min: 1, max: 50 }), (messages, size) => {
      const whole = Uint8Array.from(messages.flatMap(({ type, body }) => [type, 0, body.length >> 8, body.length & 0xff, ...body]))
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) => whole.subarray(index * size, (index + 1) * size))
      const got = assemble(pieces)
      expect(got).toEqual(assemble([whole]))
      expect(got.slice(0, -1)).toMatchObject(messages)
    }),
    { numRuns: 60 },
  )
})

test('what is left over is known', () => {
  expect(assemble([unhex('0e 000000 14 0000ff aa')])).toMatchObject([
    { type: 14 },
    { kind: 'need-more', pending: 5, header: { type: 20, length: 259 } },
  ])
  expect(assemble([unhex('14 0000')])).toEqual([{ kind: 'need-more', pending: 3, header: null }])
})

test('a message of the limit is read, a longer one is refused by its header', () => {
  const header = (length: number) => Uint8Array.of(11, length >> 16, (length >> 8) & 0xff, length & 0xff)
  const largest = new Uint8Array(4 + limits.message)
  largest.set(header(limits.message))
  expect(assemble([largest]).map(item => item.kind)).toEqual(['message', 'need-more'])
  expect(assemble([header(limits.message + 1)])).toEqual([
    {
      kind: 'error',
      code: 'message-too-long',
      message: 'a handshake message says it is 131073 bytes long, at most 131072 are read',
    },
  ])
})

test('messages beyond the limit are refused', () => {
  const done = unhex('0e000000')
  const many = (count: number) => assemble(Array.from({ length: count }, () => done))
  expect(many(limits.messages).map(item => item.kind)).not.toContain('error')
  expect(many(limits.messages + 1).at(-1)).toMatchObject({ kind: 'error', code: 'too-many-messages' })
})

/** The messages of some fragments, and what came after them. */
function assemble(fragments: readonly Uint8Array[]): Assembled[] {
  const assembler = new MessageAssembler()
  const got: Assembled[] = []
  for (const fragment of fragments) {
    assembler.push(fragment)
    for (let item = assembler.next(); item.kind === 'message'; item = assembler.next()) got.push(item)
  }
  return [...got, assembler.next()]
}
