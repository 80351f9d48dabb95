// What a server answers one hello with, read as far as it says something in the clear: to the ServerHelloDone before TLS 1.3, in it to the
// ServerHello, or, where our key share opens the rest, to the CertificateVerify. Bytes in, an Outcome out; no socket.
import { exchangeName } from '../registry/cipher-suite-parts.ts'
import { tls13 } from '../registry/protocols.ts'
import { serverHandshakeSecret } from '../trace/key-schedule.ts'
import { type Opener, openTls13 } from '../trace/protection.ts'
import { alert, alertLevel } from '../wire/alert.ts'
import { DecodeError, decode } from '../wire/codec.ts'
import { extension } from '../wire/extensions.ts'
import { MessageAssembler } from '../wire/handshake.ts'
import { type HelloRetryRequest, negotiatedVersion, type ServerHello } from '../wire/hello.ts'
import { decodeHandshake, type HandshakeMessage } from '../wire/messages.ts'
import { contentType, Deframer } from '../wire/record.ts'
import { decodeSslv2 } from '../wire/sslv2.ts'
import { offMenu } from './menu.ts'
import type { Accepted, Answer, Offer, Outcome } from './offer.ts'

/** A ServerHello, and what came after it. */
interface Heard {
  readonly hello: ServerHello | HelloRetryRequest
  readonly version: number
  presented: Answer['presented']
  keyExchange: Answer['keyExchange']
  encryptedExtensions: Answer['encryptedExtensions']
  asksForCertificate: Answer['asksForCertificate']
  /** Of a CertificateVerify. */
  signatureScheme: number | null
}

interface Fragment {
  readonly type: number
  readonly fragment: Uint8Array
}

const x25519 = 0x001d

/** Reads the answer to one offer. */
export class Flight {
  readonly #offer: Offer
  readonly #sent: Uint8Array
  readonly #deframer = new Deframer()
  readonly #assembler = new MessageAssembler()
  #opener: Opener | null = null
  #heard: Heard | null = null

  /** @param sent the hello as a message, without record headers */
  constructor(offer: Offer, sent: Uint8Array) {
    this.#offer = offer
    this.#sent = sent
  }

  /** Takes what arrived; gives the outcome as soon as it is known, before that null. */
  read(bytes: Uint8Array): Outcome | null {
    this.#deframer.push(bytes)
    try {
      for (;;) {
        const frame = this.#deframer.next()
        if (frame.kind === 'need-more') return null
        if (frame.kind === 'error') return frame.code === 'not-tls' ? notTls : unreadable(frame.message)
        const outcome = frame.kind === 'sslv2' ? this.#sslv2(frame.message) : this.#record(frame)
        if (outcome) return outcome
      }
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error
      return unreadable(error.message)
    }
  }

  /** The outcome if nothing more comes; null when nothing was said. A server that sent a ServerHello and went away has answered. */
  rest(): Outcome | null {
    if (this.#heard) return this.#accepted(this.#heard)
    const [frame, message] = [this.#deframer.next(), this.#assembler.next()]
    const begun = (frame.kind === 'need-more' && frame.pending > 0) || (message.kind === 'need-more' && message.pending > 0)
    return begun ? unreadable('the answer ends in the middle of a message') : null
  }

  #record(record: Fragment & { readonly version: number }): Outcome | null {
    const isSealed = this.#opener !== null && record.type === contentType.applicationData
    const { type, fragment } = (isSealed ? this.#opener?.open(record) : record) ?? { type: null, fragment: none }
    switch (type) {
      case contentType.handshake:
        this.#assembler.push(fragment)
        return this.#messages()
      case contentType.alert: {
        const { level, description } = decode(alert, fragment)
        return level === alertLevel.fatal ? { kind: 'refused', by: 'alert', alert: description } : null
      }
      case contentType.changeCipherSpec:
        if (!this.#heard) return beginsOtherwise
        // Before TLS 1.3 the server resumes a session: there is no more to its flight. In it the record means nothing.
        return this.#heard.version < tls13 ? this.#accepted(this.#heard) : null
      case null: // our share does not open it
        return this.#heard && this.#accepted(this.#heard)
      default:
        return this.#heard ? unreadable(`a record of type ${type} comes in the middle of the answer`) : beginsOtherwise
    }
  }

  #messages(): Outcome | null {
    for (;;) {
      const next = this.#assembler.next()
      if (next.kind === 'need-more') return null
      if (next.kind === 'error') return unreadable(next.message)
      const { version = 0, hello } = this.#heard ?? {}
      const keyExchange = hello && exchangeName(hello.cipherSuite)
      const message = decodeHandshake(next.type, next.body, { version, keyExchange })
      const outcome = this.#heard ? this.#follow(this.#heard, message) : this.#begin(message, next.bytes)
      if (outcome) return outcome
    }
  }

  #begin(message: HandshakeMessage, bytes: Uint8Array): Outcome | null {
    if (message.kind !== 'server_hello' && message.kind !== 'hello_retry_request') return beginsOtherwise
    const version = negotiatedVersion(message)
    this.#heard = {
      hello: message,
      version,
      presented: [],
      keyExchange: null,
      encryptedExtensions: null,
      asksForCertificate: null,
      signatureScheme: null,
    }
    const outcome = this.#accepted(this.#heard)
    if (outcome.kind === 'unknown') return outcome
    if (version < tls13) return null
    this.#opener = message.kind === 'server_hello' ? this.#openerOf(message, bytes) : null
    return this.#opener ? null : outcome
  }

