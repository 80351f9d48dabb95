// The SSLv2 messages sent in the clear, and the SSLv2 form of a later ClientHello (RFC 5246 appendix E.2). SSLv2 itself was never an RFC:
// Hickman, "The SSL Protocol" (1995); RFC 6176 forbids it.
import { type Codec, decode, encode, type Reader, type Writer } from './codec.ts'
import { constant, fixed, list, rest, struct, uint8, uint16, uint24 } from './presentation.ts'

/** CLIENT-HELLO. A version above 2 makes it a TLS hello in the old form, whose kinds of three bytes hold TLS suites too. */
export interface Sslv2ClientHello {
  readonly kind: 'sslv2_client_hello'
  /** 0x0002, or 0x0300 and up. */
  readonly version: number
  /** CIPHER-KIND: 0x010080 is SSL_CK_RC4_128_WITH_MD5, 0x00002f the TLS suite 0x002f. */
  readonly cipherKinds: readonly number[]
  readonly sessionId: Uint8Array
  /** 16 to 32 bytes. */
  readonly challenge: Uint8Array
}

export interface Sslv2ServerHello {
  readonly kind: 'sslv2_server_hello'
  readonly sessionIdHit: number
  /** 1 for X.509. */
  readonly certificateType: number
  readonly version: number
  /** DER; empty when a session is resumed. */
  readonly certificate: Uint8Array
  /** Those of the client's that the server has too. */
  readonly cipherKinds: readonly number[]
  readonly connectionId: Uint8Array
}

/** ERROR: 1 no cipher, 2 no certificate, 4 bad certificate, 6 unsupported certificate type. */
export interface Sslv2Error {
  readonly kind: 'sslv2_error'
  readonly code: number
}

/** Every message of SSLv2 that is read here, told apart by `kind`. */
export type Sslv2Message = Sslv2ClientHello | Sslv2ServerHello | Sslv2Error

const messageTypes = { sslv2_error: 0, sslv2_client_hello: 1, sslv2_server_hello: 4 } as const

/**
 * The message of an SSLv2 record without its two-byte header, as `Deframer` gives it.
 * @throws DecodeError
 */
export function decodeSslv2(message: Uint8Array): Sslv2Message {
  return decode(sslv2Message, message)
}

/** A whole SSLv2 record: the length of two bytes with the high bit set (no padding), then the message. */
export function encodeSslv2(message: Sslv2Message): Uint8Array {
  const body = encode(sslv2Message, message)
  return encode(struct({ header: uint16, body: fixed(body.length) }), { header: 0x8000 + body.length, body })
}

const clientHello: Codec<Sslv2ClientHello> = joined(
  struct({ kind: constant('sslv2_client_hello'), version: uint16 }),
  lengthsFirst({ cipherKinds: list(uint24), sessionId: rest, challenge: rest }),
)

const serverHello: Codec<Sslv2ServerHello> = joined(
  struct({ kind: constant('sslv2_server_hello'), sessionIdHit: uint8, certificateType: uint8, version: uint16 }),
  lengthsFirst({ certificate: rest, cipherKinds: list(uint24), connectionId: rest }),
)

const error: Codec<Sslv2Error> = struct({ kind: constant('sslv2_error'), code: uint16 })

const sslv2Message: Codec<Sslv2Message> = {
  read(r) {
    const type = r.at('type', uint8)
    switch (type) {
      case messageTypes.sslv2_error:
        return error.read(r)
      case messageTypes.sslv2_client_hello:
        return clientHello.read(r)
      case messageTypes.sslv2_server_hello:
        return serverHello.read(r)
      default:
        return r.fail('value', `${type} is no SSLv2 message sent in the clear`)
    }
  },
  write(w, value) {
    uint8.write(w, messageTypes[value.kind])
    switch (value.kind) {
      case 'sslv2_error':
        return error.write(w, value)
      case 'sslv2_client_hello':
        return clientHello.write(w, value)
      case 'sslv2_server_hello':
        return serverHello.write(w, value)
      default:
        return value satisfies never
    }
  },
}

/** SSLv2's way with variable lengths: two bytes for each field, and then the fields. */
function lengthsFirst<T extends object>(fields: { readonly [K in keyof T]: Codec<T[K]> }): Codec<T> {
  const keys = Object.keys(fields) as (keyof T & string)[]
  return {
    read(r: Reader) {
      const lengths = keys.map(() => uint16.read(r))
      const value: Partial<T> = {}
      for (const [index, key] of keys.entries()) value[key] = r.sub(lengths[index] ?? 0).at(key, fields[key])
      return value as T
    },
    write(w: Writer, value) {
      const parts = keys.map(key => encode(fields[key], value[key]))
      for (const part of parts) uint16.write(w, part.length)
      for (const part of parts) rest.write(w, part)
    },
  }
}

/** The fields of two structures, one after the other, in one value. */
function joined<A extends object, B extends object>(first: Codec<A>, second: Codec<B>): Codec<A & B> {
  return {
    read: r => ({ ...first.read(r), ...second.read(r) }),
    write(w, value) {
      first.write(w, value)
      second.write(w, value)
    },
  }
}
