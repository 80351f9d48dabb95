// IANA "TLS Alerts" (tls-parameters-6), 2026-09-29. Names as in the RFCs, without IANA's _RESERVED.
import { type Row, table } from './table.ts'

/** One row: a description of an alert, by its number on the wire. */
export interface Alert extends Row {
  /** Completes "the server …" and, as either side may send it, "the client …". */
  readonly text: string
}

/** Alert descriptions by number; `label` has a name for every one: 'handshake_failure', 'alert 0x99'. */
export const alerts = table<Alert>('alert', 2, () => [
  { code: 0, name: 'close_notify', text: 'closed the connection' },
  { code: 10, name: 'unexpected_message', text: 'got a message that may not come at that point' },
  { code: 20, name: 'bad_record_mac', text: 'could not verify or decrypt a record' },
  { code: 21, name: 'decryption_failed', text: 'could not decrypt a record' },
  { code: 22, name: 'record_overflow', text: 'got a record that is too long' },
  { code: 30, name: 'decompression_failure', text: 'could not decompress a record' },
  { code: 40, name: 'handshake_failure', text: 'found no common parameters' },
  { code: 41, name: 'no_certificate', text: 'has no certificate to present' },
  { code: 42, name: 'bad_certificate', text: 'rejected the certificate as corrupt or wrongly signed' },
  { code: 43, name: 'unsupported_certificate', text: 'does not support this type of certificate' },
  { code: 44, name: 'certificate_revoked', text: 'rejected the certificate as revoked' },
  { code: 45, name: 'certificate_expired', text: 'rejected the certificate as expired or not yet valid' },
  { code: 46, name: 'certificate_unknown', text: 'rejected the certificate for a reason it does not name' },
  { code: 47, name: 'illegal_parameter', text: 'got a message with a value that is not allowed' },
  { code: 48, name: 'unknown_ca', text: 'does not trust the authority that issued the certificate' },
  { code: 49, name: 'access_denied', text: 'accepted the certificate and denies access' },
  { code: 50, name: 'decode_error', text: 'could not decode a message' },
  { code: 51, name: 'decrypt_error', text: 'could not verify a signature, a Finished message or a PSK binder' },
  { code: 52, name: 'too_many_cids_requested', text: 'was asked for too many connection ids' },
  { code: 60, name: 'export_restriction', text: 'saw the export rules for keys broken' },
  { code: 70, name: 'protocol_version', text: 'does not speak the protocol version asked for' },
  { code: 71, name: 'insufficient_security', text: 'asks for stronger parameters than it was offered' },
  { code: 80, name: 'internal_error', text: 'failed for a reason of its own' },
  { code: 86, name: 'inappropriate_fallback', text: 'speaks a newer protocol version than this retry offers' },
  { code: 90, name: 'user_canceled', text: 'cancelled the handshake' },
  { code: 100, name: 'no_renegotiation', text: 'refuses to renegotiate' },
  { code: 109, name: 'missing_extension', text: 'misses an extension that is mandatory' },
  { code: 110, name: 'unsupported_extension', text: 'got an extension that it did not offer or that may not stand there' },
  { code: 111, name: 'certificate_unobtainable', text: 'could not fetch the certificate from the URL it was given' },
  { code: 112, name: 'unrecognized_name', text: 'does not serve the name asked for' },
  { code: 113, name: 'bad_certificate_status_response', text: 'rejected the stapled OCSP response' },
  { code: 114, name: 'bad_certificate_hash_value', text: 'fetched a certificate that does not match its hash' },
  { code: 115, name: 'unknown_psk_identity', text: 'does not know the PSK identity' },
  { code: 116, name: 'certificate_required', text: 'requires a client certificate' },
  { code: 117, name: 'general_error', text: 'failed for a reason that no other alert names' },
  { code: 120, name: 'no_application_protocol', text: 'supports none of the application protocols offered (ALPN)' },
  { code: 121, name: 'ech_required', text: 'requires Encrypted Client Hello' },
])

/** Wire numbers of the alerts that code has to tell apart. */
export const handshakeFailure = 40
export const illegalParameter = 47
/** Speaks of the version alone, and of nothing that was offered in it (RFC 8446 §6.2). */
export const protocolVersion = 70
export const insufficientSecurity = 71
export const internalError = 80
/** RFC 7507 §3 */
export const inappropriateFallback = 86
/** RFC 6066 §3 */
export const unrecognizedName = 112
/** RFC 5054 §2.5.1.3: comes to a hello only when a suite of SRP was chosen. */
export const unknownPskIdentity = 115
export const certificateRequired = 116
/** RFC 7301 §3.2 */
export const noApplicationProtocol = 120
