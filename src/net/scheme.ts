// What a target's scheme says: the default port, and how the protocol comes to TLS. No sockets here.

/** The application protocols whose STARTTLS dialogue tlsgate speaks (starttls.ts). */
export type StartTls = 'smtp' | 'lmtp' | 'imap' | 'pop3' | 'ftp' | 'nntp' | 'sieve' | 'xmpp' | 'xmpp-server' | 'ldap' | 'postgres' | 'mysql'

/** What the scheme of a target's URL says of it. */
export interface Scheme {
  readonly name: string
  /** The port IANA registers for it, used when the target names none; null when there is none. */
  readonly port: number | null
  /** The dialogue that precedes the handshake, or null for TLS from the first byte. */
  readonly starttls: StartTls | null
  /** ALPN protocol ids a usual client of this protocol offers (IANA "TLS ALPN Protocol IDs"). */
  readonly alpn: readonly string[]
}

const scheme = (name: string, port: number | null, starttls: StartTls | null = null, alpn: readonly string[] = []): Scheme => ({
  name,
  port,
  starttls,
  alpn,
})

// IANA "Service Name and Transport Protocol Port Number Registry", 2026-11.
export const schemes: readonly Scheme[] = [
  scheme('https', 443, null, ['h2', 'http/1.1']),
  scheme('tls', null),
  scheme('smtp', 25, 'smtp'),
  scheme('submission', 587, 'smtp'),
  scheme('smtps', 465),
  scheme('lmtp', 24, 'lmtp'),
  scheme('imap', 143, 'imap'),
  scheme('imaps', 993),
  scheme('pop3', 110, 'pop3'),
  scheme('pop3s', 995),
  scheme('ftp', 21, 'ftp'),
  scheme('ftps', 990),
  scheme('nntp', 119, 'nntp'),
  scheme('sieve', 4190, 'sieve'),
  scheme('xmpp', 5222, 'xmpp'),
  scheme('xmpp-server', 5269, 'xmpp-server'),
  scheme('ldap', 389, 'ldap'),
  scheme('ldaps', 636),
  scheme('postgres', 5432, 'postgres'),
  scheme('mysql', 3306, 'mysql'),
]
