// Whether a server refused by alert what it granted another hello: then its alerts speak of something else, such as how many were under way, or
// two servers share the address. It costs no hello more, and finds a limiter only where something that is accepted met it. Pure.
import { isEcdsa } from '../registry/cipher-suite-parts.ts'
import { tls13 } from '../registry/protocols.ts'
import { curveOf } from './leaf-curve.ts'
import { needsGroup } from './ledger.ts'
import type { Accepted, Asked, Offer, Subject } from './offer.ts'
import { hasNoShare, newestVersion, offeredGroups, offeredSchemes, offeredSuites, sharedGroups } from './offered.ts'

/** Hellos that are alike but for what they list; others may be refused for their form, or for a name in them. */
const plain: readonly Subject[] = ['cipher-suites', 'groups', 'signature-schemes', 'several', 'control']

/** A refusal, and the acceptance it contradicts; null where there is none. */
export function contradiction(asked: readonly Asked[]): { readonly refused: Asked; readonly accepted: Asked } | null {
  const accepted = asked.flatMap(each => (each.outcome.kind === 'accepted' && isPlain(each) ? [{ ...each, outcome: each.outcome }] : []))
  for (const refused of asked) {
    const { offer, outcome } = refused
    if (outcome.kind !== 'refused' || outcome.by !== 'alert' || !isPlain(refused)) continue
    const version = newestVersion(offer)
    const granted = accepted.find(
      each => each.outcome.version === version && newestVersion(each.offer) === version && offersAll(offer, each),
    )
    if (granted) return { refused, accepted: granted }
  }
  return null
}

const isPlain = ({ offer: { about, hello, fragmentSize } }: Asked): boolean =>
  plain.includes(about) && hello.kind === 'client_hello' && fragmentSize === undefined

/** Whether an offer has everything that the server chose from another. */
function offersAll(offer: Offer, granted: { readonly offer: Offer; readonly outcome: Accepted }): boolean {
  const { version, cipherSuite, group, signatureScheme, answer } = granted.outcome
  const [groups, schemes] = [offeredGroups(offer), offeredSchemes(offer)]
  if (!offeredSuites(offer).includes(cipherSuite)) return false
  // An exchange that was not heard may take place in any group of the hello.
  const isUnheard = group === null && answer.keyExchange === null && needsGroup(version, cipherSuite)
  const takesPlaceIn = isUnheard ? offeredGroups(granted.offer) : group === null ? [] : [group]
  if (!takesPlaceIn.every(each => groups.includes(each))) return false
  // A signature that is sealed may be by any scheme of the hello.
  const signedBy = signatureScheme === null ? offeredSchemes(granted.offer) : [signatureScheme]
  if (!signedBy.every(scheme => schemes.includes(scheme))) return false
  if (version >= tls13) return hasNoShare(offer) ? hasNoShare(granted.offer) : group !== null && sharedGroups(offer).includes(group)
  const curve = isEcdsa(cipherSuite) ? curveOf(answer) : null
  return curve === null || groups.includes(curve)
}
