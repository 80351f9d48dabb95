// A ClientHello as bytes: made once, since its length is looked at several times before it is sent. Records are not made here.
import type { ClientHello } from '../wire/hello.ts'
import { encodeHandshake } from '../wire/messages.ts'

const made = new WeakMap<ClientHello, Uint8Array>()

/** The hello as a message, without record headers. */
export function bytesOf(hello: ClientHello): Uint8Array {
  const known = made.get(hello)
  if (known) return known
  const bytes = encodeHandshake(hello, { version: 0x0301 })
  made.set(hello, bytes)
  return bytes
}

/** Bytes of a hello as a message. */
export const lengthOf = (hello: ClientHello): number => bytesOf(hello).length

/** A hello with a padding extension (RFC 7685) of so many zeros at its end, and its bytes: those it had, with three lengths made larger. */
export function withPadding(hello: ClientHello, zeros: number): ClientHello {
  const { sessionId, cipherSuites, compressionMethods, extensions } = hello
  const longer: ClientHello = { ...hello, extensions: [...(extensions ?? []), { kind: 'padding', zeros: new Uint8Array(zeros) }] }
  if (extensions === null) return longer
  const bytes = bytesOf(hello)
  const grown = Buffer.alloc(bytes.length + 4 + zeros)
  grown.set(bytes)
  grown.writeUInt16BE(paddingType, bytes.length)
  grown.writeUInt16BE(zeros, bytes.length + 2)
  grown.writeUIntBE(grown.length - messageHeader, 1, 3)
  const lengthAt = messageHeader + 2 + 32 + 1 + sessionId.length + 2 + 2 * cipherSuites.length + 1 + compressionMethods.length
  grown.writeUInt16BE(grown.length - lengthAt - 2, lengthAt)
  made.set(longer, grown)
  return longer
}

/** Type and length of a handshake message: RFC 8446 §4. */
const messageHeader = 4
const paddingType = 21
