// Features that show in what a server refuses, and in what it does not. Pure.
import { inappropriateFallback, noApplicationProtocol, unrecognizedName } from '../registry/alerts.ts'
import { protocols, ssl3 } from '../registry/protocols.ts'
import type { Ledger } from './ledger.ts'
import { type Asked, isRefusedBy } from './offer.ts'
import { newestVersion } from './offered.ts'
import { byAlert, hexOf, moot, notKnown, type Reading, unanswered } from './reading.ts'
import { type Answered, controlOf, type Trait, traits } from './traits.ts'

/** Whether a server puts up with a trait of a hello: shown by any hello that has it and was accepted. */
export function tolerance(ledger: Ledger, trait: Trait): Reading {
  const accepted = ledger.accepted().find(({ offer, outcome }) => trait.isIn(offer, outcome))
  if (accepted) return { status: 'yes', detail: 'such a hello is accepted', probes: [accepted.number] }
  const asked = ledger.about(trait.subject).filter(({ offer, outcome }) => trait.isIn(offer, outcome))
  const probes = refusal(ledger, asked, trait)
  if (probes) return { status: 'no', detail: `such a hello is refused${byAlert(probes[0].outcome)}`, probes: probes.map(numberOf) }
  return unanswered(asked)
}

/** The first that is refused for the trait, and its control. */
function refusal(ledger: Ledger, asked: readonly Asked[], trait: Trait): readonly [Asked, Asked] | null {
  for (const each of asked) {
    const control = each.outcome.kind === 'refused' ? controlOf(ledger.accepted(), each, trait) : null
    if (control) return [each, control]
  }
  return null
}

const numberOf = ({ number }: Asked): number => number

/** Read from hellos with TLS_FALLBACK_SCSV that offer less than the newest version accepted (RFC 7507 §3). */
export function readFallback(ledger: Ledger): Reading {
  const possible = protocols.rows.filter(({ code }) => code >= ssl3 && ledger.protocol(code).support !== 'refused')
  const newest = possible.findLast(({ code }) => ledger.protocol(code).support === 'accepted')?.code
  if (newest === undefined) return notKnown('no version is known to be accepted')
  if (possible.length === 1) return moot('yes', `${protocols.label(newest)} alone is accepted, and there is nothing to fall back to`)
  const refusedAs = ({ outcome }: Asked): string => `a hello with TLS_FALLBACK_SCSV is refused${byAlert(outcome)}`
  // The alert that is there for it needs no control.
  const told = ledger.about('fallback').find(({ outcome }) => isRefusedBy(outcome, inappropriateFallback))
  if (told) return { status: 'yes', detail: refusedAs(told), probes: [told.number] }
  // Whatever else it is answered with: only where the server could do better is it a fallback.
  const asked = ledger.about('fallback').filter(({ offer }) => newestVersion(offer) < newest)
  for (const each of asked) {
    const { number, outcome } = each
    if (outcome.kind === 'accepted')
      return { status: 'no', detail: `a hello with TLS_FALLBACK_SCSV is accepted in ${protocols.label(outcome.version)}`, probes: [number] }
    if (outcome.kind === 'refused' && hasAcceptedSuite(ledger, each))
      return { status: 'yes', detail: `${refusedAs(each)}, which should be inappropriate_fallback`, probes: [number] }
  }
  return unanswered(asked)
}

/** Whether a hello would be accepted without the signal in it. */
const hasAcceptedSuite = (ledger: Ledger, { offer }: Asked): boolean =>
  offer.hello.kind === 'client_hello' &&
  offer.hello.cipherSuites.some(code => ledger.cipherSuite(newestVersion(offer), code).support === 'accepted')

/**
 * Read from hellos with protocols that nobody has; a refusal counts by its own alert, or against a hello that differs in nothing else.
 */
export function readStrictAlpn(ledger: Ledger): Reading {
  const asked = ledger.about('alpn')
  // A HelloRetryRequest comes before the application protocol is looked at.
  const passed = asked.find(({ outcome }) => outcome.kind === 'accepted' && outcome.answer.hello.kind !== 'hello_retry_request')
  if (passed) return { status: 'no', detail: 'an unknown application protocol is passed over', probes: [passed.number] }
  const told = asked.find(({ outcome }) => isRefusedBy(outcome, noApplicationProtocol))
  const probes = told ? [told] : refusal(ledger, asked, traits.protocol)
  if (!probes?.[0]) return unanswered(asked)
  return { status: 'yes', detail: `an unknown application protocol is refused${byAlert(probes[0].outcome)}`, probes: probes.map(numberOf) }
}

/** Read from hellos with a name that is not the server's: refused, or answered with another certificate. */
export function readStrictName(ledger: Ledger): Reading {
  const asked = ledger.about('server-name')
  const told = asked.find(({ outcome }) => isRefusedBy(outcome, unrecognizedName))
  const probes = told ? [told] : refusal(ledger, asked, traits.name)
  if (probes?.[0]) return { status: 'yes', detail: `a foreign name is refused${byAlert(probes[0].outcome)}`, probes: probes.map(numberOf) }
  const answers = ledger.accepted().filter(answer => leafOf(answer) !== null)
  const usual = answers.filter(({ offer }) => offer.about !== 'server-name')
  for (const foreign of answers.filter(({ offer }) => offer.about === 'server-name')) {
    const leaf = leafOf(foreign)
    if (usual.some(answer => leafOf(answer) === leaf))
      return { status: 'no', detail: 'a foreign name is answered with the same certificate', probes: [foreign.number] }
    const other = controlOf(
      usual.filter(({ outcome }) => outcome.version === foreign.outcome.version),
      foreign,
      nameOfCertificate,
    )
    if (other)
      return { status: 'yes', detail: 'a foreign name is answered with another certificate', probes: [foreign.number, other.number] }
  }
  return unanswered(asked)
}

/** In hexadecimal; null where no certificate is seen. */
function leafOf({ outcome }: Answered): string | null {
  const [leaf] = outcome.answer.presented
  return leaf ? hexOf(leaf) : null
}

/** What has no say in the choice of a certificate may differ too. */
const nameOfCertificate: Trait = {
  ...traits.name,
  parts: ['name', 'protocol', 'version', 'grease', 'group', 'share', 'mode', 'session', 'padding', 'length', 'fragments'],
}
