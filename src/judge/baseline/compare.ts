// Facts of a target against those remembered of it: what got stronger, weaker or merely different. A table with a row a kind of facts.

import { protocols } from '../../registry/protocols.ts'
import type { Cause } from '../causes.ts'
import type { Severity } from '../check.ts'
import type { NameKind } from '../policy/classes.ts'
import { are, enumerated, listed } from '../policy/words.ts'
import { type Change, type Comparison, type Gap, gap, type Kind, kinds, type Outcome, unseen } from './change.ts'
import { compareChains, compareKeys } from './compare-chains.ts'
import { comparePrimes } from './compare-primes.ts'
import { hasFacts, type Listed, type TargetFacts } from './facts.ts'
import { type Age, agesOf, type Failures } from './failures.ts'
import { betterFeatures, strengthOf, tier, unfit } from './strength.ts'

interface Row {
  /** Whether a server may have nothing of it, which is then the same on both sides. */
  readonly isOptional?: true
  readonly knows: (facts: TargetFacts) => boolean
  /** Called when both sides know something. */
  readonly compare: (before: TargetFacts, now: TargetFacts) => readonly Outcome[]
}

/** What is compared in another way has no row: the failed checks, which have no members of their own. */
const rows: Readonly<Record<Exclude<Kind, 'checks'>, Row>> = {
  handshake: { isOptional: true, knows: ({ handshake }) => handshake !== null, compare: compareHandshakes },
  protocols: { knows: ({ protocols }) => Object.values(protocols).some(support => support !== 'unknown'), compare: compareProtocols },
  suites: { knows: ({ cipherSuites }) => Object.keys(cipherSuites).length > 0, compare: compareSuites },
  groups: {
    knows: ({ groups, dhPrimeBits }) => knowsList(groups) || dhPrimeBits !== null,
    compare: (before, now) => [...compareLists(before.groups, now.groups, groupWords), ...comparePrimes(before, now)],
  },
  'signature-schemes': {
    knows: ({ signatureSchemes }) => knowsList(signatureSchemes),
    // In TLS 1.3 the server encrypts which one it signed with.
    compare: (before, now) => compareLists(before.signatureSchemes, now.signatureSchemes, schemeWords, untold(before, now)),
  },
  chain: { isOptional: true, knows: ({ chain }) => chain !== null, compare: compareChains },
  key: { isOptional: true, knows: ({ chain }) => chain !== null, compare: compareKeys },
  features: { knows: ({ features }) => Object.values(features).some(answer => answer !== 'unknown'), compare: compareFeatures },
}

const knowsList = ({ complete, accepted }: Listed): boolean => complete || accepted.length > 0

/** Whether the checks of a side say anything of one that failed on the other, by its id; they do unless given. */
interface Decided {
  readonly before?: (id: string) => boolean
  readonly now?: (id: string) => boolean
}

/** @param before what is remembered */
export function compare(before: TargetFacts, now: TargetFacts, decided: Decided = {}): Comparison {
  const { doubtful, ...checks } = compareFailed(before, now, decided)
  if (!hasFacts(now)) {
    const gap: Gap = { what: 'handshake', message: 'nothing was found out that could be compared', severity: 'warning' }
    const none = { weaker: [], stronger: [], different: [], compared: [], clients: { gained: [], lost: [], compared: 0 } }
    return { ...none, notCompared: [gap, ...doubtful], checks }
  }
  const compared: Kind[] = []
  const outcomes = (Object.keys(rows) as (keyof typeof rows)[]).flatMap(what => {
    const { isOptional = false, knows, compare: compareKind } = rows[what]
    const [known, isKnown] = [knows(before), knows(now)]
    if (!known && !isKnown && isOptional) return []
    if (known && isKnown) compared.push(what)
    const found = known && isKnown ? compareKind(before, now) : [unseen(kinds[what], known, isKnown)]
    return found.map(outcome => ({ what, ...outcome }))
  })
  const changes = (effect: Outcome['effect']): Change[] =>
    outcomes.flatMap(outcome => (outcome.effect === effect ? { what: outcome.what, message: outcome.message } : []))
  return {
    weaker: outcomes.flatMap(it => (it.effect === 'weaker' ? { what: it.what, message: it.message, remedy: it.remedy } : [])),
    stronger: changes('stronger'),
    different: changes('different'),
    notCompared: [
      ...outcomes.flatMap(it => (it.effect === 'not-compared' ? { what: it.what, message: it.message, severity: it.severity } : [])),
      ...doubtful,
    ],
    compared,
    clients: compareClients(before, now),
    checks,
  }
}

