// What a handshake agreed on, as its messages say it: wire numbers, named by whoever prints them.
import { type EncryptedExtension, extension, type ServerHelloExtension } from '../wire/extensions.ts'
import { negotiatedVersion, selectedGroup } from '../wire/hello.ts'
import type { Trace } from './trace.ts'

/** Wire numbers; null for what was not agreed on or could not be read. */
export interface Negotiated {
  readonly version: number | null
  readonly cipherSuite: number | null
  readonly group: number | null
  /** The scheme the server signed the handshake with; null before TLS 1.2, where there is none, and with static RSA. */
  readonly signatureScheme: number | null
  readonly alpn: string | null
  /** Whether an OCSP response came with the certificate; null when no certificate came. */
  readonly ocspStapled: boolean | null
}

/** Read from the messages of the trace; all of it null before a ServerHello. */
export function negotiated(trace: Trace): Negotiated {
  const { serverHello } = trace
  const facts = { version: null, cipherSuite: null, group: null, signatureScheme: null, alpn: null, ocspStapled: null }
  if (!serverHello) return facts
  return {
    version: negotiatedVersion(serverHello),
    cipherSuite: serverHello.cipherSuite,
    group: groupOf(trace),
    signatureScheme: signatureSchemeOf(trace),
    alpn: alpnOf(trace),
    ocspStapled: trace.presented.length === 0 ? null : stapleOf(trace) !== null,
  }
}

function groupOf({ serverHello, messages }: Trace): number | null {
  const group = serverHello && selectedGroup(serverHello)
  if (typeof group === 'number') return group
  for (const { content } of messages) {
    if (content.kind === 'server_key_exchange' && content.form === 'fields' && content.params?.kind === 'ec') return content.params.group
    // RFC 7919 gives finite-field groups numbers but leaves them off the wire before TLS 1.3.
  }
  return null
}

function signatureSchemeOf({ messages }: Trace): number | null {
  for (const { from, content } of messages) {
    if (from !== 'server') continue
    if (content.kind === 'certificate_verify') return content.scheme
    if (content.kind === 'server_key_exchange' && content.form === 'fields') return content.signature?.scheme ?? null
  }
  return null
}

function alpnOf({ messages }: Trace): string | null {
  for (const { content } of messages) {
    if (content.kind !== 'server_hello' && content.kind !== 'encrypted_extensions') continue
    const kind = 'application_layer_protocol_negotiation'
    // In one form in both messages.
    const chosen = extension<ServerHelloExtension | EncryptedExtension, typeof kind>(content.extensions, kind)
    if (chosen) return chosen.protocols[0] ?? null
  }
  return null
}

/**
 * The OCSP response that came with the certificate of the server, DER; null when none came. Before TLS 1.3 it is a message of its own
 * (RFC 6066 §8), since then an extension of the certificate (RFC 8446 §4.4.2.1).
 */
export function stapleOf({ messages }: Trace): Uint8Array | null {
  let staple: Uint8Array | null = null
  for (const { from, content } of messages) {
    if (from !== 'server') continue
    if (content.kind === 'certificate_status') return content.response
    if (content.kind !== 'certificate') continue
    staple = extension(content.entries[0]?.extensions ?? [], 'status_request')?.response ?? staple
  }
  return staple
}
