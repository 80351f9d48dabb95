// Key shares of our own: of x25519 (RFC 8446 §4.2.8.2) for hellos whose answer has to be opened, and of other curves.
import { createECDH, generateKeyPairSync, getCurves, type KeyObject } from 'node:crypto'
import { groups } from '../registry/groups.ts'

const x25519 = 0x001d

/** A key share for a hello, and the private key for its Offer. */
export interface KeyShare {
  readonly share: { readonly group: number; readonly keyExchange: Uint8Array }
  readonly privateKey: KeyObject
}

/** Makes a new pair of keys. */
export function keyShare(): KeyShare {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  // RFC 8410 §4: the key is the end, behind a prefix that is always the same.
  const keyExchange = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  return { share: { group: x25519, keyExchange }, privateKey }
}

/** A share of a curve whose points are written out (RFC 8446 §4.2.8.2), to be answered and not to be opened; null for another group. */
export function shareOf(group: number): KeyShare['share'] | null {
  const curve = groups.get(group)?.openssl ?? ''
  return getCurves().includes(curve) ? { group, keyExchange: new Uint8Array(createECDH(curve).generateKeys()) } : null
}
