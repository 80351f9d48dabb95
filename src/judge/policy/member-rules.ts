// The two rules a policy has for versions, suites, groups and schemes alike: nothing unwanted is accepted, and what is wanted is there.
import type { Support } from '../../probe/ledger.ts'
import { protocols, ssl2 } from '../../registry/protocols.ts'
import type { Cause } from '../causes.ts'
import type { Check, Severity } from '../check.ts'
import type { CheckId } from '../check-ids.ts'
import { checkOf } from '../check-of.ts'
import { type NameKind, nameOf } from './classes.ts'
import { findingOf, type MemberFinding, type Witness } from './finding.ts'
import { fixFor } from './fixes.ts'
import { isUsable, type Meaning, type PolicyMeaning, type Requirement, requirementText } from './meaning.ts'
import { are, inOrder, listed } from './words.ts'

/** The words of the rules of one kind of member. */
export interface MemberRules {
  readonly unwanted: {
    readonly id: CheckId
    /** Of the members that are accepted. */
    readonly cause: (accepted: readonly number[]) => Cause
    /** Ends the message of what is forbidden; else that the policy does not allow it. */
    readonly end?: string | null
  }
  readonly wanted: { readonly id: CheckId; readonly cause: Cause }
}

/** A check for each of forbidden, discouraged, required, recommended and suggested members, where the policy has any. */
export function memberChecks(witness: Witness, policy: PolicyMeaning, meaning: Meaning, rules: MemberRules): Check[] {
  const { kind, forbidden, discouraged, required, recommended, suggested } = meaning
  return [
    unwantedCheck(witness, policy, { kind, ...rules.unwanted, severity: 'error', members: forbidden }),
    unwantedCheck(witness, policy, { kind, ...rules.unwanted, end: null, severity: 'warning', members: discouraged }),
    wantedCheck(witness, policy, { kind, ...rules.wanted, severity: 'error', requirements: required }),
    wantedCheck(witness, policy, { kind, ...rules.wanted, severity: 'warning', requirements: recommended }),
    wantedCheck(witness, policy, { kind, ...rules.wanted, severity: 'notice', requirements: suggested }),
  ].filter(check => check !== null)
}

type UnwantedRule = MemberRules['unwanted'] & {
  readonly kind: NameKind
  readonly severity: 'error' | 'warning'
  readonly members: ReadonlySet<number>
}

/**
 * Fails for every member that is accepted in any version: one that is forbidden and accepted all the same may be waived, and with it goes
 * nothing else. Null without members.
 */
function unwantedCheck(witness: Witness, meaning: PolicyMeaning, rule: UnwantedRule): Check | null {
  const { policy } = meaning
  const { id, kind, severity, members } = rule
  if (members.size === 0) return null
  const versions = judgedVersions(witness, meaning)
  const found = [...members].flatMap(code =>
    (kind === 'protocol' ? [code] : usableVersions(kind, code, versions)).map(version => findingOf(witness, kind, version, code)),
  )
  const accepted = found.filter(({ support }) => support === 'accepted')
  const open = found.filter(({ support }) => support === 'unknown')
  const where = (some: readonly MemberFinding[]): string => (kind === 'protocol' ? '' : ` in ${versionText(some)}`)
  const verb = severity === 'error' ? 'does not allow' : 'discourages'
  if (accepted.length > 0) {
    const names = namesOf(kind, accepted)
    const end = rule.end ?? `the policy ${policy.id} ${verb} ${names.length === 1 ? 'it' : 'them'}`
    const more = open.length === 0 ? '' : `; of ${namesOf(kind, open).length} more it is not known: ${whyOf(open)}`
    const message = `${are(names, `accepted${where(accepted)}`)}; ${end}${more}`
    const codes = [...new Set(accepted.map(({ code }) => code))]
    const cause = rule.cause(codes)
    const fix = fixFor(meaning, cause, codes)
    const members = namesOf(kind, [...accepted, ...open])
    // One that is accepted in another version fails all the same.
    const undecided = members.filter(name => !names.includes(name))
    return checkOf({ id, severity, status: 'fail', cause, fix, message, members, undecided, evidence: evidenceOf(accepted) })
  }
  if (open.length > 0) {
    const message = `whether ${are(namesOf(kind, open), `accepted${where(open)}`)} is not known: ${whyOf(open)}`
    return checkOf({ id, severity, status: 'inconclusive', message, members: namesOf(kind, open), evidence: evidenceOf(open) })
  }
  return checkOf({
    id,
    severity,
    status: 'pass',
    message: passText(kind, kind === 'protocol' ? found : inVersionsOf(witness, found), `the policy ${policy.id} ${verb}`),
    evidence: evidenceOf(found),
  })
}

