// How much of a peer's talk is read before we stop listening. A handshake of the real world stays far below each of them.

/** The bounds of what one direction of a connection may make us keep or decode. */
export interface Limits {
  /** Bytes of one record's fragment. */
  readonly fragment: number
  /** Bytes of one handshake message, its header not included. */
  readonly message: number
  /** Handshake messages. */
  readonly messages: number
  /** Records. */
  readonly records: number
  /** Records without content, one after the other. */
  readonly emptyRecords: number
  /** Warning alerts in the clear, one after the other. */
  readonly warningAlerts: number
  /** Bytes in all. */
  readonly bytes: number
}

/** The limits that every decoder keeps unless it is given others. */
export const limits: Limits = {
  // TLSCiphertext.length of RFC 5246 §6.2.3, the larger of the two; TLS 1.3 allows 2^14 + 256 (RFC 8446 §5.2), which is the recipient's to mind.
  fragment: 2 ** 14 + 2048,
  // OpenSSL reads certificate lists of up to 100 KiB by default (SSL_CTX_set_max_cert_list); post-quantum chains reach 60 KB.
  message: 2 ** 17,
  // A full handshake has a dozen; the rest is room for session tickets, key updates and renegotiation requests.
  messages: 64,
  records: 16_384,
  // The numbers OpenSSL gives up at: MAX_EMPTY_RECORDS and MAX_WARN_ALERT_COUNT.
  emptyRecords: 32,
  warningAlerts: 5,
  bytes: 2 ** 20,
}
