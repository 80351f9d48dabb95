// Reads the name of a cipher suite: IANA's names follow one grammar, so nothing here is a second list of suites. No opinion on them.
import { type CipherSuite, cipherSuites } from './cipher-suites.ts'

// How a suite names its key exchange -> what is exchanged, and what proves the server's identity.
const keyExchanges = {
  NULL: ['NULL', 'NULL'],
  RSA: ['RSA', 'RSA'],
  RSA_FIPS: ['RSA', 'RSA'],
  DH_DSS: ['DH', 'DSS'],
  DH_RSA: ['DH', 'RSA'],
  DH_anon: ['DHE', 'anon'],
  DHE_DSS: ['DHE', 'DSS'],
  DHE_RSA: ['DHE', 'RSA'],
  ECDH_ECDSA: ['ECDH', 'ECDSA'],
  ECDH_RSA: ['ECDH', 'RSA'],
  ECDH_anon: ['ECDHE', 'anon'],
  ECDHE_ECDSA: ['ECDHE', 'ECDSA'],
  ECDHE_RSA: ['ECDHE', 'RSA'],
  PSK: ['PSK', 'PSK'],
  RSA_PSK: ['RSA_PSK', 'RSA'],
  DHE_PSK: ['DHE_PSK', 'PSK'],
  PSK_DHE: ['DHE_PSK', 'PSK'],
  ECDHE_PSK: ['ECDHE_PSK', 'PSK'],
  SRP_SHA: ['SRP', 'SRP'],
  SRP_SHA_RSA: ['SRP', 'RSA'],
  SRP_SHA_DSS: ['SRP', 'DSS'],
  KRB5: ['KRB5', 'KRB5'],
  ECCPWD: ['ECCPWD', 'ECCPWD'],
  ECJPAKE: ['ECJPAKE', 'ECJPAKE'],
  FORTEZZA_KEA: ['KEA', 'DSS'],
  GOSTR341094: ['GOST', 'GOST'],
  GOSTR341001: ['GOST', 'GOST'],
  GOSTR341112_256: ['GOST', 'GOST'],
} as const

// Of each cipher the strength in bits, the work of the best practical attack on the key, so 112 for three-key 3DES (NIST SP 800-57 part 1);
// and the size of its blocks in bits, null for what is no block cipher.
const ciphers = {
  NULL: [0, null],
  DES_40: [40, 64],
  RC2_40: [40, 64],
  RC4_40: [40, null],
  DES: [56, 64],
  RC2_56: [56, 64],
  RC4_56: [56, null],
  FORTEZZA: [80, 64],
  '3DES_EDE': [112, 64],
  AEGIS_128L: [128, null],
  AES_128: [128, 128],
  ARIA_128: [128, 128],
  ASCONAEAD128: [128, null],
  CAMELLIA_128: [128, 128],
  IDEA: [128, 64],
  RC4_128: [128, null],
  SEED: [128, 128],
  SM4: [128, 128],
  '28147': [256, 64],
  AEGIS_256: [256, null],
  AES_256: [256, 128],
  ARIA_256: [256, 128],
  CAMELLIA_256: [256, 128],
  CHACHA20: [256, null],
  KUZNYECHIK: [256, 128],
  MAGMA: [256, 64],
} as const

// How a suite names its mode -> whether encryption and integrity are one (AEAD). No name for it: a stream, or AEAD by itself.
const modes = {
  stream: false,
  CBC: false,
  CNT: false,
  CTR: false,
  AEAD: true,
  CCM: true,
  CCM_8: true,
  GCM: true,
  MGM_L: true,
  MGM_S: true,
  POLY1305: true,
} as const

// cipher, mode, shortened key (export suites), hash; `_OLD` is the mark of the table's draft code points
const protection =
  /^(.+?)(?:_(CBC|CCM_8|CCM|CNT|CTR|GCM|MGM_L|MGM_S|POLY1305))?(?:_(40|56))?(?:_(NULL|MD5|SHA(?:256|384|512)?|SM3|ASCONHASH256|GOSTR3411|IMIT|OMAC))?(?:_OLD)?$/

type KeyExchange = (typeof keyExchanges)[keyof typeof keyExchanges][0]
type Authentication = (typeof keyExchanges)[keyof typeof keyExchanges][1]
type Cipher = keyof typeof ciphers
type CipherMode = keyof typeof modes

