// What speaks on a port that does not speak TLS, by its first bytes.

// What a protocol's first answer starts with, as latin1.
const banners: readonly (readonly [RegExp, string])[] = [
  [/^HTTP\/\d/, 'plain HTTP'],
  [/^\s*<(?:!doctype|html)/i, 'an HTML page without HTTP headers'],
  [/^SSH-/, 'an SSH banner'],
  [/^220[ -].*SMTP/i, 'an SMTP greeting'],
  [/^220[ -].*FTP/i, 'an FTP greeting'],
  [/^220[ -]/, 'an SMTP or FTP greeting'],
  [/^\* OK/, 'an IMAP greeting'],
  [/^\+OK/, 'a POP3 greeting'],
  [/^-ERR/, 'a POP3 or Redis error'],
  [/^20[01][ -]/, 'an NNTP greeting'],
  [/^"IMPLEMENTATION"/, 'a ManageSieve greeting'],
  [/^<\?xml|^<stream:/, 'an XMPP stream'],
  [/^[\s\S]{3}\0\x0a\d/, 'a MySQL greeting'],
  [/^[\s\S]{3}\0\xff/, 'a MySQL error'],
  [/^E\0\0/, 'a PostgreSQL error'],
  [/^RFB /, 'a VNC banner'],
  [/^\x03\0\0/, 'an RDP answer'],
]

/** Completes "the server answered with …". The quoted bytes are the server's: escape for where it is printed. */
export function nameBanner(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1')
  const known = banners.find(([pattern]) => pattern.test(text))?.[1]
  const line = text.split(/[\r\n]/, 1)[0] ?? ''
  // Printable text is quoted as it came, anything else in hexadecimal.
  const shown = /^[\x20-\x7e]+$/.test(line)
    ? JSON.stringify(line.slice(0, 60))
    : `the bytes ${Buffer.from(bytes.subarray(0, 8)).toString('hex')}`
  return known ? `${known} (${shown})` : shown
}
