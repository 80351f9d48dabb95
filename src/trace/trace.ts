// A recording, read: every message of both directions in the order it was seen, the protected ones opened by the key log. Pure.
import { exchangeName } from '../registry/cipher-suite-parts.ts'
import { handshakeTypes } from '../registry/handshake-types.ts'
import { tls13 } from '../registry/protocols.ts'
import { type Alert, alert } from '../wire/alert.ts'
import { DecodeError, decode } from '../wire/codec.ts'
import { extension } from '../wire/extensions.ts'
import { MessageAssembler } from '../wire/handshake.ts'
import type { ClientHello, HelloRetryRequest, ServerHello } from '../wire/hello.ts'
import { negotiatedVersion } from '../wire/hello.ts'
import { decodeHandshake, type HandshakeMessage } from '../wire/messages.ts'
import { contentType, Deframer } from '../wire/record.ts'
import { secretOf } from './key-log.ts'
import { type Opener, openTls12, openTls13 } from './protection.ts'
import type { Recording, Side } from './recording.ts'

/** What one message said. */
export type Content =
  | HandshakeMessage
  | (Alert & { readonly kind: 'alert' })
  | { readonly kind: 'change_cipher_spec' }
  | { readonly kind: 'application_data' }
  /** An SSLv2 message: nothing we speak, but the sign of a peer that does. */
  | { readonly kind: 'sslv2' }
  /** A malformed message of a known type. */
  | { readonly kind: 'undecodable'; readonly name: string; readonly reason: string }
  /** A protected record without a secret that opens it. */
  | { readonly kind: 'sealed' }

/** A message as it was sent, opened where it was sealed and the key log has the secret. */
export interface Message {
  readonly from: Side
  /** When its last byte passed, in milliseconds since the target's start. */
  readonly atMs: number
  /** The message as it was before protection, its header included and record headers not. */
  readonly bytes: Uint8Array
  readonly protected: boolean
  readonly content: Content
}

/** One connection, read into messages as far as it could be. */
export interface Trace {
  readonly recording: Recording
  readonly messages: readonly Message[]
  /** The server's bytes when they are no TLS from the first one, at most 1024 of them; otherwise null. */
  readonly notTls: Uint8Array | null
  /** Why the server's bytes could not be read to their end, one clause; null when they could. */
  readonly broken: string | null
  /** A message of the server that had begun when the recording ended; null when there is none. */
  readonly unfinished: { readonly name: string; readonly received: number; readonly length: number | null } | null
  readonly clientHello: ClientHello | null
  readonly serverHello: ServerHello | HelloRetryRequest | null
  /** The server's certificates as sent, DER. */
  readonly presented: readonly Uint8Array[]
}

/** The RFC name of a message: 'client_hello', 'alert', 'handshake message 0x63'. */
export function messageName({ content }: Message): string {
  if (content.kind === 'undecodable') return content.name
  return content.kind === 'unknown' ? handshakeTypes.label(content.type) : content.kind
}

/** Reads a recording. Never throws for what a peer sent. */
export function readTrace(recording: Recording): Trace {
  return new TraceReader(recording).trace()
}

/** One direction's state. */
interface Direction {
  readonly deframer: Deframer<number>
  readonly assembler: MessageAssembler
  /** How many of its messages were read. */
  messages: number
  /** Null while records are in the clear; an opener that gives null leaves them sealed. */
  opener: Opener | null
  protected: boolean
}

const direction = (): Direction => ({
  deframer: new Deframer(),
  assembler: new MessageAssembler(),
  messages: 0,
  opener: null,
  protected: false,
})

/**
 * Messages after which nothing more is read of a side. The limits of wire/ allow thousands of records of alerts or data, each of them to be
 * decrypted and a line in every report; a handshake has a dozen messages, and what follows it a few more.
 */
const maxMessages = 128

/** Reads a recording that still grows, each byte once however often it is asked. */
export class TraceReader {
  readonly #recording: Recording
  readonly #sides: Record<Side, Direction> = { client: direction(), server: direction() }
  readonly #messages: Message[] = []
  #chunksRead = 0
  #last: Trace | null = null
  #notTls: Uint8Array | null = null
  #broken: string | null = null
  #clientHello: ClientHello | null = null
  /** The client's random as the key log has it. */
  #clientRandom = ''
  #serverHello: ServerHello | HelloRetryRequest | null = null
  #keyExchange: string | undefined

  constructor(recording: Recording) {
    this.#recording = recording
  }