/** What a cipher suite is made of. */
export interface CipherSuiteParts {
  /** 'DHE' and 'ECDHE' are ephemeral, 'DH' and 'ECDH' use the certificate's key. Null in TLS 1.3, where groups decide. */
  readonly keyExchange: KeyExchange | null
  /** What the server proves itself with; 'anon' for nothing. Null in TLS 1.3, where signature schemes decide. */
  readonly authentication: Authentication | null
  readonly cipher: Cipher
  /** 'stream' also for the NULL cipher, as in RFC 5246 §6.2.3.1; 'AEAD' for a cipher that is one without a mode (AEGIS, Ascon). */
  readonly mode: CipherMode
  /** Whether encryption and integrity are one operation. */
  readonly aead: boolean
  /** The hash of the MAC, or of the PRF or HKDF for an AEAD: 'SHA' is SHA-1. */
  readonly hash: string
  /** Security strength of the cipher in bits, 0 for no encryption. */
  readonly bits: number
  /** Size of the cipher's blocks in bits, whatever the mode; null for what is no block cipher (RC4, ChaCha20, AEGIS, Ascon). */
  readonly blockBits: number | null
  /** Whether it was weakened for the export rules of the 1990s. */
  readonly exportGrade: boolean
  /** The oldest and the newest protocol that can use it, as wire numbers. */
  readonly firstProtocol: number
  readonly lastProtocol: number
}

const cache = new WeakMap<CipherSuite, CipherSuiteParts | null>()

/**
 * What a suite is made of; null for a signalling value (TLS_FALLBACK_SCSV), which is no suite.
 * @throws Error when the table has a name this grammar does not cover: a bug of ours
 */
export function partsOf(suite: CipherSuite): CipherSuiteParts | null {
  let parts = cache.get(suite)
  if (parts === undefined) {
    parts = suite.name.endsWith('_SCSV') ? null : parse(suite.name)
    cache.set(suite, parts)
  }
  return parts
}

const byCode = new Map<number, CipherSuiteParts | null>()

/** What the suite of a wire number is made of; null for a number that is not registered, and for a signalling value. */
export function partsOfCode(code: number): CipherSuiteParts | null {
  let parts = byCode.get(code)
  if (parts === undefined) {
    const row = cipherSuites.get(code)
    parts = row ? partsOf(row) : null
    byCode.set(code, parts)
  }
  return parts
}

/** What a suite's name has between TLS_ and _WITH_: 'ECDHE_RSA'; undefined for one of TLS 1.3 and for an unknown number. */
export const exchangeName = (code: number): string | undefined => /^TLS_(.+)_WITH_/.exec(cipherSuites.label(code))?.[1]

/** Whether a recorded session stays closed to whoever gets the key of the certificate later; in TLS 1.3 it does, but for psk_ke. */
export const isForwardSecret = ({ keyExchange }: Pick<CipherSuiteParts, 'keyExchange'>): boolean =>
  keyExchange === null || forwardSecret.has(keyExchange)

const forwardSecret: ReadonlySet<KeyExchange> = new Set(['DHE', 'ECDHE', 'DHE_PSK', 'ECDHE_PSK', 'SRP', 'ECCPWD', 'ECJPAKE'])

/** Whether the server signs what it exchanges the key with: where it does, it is asked with a signature scheme. */
export function isSigned(code: number): boolean {
  const { keyExchange, authentication } = partsOfCode(code) ?? {}
  return (keyExchange === 'ECDHE' || keyExchange === 'DHE') && authentication !== 'anon'
}

/** What the server proves itself with, see CipherSuiteParts; null also for a number that is not registered. */
export const authenticationOf = (code: number): CipherSuiteParts['authentication'] => partsOfCode(code)?.authentication ?? null

/** Whether the certificate has to have a key for ECDSA. */
export const isEcdsa = (code: number): boolean => authenticationOf(code) === 'ECDSA'

/** Whether Diffie-Hellman is ephemeral and over a finite field, also beside a pre-shared key; of parts, which the cipher kinds of SSLv2 have too. */
export const hasDhe = ({ keyExchange }: Pick<CipherSuiteParts, 'keyExchange'>): boolean =>
  keyExchange === 'DHE' || keyExchange === 'DHE_PSK'
export const isDhe = (code: number): boolean => isOf(code, hasDhe)

/** Whether blocks are chained, which pads them; of parts as hasDhe. */
export const hasCbc = ({ mode }: { readonly mode: string }): boolean => mode === 'CBC'
export const isCbc = (code: number): boolean => isOf(code, hasCbc)

