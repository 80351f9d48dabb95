// The names of a matcher's options. One that is not known would be passed over, and the assertion hold for another handshake than was meant.
import { foreignOptions, handshakeOptions } from '../gate-options.ts'
import { nearest, refuseUnknownNames } from '../judge/nearest.ts'
import type { HandshakeOptions } from './target.ts'

const names: readonly (keyof HandshakeOptions)[] = [...handshakeOptions, 'starttls']

const isOption = (name: string): boolean => names.some(known => known === name)

/** @throws UsageError at the first name that is no option */
export const refuseUnknown = (options: object): void => refuseUnknownNames(options, names, 'option', foreignOptions)

/** The options of what a matcher received, which may have more to it: a server of the fixtures counts its connections. */
export const optionsIn = (received: object): HandshakeOptions =>
  Object.fromEntries(Object.entries(received).filter(([name]) => isOption(name)))

/** What a server of the fixtures says that a client needs to meet its fault. */
export function clientIn({ client, url }: Record<string, unknown>): HandshakeOptions {
  if (typeof url !== 'string' || typeof client !== 'object' || client === null) return {}
  const { ALPNProtocols: alpn, ...others } = client as { readonly ALPNProtocols?: readonly string[] }
  return { ...optionsIn(others), ...(alpn && { alpn }) }
}

/** What says where to connect, in the forms that a matcher takes. */
const place: readonly string[] = ['target', 'host', 'port', 'address', 'family']

/** What a server of the fixtures has beside a place and options. */
const ofFixtures: readonly string[] = ['url', 'client', 'options', 'connections', 'close']

const foreign = { ...foreignOptions, hostname: 'host' }

/** For what a matcher received, which may have more to it than options: what is near to one is meant to be it. */
export function refuseForeign(received: object): void {
  const known = [...names, ...place]
  const isMeant = (name: string): boolean => Object.hasOwn(foreign, name) || nearest(name, known).length > 0
  const unknown = Object.keys(received).find(name => !known.includes(name) && !ofFixtures.includes(name) && isMeant(name))
  if (unknown !== undefined) refuseUnknownNames({ [unknown]: true }, known, 'option', foreign)
}
