// Whether named clients connect: by the answer to their own hello, or derived from what the server is known to accept. Nothing here asks.
// A client may still turn down what neither shows: the chain of the certificate.
import { clientTitle } from '../probe/client-hello.ts'
import { dhParametersOf } from '../probe/dh-parameters.ts'
import type { Ledger } from '../probe/ledger.ts'
import type { Accepted, Asked, Outcome } from '../probe/offer.ts'
import { alerts } from '../registry/alerts.ts'
import { partsOfCode } from '../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import type { ClientProfile } from '../registry/clients/client-profile.ts'
import { clientProfile } from '../registry/clients/clients.ts'
import { groups } from '../registry/groups.ts'
import { protocols } from '../registry/protocols.ts'
import { type Cause, causes, fixOf } from './causes.ts'
import type { Check, Severity } from './check.ts'
import { negotiate, negotiatesGroup } from './client-negotiation.ts'
import { allowedOf, type Wanted } from './policy/policy.ts'
import { probesText } from './policy/words.ts'
import type { ClientResult, Survey } from './survey.ts'

/** Who chooses the cipher suite and, where it is the server, its order; by the names of the protocols. */
export type CipherOrder = Pick<Survey, 'cipherOrder' | 'cipherSuites'>

const noOrder: CipherOrder = { cipherOrder: {}, cipherSuites: {} }

/** Of each profile: by its own hello where that was asked, else derived. */
export function clientResults(profiles: readonly ClientProfile[], ledger: Ledger, order: CipherOrder = noOrder): ClientResult[] {
  const answered = new Map(ledger.about('client').map(asked => [asked.offer.title, asked]))
  return profiles.map(profile => {
    const asked = answered.get(clientTitle(profile))
    return doubtful(asked ? clientResultOf(profile, asked, ledger) : deriveClient(profile, ledger, order), ledger)
  })
}

/** Clients of today turn down a prime that short, those of yesterday take it; where the line is drawn is in no hello. */
const leastBits = 2048

function doubtful(result: ClientResult, ledger: Ledger): ClientResult {
  const { connects, protocol, cipherSuite } = result
  if (connects !== 'yes' || protocol === 'TLSv1.3') return result
  const code = cipherSuite === null ? null : (cipherSuites.named(cipherSuite)?.code ?? null)
  if (code !== null && partsOfCode(code)?.keyExchange !== 'DHE') return result
  const short = dhParametersOf(ledger).find(({ bits }) => bits < leastBits)
  if (short === undefined) return result
  const detail = `whether it takes the Diffie-Hellman prime of ${short.bits} bits is not known`
  return { ...result, connects: 'unknown', detail, evidence: [...result.evidence, `probe ${short.probe}`] }
}

/**
 * What the answer to the client's own hello says.
 * @param ledger gives the reason of a refusal, which stands without it
 */
export function clientResultOf(profile: ClientProfile, { number, outcome }: Asked, ledger?: Ledger): ClientResult {
  const found = { by: 'hello', evidence: [`probe ${number}`] } as const
  switch (outcome.kind) {
    case 'accepted':
      return takes(profile, outcome)
        ? resultOf(profile, { ...found, connects: 'yes', ...outcome })
        : resultOf(profile, { ...found, connects: 'no', detail: tooOld(profile, outcome) })
    case 'refused': {
      const derived = ledger && negotiate(profile, ledger)
      const reason = derived?.connects === 'no' ? `: ${derived.detail}` : ''
      return resultOf(profile, { ...found, connects: 'no', detail: `its hello is refused ${refusalText(outcome)}${reason}` })
    }
    case 'unknown':
      return resultOf(profile, { ...found, connects: 'unknown', detail: `its hello had no answer that counts (${outcome.detail})` })
    default:
      return outcome satisfies never
  }
}

const takes = ({ oldest }: ClientProfile, { version }: Accepted): boolean => version >= oldest
const tooOld = ({ oldest }: ClientProfile, { version }: Accepted): string =>
  `the server chose ${protocols.label(version)}, and it takes nothing older than ${protocols.label(oldest)}`

function refusalText(outcome: Extract<Outcome, { kind: 'refused' }>): string {
  return outcome.by === 'alert' ? `by alert ${alerts.label(outcome.alert)}` : `by a ${outcome.by}`
}

/**
 * What follows for a client from the versions, suites, groups and signature schemes that the server accepts. The suite and the group are
 * null where several are possible and the order does not tell which.
 */
