// From a policy to the smallest set of hellos that decides each of its rules: all at once, and more only where a rule fails.
import { type HelloContext, suitesPerHello } from '../../probe/hello.ts'
import type { Offer, Outcome, Probe } from '../../probe/offer.ts'
import { together } from '../../probe/together.ts'
import { withoutSrp } from '../../probe/without-srp.ts'
import { isSigned } from '../../registry/cipher-suite-parts.ts'
import { protocols, ssl2, tls12, tls13 } from '../../registry/protocols.ts'
import { closing, closingCount } from './closing-questions.ts'
import { allowedSuites, type Desk, deskOf, isKnown, requirementsIn } from './desk.ts'
import type { Known } from './known.ts'
import { carriers, forbiddenVersion, legacyQuestions } from './legacy-questions.ts'
import { type Requirement, wanted } from './meaning.ts'
import { offerOf } from './offers.ts'
import type { Policy } from './policy.ts'
import { groupOffer, isPostQuantum, sharedOffer, tls13Questions } from './tls13-questions.ts'

/** The server a plan is for. */
export interface PlanContext extends HelloContext {
  /** What the handshake has shown; null when there was none. */
  readonly known: Known | null
}

/** What to ask for a policy, and what that takes. */
export interface Plan {
  /** To be run beside each other over one line. */
  readonly probes: readonly Probe<void>[]
  /** Connections it takes where nothing fails, the closing control included: with fewer not every rule can be decided. */
  readonly leastConnections: number
}

/** @throws UsageError for a name in the policy that nobody knows */
export function planOf(policy: Policy, context: PlanContext): Plan {
  const desk = deskOf(policy, context, context.known)
  const opening = together(questionsOf(desk).map(withoutSrp))
  const first = opening.next()
  if (first.done) return { probes: [], leastConnections: 0 }
  return { probes: [whole(desk, opening, first.value)], leastConnections: first.value.length + Math.max(1, closingCount(desk)) }
}

/** A refusal counts only if an acceptance comes after it, so that the questions which will be accepted come last. */
function* whole(desk: Desk, opening: Probe<void>, first: readonly Offer[]): Probe<void> {
  const seen: { readonly offer: Offer; readonly outcome: Outcome }[] = []
  for (let offers = first; ; ) {
    const outcomes = yield offers
    seen.push(...offers.flatMap((offer, index) => (outcomes[index] ? [{ offer, outcome: outcomes[index] }] : [])))
    const turn = opening.next(outcomes)
    if (turn.done) break
    offers = turn.value
  }
  yield* closing(desk, seen)
}

function questionsOf(desk: Desk): Probe<void>[] {
  const { versions } = desk.meaning
  const byVersion = protocols.rows.flatMap(({ code }) => {
    if (!versions.includes(code) || code === ssl2) return [forbiddenVersion(desk, code)]
    return code === tls13 ? tls13Questions(desk) : legacyQuestions(desk, code)
  })
  return [...byVersion, ...wantedMembers(desk)]
}

/** Suites, groups and signature schemes that have to be there, each in the newest version that can have it, and in older ones if that refuses. */
function wantedMembers(desk: Desk): Probe<void>[] {
  const { cipherSuites, groups, signatureSchemes } = desk.meaning
  const exchanges = wanted(groups).filter(requirement => !isPostQuantum(requirement) && !isKnown(desk, 'group', requirement))
  const suites = wanted(cipherSuites).filter(requirement => !isKnown(desk, 'cipherSuite', requirement))
  const schemes = wanted(signatureSchemes).filter(requirement => !isKnown(desk, 'signatureScheme', requirement))
  return [
    ...suites.map(requirement =>
      newestFirst(desk, version => {
        const [usable] = requirementsIn([requirement], cipherSuites.forbidden, 'cipher suite', version)
        return usable && offerOf(desk.context, 'cipher-suites', 'wanted cipher suites', { version, cipherSuites: usable.members })
      }),
    ),
    ...exchanges.map(requirement =>
      newestFirst(desk, version => {
        const [usable] = requirementsIn([requirement], groups.forbidden, 'group', version)
        return usable && (version === tls13 ? groupOffer(desk, usable.members, 'wanted groups') : curveOffer(desk, version, usable))
      }),
    ),
    ...schemes.map(requirement => newestFirst(desk, version => schemeOffer(desk, version, requirement))),
  ]
}

/** The curve of a certificate is offered too, and last: without it the certificate is of no use. */
function curveOffer(desk: Desk, version: number, { members }: Requirement): Offer | undefined {
  const suites = carriers(desk, version)
  const curve = desk.known?.curve ?? null
  const groups = curve === null || members.includes(curve) ? members : [...members, curve]
  return suites.length === 0 ? undefined : offerOf(desk.context, 'groups', 'wanted groups', { version, cipherSuites: suites, groups })
}

function schemeOffer(desk: Desk, version: number, requirement: Requirement): Offer | undefined {
  const [usable] = requirementsIn([requirement], desk.meaning.signatureSchemes.forbidden, 'signature scheme', version)
  if (usable === undefined || version < tls12) return undefined
  const title = 'wanted signature schemes'
  if (version === tls13) return sharedOffer(desk, 'signature-schemes', title, allowedSuites(desk, version), usable.members)
  const cipherSuites = allowedSuites(desk, version).filter(isSigned).slice(0, suitesPerHello)
  if (cipherSuites.length === 0) return undefined
  return offerOf(desk.context, 'signature-schemes', title, { version, cipherSuites, signatureSchemes: usable.members })
}

function* newestFirst(desk: Desk, offer: (version: number) => Offer | undefined): Probe<void> {
  for (const version of desk.meaning.versions.toReversed()) {
    const made = version === ssl2 ? undefined : offer(version)
    if (made === undefined) continue
    const [outcome] = yield [made]
    if (outcome?.kind !== 'refused') return
  }
}
