// A certificate as plain data. Parsing stands in parse.ts, judgement in judge/.

/** An X.509 certificate (RFC 5280) reduced to what a report and a judgement need. Every string may be chosen by the server. */
export interface Certificate {
  /** RFC 4514 string, most specific first: 'CN=example.com,O=Example'. */
  readonly subject: string
  readonly issuer: string
  /** Hexadecimal, upper case, without separators. */
  readonly serialNumber: string
  /** ISO 8601, UTC. */
  readonly notBefore: string
  readonly notAfter: string
  /** Subject alternative names. `dns` in the spelling of the certificate (A-labels), `ip` in canonical text form. */
  readonly names: { readonly dns: readonly string[]; readonly ip: readonly string[]; readonly other: readonly string[] }
  readonly key: {
    /** 'RSA', 'EC', 'Ed25519', 'Ed448', 'DSA', 'ML-DSA-65', …, or the algorithm's OID. */
    readonly type: string
    /** Size of the modulus, the field or the key, in bits; null where the algorithm is unknown. */
    readonly bits: number | null
    /** IANA name of the group for an EC key ('secp256r1'), or the curve's OID; otherwise null. */
    readonly group: string | null
  }
  /** 'sha256WithRSAEncryption', 'ecdsa-with-SHA384', 'Ed25519', …, or the OID. */
  readonly signatureAlgorithm: string
  /** basicConstraints; null when the extension is absent. */
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null
  /** RFC 5280 names ('digitalSignature'); null when the extension is absent. */
  readonly keyUsage: readonly string[] | null
  /** RFC 5280 names ('serverAuth') or OIDs; null when the extension is absent. */
  readonly extendedKeyUsage: readonly string[] | null
  /** Hexadecimal; null when absent. */
  readonly subjectKeyId: string | null
  readonly authorityKeyId: string | null
  readonly ocspUrls: readonly string[]
  readonly issuerUrls: readonly string[]
  readonly crlUrls: readonly string[]
  /** RFC 7633 status_request feature. */
  readonly mustStaple: boolean
  /** SHA-256 of the DER bytes, hexadecimal, upper case, colons between bytes. */
  readonly fingerprint256: string
  readonly pem: string
}
