// The curve of the certificate that came with an answer. Nothing else of it is read: a survey is no place to parse certificates in.
import { groups } from '../registry/groups.ts'
import type { Answer } from './offer.ts'

/** DER object identifiers of the curves that certificates are made with (RFC 5480 §2.1.1.1, RFC 5639 §4.1), tag and length included. */
const curves: readonly (readonly [string, string])[] = [
  ['06082a8648ce3d030107', 'secp256r1'],
  ['06052b81040022', 'secp384r1'],
  ['06052b81040023', 'secp521r1'],
  ['06092b2403030208010107', 'brainpoolP256r1'],
  ['06092b240303020801010b', 'brainpoolP384r1'],
  ['06092b240303020801010d', 'brainpoolP512r1'],
]

/** id-ecPublicKey (RFC 5480 §2.1.1), which stands right before the curve of a key. */
const ecPublicKey = '06072a8648ce3d0201'

/** The wire number of the group; null for a key of another kind, on a curve that is not known here, or without a certificate. */
export function curveOf({ presented }: Answer): number | null {
  const [leaf] = presented
  if (leaf === undefined) return null
  const bytes = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength)
  const found = curves.find(([identifier]) => bytes.includes(Buffer.from(ecPublicKey + identifier, 'hex')))
  return (found && groups.named(found[1])?.code) ?? null
}
