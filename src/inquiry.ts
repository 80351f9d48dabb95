// What is asked of one endpoint beside the handshake, and what follows from it: survey, policy, vulnerabilities, clients. Loaded only when asked.
import { randomFillSync } from 'node:crypto'
import { type CanonicalOptions, usualConnections } from './gate-options.ts'
import type { Check } from './judge/check.ts'
import { checkOf } from './judge/check-of.ts'
import { clientChecks, clientResults } from './judge/clients.ts'
import type { EndpointJudgement } from './judge/endpoint.ts'
import { furtherLeaves } from './judge/further-certificates.ts'
import { nearestHint } from './judge/nearest.ts'
import { policyProblems } from './judge/policy/extend.ts'
import { type Known, knownOf } from './judge/policy/known.ts'
import { meaningOf } from './judge/policy/meaning.ts'
import { type PlanContext, planOf } from './judge/policy/plan.ts'
import { policies, policyNamed } from './judge/policy/policies.ts'
import type { Policy, Wanted } from './judge/policy/policy.ts'
import { judgePolicy } from './judge/policy/rules.ts'
import { refuseProblems, shapeProblems } from './judge/policy/shape.ts'
import type { Survey } from './judge/survey.ts'
import { surveyOf } from './judge/survey-of.ts'
import { judgeVulnerabilities } from './judge/vulnerability/judge.ts'
import type { Route } from './net/endpoint.ts'
import type { Env } from './net/env.ts'
import type { ClientOptions } from './net/tls.ts'
import type { PayloadReport } from './probe/active/payloads.ts'
import type { Cost } from './probe/asking.ts'
import { clientOffer } from './probe/client-hello.ts'
import { contradiction } from './probe/contradiction.ts'
import { featuresOf, type Resumption } from './probe/features.ts'
import type { HandshakeRecord } from './probe/handshake.ts'
import { type Ledger, ledgerOf } from './probe/ledger.ts'
import { Line } from './probe/line.ts'
import type { Asked, Offer, Probe } from './probe/offer.ts'
import { probeResumption } from './probe/resumption.ts'
import { fullSurvey } from './probe/survey/full.ts'
import { madeAhead } from './probe/together.ts'
import type { ClientProfile } from './registry/clients/client-profile.ts'
import { clientProfile, clientProfiles } from './registry/clients/clients.ts'
import { UsageError } from './usage-error.ts'

/** What the endpoints of a run are asked, and how the answers are judged. */
export interface Inquiry {
  readonly kind: 'policy' | 'full'
  readonly policy: Policy
  /** Makes ready what a full survey begins with, while there is no connection yet. */
  begin(client: Pick<Endpoint, 'servername' | 'alpn'>): readonly Probe<void>[]
  /**
   * Asks an endpoint. Never rejects for what a server does.
   * @param begun what begin() gave for a full survey
   */
  ask(endpoint: Endpoint, begun?: readonly Probe<void>[]): Promise<Findings>
  /**
   * The survey for the report, and every check that rests on it.
   * @param findings null where there was nobody to ask
   */
  judge(findings: Findings | null, shown: Shown): Judged
}

export interface Judged {
  readonly survey: Survey | null
  readonly checks: readonly Check[]
}

/** What to find out. */
interface Questions {
  readonly kind: 'policy' | 'full'
  readonly policy: Policy
  /** Hellos that wait for an answer at the same time. */
  readonly connections: number | undefined
  readonly budget: number | undefined
  /** Whether to send payloads, and whether to public addresses too; null for none. */
  readonly active: { readonly iOwnThisHost: boolean } | null
}

/** Whom to ask. */
export interface Endpoint {
  /** With the address that the handshake was made with. */
  readonly route: Route
  readonly servername: string | null
  readonly alpn: readonly string[]
  /** What the handshake has shown; null where it is not over. */
  readonly shown: Shown | null
  /** The handshake itself, over or not. */
  readonly handshake: Promise<HandshakeRecord>
  /** What the client of the handshake offers and trusts. */
  readonly client: ClientOptions
  readonly env: Env
  /** Milliseconds since the target's start. */
  readonly clock: () => number
  readonly signal: AbortSignal
}

/** What was found out, unjudged. */
export interface Findings {
  readonly asked: readonly Asked[]
  /** What whole handshakes have shown of sessions; null where none were made for it. */
  readonly resumption: Resumption | null
  readonly cost: Cost
  readonly notes: readonly string[]
  readonly payloads: PayloadReport['answers'] | null
}

