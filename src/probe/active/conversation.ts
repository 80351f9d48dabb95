// A conversation with a server in records of our own making, which no TLS library would send. Bounded in size and time; no keys.
import type { Socket } from 'node:net'
import { deadline } from '../../net/deadline.ts'
import { openEndpoint, type Route } from '../../net/endpoint.ts'
import type { Env } from '../../net/env.ts'
import { alerts } from '../../registry/alerts.ts'
import { type Alert, alert, alertLevel } from '../../wire/alert.ts'
import { DecodeError, decode } from '../../wire/codec.ts'
import { MessageAssembler } from '../../wire/handshake.ts'
import type { ClientHello, ServerHello } from '../../wire/hello.ts'
import { decodeHandshake, encodeHandshake } from '../../wire/messages.ts'
import { contentType, Deframer, encodeRecords } from '../../wire/record.ts'

/** Where a conversation is held, and how long it may take. */
export interface Place {
  readonly route: Route
  readonly env: Env
  /** Milliseconds since the target's start. */
  readonly clock: () => number
  readonly signal: AbortSignal
}

/** What a server did next. */
export type Heard =
  | { readonly kind: 'record'; readonly type: number; readonly fragment: Uint8Array }
  | { readonly kind: 'ended'; readonly by: 'close' | 'reset' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'unreadable'; readonly detail: string }

/** setTimeout's 32 bits: in effect only the signal ends the wait. */
const longestMs = 2 ** 31 - 1

/** RFC 8446 §5.1: a first ClientHello travels in records of this version. */
const helloRecordVersion = 0x0301

/** Why there is no conversation, a clause. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/** One connection, to be disposed of. */
export class Conversation implements Disposable {
  readonly #socket: Socket
  readonly #clock: () => number
  readonly #openedMs: number
  readonly #signal: AbortSignal
  readonly #records = new Deframer()
  /** A record of another than the negotiated version is refused for that alone. */
  #version = helloRecordVersion
  #end: 'close' | 'reset' | null = null
  #wake = (): void => {}

  private constructor(socket: Socket, { clock, signal }: Place) {
    this.#socket = socket
    this.#clock = clock
    this.#openedMs = clock()
    this.#signal = signal
    socket.on('data', bytes => {
      this.#records.push(bytes)
      this.#wake()
    })
    const ended = (by: 'close' | 'reset') => (): void => {
      this.#end ??= by
      this.#wake()
    }
    socket.on('end', ended('close')).on('error', ended('reset')).on('close', ended('close'))
  }

  /** @throws NoAnswer when there is no connection */
  static async open(place: Place): Promise<Conversation> {
    const { route, env, clock, signal } = place
    const { socket, failure } = await openEndpoint(route, env, clock, signal)
    if (socket === null) throw new NoAnswer(failure?.message ?? 'no connection')
    return new Conversation(socket, place)
  }

  /** Milliseconds since it was opened. */
  get ageMs(): number {
    return this.#clock() - this.#openedMs
  }

  send(type: number, bytes: Uint8Array): void {
    this.#socket.write(encodeRecords(type, bytes, { version: this.#version }))
  }

  /** close_notify, and no more bytes after it: a server that is alive ends the connection in answer. */
  close(): void {
    this.#socket.end(encodeRecords(contentType.alert, Uint8Array.of(alertLevel.warning, 0), { version: this.#version }))
  }

  /** The next record, or what there is in its place; silence after so many milliseconds, or else when the signal is aborted. */
  async hear(forMs = longestMs): Promise<Heard> {
    using limit = deadline(forMs, this.#signal)
    limit.signal.addEventListener('abort', () => this.#wake(), { once: true })
    for (;;) {
      const frame = this.#records.next()
      if (frame.kind === 'record') return { kind: 'record', type: frame.type, fragment: frame.fragment }
      if (frame.kind === 'error') return { kind: 'unreadable', detail: frame.message }
      if (frame.kind === 'sslv2') return { kind: 'unreadable', detail: 'an SSLv2 message was sent' }
      if (this.#end !== null) return { kind: 'ended', by: this.#end }
      if (limit.signal.aborted) return { kind: 'silence' }
      await new Promise<void>(resolve => (this.#wake = resolve))
    }
  }

  /**
   * Sends a hello of TLS 1.2 or below and reads up to the ServerHello, or to ServerHelloDone, after which the server waits.
   * @throws NoAnswer when the server does not get there
   */
  async greet(hello: ClientHello, until: 'server_hello' | 'server_hello_done'): Promise<ServerHello> {
    this.send(contentType.handshake, encodeHandshake(hello, { version: helloRecordVersion }))
    const messages = new MessageAssembler()
    let answer: ServerHello | null = null
    for (;;) {
      for (let message = messages.next(); message.kind !== 'need-more'; message = messages.next()) {
        if (message.kind === 'error') throw new NoAnswer(message.message)
        answer ??= serverHelloOf(message.type, message.body)
        this.#version = answer.legacyVersion
        if (until === 'server_hello' || message.type === serverHelloDone) return answer
      }
      const heard = await this.hear()
      const refusal = fatalAlert(heard)
      if (refusal !== null) throw new NoAnswer(`the hello was refused by alert ${alerts.label(refusal)}`)
      if (heard.kind !== 'record') throw new NoAnswer(`the hello was not answered: ${heardText(heard)}`)
      if (heard.type === contentType.handshake) messages.push(heard.fragment)
    }
  }

  [Symbol.dispose](): void {
    this.#socket.destroy()
  }
}

/** HandshakeType: RFC 5246 §7.4 */
const serverHelloDone = 14

function serverHelloOf(type: number, body: Uint8Array): ServerHello {
  try {
    const message = decodeHandshake(type, body, { version: helloRecordVersion })
    if (message.kind === 'server_hello') return message
    throw new NoAnswer(`a ${message.kind} came in the place of a ServerHello`)
  } catch (error) {
    if (error instanceof DecodeError) throw new NoAnswer(`the ServerHello cannot be read: ${error.message}`, { cause: error })
    throw error
  }
}

/** The description of a fatal alert; null for everything else. */
export function fatalAlert(heard: Heard): number | null {
  if (heard.kind !== 'record' || heard.type !== contentType.alert || heard.fragment.length !== 2) return null
  const { level, description }: Alert = decode(alert, heard.fragment)
  return level === alertLevel.fatal ? description : null
}

/** What was heard, in words. */
export function heardText(heard: Heard): string {
  switch (heard.kind) {
    case 'record':
      return `a record of type ${heard.type} was sent`
    case 'ended':
      return heard.by === 'close' ? 'the connection was closed' : 'the connection was reset'
    case 'silence':
      return 'no answer in time'
    case 'unreadable':
      return heard.detail
    default:
      return heard satisfies never
  }
}