/** Whether everything was asked, so that what is not known all the same no survey tells. */
const isThorough = ({ protocols: supports, cipherSuites: suites }: TargetFacts): boolean =>
  protocolNames.every(name => supports[name] === 'refused' || (supports[name] === 'accepted' && suites[name]?.complete === true))

const protocolNames = protocols.rows.map(({ name }) => name)

/** How much it matters that neither side knows something. */
const untold = (before: TargetFacts, now: TargetFacts): Severity => (isThorough(before) && isThorough(now) ? 'notice' : 'warning')

function compareHandshakes({ handshake: before }: TargetFacts, { handshake: now }: TargetFacts): Outcome[] {
  if (before === null || now === null) return []
  const parts = [
    ['protocol', 'protocol', 'required-protocol-refused'],
    ['cipherSuite', 'cipher suite', 'weak-cipher-accepted'],
    ['group', 'group', 'post-quantum-group-missing'],
    ['signatureScheme', 'signature scheme', 'weak-signature-scheme-accepted'],
  ] as const satisfies readonly (readonly [keyof typeof before, NameKind, Cause])[]
  const outcomes = parts.flatMap(([part, kind, remedy]): Outcome[] => {
    const [was, is] = [before[part], now[part]]
    if (was === is) return []
    // RFC 5246 §7.4.3: RSA key transport has neither a group nor a signature, so that one may be null for good.
    const message = `a client of today gets ${is ?? `no ${kind}`} in the place of ${was ?? `no ${kind}`}`
    const [strength, wasStrength] = [is, was].map(name => (name === null ? null : rankOf(kind, name)))
    if (strength == null || wasStrength == null || strength === wasStrength) return [{ effect: 'different', message }]
    return [strength < wasStrength ? { effect: 'weaker', message, remedy } : { effect: 'stronger', message }]
  })
  if (before.alpn === now.alpn) return outcomes
  const message = `a client of today gets ${now.alpn ?? 'no application protocol'} by ALPN in the place of ${before.alpn ?? 'none'}`
  return [...outcomes, { effect: 'different', message }]
}

/** Of two suites that are both good a client of today may get either: only more than bits is a difference. */
function rankOf(kind: NameKind, name: string): number | null {
  const strength = strengthOf(kind, name)
  return kind === 'cipher suite' && strength !== null && strength !== unfit ? 1 + Math.floor(strength / tier) : strength
}

function compareProtocols({ protocols: before }: TargetFacts, { protocols: now }: TargetFacts): Outcome[] {
  const was = (name: string) => before[name] ?? 'unknown'
  const is = (name: string) => now[name] ?? 'unknown'
  const of = (support: string, supports: (name: string) => string) => protocolNames.filter(name => supports(name) === support)
  const unknownTwo = of('unknown', is).filter(name => was(name) === 'unknown')
  const unknownNow = of('unknown', is).filter(name => was(name) !== 'unknown')
  const unknownBefore = protocolNames.filter(name => was(name) === 'unknown' && is(name) !== 'unknown')
  const isWeak = (name: string) => strengthOf('protocol', name) === unfit
  // Nobody does better than to accept what is sound and to refuse the rest.
  const isBest = (name: string) => is(name) === (isWeak(name) ? 'refused' : 'accepted')
  return [
    ...compareMembers(
      {
        added: of('accepted', is).filter(name => was(name) === 'refused'),
        removed: of('refused', is).filter(name => was(name) === 'accepted'),
        before: of('accepted', was),
        now: of('accepted', is),
      },
      protocolWords,
    ),
    ...(unknownNow.length > 0
      ? [
          gap(
            `whether ${are(unknownNow, 'accepted')} is not known now`,
            // It may be accepted by now.
            unknownNow.some(name => isWeak(name) && was(name) === 'refused') ? 'error' : 'warning',
          ),
        ]
      : []),
    ...(unknownBefore.length > 0
      ? [
          gap(
            `whether ${were(unknownBefore, 'accepted')} was not known before`,
            unknownBefore.every(isBest)
              ? 'notice'
              : unknownBefore.some(name => isWeak(name) && is(name) === 'accepted')
                ? 'error'
                : 'warning',
          ),
        ]
      : []),
    ...(unknownTwo.length > 0 ? [gap(`whether ${are(unknownTwo, 'accepted')} is not known on either side`)] : []),
  ]
}

const were = (names: readonly string[], what: string): string => `${listed(names)} ${names.length === 1 ? 'was' : 'were'} ${what}`

