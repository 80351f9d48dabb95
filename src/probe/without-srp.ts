// Asks again what a server met with a suite of SRP that it would take if it knew the user: the other suites of the hello then have an answer.
import { unknownPskIdentity } from '../registry/alerts.ts'
import { isSrp } from '../registry/cipher-suite-parts.ts'
import { isRefusedBy, type Offer, type Outcome, type Probe } from './offer.ts'

/** Whether a refusal is for the user alone that a suite of SRP needs; which of those suites the server has is not known then. */
export function isUnknownUser({ hello }: Offer, outcome: Outcome): boolean {
  return isRefusedBy(outcome, unknownPskIdentity) && hello.kind === 'client_hello' && hello.cipherSuites.some(isSrp)
}

/** The probe, told what the server answers without the suites of SRP where it is them that it refuses. */
export function* withoutSrp<T>(probe: Probe<T>): Probe<T> {
  let turn = probe.next()
  while (!turn.done) {
    const offers = turn.value
    const outcomes = [...(yield offers)]
    const again = offers.flatMap((offer, index) => {
      const outcome = outcomes[index]
      const other = outcome !== undefined && isUnknownUser(offer, outcome) ? otherSuites(offer) : null
      return other === null ? [] : [{ index, other }]
    })
    const answers = again.length === 0 ? [] : yield again.map(({ other }) => other)
    for (const [at, { index }] of again.entries()) {
      const answer = answers[at]
      if (answer !== undefined) outcomes[index] = answer
    }
    turn = probe.next(outcomes)
  }
  return turn.value
}

/** Null where the hello has no others. */
function otherSuites(offer: Offer): Offer | null {
  const { hello, title } = offer
  if (hello.kind !== 'client_hello') return null
  const cipherSuites = hello.cipherSuites.filter(code => !isSrp(code))
  return cipherSuites.length === 0 ? null : { ...offer, title: `${title}, but for those of SRP`, hello: { ...hello, cipherSuites } }
}
