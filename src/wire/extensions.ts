// The extensions of hellos and of the messages of TLS 1.3, each in the form its message gives it. A type unknown here stays bytes.
import { extensions } from '../registry/extensions.ts'
import type { Codec, Decoded } from './codec.ts'
import * as body from './extension-bodies.ts'
import { prefixed, rest, uint16, vector } from './presentation.ts'

/** An extension that this message has no form for. Written as it stands, so it can also say what a well-formed one cannot. */
interface UnknownExtension {
  readonly kind: 'unknown'
  readonly type: number
  readonly body: Uint8Array
}

/** The extensions one message may carry, by their names in the registry. */
type Forms = Readonly<Record<string, Codec<{ readonly kind: string }>>>
type ExtensionOf<F> = Decoded<F[keyof F]> | UnknownExtension

const clientHelloForms = {
  server_name: body.serverNames,
  max_fragment_length: body.maxFragmentLength,
  status_request: body.statusRequest,
  supported_groups: body.supportedGroups,
  ec_point_formats: body.ecPointFormats,
  signature_algorithms: body.signatureAlgorithms,
  heartbeat: body.heartbeat,
  application_layer_protocol_negotiation: body.protocolNames,
  signed_certificate_timestamp: body.empty('signed_certificate_timestamp'),
  padding: body.padding,
  encrypt_then_mac: body.empty('encrypt_then_mac'),
  extended_main_secret: body.empty('extended_main_secret'),
  compress_certificate: body.compressCertificate,
  record_size_limit: body.recordSizeLimit,
  session_ticket: body.sessionTicket,
  pre_shared_key: body.offeredPsks,
  early_data: body.empty('early_data'),
  supported_versions: body.supportedVersions,
  cookie: body.cookie,
  psk_key_exchange_modes: body.pskKeyExchangeModes,
  certificate_authorities: body.certificateAuthorities,
  post_handshake_auth: body.empty('post_handshake_auth'),
  signature_algorithms_cert: body.signatureAlgorithmsCert,
  key_share: body.clientShares,
  next_protocol_negotiation: body.empty('next_protocol_negotiation'),
  renegotiation_info: body.renegotiationInfo,
}

const serverHelloForms = {
  server_name: body.empty('server_name'),
  max_fragment_length: body.maxFragmentLength,
  status_request: body.empty('status_request'),
  // Not for a server before TLS 1.3; some send it in a TLS 1.2 hello all the same.
  supported_groups: body.supportedGroups,
  ec_point_formats: body.ecPointFormats,
  heartbeat: body.heartbeat,
  application_layer_protocol_negotiation: body.protocolNames,
  signed_certificate_timestamp: body.signedCertificateTimestamps,
  encrypt_then_mac: body.empty('encrypt_then_mac'),
  extended_main_secret: body.empty('extended_main_secret'),
  record_size_limit: body.recordSizeLimit,
  session_ticket: body.sessionTicket,
  pre_shared_key: body.selectedIdentity,
  supported_versions: body.selectedVersion,
  key_share: body.serverShare,
  next_protocol_negotiation: body.nextProtocols,
  renegotiation_info: body.renegotiationInfo,
}

const helloRetryRequestForms = {
  supported_versions: body.selectedVersion,
  cookie: body.cookie,
  key_share: body.selectedGroup,
}

const encryptedExtensionsForms = {
  server_name: body.empty('server_name'),
  max_fragment_length: body.maxFragmentLength,
  supported_groups: body.supportedGroups,
  heartbeat: body.heartbeat,
  application_layer_protocol_negotiation: body.protocolNames,
  record_size_limit: body.recordSizeLimit,
  early_data: body.empty('early_data'),
}

const certificateForms = {
  status_request: body.certificateStatus,
  signed_certificate_timestamp: body.signedCertificateTimestamps,
}

const certificateRequestForms = {
  status_request: body.statusRequest,
  signature_algorithms: body.signatureAlgorithms,
  signed_certificate_timestamp: body.empty('signed_certificate_timestamp'),
  compress_certificate: body.compressCertificate,
  certificate_authorities: body.certificateAuthorities,
  oid_filters: body.oidFilters,
  signature_algorithms_cert: body.signatureAlgorithmsCert,
}

