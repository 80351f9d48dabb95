// IANA "TLS Certificate Compression Algorithm IDs", 2026-09-29 (RFC 8879 §7.3).
import { type Row, table } from './table.ts'

/** How a compressed_certificate message is compressed. */
export const certificateCompressions = table<Row>('certificate compression', 4, () => [
  { code: 1, name: 'zlib' },
  { code: 2, name: 'brotli' },
  { code: 3, name: 'zstd' },
])