/** Of the versions that were accepted and are: what one brings with it that was refused, its own change says. */
function compareSuites(past: TargetFacts, present: TargetFacts): Outcome[] {
  const [before, now] = [past.cipherSuites, present.cipherSuites]
  return protocolNames.flatMap(protocol => {
    const [were, suites] = [before[protocol], now[protocol]]
    if (were === undefined || suites === undefined) {
      const supports = [past.protocols[protocol], present.protocols[protocol]]
      const isMissing = were === suites ? supports.every(support => support === 'accepted') : !supports.includes('refused')
      return isMissing ? [unseen(`the cipher suites of ${protocol}`, were !== undefined, suites !== undefined)] : []
    }
    const outcomes = compareLists(were, suites, { ...suiteWords, where: ` in ${protocol}` })
    const sides = [were.order, suites.order]
    if (sides.includes('unknown')) return outcomes
    if (were.order !== suites.order)
      return [...outcomes, { effect: 'different', message: `the ${suites.order} chooses the suite in ${protocol} now` }]
    const [[first], [wasFirst]] = [suites.accepted, were.accepted]
    const isMoved = suites.order === 'server' && first !== wasFirst && suites.accepted.some(name => name === wasFirst)
    return isMoved
      ? [...outcomes, { effect: 'different', message: `the server prefers ${first} to ${wasFirst} in ${protocol} now` }]
      : outcomes
  })
}

/** How the names of a list are spoken of, and what undoes a change for the worse. */
interface ListWords {
  readonly kind: NameKind
  readonly where: string
  /** Of what is accepted and should not be, and of what is refused and should not be. */
  readonly remedies: { readonly added: Cause; readonly removed: Cause }
}

const protocolWords: ListWords = {
  kind: 'protocol',
  where: '',
  remedies: { added: 'obsolete-protocol-accepted', removed: 'required-protocol-refused' },
}
const suiteWords: ListWords = {
  kind: 'cipher suite',
  where: '',
  remedies: { added: 'weak-cipher-accepted', removed: 'policy-cipher-refused' },
}
const groupWords: ListWords = {
  kind: 'group',
  where: '',
  remedies: { added: 'weak-group-accepted', removed: 'post-quantum-group-missing' },
}
const schemeWords: ListWords = {
  kind: 'signature scheme',
  where: '',
  remedies: { added: 'weak-signature-scheme-accepted', removed: 'policy-signature-scheme-refused' },
}

/** @param severityTwice of what neither side knows */
function compareLists(before: Listed, now: Listed, words: ListWords, severityTwice: Severity = 'warning'): Outcome[] {
  const { kind, where } = words
  const added = now.accepted.filter(name => !before.accepted.includes(name))
  const removed = before.accepted.filter(name => !now.accepted.includes(name))
  const outcomes = compareMembers(
    // Not to be on a list means to be refused only where the list is complete.
    { added: before.complete ? added : [], removed: now.complete ? removed : [], before: before.accepted, now: now.accepted },
    words,
  )
  const isWeak = added.some(name => strengthOf(kind, name) === unfit)
  if (!before.complete && added.length > 0)
    outcomes.push(gap(`whether ${were(added, `accepted${where}`)} was not known before`, isWeak ? 'error' : 'warning'))
  else if (!before.complete && now.complete) outcomes.push(gap(`which other ${kind}s were accepted${where} was not known before`))
  if (!now.complete && removed.length > 0) outcomes.push(gap(`whether ${are(removed, `accepted${where}`)} is not known now`))
  else if (!now.complete && before.complete) outcomes.push(gap(`which other ${kind}s are accepted${where} is not known now`))
  const isSaid = outcomes.some(({ effect }) => effect === 'not-compared')
  if (!before.complete && !now.complete && !isSaid)
    outcomes.push(gap(`which other ${kind}s are accepted${where} is not known on either side`, severityTwice))
  return outcomes
}

interface Members {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** All that were accepted, and all that are. */
  readonly before: readonly string[]
  readonly now: readonly string[]
}

/** One outcome for all names with the same effect. */
function compareMembers({ added, removed, before, now }: Members, words: ListWords): Outcome[] {
  const { kind, where, remedies } = words
  return (['added', 'removed'] as const).flatMap(way => {
    const [names, others] = way === 'added' ? [added, before] : [removed, now]
    const byEffect = Map.groupBy(names, name => effectOf(way, kind, name, others))
    return (['weaker', 'stronger', 'different'] as const).flatMap((effect): Outcome[] => {
      const members = byEffect.get(effect) ?? []
      if (members.length === 0) return []
      const message = are(members, way === 'added' ? `accepted${where} now` : `no longer accepted${where}`)
      return [effect === 'weaker' ? { effect, message, remedy: remedies[way] } : { effect, message }]
    })
  })
}

