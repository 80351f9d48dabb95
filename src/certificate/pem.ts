// PEM (RFC 7468): DER bytes as text, and back. Whether the bytes are what the label says, their readers find out.

/** One block, with its last line end. */
export function pemOf(label: 'CERTIFICATE' | 'X509 CRL', der: Uint8Array): string {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.length).toString('base64')
  return `-----BEGIN ${label}-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`
}

/** The DER bytes of each certificate of a PEM text. */
export function certificatesOfPem(pem: string): Buffer[] {
  const blocks = pem.matchAll(/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([^-]*)-----END/g)
  return Array.from(blocks, ([, base64 = '']) => Buffer.from(base64, 'base64'))
}

/** The blocks of a PEM text whose label is of the kind, each with its label. */
export function pemBlocks(pem: string, kind: RegExp): string[] {
  return pem.match(new RegExp(`-----BEGIN (${kind.source})-----(?:(?!-----)[\\s\\S])*-----END \\1-----`, 'g')) ?? []
}

/** Whether a PEM text has a block of the kind ('RSA PRIVATE KEY' is a PRIVATE KEY). */
export const holds = (pem: string, kind: 'CERTIFICATE' | 'PRIVATE KEY'): boolean =>
  pemBlocks(pem, new RegExp(`(?:[A-Z0-9]+ )?${kind}`)).length > 0

/** What to do about a value in the place of PEM: one line. */
export function adviceOnPem(value: unknown): string {
  const parts = [value].flat().find(each => typeof each === 'object' && each !== null)
  if (parts instanceof Uint8Array) return "give it as text: readFileSync('file.pem', 'utf8')"
  if (parts && 'certificate' in parts) return 'of what createCa() and mint() give: give its .certificate, or its .key'
  if (parts && 'export' in parts) return "give it as PEM: key.export({ type: 'pkcs8', format: 'pem' })"
  if (parts && 'raw' in parts) return 'give it as PEM: certificate.toString()'
  return "give the text of a PEM file: readFileSync('file.pem', 'utf8')"
}