export function deriveClient(profile: ClientProfile, ledger: Ledger, order: CipherOrder = noOrder): ClientResult {
  const found = negotiate(profile, ledger)
  const evidence = probesText(found.probes)
  if (found.connects !== 'yes') return resultOf(profile, { by: 'derived', connects: found.connects, detail: found.detail, evidence })
  const { version, certain } = found
  const cipherSuite = certain ? suiteOf(found.suites, protocols.label(version), order) : null
  const [group = null, another] = cipherSuite !== null && negotiatesGroup(cipherSuite) ? found.groups : []
  return resultOf(profile, { by: 'derived', connects: 'yes', version, cipherSuite, group: another === undefined ? group : null, evidence })
}

/** Which of the suites that both have is taken; null when it cannot be told. */
function suiteOf(suites: readonly number[], protocol: string, { cipherOrder, cipherSuites: ordered }: CipherOrder): number | null {
  const [first = null, ...others] = suites
  if (others.length === 0 || cipherOrder[protocol] === 'client') return first
  if (cipherOrder[protocol] !== 'server') return null
  const taken =
    ordered[protocol]?.map(name => cipherSuites.named(name)?.code).find(code => code !== undefined && suites.includes(code)) ?? null
  // OpenSSL's PrioritizeChaCha puts ChaCha20 before the server's own first for a client that has it first.
  const mayDiffer = first !== taken && first !== null && partsOfCode(first)?.cipher === 'CHACHA20'
  return mayDiffer ? null : taken
}

interface Found {
  readonly by: ClientResult['by']
  readonly connects: ClientResult['connects']
  readonly version?: number
  readonly cipherSuite?: number | null
  readonly group?: number | null
  /** What was negotiated unless given. */
  readonly detail?: string
  readonly evidence: readonly string[]
}

function resultOf({ name, title }: Pick<ClientProfile, 'name' | 'title'>, found: Found): ClientResult {
  const { by, connects, version = null, cipherSuite = null, group = null, evidence } = found
  const negotiated = {
    protocol: version === null ? null : protocols.label(version),
    cipherSuite: cipherSuite === null ? null : cipherSuites.label(cipherSuite),
    group: group === null ? null : groups.label(group),
  }
  const detail =
    found.detail ??
    Object.values(negotiated)
      .filter(part => part !== null)
      .join(', ')
  return { name, title, connects, by, ...negotiated, detail, evidence }
}

/**
 * One check a client that the policy names, 'client/java-8u161': what is wanted of a client is to connect. With `allow` every other client
 * of the results is to be kept out.
 */
export function clientChecks(wanted: Wanted, results: readonly ClientResult[]): Check[] {
  const { require = [], recommend = [], suggest = [], forbid = [], discourage = [] } = wanted
  const allow = allowedOf(wanted)
  const kept = allow ? results.flatMap(({ name }) => (allow.includes(name) ? [] : [name])) : []
  const rules = [
    [require, 'yes', 'error'],
    [recommend, 'yes', 'warning'],
    [suggest, 'yes', 'notice'],
    [[...forbid, ...kept], 'no', 'error'],
    [discourage, 'no', 'warning'],
  ] as const
  return rules.flatMap(([names, connects, severity]) =>
    [...new Set(names)].map(name => checkOf(results.find(result => result.name === name) ?? notAsked(name), connects, severity)),
  )
}

const notAsked = (name: string): ClientResult => {
  const profile = { name, title: clientProfile(name)?.title ?? name }
  return resultOf(profile, { by: 'derived', connects: 'unknown', detail: 'the server was not asked', evidence: [] })
}

function checkOf(result: ClientResult, wanted: 'yes' | 'no', severity: Severity): Check {
  const { name, title, connects, detail, evidence } = result
  const cause: Cause = wanted === 'yes' ? 'client-cannot-connect' : 'client-can-connect'
  const { refs } = causes[cause]
  const check = { id: `client/${name}`, severity, evidence, refs, location: null }
  const message = `${title} ${verbs[connects]}: ${detail}`
  if (connects === 'unknown') return { ...check, status: 'inconclusive', cause: null, message, fix: null }
  if (connects === wanted) return { ...check, status: 'pass', cause: null, message, fix: null }
  return { ...check, status: 'fail', cause, message, fix: fixOf(cause) }
}

const verbs = { yes: 'connects', no: 'cannot connect', unknown: 'may or may not connect' } as const
