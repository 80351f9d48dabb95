// What gate() can be told, and what of it is refused before anything is probed.
import { certificatesOfPem } from './certificate/pem.ts'
import { type Severity, severities } from './judge/check.ts'
import { familyOf } from './net/address.ts'
import { parseTarget, type Target, targetOf } from './net/target.ts'
import type { ClientOptions } from './net/tls.ts'
import { UsageError } from './usage-error.ts'

export interface GateOptions extends Omit<ClientOptions, 'ca' | 'crl'> {
  /** PEM of the certificates to trust in the place of Node's root store. */
  readonly ca?: string | readonly string[]
  /** PEM of revocation lists; with any of them OpenSSL wants one for every issuer of the chain. */
  readonly crl?: string | readonly string[]
  /** SNI and the name the certificate has to cover, in the place of the target's host; null sends no SNI. */
  readonly servername?: string | null
  /** 'host:port' to connect to in the place of every target. */
  readonly connectTo?: string
  /** ALPN ids to offer in the place of the scheme's own; none with an empty list. */
  readonly alpn?: readonly string[]
  /** 'http://host:port' of a proxy that opens tunnels. */
  readonly proxy?: string
  /** For each endpoint, everything included; 10,000 unless given. */
  readonly timeoutMs?: number
  /** Judge the validity of certificates as of this date. */
  readonly at?: Date
  /** Do not fail a handshake for its certificate. */
  readonly insecure?: boolean
  /** The least severe failed check that fails the run; 'error' unless given. */
  readonly failOn?: Severity
  /** Probe every address of a name, one report each, instead of the first that answers. */
  readonly allAddresses?: boolean
}

export const defaultTimeoutMs = 10_000

/** setTimeout's 32 bits of milliseconds. */
const longestTimeoutMs = 2 ** 31 - 1

/** What OpenSSL does not judge, and would otherwise weaken a gate in silence. */
function wrongOf(options: CanonicalOptions): readonly (readonly [wrong: boolean, message: string, hint: string])[] {
  const { alpn = [], allAddresses, at, ca = [], connectTo, crl = [], failOn = 'error', proxy, timeoutMs = defaultTimeoutMs } = options
  const { minVersion = 'TLSv1', maxVersion = 'TLSv1.3' } = options
  // RFC 7301 §3.1: opaque ProtocolName<1..2^8-1>
  const impossible = alpn.find(id => id === '' || Buffer.byteLength(id) > 255)
  return [
    [!severities.includes(failOn), `there is no severity ${JSON.stringify(failOn)}`, `use one of ${severities.join(', ')}`],
    [!(timeoutMs > 0 && timeoutMs <= longestTimeoutMs), `the timeout is ${timeoutMs} ms`, 'give milliseconds above 0, such as 10000'],
    [at !== undefined && Number.isNaN(at.getTime()), 'at is an invalid Date', 'give a Date with a time'],
    // OpenSSL gives one verdict, as of now. Where that is on dates, it hides the one on revocation.
    [
      at !== undefined && crl.length > 0,
      'at and crl contradict each other',
      'revocation can only be judged as of now: leave one of the two out',
    ],
    [
      allAddresses === true && (connectTo ?? proxy) !== undefined,
      'every address of a name cannot be reached through one other',
      'leave out all addresses, or the proxy and the address to connect to',
    ],
    // Compared as text: 'TLSv1' < 'TLSv1.1' < 'TLSv1.2' < 'TLSv1.3'.
    [
      minVersion > maxVersion,
      `the oldest version ${minVersion} is newer than the newest, ${maxVersion}`,
      'give the older one as the oldest',
    ],
    [ca.some(pem => certificatesOfPem(pem).length === 0), 'ca has a text without a certificate', 'give certificates as PEM'],
    [impossible !== undefined, `the ALPN id ${quote(impossible ?? '')} is empty or too long`, 'an id has 1 to 255 bytes'],
  ]
}

/** Options with lists where either was allowed, and with names in the form certificates have them. */
export type CanonicalOptions = Omit<GateOptions, 'ca' | 'crl'> & ClientOptions

/** @throws UsageError at the first that is wrong */
export function canonicalOptions({ ca, crl, ...rest }: GateOptions): CanonicalOptions {
  const options: CanonicalOptions = {
    ...rest,
    ...(ca !== undefined && { ca: [ca].flat() }),
    ...(crl !== undefined && { crl: [crl].flat() }),
  }
  for (const [wrong, message, hint] of wrongOf(options)) if (wrong) throw new UsageError(message, hint)
  const { servername } = options
  return servername == null ? options : { ...options, servername: canonicalName(servername) }
}

function canonicalName(name: string): string {
  try {
    return targetOf('https', name, 443).host
  } catch (cause) {
    throw new UsageError(`the server name ${quote(name)} is no host name`, 'give a name such as www.example.com', { cause })
  }
}

/**
 * A host and its port, which is never guessed: on another port another server may answer.
 * @throws UsageError when either is missing
 */
export function parseConnectTo(text: string): Target {
  if (!/^(?:[^:/]*|\[[^\]]*\]):[^:/]*$/.test(text.trim()))
    throw new UsageError(`the address to connect to is ${quote(text)}`, 'write host:port or [v6]:port')
  return parseTarget(text)
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 80))

/** What to send as SNI for a name: RFC 6066 §3 allows no address there. */
export const sniOf = (name: string | null): string | null => (name === null || familyOf(name) !== 0 ? null : name)

/** Those that make the client: what OpenSSL is told. */
export function clientOptions(options: CanonicalOptions): ClientOptions {
  const { ca, crl, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase } = options
  const given = { ca, crl, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ClientOptions
}
