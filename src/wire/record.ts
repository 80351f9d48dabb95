// The record layer of RFC 8446 §5.1: records into bytes, and bytes in pieces of any size into records. No decryption.
import { alertLevel } from './alert.ts'
import { ByteQueue } from './byte-queue.ts'
import { decode, encode } from './codec.ts'
import { type Limits, limits as standardLimits } from './limits.ts'
import { struct, uint8, uint16 } from './presentation.ts'

/** IANA "TLS ContentType", as far as they travel over TCP: RFC 8446 §5.1 and RFC 6520. */
export const contentType = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23, heartbeat: 24 } as const

const recordHeader = struct({ type: uint8, version: uint16, length: uint16 })
const headerLength = 5

/** The most plaintext a record may carry: RFC 8446 §5.1. */
const maxFragment = 2 ** 14

/**
 * Puts bytes of one content type into as many records as needed; no bytes make one empty record.
 * @param options.version ProtocolVersion of the record headers: 0x0301 before a first ClientHello, else 0x0303 (RFC 8446 §5.1)
 * @param options.fragmentSize bytes a record carries at most
 */
export function encodeRecords(
  type: number,
  bytes: Uint8Array,
  options: { readonly version: number; readonly fragmentSize?: number },
): Uint8Array {
  const { version, fragmentSize = maxFragment } = options
  if (fragmentSize < 1) throw new RangeError(`records of ${fragmentSize} bytes carry nothing`)
  const queue = new ByteQueue()
  for (let start = 0; start === 0 || start < bytes.length; start += fragmentSize) {
    const fragment = bytes.subarray(start, start + fragmentSize)
    queue.push(encode(recordHeader, { type, version, length: fragment.length }))
    queue.push(fragment)
  }
  return queue.take(queue.length)
}

/**
 * Why a stream cannot be read further: 'not-tls' (its first bytes are no TLS record: another protocol), 'bad-record' (bytes that are no record
 * follow after records), 'record-too-long', 'too-much' (a limit of `limits` is reached).
 */
export type DeframeErrorCode = 'not-tls' | 'bad-record' | 'record-too-long' | 'too-much'

/** What a deframer has: a record, an SSLv2 message, the need for more bytes, or bytes that are no TLS. */
export type Deframed<Context> =
  | {
      readonly kind: 'record'
      readonly type: number
      readonly version: number
      readonly fragment: Uint8Array
      /** Where its header starts in the stream. */
      readonly offset: number
      /** What was given with the last piece pushed: the record's completion when `next` is called after every push. */
      readonly context: Context
    }
  /** An SSLv2 record; only where a stream starts. `message` is for `decodeSslv2`. */
  | { readonly kind: 'sslv2'; readonly message: Uint8Array; readonly offset: number; readonly context: Context }
  /** `pending` bytes wait for the rest of their record. */
  | { readonly kind: 'need-more'; readonly pending: number }
  /** Final. `bytes` are those that cannot be read, as far as they are here and at most 1024: ask again after the next push for more. */
  | {
      readonly kind: 'error'
      readonly code: DeframeErrorCode
      readonly message: string
      readonly bytes: Uint8Array
      readonly context: Context
    }

/**
 * Cuts one direction of a connection into records: `push` what arrived, then call `next` until it needs more or gives up.
 * The context of a push (a time, say) comes back with the records it completes.
 */
export class Deframer<Context = void> {
  readonly #queue = new ByteQueue()
  readonly #limits: Limits
  #context: Context | undefined
  #offset = 0
  #received = 0
  #records = 0
  #emptyInARow = 0
  #warningsInARow = 0
  #failure: { readonly code: DeframeErrorCode; readonly message: string } | undefined

  constructor(limits: Limits = standardLimits) {
    this.#limits = limits
  }

  /** @param bytes which must not change from then on */
  push(bytes: Uint8Array, context: Context): void {
    this.#context = context
    // What comes after a failure is of interest only as far as it is shown.
    const room = this.#failure === undefined ? this.#limits.bytes - this.#received : shownBytes - this.#queue.length
    this.#received += bytes.length
    this.#queue.push(bytes.length <= room ? bytes : bytes.subarray(0, Math.max(room, 0)))
  }

