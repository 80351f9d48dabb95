// Reader, writer and the combinators: where errors say they are, and which values have no bytes.
import { describe, expect, test } from 'vitest'
import { type Codec, type DecodeError, decode, encode } from '../../src/wire/codec.ts'
import {
  constant,
  fixed,
  list,
  opaque,
  rest,
  struct,
  tail,
  text,
  uint8,
  uint16,
  uint24,
  uint32,
  vector,
} from '../../src/wire/presentation.ts'
import { hex, unhex } from './contract.ts'

const point = struct({ x: uint8, y: uint16 })
const shape = struct({ name: opaque(uint8, { min: 1, max: 4 }), points: vector(uint16, point) })

describe('decode', () => {
  test('reads numbers in network byte order, the largest too', () => {
    const numbers = struct({ a: uint8, b: uint16, c: uint24, d: uint32 })
    expect(decode(numbers, unhex('01 0203 040506 ffffffff'))).toEqual({ a: 1, b: 0x0203, c: 0x040506, d: 0xffff_ffff })
  })

  test.each<[string, string, Partial<DecodeError>]>([
    ['bytes that end too early', '01', { code: 'short', path: 'name', offset: 1, message: 'name at byte 1: needs 1 byte, 0 left' }],
    ['no bytes', '', { code: 'short', path: 'name', offset: 0 }],
    ['an item that ends too early', '01aa 0005 010203 0405', { code: 'short', path: 'points.1.y', offset: 8 }],
    ['an item beyond its vector although the message goes on', '01aa 0001 010203', { code: 'short', path: 'points.0.y', offset: 5 }],
    ['a length below the bounds', '00 0000', { code: 'limit', path: 'name', offset: 1 }],
    ['a length above the bounds', '05 0102030405 0000', { code: 'limit', path: 'name', offset: 1 }],
    ['bytes left over', '01aa 0000 ffff', { code: 'trailing', path: '', offset: 4, message: 'at byte 4: 2 bytes left over' }],
  ])('says of %s what, where and at which byte', (_, bytes, expected) => {
    expect(failure(() => decode(shape, unhex(bytes)))).toMatchObject({ name: 'DecodeError', ...expected })
  })

  test('gives plain bytes, also of a Buffer', () => {
    const bytes = decode(opaque(uint8), Buffer.from('0201ff', 'hex'))
    expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype)
  })

  test('reads a window of a larger buffer as if it were alone', () => {
    const window = unhex('ffff 0102 ffff').subarray(2, 4)
    expect(decode(uint16, window)).toBe(0x0102)
    expect(() => decode(uint24, window)).toThrow('needs 3 bytes, 2 left')
  })

  test('an optional tail is null, or whole', () => {
    const codec: Codec<number | null> = tail(uint16)
    expect(decode(codec, unhex(''))).toBeNull()
    expect(decode(codec, unhex('0102'))).toBe(0x0102)
    expect(() => decode(codec, unhex('01'))).toThrow('needs 2 bytes, 1 left')
  })
})

describe('encode', () => {
  test.each([511, 512, 513, 70_000])('writes %i bytes at once', length => {
    const bytes = new Uint8Array(length).fill(7)
    expect(encode(rest, bytes)).toEqual(bytes)
  })

  test('grows with what is written', () => {
    const bytes = encode(
      list(uint32),
      Array.from({ length: 5000 }, (_, i) => i),
    )
    expect(bytes).toHaveLength(20_000)
    expect(hex(bytes.subarray(-4))).toBe('00001387')
  })

  test.each<[string, () => unknown, string]>([
    [
      'a number too large',
      () => encode(shape, { name: unhex('aa'), points: [{ x: 256, y: 0 }] }),
      'points.0.x: 256 does not fit in 1 byte',
    ],
    ['a number below zero', () => encode(uint16, -1), '-1 does not fit in 2 bytes'],
    ['a fraction', () => encode(uint16, 1.5), '1.5 does not fit in 2 bytes'],
    ['not a number', () => encode(uint16, Number.NaN), 'NaN does not fit in 2 bytes'],
    ['not a number in a list', () => encode(list(uint16), [1, Number.NaN]), '1: NaN does not fit in 2 bytes'],
    ['a number too large in a list', () => encode(list(uint16), [1, 65_536]), '1: 65536 does not fit in 2 bytes'],
    [
      'a vector too long for its prefix',
      () => encode(opaque(uint8), new Uint8Array(256)),
      '256 bytes do not fit behind a length of 1 byte',
    ],
    ['fixed bytes of another length', () => encode(fixed(32), new Uint8Array(31)), '31 bytes where 32 belong'],
    ['a character of more than one byte', () => encode(text(uint8), '日'), 'holds a character that is not one byte'],
    ['another variant', () => encode(constant('a') as Codec<string>, 'b'), 'b where a belongs'],
  ])('refuses %s', (_, encoding, message) => {
    expect(encoding).toThrow(new RangeError(message))
  })
})

function failure(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}
