// One endpoint, checked: the handshake made and judged, and what is asked beside it. Everything that is known of it ends up in one report.
import type { SecureContext } from 'node:tls'
import type { Certificate } from './certificate/certificate.ts'
import type { TrustStore } from './certificate/trust-store.ts'
import { type CanonicalOptions, defaultTimeoutMs, sniOf } from './gate-options.ts'
import type { Findings, Inquiry, Shown } from './inquiry.ts'
import type { Compared, TargetComparison } from './judge/baseline/baseline.ts'
import type { Observed } from './judge/baseline/facts.ts'
import type { Baseline } from './judge/baseline/lock-file.ts'
import { type Check, type Location, type Verdict, verdictOf } from './judge/check.ts'
import { type EndpointQuestion, judgeEndpoint } from './judge/endpoint.ts'
import type { Expectation, judgeExpectation } from './judge/expectation.ts'
import type { Handshake } from './judge/handshake.ts'
import type { Waiver, WaiversByTarget } from './judge/policy/waivers.ts'
import type { Survey } from './judge/survey.ts'
import { familyOf } from './net/address.ts'
import { deadline, soon } from './net/deadline.ts'
import type { Route } from './net/endpoint.ts'
import type { Address, Env } from './net/env.ts'
import type { ClientOptions } from './net/tls.ts'
import { type HandshakeRecord, probeHandshake } from './probe/handshake.ts'
import type { Probe } from './probe/offer.ts'
import type { Trace } from './trace/trace.ts'

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
    /** Where a file of the user's names the target; null when none does. */
    readonly location: Location | null
  }
  readonly verdict: Verdict
  /** Times the target was checked; what stands here is of the last. */
  readonly attempts: number
  readonly durationMs: number
  /** TCP connections this target cost. */
  readonly connections: number
  readonly handshake: Handshake
  readonly certificates: { readonly presented: readonly Certificate[] }
  /** What the server would accept; null when it was not asked. */
  readonly survey: Survey | null
  readonly checks: readonly Check[]
}

/** What a target is checked with; targets share what is the same for them. */
export interface Run {
  readonly options: CanonicalOptions
  /** What is offered and trusted, and the same in OpenSSL's form. */
  readonly client: ClientOptions
  readonly context: SecureContext
  /** Read once for all targets. */
  readonly store: TrustStore
  readonly env: Env
  readonly signal: AbortSignal | undefined
  /** What to find out beside the handshake; null for nothing. */
  readonly inquiry: Inquiry | null
  /** What every target is compared with; null for nothing. */
  readonly baseline: Baseline | null
  /** Null for none. */
  readonly waivers: WaiversByTarget | null
  /** What the target has to show; null for nothing in particular. */
  readonly expectation: Expectation | null
  /** Where a file of the user's names the target. */
  readonly location: Location | null
}

export interface Checked {
  readonly report: TargetReport
  readonly trace: Trace
  /** Those of the run's waivers that cover a check of this endpoint. */
  readonly waivers: readonly Waiver[]
  /** Null where the baseline does not have the target, or there is none. */
  readonly comparison: TargetComparison | null
  readonly judge: Judge
}

/** The verdict of checks of an endpoint as the run wants it, and the checks with those waived that do not count there. */
type Judge = (checks: readonly Check[]) => Pick<TargetReport, 'checks' | 'verdict'>

