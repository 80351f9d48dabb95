// What a policy has to ask about SSL and TLS up to 1.2.
import { eitherOffer } from '../../probe/either-version.ts'
import { suitesPerHello } from '../../probe/hello.ts'
import { needsGroup } from '../../probe/ledger.ts'
import type { Accepted, Offer, Outcome, Probe } from '../../probe/offer.ts'
import { slices } from '../../probe/slices.ts'
import { sslv2Offer } from '../../probe/sslv2-offer.ts'
import { together } from '../../probe/together.ts'
import { authenticationOf, isCbc, isDhe, isEcdsa, isSigned, partsOfCode } from '../../registry/cipher-suite-parts.ts'
import { fallbackScsv } from '../../registry/cipher-suites.ts'
import { ssl2, tls12, tls13 } from '../../registry/protocols.ts'
import { authenticationFor } from '../../registry/signature-schemes.ts'
import { isAccepted, isSettled, named } from './batches.ts'
import { allowedSuites, type Desk, distinct, exposingSuites } from './desk.ts'
import { isUsable, wanted } from './meaning.ts'
import { offerOf, orderedGroups, orderedSchemes, orderedSuites, suitesIn } from './offers.ts'
import { sharedOffer, tls13Unwanted } from './tls13-questions.ts'

/** Whether a forbidden version is accepted at all. Of one that is, all is asked that an allowed one is asked for what is unwanted in it. */
export function* forbiddenVersion(desk: Desk, version: number): Probe<void> {
  if (version === ssl2) {
    yield [sslv2Offer(desk.context)]
    return
  }
  const suites = suitesIn(version)
  const ask = (part: readonly number[], title: string): Offer =>
    version === tls13
      ? sharedOffer(desk, 'cipher-suites', title, part)
      : offerOf(desk.context, 'cipher-suites', title, { version, cipherSuites: part })
  const first = yield [
    ask(suites.slice(0, suitesPerHello), suites.length > suitesPerHello ? 'the cipher suites most in use' : 'every cipher suite'),
  ]
  const rest = slices(suites.slice(suitesPerHello), suitesPerHello)
  // A server may have the version and none of the likely suites, unless it says that it does not have the version.
  const others = first.every(isSettled) || rest.length === 0 ? [] : yield rest.map(part => ask(part, 'the other cipher suites'))
  if (![...first, ...others].some(outcome => isAccepted(outcome) && outcome.version === version)) {
    if (version === tls13 && !first.every(isSettled)) yield [eitherOffer(desk.context)]
    return
  }
  yield* together(version === tls13 ? tls13Unwanted(desk) : unwantedThere(desk, version))
}

const unwantedThere = (desk: Desk, version: number): Probe<unknown>[] => [
  unwantedMembers(desk, version),
  curvedGroups(desk, version),
  unwantedSchemes(desk, version),
  suiteSets(desk, version),
]

/** Everything there is to ask in a version that is not forbidden. */
export function legacyQuestions(desk: Desk, version: number): Probe<void>[] {
  const { meaning, legacy, known } = desk
  const isWanted = wanted(meaning.protocols).some(({ members }) => members.includes(version))
  // That a version is there shows with any of its suites; that it is not, with all of them alone.
  const isAsked = isWanted || meaning.protocols.discouraged.has(version)
  const isPositive = version === legacy || (isAsked && known?.version !== version) || curvedHello(desk, version) !== null
  return [
    ...(isPositive ? [positive(desk, version)] : []),
    unwantedMembers(desk, version),
    unwantedSchemes(desk, version),
    suiteSets(desk, version),
    ...(version === legacy ? [encryptThenMac(desk, version), fallback(desk, version)] : []),
  ]
}

/**
 * A hello that the server should accept: the version, what its ServerHello says of features, and which suite it takes first. With a
 * certificate on a curve it asks for the unwanted groups too: that curve stands last in it, so that a server which takes it has passed the others over.
 */
function* positive(desk: Desk, version: number): Probe<void> {
  const { context } = desk
  const compressionMethods = [1, 0]
  const curved = yield* curvedGroups(desk, version, compressionMethods)
  if (curved && isSettled(curved)) return
  const [likely = [], ...rest] = slices(allowedSuites(desk, version), suitesPerHello)
  const ask = (part: readonly number[]): Offer =>
    offerOf(context, 'cipher-suites', 'allowed cipher suites', { version, cipherSuites: orderedSuites(part), compressionMethods })
  const [outcome] = yield [ask(likely)]
  if (outcome && !isSettled(outcome) && rest.length > 0) yield rest.map(ask)
}

