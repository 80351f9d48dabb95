// What a matcher received: finished reports, or an endpoint in the form that gate() takes.
import type { AddressInfo, Server } from 'node:net'
import type { GateOptions, Report, TargetReport } from '../gate.ts'
import type { DeployOptions, SurveyOptions } from '../gate-options.ts'
import { targetOf } from '../net/target.ts'
import { UsageError } from '../usage-error.ts'
import { hostOf, listening } from './listening.ts'
import { optionsIn, refuseForeign, refuseUnknown } from './option-names.ts'

/** PEM text, or the bytes of a PEM file. */
export type Pem = string | Uint8Array

/** How a matcher shakes hands; what is left out is what Node does. */
export interface HandshakeOptions
  extends Omit<GateOptions, 'ca' | 'crl' | 'cert' | 'key' | 'failOn' | keyof SurveyOptions | keyof DeployOptions> {
  /** The certificates to trust in the place of Node's root store. */
  readonly ca?: Pem | readonly Pem[]
  readonly crl?: Pem | readonly Pem[]
  readonly cert?: Pem
  readonly key?: Pem
}

/** What a matcher shakes hands with. */
export type HandshakeTarget =
  /** 'host', 'host:port' or a URL whose scheme says the protocol: 'smtp://mail.example.com:25'. */
  | string
  /** Its scheme, host and port count. */
  | URL
  /** A tls.Server, https.Server or http2 secure server. It is asked for the name 'localhost' unless `servername` says otherwise. */
  | Server
  /** What `server.address()` gives; asked for the name 'localhost' as well. */
  | AddressInfo
  | ({ readonly target: string | URL } & HandshakeOptions)
  /** The host is 'localhost' unless given. */
  | ({ readonly host?: string; readonly port: number } & HandshakeOptions)

/** The result of a run, or of one of its targets. On these a matcher answers at once. */
export type Finished = Report | TargetReport

/** The reports in what a matcher received, or null when it is something to be probed. */
export function finishedReports(received: unknown): readonly TargetReport[] | null {
  if (!isObject(received)) return null
  if (received.schemaVersion === 1 && Array.isArray(received.targets)) return received.targets
  return isObject(received.handshake) && Array.isArray(received.checks) ? [received as unknown as TargetReport] : null
}

/**
 * Calls `probe` with the target and the options that a matcher's received value stands for.
 * @throws UsageError when it stands for none
 */
export async function withTarget<T>(
  received: unknown,
  options: HandshakeOptions,
  probe: (target: string, options: GateOptions) => Promise<T>,
): Promise<T> {
  refuseUnknown(options)
  if (typeof received === 'string') return probe(received, gateOptions(options))
  if (!isObject(received)) throw noTarget(received)
  if (isUrl(received)) return probe(originOf(received), gateOptions(options))
  if (isServer(received)) {
    await using place = await listening(received)
    return await probe(targetOf(schemeOf(received), place.host, place.port).url, gateOptions({ servername: 'localhost', ...options }))
  }
  refuseForeign(received)
  const { target, host = 'localhost', port, address } = received
  const merged = gateOptions({ ...optionsIn(received), ...options })
  if (typeof target === 'string') return probe(target, merged)
  if (isUrl(target)) return probe(originOf(target), merged)
  if (typeof port !== 'number') throw noTarget(received)
  if (typeof address === 'string') return probe(targetOf('https', hostOf({ address }), port).url, { servername: 'localhost', ...merged })
  if (typeof host !== 'string') throw noTarget(received)
  return probe(targetOf('https', host, port).url, merged)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

// By shape, not by class: a runner may load modules into a realm of its own.
const isUrl = (value: unknown): value is URL => isObject(value) && typeof value.href === 'string' && typeof value.protocol === 'string'
const isServer = (value: object): value is Server =>
  'listening' in value && ['address', 'listen', 'close', 'on'].every(name => typeof Reflect.get(value, name) === 'function')

const originOf = ({ protocol, host }: URL): string => `${protocol}//${host}`

/** An HTTP server of any version has a setTimeout, one of plain TLS has none. The latter may know other ALPN ids than HTTP's. */
const schemeOf = (server: Server): 'https' | 'tls' => ('setTimeout' in server ? 'https' : 'tls')

function gateOptions({ ca, crl, cert, key, ...others }: HandshakeOptions): GateOptions {
  return {
    survey: 'none',
    ...others,
    ...(ca !== undefined && { ca: pemList(ca).map(holdingCertificate) }),
    ...(crl !== undefined && { crl: pemList(crl) }),
    ...(cert !== undefined && { cert: pemText(cert) }),
    ...(key !== undefined && { key: pemText(key) }),
  }
}

const pemText = (pem: Pem): string => (typeof pem === 'string' ? pem : Buffer.from(pem).toString())
const isOne = (pems: Pem | readonly Pem[]): pems is Pem => !Array.isArray(pems)
const pemList = (pems: Pem | readonly Pem[]): string[] => (isOne(pems) ? [pems] : pems).map(pemText)

/** OpenSSL passes over what holds none, and then trusts nobody. */
function holdingCertificate(ca: string): string {
  if (/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/.test(ca)) return ca
  throw new UsageError('ca holds no certificate', "give the text of a PEM file, not its path: readFileSync('ca.pem', 'utf8')")
}

function noTarget(received: unknown): UsageError {
  return new UsageError(`the received value is ${kindOf(received)}, which is nothing to shake hands with`, adviceOn(received))
}

function kindOf(received: unknown): string {
  if (received === null || received === undefined) return String(received)
  if (isPromise(received)) return 'a promise'
  return `of the type ${Array.isArray(received) ? 'array' : typeof received}`
}

function adviceOn(received: unknown): string {
  if (isPromise(received)) return 'await it first, or write expect(…).resolves'
  if (received === null) return 'a server has no address() before it listens and after it is closed: give the server itself'
  if (isObject(received) && 'port' in received) return 'give the port as a number and the host as a text'
  return "give 'host:port', a URL, a tls, https or http2 server, its address(), { target } or { host, port } with options, or a finished report"
}

const isPromise = (value: unknown): boolean => isObject(value) && typeof value.then === 'function'
