// What every codec has to do, whatever it codes. One description for all of them, run by the test of each.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DecodeError } from '../../src/wire/codec.ts'

export interface CodecContract<T> {
  readonly values: fc.Arbitrary<T>
  readonly encode: (value: T) => Uint8Array
  readonly decode: (bytes: Uint8Array) => T
  /**
   * Which strict prefixes are messages too: 'none'; 'one' of a message with an optional tail, cut before it; 'any' of bytes that go on to the end.
   */
  readonly prefixes: 'none' | 'one' | 'any'
}

/** Declares the tests of one codec. */
export function holdsContract<T>({ values, encode, decode, prefixes }: CodecContract<T>): void {
  const property = (holds: (value: T, bytes: Uint8Array, seed: number) => void) =>
    fc.assert(
      fc.property(values, fc.nat(), (value, seed) => void holds(value, encode(value), seed)),
      { numRuns: 40 },
    )
  /** The error of bytes that are refused; undefined for bytes that are accepted, which then have to be what their value is written as. */
  const refusal = (bytes: Uint8Array): DecodeError | undefined => {
    let value: T
    try {
      value = decode(bytes)
    } catch (error) {
      if (error instanceof DecodeError) return error
      throw error
    }
    const written = encode(value)
    // Asked a million times in all, which `expect` is too slow for: it is to say what is wrong.
    if (Buffer.compare(written, bytes) !== 0) expect(hex(written)).toBe(hex(bytes))
    return undefined
  }

  test('what is written is read again', () => property((value, bytes) => expect(decode(bytes)).toEqual(value)))

  test('a strict prefix is refused', () =>
    property((_, bytes) => {
      const lengths = Array.from({ length: Math.min(bytes.length, 400) }, (_, length) => length)
      const accepted = lengths.filter(length => refusal(bytes.subarray(0, length)) === undefined)
      if (prefixes !== 'any') expect(accepted.length).toBeLessThanOrEqual(prefixes === 'one' ? 1 : 0)
    }))

  if (prefixes !== 'any') {
    test('a byte too many is refused', () =>
      property((_, bytes, seed) => expect(refusal(Uint8Array.of(...bytes, seed & 0xff))).toBeInstanceOf(DecodeError)))
  }

  test('changed bytes are refused with a DecodeError, or mean something that is written just so', () =>
    property((_, bytes, seed) => {
      const changed = Uint8Array.from(bytes)
      for (const bit of [seed, Math.imul(seed, 0x9e3779b1) >>> 0]) {
        const at = (bit >>> 3) % Math.max(bytes.length, 1)
        changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7))
      }
      refusal(changed)
    }))

  test('any bytes at all are refused with a DecodeError, or mean something that is written just so', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes => void refusal(bytes)),
      { numRuns: 100 },
    ))
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Bytes of hexadecimal digits, which may be spaced. */
export function unhex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits.replace(/\s/g, ''), 'hex'))
}
