// What a user points at, parsed: 'host', 'host:port', '[v6]:port' or a URL whose scheme says the protocol. Nothing is resolved here.
import { domainToASCII } from 'node:url'
import { UsageError } from '../usage-error.ts'
import { canonicalAddress, familyOf } from './address.ts'
import { type Scheme, type StartTls, schemes } from './scheme.ts'

/** What to check, read from what the user wrote. */
export interface Target {
  /** Canonical form with the port: 'https://example.com:443', 'smtp://mail.example:25', 'https://[::1]:8443'. */
  readonly url: string
  /** A-label or IP address in its canonical form, without brackets. */
  readonly host: string
  readonly port: number
  readonly starttls: StartTls | null
  /** ALPN ids offered unless the caller says otherwise. */
  readonly alpn: readonly string[]
}

const forms = 'write host, host:port, [v6]:port or a URL such as https://example.com or smtp://mail.example.com:25'

/**
 * Parses a target. A bare host means https, on port 443 unless one is given.
 * @throws UsageError when it is no target; the message quotes it
 */
export function parseTarget(text: string): Target {
  const trimmed = text.trim()
  if (trimmed === '') throw new UsageError('the target is empty', forms)
  if (trimmed.length > 2048) throw new UsageError(`the target is ${trimmed.length} characters long`, forms)
  // Before anything else is said of it, as that quotes it.
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*@/i.test(trimmed))
    throw new UsageError('the target has a user name or password before the host', 'leave it out: a handshake needs no login')
  const [, schemeName = 'https', authority] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)\/?$/i.exec(trimmed) ?? []
  if (authority === undefined) {
    throw new UsageError(`${quote(trimmed)} is no target: it has a path, a query or a fragment`, 'leave out what follows the host and port')
  }
  const row = schemes.find(candidate => candidate.name === schemeName.toLowerCase())
  if (schemeName.toLowerCase() === 'http')
    throw new UsageError(`${quote(trimmed)} is plain HTTP, which has no handshake`, 'write https:// in its place')
  if (row === undefined) {
    throw new UsageError(
      `${quote(trimmed)} has the unknown scheme ${quote(schemeName)}`,
      `use one of ${schemes.map(known => known.name).join(', ')}`,
    )
  }
  const { host, port } = splitAuthority(authority, trimmed)
  return build(row, canonicalHost(host, trimmed), portOf(port, row, trimmed))
}

/** A target from its parts, as a test has them: a bound server's address and port. */
export function targetOf(schemeName: 'https' | 'tls' | StartTls, host: string, port: number): Target {
  return parseTarget(`${schemeName}://${familyOf(host) === 6 ? `[${host}]` : host}:${port}`)
}

function build(row: Scheme, host: string, port: number): Target {
  return { url: `${row.name}://${familyOf(host) === 6 ? `[${host}]` : host}:${port}`, host, port, starttls: row.starttls, alpn: row.alpn }
}

function splitAuthority(authority: string, text: string): { host: string; port: string | null } {
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(authority)
  if (bracketed) {
    const host = bracketed[1] ?? ''
    if (familyOf(host) !== 6)
      throw new UsageError(`${quote(text)} has no IPv6 address in its brackets`, 'write [address]:port, for example [::1]:8443')
    return { host, port: bracketed[2] ?? null }
  }
  if (familyOf(authority) === 6) return { host: authority, port: null }
  const colon = authority.indexOf(':')
  if (colon !== authority.lastIndexOf(':'))
    throw new UsageError(`${quote(text)} has more than one colon`, 'put an IPv6 address in brackets: [::1]:8443')
  return colon < 0 ? { host: authority, port: null } : { host: authority.slice(0, colon), port: authority.slice(colon + 1) }
}

function canonicalHost(host: string, text: string): string {
  if (host === '') throw new UsageError(`${quote(text)} has no host`, forms)
  if (familyOf(host) !== 0) return canonicalAddress(host)
  // domainToASCII reads its argument as a URL does: it would drop what follows a backslash, and line ends, and decode percent signs.
  const ascii = /[\\%\s]/.test(host) ? '' : domainToASCII(host.replace(/\.$/, ''))
  // RFC 1123 §2.1, with the underscore that names in private zones use; RFC 1035 §2.3.4 for the lengths.
  const valid = ascii.length > 0 && ascii.length <= 253 && ascii.split('.').every(label => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label))
  // A last label of digits only is an IPv4 address gone wrong (WHATWG URL §3.5), never a name.
  if (!valid || /(^|\.)\d+$/.test(ascii)) throw new UsageError(`${quote(text)} has no valid host name`, forms)
  return ascii
}

function portOf(port: string | null, row: Scheme, text: string): number {
  if (port === null) {
    if (row.port === null)
      throw new UsageError(`${quote(text)} has no port`, `${row.name} has no usual port: write ${row.name}://host:port`)
    return row.port
  }
  const number = /^\d{1,6}$/.test(port) ? Number(port) : Number.NaN
  if (!(number >= 1 && number <= 65_535))
    throw new UsageError(`${quote(text)} has the port ${quote(port)}`, 'a port is a number from 1 to 65535')
  return number
}

// Quoted as JSON, so that control characters of a hostile target list stay inert.
const quote = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