const newSessionTicketForms = {
  early_data: body.maxEarlyDataSize,
}

/** Which message carries which extension: RFC 8446 §4.2, and before TLS 1.3 the RFC of each. */
export type ClientHelloExtension = ExtensionOf<typeof clientHelloForms>
export type ServerHelloExtension = ExtensionOf<typeof serverHelloForms>
export type HelloRetryRequestExtension = ExtensionOf<typeof helloRetryRequestForms>
export type EncryptedExtension = ExtensionOf<typeof encryptedExtensionsForms>
export type CertificateExtension = ExtensionOf<typeof certificateForms>
export type CertificateRequestExtension = ExtensionOf<typeof certificateRequestForms>
export type NewSessionTicketExtension = ExtensionOf<typeof newSessionTicketForms>

/** Any extension of any message. */
export type Extension =
  | ClientHelloExtension
  | ServerHelloExtension
  | HelloRetryRequestExtension
  | EncryptedExtension
  | CertificateExtension
  | CertificateRequestExtension
  | NewSessionTicketExtension

/**
 * The block of extensions of each message: `Extension extensions<0..2^16-1>`, in the order sent, duplicates kept.
 * A known extension with a malformed body makes the whole message malformed, as it does for every TLS library; the error's path names it.
 */
export const clientHelloExtensions: Codec<readonly ClientHelloExtension[]> = block(clientHelloForms)
export const serverHelloExtensions: Codec<readonly ServerHelloExtension[]> = block(serverHelloForms)
export const helloRetryRequestExtensions: Codec<readonly HelloRetryRequestExtension[]> = block(helloRetryRequestForms)
export const encryptedExtensions: Codec<readonly EncryptedExtension[]> = block(encryptedExtensionsForms)
export const certificateExtensions: Codec<readonly CertificateExtension[]> = block(certificateForms)
export const certificateRequestExtensions: Codec<readonly CertificateRequestExtension[]> = block(certificateRequestForms)
export const newSessionTicketExtensions: Codec<readonly NewSessionTicketExtension[]> = block(newSessionTicketForms)

/** The first extension of a name, in the form of the list's message; undefined also where there is no list. */
export function extension<E extends { readonly kind: string }, K extends E['kind']>(
  list: readonly E[] | null,
  kind: K,
): Extract<E, { readonly kind: K }> | undefined {
  return list?.find((candidate): candidate is Extract<E, { readonly kind: K }> => candidate.kind === kind)
}

/** The number on the wire. */
export function extensionType(extension: Extension): number {
  if (extension.kind === 'unknown') return extension.type
  const row = extensions.named(extension.kind)
  if (row === undefined) throw new Error(`the registry has no extension ${extension.kind}`)
  return row.code
}

function block<F extends Forms>(forms: F): Codec<readonly ExtensionOf<F>[]> {
  // Made when they are met: a run meets few of them, and its start should not wait for the others.
  const bodies = new Map<string, Codec<Extension>>()
  const bodyOf = (name: string): Codec<Extension> | undefined => {
    if (!bodies.has(name) && Object.hasOwn(forms, name))
      bodies.set(name, prefixed(uint16, forms[name] as Codec<unknown> as Codec<Extension>))
    return bodies.get(name)
  }
  const item: Codec<Extension> = {
    read(r) {
      const type = r.at('type', uint16)
      const name = extensions.label(type)
      const known = bodyOf(name)
      return known ? r.at(name, known) : r.at('body', unknown(type))
    },
    write(w, value) {
      uint16.write(w, extensionType(value))
      if (value.kind === 'unknown') return w.at('unknown', unknown(value.type), value)
      const known = bodyOf(value.kind)
      if (known === undefined) return w.fail(`${value.kind} has no form in this message`)
      w.at(value.kind, known, value)
    },
  }
  return vector(uint16, item as Codec<ExtensionOf<F>>)
}

function unknown(type: number): Codec<UnknownExtension> {
  return prefixed(uint16, {
    read: r => ({ kind: 'unknown', type, body: rest.read(r) }),
    write: (w, value) => rest.write(w, value.body),
  })
}
