// The raw evidence of one connection: what was seen on the wire and the secrets that open it. No decoding here.

/** Who sent something. */
export type Side = 'client' | 'server'

/** Bytes as they passed the tap, in one read or write. */
export interface Chunk {
  readonly from: Side
  /** Milliseconds since the target's start. */
  readonly atMs: number
  readonly bytes: Uint8Array
}

/** Everything one connection left behind, in the order it happened. */
export interface Recording {
  readonly chunks: readonly Chunk[]
  /** Lines in NSS key log format (draft-ietf-tls-keylogfile), without line ends. */
  readonly keyLog: readonly string[]
}