/** What the handshake has shown, which need not be asked again. */
export type Shown = Pick<EndpointJudgement, 'handshake' | 'leaf'>

/**
 * What the options ask to be found out.
 * @param clients that are wanted, or not, beside those of the policy
 * @throws UsageError for a name in the policy that nobody knows, and for a budget in which the policy can never be decided
 */
export function inquiryOf(options: CanonicalOptions, clients: Wanted = {}): Inquiry {
  const { survey = 'policy', policy = policyNamed('default'), connections, budget, active, iOwnThisHost, as } = options
  const asked = as === undefined ? clients : together(clients, { require: [as] })
  const questions: Questions = {
    kind: survey === 'full' ? 'full' : 'policy',
    policy: Object.keys(asked).length === 0 ? policy : { ...policy, clients: together(policy.clients, asked) },
    connections,
    budget,
    active: active ? { iOwnThisHost: iOwnThisHost === true } : null,
  }
  refuseUnknown(questions.policy)
  const least = budget === undefined ? 0 : leastConnections(questions.policy)
  if (budget !== undefined && budget < least)
    throw new UsageError(
      `the policy ${policy.id} cannot be decided with ${budget} connections`,
      `give a budget of ${least} or more, or leave it out`,
    )
  return {
    kind: questions.kind,
    policy: questions.policy,
    begin: client => begin(questions, client),
    ask: (endpoint, begun) => ask(questions, endpoint, begun),
    judge: (findings, shown) => {
      if (findings) return judge(questions, findings, shown)
      return { survey: null, checks: [unanswered('there was no connection to ask on', shown)] }
    },
  }
}

/** What either of the two wants. */
function together(one: Wanted, other: Wanted): Wanted {
  const lists = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Wanted>
  return Object.fromEntries([...lists].map(list => [list, [...new Set([...(one[list] ?? []), ...(other[list] ?? [])])]]))
}

/** @throws UsageError for a name that nobody knows; before anything is asked, and not in the policies that come with tlsgate */
function refuseUnknown(policy: Policy): void {
  if (!policies.includes(policy)) refuseProblems(policy.id, shapeProblems(policy))
  wantedClients(policy)
  if (!policies.includes(policy)) refuseProblems(policy.id, policyProblems(policy))
}

function leastConnections(policy: Policy): number {
  return planOf(policy, { servername: null, alpn: [], random, known: null }).leastConnections + wantedClients(policy).length
}

function begin({ policy }: Questions, { servername, alpn }: Pick<Endpoint, 'servername' | 'alpn'>): readonly Probe<void>[] {
  meaningOf(policy) // by which the answers will be judged
  return fullSurvey({ servername, alpn, random }).map(madeAhead)
}

async function ask(questions: Questions, endpoint: Endpoint, begun?: readonly Probe<void>[]): Promise<Findings> {
  const { kind, policy, connections: limit, budget, active } = questions
  const { route, servername, alpn, shown, env, clock, signal } = endpoint
  const context: PlanContext = { servername, alpn, random, known: shown && knownOf(shown.handshake, shown.leaf) }
  const line = new Line({ route, env, clock, signal, budget: budget ?? null, connections: limit ?? usualConnections(route.target) })
  const clients = wantedClients(policy).map(profile => clientOffer(profile, context))
  const probes = [
    ...(kind === 'full' ? (begun ?? begin(questions, endpoint)) : planOf(policy, context).probes),
    ...(clients.length > 0 ? [once(clients)] : []),
  ]
  // Whole handshakes are dear: where connections are counted none is made for this.
  const sessions = kind === 'full' && budget === undefined ? probeResumption(endpoint, endpoint.handshake) : null
  await Promise.all(probes.map(probe => line.run(probe)))
  await line.settle()
  const resumed = await sessions
  const payloads = active && (await sendPayloads(endpoint, active))
  const connections = line.cost.connections + (resumed?.connections ?? 0) + (payloads?.connections ?? 0)
  return {
    asked: line.asked,
    resumption: resumed?.resumption ?? null,
    cost: { ...line.cost, connections },
    notes: line.notes,
    payloads: payloads?.answers ?? null,
  }
}

