// Bytes to values and back from one declaration: the reader, the writer and the errors. What the bytes mean is declared elsewhere.

/** Reads and writes one type of value. Codecs are stateless and nest. */
export interface Codec<T> {
  /** @throws DecodeError */
  read(reader: Reader): T
  /** @throws RangeError on a value that has no bytes: a number too large for its field, a vector too long for its length prefix */
  write(writer: Writer, value: T): void
}

/** The type of the values of a codec. */
export type Decoded<C> = C extends Codec<infer T> ? T : never

/**
 * Decodes the whole of some bytes.
 * The byte strings in the result are views of the input: copy the input first if it is going to change.
 * @throws DecodeError also on bytes left over
 */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array): T {
  const reader = new Reader(bytes)
  const value = codec.read(reader)
  reader.end()
  return value
}

/**
 * Encodes one value.
 * Written is whatever has bytes: the bounds a standard sets are checked by reading only, so that a test server can send what nobody should.
 * @throws RangeError with the path of a value that has no bytes
 */
export function encode<T>(codec: Codec<T>, value: T): Uint8Array {
  const writer = new Writer()
  codec.write(writer, value)
  return writer.finish()
}

/**
 * What is wrong with the bytes: 'short' (they end too early), 'trailing' (bytes left over), 'limit' (a length the standard does not allow),
 * 'value' (a field that has no meaning).
 */
export type DecodeErrorCode = 'short' | 'trailing' | 'limit' | 'value'

/** Bytes that do not say what they should. Its message holds no byte of theirs, so it is safe to print. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
  readonly code: DecodeErrorCode
  /** Where in the value: 'extensions.0.key_share.group'; empty for the value as a whole. */
  readonly path: string
  /** Where in the bytes given to `decode`. */
  readonly offset: number

  constructor(code: DecodeErrorCode, problem: string, place: { readonly path: string; readonly offset: number }) {
    super(`${place.path === '' ? '' : `${place.path} `}at byte ${place.offset}: ${problem}`)
    this.code = code
    this.path = place.path
    this.offset = place.offset
  }
}

/** A step of a path: the name of a field or the place in a vector. */
type PathKey = string | number

/** The one place that slices and indexes. It never gives out a byte beyond its end. */
export class Reader {
  readonly #bytes: Uint8Array
  readonly #path: PathKey[]
  readonly #end: number
  #offset: number

  constructor(bytes: Uint8Array, start = 0, end = bytes.length, path: PathKey[] = []) {
    this.#bytes = bytes
    this.#offset = start
    this.#end = end
    this.#path = path
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#end - this.#offset
  }

  /** An unsigned integer of 1 to 4 bytes in network byte order. */
  uint(size: number): number {
    this.#need(size)
    let value = 0
    // Most of what is read: without a view of its own for each.
    for (const end = this.#offset + size; this.#offset < end; this.#offset += 1) value = value * 256 + (this.#bytes[this.#offset] ?? 0)
    return value
  }

  /** All that is left as a list of them, of which it has a whole number: most of what a hello is made of. */
  uints(size: number): number[] {
    const values: number[] = []
    while (this.#offset < this.#end) values.push(this.uint(size))
    return values
  }

  /** A view of the next bytes; moves past them. */
  take(length: number): Uint8Array {
    const bytes = this.peek(length)
    this.#offset += length
    return bytes
  }

  /** A view of the next bytes; stays where it is. */
  peek(length: number): Uint8Array {
    this.#need(length)
    // Not `subarray`: that of a Buffer is a Buffer, and values should not differ by where they came from.
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + this.#offset, length)
  }

  /** A reader of the next bytes only; moves past them. */
  sub(length: number): Reader {
    this.#need(length)
    const start = this.#offset
    this.#offset += length
    return new Reader(this.#bytes, start, this.#offset, this.#path)
  }

  /** Reads under a name, for the path of an error; after one nothing more is read. */
  at<T>(key: PathKey, codec: Codec<T>): T {
    this.#path.push(key)
    const value = codec.read(this)
    this.#path.pop()
    return value
  }

  /** States that everything has been read. */
  end(): void {
    if (this.left > 0) this.fail('trailing', `${count(this.left)} left over`)
  }

  fail(code: DecodeErrorCode, problem: string): never {
    throw new DecodeError(code, problem, { path: this.#path.join('.'), offset: this.#offset })
  }

  #need(length: number): void {
    if (length > this.left) this.fail('short', `needs ${count(length)}, ${this.left} left`)
  }
}

/** Collects bytes. */
export class Writer {
  readonly #path: PathKey[] = []
  #bytes = new Uint8Array(512)
  #length = 0

  uint(size: number, value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** size) this.fail(`${value} does not fit in ${count(size)}`)
    const start = this.#grow(size)
    this.#set(start, size, value)
  }

  /** A list of them: most of what a hello is made of. */
  uints(size: number, values: readonly number[]): void {
    const most = 256 ** size
    const start = this.#grow(size * values.length)
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? Number.NaN
      // Not an integer of at most 32 bits, or one too large.
      if (value >>> 0 !== value || value >= most) this.at(index, { write: () => this.uint(size, value) }, value)
      this.#set(start + index * size, size, value)
    }
  }

  bytes(bytes: Uint8Array): void {
    const start = this.#grow(bytes.length)
    this.#bytes.set(bytes, start)
  }

  /** Writes what `body` writes behind its length in bytes. */
  prefixed(size: number, body: () => void): void {
    const start = this.#grow(size)
    body()
    const length = this.#length - start - size
    if (length >= 256 ** size) this.fail(`${count(length)} do not fit behind a length of ${count(size)}`)
    this.#set(start, size, length)
  }

  /** Writes under a name, for the path of an error. */
  at<T>(key: PathKey, codec: Pick<Codec<T>, 'write'>, value: T): void {
    this.#path.push(key)
    codec.write(this, value)
    this.#path.pop()
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  fail(problem: string): never {
    throw new RangeError(this.#path.length === 0 ? problem : `${this.#path.join('.')}: ${problem}`)
  }

  /** Makes room and returns where it starts. */
  #grow(length: number): number {
    const start = this.#length
    this.#length += length
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2))
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    return start
  }

  #set(start: number, size: number, value: number): void {
    for (let i = start + size - 1, rest = value; i >= start; i -= 1, rest >>>= 8) this.#bytes[i] = rest
  }
}

function count(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`
}
