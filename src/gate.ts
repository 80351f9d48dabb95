// The main verb: targets and options in, a Report out. Adapters (command line, Action, matchers) call this and nothing below it.
import { rootCertificates, type SecureContext } from 'node:tls'
import type { Certificate } from './certificate/certificate.ts'
import { type Check, type Severity, type Verdict, verdictOf, verdictOfAll } from './judge/check.ts'
import { judgeEndpoint } from './judge/endpoint.ts'
import type { Handshake } from './judge/handshake.ts'
import { familyOf } from './net/address.ts'
import { type Deadline, deadline } from './net/deadline.ts'
import { resolve } from './net/dial.ts'
import type { Route } from './net/endpoint.ts'
import { type Address, type Env, systemEnv } from './net/env.ts'
import { parseProxy } from './net/proxy.ts'
import { parseTarget } from './net/target.ts'
import { type ClientOptions, secureContext } from './net/tls.ts'
import { exchange } from './probe/exchange.ts'
import { probeHandshake } from './probe/handshake.ts'
import type { Outcome } from './probe/offer.ts'
import { runProbe } from './probe/run.ts'
import { type Widening, widen } from './probe/widen.ts'
import { alerts } from './registry/alerts.ts'
import { cipherSuites } from './registry/cipher-suites.ts'
import { protocols } from './registry/protocols.ts'
import type { Trace } from './trace/trace.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'
import type { ClientHello } from './wire/hello.ts'

export type { Handshake } from './judge/handshake.ts'

/** One endpoint probed. */
export interface TargetReport {
  readonly target: {
    /** The target as a URL whose scheme says the protocol: 'https://example.com:443'. */
    readonly url: string
    readonly host: string
    readonly port: number
    /** The IP address that was dialled; null when none was. */
    readonly address: string | null
    readonly servername: string | null
    readonly starttls: string | null
  }
  readonly verdict: Verdict
  readonly durationMs: number
  /** TCP connections this target cost. */
  readonly connections: number
  readonly handshake: Handshake
  readonly certificates: { readonly presented: readonly Certificate[] }
  /** Null: the survey of what a server would accept is not there yet. */
  readonly survey: null
  readonly checks: readonly Check[]
}

/** The result of a run; `--format json` prints exactly this. */
export interface Report {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'tlsgate'; readonly version: string; readonly node: string; readonly openssl: string }
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
  readonly verdict: Verdict
  readonly policy: { readonly id: string; readonly version: string }
  readonly targets: readonly TargetReport[]
}

export interface GateOptions extends ClientOptions {
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

export interface GateHooks {
  /** Told of each endpoint when it is done, in the order they end. */
  readonly onTarget?: (report: TargetReport, trace: Trace) => void
  readonly env?: Env
  /** Ends every check; what is not known by then is inconclusive. */
  readonly signal?: AbortSignal
}

/** Endpoints probed at the same time. */
const concurrency = 8
const defaultTimeoutMs = 10_000

/** What all targets of a run share. */
interface Run {
  readonly options: GateOptions
  readonly context: SecureContext
  readonly env: Env
  readonly signal: AbortSignal | undefined
}

/**
 * Shakes hands with every target and judges the outcome. Whatever a server or a network does is in the report.
 * @param targets 'host', 'host:port', '[v6]:port' or URLs, see parseTarget
 * @throws UsageError on a wrong target or option, before anything is probed
 */
export async function gate(targets: readonly string[], options: GateOptions = {}, hooks: GateHooks = {}): Promise<Report> {
  const { env = systemEnv, signal, onTarget } = hooks
  const parsed = targets.map(parseTarget)
  if (parsed.length === 0) throw new UsageError('there is no target', 'name at least one host, host:port or URL')
  const connectTo = options.connectTo === undefined ? null : parseTarget(options.connectTo)
  const proxy = options.proxy === undefined ? null : parseProxy(options.proxy)
  const run: Run = { options, context: secureContext(clientOptions(options)), env, signal }
  const startedAt = env.now().toISOString()
  const start = env.clock()
  const reports = await concurrently(parsed, async target => {
    const route = { target, connectTo, address: null, proxy }
    const ofTarget: TargetReport[] = []
    for (const each of options.allAddresses ? await everyAddress(route, run) : [route]) {
      const { report, trace } = await checkEndpoint(each, run)
      ofTarget.push(report)
      onTarget?.(report, trace)
    }
    return ofTarget
  })
  const all = reports.flat()
  return {
    schemaVersion: 1,
    tool: { name: 'tlsgate', version, node: process.versions.node, openssl: process.versions.openssl },
    startedAt,
    durationMs: round(env.clock() - start),
    verdict: verdictOfAll(all.map(({ verdict }) => verdict)),
    policy: { id: 'handshake', version: '1' },
    targets: all,
  }
}

/** Works on a few items at a time; results in the order of the items. */
async function concurrently<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries() // one iterator for all workers: each takes the next item
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker))
  return results
}

