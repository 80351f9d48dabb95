// What each target of a run is checked with: its own options over those of the run. Targets with the same options share what is dear to make.
import { createHash } from 'node:crypto'
import { rootCertificates, type SecureContext } from 'node:tls'
import { type TrustStore, trustStore } from './certificate/trust-store.ts'
import type { Run } from './endpoint-check.ts'
import {
  type CanonicalOptions,
  canonicalOptions,
  clientOptions,
  type GateOptions,
  type OwnTarget,
  parseConnectTo,
  runOptions,
  sniOf,
} from './gate-options.ts'
import type { Inquiry } from './inquiry.ts'
import type { Observed } from './judge/baseline/facts.ts'
import type { Expectation } from './judge/expectation.ts'
import type { Wanted } from './judge/policy/policy.ts'
import type { Location } from './location.ts'
import type { Route } from './net/endpoint.ts'
import { parseTarget } from './net/target.ts'
import { type ClientOptions, refuseEmptyOffer, secureContext } from './net/tls.ts'
import { UsageError } from './usage-error.ts'

/** A target ready to be checked. */
export interface Job {
  readonly route: Route
  readonly run: Run
}

/** What OpenSSL and the judge of trust are given: made once for all targets with the same client. */
interface Client {
  readonly client: ClientOptions
  readonly context: SecureContext
  readonly store: TrustStore
}

/** Parts of a run that no option decides. */
export type Surroundings = Pick<Run, 'env' | 'signal' | 'baseline'>

/**
 * A job for each target, and what the run itself would ask.
 * @throws UsageError on a wrong target or option
 */
export async function jobsOf(
  targets: readonly OwnTarget[],
  given: GateOptions,
  surroundings: Surroundings,
): Promise<{ readonly jobs: readonly Job[]; readonly inquiry: Inquiry | null }> {
  const options = canonicalOptions(given)
  // They are the run's, and not looked at again for each target.
  const { waivers = [], ...others } = given
  const clients = new Map<string, Client>()
  const parsed = targets.map(({ target }) => parseTarget(target))
  const shared = {
    ...{ ...surroundings, options, ...(await clientOf(options, clients)), inquiry: await inquiryFor(options) },
    waivers: waivers.length === 0 ? null : (await import('./judge/policy/waivers.ts')).waiversByTarget(waivers),
  }
  const jobs: Job[] = []
  for (const [index, each] of targets.entries()) {
    const { target: _, clients: wanted, expect, location, ...own } = each
    const { expectFingerprint } = options
    const expectation = expectFingerprint === undefined ? expect : { fingerprint: expectFingerprint, ...expect }
    const target = parsed[index]
    if (target === undefined) continue
    try {
      refuseRunOptions(own)
      const ownOptions = Object.keys(own).length === 0 ? options : canonicalOptions(over(others, own))
      if (expectation) {
        const { refuseUnknown, refuseUnreachable } = await import('./judge/expectation.ts')
        refuseUnknown(expectation)
        refuseUnreachable(expectation, ownOptions.insecure === true)
      }
      const { connectTo, proxy } = ownOptions
      const route = {
        target,
        connectTo: connectTo === undefined ? null : parseConnectTo(connectTo),
        address: null,
        proxy: proxy === undefined ? null : (await import('./net/proxy.ts')).parseProxy(proxy),
      }
      const client = ownOptions === options ? {} : await clientOf(ownOptions, clients)
      const inquiry = { inquiry: await ownInquiry({ own, options: ownOptions, wanted, expectation, shared: shared.inquiry }) }
      const run: Run = {
        ...shared,
        options: ownOptions,
        ...client,
        ...inquiry,
        expectation: expectation ?? null,
        location: location ?? null,
      }
      jobs.push({ route, run })
    } catch (error) {
      throw placed(error, location)
    }
  }
  return { jobs, inquiry: shared.inquiry }
}

export type AskedTarget = Observed['target']

