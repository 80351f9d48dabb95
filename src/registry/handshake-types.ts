// IANA "TLS HandshakeType" (tls-parameters-7), 2026-09-29. Names as in the RFCs, without IANA's _RESERVED.
import { type Row, table } from './table.ts'

/** The messages of a handshake. A report names its steps by them. */
export const handshakeTypes = table<Row>('handshake message', 2, () => [
  { code: 0, name: 'hello_request' },
  { code: 1, name: 'client_hello' },
  { code: 2, name: 'server_hello' },
  { code: 3, name: 'hello_verify_request' },
  { code: 4, name: 'new_session_ticket' },
  { code: 5, name: 'end_of_early_data' },
  // Only drafts of TLS 1.3 sent this type: the RFC's HelloRetryRequest is a server_hello with a fixed random (RFC 8446 §4.1.3)
  { code: 6, name: 'hello_retry_request' },
  { code: 8, name: 'encrypted_extensions' },
  { code: 9, name: 'request_connection_id' },
  { code: 10, name: 'new_connection_id' },
  { code: 11, name: 'certificate' },
  { code: 12, name: 'server_key_exchange' },
  { code: 13, name: 'certificate_request' },
  { code: 14, name: 'server_hello_done' },
  { code: 15, name: 'certificate_verify' },
  { code: 16, name: 'client_key_exchange' },
  { code: 17, name: 'client_certificate_request' },
  { code: 20, name: 'finished' },
  { code: 21, name: 'certificate_url' },
  { code: 22, name: 'certificate_status' },
  { code: 23, name: 'supplemental_data' },
  { code: 24, name: 'key_update' },
  { code: 25, name: 'compressed_certificate' },
  { code: 26, name: 'ekt_key' },
  // 67: not IANA's; clients with draft-agl-tls-nextprotoneg send it
  { code: 67, name: 'next_protocol' },
  { code: 254, name: 'message_hash' },
])
