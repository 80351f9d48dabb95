// What a client and a server would agree on, as far as it follows from what each is known to have: RFC 5246 §7.4.1, RFC 8446 §4.1.1. Pure.
import { curveOf } from '../probe/leaf-curve.ts'
import type { Finding, Ledger, Support } from '../probe/ledger.ts'
import { partsOfCode } from '../registry/cipher-suite-parts.ts'
import { type ClientProfile, grease } from '../registry/clients/client-profile.ts'
import { groups } from '../registry/groups.ts'
import { protocols, tls12, tls13 } from '../registry/protocols.ts'
import { signatureSchemes } from '../registry/signature-schemes.ts'
import { isUsable } from './policy/meaning.ts'

/** What a client and a server would agree on, as far as it follows from what is known of both. */
export type Negotiation =
  | {
      readonly connects: 'yes'
      readonly version: number
      /** Those that both have, in the client's order. */
      readonly suites: readonly number[]
      /** Groups that both have; empty where no suite needs one. */
      readonly groups: readonly number[]
      /** Whether nothing that the client offers is unknown of the server, so that what it chooses is among these. */
      readonly certain: boolean
      readonly probes: readonly number[]
    }
  /** `detail` is a clause: why not, or what is not known. */
  | { readonly connects: 'no' | 'unknown'; readonly detail: string; readonly probes: readonly number[] }

/** A server takes the newest version that both have and fails there when nothing else fits: clients of today do not try an older one. */
export function negotiate(profile: ClientProfile, ledger: Ledger): Negotiation {
  const versions = versionsOf(profile)
  const asked: number[] = []
  for (const version of versions) {
    const { support, probes } = ledger.protocol(version)
    asked.push(...probes)
    if (support === 'accepted') return negotiateIn(version, profile, ledger)
    if (support === 'unknown')
      return { connects: 'unknown', detail: `whether ${protocols.label(version)} is accepted is not known`, probes: asked }
  }
  return { connects: 'no', detail: `none of its versions is accepted (${versions.map(protocols.label).join(', ')})`, probes: asked }
}

/** Newest first: those it lists, or all down to the oldest it takes. */
function versionsOf({ versions, oldest }: ClientProfile): number[] {
  if (versions !== null) return versions.filter(code => code !== grease).sort((a, b) => b - a)
  return protocols.rows.flatMap(({ code }) => (code >= oldest && code <= tls12 ? [code] : [])).reverse()
}

/** What a suite needs, in the order in which it is looked at. */
const needs = ['suite', 'group', 'scheme', 'curve'] as const
type Need = (typeof needs)[number]

/** What keeps a client from a suite. */
interface Obstacle {
  readonly need: Need
  readonly support: Exclude<Support, 'accepted'>
  readonly probes: readonly number[]
}

/** One client and one server in one version, with what the client can offer in it. */
interface Meeting {
  readonly version: number
  readonly ledger: Ledger
  readonly suites: readonly number[]
  readonly groups: readonly number[]
  readonly schemes: readonly number[]
  /** What was found out, by what is asked of several suites alike. */
  readonly found: Map<string, Finding>
}

function negotiateIn(version: number, profile: ClientProfile, ledger: Ledger): Negotiation {
  const schemes = profile.signatureSchemes.length === 0 ? unsaid : profile.signatureSchemes
  const meeting: Meeting = {
    version,
    ledger,
    suites: profile.cipherSuites.filter(code => isUsable('cipher suite', code, version)),
    groups: profile.groups.filter(code => code !== grease && isUsable('group', code, version)),
    schemes: schemes.filter(code => code !== grease && isUsable('signature scheme', code, version)),
    found: new Map(),
  }
  const ways = meeting.suites.map(code => ({ code, obstacle: obstacleOf(code, meeting) }))
  const suites = ways.flatMap(({ code, obstacle }) => (obstacle === null ? [code] : []))
  const unknown = ways.find(({ obstacle }) => obstacle?.support === 'unknown')?.obstacle
  if (suites.length > 0) return agreed(suites, unknown === undefined, meeting)
  if (unknown) {
    const detail = `whether any of ${textOf(unknown.need, meeting)} is accepted in ${protocols.label(version)} is not known`
    return { connects: 'unknown', detail, probes: unknown.probes }
  }
  const refused = ways.flatMap(({ obstacle }) => obstacle ?? [])
  // A suite that fails for its group says more than those that are not accepted at all.
  const need = needs.findLast(each => refused.some(obstacle => obstacle.need === each)) ?? 'suite'
  const probes = refused.flatMap(obstacle => (obstacle.need === need ? obstacle.probes : []))
  return { connects: 'no', detail: refusalOf(need, meeting), probes }
}

