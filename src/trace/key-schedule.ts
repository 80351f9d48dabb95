// The key schedule of TLS 1.3 (RFC 8446 §7.1) as far as the server's first flight, from our own x25519 share. To read it only: what
// OpenSSL negotiates comes with a key log, and needs none of this.
import { createHash, createHmac, createPublicKey, createSecretKey, diffieHellman, type KeyObject } from 'node:crypto'
import { partsOfCode } from '../registry/cipher-suite-parts.ts'

/** What both sides know after a ServerHello. */
export interface HelloSecrets {
  /** Of the ServerHello. */
  readonly cipherSuite: number
  /** Ours, of x25519. */
  readonly privateKey: KeyObject
  /** The server's of its key share: raw, 32 bytes. */
  readonly peerKey: Uint8Array
  /** ClientHello and ServerHello as sent, headers of four bytes included. */
  readonly transcript: Uint8Array
}

/** What is derived from a secret: how many bytes, at most those of one hash, and the input they are made of. */
export interface HkdfLabel {
  readonly length: number
  readonly info: Uint8Array
}

/** SERVER_HANDSHAKE_TRAFFIC_SECRET; null when the server's key is none. */
export function serverHandshakeSecret({ cipherSuite, privateKey, peerKey, transcript }: HelloSecrets): Uint8Array | null {
  const shared = x25519(privateKey, peerKey)
  if (shared === null) return null
  const hash = handshakeHash(cipherSuite)
  const digest = (bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()
  const none = Buffer.alloc(digest(new Uint8Array(0)).length)
  const derive = (secret: Uint8Array, label: string, messages: Uint8Array): Buffer =>
    expand(hash, createSecretKey(secret), hkdfLabel(label, none.length, digest(messages)))
  const extract = (salt: Uint8Array, input: Uint8Array): Buffer => createHmac(hash, createSecretKey(salt)).update(input).digest()
  const earlySecret = extract(none, none)
  const handshakeSecret = extract(derive(earlySecret, 'derived', new Uint8Array(0)), shared)
  return derive(handshakeSecret, 's hs traffic', transcript)
}

/** The hash of a suite's key schedule, before TLS 1.3 of its PRF (RFC 5246 §5), as Node names it. */
export const handshakeHash = (cipherSuite: number): 'sha256' | 'sha384' =>
  partsOfCode(cipherSuite)?.hash === 'SHA384' ? 'sha384' : 'sha256'

/** HkdfLabel (RFC 8446 §7.1) with what HKDF-Expand puts behind it in its first round (RFC 5869 §2.3). */
export function hkdfLabel(label: string, length: number, context: Uint8Array = new Uint8Array(0)): HkdfLabel {
  const name = Buffer.from(`tls13 ${label}`)
  return {
    length,
    info: Buffer.concat([Buffer.from([0, length, name.length]), name, Buffer.from([context.length]), context, Buffer.from([1])]),
  }
}

/** HKDF-Expand-Label (RFC 8446 §7.1); a label is made once for many secrets. */
export function expand(hash: string, secret: KeyObject, { length, info }: HkdfLabel): Buffer {
  return createHmac(hash, secret).update(info).digest().subarray(0, length)
}

// RFC 8410 §4: what stands before the raw key in SubjectPublicKeyInfo.
const spki = Buffer.from('302a300506032b656e032100', 'hex')

function x25519(privateKey: KeyObject, peerKey: Uint8Array): Buffer | null {
  if (peerKey.length !== 32) return null
  try {
    return diffieHellman({
      privateKey,
      publicKey: createPublicKey({ key: Buffer.concat([spki, peerKey]), format: 'der', type: 'spki' }),
    })
  } catch {
    return null // a point of small order, of which no secret follows (RFC 7748 §6.1)
  }
}
