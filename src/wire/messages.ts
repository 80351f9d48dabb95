// Every handshake message as data, and the two functions between it and its bytes. Which message is allowed when is not decided here.
import { handshakeTypes } from '../registry/handshake-types.ts'
import {
  type CertificateMessage,
  type CertificateRequest,
  type CertificateVerify,
  certificateMessage,
  certificateRequest,
  certificateStatusMessage,
  certificateVerify,
  compressedCertificate,
} from './certificate-messages.ts'
import { type Codec, type Decoded, decode, Writer } from './codec.ts'
import { encryptedExtensions, newSessionTicketExtensions } from './extensions.ts'
import { type ClientHello, clientHello, type HelloRetryRequest, type ServerHello, serverHelloOrRetry } from './hello.ts'
import { clientKeyExchange, type ServerKeyExchange, serverKeyExchange } from './key-exchange.ts'
import { constant, opaque, prefixed, rest, struct, uint8, uint16, uint24, uint32 } from './presentation.ts'

/** What the form of a message depends on. */
export interface HandshakeContext {
  /** The negotiated ProtocolVersion, 0x0300 to 0x0304; any before the ServerHello. */
  readonly version: number
  /** What the suite's name has between TLS_ and _WITH_, for ServerKeyExchange; without it that stays bytes. */
  readonly keyExchange?: string | undefined
}

const helloRequest = struct({ kind: constant('hello_request') })
const serverHelloDone = struct({ kind: constant('server_hello_done') })
const endOfEarlyData = struct({ kind: constant('end_of_early_data') })

const encryptedExtensionsMessage = struct({ kind: constant('encrypted_extensions'), extensions: encryptedExtensions })

/** RFC 8446 §4.6.1 */
const newSessionTicket13 = struct({
  kind: constant('new_session_ticket'),
  form: constant('tls1.3'),
  lifetimeSeconds: uint32,
  ageAdd: uint32,
  nonce: opaque(uint8),
  ticket: opaque(uint16, { min: 1 }),
  extensions: newSessionTicketExtensions,
})

/** RFC 5077 §3.3: an empty ticket says that there is none after all. */
const newSessionTicket12 = struct({
  kind: constant('new_session_ticket'),
  form: constant('tls1.2'),
  lifetimeSeconds: uint32,
  ticket: opaque(uint16),
})

export type NewSessionTicket = Decoded<typeof newSessionTicket13> | Decoded<typeof newSessionTicket12>

/** The length is the hash's in TLS 1.3, 12 before it and 36 in SSLv3: RFC 8446 §4.4.4, RFC 5246 §7.4.9, RFC 6101 §5.6.9 */
const finished = struct({ kind: constant('finished'), verifyData: rest })

/** RFC 8446 §4.6.3: 1 asks for an update in return. */
const keyUpdate = struct({ kind: constant('key_update'), requestUpdate: uint8 })

/** draft-agl-tls-nextprotoneg-04 §3 */
const nextProtocol = struct({ kind: constant('next_protocol'), selectedProtocol: opaque(uint8), padding: opaque(uint8) })

/** Never sent; stands for the first ClientHello in a transcript: RFC 8446 §4.4.1 */
const messageHash = struct({ kind: constant('message_hash'), hash: rest })

/** A message of a type not known here. Written as it stands, so it can also say what a well-formed one cannot. */
export interface UnknownMessage {
  readonly kind: 'unknown'
  readonly type: number
  readonly body: Uint8Array
}

/** A handshake message of either side, told apart by `kind`; of a type that is not known its bytes. */
export type HandshakeMessage =
  | ClientHello
  | ServerHello
  | HelloRetryRequest
  | CertificateMessage
  | CertificateRequest
  | CertificateVerify
  | ServerKeyExchange
  | NewSessionTicket
  | Decoded<
      | typeof helloRequest
      | typeof encryptedExtensionsMessage
      | typeof certificateStatusMessage
      | typeof compressedCertificate
      | typeof serverHelloDone
      | typeof clientKeyExchange
      | typeof finished
      | typeof endOfEarlyData
      | typeof keyUpdate
      | typeof nextProtocol
      | typeof messageHash
    >
  | UnknownMessage

/**
 * The message of a type and a body (without the four-byte header, which `MessageAssembler` takes off).
 * @throws DecodeError with the place in the body
 */
export function decodeHandshake(type: number, body: Uint8Array, context: HandshakeContext): HandshakeMessage {
  return decode(codecOf(type, context), body)
}

/**
 * The bytes of a message, its four-byte header included.
 * @throws RangeError on a value that has no bytes, or a form that the version of the context does not have
 */
export function encodeHandshake(message: HandshakeMessage, context: HandshakeContext): Uint8Array {
  const type = handshakeType(message)
  const codec = message.kind === 'unknown' ? unknown(type) : codecOf(type, context)
  const writer = new Writer()
  uint8.write(writer, type)
  prefixed(uint24, codec).write(writer, message)
  return writer.finish()
}

/** The number on the wire; a HelloRetryRequest goes under that of server_hello. */
function handshakeType(message: HandshakeMessage): number {
  if (message.kind === 'unknown') return message.type
  const name = message.kind === 'hello_retry_request' ? 'server_hello' : message.kind
  const row = handshakeTypes.named(name)
  if (row === undefined) throw new Error(`the registry has no handshake message ${name}`)
  return row.code
}

function codecOf(type: number, { version, keyExchange }: HandshakeContext): Codec<HandshakeMessage> {
  switch (handshakeTypes.get(type)?.name) {
    case 'hello_request':
      return helloRequest
    case 'client_hello':
      return clientHello
    case 'server_hello':
      return serverHelloOrRetry
    case 'new_session_ticket':
      return version >= 0x0304 ? newSessionTicket13 : newSessionTicket12
    case 'end_of_early_data':
      return endOfEarlyData
    case 'encrypted_extensions':
      return encryptedExtensionsMessage
    case 'certificate':
      return certificateMessage(version)
    case 'server_key_exchange':
      return serverKeyExchange(version, keyExchange)
    case 'certificate_request':
      return certificateRequest(version)
    case 'server_hello_done':
      return serverHelloDone
    case 'certificate_verify':
      return certificateVerify(version)
    case 'client_key_exchange':
      return clientKeyExchange
    case 'finished':
      return finished
    case 'certificate_status':
      return certificateStatusMessage
    case 'key_update':
      return keyUpdate
    case 'compressed_certificate':
      return compressedCertificate
    case 'next_protocol':
      return nextProtocol
    case 'message_hash':
      return messageHash
    default:
      return unknown(type)
  }
}

function unknown(type: number): Codec<UnknownMessage> {
  return {
    read: r => ({ kind: 'unknown', type, body: rest.read(r) }),
    write: (w, value) => rest.write(w, value.body),
  }
}
