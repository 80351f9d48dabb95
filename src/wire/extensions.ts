// The extensions of hellos and of the messages of TLS 1.3, each in the form its message gives it. A type unknown here stays bytes.
import type { Codec, Decoded } from './codec.ts'
import * as body from './extension-bodies.ts'
import { prefixed, rest, uint16, vector } from './presentation.ts'

/** Extension types by the IANA name ("TLS ExtensionType Values"); next_protocol_negotiation is of draft-agl-tls-nextprotoneg-04. */
const extensionTypes = {
  server_name: 0,
  max_fragment_length: 1,
  status_request: 5,
  supported_groups: 10,
  ec_point_formats: 11,
  signature_algorithms: 13,
  heartbeat: 15,
  application_layer_protocol_negotiation: 16,
  signed_certificate_timestamp: 18,
  padding: 21,
  encrypt_then_mac: 22,
  extended_master_secret: 23,
  compress_certificate: 27,
  record_size_limit: 28,
  session_ticket: 35,
  pre_shared_key: 41,
  early_data: 42,
  supported_versions: 43,
  cookie: 44,
  psk_key_exchange_modes: 45,
  certificate_authorities: 47,
  oid_filters: 48,
  post_handshake_auth: 49,
  signature_algorithms_cert: 50,
  key_share: 51,
  next_protocol_negotiation: 13172,
  renegotiation_info: 65281,
} as const

type ExtensionName = keyof typeof extensionTypes

/** An extension that this message has no form for. Written as it stands, so it can also say what a well-formed one cannot. */
interface UnknownExtension {
  readonly kind: 'unknown'
  readonly type: number
  readonly body: Uint8Array
}

/** The extensions one message may carry, by name. */
type Forms = { readonly [N in ExtensionName]?: Codec<{ readonly kind: N }> }
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
  extended_master_secret: body.empty('extended_master_secret'),
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
  extended_master_secret: body.empty('extended_master_secret'),
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
  return extension.kind === 'unknown' ? extension.type : extensionTypes[extension.kind]
}

function block<F extends Forms>(forms: F): Codec<readonly ExtensionOf<F>[]> {
  // By number; made when the first list is read, not when the program starts.
  let known: Map<number, ExtensionName> | undefined
  const nameOf = (type: number): ExtensionName | undefined => {
    known ??= new Map((Object.keys(forms) as ExtensionName[]).map(name => [extensionTypes[name], name]))
    return known.get(type)
  }
  const item: Codec<Extension> = {
    read(r) {
      const type = r.at('type', () => uint16.read(r))
      const name = nameOf(type)
      const form = (name && forms[name]) as Codec<Extension> | undefined
      return r.at(name ?? 'body', () => prefixed(uint16, form ?? unknown(type)).read(r))
    },
    write(w, value) {
      uint16.write(w, extensionType(value))
      const form = value.kind === 'unknown' ? unknown(value.type) : (forms[value.kind] as Codec<Extension> | undefined)
      if (form === undefined) return w.fail(`${value.kind} has no form in this message`)
      w.at(value.kind, () => prefixed(uint16, form as Codec<Extension>).write(w, value))
    },
  }
  return vector(uint16, item as Codec<ExtensionOf<F>>)
}

function unknown(type: number): Codec<UnknownExtension> {
  return {
    read: r => ({ kind: 'unknown', type, body: rest.read(r) }),
    write: (w, value) => rest.write(w, value.body),
  }
}
