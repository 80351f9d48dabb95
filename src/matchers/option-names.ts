// The names of a matcher's options. One that is not known would be passed over, and the assertion hold for another handshake than was meant.
import { nearest } from '../judge/nearest.ts'
import { UsageError } from '../usage-error.ts'
import type { HandshakeOptions } from './target.ts'

const names: Readonly<Record<keyof HandshakeOptions, true>> = {
  servername: true,
  connectTo: true,
  allAddresses: true,
  proxy: true,
  timeoutMs: true,
  ca: true,
  crl: true,
  at: true,
  insecure: true,
  cert: true,
  key: true,
  pfx: true,
  passphrase: true,
  minVersion: true,
  maxVersion: true,
  ciphers: true,
  groups: true,
  signatureSchemes: true,
  alpn: true,
  starttls: true,
}

/** What tls.connect() calls them. */
const foreign: Readonly<Record<string, keyof HandshakeOptions>> = {
  rejectUnauthorized: 'insecure',
  ALPNProtocols: 'alpn',
  ecdhCurve: 'groups',
  sigalgs: 'signatureSchemes',
  timeout: 'timeoutMs',
}

/** @throws UsageError at the first name that is no option */
export function refuseUnknown(options: object): void {
  const unknown = Object.keys(options).find(name => !Object.hasOwn(names, name))
  if (unknown !== undefined) throw noOption(unknown)
}

/** The options of what a matcher received, which may have more to it: a server of the fixtures counts its connections. */
export const optionsIn = (received: object): HandshakeOptions =>
  Object.fromEntries(Object.entries(received).filter(([name]) => Object.hasOwn(names, name)))

/** What a server of the fixtures says that a client needs to meet its fault. */
export function clientIn({ client, url }: Record<string, unknown>): HandshakeOptions {
  if (typeof url !== 'string' || typeof client !== 'object' || client === null) return {}
  const { ALPNProtocols: alpn, ...others } = client as { readonly ALPNProtocols?: readonly string[] }
  return { ...optionsIn(others), ...(alpn && { alpn }) }
}

/** For what a matcher received, which may have more to it than options: a server of the fixtures has. */
export function refuseForeign(received: object): void {
  const unknown = Object.keys(received).find(name => Object.hasOwn(foreign, name))
  if (unknown !== undefined) throw noOption(unknown)
}

function noOption(name: string): UsageError {
  const known = Object.keys(names)
  const near = Object.hasOwn(foreign, name) ? [foreign[name]] : nearest(name, known)
  return new UsageError(
    `${JSON.stringify(name)} is no option`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `the options are ${known.join(', ')}`,
  )
}
