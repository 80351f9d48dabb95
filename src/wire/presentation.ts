// The presentation language of RFC 8446 §3 as codecs: numbers, opaque bytes, vectors, structures. No message is declared here.
import type { Codec, Reader, Writer } from './codec.ts'

/** An unsigned integer; also the length prefix of what has one. */
export interface Uint extends Codec<number> {
  /** Bytes. */
  readonly size: number
}

/** Unsigned integers, most significant byte first (RFC 8446 §3.3). */
export const uint8: Uint = uint(1)
export const uint16: Uint = uint(2)
export const uint24: Uint = uint(3)
export const uint32: Uint = uint(4)

/** The bounds a standard writes as `<min..max>`, in bytes. Only reading is held to them. */
export interface Bounds {
  readonly min?: number
  readonly max?: number
}

/** `opaque x[length]` */
export function fixed(length: number): Codec<Uint8Array> {
  return {
    read: r => r.take(length),
    write(w, value) {
      if (value.length !== length) w.fail(`${value.length} bytes where ${length} belong`)
      w.bytes(value)
    },
  }
}

/** Every byte that is left. */
export const rest: Codec<Uint8Array> = {
  read: r => r.take(r.left),
  write: (w, value) => w.bytes(value),
}

/** Something behind its length in bytes, which it has to fill. */
export function prefixed<T>(length: Uint, content: Codec<T>, bounds: Bounds = {}): Codec<T> {
  const { min = 0, max = Number.POSITIVE_INFINITY } = bounds
  return {
    read(r) {
      const size = length.read(r)
      if (size < min) r.fail('limit', `is ${size} bytes long, at least ${min} belong`)
      if (size > max) r.fail('limit', `is ${size} bytes long, at most ${max} belong`)
      const inner = r.sub(size)
      const value = content.read(inner)
      inner.end()
      return value
    },
    write: (w, value) => w.prefixed(length.size, () => content.write(w, value)),
  }
}

/** `opaque x<min..max>` */
export function opaque(length: Uint, bounds?: Bounds): Codec<Uint8Array> {
  return prefixed(length, rest, bounds)
}

/** As many items as fill what is left. An item takes at least one byte. */
export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    read(r) {
      if (isUint(item) && r.left % item.size === 0) return r.uints(item.size) as T[]
      const items: T[] = []
      while (r.left > 0) items.push(r.at(items.length, item))
      return items
    },
    write(w, items) {
      if (isUint(item)) w.uints(item.size, items as readonly number[])
      else for (const [index, value] of items.entries()) w.at(index, item, value)
    },
  }
}

/** `T x<min..max>` */
export function vector<T>(length: Uint, item: Codec<T>, bounds?: Bounds): Codec<readonly T[]> {
  return prefixed(length, list(item), bounds)
}

/**
 * `opaque x<min..max>` as a string, for what is usually ASCII. Each byte becomes the character of its number, so that no byte is lost;
 * what a peer sent may hold any control character.
 */
export function text(length: Uint, bounds?: Bounds): Codec<string> {
  const bytes = opaque(length, bounds)
  return {
    read(r) {
      let value = ''
      for (const byte of bytes.read(r)) value += String.fromCharCode(byte)
      return value
    },
    write(w, value) {
      const codes = Array.from(value, character => character.codePointAt(0) ?? 0)
      if (codes.some(code => code > 0xff)) w.fail('holds a character that is not one byte')
      bytes.write(w, Uint8Array.from(codes))
    },
  }
}

/** `struct { … }`: the fields one after the other, in the order of their declaration. */
export function struct<T extends object>(fields: { readonly [K in keyof T]: Codec<T[K]> }): Codec<{ readonly [K in keyof T]: T[K] }> {
  const keys = Object.keys(fields) as (keyof T & string)[]
  return {
    read(r: Reader) {
      const value: Partial<T> = {}
      for (const key of keys) value[key] = r.at(key, fields[key])
      return value as T
    },
    write(w: Writer, value) {
      for (const key of keys) w.at(key, fields[key], value[key])
    },
  }
}

/** What may be missing at the end of a message: null when nothing is left. */
export function tail<T>(content: Codec<T>): Codec<T | null> {
  return {
    read: r => (r.left === 0 ? null : content.read(r)),
    write(w, value) {
      if (value !== null) content.write(w, value)
    },
  }
}

/** A field that takes no byte because it always has this value: the tag of a variant. Writing another variant is a wrong call. */
export function constant<const T extends string | number | null>(value: T): Codec<T> {
  return {
    read: () => value,
    write(w, given) {
      if (given !== value) w.fail(`${given} where ${value} belongs`)
    },
  }
}

/** A field that this version of a message does not have: read as empty, not written. */
export function absent<T>(empty: () => T): Codec<T> {
  return { read: empty, write: () => {} }
}

const isUint = (codec: Codec<unknown>): codec is Uint => 'size' in codec

function uint(size: number): Uint {
  return {
    size,
    read: r => r.uint(size),
    write: (w, value) => w.uint(size, value),
  }
}