  #openerOf(hello: ServerHello, bytes: Uint8Array): Opener | null {
    const { privateKey } = this.#offer
    const share = extension(hello.extensions, 'key_share')?.share
    if (!privateKey || share?.group !== x25519) return null
    const transcript = Buffer.concat([this.#sent, bytes])
    const secret = serverHandshakeSecret({ cipherSuite: hello.cipherSuite, privateKey, peerKey: share.keyExchange, transcript })
    return secret && openTls13(hello.cipherSuite, secret)
  }

  #follow(heard: Heard, message: HandshakeMessage): Outcome | null {
    switch (message.kind) {
      case 'encrypted_extensions':
        heard.encryptedExtensions = message.extensions
        return null
      case 'certificate_request':
        heard.asksForCertificate = true
        return null
      case 'certificate':
        heard.presented = message.entries.map(({ certificate }) => certificate)
        // In TLS 1.3 the request comes before it, if at all.
        if (heard.version >= tls13) heard.asksForCertificate ??= false
        return null
      case 'server_key_exchange':
        heard.keyExchange = message
        return null
      case 'certificate_verify':
        heard.signatureScheme = message.scheme
        return this.#accepted(heard)
      case 'server_hello_done':
        heard.asksForCertificate ??= false
        return this.#accepted(heard)
      case 'finished': // of a session resumed in TLS 1.3
        return this.#accepted(heard)
      case 'server_hello':
      case 'hello_retry_request':
        return unreadable('a second ServerHello follows the first')
      default:
        return null
    }
  }

  #accepted({ signatureScheme, version, ...answer }: Heard): Outcome {
    const { hello, keyExchange } = answer
    const fields = keyExchange?.form === 'fields' ? keyExchange : null
    return this.#onMenu({
      kind: 'accepted',
      version,
      cipherSuite: hello.cipherSuite,
      group: fields?.params?.kind === 'ec' ? fields.params.group : shareGroup(hello),
      signatureScheme: signatureScheme ?? fields?.signature?.scheme ?? null,
      answer,
    })
  }

  #sslv2(bytes: Uint8Array): Outcome {
    const { hello } = this.#offer
    const message = decodeSslv2(bytes)
    if (hello.kind !== 'sslv2_client_hello' || message.kind === 'sslv2_client_hello') return unreadable('the answer is an SSLv2 message')
    // ERROR, after which the connection is closed: there is no alert in SSLv2.
    if (message.kind === 'sslv2_error') return { kind: 'refused', by: 'close' }
    const cipherSuite = message.cipherKinds.find(kind => hello.cipherKinds.includes(kind))
    // Not a refusal: servers have taken disabled cipher kinds all the same (CVE-2015-3197).
    if (cipherSuite === undefined) return unreadable('the server speaks SSLv2, and names no cipher kind that was offered')
    const answer: Answer = {
      hello: message,
      presented: message.certificate.length > 0 ? [message.certificate] : [],
      keyExchange: null,
      encryptedExtensions: null,
      asksForCertificate: null,
    }
    return this.#onMenu({ kind: 'accepted', version: message.version, cipherSuite, group: null, signatureScheme: null, answer })
  }

  #onMenu(accepted: Accepted): Outcome {
    const strange = offMenu(this.#offer.hello, accepted)
    return strange === null ? accepted : { kind: 'unknown', why: 'off-menu', detail: `the server chose ${strange}, which was not offered` }
  }
}

const none = new Uint8Array(0)
const notTls: Outcome = { kind: 'unknown', why: 'not-tls', detail: 'the answer is no TLS' }
const unreadable = (detail: string): Outcome => ({ kind: 'unknown', why: 'unreadable', detail })
const beginsOtherwise = unreadable('the answer begins with no ServerHello')

function shareGroup(hello: ServerHello | HelloRetryRequest): number | null {
  if (hello.kind === 'hello_retry_request') return extension(hello.extensions, 'key_share')?.selectedGroup ?? null
  return extension(hello.extensions, 'key_share')?.share.group ?? null
}