function passText(kind: NameKind, found: readonly MemberFinding[], verb: string): string {
  const names = namesOf(kind, found)
  if (kind === 'protocol') return are(names, 'refused')
  if (names.length === 0) return `nothing that ${verb} occurs in the versions of the server`
  if (names.length <= 3) return `${are(names, 'refused')} in ${versionText(found)}`
  return `none of the ${names.length} ${kind}s that ${verb} is accepted in ${versionText(found)}`
}

type WantedRule = MemberRules['wanted'] & {
  readonly kind: NameKind
  readonly severity: Severity
  readonly requirements: readonly Requirement[]
}

const wantedVerbs = { error: 'requires', warning: 'recommends', notice: 'suggests' } as const satisfies Record<Severity, string>

/** Fails for every requirement of which no member is accepted in any version that is not forbidden. Null without requirements. */
function wantedCheck(witness: Witness, meaning: PolicyMeaning, rule: WantedRule): Check | null {
  const { policy, versions } = meaning
  const { id, kind, severity, requirements, cause } = rule
  if (requirements.length === 0) return null
  const found = requirements.map(requirement => ({
    ...requirement,
    findings: requirement.members.flatMap(code =>
      usableVersions(kind, code, versions).map(version => findingOf(witness, kind, version, code)),
    ),
  }))
  const met = found.filter(({ findings }) => findings.some(({ support }) => support === 'accepted'))
  const open = found.filter(each => !met.includes(each) && each.findings.some(({ support }) => support === 'unknown'))
  const missing = found.filter(each => !met.includes(each) && !open.includes(each))
  const names = (some: typeof found): string[] => some.map(requirement => requirementText(kind, requirement))
  const all = (some: typeof found): MemberFinding[] => some.flatMap(({ findings }) => findings)
  if (missing.length > 0) {
    const end = `the policy ${policy.id} ${wantedVerbs[severity]} ${missing.length === 1 ? 'it' : 'them'}`
    return checkOf({
      id,
      severity,
      status: 'fail',
      cause,
      fix: fixFor(
        meaning,
        cause,
        missing.flatMap(({ members }) => members),
      ),
      message: `${are(names(missing), 'refused')}; ${end}`,
      members: [...missing, ...open].map(({ name }) => name),
      undecided: open.map(({ name }) => name),
      evidence: evidenceOf(all(missing)),
    })
  }
  if (open.length > 0) {
    const unknown = all(open).filter(({ support }) => support === 'unknown')
    const message = `whether ${are(names(open), 'accepted')} is not known: ${whyOf(unknown)}`
    return checkOf({ id, severity, status: 'inconclusive', message, members: open.map(({ name }) => name), evidence: evidenceOf(unknown) })
  }
  const accepted = all(met).filter(({ support }) => support === 'accepted')
  const seen = kind === 'protocol' || names(met).length > 1 ? names(met) : namesOf(kind, accepted)
  return checkOf({ id, severity, status: 'pass', message: are(seen, 'accepted'), evidence: evidenceOf(accepted) })
}

/** Those the policy has nothing against, and those that the server has all the same; oldest first. */
export const judgedVersions = (witness: Witness, { versions }: PolicyMeaning): number[] =>
  protocols.rows.map(({ code }) => code).filter(code => versions.includes(code) || versionSupport(witness, code) === 'accepted')

const versionSupport = (witness: Witness, version: number): Support => findingOf(witness, 'protocol', version, version).support

/** A version that is refused is nothing to name. */
const inVersionsOf = (witness: Witness, found: readonly MemberFinding[]): MemberFinding[] =>
  found.filter(({ version }) => versionSupport(witness, version) !== 'refused')

/** Of SSLv2 policies speak as a version only: it has cipher kinds of its own. */
const usableVersions = (kind: NameKind, code: number, versions: readonly number[]): number[] =>
  versions.filter(version => (version !== ssl2 || kind === 'protocol') && isUsable(kind, code, version))

const namesOf = (kind: NameKind, found: readonly MemberFinding[]): string[] => [...new Set(found.map(({ code }) => nameOf(kind, code)))]
const versionText = (found: readonly MemberFinding[]): string =>
  listed([...new Set(found.map(({ version }) => version))].sort((a, b) => a - b).map(version => nameOf('protocol', version)))

/** The first reason that says more than that something was not asked. */
function whyOf(found: readonly MemberFinding[]): string {
  const reasons = found.map(({ why }) => why).filter(why => why !== '')
  return reasons.find(why => !why.startsWith('it was not')) ?? reasons[0] ?? 'it was not asked'
}

export const evidenceOf = (found: readonly Pick<MemberFinding, 'evidence'>[]): string[] =>
  inOrder(found.flatMap(({ evidence }) => evidence))
