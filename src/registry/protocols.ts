// The versions of SSL and TLS over TCP, by the number on the wire (RFC 8446 §4.2.1 and its forerunners), 2026-09-29. No DTLS.
import { type Row, table } from './table.ts'

/** As reports, policies and configurations spell the versions. */
export type ProtocolName = 'SSLv2' | 'SSLv3' | 'TLSv1.0' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'

export interface Protocol extends Row {
  readonly name: ProtocolName
  /** The name in OpenSSL and in node:tls (minVersion, getProtocol()); null when neither can speak it any more. */
  readonly openssl: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3' | null
  /** Where its use is forbidden; null while it is not. */
  readonly forbiddenBy: string | null
}

/** The versions, oldest first. */
export const protocols = table<Protocol>('protocol', 4, () => [
  { code: 0x0002, name: 'SSLv2', openssl: null, forbiddenBy: 'RFC 6176 §3' },
  { code: 0x0300, name: 'SSLv3', openssl: null, forbiddenBy: 'RFC 7568 §3' },
  { code: 0x0301, name: 'TLSv1.0', openssl: 'TLSv1', forbiddenBy: 'RFC 8996 §4' },
  { code: 0x0302, name: 'TLSv1.1', openssl: 'TLSv1.1', forbiddenBy: 'RFC 8996 §5' },
  { code: 0x0303, name: 'TLSv1.2', openssl: 'TLSv1.2', forbiddenBy: null },
  { code: 0x0304, name: 'TLSv1.3', openssl: 'TLSv1.3', forbiddenBy: null },
])

/** Wire numbers of the versions that code has to tell apart: where something begins or ends. */
export const ssl2 = 0x0002
export const ssl3 = 0x0300
export const tls10 = 0x0301
export const tls12 = 0x0303
export const tls13 = 0x0304
