// ClientHello, ServerHello and HelloRetryRequest, and what their fields together mean: RFC 8446 §4.1. No opinion on what is offered.
import type { Codec, Decoded } from './codec.ts'
import {
  clientHelloExtensions,
  extension,
  type HelloRetryRequestExtension,
  helloRetryRequestExtensions,
  type ServerHelloExtension,
  serverHelloExtensions,
} from './extensions.ts'
import { constant, fixed, opaque, struct, tail, uint8, uint16, vector } from './presentation.ts'

/** The form since SSLv3; the extensions may be missing (null) before TLS 1.3 (RFC 5246 §7.4.1.2). */
export const clientHello = struct({
  kind: constant('client_hello'),
  legacyVersion: uint16,
  random: fixed(32),
  sessionId: opaque(uint8, { max: 32 }),
  cipherSuites: vector(uint16, uint16, { min: 2 }),
  compressionMethods: vector(uint8, uint8, { min: 1 }),
  extensions: tail(clientHelloExtensions),
})

/** A ClientHello as data: any hello we want to send, or one that was seen. */
export type ClientHello = Decoded<typeof clientHello>

const answerFields = {
  legacyVersion: uint16,
  random: fixed(32),
  sessionId: opaque(uint8, { max: 32 }),
  cipherSuite: uint16,
  compressionMethod: uint8,
}
const serverHello = struct({ kind: constant('server_hello'), ...answerFields, extensions: tail(serverHelloExtensions) })
const helloRetryRequest = struct({
  kind: constant('hello_retry_request'),
  ...answerFields,
  extensions: tail(helloRetryRequestExtensions),
})

export type ServerHello = Decoded<typeof serverHello>

/** The same message on the wire, told by its random; to make one, `random` is `helloRetryRequestRandom`. */
export type HelloRetryRequest = Decoded<typeof helloRetryRequest>

/** The two messages of handshake type server_hello(2). */
export const serverHelloOrRetry: Codec<ServerHello | HelloRetryRequest> = {
  read: r => (isHelloRetryRequest({ random: r.peek(Math.min(34, r.left)).subarray(2) }) ? helloRetryRequest : serverHello).read(r),
  write: (w, value) => (value.kind === 'server_hello' ? serverHello.write(w, value) : helloRetryRequest.write(w, value)),
}

/** SHA-256 of "HelloRetryRequest": RFC 8446 §4.1.3 */
export const helloRetryRequestRandom: Uint8Array = Uint8Array.of(
  ...[0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91],
  ...[0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c],
)

/** Whether a server_hello message is a HelloRetryRequest: RFC 8446 §4.1.3 */
export function isHelloRetryRequest(hello: { readonly random: Uint8Array }): boolean {
  return equal(hello.random, helloRetryRequestRandom)
}

/** What supported_versions names; undefined where there is none. It has one form in both messages. */
export const selectedVersion = (hello: ServerHello | HelloRetryRequest): number | undefined =>
  extension<ServerHelloExtension | HelloRetryRequestExtension, 'supported_versions'>(hello.extensions, 'supported_versions')
    ?.selectedVersion

/** The version a server chose: that of supported_versions, or else legacy_version (RFC 8446 §4.2.1). */
export const negotiatedVersion = (hello: ServerHello | HelloRetryRequest): number => selectedVersion(hello) ?? hello.legacyVersion

/** The group of the server's share, or the one it asks for a share of (RFC 8446 §4.2.8); undefined where key_share is missing. */
export const selectedGroup = (hello: ServerHello | HelloRetryRequest): number | undefined =>
  hello.kind === 'server_hello'
    ? extension(hello.extensions, 'key_share')?.share.group
    : extension(hello.extensions, 'key_share')?.selectedGroup

/**
 * What the end of a ServerHello's random says of a server that could have done better: the version it was made to take (0x0303, or 0x0302
 * for TLS 1.1 and below), null without such a sign. RFC 8446 §4.1.3
 */
export function downgradeSentinel(hello: { readonly random: Uint8Array }): 0x0303 | 0x0302 | null {
  const end = hello.random.subarray(24)
  if (equal(end, sentinel(1))) return 0x0303
  return equal(end, sentinel(0)) ? 0x0302 : null
}

/** "DOWNGRD" and one byte more. */
export function sentinel(last: 0 | 1): Uint8Array {
  return Uint8Array.of(0x44, 0x4f, 0x57, 0x4e, 0x47, 0x52, 0x44, last)
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
