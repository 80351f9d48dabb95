// IANA "TLS ContentType" (tls-parameters-5), 2026-09-29. Names as in the RFCs, without IANA's _RESERVED.
import { type Row, table } from './table.ts'

/** What a record carries. */
export const contentTypes = table<Row>('content type', 2, () => [
  { code: 20, name: 'change_cipher_spec' },
  { code: 21, name: 'alert' },
  { code: 22, name: 'handshake' },
  { code: 23, name: 'application_data' },
  { code: 24, name: 'heartbeat' },
  { code: 25, name: 'tls12_cid' },
  { code: 26, name: 'ack' },
  { code: 27, name: 'return_routability_check' },
])
