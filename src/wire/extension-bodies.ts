// The body of each known extension. Where messages give one extension different bodies there is a codec for each.
import type { Codec } from './codec.ts'
import { constant, list, opaque, rest, struct, text, uint8, uint16, uint24, uint32, vector } from './presentation.ts'

/** An extension that says something by being there. */
export function empty<const K extends string>(kind: K): Codec<{ readonly kind: K }> {
  return struct({ kind: constant(kind) })
}

/** RFC 6066 §3. The type 0 is host_name and the only one there is; an unknown one would have to have the same form (RFC 4366 erratum). */
export const serverNames = struct({
  kind: constant('server_name'),
  names: vector(uint16, struct({ type: uint8, name: text(uint16, { min: 1 }) }), { min: 1 }),
})

/** RFC 6066 §4: 1 to 4 for 2^9 to 2^12 bytes. */
export const maxFragmentLength = struct({ kind: constant('max_fragment_length'), code: uint8 })

/** RFC 6066 §8. `request` is as `statusType` says: for ocsp (1) the responder ids and extensions, both as a rule empty: four zero bytes. */
export const statusRequest = struct({ kind: constant('status_request'), statusType: uint8, request: rest })

/** The response in a TLS 1.3 Certificate: RFC 8446 §4.4.2.1. For ocsp (1) `response` is a DER OCSPResponse. */
export const certificateStatus = struct({ kind: constant('status_request'), statusType: uint8, response: opaque(uint24, { min: 1 }) })

/** RFC 8446 §4.2.7, RFC 8422 §5.1.1 */
export const supportedGroups = struct({ kind: constant('supported_groups'), groups: vector(uint16, uint16, { min: 2 }) })

/** RFC 8422 §5.1.2 */
export const ecPointFormats = struct({ kind: constant('ec_point_formats'), formats: vector(uint8, uint8, { min: 1 }) })

/** RFC 8446 §4.2.3 */
export const signatureAlgorithms = struct({ kind: constant('signature_algorithms'), schemes: vector(uint16, uint16, { min: 2 }) })
export const signatureAlgorithmsCert = struct({ kind: constant('signature_algorithms_cert'), schemes: vector(uint16, uint16, { min: 2 }) })

/** RFC 6520 §2 */
export const heartbeat = struct({ kind: constant('heartbeat'), mode: uint8 })

/** RFC 7301 §3.1; a server's holds one name. */
export const protocolNames = struct({
  kind: constant('application_layer_protocol_negotiation'),
  protocols: vector(uint16, text(uint8, { min: 1 }), { min: 2 }),
})

/** RFC 6962 §3.3: each a SerializedSCT. */
export const signedCertificateTimestamps = struct({
  kind: constant('signed_certificate_timestamp'),
  timestamps: vector(uint16, opaque(uint16, { min: 1 }), { min: 1 }),
})

/** RFC 7685 §3 */
export const padding = struct({ kind: constant('padding'), zeros: rest })

/** RFC 8879 §3 */
export const compressCertificate = struct({ kind: constant('compress_certificate'), algorithms: vector(uint8, uint16, { min: 2 }) })

/** RFC 8449 §4 */
export const recordSizeLimit = struct({ kind: constant('record_size_limit'), limit: uint16 })

/** RFC 5077 §3.2: empty from a server, and from a client that has none. */
export const sessionTicket = struct({ kind: constant('session_ticket'), ticket: rest })

/** RFC 8446 §4.2.11 */
export const offeredPsks = struct({
  kind: constant('pre_shared_key'),
  identities: vector(uint16, struct({ identity: opaque(uint16, { min: 1 }), obfuscatedTicketAge: uint32 }), { min: 7 }),
  binders: vector(uint16, opaque(uint8, { min: 32 }), { min: 33 }),
})
export const selectedIdentity = struct({ kind: constant('pre_shared_key'), selectedIdentity: uint16 })

/** In a NewSessionTicket: RFC 8446 §4.2.10 */
export const maxEarlyDataSize = struct({ kind: constant('early_data'), maxEarlyDataSize: uint32 })

/** RFC 8446 §4.2.1 */
export const supportedVersions = struct({ kind: constant('supported_versions'), versions: vector(uint8, uint16, { min: 2 }) })
export const selectedVersion = struct({ kind: constant('supported_versions'), selectedVersion: uint16 })

/** RFC 8446 §4.2.2 */
export const cookie = struct({ kind: constant('cookie'), cookie: opaque(uint16, { min: 1 }) })

/** RFC 8446 §4.2.9 */
export const pskKeyExchangeModes = struct({ kind: constant('psk_key_exchange_modes'), modes: vector(uint8, uint8, { min: 1 }) })

/** RFC 8446 §4.2.4: each a DER distinguished name. */
export const certificateAuthorities = struct({
  kind: constant('certificate_authorities'),
  authorities: vector(uint16, opaque(uint16, { min: 1 }), { min: 3 }),
})

/** RFC 8446 §4.2.5 */
export const oidFilters = struct({
  kind: constant('oid_filters'),
  filters: vector(uint16, struct({ oid: opaque(uint8, { min: 1 }), values: opaque(uint16) })),
})

const keyShareEntry = struct({ group: uint16, keyExchange: opaque(uint16, { min: 1 }) })

/** RFC 8446 §4.2.8: of a ClientHello, a HelloRetryRequest and a ServerHello. */
export const clientShares = struct({ kind: constant('key_share'), shares: vector(uint16, keyShareEntry) })
export const selectedGroup = struct({ kind: constant('key_share'), selectedGroup: uint16 })
export const serverShare = struct({ kind: constant('key_share'), share: keyShareEntry })

/** draft-agl-tls-nextprotoneg-04 §3: a server's list, without a length of its own. */
export const nextProtocols = struct({ kind: constant('next_protocol_negotiation'), protocols: list(text(uint8, { min: 1 })) })

/** RFC 5746 §3.2 */
export const renegotiationInfo = struct({ kind: constant('renegotiation_info'), renegotiatedConnection: opaque(uint8) })
