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
