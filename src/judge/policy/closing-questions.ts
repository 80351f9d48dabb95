// The last hellos of a plan, which a server should accept: they say what the refusals before them are worth, and who decides on the order of suites.
import { suitesPerHello } from '../../probe/hello.ts'
import { type Ledger, ledgerOf } from '../../probe/ledger.ts'
import type { Asked, Offer, Outcome, Probe } from '../../probe/offer.ts'
import { hasNoShare, newestVersion, offeredSuites } from '../../probe/offered.ts'
import { orderOf } from '../../probe/survey/order.ts'
import { together } from '../../probe/together.ts'
import { isSigned, partsOfCode } from '../../registry/cipher-suite-parts.ts'
import { tls13 } from '../../registry/protocols.ts'
import { isAccepted } from './batches.ts'
import type { Desk } from './desk.ts'
import { asksForParts } from './legacy-questions.ts'
import { offerOf, orderedSuites, reversedSuites, suitesIn } from './offers.ts'
import { allowedOffer, asksForGroups, positiveOffer } from './tls13-questions.ts'

interface Answered {
  readonly offer: Offer
  readonly outcome: Outcome
}

/** The most hellos that closing() has where nothing fails. */
export function closingCount(desk: Desk): number {
  const { policy, legacy, known, meaning } = desk
  const retry = known?.version === tls13 && legacy !== null && asksForGroups(desk) ? 1 : 0
  const borneOut = meaning.versions.filter(version => version < tls13 && asksForParts(desk, version)).length
  return retry + borneOut + (policy.cipherOrder === undefined ? 0 : mostOfOrder[policy.cipherOrder])
}

/** A server that follows the client shows it at once, unless it has but one suite; one that has an order of its own may have passed suites over. */
const mostOfOrder = { client: 2, server: 3 } as const

/**
 * To be asked when everything else has its answer.
 * @param seen every answer so far
 */
export function* closing(desk: Desk, seen: readonly Answered[]): Probe<void> {
  yield* together([bearOut(desk, seen), ...(desk.policy.cipherOrder === undefined ? [] : [order(desk, seen)])])
}

/** Asks with what refusals count for nothing without, see Ledger.doubted: first what is likely to be accepted, then what is left. */
function* bearOut(desk: Desk, seen: readonly Answered[]): Probe<void> {
  const answered = [...seen]
  for (let round = 0; round < rounds; round++) {
    const ledger = ledgerOf(
      answered.map((each, index) => ({ number: index + 1, ...each })),
      desk.known,
    )
    const doubted = Map.groupBy(ledger.doubted, ({ offer }) => newestVersion(offer))
    const offers = [...doubted].flatMap(([version, refused]) => {
      if (ledger.protocol(version).support === 'refused') return []
      return (version === tls13 ? sharedControl(desk, refused, round) : carrierControl(desk, version, refused, ledger)) ?? []
    })
    if (offers.length === 0) {
      // A server of TLS 1.3 alone may have refused everything: then this is the only hello that shows what those refusals are worth.
      const isAlone = round === 0 && desk.known?.version === tls13 && !seen.some(({ outcome }) => isAccepted(outcome))
      if (isAlone) yield [positiveOffer(desk, 'control')]
      return
    }
    const outcomes = yield offers
    answered.push(...offers.flatMap((offer, index) => (outcomes[index] ? [{ offer, outcome: outcomes[index] }] : [])))
  }
}

/** The suites of a hello, those left of its kind, and the same for signatures where groups came first. */
const rounds = 4

/** Some servers have no HelloRetryRequest, and refuse every hello without a share for that alone. One that answers this hello is none of them. */
function sharedControl(desk: Desk, refused: readonly Asked[], round: number): Offer | null {
  if (round === 0) return positiveOffer(desk, 'control')
  return round === 1 && refused.some(({ offer }) => !hasNoShare(offer)) ? allowedOffer(desk) : null
}

/** Cipher suites that could carry what was refused, with every group and signature scheme; null where nothing is known to be left of them. */
function carrierControl(desk: Desk, version: number, refused: readonly Asked[], ledger: Ledger): Offer | null {
  for (const { offer } of refused) {
    const carries = offer.about === 'groups' ? isOnCurve : offer.about === 'signature-schemes' ? isSigned : null
    if (carries === null) continue
    const open = suitesIn(version).filter(code => carries(code) && ledger.cipherSuite(version, code).support === 'unknown')
    const own = open.filter(code => offeredSuites(offer).includes(code))
    const cipherSuites = orderedSuites((own.length > 0 ? own : open).slice(0, suitesPerHello))
    if (cipherSuites.length > 0)
      return offerOf(desk.context, 'cipher-suites', 'the cipher suites that carry what was refused', { version, cipherSuites })
  }
  return null
}

const isOnCurve = (code: number): boolean => partsOfCode(code)?.keyExchange?.startsWith('ECDHE') ?? false

/** The widest hello that was accepted, with its suites the other way round. Where the choice stays the same, there may be no other: asks without it. */
function* order(desk: Desk, seen: readonly Answered[]): Probe<void> {
  const version = desk.legacy ?? tls13
  const forward = seen
    .flatMap(({ offer, outcome }) => (isAccepted(outcome) && outcome.version === version ? [{ offer, outcome }] : []))
    .filter(({ offer }) => offeredSuites(offer).every(code => !desk.unwantedSuites.has(code)))
    .sort((a, b) => offeredSuites(b.offer).length - offeredSuites(a.offer).length)[0]
  if (forward === undefined) return
  const suites = offeredSuites(forward.offer)
  const control = withSuites(forward.offer, 'control', reversedSuites(suites), 'the same suites the other way round')
  const [outcome] = yield [control]
  if (!isAccepted(outcome) || outcome.cipherSuite !== forward.outcome.cipherSuite) return
  const others = orderedSuites(suites.filter(code => code !== forward.outcome.cipherSuite))
  if (others.length === 0) return
  const rest = withSuites(forward.offer, 'cipher-suites', others, 'the same suites without the one that was chosen')
  const [second] = yield [rest]
  if (!isAccepted(second)) return
  // Those before its second choice it may not have, or may like less.
  const passedOver = others.slice(0, others.indexOf(second.cipherSuite))
  const answers = [forward, { offer: control, outcome }, { offer: rest, outcome: second }]
  if (passedOver.length === 0 || orderOf(version, [outcome.cipherSuite, second.cipherSuite], answers).by !== 'unknown') return
  yield [withSuites(forward.offer, 'cipher-suites', passedOver, 'the suites that were passed over')]
}

function withSuites(offer: Offer, about: Offer['about'], cipherSuites: readonly number[], title: string): Offer {
  const { hello } = offer
  return hello.kind === 'client_hello' ? { title, about, hello: { ...hello, cipherSuites } } : offer
}
