// What a policy has to ask about TLS 1.3.
import { eitherOffer } from '../../probe/either-version.ts'
import { suitesPerHello } from '../../probe/hello.ts'
import { type KeyShare, keyShare, shareOf } from '../../probe/key-share.ts'
import type { Offer, Probe, Subject } from '../../probe/offer.ts'
import { together } from '../../probe/together.ts'
import { groups as groupTable } from '../../registry/groups.ts'
import { tls13 } from '../../registry/protocols.ts'
import { isAccepted, isSettled, named } from './batches.ts'
import { allowedSuites, type Desk, exposingSuites, isKnown, requirementsIn } from './desk.ts'
import { isUsable, type Requirement, wanted } from './meaning.ts'
import { offerOf, orderedGroups, orderedSchemes, orderedSuites, reversedSuites, suitesIn } from './offers.ts'

/** Everything there is to ask in TLS 1.3, where it is not forbidden. */
export function tls13Questions(desk: Desk): Probe<void>[] {
  const isOrderAsked = desk.policy.cipherOrder !== undefined && desk.legacy === null
  return [...(desk.known?.version !== tls13 || isOrderAsked ? [positive(desk)] : []), ...tls13Unwanted(desk)]
}

/** What the policy has something against, also where it forbids the version and the server has it all the same. */
export const tls13Unwanted = (desk: Desk): Probe<void>[] => [
  unwantedSuites(desk),
  suiteSets(desk),
  unwantedGroups(desk),
  unwantedSchemes(desk),
]

/** A hello that the server should accept, with an empty key_share: says, too, whether the server has HelloRetryRequest. */
export function positiveOffer(desk: Desk, about: Subject, order: 'forward' | 'reversed' = 'forward'): Offer {
  const suites = allowedSuites(desk, tls13).slice(0, suitesPerHello)
  return offerOf(desk.context, about, 'allowed cipher suites and groups', {
    version: tls13,
    cipherSuites: order === 'forward' ? orderedSuites(suites) : reversedSuites(suites),
    groups: allowedGroups(desk),
  })
}

/** The same as positiveOffer() with a share. */
export const allowedOffer = (desk: Desk): Offer => sharedOffer(desk, 'cipher-suites', 'allowed cipher suites', allowedSuites(desk, tls13))

function* positive(desk: Desk): Probe<void> {
  // Its refusal may be for the missing share, and so speaks of nothing.
  const [outcome] = yield [positiveOffer(desk, 'several')]
  if (outcome === undefined || isSettled(outcome)) return
  const [shared] = yield [allowedOffer(desk)]
  // So may this one, for a share of another group than the server has.
  if (shared !== undefined && !isSettled(shared)) yield [eitherOffer(desk.context)]
}

/** With a real share, so that a refusal needs no second question. */
function* unwantedSuites(desk: Desk): Probe<void> {
  const suites = suitesIn(tls13).filter(code => desk.unwantedSuites.has(code))
  if (suites.length === 0) return
  yield* named(
    suites,
    part => sharedOffer(desk, 'cipher-suites', 'unwanted cipher suites', part),
    ({ cipherSuite }) => cipherSuite,
  )
}

/** Suites of which it matters whether any is accepted: not named. */
function* suiteSets(desk: Desk): Probe<void> {
  const sets = exposingSuites(desk, tls13)
  if (sets.length > 0) yield sets.map(set => sharedOffer(desk, 'cipher-suites', 'cipher suites that attacks rest on', set))
}

/**
 * Unwanted groups, and in the same hello the post-quantum ones that are wanted: a server without them refuses it, which decides both.
 * Wanted groups that nearly every server has would be accepted, and are asked for by themselves, see plan.ts.
 */
function* unwantedGroups(desk: Desk): Probe<void> {
  const { missing, unwanted } = groupsToAsk(desk)
  const rare = missing.filter(isPostQuantum)
  const all = [...new Set([...rare.flatMap(({ members }) => members), ...unwanted])]
  if (all.length > 0) yield* joint(desk, rare, unwanted, all)
}

