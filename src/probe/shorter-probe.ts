// Has a probe's long hellos asked in shorter ones, without the probe knowing: it is told what the server would have answered. Pure.
import { extension } from '../wire/extensions.ts'
import { type Batch, followedBy, type Offer, type Outcome, type Probe } from './offer.ts'
import { shorterOffers } from './shorter.ts'

/** Whether an offer is too long for the server, given what it met; null before it is put. */
type TooLong = (offer: Offer, outcome: Outcome | null) => boolean

interface Answered {
  readonly offer: Offer
  readonly outcome: Outcome
}

/** An offer, and what was put for it: itself, or its parts. */
interface Lot {
  readonly offer: Offer
  readonly answers: readonly Answered[]
}

/**
 * The probe, with offers that are too long asked in shorter hellos: at once, or after the server has shown that they are. It is told that such an
 * offer is accepted if any part is, refused if all are, and else unknown. What the parts met are answers of their own.
 */
export function* inShort<T>(probe: Probe<T>, isTooLong: TooLong): Probe<T> {
  let turn = probe.next()
  while (!turn.done) turn = probe.next(turn.value.length === 0 ? yield [] : yield* outcomesOf(turn.value, isTooLong))
  return turn.value
}

function* outcomesOf(offers: Batch, isTooLong: TooLong): Probe<readonly Outcome[]> {
  const shorter = (offer: Offer, outcome: Outcome | null): readonly Offer[] => (isTooLong(offer, outcome) ? shorterOffers(offer) : [])
  const first = yield* put(
    offers.map(offer => atLeast(offer, shorter(offer, null))),
    offers.next,
  )
  const lots = offers.map((offer, index): Lot => ({ offer, answers: first[index] ?? [] }))
  const second = yield* put(lots.map(({ offer, answers: [answer] }) => (answer?.offer === offer ? shorter(offer, answer.outcome) : [])))
  const parts = lots.map(({ offer, answers }, index): Lot => {
    const again = second[index] ?? []
    return { offer, answers: again.length > 0 ? again : answers }
  })
  const last = yield* put(parts.map(runOff))
  return parts.map(({ offer, answers }, index) => joined(offer, [...(last[index] ?? []), ...answers]))
}

const atLeast = (offer: Offer, parts: readonly Offer[]): readonly Offer[] => (parts.length > 0 ? parts : [offer])

/** Several lists of offers in one batch; no batch where all are empty. */
function* put(lists: readonly (readonly Offer[])[], next?: number): Probe<Answered[][]> {
  const offers = lists.flat()
  const outcomes = offers.length > 0 ? yield next === undefined ? offers : followedBy(next, offers) : []
  let at = 0
  return lists.map(list =>
    list.flatMap(offer => {
      const outcome = outcomes[at++]
      return outcome ? [{ offer, outcome }] : []
    }),
  )
}

/** Which of what was chosen of each part would the server have chosen of all? Groups and schemes are asked in no order that says so much. */
function runOff({ offer: { title, about, hello }, answers }: Lot): Offer[] {
  const chosen = new Set(answers.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? [outcome.cipherSuite] : [])))
  const frame = answers.find(({ outcome }) => outcome.kind === 'accepted')?.offer
  const isOfSuites = about !== 'groups' && about !== 'signature-schemes'
  if (chosen.size < 2 || !isOfSuites || hello.kind !== 'client_hello' || frame?.hello.kind !== 'client_hello') return []
  const isInAll = (code: number): boolean =>
    answers.every(each => each.offer.hello.kind === 'client_hello' && each.offer.hello.cipherSuites.includes(code))
  const cipherSuites = hello.cipherSuites.filter(code => chosen.has(code) || isInAll(code))
  return [{ ...frame, title: `${title}, those chosen of the parts`, hello: { ...frame.hello, cipherSuites } }]
}

/** An answer that names what was in question is worth more than one that does not. */
function joined({ about, hello }: Offer, answers: readonly Answered[]): Outcome {
  const outcomes = answers.map(({ outcome }) => outcome)
  const extensions = hello.kind === 'client_hello' ? hello.extensions : null
  const groups = extension(extensions, 'supported_groups')?.groups ?? []
  const schemes = extension(extensions, 'signature_algorithms')?.schemes ?? []
  const isNamed = (outcome: Outcome): boolean =>
    outcome.kind === 'accepted' &&
    (about !== 'groups' || groups.some(code => code === outcome.group)) &&
    (about !== 'signature-schemes' || schemes.some(code => code === outcome.signatureScheme))
  const ranked = [isNamed, ({ kind }: Outcome) => kind === 'accepted', ({ kind }: Outcome) => kind === 'unknown', () => true]
  const [best] = ranked.flatMap(fits => outcomes.find(fits) ?? [])
  return best ?? { kind: 'unknown', why: 'timeout', detail: 'no answer' }
}