/** Returns the answer to its first hello; null where nothing is to be asked so. */
function* curvedGroups(desk: Desk, version: number, compressionMethods: readonly number[] = [0]): Probe<Outcome | null> {
  const curved = curvedHello(desk, version)
  if (curved === null) return null
  const { curve, groups, suites } = curved
  const ask = (members: readonly number[]): Offer =>
    offerOf(desk.context, 'groups', 'unwanted groups before that of the certificate', {
      version,
      cipherSuites: suites,
      groups: [...members, curve],
      compressionMethods,
    })
  const [outcome = null] = yield [ask(groups)]
  const group = outcome?.kind === 'accepted' ? outcome.group : null
  if (group !== null && groups.includes(group))
    yield* named(
      groups.filter(code => code !== group),
      ask,
      groupOf,
    )
  return outcome
}

/** What asks for unwanted groups where the certificate's own curve has to be offered too; null where nothing is to be asked so. */
function curvedHello(desk: Desk, version: number): { curve: number; groups: readonly number[]; suites: readonly number[] } | null {
  const curve = desk.known?.curve ?? null
  if (curve === null || desk.unwantedGroups.has(curve)) return null
  const groups = groupsToAsk(desk, version)
  const suites = carriers(desk, version).filter(isEcdsa)
  return groups.length === 0 || suites.length === 0 ? null : { curve, groups, suites: orderedSuites(suites) }
}

/** One refusal decides all the suites and groups that the policy has something against; what is accepted is named. */
function* unwantedMembers(desk: Desk, version: number): Probe<void> {
  const { context, unwantedSuites, known } = desk
  const suites = suitesIn(version).filter(code => unwantedSuites.has(code))
  const groups = groupsToAsk(desk, version)
  // Without the curve of the certificate an ECDSA suite would be refused for that; positive() asks with it.
  const isCurved = (known?.curve ?? null) !== null
  const carrying = groups.length === 0 ? [] : carriers(desk, version).filter(code => !(isCurved && isEcdsa(code)))
  const riding = carrying.length === 0 ? [] : suites.filter(code => !needsGroup(version, code)).slice(0, suitesPerHello - carrying.length)
  const rest = suites.filter(code => !riding.includes(code))
  const suitesNamed = (part: readonly number[]): Probe<void> =>
    named(part, members => offerOf(context, 'cipher-suites', 'unwanted cipher suites', { version, cipherSuites: members }), suiteOf)
  yield* together([
    ...slices(rest, suitesPerHello).map(suitesNamed),
    ...(carrying.length === 0 ? [] : [askGroups(desk, version, { groups, carrying, riding }, suitesNamed)]),
  ])
}

type Parts = Readonly<Record<'groups' | 'carrying' | 'riding', readonly number[]>>

/** Of a server whose certificate is on a curve it is asked first whether it has another one; as a rule it has not, which decides it all. */
function* askGroups(desk: Desk, version: number, parts: Parts, suitesNamed: (part: readonly number[]) => Probe<void>): Probe<void> {
  if ((desk.known?.curve ?? null) !== null) {
    const cipherSuites = [...parts.carrying, ...parts.riding]
    const other = offerOf(desk.context, 'cipher-suites', 'cipher suites for another certificate', { version, cipherSuites })
    const [outcome] = yield [other]
    if (!isAccepted(outcome)) return
  }
  yield* unwantedGroups(desk, version, parts, suitesNamed)
}

/**
 * Unwanted groups, with suites that allow of them. Unwanted suites that need no group ride in the same hello: its refusal is theirs as well.
 */
function* unwantedGroups(
  { context }: Desk,
  version: number,
  { groups, carrying, riding }: Parts,
  suitesNamed: (part: readonly number[]) => Probe<void>,
): Probe<void> {
  const ask = (members: readonly number[], beside: readonly number[], title: string): Offer =>
    offerOf(context, 'groups', title, { version, cipherSuites: [...carrying, ...beside], groups: members })
  const title = riding.length > 0 ? 'unwanted groups, and unwanted cipher suites without any' : 'unwanted groups'
  const [outcome] = yield [ask(groups, riding, title)]
  if (!isAccepted(outcome)) return
  yield* together([
    suitesNamed(riding.filter(code => code !== outcome.cipherSuite)),
    named(
      groups.filter(code => code !== outcome.group),
      members => ask(members, [], 'unwanted groups'),
      groupOf,
    ),
  ])
}