async function sendPayloads(endpoint: Endpoint, { iOwnThisHost }: { iOwnThisHost: boolean }): Promise<PayloadReport> {
  const { route, env, clock, signal, servername, alpn } = endpoint
  const { sendPayloads: send } = await import('./probe/active/payloads.ts')
  const address = route.address?.address ?? null
  return await send({ route, env, clock, signal, address, iOwnThisHost, context: { servername, alpn, random } })
}

function judge({ kind, policy }: Questions, findings: Findings, { handshake, leaf }: Shown): Judged {
  const { resumption, cost, payloads } = findings
  const known = knownOf(handshake, leaf)
  const told = ledgerOf(findings.asked, known)
  const isSteady = contradiction(told.asked) === null && (known === null || !refuses(told, known))
  const ledger = isSteady ? told : withoutRefusals(told)
  const notes = isSteady ? findings.notes : [...findings.notes, unsteady]
  const features = featuresOf(ledger, resumption)
  const surveyed = surveyOf({ kind, ledger, known, features, cost, notes })
  // Of a server that accepted nothing there is nothing to say for each client that was not asked about.
  const profiles = kind === 'full' && ledger.accepted().length > 0 ? clientProfiles() : wantedClients(policy)
  const clients = clientResults(profiles, ledger, surveyed)
  const survey = { ...surveyed, clients }
  // Without a single hello accepted no refusal counts either: one check says so in the place of dozens.
  if (ledger.accepted().length === 0) return { survey, checks: [unanswered(whyUnanswered(ledger), { handshake })] }
  const checks = [
    ...judgePolicy(policy, { ledger, features, known, leaf, further: furtherLeaves(ledger.asked, leaf) }),
    ...judgeVulnerabilities({ policy, ledger, features, ...(payloads && { payloads }) }),
    ...clientChecks(policy.clients, clients),
  ]
  return { survey, checks }
}

const unsteady =
  'no refusal counts, since the server refused what it had granted the handshake or another hello (connections 1 asks one at a time)'

/** Whether the server refuses what the handshake was granted: for another reason than the hello, or as another server of the same address. */
function refuses(ledger: Ledger, { version, cipherSuite, group }: Known): boolean {
  return (
    ledger.protocol(version).support === 'refused' ||
    (cipherSuite !== null && ledger.cipherSuite(version, cipherSuite).support === 'refused') ||
    (group !== null && ledger.group(version, group).support === 'refused')
  )
}

function withoutRefusals({ asked }: Ledger): Ledger {
  const doubted = { kind: 'unknown', why: 'ban', detail: 'the server refused what it had granted the handshake or another hello' } as const
  return ledgerOf(asked.map(each => (each.outcome.kind === 'refused' ? { ...each, outcome: doubted } : each)))
}

/** What was met most often. */
function whyUnanswered({ asked }: Ledger): string {
  if (asked.length === 0) return 'nothing was asked'
  const met = Map.groupBy(asked, ({ outcome }) => (outcome.kind === 'unknown' ? outcome.detail : 'the server accepted none of the hellos'))
  const [[most] = ['']] = [...met].sort(([, one], [, other]) => other.length - one.length)
  return most
}

/**
 * Where the handshake found no server of TLS either, it says why and what to do.
 * @param why one clause
 */
function unanswered(why: string, { handshake: { protocol, failure } }: Pick<Shown, 'handshake'>): Check {
  const follows = protocol === null && failure !== null
  const message = `what the server accepts is not known${follows ? `, which follows from the failed handshake: ${failure.message}` : `: ${why}`}`
  return checkOf({
    ...{ id: 'policy/questions', status: 'inconclusive', severity: 'error', message, evidence: [] },
    ...(follows && { fix: null }),
  })
}

const random = (length: number): Uint8Array => randomFillSync(new Uint8Array(length))

/** The clients that the policy has a rule for. */
function wantedClients({ clients }: Policy): ClientProfile[] {
  const { allow = [], forbid = [], discourage = [], require = [], recommend = [], suggest = [] } = clients
  const names = new Set([...allow, ...forbid, ...discourage, ...require, ...recommend, ...suggest])
  return [...names].map(name => {
    const profile = clientProfile(name)
    if (profile) return profile
    throw new UsageError(
      `${JSON.stringify(name)} is no client`,
      nearestHint(
        name,
        clientProfiles().map(known => known.name),
      ),
    )
  })
}

function* once(offers: readonly Offer[]): Probe<void> {
  yield offers
}
