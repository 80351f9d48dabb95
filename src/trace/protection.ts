// Opening protected records with the secrets of a key log: TLS 1.3 (RFC 8446 §5.2) and the ciphers of TLS 1.0 to 1.2 (RFC 5246 §6.2.3).
// Reading one's own trace only: nothing is encrypted here, and no MAC but an AEAD's is checked, since OpenSSL has checked them all. Keys are
// KeyObjects: from bytes Node makes one at each call, which costs more than all the rest.
import { createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { type CipherSuiteParts, partsOfCode } from '../registry/cipher-suite-parts.ts'
import { expand, type HkdfLabel, handshakeHash, hkdfLabel } from './key-schedule.ts'

/** Opens the records of one direction in their order; null for a record that does not open. */
export interface Opener {
  open(record: {
    readonly type: number
    readonly version: number
    readonly fragment: Uint8Array
  }): { readonly type: number; readonly fragment: Uint8Array } | null
}

interface Cipher {
  /** OpenSSL's name without the mode. */
  readonly name: string
  readonly keyLength: number
  readonly blockLength: number
}

// Those that OpenSSL has for TLS in the modes below.
const ciphers: Partial<Record<CipherSuiteParts['cipher'], Cipher>> = {
  AES_128: { name: 'aes-128', keyLength: 16, blockLength: 16 },
  AES_256: { name: 'aes-256', keyLength: 32, blockLength: 16 },
  CAMELLIA_128: { name: 'camellia-128', keyLength: 16, blockLength: 16 },
  CAMELLIA_256: { name: 'camellia-256', keyLength: 32, blockLength: 16 },
  ARIA_128: { name: 'aria-128', keyLength: 16, blockLength: 16 },
  ARIA_256: { name: 'aria-256', keyLength: 32, blockLength: 16 },
  '3DES_EDE': { name: 'des-ede3', keyLength: 24, blockLength: 8 },
  CHACHA20: { name: 'chacha20', keyLength: 32, blockLength: 0 },
}
const modeNames = { GCM: 'gcm', CCM: 'ccm', CCM_8: 'ccm', POLY1305: 'poly1305', CBC: 'cbc' } as const
const macLengths: Record<string, number> = { MD5: 16, SHA: 20, SHA256: 32, SHA384: 48 }

/** What a suite's name says about its record protection. */
interface Suite {
  readonly cipher: Cipher
  readonly mode: keyof typeof modeNames
  /** OpenSSL's name of both. */
  readonly algorithm: string
  /** Bytes of the tag of an AEAD. */
  readonly tagLength: number
  /** Of the MAC, in CBC. */
  readonly macLength: number
  readonly hash: ReturnType<typeof handshakeHash>
  /** RFC 8446 §7.3 */
  readonly labels: { readonly key: HkdfLabel; readonly iv: HkdfLabel }
}

const suites = new Map<number, Suite | null>()

/** Null for a cipher that is not opened here. */
function suiteOf(code: number): Suite | null {
  let suite = suites.get(code)
  if (suite === undefined) {
    suite = madeOf(code)
    suites.set(code, suite)
  }
  return suite
}

function madeOf(code: number): Suite | null {
  const parts = partsOfCode(code)
  const cipher = parts && ciphers[parts.cipher]
  if (!cipher) return null
  const mode = parts.mode as Suite['mode']
  return {
    cipher,
    mode,
    algorithm: `${cipher.name}-${modeNames[mode]}`,
    tagLength: mode === 'CCM_8' ? 8 : 16,
    macLength: mode === 'CBC' ? (macLengths[parts.hash] ?? 20) : 0,
    hash: handshakeHash(code),
    labels: { key: hkdfLabel('key', cipher.keyLength), iv: hkdfLabel('iv', 12) },
  }
}

/** Opens one direction of TLS 1.3 from a traffic secret. */
export function openTls13(cipherSuite: number, secret: Uint8Array): Opener | null {
  const suite = suiteOf(cipherSuite)
  if (!suite) return null
  const trafficSecret = createSecretKey(secret)
  const key = createSecretKey(expand(suite.hash, trafficSecret, suite.labels.key))
  const iv = expand(suite.hash, trafficSecret, suite.labels.iv)
  let sequence = 0
  return {
    open({ type, version, fragment }) {
      const header = Uint8Array.of(type, version >> 8, version & 0xff, fragment.length >> 8, fragment.length & 0xff)
      const inner = openAead(suite, key, xorSequence(iv, sequence), header, fragment)
      if (!inner) return null
      sequence++
      // RFC 8446 §5.4: the content type is the last byte that is not zero.
      const end = inner.findLastIndex(byte => byte !== 0)
      return end < 0 ? null : { type: inner[end] ?? 0, fragment: inner.subarray(0, end) }
    },
  }
}

export interface Tls12Keys {
  readonly version: number
  readonly cipherSuite: number
  readonly masterSecret: Uint8Array
  readonly clientRandom: Uint8Array
  readonly serverRandom: Uint8Array
  /** RFC 7366 was negotiated. */
  readonly encryptThenMac: boolean
}

/** Opens both directions of TLS 1.0 to 1.2 after their ChangeCipherSpec. */
export function openTls12(keys: Tls12Keys): { client: Opener; server: Opener } | null {
  const suite = suiteOf(keys.cipherSuite)
  if (!suite) return null
  const { cipher, mode, macLength } = suite
  const aead = mode !== 'CBC'
  // RFC 5246 §6.3: an AEAD takes a fixed part of the nonce, TLS 1.0's CBC the first IV, later CBC nothing.
  const ivLength = aead ? (mode === 'POLY1305' ? 12 : 4) : keys.version <= 0x0301 ? cipher.blockLength : 0
  const block = keyBlock(keys, suite.hash, 2 * (macLength + cipher.keyLength + ivLength))
  const cut = (offset: number, length: number): [Buffer, Buffer] => [
    block.subarray(offset, offset + length),
    block.subarray(offset + length, offset + 2 * length),
  ]
  const [clientKey, serverKey] = cut(2 * macLength, cipher.keyLength).map(key => createSecretKey(key)) as [KeyObject, KeyObject]
  const [clientIv, serverIv] = cut(2 * (macLength + cipher.keyLength), ivLength)
  const opener = (key: KeyObject, iv: Buffer): Opener =>
    aead ? aeadOpener(suite, key, iv) : cbcOpener(suite, key, iv, keys.encryptThenMac)
  return { client: opener(clientKey, clientIv), server: opener(serverKey, serverIv) }
}

function aeadOpener(suite: Suite, key: KeyObject, iv: Buffer): Opener {
  let sequence = 0
  const explicit = suite.mode === 'POLY1305' ? 0 : 8 // RFC 7905 §2 has no explicit nonce; RFC 5288 §3 and RFC 6655 §3 have eight bytes
  return {
    open({ type, version, fragment }) {
      const length = fragment.length - explicit - suite.tagLength
      if (length < 0) return null
      const additional = Buffer.alloc(13)
      additional.writeUIntBE(sequence, 2, 6)
      additional.set([type, version >> 8, version & 0xff, length >> 8, length & 0xff], 8)
      const nonce = explicit === 0 ? xorSequence(iv, sequence) : Buffer.concat([iv, fragment.subarray(0, explicit)])
      const plain = openAead(suite, key, nonce, additional, fragment.subarray(explicit))
      if (!plain) return null
      sequence++
      return { type, fragment: plain }
    },
  }
}

function cbcOpener({ cipher, algorithm, macLength }: Suite, key: KeyObject, firstIv: Buffer, encryptThenMac: boolean): Opener {
  let chained: Uint8Array = firstIv // TLS 1.0 only: the last block of the record before
  return {
    open({ type, version, fragment }) {
      const sealed = encryptThenMac ? fragment.subarray(0, Math.max(0, fragment.length - macLength)) : fragment
      const iv = version <= 0x0301 ? chained : sealed.subarray(0, cipher.blockLength)
      const body = version <= 0x0301 ? sealed : sealed.subarray(cipher.blockLength)
      if (body.length === 0 || body.length % cipher.blockLength !== 0 || iv.length !== cipher.blockLength) return null
      chained = body.subarray(-cipher.blockLength)
      const decipher = createDecipheriv(algorithm, key, iv).setAutoPadding(false)
      const padded = Buffer.concat([decipher.update(body), decipher.final()])
      // RFC 5246 §6.2.3.2: the last byte counts the padding bytes before it.
      const end = padded.length - 1 - (padded.at(-1) ?? 0) - (encryptThenMac ? 0 : macLength)
      return end < 0 ? null : { type, fragment: padded.subarray(0, end) }
    },
  }
}

function openAead(
  { algorithm, tagLength: authTagLength }: Suite,
  key: KeyObject,
  nonce: Uint8Array,
  additional: Uint8Array,
  sealed: Uint8Array,
): Buffer | null {
  const plaintextLength = sealed.length - authTagLength
  if (plaintextLength < 0) return null
  try {
    // One call for every AEAD: Node types the modes apart although their options are the same.
    const decipher = createDecipheriv(algorithm as 'aes-128-ccm', key, nonce, { authTagLength })
    decipher.setAuthTag(sealed.subarray(plaintextLength))
    decipher.setAAD(additional, { plaintextLength })
    const plaintext = decipher.update(sealed.subarray(0, plaintextLength))
    decipher.final() // only checks the tag: an AEAD keeps nothing back
    return plaintext
  } catch {
    return null // the tag does not match: not a record of this key
  }
}

/** RFC 8446 §5.3. The number of a record takes 64 bits; a recording ends long before 32 are used up. */
function xorSequence(iv: Uint8Array, sequence: number): Uint8Array {
  const nonce = new Uint8Array(iv)
  let left = sequence
  for (let index = nonce.length - 1; left > 0; index--, left >>>= 8) nonce[index] = (nonce[index] ?? 0) ^ (left & 0xff)
  return nonce
}

function keyBlock(keys: Tls12Keys, hash: string, length: number): Buffer {
  const seed = Buffer.concat([Buffer.from('key expansion'), keys.serverRandom, keys.clientRandom])
  if (keys.version >= 0x0303) return pHash(hash, keys.masterSecret, seed, length)
  // RFC 2246 §5: MD5 over one half of the secret, SHA-1 over the other.
  const half = Math.ceil(keys.masterSecret.length / 2)
  const md5 = pHash('md5', keys.masterSecret.subarray(0, half), seed, length)
  const sha1 = pHash('sha1', keys.masterSecret.subarray(-half), seed, length)
  return md5.map((byte, index) => byte ^ (sha1[index] ?? 0)) as Buffer
}

/** P_hash of RFC 5246 §5. */
function pHash(hash: string, secretBytes: Uint8Array, seed: Uint8Array, length: number): Buffer {
  const secret = createSecretKey(secretBytes)
  const output: Buffer[] = []
  let a: Uint8Array = seed
  for (let made = 0; made < length; made += output.at(-1)?.length ?? length) {
    a = createHmac(hash, secret).update(a).digest()
    output.push(createHmac(hash, secret).update(a).update(seed).digest())
  }
  return Buffer.concat(output).subarray(0, length)
}
