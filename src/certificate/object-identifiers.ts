// Object identifiers that occur in certificates, and what they are called. Source: RFC 5280 and the documents named at each table; 2026-11.

/** RFC 4514 §3 and RFC 4519: the short names of attribute types; then those OpenSSL prints that occur in real certificates. */
export const attributeTypes: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.4', 'SN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.12', 'title'],
  ['2.5.4.15', 'businessCategory'],
  ['2.5.4.17', 'postalCode'],
  ['2.5.4.42', 'GN'],
  ['2.5.4.97', 'organizationIdentifier'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
  ['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionL'],
  ['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionST'],
  ['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionC'],
])

/** RFC 5280 §4.2.1.12. */
export const keyPurposes: ReadonlyMap<string, string> = new Map([
  ['2.5.29.37.0', 'anyExtendedKeyUsage'],
  ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
  ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
  ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
  ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
  ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
  ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
])

/** RFC 5280 §4.2.1.3, in the order of the bits. */
export const keyUsageBits = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

/** What a subject's key may be (RFC 3279, RFC 5480, RFC 8410, RFC 9881). `size`: what is counted as its size. */
export const keyAlgorithms: ReadonlyMap<string, { readonly type: string; readonly size: 'modulus' | 'curve' | 'prime' | 'key' }> = new Map([
  ['1.2.840.113549.1.1.1', { type: 'RSA', size: 'modulus' }],
  ['1.2.840.113549.1.1.10', { type: 'RSA-PSS', size: 'modulus' }],
  ['1.2.840.10045.2.1', { type: 'EC', size: 'curve' }],
  ['1.2.840.10040.4.1', { type: 'DSA', size: 'prime' }],
  ['1.3.101.112', { type: 'Ed25519', size: 'key' }],
  ['1.3.101.113', { type: 'Ed448', size: 'key' }],
  ['2.16.840.1.101.3.4.3.17', { type: 'ML-DSA-44', size: 'key' }],
  ['2.16.840.1.101.3.4.3.18', { type: 'ML-DSA-65', size: 'key' }],
  ['2.16.840.1.101.3.4.3.19', { type: 'ML-DSA-87', size: 'key' }],
])

/** Named curves (RFC 5480 §2.1.1.1, RFC 5639 §4.1, SEC 2) under IANA's group names, with the size of the field. */
export const curves: ReadonlyMap<string, { readonly group: string; readonly bits: number }> = new Map([
  ['1.2.840.10045.3.1.1', { group: 'secp192r1', bits: 192 }],
  ['1.2.840.10045.3.1.7', { group: 'secp256r1', bits: 256 }],
  ['1.3.132.0.10', { group: 'secp256k1', bits: 256 }],
  ['1.3.132.0.33', { group: 'secp224r1', bits: 224 }],
  ['1.3.132.0.34', { group: 'secp384r1', bits: 384 }],
  ['1.3.132.0.35', { group: 'secp521r1', bits: 521 }],
  ['1.3.36.3.3.2.8.1.1.7', { group: 'brainpoolP256r1', bits: 256 }],
  ['1.3.36.3.3.2.8.1.1.11', { group: 'brainpoolP384r1', bits: 384 }],
  ['1.3.36.3.3.2.8.1.1.13', { group: 'brainpoolP512r1', bits: 512 }],
  ['1.2.156.10197.1.301', { group: 'curveSM2', bits: 256 }],
])

/** The hash functions of RSASSA-PSS (RFC 4055 §2.1), spelled as the names in `signatureAlgorithms` need them. */
export const hashes: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'SHA1'],
  ['2.16.840.1.101.3.4.2.4', 'SHA224'],
  ['2.16.840.1.101.3.4.2.1', 'SHA256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA512'],
])

/** Signature algorithms by identifier: RFC 3279, RFC 4055, RFC 5758, RFC 8410, RFC 9881. RSASSA-PSS is told by its hash instead. */
export const signatureAlgorithms: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.2', 'md2WithRSAEncryption'],
  ['1.2.840.113549.1.1.3', 'md4WithRSAEncryption'],
  ['1.2.840.113549.1.1.4', 'md5WithRSAEncryption'],
  ['1.2.840.113549.1.1.5', 'sha1WithRSAEncryption'],
  // The second name of the same, from OIW; makecert wrote it.
  ['1.3.14.3.2.29', 'sha1WithRSAEncryption'],
  ['1.2.840.113549.1.1.14', 'sha224WithRSAEncryption'],
  ['1.2.840.113549.1.1.11', 'sha256WithRSAEncryption'],
  ['1.2.840.113549.1.1.12', 'sha384WithRSAEncryption'],
  ['1.2.840.113549.1.1.13', 'sha512WithRSAEncryption'],
  ['1.2.840.10040.4.3', 'dsa-with-SHA1'],
  ['2.16.840.1.101.3.4.3.1', 'dsa-with-SHA224'],
  ['2.16.840.1.101.3.4.3.2', 'dsa-with-SHA256'],
  ['1.2.840.10045.4.1', 'ecdsa-with-SHA1'],
  ['1.2.840.10045.4.3.1', 'ecdsa-with-SHA224'],
  ['1.2.840.10045.4.3.2', 'ecdsa-with-SHA256'],
  ['1.2.840.10045.4.3.3', 'ecdsa-with-SHA384'],
  ['1.2.840.10045.4.3.4', 'ecdsa-with-SHA512'],
  ['1.3.101.112', 'Ed25519'],
  ['1.3.101.113', 'Ed448'],
  ['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
  ['2.16.840.1.101.3.4.3.18', 'ML-DSA-65'],
  ['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
])

/** RSASSA-PSS, both as a key's and as a signature's algorithm. */
export const rsaPss = '1.2.840.113549.1.1.10'

/** RFC 5280 §4.2 and §4.2.2.1; RFC 7633 (TLS feature). */
export const extensionIds = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  tlsFeature: '1.3.6.1.5.5.7.1.24',
} as const

/** The identifier that a table has under a name, the first of several. */
export function identifierOf(table: ReadonlyMap<string, string>, name: string): string | undefined {
  return [...table].find(([, known]) => known === name)?.[0]
}
