// The curve of the certificate that came with an answer. Nothing else of it is read: a survey is no place to parse certificates in.
import { DerError, DerReader, oidOf, tags } from '../certificate/der.ts'
import { curves } from '../certificate/object-identifiers.ts'
import { groups } from '../registry/groups.ts'
import type { Answer } from './offer.ts'

/** id-ecPublicKey (RFC 5480 §2.1.1), which stands right before the curve of a key; tag and length included. */
const ecPublicKey = Buffer.from('06072a8648ce3d0201', 'hex')

/** The wire number of the group; null for a key of another kind, on a curve that is not known here, or without a certificate. */
export function curveOf({ presented }: Answer): number | null {
  const [leaf] = presented
  if (leaf === undefined) return null
  const at = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength).indexOf(ecPublicKey)
  const named = at < 0 ? undefined : curves.get(identifierIn(leaf.subarray(at + ecPublicKey.length)))
  return (named && groups.named(named.group)?.code) ?? null
}

/** The object identifier that bytes begin with; empty where they begin with something else. */
function identifierIn(bytes: Uint8Array): string {
  const what = 'curve'
  try {
    return oidOf(new DerReader(bytes).expect(tags.oid, what), what)
  } catch (error) {
    if (error instanceof DerError) return ''
    throw error
  }
}