function groupsToAsk(desk: Desk): { readonly missing: readonly Requirement[]; readonly unwanted: readonly number[] } {
  const { groups } = desk.meaning
  return {
    missing: requirementsIn(wanted(groups), groups.forbidden, 'group', tls13).filter(requirement => !isKnown(desk, 'group', requirement)),
    unwanted: orderedGroups(new Set([...desk.unwantedGroups].filter(code => isUsable('group', code, tls13)))),
  }
}

/** Whether groups are asked for of which the server may have none: a missing HelloRetryRequest would look the same. */
export function asksForGroups(desk: Desk): boolean {
  const { missing, unwanted } = groupsToAsk(desk)
  return unwanted.length + missing.filter(isPostQuantum).length > 0 && missing.every(isPostQuantum)
}

function* joint(desk: Desk, rare: readonly Requirement[], unwanted: readonly number[], all: readonly number[]): Probe<void> {
  const [outcome] = yield [groupOffer(desk, all, rare.length === 0 ? 'unwanted groups' : 'unwanted and post-quantum groups')]
  if (!isAccepted(outcome)) return
  const { group } = outcome
  const isOpen = ({ members }: Requirement): boolean => rare.length + unwanted.length > 1 && (group === null || !members.includes(group))
  yield* together([
    ...rare.filter(isOpen).map(requirement => asked(desk, requirement)),
    named(
      unwanted.filter(code => code !== group),
      part => groupOffer(desk, part, 'unwanted groups'),
      answer => answer.group,
    ),
  ])
}

function* asked(desk: Desk, { members }: Requirement): Probe<void> {
  yield [groupOffer(desk, members, 'wanted groups')]
}

/** The answer to a share alone is signed, and only with the private key can be seen how. */
function* unwantedSchemes(desk: Desk): Probe<void> {
  const schemes = orderedSchemes(new Set([...desk.unwantedSchemes].filter(code => isUsable('signature scheme', code, tls13))))
  if (schemes.length === 0) return
  yield* named(
    schemes,
    part => sharedOffer(desk, 'signature-schemes', 'unwanted signature schemes', allowedSuites(desk, tls13), part),
    ({ signatureScheme }) => signatureScheme,
  )
}

/** Asks for groups without a share, so that the server names the one it takes in a HelloRetryRequest. */
export const groupOffer = (desk: Desk, groups: readonly number[], title: string): Offer =>
  offerOf(desk.context, 'groups', title, { version: tls13, cipherSuites: orderedSuites(allowedSuites(desk, tls13)), groups })

/** With a share that opens the answer: its refusal is for what is offered, and its signature can be read. */
export function sharedOffer(
  desk: Desk,
  about: Subject,
  title: string,
  suites: readonly number[],
  signatureSchemes?: readonly number[],
): Offer {
  const { share, privateKey } = keyShare()
  const parts = {
    version: tls13,
    cipherSuites: suites.slice(0, suitesPerHello),
    shares: [share, ...ownShare(desk)],
    ...(signatureSchemes && { signatureSchemes }),
  }
  return offerOf(desk.context, about, title, parts, privateKey)
}

/** The group that the server took in the handshake, where that is another one: some servers have no HelloRetryRequest to ask for it with. */
function ownShare({ known }: Desk): KeyShare['share'][] {
  const made = known?.version === tls13 && known.group !== null ? shareOf(known.group) : null
  return made === null ? [] : [made]
}

const allowedGroups = ({ meaning }: Desk): number[] =>
  orderedGroups(new Set(groupTable.rows.map(({ code }) => code).filter(code => !meaning.groups.forbidden.has(code))))

/** Whether nothing meets a requirement but what a quantum computer does not break. */
export const isPostQuantum = ({ members }: Requirement): boolean =>
  members.every(code => ['kem', 'hybrid'].includes(groupTable.get(code)?.kind ?? ''))
