// Reads DER (ITU-T X.690), strictly and within bounds. It knows shapes, not certificates; how deep it goes is written in its callers, never chosen by
// the bytes. Our own because @peculiar/asn1-schema costs 20 ms at start, more than the whole rest of a run.

/** Tags, as the identifier byte stands in the encoding (X.680 §8.4); 0x20 marks a constructed value. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** The identifier byte of a context-specific tag: [n], primitive or constructed. */
export const context = (n: number, constructed = false): number => (constructed ? 0xa0 : 0x80) | n

/** Bytes that are not what they should be; the message says what was expected. */
export class DerError extends Error {
  override readonly name = 'DerError'
}

/** One value: its identifier byte, its content, and all of its bytes. */
export interface Element {
  readonly tag: number
  readonly content: Uint8Array
  readonly bytes: Uint8Array
}

/** Reads the values of a constructed one, in order. */
export class DerReader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get done(): boolean {
    return this.#offset === this.#bytes.length
  }

  /** The next value, whatever it is. `what` names it in the error. */
  next(what: string): Element {
    const start = this.#offset
    const tag = this.#byte(what)
    if ((tag & 0x1f) === 0x1f) throw new DerError(`${what}: a tag of several bytes`)
    const length = this.#length(what)
    if (length > this.#bytes.length - this.#offset) throw new DerError(`${what}: ends after the data`)
    const content = this.#bytes.subarray(this.#offset, this.#offset + length)
    this.#offset += length
    return { tag, content, bytes: this.#bytes.subarray(start, this.#offset) }
  }

  /** The next value, which must have this tag. */
  expect(tag: number, what: string): Element {
    const element = this.next(what)
    if (element.tag !== tag) throw new DerError(`${what}: tag 0x${hexByte(element.tag)} where 0x${hexByte(tag)} belongs`)
    return element
  }

  /** The next value if it has this tag; otherwise nothing is read. */
  optional(tag: number, what: string): Element | null {
    return this.#bytes[this.#offset] === tag ? this.next(what) : null
  }

  /** The values inside the next one. */
  enter(tag: number, what: string): DerReader {
    return new DerReader(this.expect(tag, what).content)
  }

  /** Trailing bytes are an error. */
  end(what: string): void {
    if (!this.done) throw new DerError(`${what}: trailing bytes`)
  }

  #byte(what: string): number {
    const byte = this.#bytes[this.#offset]
    if (byte === undefined) throw new DerError(`${what}: missing`)
    this.#offset += 1
    return byte
  }

  /** X.690 §10.1: definite and in the fewest bytes. */
  #length(what: string): number {
    const first = this.#byte(what)
    if (first < 0x80) return first
    const count = first & 0x7f
    if (count === 0 || count > 4) throw new DerError(`${what}: a length of ${count === 0 ? 'indefinite form' : `${count} bytes`}`)
    let length = 0
    for (let i = 0; i < count; i++) length = length * 0x100 + this.#byte(what)
    if (length < 0x80 || length < 0x100 ** (count - 1)) throw new DerError(`${what}: a length in more bytes than it needs`)
    return length
  }
}

/** Dotted decimal: '2.5.4.3' (X.690 §8.19). Arcs beyond 2^53 occur (UUIDs under 2.25), so they are counted in BigInt. */
export function oidOf(element: Element, what: string): string {
  const { content } = element
  const last = content.at(-1)
  // 64 bytes hold every identifier in use several times over; without a limit, BigInt arithmetic on an attacker's megabyte takes minutes.
  if (last === undefined || last & 0x80 || content.length > 64) throw new DerError(`${what}: a broken object identifier`)
  const arcs: bigint[] = []
  let arc = 0n
  let starts = true
  for (const byte of content) {
    if (starts && byte === 0x80) throw new DerError(`${what}: a broken object identifier`)
    starts = byte < 0x80
    arc = (arc << 7n) | BigInt(byte & 0x7f)
    if (!starts) continue
    arcs.push(arc)
    arc = 0n
  }
  const first = arcs[0] ?? 0n
  const root = first < 80n ? first / 40n : 2n
  return [root, first - root * 40n, ...arcs.slice(1)].join('.')
}

