// Handshake messages out of the fragments of handshake records: RFC 8446 §4 and §5.1. What a message says is decoded in messages.ts.
import { ByteQueue } from './byte-queue.ts'
import { decode } from './codec.ts'
import { type Limits, limits as standardLimits } from './limits.ts'
import { struct, uint8, uint24 } from './presentation.ts'

const handshakeHeader = struct({ type: uint8, length: uint24 })
const headerLength = 4

/** What an assembler has: a whole handshake message, the need for more bytes, or bytes that are none. */
export type Assembled =
  | {
      readonly kind: 'message'
      readonly type: number
      readonly body: Uint8Array
      /** The message with its header: what a transcript hash covers. */
      readonly bytes: Uint8Array
    }
  /** `pending` bytes wait for the rest of their message: not 0 where keys change means a malformed flight (RFC 8446 §5.1). */
  | {
      readonly kind: 'need-more'
      readonly pending: number
      /** Of the message that has begun: its type and its length with the header; null while the header itself is not whole. */
      readonly header: { readonly type: number; readonly length: number } | null
    }
  /** Final. */
  | { readonly kind: 'error'; readonly code: 'message-too-long' | 'too-many-messages'; readonly message: string }

/**
 * Joins the fragments of one direction and cuts them into messages: `push` the fragment of a handshake record, which must not change from then
 * on, and call `next` until it needs more or gives up. A message may span records and a record may hold several.
 */
export class MessageAssembler {
  readonly #queue = new ByteQueue()
  readonly #limits: Limits
  #messages = 0

  constructor(limits: Limits = standardLimits) {
    this.#limits = limits
  }

  push(fragment: Uint8Array): void {
    this.#queue.push(fragment)
  }

  next(): Assembled {
    const header = this.#queue.peek(headerLength)
    if (header.length < headerLength) return { kind: 'need-more', pending: this.#queue.length, header: null }
    const { type, length } = decode(handshakeHeader, header)
    if (length > this.#limits.message) {
      const message = `a handshake message says it is ${length} bytes long, at most ${this.#limits.message} are read`
      return { kind: 'error', code: 'message-too-long', message }
    }
    if (this.#messages >= this.#limits.messages) {
      return { kind: 'error', code: 'too-many-messages', message: `more than ${this.#limits.messages} handshake messages were sent` }
    }
    if (this.#queue.length < headerLength + length) {
      return { kind: 'need-more', pending: this.#queue.length, header: { type, length: headerLength + length } }
    }
    this.#messages += 1
    const bytes = this.#queue.take(headerLength + length)
    return { kind: 'message', type, body: bytes.subarray(headerLength), bytes }
  }
}