  /** What the chunks so far say; the messages of an earlier answer grow with those of a later one. */
  trace(): Trace {
    const { chunks } = this.#recording
    if (this.#last !== null && chunks.length === this.#chunksRead) return this.#last
    for (const { from, atMs, bytes } of chunks.slice(this.#chunksRead)) this.#read(from, atMs, bytes)
    this.#chunksRead = chunks.length
    this.#last = this.#soFar()
    return this.#last
  }

  #read(from: Side, atMs: number, bytes: Uint8Array): void {
    const side = this.#sides[from]
    side.deframer.push(bytes, atMs)
    for (;;) {
      const frame = side.deframer.next()
      if (frame.kind === 'need-more') return
      if (side.messages >= maxMessages) {
        if (from === 'server') this.#broken ??= `more than ${maxMessages} messages were sent`
        return
      }
      if (frame.kind === 'error') {
        if (from === 'server' && frame.code === 'not-tls') this.#notTls = frame.bytes
        else if (from === 'server') this.#broken ??= frame.message
        return
      }
      if (frame.kind === 'sslv2') this.#add(from, frame.context, frame.message, { kind: 'sslv2' })
      else this.#record(from, frame)
    }
  }

  #soFar(): Trace {
    const first = this.#messages.find(({ from, content }) => from === 'server' && content.kind === 'certificate')
    return {
      recording: this.#recording,
      messages: this.#messages,
      notTls: this.#notTls,
      broken: this.#broken,
      unfinished: this.#unfinished(),
      clientHello: this.#clientHello,
      serverHello: this.#serverHello,
      presented: first?.content.kind === 'certificate' ? first.content.entries.map(entry => entry.certificate) : [],
    }
  }

  #record(
    from: Side,
    record: { readonly type: number; readonly version: number; readonly fragment: Uint8Array; readonly context: number },
  ): void {
    const side = this.#sides[from]
    // RFC 8446 §5: a protected record is application data on the outside; an alert or a change_cipher_spec in the clear stays itself.
    const sealed = side.protected && (this.#version() < tls13 || record.type === contentType.applicationData)
    const opened = sealed ? (side.opener?.open(record) ?? null) : record
    if (opened === null) {
      this.#add(from, record.context, record.fragment, { kind: 'sealed' }, true)
      return
    }
    const { type, fragment } = opened
    if (type === contentType.handshake) {
      side.assembler.push(fragment)
      this.#assemble(from, record.context, sealed)
    } else if (type === contentType.changeCipherSpec) {
      this.#add(from, record.context, fragment, { kind: 'change_cipher_spec' })
      if (this.#version() < tls13) this.#protectTls12(from)
    } else if (type === contentType.alert) {
      this.#add(
        from,
        record.context,
        fragment,
        this.#decoded('alert', () => ({ kind: 'alert', ...decode(alert, fragment) })),
        sealed,
      )
    } else {
      this.#add(from, record.context, fragment, { kind: 'application_data' }, sealed)
    }
  }

  #assemble(from: Side, atMs: number, isProtected: boolean): void {
    const { assembler } = this.#sides[from]
    for (;;) {
      const next = assembler.next()
      if (next.kind === 'need-more') return
      if (next.kind === 'error') {
        if (from === 'server') this.#broken ??= next.message
        return
      }
      const content = this.#decoded(handshakeTypes.label(next.type), () =>
        decodeHandshake(next.type, next.body, { version: this.#version(), keyExchange: this.#keyExchange }),
      )
      this.#add(from, atMs, next.bytes, content, isProtected)
      this.#follow(from, content)
    }
  }

  /** What a message changes for the records after it. */
  #follow(from: Side, content: Content): void {
    if (content.kind === 'client_hello' && this.#clientHello === null) {
      this.#clientHello = content
      this.#clientRandom = Buffer.from(content.random).toString('hex')
    }
    if (content.kind === 'hello_retry_request' || content.kind === 'server_hello') {
      this.#serverHello = content
      this.#keyExchange = exchangeName(content.cipherSuite)
    }
    if (this.#version() < tls13) return
    if (content.kind === 'server_hello') {
      this.#protectTls13('server', 'SERVER_HANDSHAKE_TRAFFIC_SECRET')
      this.#protectTls13('client', 'CLIENT_HANDSHAKE_TRAFFIC_SECRET')
    } else if (content.kind === 'finished') {
      this.#protectTls13(from, from === 'server' ? 'SERVER_TRAFFIC_SECRET_0' : 'CLIENT_TRAFFIC_SECRET_0')
    }
  }

  #protectTls13(from: Side, label: Parameters<typeof secretOf>[1]): void {
    const secret = secretOf(this.#recording.keyLog, label, this.#clientRandom)
    const side = this.#sides[from]
    side.opener = secret ? openTls13(this.#serverHello?.cipherSuite ?? 0, secret) : null
    side.protected = true
  }

  #protectTls12(from: Side): void {
    const side = this.#sides[from]
    side.protected = true
    const [hello, answer] = [this.#clientHello, this.#serverHello]
    const masterSecret = secretOf(this.#recording.keyLog, 'CLIENT_RANDOM', this.#clientRandom)
    if (hello === null || masterSecret === null || answer?.kind !== 'server_hello') return
    const encryptThenMac = extension(answer.extensions, 'encrypt_then_mac') !== undefined
    const keys = {
      version: this.#version(),
      cipherSuite: answer.cipherSuite,
      masterSecret,
      clientRandom: hello.random,
      serverRandom: answer.random,
      encryptThenMac,
    }
    side.opener = openTls12(keys)?.[from] ?? null
  }

  #unfinished(): Trace['unfinished'] {
    const { assembler, deframer } = this.#sides.server
    const rest = assembler.next()
    if (rest.kind !== 'need-more') return null
    const frame = deframer.next()
    const inRecord = frame.kind === 'need-more' ? frame.pending : 0
    if (rest.pending === 0 && inRecord === 0) return null
    const head = rest.header
    return { name: head ? handshakeTypes.label(head.type) : 'record', received: rest.pending + inRecord, length: head ? head.length : null }
  }

  #version(): number {
    return this.#serverHello ? negotiatedVersion(this.#serverHello) : 0
  }

  #decoded(name: string, read: () => Content): Content {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error
      return { kind: 'undecodable', name, reason: error.message }
    }
  }

  #add(from: Side, atMs: number, bytes: Uint8Array, content: Content, isProtected = false): void {
    this.#sides[from].messages += 1
    this.#messages.push({ from, atMs, bytes, protected: isProtected, content })
  }
}