/** As what the targets are asked, or would be: those of other shards too. */
export function askedTargets(targets: readonly OwnTarget[], given: GateOptions): AskedTarget[] {
  return targets.map(own => {
    const { url, host } = parseTarget(own.target)
    const { servername } = 'servername' in own ? own : given
    return { url, host, servername: sniOf(host, canonicalOptions(servername === undefined ? {} : { servername })) }
  })
}

/** What is wrong with a target is said where the user's file names it. */
function placed(error: unknown, location: Location | undefined): unknown {
  if (!(error instanceof UsageError) || error.location !== null || location === undefined) return error
  return new UsageError(error.message, error.hint, { cause: error, location })
}

/** Whoever writes JavaScript is told by no compiler, and what is not looked at would weaken a gate in silence. */
function refuseRunOptions(own: Readonly<Record<string, unknown>>): void {
  for (const [name, hint] of Object.entries(runOptions))
    if (own[name] !== undefined) throw new UsageError(`${name} cannot be given for a target`, hint)
}

/** Options of a target over those of the run; what is undefined takes the run's away. */
function over(given: GateOptions, own: object): GateOptions {
  return Object.fromEntries(Object.entries({ ...given, ...own }).filter(([, value]) => value !== undefined))
}

async function clientOf(options: CanonicalOptions, made: Map<string, Client>): Promise<Client> {
  const client = clientOptions(options.as === undefined ? options : { ...options, ...(await optionsOf(options.as)) })
  const key = digestOf(client)
  const { ca } = options
  const known = made.get(key)
  if (known !== undefined) return known
  const { partialChain = false } = client
  const found = { client, context: secureContext(client), store: trustStore(() => ca ?? rootCertificates, { partialChain }) }
  const { minVersion, maxVersion, ciphers, groups, signatureSchemes } = client
  // What Node offers of itself goes together.
  if ((minVersion ?? maxVersion ?? ciphers ?? groups ?? signatureSchemes) !== undefined) await refuseEmptyOffer(found.context)
  made.set(key, found)
  return found
}

/** The same for the same options, however they are held in memory; short, since certificates are not. */
function digestOf(client: ClientOptions): string {
  const hash = createHash('sha256')
  for (const [name, value] of Object.entries(client)) {
    const parts: readonly (string | Uint8Array | boolean)[] = Array.isArray(value) ? value : [value]
    hash.update(`${name} ${parts.length}\n`)
    for (const part of parts) {
      const bytes = part instanceof Uint8Array ? part : String(part)
      hash.update(`${bytes.length}\n`).update(bytes)
    }
  }
  return hash.digest('base64')
}

/** @throws UsageError for a client that nobody knows */
async function optionsOf(client: string): Promise<ClientOptions> {
  const { clientProfile } = await import('./registry/clients/clients.ts')
  const profile = clientProfile(client)
  if (profile === undefined) throw new UsageError(`${JSON.stringify(client)} is no client`, 'name one such as java-8u161 or chrome')
  return (await import('./probe/as-client.ts')).optionsAs(profile)
}

const inquiryFor = async (options: CanonicalOptions, clients?: Wanted): Promise<Inquiry | null> =>
  options.survey === 'none' ? null : (await import('./inquiry.ts')).inquiryOf(options, clients)

/** What decides what is asked. */
const asking: readonly string[] = ['survey', 'policy', 'connections', 'budget', 'active', 'as'] satisfies readonly (keyof GateOptions)[]

interface OwnQuestions {
  readonly own: object
  readonly options: CanonicalOptions
  readonly wanted: Wanted | undefined
  readonly expectation: Expectation | undefined
  readonly shared: Inquiry | null
}

async function ownInquiry({ own, options, wanted, expectation, shared }: OwnQuestions): Promise<Inquiry | null> {
  const asks = Object.keys(own).some(name => asking.includes(name))
  if (wanted !== undefined && options.survey === 'none')
    throw new UsageError('with survey none nothing is asked that the clients of a target need', 'leave out survey, or the clients')
  if (wanted !== undefined || asks) return inquiryFor(options, wanted)
  // A server whose handshake is meant to fail is not asked for more, unless that is wanted of it.
  return expectation?.failsWith === undefined ? shared : null
}