/** A small non-negative number; null when it is larger than 2^31 - 1. */
export function smallIntegerOf(element: Element, what: string): number | null {
  const { content } = element
  const first = content[0]
  if (first === undefined || first & 0x80) throw new DerError(`${what}: not a non-negative number`)
  if (content.length > 5) return null
  const value = content.reduce((sum, byte) => sum * 0x100 + byte, 0)
  return value > 0x7fff_ffff ? null : value
}

/** How many bits a non-negative number has whose most significant byte comes first. */
export function bitLengthOf(number: Uint8Array): number {
  const start = number.findIndex(byte => byte !== 0)
  return start < 0 ? 0 : (number.length - start) * 8 - Math.clz32(number[start] ?? 0) + 24
}

/** The bytes of a BIT STRING (X.690 §8.6) and how many of their bits count. */
export function bitStringOf(element: Element, what: string): { readonly bytes: Uint8Array; readonly bits: number } {
  const unused = element.content[0]
  const bytes = element.content.subarray(1)
  if (unused === undefined || unused > 7 || (bytes.length === 0 && unused > 0)) throw new DerError(`${what}: a broken bit string`)
  return { bytes, bits: bytes.length * 8 - unused }
}

/** Any byte but zero is true: BER's spelling, which OpenSSL accepts. */
export function booleanOf(element: Element, what: string): boolean {
  if (element.content.length !== 1) throw new DerError(`${what}: a broken truth value`)
  return element.content[0] !== 0
}

/** The text of a character string, or null when the value is none. Bytes that are no text in their encoding become U+FFFD. */
export function textOf(element: Element): string | null {
  const bytes = Buffer.from(element.content.buffer, element.content.byteOffset, element.content.length)
  switch (element.tag) {
    case tags.utf8String:
      return bytes.toString('utf8')
    case tags.numericString:
    case tags.printableString:
    case tags.ia5String:
    case tags.visibleString:
    // T.61 in name, Latin-1 in all certificates that use it.
    case tags.teletexString:
      return bytes.toString('latin1')
    case tags.bmpString:
      return Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le')
        .toWellFormed()
    case tags.universalString: {
      let text = ''
      for (let at = 0; at + 4 <= bytes.length; at += 4) {
        const point = bytes.readUInt32BE(at)
        text += point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point)
      }
      return text.toWellFormed()
    }
    default:
      return null
  }
}

const twoDigits = '(\\d{2})'
const timePattern = new RegExp(`^(\\d{2}|\\d{4})${twoDigits.repeat(5)}Z$`)

/** Milliseconds since 1970 of a UTCTime or GeneralizedTime in the only forms a certificate may use (RFC 5280 §4.1.2.5). */
export function timeOf(element: Element, what: string): number {
  const text = Buffer.from(element.content).toString('latin1')
  const match = timePattern.exec(text)
  const yearDigits = element.tag === tags.utcTime ? 2 : element.tag === tags.generalizedTime ? 4 : 0
  if (match?.[1]?.length !== yearDigits) throw new DerError(`${what}: not a date`)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number)
  // Two digits: 50 is 1950 and 49 is 2049.
  const fullYear = yearDigits === 4 ? year : year < 50 ? 2000 + year : 1900 + year
  const date = new Date(0)
  date.setUTCFullYear(fullYear, month - 1, day)
  date.setUTCHours(hour, minute, second)
  // A 31st of June rolls over silently: the text must come back as it was.
  if (date.toISOString().replace(/[-T:]/g, '').slice(0, 14) !== `${String(fullYear).padStart(4, '0')}${text.slice(yearDigits, -1)}`)
    throw new DerError(`${what}: not a date`)
  return date.getTime()
}

/** In hexadecimal, two upper-case digits a byte, with nothing between them. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex').toUpperCase()

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0')
