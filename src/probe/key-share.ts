// Key shares of our own: of x25519 (RFC 8446 §4.2.8.2) for hellos whose answer has to be opened, and of other curves.
import { createECDH, generateKeyPairSync, getCurves } from 'node:crypto'
import { groups } from '../registry/groups.ts'

const x25519 = 0x001d

/** A key share for a hello, and the private key (raw, 32 bytes) for its Offer. */
export interface KeyShare {
  readonly share: { readonly group: number; readonly keyExchange: Uint8Array }
  readonly privateKey: Uint8Array
}

/** Makes a new pair of keys. */
export function keyShare(): KeyShare {
  const { publicKey, privateKey } = generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  return { share: { group: x25519, keyExchange: rawOf(publicKey) }, privateKey: rawOf(privateKey) }
}

/** RFC 8410: in both forms the key is the end, behind a prefix that is always the same. */
const rawOf = (der: Uint8Array): Uint8Array => new Uint8Array(der.subarray(-32))

/** A share of a curve whose points are written out (RFC 8446 §4.2.8.2), to be answered and not to be opened; null for another group. */
export function shareOf(group: number): KeyShare['share'] | null {
  const curve = groups.get(group)?.openssl ?? ''
  return getCurves().includes(curve) ? { group, keyExchange: new Uint8Array(createECDH(curve).generateKeys()) } : null
}