/** Checks one endpoint. Never rejects for what a server or a network does. */
export async function checkEndpoint(route: Route, run: Run): Promise<Checked> {
  const { options, client, env, context, store, inquiry } = run
  const { target } = route
  const start = env.clock()
  const clock = (): number => microseconds(env.clock() - start)
  using limit = deadline(options.timeoutMs ?? defaultTimeoutMs, run.signal)
  const servername = sniOf(target.host, options)
  const alpn = options.alpn ?? target.alpn
  const ways = { env, clock, signal: limit.signal }
  const ask = (address: string, shown: Shown | null, begun?: readonly Probe<void>[]): Promise<Findings> | null =>
    inquiry?.ask(
      {
        ...{ ...ways, servername, alpn, shown, client },
        route: { ...route, address: addressOf(address) },
        handshake: handshake.promise,
      },
      begun,
    ) ?? null
  let asked: Promise<Findings | null> | null = null
  const handshake = Promise.withResolvers<HandshakeRecord>()
  // It takes about as long as the connection of the handshake, which is begun first.
  const begun = inquiry?.kind === 'full' ? soon(() => inquiry.begin({ servername, alpn })) : null
  begun?.catch(() => {}) // where nobody is asked
  const record = await probeHandshake(
    {
      ...{ route, context, servername, alpn },
      keepsSession: inquiry?.kind === 'full',
      // A full survey has no use for what the handshake shows, so that neither waits for the other.
      onConnected: address => {
        asked = begun?.then(probes => ask(address, null, probes)) ?? null
        asked?.catch(() => {}) // a bug of ours is thrown where it is awaited
      },
    },
    env,
    clock,
    limit.signal,
  )
  handshake.resolve(record)
  let connections = record.connections
  const at = options.at ?? env.now()
  const question = {
    reference: referenceOf(options.servername ?? target.host),
    store,
    at,
    timeShifted: options.at !== undefined,
    revocation: options.crl !== undefined && options.crl.length > 0,
    insecure: options.insecure === true,
  }
  const judgement = await judgeEndpoint(
    record,
    {
      ...question,
      widen: async (original, wordless) => {
        const { askWider } = await import('./probe/ask-wider.ts')
        const widening = await askWider(original, wordless, { route, ...ways })
        connections += widening.connections
        return widening
      },
    },
    clock(),
  )
  // Where nothing listens, or no TLS can be reached, there is nobody to ask.
  if (record.address !== null && record.networkFailure === null) asked ??= ask(record.address, judgement)
  const findings = await asked
  connections += findings?.cost.connections ?? 0
  const { survey, checks } = inquiry?.judge(findings, judgement) ?? { survey: null, checks: [] }
  const further = await furtherOf(findings, judgement.leaf, question)
  const reported: TargetReport['target'] = {
    url: target.url,
    host: target.host,
    port: target.port,
    address: record.address,
    servername: record.servername,
    starttls: target.starttls,
    location: run.location,
  }
  const found = {
    target: reported,
    handshake: judgement.handshake,
    certificates: { presented: judgement.presented },
    survey,
    checks: [...judgement.checks, ...further.checks, ...checks],
  }
  const compared = await compareWithBaseline(found, run)
  const shown = { ...judgement, others: further.certificates, at, interrupted: run.signal?.aborted === true }
  const held = await heldToExpectation([...found.checks, ...(compared?.checks ?? [])], shown, run)
  const { checks: waived, used } = await waivedChecks(held, run, route)
  const judge = await judgeFor(compared, options)
  const report: TargetReport = {
    target: reported,
    attempts: 1,
    durationMs: clock(),
    connections,
    handshake: found.handshake,
    certificates: found.certificates,
    survey,
    ...judge(waived),
  }
  return { report, trace: record.trace, waivers: used, comparison: compared?.comparison ?? null, judge }
}

/** The certificates that other hellos showed, and what is to be said of them. */
async function furtherOf(
  findings: Findings | null,
  leaf: Certificate | null,
  question: Omit<EndpointQuestion, 'widen'>,
): Promise<{ readonly certificates: readonly Certificate[]; readonly checks: readonly Check[] }> {
  if (findings === null) return { certificates: [], checks: [] }
  const { furtherChecks, furtherLeaves } = await import('./judge/further-certificates.ts')
  const certificates = furtherLeaves(findings.asked, leaf).flatMap(({ certificate }) => certificate ?? [])
  return { certificates, checks: furtherChecks(findings.asked, leaf, question) }
}

async function compareWithBaseline(found: Observed & Pick<TargetReport, 'target'>, { baseline }: Run): Promise<Compared | null> {
  if (baseline === null) return null
  const { compareWith } = await import('./judge/baseline/baseline.ts')
  return compareWith(baseline, found, found.target.location)
}

async function judgeFor(compared: Compared | null, { failOn = 'error' }: CanonicalOptions): Promise<Judge> {
  if (failOn !== 'regression') return checks => ({ checks, verdict: verdictOf(checks, failOn) })
  const { waiveKnown } = await import('./judge/baseline/checks.ts')
  return all => {
    const checks = waiveKnown(all, compared?.before ?? null)
    return { checks, verdict: verdictOf(checks, 'error') }
  }
}

async function heldToExpectation(
  checks: readonly Check[],
  shown: Parameters<typeof judgeExpectation>[2],
  { expectation }: Run,
): Promise<readonly Check[]> {
  return expectation === null ? checks : (await import('./judge/expectation.ts')).judgeExpectation(expectation, checks, shown)
}

/** The checks with those waived that a waiver of the run covers. */
export async function waivedChecks(
  checks: readonly Check[],
  { waivers, env }: Run,
  { target }: Route,
): Promise<{ readonly checks: readonly Check[]; readonly used: readonly Waiver[] }> {
  if (waivers === null) return { checks, used: [] }
  const { applyWaivers } = await import('./judge/policy/waivers.ts')
  return applyWaivers(checks, waivers, target, env.now())
}

const addressOf = (address: string): Address => ({ address, family: familyOf(address) === 6 ? 6 : 4 })

function referenceOf(name: string): { kind: 'dns' | 'ip'; name: string } {
  return { kind: familyOf(name) === 0 ? 'dns' : 'ip', name }
}

/** A number of milliseconds, cut to what a clock of this kind can tell. */
export const microseconds = (ms: number): number => Math.round(ms * 1000) / 1000
