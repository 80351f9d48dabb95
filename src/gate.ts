// The main verb: targets and options in, a Report out. Adapters (command line, Action, matchers) call this and nothing below it.
import { rootCertificates } from 'node:tls'
import { trustStore } from './certificate/trust-store.ts'
import { checkEndpoint, microseconds, type Run, type TargetReport } from './endpoint-check.ts'
import {
  type CanonicalOptions,
  canonicalOptions,
  clientOptions,
  defaultTimeoutMs,
  type GateOptions,
  type GateTarget,
  parseConnectTo,
} from './gate-options.ts'
import type { Inquiry } from './inquiry.ts'
import { type Severity, type Verdict, verdictOf, verdictOfAll } from './judge/check.ts'
import { handshakeAlone } from './judge/policy/handshake-alone.ts'
import type { Wanted } from './judge/policy/policy.ts'
import type { Waiver } from './judge/policy/waivers.ts'
import { deadline } from './net/deadline.ts'
import { resolve } from './net/dial.ts'
import type { Route } from './net/endpoint.ts'
import { type Address, type Env, systemEnv } from './net/env.ts'
import { parseTarget } from './net/target.ts'
import { type ClientOptions, secureContext } from './net/tls.ts'
import type { Trace } from './trace/trace.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

export type { TargetReport } from './endpoint-check.ts'
export type { GateOptions, GateTarget } from './gate-options.ts'
export type { Handshake } from './judge/handshake.ts'

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

/**
 * Shakes hands with every target and judges the outcome. Whatever a server or a network does is in the report.
 * @throws UsageError on a wrong target or option, before anything is probed
 */
export async function gate(targets: readonly GateTarget[], given: GateOptions = {}, hooks: GateHooks = {}): Promise<Report> {
  const { env = systemEnv, signal, onTarget } = hooks
  const options = canonicalOptions(given)
  const parsed = targets.map(each =>
    typeof each === 'string' ? { target: parseTarget(each) } : { ...each, target: parseTarget(each.target) },
  )
  if (parsed.length === 0) throw new UsageError('there is no target', 'name at least one host, host:port or URL')
  const connectTo = options.connectTo === undefined ? null : parseConnectTo(options.connectTo)
  const proxy = options.proxy === undefined ? null : (await import('./net/proxy.ts')).parseProxy(options.proxy)
  const store = trustStore(() => options.ca ?? rootCertificates)
  const client = clientOptions(options.as === undefined ? options : { ...options, ...(await optionsOf(options.as)) })
  const { inquiry, own } = await inquiries(parsed, options)
  const run: Run = { options, client, context: secureContext(client), store, env, signal, inquiry }
  const startedAt = env.now().toISOString()
  const start = env.clock()
  const used = new Set<Waiver>()
  const reports = await concurrently(parsed, async ({ target }, index) => {
    const ownRun = { ...run, inquiry: own[index] ?? null }
    const route = { target, connectTo, address: null, proxy }
    const ofTarget: TargetReport[] = []
    for (const each of options.allAddresses ? await everyAddress(route, run) : [route]) {
      const { report, trace, waivers } = await checkEndpoint(each, ownRun)
      for (const waiver of waivers) used.add(waiver)
      ofTarget.push(report)
      onTarget?.(report, trace)
    }
    return ofTarget
  })
  const all = await withUnusedWaivers(reports.flat(), options.waivers ?? [], used, options.failOn ?? 'error')
  return {
    schemaVersion: 1,
    tool: { name: 'tlsgate', version, node: process.versions.node, openssl: process.versions.openssl },
    startedAt,
    durationMs: microseconds(env.clock() - start),
    verdict: verdictOfAll(all.map(({ verdict }) => verdict)),
    policy: inquiry ? { id: inquiry.policy.id, version: inquiry.policy.version } : handshakeAlone,
    targets: all,
  }
}

/** What all targets are asked, and what each of them is; null for nothing. */
async function inquiries(
  targets: readonly { readonly clients?: Wanted }[],
  options: CanonicalOptions,
): Promise<{ readonly inquiry: Inquiry | null; readonly own: readonly (Inquiry | null)[] }> {
  if (options.survey === 'none') {
    if (targets.every(({ clients }) => clients === undefined)) return { inquiry: null, own: [] }
    throw new UsageError('with survey none nothing is asked that the clients of a target need', 'leave out survey, or the clients')
  }
  const { inquiryOf } = await import('./inquiry.ts')
  const inquiry = inquiryOf(options)
  return { inquiry, own: targets.map(({ clients }) => (clients ? inquiryOf(options, clients) : inquiry)) }
}

/** @throws UsageError for a client that nobody knows */
async function optionsOf(client: string): Promise<ClientOptions> {
  const { clientProfile } = await import('./registry/clients/clients.ts')
  const profile = clientProfile(client)
  if (profile === undefined) throw new UsageError(`${JSON.stringify(client)} is no client`, 'name one such as java-8u161 or chrome')
  return (await import('./probe/as-client.ts')).optionsAs(profile)
}

/** A waiver belongs to no target; what is to be said of it stands with the last. */
async function withUnusedWaivers(
  reports: readonly TargetReport[],
  waivers: readonly Waiver[],
  used: ReadonlySet<Waiver>,
  failOn: Severity,
): Promise<readonly TargetReport[]> {
  const last = reports.at(-1)
  if (last === undefined || waivers.every(waiver => used.has(waiver))) return reports
  const { unusedWaivers } = await import('./judge/policy/waivers.ts')
  const targets = reports.map(({ target }) => target)
  const checks = [...last.checks, ...unusedWaivers(waivers, [...used], targets)]
  return [...reports.slice(0, -1), { ...last, checks, verdict: verdictOf(checks, failOn) }]
}

/** Works on a few items at a time; results in the order of the items. */
async function concurrently<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries() // one iterator for all workers: each takes the next item
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item, index)
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