function* unwantedSchemes(desk: Desk, version: number): Probe<void> {
  const schemes = orderedSchemes(new Set([...desk.unwantedSchemes].filter(code => isUsable('signature scheme', code, version))))
  const suites = suitesToAskWith(desk, version).filter(isSigned)
  if (version < tls12 || schemes.length === 0 || suites.length === 0) return
  const found = new Set<number>()
  const ask = (members: readonly number[], cipherSuites: readonly number[]): Probe<void> =>
    named(
      members.filter(code => !found.has(code)),
      signatureSchemes =>
        offerOf(desk.context, 'signature-schemes', 'unwanted signature schemes', { version, cipherSuites, signatureSchemes }),
      ({ signatureScheme }) => {
        if (signatureScheme !== null) found.add(signatureScheme)
        return signatureScheme
      },
    )
  const listed = suites.slice(0, suitesPerHello)
  const byKey = [...Map.groupBy(listed, authenticationOf)]
  const { curve = null, signatureScheme = null } = desk.known ?? {}
  const likely = curve === null ? ((signatureScheme && authenticationFor(signatureScheme)) ?? 'RSA') : 'ECDSA'
  const others = listed.filter(code => authenticationOf(code) !== likely)
  let isAlone = true
  yield* together([ask(schemes, listed), ...(others.length === 0 ? [] : [isThere()])])
  if (isAlone || byKey.length === 1) return
  // A server may settle on a certificate for one of the schemes, and refuse what another certificate could be used with.
  yield* together(
    byKey.map(([key, own]) =>
      ask(
        schemes.filter(code => [key, null].includes(authenticationFor(code))),
        own,
      ),
    ),
  )

  function* isThere(): Probe<void> {
    const [outcome] = yield [
      offerOf(desk.context, 'cipher-suites', 'cipher suites for another certificate', { version, cipherSuites: others }),
    ]
    isAlone = outcome?.kind === 'refused'
  }
}

/** Suites of which it matters whether any is accepted, or what a ServerKeyExchange of theirs says: not named. */
function* suiteSets(desk: Desk, version: number): Probe<void> {
  const withDh = desk.policy.minDhBits !== undefined
  const dhe = allowedSuites(desk, version).filter(isDhe)
  const sets = distinct([...exposingSuites(desk, version), ...(withDh && dhe.length > 0 ? [dhe] : [])]).flatMap(set =>
    slices(set, suitesPerHello),
  )
  const ask = (set: readonly number[]): Offer =>
    offerOf(
      desk.context,
      'cipher-suites',
      set.every(isDhe) ? 'suites with finite-field Diffie-Hellman' : 'cipher suites that attacks rest on',
      {
        version,
        cipherSuites: set,
      },
    )
  if (sets.length === 0) return
  const outcomes = yield sets.map(ask)
  // Whether a public key is used again takes two answers.
  const again = sets.filter((set, index) => desk.features.has('dh-reuse') && set.every(isDhe) && isAccepted(outcomes[index]))
  if (again.length > 0) yield again.map(set => ({ ...ask(set), about: 'control' }))
}

/** Only a server that takes a CBC suite has an answer to this extension. */
function* encryptThenMac(desk: Desk, version: number): Probe<void> {
  const suites = allowedSuites(desk, version).filter(isCbc)
  if (!desk.features.has('encrypt-then-mac') || suites.length === 0) return
  yield slices(suites, suitesPerHello).map(part =>
    offerOf(desk.context, 'cipher-suites', 'allowed CBC suites', { version, cipherSuites: part }),
  )
}

/** RFC 7507: a hello that says it is a second try with an older version. */
function* fallback(desk: Desk, version: number): Probe<void> {
  const older = desk.meaning.versions.includes(tls13) ? version : desk.meaning.versions.findLast(other => other < version && other > ssl2)
  if (!desk.features.has('fallback-scsv') || older === undefined) return
  const cipherSuites = [...allowedSuites(desk, older).slice(0, suitesPerHello - 1), fallbackScsv]
  yield [offerOf(desk.context, 'fallback', 'allowed cipher suites and TLS_FALLBACK_SCSV', { version: older, cipherSuites })]
}

/** Whether groups or signature schemes are asked about in a version, whose refusal takes a suite that is accepted. */
export const asksForParts = (desk: Desk, version: number): boolean =>
  groupsToAsk(desk, version).length > 0 || [...desk.unwantedSchemes].some(code => isUsable('signature scheme', code, version))

const groupsToAsk = ({ unwantedGroups: codes }: Desk, version: number): number[] =>
  orderedGroups(new Set([...codes].filter(code => isUsable('group', code, version))))

/** In a forbidden version the policy may allow no suite at all, and what the server does in it shows with any. */
const suitesToAskWith = (desk: Desk, version: number): readonly number[] =>
  desk.meaning.versions.includes(version) ? allowedSuites(desk, version) : suitesIn(version)

/** Suites that exchange keys on a curve; in a version that is not forbidden those that are not either. */
export const carriers = (desk: Desk, version: number): number[] =>
  suitesToAskWith(desk, version).filter(code => isSigned(code) && partsOfCode(code)?.keyExchange === 'ECDHE')

const suiteOf = ({ cipherSuite }: Accepted): number => cipherSuite
const groupOf = ({ group }: Accepted): number | null => group