  next(): Deframed<Context> {
    if (this.#failure === undefined) {
      const frame = this.#records === 0 && (this.#queue.peek(1)[0] ?? 0) >= 0x80 ? this.#sslv2() : this.#record()
      if (frame !== undefined) return frame
    }
    if (this.#failure === undefined && this.#received > this.#limits.bytes)
      this.#fail('too-much', `more than ${this.#limits.bytes} bytes were sent`)
    if (this.#failure === undefined) return { kind: 'need-more', pending: this.#queue.length }
    return { kind: 'error', ...this.#failure, bytes: this.#queue.peek(shownBytes), context: this.#context as Context }
  }

  /** Only a stream's first record is tried as SSLv2: what can follow it there in the clear is TLS, after a ClientHello in the old form. */
  #sslv2(): Deframed<Context> | undefined {
    const [first = 0, second, type] = this.#queue.peek(3)
    if (second === undefined || type === undefined) return undefined
    if (!sslv2Types.includes(type)) return this.#fail('not-tls', notTls)
    const length = 2 + (first - 0x80) * 256 + second
    if (this.#queue.length < length) return undefined
    const message = this.#queue.take(length).subarray(2)
    return this.#advance({ kind: 'sslv2', message, offset: this.#offset, context: this.#context as Context }, length)
  }

  #record(): Deframed<Context> | undefined {
    const header = this.#queue.peek(headerLength)
    // Another protocol may say less than a header and wait for us: the first byte has to tell.
    if (header[0] !== undefined && !isContentType(header[0])) return this.#notARecord()
    if (header.length < headerLength) return undefined
    const { type, version, length } = decode(recordHeader, header)
    // A broken server may answer with an alert of version 0.0; by its type and length it is one all the same.
    const isAlert = type === contentType.alert && length === 2
    if (version >> 8 !== 3 && !isAlert) return this.#notARecord()
    if (length > this.#limits.fragment)
      return this.#fail('record-too-long', `a record says it is ${length} bytes long, at most ${this.#limits.fragment} are allowed`)
    if (this.#queue.length < headerLength + length) return undefined
    const fragment = this.#queue.take(headerLength + length).subarray(headerLength)
    const isWarning = isAlert && fragment[0] === alertLevel.warning
    this.#emptyInARow = length === 0 ? this.#emptyInARow + 1 : 0
    this.#warningsInARow = isWarning ? this.#warningsInARow + 1 : 0
    if (this.#emptyInARow > this.#limits.emptyRecords)
      return this.#fail('too-much', `more than ${this.#limits.emptyRecords} empty records were sent in a row`)
    if (this.#warningsInARow > this.#limits.warningAlerts)
      return this.#fail('too-much', `more than ${this.#limits.warningAlerts} warning alerts were sent in a row`)
    if (this.#records >= this.#limits.records) return this.#fail('too-much', `more than ${this.#limits.records} records were sent`)
    return this.#advance(
      { kind: 'record', type, version, fragment, offset: this.#offset, context: this.#context as Context },
      headerLength + length,
    )
  }

  #notARecord(): undefined {
    if (this.#records === 0) return this.#fail('not-tls', notTls)
    return this.#fail('bad-record', 'bytes that are no TLS record follow after TLS records')
  }

  #advance(frame: Deframed<Context>, length: number): Deframed<Context> {
    this.#records += 1
    this.#offset += length
    return frame
  }

  #fail(code: DeframeErrorCode, message: string): undefined {
    this.#failure = { code, message }
  }
}

const notTls = 'the first bytes are no TLS record'

/** Enough of an unknown protocol to name it: a status line, a banner. */
const shownBytes = 1024

/** SSLv2 ERROR, CLIENT-HELLO and SERVER-HELLO: the handshake messages sent in the clear. */
const sslv2Types = [0, 1, 4]

function isContentType(type: number): boolean {
  return type >= contentType.changeCipherSpec && type <= contentType.heartbeat
}
