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
