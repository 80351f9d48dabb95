// Certificate, CertificateRequest, CertificateStatus, CertificateVerify and CompressedCertificate in the forms of each version.
import type { Codec, Decoded } from './codec.ts'
import { type CertificateExtension, certificateExtensions, certificateRequestExtensions } from './extensions.ts'
import { absent, constant, opaque, struct, uint8, uint16, uint24, vector } from './presentation.ts'

/** One certificate of a chain, DER, as sent. */
export interface CertificateEntry {
  readonly certificate: Uint8Array
  /** Always empty before TLS 1.3. */
  readonly extensions: readonly CertificateExtension[]
}

/** The chain a side presents, its own certificate first as a rule. One shape for all versions: RFC 8446 §4.4.2, RFC 5246 §7.4.2 */
export interface CertificateMessage {
  readonly kind: 'certificate'
  /** Always empty before TLS 1.3. */
  readonly requestContext: Uint8Array
  readonly entries: readonly CertificateEntry[]
}

const certificate13: Codec<CertificateMessage> = struct({
  kind: constant('certificate'),
  requestContext: opaque(uint8),
  entries: vector(uint24, struct({ certificate: opaque(uint24, { min: 1 }), extensions: certificateExtensions })),
})

const certificate12: Codec<CertificateMessage> = struct({
  kind: constant('certificate'),
  requestContext: absent(() => new Uint8Array(0)),
  entries: vector(
    uint24,
    struct({ certificate: opaque(uint24, { min: 1 }), extensions: absent((): readonly CertificateExtension[] => []) }),
  ),
})

export function certificateMessage(version: number): Codec<CertificateMessage> {
  return version >= 0x0304 ? certificate13 : certificate12
}

const authorities = vector(uint16, opaque(uint16, { min: 1 }))

/** RFC 8446 §4.3.2 */
const certificateRequest13 = struct({
  kind: constant('certificate_request'),
  form: constant('extensions'),
  requestContext: opaque(uint8),
  extensions: certificateRequestExtensions,
})

/** RFC 5246 §7.4.4. Each authority is a DER distinguished name. */
const certificateRequest12 = struct({
  kind: constant('certificate_request'),
  form: constant('fields'),
  certificateTypes: vector(uint8, uint8, { min: 1 }),
  signatureSchemes: vector(uint16, uint16, { min: 2 }),
  authorities,
})

/** RFC 4346 §7.4.4: no signature schemes. */
const certificateRequest10 = struct({
  kind: constant('certificate_request'),
  form: constant('fields'),
  certificateTypes: vector(uint8, uint8, { min: 1 }),
  signatureSchemes: absent((): readonly number[] => []),
  authorities,
})

/** `form` is 'extensions' in TLS 1.3 and 'fields' before; `signatureSchemes` is always empty before TLS 1.2. */
export type CertificateRequest = Decoded<typeof certificateRequest13> | Decoded<typeof certificateRequest12>

export function certificateRequest(version: number): Codec<CertificateRequest> {
  if (version >= 0x0304) return certificateRequest13
  return version === 0x0303 ? certificateRequest12 : certificateRequest10
}

/** RFC 6066 §8: `response` is a DER OCSPResponse for ocsp (1); for ocsp_multi (2) the list of RFC 6961 §2.2. */
export const certificateStatusMessage = struct({
  kind: constant('certificate_status'),
  statusType: uint8,
  response: opaque(uint24, { min: 1 }),
})

/** What a peer signed; the scheme is null before TLS 1.2, where key and version decide it. */
export interface Signature {
  readonly scheme: number | null
  readonly signature: Uint8Array
}

/** `digitally-signed` of RFC 5246 §4.7 and of RFC 4346 §4.7 */
export function signature(version: number): Codec<Signature> {
  return struct({ scheme: scheme(version), signature: opaque(uint16) })
}

/** RFC 8446 §4.4.3, RFC 5246 §7.4.8 */
export type CertificateVerify = Signature & { readonly kind: 'certificate_verify' }

export function certificateVerify(version: number): Codec<CertificateVerify> {
  return struct({ kind: constant('certificate_verify'), scheme: scheme(version), signature: opaque(uint16) })
}

function scheme(version: number): Codec<number | null> {
  return version >= 0x0303 ? uint16 : constant(null)
}

/** RFC 8879 §4 */
export const compressedCertificate = struct({
  kind: constant('compressed_certificate'),
  algorithm: uint16,
  uncompressedLength: uint24,
  compressed: opaque(uint24, { min: 1 }),
})