/** A route for each address of the target's name; the route itself when the name does not resolve, so that the report says why. */
async function everyAddress(route: Route, run: Run): Promise<Route[]> {
  using limit = deadline(run.options.timeoutMs ?? defaultTimeoutMs, run.signal)
  const found = await resolve(route.target.host, run.env, limit.signal)
  return found.kind === 'resolved' ? found.addresses.map((address: Address) => ({ ...route, address })) : [route]
}

async function checkEndpoint(route: Route, run: Run): Promise<{ report: TargetReport; trace: Trace }> {
  const { options, env, context } = run
  const { target } = route
  const start = env.clock()
  const clock = (): number => round(env.clock() - start)
  using limit = deadline(options.timeoutMs ?? defaultTimeoutMs, run.signal)
  const question = { route, context, servername: options.servername, alpn: options.alpn ?? target.alpn }
  const record = await probeHandshake(question, env, clock, limit.signal)
  let connections = record.connections
  const judgement = await judgeEndpoint(
    record,
    {
      url: target.url,
      reference: referenceOf(options.servername ?? target.host),
      anchors: options.ca ?? rootCertificates,
      at: options.at ?? env.now(),
      timeShifted: options.at !== undefined,
      insecure: options.insecure === true,
      widen: original => widenWith(original, route, run, limit, clock, () => void connections++),
    },
    clock(),
  )
  const report: TargetReport = {
    target: {
      url: target.url,
      host: target.host,
      port: target.port,
      address: record.address,
      servername: record.servername,
      starttls: target.starttls,
    },
    verdict: verdictOf(judgement.checks, options.failOn ?? 'error'),
    durationMs: clock(),
    connections,
    handshake: judgement.handshake,
    certificates: { presented: judgement.presented },
    survey: null,
    checks: judgement.checks,
  }
  return { report, trace: record.trace }
}

async function widenWith(
  original: ClientHello,
  route: Route,
  { env }: Run,
  limit: Deadline,
  clock: () => number,
  onConnection: () => void,
): Promise<Widening> {
  const { facts, asked } = await runProbe(widen(original), offer => {
    onConnection()
    return exchange(offer, route, env, clock, limit.signal)
  })
  return { ...facts, asked: asked.map(({ offer, outcome }) => `asked with ${offer.title}: ${outcomeText(outcome)}`) }
}

function outcomeText(outcome: Outcome): string {
  if (outcome.kind === 'accepted') return `accepted, ${protocols.label(outcome.version)} ${cipherSuites.label(outcome.cipherSuite)}`
  if (outcome.kind === 'unknown') return `no answer that counts (${outcome.detail})`
  return outcome.by === 'alert' ? `refused by alert ${alerts.label(outcome.alert)}` : `refused by ${outcome.by}`
}

function referenceOf(name: string): { kind: 'dns' | 'ip'; name: string } {
  return { kind: familyOf(name) === 0 ? 'dns' : 'ip', name }
}

function clientOptions(options: GateOptions): ClientOptions {
  const { ca, crl, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase } = options
  const given = { ca, crl, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ClientOptions
}

/** Microseconds are the most a clock of this kind can tell. */
const round = (ms: number): number => Math.round(ms * 1000) / 1000