/** Whether the key is exchanged with a password (RFC 5054). */
export const isSrp = (code: number): boolean => partsOfCode(code)?.keyExchange === 'SRP'

/** Whether the cipher is ChaCha20, which servers may prefer for clients that list it first. */
export const isChaCha = (code: number): boolean => partsOfCode(code)?.cipher === 'CHACHA20'

function isOf(code: number, has: (parts: CipherSuiteParts) => boolean): boolean {
  const parts = partsOfCode(code)
  return parts !== null && has(parts)
}

function parse(name: string): CipherSuiteParts {
  const [, before, after] = /^(?:TLS|SSL)_(?:(.+)_WITH_)?(.+)$/.exec(name) ?? []
  // 'TLS_SHA256_SHA256' encrypts nothing: what stands in the cipher's place is the MAC (RFC 9150). DES of 40 bits has two spellings.
  const regular = after?.replace(/^SHA\d+_/, 'NULL_').replace('DES40_CBC', 'DES_CBC_40') ?? ''
  const [, base, mode, shortened, hash] = protection.exec(regular) ?? []
  const exchange = before?.replace(/_EXPORT(?:1024)?$/, '')
  const cipher = shortened === undefined ? base : `${base}_${shortened}`
  if (!isKeyOf(ciphers, cipher) || (exchange !== undefined && !isKeyOf(keyExchanges, exchange))) {
    throw new Error(`cipher suite ${name} has a name of unknown form`)
  }
  const ownMode = /^(?:AEGIS|ASCON)/.test(cipher) ? 'AEAD' : 'stream'
  const kind = isKeyOf(modes, mode) ? mode : ownMode
  const [keyExchange, authentication] = exchange === undefined ? [null, null] : keyExchanges[exchange]
  const [bits, blockBits] = ciphers[cipher]
  const parts = {
    cipher,
    mode: kind,
    aead: modes[kind],
    hash: hashOf(hash, exchange),
    bits,
    blockBits,
    exportGrade: before?.includes('_EXPORT') ?? false,
  }
  // RFC 9367: the GOST suites of TLS 1.3 kept the old form of name.
  if (exchange === undefined || kind === 'MGM_L' || kind === 'MGM_S') {
    return { keyExchange: null, authentication: null, ...parts, firstProtocol: 0x0304, lastProtocol: 0x0304 }
  }
  const made = { keyExchange, authentication, ...parts }
  return { ...made, firstProtocol: firstProtocol(made), lastProtocol: lastProtocol(made) }
}

function hashOf(named: string | undefined, exchange: string | undefined): string {
  if (exchange?.startsWith('GOST')) return exchange === 'GOSTR341112_256' ? 'GOSTR3411_2012_256' : 'GOSTR3411'
  return named ?? 'SHA256' // only CCM leaves it out, and takes the protocol's default (RFC 6655 §3)
}

type Unbounded = Omit<CipherSuiteParts, 'firstProtocol' | 'lastProtocol'>

// Where standards and practice differ this is OpenSSL's practice: AES came after SSLv3 (RFC 3268), and is negotiated in it.
function firstProtocol({ keyExchange, aead, hash }: Unbounded): number {
  const oldHash = ['NULL', 'MD5', 'SHA', 'GOSTR3411'].includes(hash)
  // AEAD came with TLS 1.2 (RFC 5246 §6.2.3.3), as did the newer hashes (RFC 5289 §4), but not for PSK (RFC 5487, RFC 5489).
  if (aead || (!oldHash && !keyExchange?.endsWith('PSK'))) return 0x0303
  // Elliptic curves need a hello extension (RFC 8422 §5.1), which SSLv3 does not have.
  return !oldHash || keyExchange?.startsWith('ECDH') || keyExchange === 'GOST' ? 0x0301 : 0x0300
}

function lastProtocol({ keyExchange, cipher, exportGrade }: Unbounded): number {
  if (keyExchange === 'KEA') return 0x0300
  if (exportGrade) return 0x0301 // RFC 4346 §A.5
  return cipher === 'DES' || cipher === 'IDEA' ? 0x0302 : 0x0303 // RFC 5469
}

function isKeyOf<T extends object>(table: T, key: PropertyKey | undefined): key is keyof T {
  return key !== undefined && Object.hasOwn(table, key)
}
