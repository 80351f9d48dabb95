// The last hellos of a plan, which a server should accept: they say what the refusals before them are worth, and who decides on the order of suites.
import type { Offer, Outcome, Probe } from '../../probe/offer.ts'
import { orderOf } from '../../probe/survey/order.ts'
import { tls13 } from '../../registry/protocols.ts'
import { extension } from '../../wire/extensions.ts'
import { isAccepted, together } from './batches.ts'
import type { Desk } from './desk.ts'
import { orderedSuites, reversedSuites } from './offers.ts'
import { asksForGroups, positiveOffer } from './tls13-questions.ts'

interface Answered {
  readonly offer: Offer
  readonly outcome: Outcome
}

/** Hellos that closing() has where nothing fails. */
export function closingCount(desk: Desk): number {
  const { policy, legacy, known } = desk
  const retry = known?.version === tls13 && legacy !== null && asksForGroups(desk) ? 1 : 0
  return retry + (policy.cipherOrder === undefined ? 0 : policy.cipherOrder === 'client' ? 1 : 2)
}

export function* closing(desk: Desk, seen: readonly Answered[]): Probe<void> {
  yield* together([retryControl(desk, seen), ...(desk.policy.cipherOrder === undefined ? [] : [order(desk, seen)])])
}

/**
 * Some servers have no HelloRetryRequest, and refuse every hello without a share for that alone. One that answers this hello is none of them.
 * A server of TLS 1.3 alone may have refused everything else: then it is the only hello that shows what those refusals are worth.
 */
function* retryControl(desk: Desk, seen: readonly Answered[]): Probe<void> {
  const bare = seen.filter(({ offer }) => hasNoShare(offer))
  const isOpen =
    bare.length > 0
      ? !bare.some(({ outcome }) => isAccepted(outcome))
      : desk.known?.version === tls13 && !seen.some(({ outcome }) => isAccepted(outcome))
  if (isOpen) yield [positiveOffer(desk, 'control')]
}

/** Whether a TLS 1.3 hello leaves it to the server to ask for a share. */
export const hasNoShare = ({ hello }: Offer): boolean =>
  hello.kind === 'client_hello' && extension(hello.extensions, 'key_share')?.shares.length === 0

/** The widest hello that was accepted, with its suites the other way round. Where the choice stays the same, there may be no other: asks without it. */
function* order(desk: Desk, seen: readonly Answered[]): Probe<void> {
  const version = desk.legacy ?? tls13
  const forward = seen
    .flatMap(({ offer, outcome }) => (isAccepted(outcome) && outcome.version === version ? [{ offer, outcome }] : []))
    .filter(({ offer }) => suitesOffered(offer).every(code => !desk.unwantedSuites.has(code)))
    .sort((a, b) => suitesOffered(b.offer).length - suitesOffered(a.offer).length)[0]
  if (forward === undefined) return
  const suites = suitesOffered(forward.offer)
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

const suitesOffered = ({ hello }: Offer): readonly number[] => (hello.kind === 'client_hello' ? hello.cipherSuites : [])