/**
 * What it means that a name is accepted in addition, or no longer. A list is as strong as its weakest name, for that is what an attacker picks,
 * and as good as its strongest, for that is what a client of today picks: what lies between the two changes neither.
 * @param others those that are accepted on the side without it
 */
function effectOf(way: 'added' | 'removed', kind: NameKind, name: string, others: readonly string[]): 'weaker' | 'stronger' | 'different' {
  const strength = strengthOf(kind, name)
  if (strength === null) return 'different'
  const [ifWeak, ifStrong] = way === 'added' ? (['weaker', 'stronger'] as const) : (['stronger', 'weaker'] as const)
  if (strength === unfit) return ifWeak
  const strengths = others.map(other => strengthOf(kind, other) ?? unfit).filter(each => each !== unfit)
  if (strengths.length === 0) return ifStrong
  if (strength < Math.min(...strengths)) return ifWeak
  return strength > Math.max(...strengths) ? ifStrong : 'different'
}

function compareFeatures(past: TargetFacts, present: TargetFacts): Outcome[] {
  const [before, now] = [past.features, present.features]
  const names = Object.keys(betterFeatures) as (keyof typeof betterFeatures)[]
  const was = (name: string) => before[name] ?? 'unknown'
  const is = (name: string) => now[name] ?? 'unknown'
  const changed = names.filter(name => was(name) !== is(name))
  const known = changed.filter(name => was(name) !== 'unknown' && is(name) !== 'unknown')
  const unknown = names.filter(name => was(name) === 'unknown' && is(name) === 'unknown')
  const oneKnown = changed.filter(name => !known.includes(name))
  return [
    ...known.map((name): Outcome => {
      const message = is(name) === 'yes' ? `${name} is there now` : `${name} is no longer there`
      if (is(name) === betterFeatures[name]) return { effect: 'stronger', message }
      return { effect: 'weaker', message, remedy: is(name) === 'yes' ? 'policy-feature-offered' : 'policy-feature-missing' }
    }),
    ...(oneKnown.length > 0
      ? [
          gap(
            `of one side only it is known whether it has ${enumerated(oneKnown)}`,
            oneKnown.every(name => is(name) === betterFeatures[name]) ? 'notice' : 'warning',
          ),
        ]
      : []),
    ...(unknown.length > 0 ? [gap(`whether it has ${listed(unknown)} is known of neither side`, untold(past, present))] : []),
  ]
}

/** What a client can no longer reach is no weakness: whoever needs it names it in the policy, whose check then fails. */
function compareClients({ clients: before }: TargetFacts, { clients: now }: TargetFacts): Comparison['clients'] {
  const known = Object.keys(now).filter(name => now[name] !== 'unknown' && Object.hasOwn(before, name) && before[name] !== 'unknown')
  const changed = known.filter(name => now[name] !== before[name])
  return {
    gained: changed.filter(name => now[name] === 'yes'),
    lost: changed.filter(name => now[name] === 'no'),
    compared: known.length,
  }
}

/** By check and failure: a server that is down has not got better because its certificate failed the same check before. */
function compareFailed(
  { failed: before }: TargetFacts,
  { failed: now }: TargetFacts,
  { before: wasDecided = () => true, now: isDecided = () => true }: Decided,
): Comparison['checks'] & { readonly doubtful: readonly Gap[] } {
  const known = new Map(Object.entries(before))
  const ages = Object.entries(now).map(([id, failures]) => [id, agesOfCheck(failures, known.get(id))] as const)
  const anew = ages.flatMap(([id, found]) => (found.includes('new') ? [id] : []))
  const failing = anew.filter(wasDecided)
  const unasked = anew.filter(id => !wasDecided(id))
  const open = ages.flatMap(([id, found]) => (found.includes('unknown') && !anew.includes(id) ? [id] : []))
  const doubts = [
    ...(unasked.length > 0 ? [`whether ${listed(unasked)} failed before as well was not decided then`] : []),
    ...(open.length > 0 ? [`whether ${listed(open)} ${open.length === 1 ? 'fails' : 'fail'} for more than before is not known`] : []),
  ]
  return {
    failing,
    doubtful: doubts.map(message => ({ what: 'checks', message, severity: 'warning' })),
    mended: [...known.keys()].filter(id => !Object.hasOwn(now, id) && isDecided(id)),
  }
}

/** @param now a cause alone in a lock file of old, which is compared with another file */
function agesOfCheck(now: Failures, before: Failures | undefined): readonly Age[] {
  if (typeof now !== 'string') return agesOf(now, before)
  return causesOf(before).includes(now) ? ['unknown'] : ['new']
}

const causesOf = (failures: Failures = []): readonly string[] =>
  typeof failures === 'string' ? [failures] : failures.map(({ cause }) => cause)
