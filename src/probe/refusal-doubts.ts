// Refusals that speak of something else than what their hello asks: of the share, the suites or the user that had to be listed beside it. Pure.
import { authenticationOf, isEcdsa, isSigned } from '../registry/cipher-suite-parts.ts'
import { tls13 } from '../registry/protocols.ts'
import { isEdDsa } from '../registry/signature-schemes.ts'
import { curveOf } from './leaf-curve.ts'
import type { Accepted, Asked, Offer, Outcome } from './offer.ts'
import { hasNoShare, newestVersion, offeredGroups, offeredSchemes, offeredSuites, sharedGroups } from './offered.ts'
import { isUnknownUser } from './without-srp.ts'

/** What the server chose in a handshake of another client, in wire numbers; null for what was not seen. */
export interface Shown {
  readonly version: number
  readonly cipherSuite: number | null
  readonly group: number | null
  /** The group of the certificate's key where that is on a curve. */
  readonly curve: number | null
}

/** An acceptance, by whichever client. */
interface Taken extends Shown {
  readonly signatureScheme: number | null
  /** Whether the hello left it to the server to ask for a share. */
  readonly isRetry: boolean
  /** Whether a certificate came with it. */
  readonly isCertified: boolean
}

/** Each says of an offer that was refused why that says nothing, a clause; null where it does say something. */
export interface RefusalDoubts {
  /** Nothing of anything in the hello. */
  readonly ofHello: (offer: Offer, outcome: Outcome) => string | null
  /**
   * Nothing of the groups or signature schemes that it asks about.
   * @param isRefused whether a suite is known to be refused, whatever stands beside it
   */
  readonly ofCarriers: (offer: Offer, outcome: Outcome, isRefused: (suite: number) => boolean) => string | null
}

/** @param shown what the handshake has shown; null when there was none */
export function refusalDoubts(asked: readonly Asked[], shown: Shown | null): RefusalDoubts {
  const taken: Taken[] = asked.flatMap(({ offer, outcome }) =>
    outcome.kind === 'accepted' && offer.about !== 'server-name' ? [takenBy(offer, outcome)] : [],
  )
  if (shown !== null) taken.push({ ...shown, signatureScheme: null, isRetry: false, isCertified: true })
  const byVersion = Map.groupBy(taken, ({ version }) => version)
  const acceptedIn = (version: number): readonly Taken[] => byVersion.get(version) ?? []
  return {
    ofHello: (offer, outcome) => {
      if (outcome.kind !== 'refused') return null
      if (isUnknownUser(offer, outcome)) return 'the server chose a suite of SRP, and does not know the user that was named'
      return newestVersion(offer) >= tls13 ? shareDoubt(offer, acceptedIn(tls13)) : null
    },
    ofCarriers: (offer, outcome, isRefused) => {
      if (outcome.kind !== 'refused') return null
      const version = newestVersion(offer)
      return certificateDoubt(offer, version, isRefused) ?? carrierDoubt(offer, version, acceptedIn(version))
    },
  }
}

const takenBy = (offer: Offer, { version, cipherSuite, group, signatureScheme, answer }: Accepted): Taken => ({
  ...{ version, cipherSuite, group, signatureScheme },
  curve: curveOf(answer),
  isRetry: hasNoShare(offer),
  isCertified: answer.presented.length > 0,
})

/**
 * A server has to take one of the shares, or to ask for another (RFC 8446 §4.1.4). One that does not ask refuses for the share alone, so that
 * either an answer shows that it asks, or that it takes this share.
 */
function shareDoubt(offer: Offer, accepted: readonly Taken[]): string | null {
  if (accepted.some(({ isRetry, group }) => isRetry || (group !== null && sharedGroups(offer).includes(group)))) return null
  return hasNoShare(offer)
    ? 'the server answers no hello without a key share'
    : 'the server is not known to take the key share, nor to ask for another'
}

/**
 * A server may settle on a certificate as soon as the client has any scheme for such a key, and refuse what it then cannot sign for its curve,
 * although another certificate would do.
 */
function certificateDoubt(offer: Offer, version: number, isRefused: (suite: number) => boolean): string | null {
  if (offer.about !== 'signature-schemes' || version >= tls13) return null
  const open = offeredSuites(offer).filter(code => isSigned(code) && !isRefused(code))
  return new Set(open.map(code => authenticationOf(code))).size > 1
    ? 'the hello left it to the server which certificate to sign with'
    : null
}

/** Groups and schemes are refused only where a suite that was offered with them is accepted with others. */
function carrierDoubt(offer: Offer, version: number, accepted: readonly Taken[]): string | null {
  if (offer.about !== 'groups' && offer.about !== 'signature-schemes') return null
  const suites = offeredSuites(offer)
  const isCarried = accepted.some(each => {
    const { cipherSuite } = each
    if (cipherSuite === null || !suites.includes(cipherSuite)) return false
    if (version >= tls13) return true
    return offer.about === 'groups' ? carriesGroups(offer, cipherSuite, each) : carriesSchemes(offer, cipherSuite, each)
  })
  return isCarried ? null : 'no cipher suite of the hello is known to be accepted with anything else'
}

/** Whoever is to use an ECDSA certificate has to offer its curve (RFC 8422 §5.1); one for EdDSA goes with the same suites, and with any group. */
function carriesGroups(offer: Offer, cipherSuite: number, { group, curve, signatureScheme, isCertified }: Taken): boolean {
  const groups = offeredGroups(offer)
  if (group === null || groups.includes(group)) return false
  if (!isEcdsa(cipherSuite) || !isCertified) return true
  return curve === null ? signatureScheme !== null && isEdDsa(signatureScheme) : groups.includes(curve)
}

const carriesSchemes = (offer: Offer, cipherSuite: number, { signatureScheme }: Taken): boolean =>
  isSigned(cipherSuite) && (signatureScheme === null || !offeredSchemes(offer).includes(signatureScheme))
