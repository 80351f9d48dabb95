// The main verb: targets and options in, a Report out. Adapters (command line, Action, matchers) call this and nothing below it.
import { rootCertificates, type SecureContext } from 'node:tls'
import type { Certificate } from './certificate/certificate.ts'
import { type TrustStore, trustStore } from './certificate/trust-store.ts'
import {
  type CanonicalOptions,
  canonicalOptions,
  clientOptions,
  defaultTimeoutMs,
  type GateOptions,
  parseConnectTo,
  sniOf,
} from './gate-options.ts'
import { type Check, type Verdict, verdictOf, verdictOfAll } from './judge/check.ts'
import { judgeEndpoint } from './judge/endpoint.ts'
import type { Handshake } from './judge/handshake.ts'
import { familyOf } from './net/address.ts'
import { deadline } from './net/deadline.ts'
import { resolve } from './net/dial.ts'
import type { Route } from './net/endpoint.ts'
import { type Address, type Env, systemEnv } from './net/env.ts'
import { parseTarget } from './net/target.ts'
import { secureContext } from './net/tls.ts'
import { probeHandshake } from './probe/handshake.ts'
import type { Trace } from './trace/trace.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

export type { GateOptions } from './gate-options.ts'
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

export interface GateHooks {
  /** Told of each endpoint when it is done, in the order they end. */
  readonly onTarget?: (report: TargetReport, trace: Trace) => void
  readonly env?: Env
  /** Ends every check; what is not known by then is inconclusive. */
  readonly signal?: AbortSignal
}

/** Endpoints probed at the same time. */
const concurrency = 8

/** What all targets of a run share. */
interface Run {
  readonly options: CanonicalOptions
  readonly context: SecureContext
  /** Read once for all targets. */
  readonly store: TrustStore
  readonly env: Env
  readonly signal: AbortSignal | undefined
}

/**
 * Shakes hands with every target and judges the outcome. Whatever a server or a network does is in the report.
 * @param targets 'host', 'host:port', '[v6]:port' or URLs, see parseTarget
 * @throws UsageError on a wrong target or option, before anything is probed
 */
export async function gate(targets: readonly string[], given: GateOptions = {}, hooks: GateHooks = {}): Promise<Report> {
  const { env = systemEnv, signal, onTarget } = hooks
  const options = canonicalOptions(given)
  const parsed = targets.map(parseTarget)
  if (parsed.length === 0) throw new UsageError('there is no target', 'name at least one host, host:port or URL')
  const connectTo = options.connectTo === undefined ? null : parseConnectTo(options.connectTo)
  const proxy = options.proxy === undefined ? null : (await import('./net/proxy.ts')).parseProxy(options.proxy)
  const store = trustStore(() => options.ca ?? rootCertificates)
  const run: Run = { options, context: secureContext(clientOptions(options)), store, env, signal }
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
  const { options, env, context, store } = run
  const { target } = route
  const start = env.clock()
  const clock = (): number => round(env.clock() - start)
  using limit = deadline(options.timeoutMs ?? defaultTimeoutMs, run.signal)
  const question = {
    route,
    context,
    servername: sniOf(options.servername === undefined ? target.host : options.servername),
    alpn: options.alpn ?? target.alpn,
  }
  const record = await probeHandshake(question, env, clock, limit.signal)
  let connections = record.connections
  const judgement = await judgeEndpoint(
    record,
    {
      reference: referenceOf(options.servername ?? target.host),
      store,
      at: options.at ?? env.now(),
      timeShifted: options.at !== undefined,
      insecure: options.insecure === true,
      widen: async original => {
        const { askWider } = await import('./probe/ask-wider.ts')
        const widening = await askWider(original, { route, env, clock, signal: limit.signal })
        connections += widening.asked.length // a connection each
        return widening
      },
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

function referenceOf(name: string): { kind: 'dns' | 'ip'; name: string } {
  return { kind: familyOf(name) === 0 ? 'dns' : 'ip', name }
}

/** Microseconds are the most a clock of this kind can tell. */
const round = (ms: number): number => Math.round(ms * 1000) / 1000