function agreed(suites: readonly number[], isCertain: boolean, { version, ledger, groups }: Meeting): Negotiation {
  const found = suites.some(negotiatesGroup) ? groups.map(code => ({ code, support: ledger.group(version, code).support })) : []
  return {
    connects: 'yes',
    version,
    suites,
    groups: found.flatMap(({ code, support }) => (support === 'accepted' ? [code] : [])),
    certain: isCertain && found.every(({ support }) => support !== 'unknown'),
    probes: [...ledger.protocol(version).probes, ...suites.flatMap(code => ledger.cipherSuite(version, code).probes)],
  }
}

/** The first thing a suite needs that is refused, or else not known; null when nothing stands against it. */
function obstacleOf(code: number, meeting: Meeting): Obstacle | null {
  let open: Obstacle | null = null
  for (const need of needs) {
    const { support, probes } = findingOf(need, code, meeting)
    if (support === 'refused') return { need, support, probes }
    if (support === 'unknown') open ??= { need, support, probes }
  }
  return open
}

function findingOf(need: Need, code: number, meeting: Meeting): Finding {
  const { version, ledger, groups } = meeting
  switch (need) {
    case 'suite':
      return ledger.cipherSuite(version, code)
    case 'group':
      // RFC 8422 §4: to a client that names no groups, a server may use any.
      return negotiatesGroup(code) && groups.length > 0
        ? once('group', meeting, () => anyOf(groups.map(group => ledger.group(version, group))))
        : given
    case 'scheme': {
      const key = signingKey(code, version)
      return key === null
        ? given
        : once(key, meeting, () => anyOf(schemesFor(key, meeting).map(each => ledger.signatureScheme(version, each))))
    }
    case 'curve':
      return curveFinding(code, meeting)
    default:
      return need satisfies never
  }
}

/** RFC 8422 §5.3: before TLS 1.3 the key of an ECDSA certificate has to be on a curve that the client names. */
function curveFinding(code: number, { version, ledger, groups }: Meeting): Finding {
  if (groups.length === 0 || partsOfCode(code)?.authentication !== 'ECDSA') return given
  const answer = ledger.accepted(version).find(({ outcome }) => outcome.cipherSuite === code)
  const curve = answer ? curveOf(answer.outcome.answer) : null
  return answer && curve !== null && !groups.includes(curve) ? { support: 'refused', probes: [answer.number] } : given
}

function refusalOf(need: Need, meeting: Meeting): string {
  if (need === 'curve') return `the key of the certificate is on a curve that is none of ${textOf('group', meeting)}`
  return `none of ${textOf(need, meeting)} is accepted in ${protocols.label(meeting.version)}`
}

/** Completes "none of …". */
function textOf(need: Need, meeting: Meeting): string {
  if (need === 'suite') return `its ${meeting.suites.length} cipher suites`
  if (need === 'scheme') return 'its signature schemes'
  const names = meeting.groups.map(groups.label)
  return `its groups (${names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ')})`
}

/** What needs no asking. */
const given: Finding = { support: 'accepted', probes: [] }

function anyOf(findings: readonly Finding[]): Finding {
  const known = (support: Support): Finding | undefined => findings.find(finding => finding.support === support)
  const accepted = known('accepted')
  if (accepted) return accepted
  const probes = [...new Set(findings.flatMap(finding => finding.probes))]
  return { support: known('unknown') ? 'unknown' : 'refused', probes }
}

/** TLS 1.3 has a group with every suite, versions before it with ephemeral elliptic curves. */
export function negotiatesGroup(code: number): boolean {
  const parts = partsOfCode(code)
  return parts !== null && (parts.keyExchange === null || parts.keyExchange === 'ECDHE')
}

/** RFC 5246 §7.4.1.4.1: what a client of TLS 1.2 is taken to have that does not say. */
const unsaid = [0x0201, 0x0202, 0x0203]

/** Names of the schemes that a key signs with. */
const schemesOf = { RSA: /^rsa_/, ECDSA: /^e(?:cdsa|d)/, DSS: /^dsa_/, any: /^/ } as const
type SigningKey = keyof typeof schemesOf

/** The key that the key exchange of a suite is signed with; null where nothing is signed by a scheme that the client names. */
function signingKey(code: number, version: number): SigningKey | null {
  if (version >= tls13) return 'any'
  const { keyExchange, authentication } = partsOfCode(code) ?? {}
  if (version < tls12 || (keyExchange !== 'DHE' && keyExchange !== 'ECDHE')) return null
  return authentication === 'RSA' || authentication === 'ECDSA' || authentication === 'DSS' ? authentication : null
}

/** The client's schemes for such a key. */
const schemesFor = (key: SigningKey, { schemes }: Meeting): readonly number[] =>
  schemes.filter(scheme => schemesOf[key].test(signatureSchemes.label(scheme)))

/** What is the same for several suites, found out once in a meeting. */
function once(what: string, { found }: Meeting, find: () => Finding): Finding {
  const finding = found.get(what) ?? find()
  found.set(what, finding)
  return finding
}
