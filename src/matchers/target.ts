// What a matcher received: finished reports, or an endpoint in the form that gate() takes.
import type { AddressInfo, Server } from 'node:net'
import type { GateOptions, Report, TargetReport } from '../gate.ts'
import type { DeployOptions, SurveyOptions } from '../gate-options.ts'
import type { StartTls } from '../net/scheme.ts'
import { targetOf } from '../net/target.ts'
import { hostOf, listening } from './listening.ts'
import { clientIn, optionsIn, refuseForeign, refuseUnknown } from './option-names.ts'
import { certificatesOf, type Pem, pemList, pemText, trusted } from './pem.ts'
import { isObject, noTarget } from './received.ts'
import { overStartTls, startTlsNamed } from './starttls.ts'

/** How a matcher shakes hands; what is left out is what Node does. */
export interface HandshakeOptions
  extends Omit<
    GateOptions,
    'ca' | 'partialChain' | 'crl' | 'cert' | 'key' | 'failOn' | 'shard' | keyof SurveyOptions | keyof DeployOptions
  > {
  /** The certificates to trust in the place of Node's root store; 'self' for those that the server of the test was made with. */
  readonly ca?: Pem | readonly Pem[] | 'self'
  readonly crl?: Pem | readonly Pem[]
  readonly cert?: Pem
  readonly key?: Pem
  /** The protocol whose STARTTLS comes before TLS; a URL says it by its scheme. */
  readonly starttls?: StartTls
}

/** A server of the test's own process. It is asked for the name 'localhost' unless `servername` says otherwise. */
export type Served =
  /** A tls.Server, https.Server or http2 secure server; with `starttls` a net.Server that upgrades. */
  | Server
  /** An application that has its server there, as those of Fastify do. */
  | { readonly server: Server }
  /** An application of Nest. */
  | { getHttpServer(): Server }

/** What a matcher shakes hands with. */
export type HandshakeTarget =
  /** 'host', 'host:port' or a URL whose scheme says the protocol: 'smtp://mail.example.com:25'. */
  | string
  /** Its scheme, host and port count. */
  | URL
  | Served
  /** What `server.address()` gives; asked for the name 'localhost' as well. */
  | AddressInfo
  | ({ readonly target: string | URL } & HandshakeOptions)
  /** The host is 'localhost' unless given. */
  | ({ readonly host?: string; readonly port: number } & HandshakeOptions)
  /** Gives the port of a server on localhost, or one of the above; called for each assertion. */
  | (() => Made | Promise<Made>)
type Made = number | string | URL | Served | AddressInfo

/** The result of a run, or of one of its targets. On these a matcher answers at once. */
export type Finished = Report | TargetReport

/** An endpoint to be probed. */
export interface Place {
  readonly target: string
  readonly options: GateOptions
  /** Null where it is not one of this process. */
  readonly server: Server | null
}

/**
 * Calls `probe` with the place that a matcher's received value stands for.
 * @param defaults what holds unless the test says otherwise
 * @throws UsageError when it stands for none
 */
export async function withPlace<T>(
  received: unknown,
  options: HandshakeOptions,
  defaults: HandshakeOptions,
  probe: (place: Place) => Promise<T>,
): Promise<T> {
  refuseUnknown(options)
  const given = typeof received === 'function' ? await made(received as () => unknown) : received
  const server = serverIn(given)
  if (server === null) {
    const { target, implied, own } = endpointIn(given)
    const all = { ...implied, ...defaults, ...own, ...options }
    return await probe({ target: overStartTls(target, all.starttls), options: gateOptions(all, null), server })
  }
  const all = { servername: 'localhost', ...defaults, ...options }
  const scheme = startTlsNamed(all.starttls) ?? schemeOf(server)
  const gated = gateOptions(all, server)
  await using place = await listening(server)
  return await probe({ target: targetOf(scheme, place.host, place.port).url, options: gated, server })
}

async function made(make: () => unknown): Promise<unknown> {
  // An application of Express is a function too, and to call it would be to serve a request.
  if ('listen' in make || make.length > 0) throw noTarget(make)
  const given = await make()
  return typeof given === 'number' ? { port: given } : given
}

function serverIn(given: unknown): Server | null {
  if (!isObject(given)) return null
  if (isServer(given)) return given
  const inner = typeof given.getHttpServer === 'function' ? given.getHttpServer() : given.server
  return isObject(inner) && isServer(inner) ? inner : null
}

interface Endpoint {
  readonly target: string
  /** Options that follow from the form it was given in, and those that were given with it. */
  readonly implied: HandshakeOptions
  readonly own: HandshakeOptions
}

function endpointIn(given: unknown): Endpoint {
  const none = { implied: {}, own: {} }
  if (typeof given === 'string') return { target: given, ...none }
  if (!isObject(given)) throw noTarget(given)
  if (isUrl(given)) return { target: originOf(given), ...none }
  refuseForeign(given)
  const { target, host = 'localhost', port, address } = given
  const own = { ...optionsIn(given), ...clientIn(given) }
  if (typeof target === 'string') return { target, implied: {}, own }
  if (isUrl(target)) return { target: originOf(target), implied: {}, own }
  if (typeof port !== 'number') throw noTarget(given)
  const scheme = startTlsNamed(own.starttls) ?? 'https'
  if (typeof address === 'string')
    return { target: targetOf(scheme, hostOf({ address }), port).url, implied: { servername: 'localhost' }, own }
  if (typeof host !== 'string') throw noTarget(given)
  return { target: targetOf(scheme, host, port).url, implied: {}, own }
}

// By shape, not by class: a runner may load modules into a realm of its own.
const isUrl = (value: unknown): value is URL => isObject(value) && typeof value.href === 'string' && typeof value.protocol === 'string'
const isServer = (value: object): value is Server =>
  'listening' in value && ['address', 'listen', 'close', 'on'].every(name => typeof Reflect.get(value, name) === 'function')

const originOf = ({ protocol, host }: URL): string => `${protocol}//${host}`

/** An HTTP server of any version has a setTimeout, one of plain TLS has none. The latter may know other ALPN ids than HTTP's. */
const schemeOf = (server: Server): 'https' | 'tls' => ('setTimeout' in server ? 'https' : 'tls')

function gateOptions({ ca, crl, cert, key, starttls: _, ...others }: HandshakeOptions, server: Server | null): GateOptions {
  return {
    ...others,
    // Its certificate may have been issued by one that it does not have.
    ...(ca === 'self' && { ca: certificatesOf(server), partialChain: true }),
    ...(ca !== undefined && ca !== 'self' && { ca: trusted(ca) }),
    ...(crl !== undefined && { crl: pemList('crl', crl) }),
    ...(cert !== undefined && { cert: pemText('cert', cert) }),
    ...(key !== undefined && { key: pemText('key', key) }),
  }
}
