// The shape of a client profile: what a TLS client offers in its first hello, as data. How it becomes a hello stands in probe/client-hello.ts.

/** RFC 8701: stands for any value of GREASE, which a client draws anew for every hello. */
export const grease = 0x0a0a

/**
 * An extension of a hello in its place: a type alone when its body follows from the rest of the row or is empty, otherwise with its body in
 * hexadecimal. From the row follow server_name (0), supported_groups (10), ec_point_formats (11), signature_algorithms (13), ALPN (16),
 * padding (21), supported_versions (43), key_share (51) and encrypted_client_hello (65037).
 */
export type ExtensionTemplate = number | readonly [type: number, body: string]

/** status_request for OCSP, of any responder: RFC 6066 §8. */
export const ocspRequest = [5, '0100000000'] as const
/** psk_key_exchange_modes with psk_dhe_ke: RFC 8446 §4.2.9. */
export const pskWithShare = [45, '0101'] as const
/** renegotiation_info of a first handshake: RFC 5746 §3.4. */
export const renegotiationInfo = [65281, '00'] as const

/**
 * What a client offers, by wire numbers in its order. Common to all: legacy_version 0x0303, no compression, and a session id of 32 bytes with
 * supported_versions, of none without it.
 */
export interface ClientOffer {
  /** Of the record that carries the hello. */
  readonly recordVersion: number
  /** As in supported_versions; null without that extension. */
  readonly versions: readonly number[] | null
  readonly cipherSuites: readonly number[]
  readonly extensions: readonly ExtensionTemplate[]
  /** Whether it sends them in another order each time; the row has one such order. */
  readonly shuffles?: true
  /** Empty without the extension, as are the lists below. */
  readonly groups: readonly number[]
  readonly pointFormats: readonly number[]
  readonly signatureSchemes: readonly number[]
  readonly alpn: readonly string[]
  readonly keyShares: readonly number[]
  /** Of an encrypted_client_hello that is GREASE (RFC 9849 §6.2), in bytes; BoringSSL draws it anew each time. */
  readonly echPayloadLength?: number
}

/** What lists of clients are grouped by. */
export type ClientFamily = 'browser' | 'Android' | 'Java' | 'OpenSSL' | 'Node' | 'Windows' | 'library'

/** A named client: what it offers, and where that is known from. */
export interface ClientProfile extends ClientOffer {
  /** 'java-8u161'. */
  readonly name: string
  /** 'Java 8u161'. */
  readonly title: string
  readonly family: ClientFamily
  /** Month in which the version came out: '2018-01'. */
  readonly released: string
  /** What it was captured from, or where it was published. */
  readonly source: string
  /** Whether test/clients/capture.ts saw this hello, so that it is the program's to the byte; otherwise it is as published, and may not be. */
  readonly captured: boolean
  /** The oldest version it accepts in an answer. */
  readonly oldest: number
}
