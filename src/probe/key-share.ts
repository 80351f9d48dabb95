// An x25519 key share of our own (RFC 8446 §4.2.8.2), for hellos whose answer has to be opened.
import { createECDH, generateKeyPairSync } from 'node:crypto'

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

const curves: Readonly<Record<number, string>> = { 23: 'prime256v1', 24: 'secp384r1', 25: 'secp521r1' }

/** A share of one of the curves of NIST, to be answered and not to be opened; null for another group. */
export function shareOf(group: number): KeyShare['share'] | null {
  const curve = curves[group]
  return curve === undefined ? null : { group, keyExchange: new Uint8Array(createECDH(curve).generateKeys()) }
}
