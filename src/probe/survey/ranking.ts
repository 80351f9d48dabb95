// In what order to ask: of each version what can be offered in it, what servers are likely to accept first. Only the cost of a survey hangs
// on it, not what it finds: everything registered is asked in the end.
import { authenticationOf, type CipherSuiteParts, isSigned, partsOfCode } from '../../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../registry/cipher-suites.ts'
import { groups } from '../../registry/groups.ts'
import { ssl2 } from '../../registry/protocols.ts'
import { authenticationFor, signatureSchemes } from '../../registry/signature-schemes.ts'
import { suitesOf } from '../ledger.ts'
import type { Subject } from '../offer.ts'

const keyExchangeRank: Readonly<Partial<Record<NonNullable<CipherSuiteParts['keyExchange']>, number>>> = {
  ECDHE: 0,
  DHE: 2,
  RSA: 3,
  ECDH: 12,
  DH: 12,
}
const authenticationRank: Readonly<Partial<Record<NonNullable<CipherSuiteParts['authentication']>, number>>> = {
  RSA: 0,
  ECDSA: 0,
  DSS: 8,
  anon: 9,
}
const cipherRank: readonly (readonly [RegExp, number])[] = [
  [/^AES|^CHACHA20/, 0],
  [/^CAMELLIA|^ARIA/, 5],
  [/^3DES/, 6],
  [/^RC4_128|^SEED/, 8],
  [/^IDEA|^DES$|^NULL/, 10],
]
const modeRank: Readonly<Partial<Record<CipherSuiteParts['mode'], number>>> = { GCM: 0, POLY1305: 0, CBC: 2, CCM: 4, CCM_8: 4 }

const ranks = new Map<number, number>()

/** Low for what many servers accept. What is neither a certificate's nor anonymous (PSK, SRP, Kerberos, GOST) comes after all the rest. */
function rankOf(code: number): number {
  let rank = ranks.get(code)
  if (rank === undefined) {
    rank = rankByParts(code)
    ranks.set(code, rank)
  }
  return rank
}

function rankByParts(code: number): number {
  const parts = partsOfCode(code)
  if (!parts) return Number.MAX_SAFE_INTEGER
  const { keyExchange, authentication, cipher, mode, exportGrade } = parts
  return (
    (keyExchange === null ? 0 : (keyExchangeRank[keyExchange] ?? 40)) +
    (authentication === null ? 0 : (authenticationRank[authentication] ?? 40)) +
    (cipherRank.find(([form]) => form.test(cipher))?.[1] ?? 12) +
    (modeRank[mode] ?? 4) +
    (exportGrade ? 4 : 0) +
    (cipherSuites.get(code)?.openssl === null ? 20 : 0)
  )
}

/** In the order in which servers in use are likely to accept them. */
export const likeliestFirst = (codes: readonly number[]): number[] => codes.toSorted((a, b) => rankOf(a) - rankOf(b))

let likeliest: readonly number[] | undefined
const ranked = new Map<number, readonly number[]>()

/** Every suite that can be used in a version, the likely ones first. */
export function likelySuites(version: number): readonly number[] {
  const known = ranked.get(version)
  if (known) return known
  likeliest ??= likeliestFirst(cipherSuites.rows.map(({ code }) => code))
  const usable = new Set(suitesOf(version))
  // SSLv2 has cipher kinds of its own, of which none is likely.
  const codes = version === ssl2 ? [...usable] : likeliest.filter(code => usable.has(code))
  ranked.set(version, codes)
  return codes
}

/** Whether a suite has the certificate of one of those. */
export function isAuthenticatedAs(suites: readonly number[]): (code: number) => boolean {
  const authentications = new Set(suites.map(authenticationOf))
  return code => authentications.has(authenticationOf(code))
}

/** Whether a suite has the key exchange of one of those and the cipher of another, and OpenSSL has it too. */
export function isMixOf(suites: readonly number[]): (code: number) => boolean {
  const [exchanges, ciphers] = [new Set(suites.map(code => halvesOf(code)[0])), new Set(suites.map(code => halvesOf(code)[1]))]
  return code => {
    const [exchange, cipher] = halvesOf(code)
    return exchanges.has(exchange) && ciphers.has(cipher) && cipherSuites.get(code)?.openssl !== null
  }
}

type Halves = readonly [exchange: string | undefined, cipher: string | undefined]

const halves = new Map<number, Halves>()

/** The key exchange, and the cipher in any length: 'TLS_ECDHE_RSA' and 'AES__GCM_SHA2'. */
function halvesOf(code: number): Halves {
  const known = halves.get(code)
  if (known) return known
  const [exchange, cipher] = cipherSuites.label(code).split('_WITH_')
  const split: Halves = [exchange, cipher?.replace(/128|256/, '').replace(/SHA(?:256|384)$/, 'SHA2')]
  halves.set(code, split)
  return split
}

const hasCurve = (code: number): boolean => /^ECDHE/.test(partsOfCode(code)?.keyExchange ?? '')

/** Whether an answer with this suite names a group and, where signatures are in the clear, a signature scheme. */
export const isCarrier = (code: number): boolean => {
  const { keyExchange, authentication } = partsOfCode(code) ?? {}
  return keyExchange === null || (keyExchange === 'ECDHE' && authentication !== 'anon')
}

/** Whether whoever accepts a suite takes one of these groups or schemes along with it, with no regard to what else it accepts. */
export function canCarry(suite: number, about: 'groups' | 'signature-schemes', codes: readonly number[]): boolean {
  // An elliptic-curve certificate needs its own curve, whatever the key exchange is made with (RFC 8422 §5.1).
  if (about === 'groups') return hasCurve(suite) && authenticationOf(suite) !== 'ECDSA'
  return isSigned(suite) && codes.every(code => authenticationFor(code) === authenticationOf(suite))
}

/** Of suites that the server accepts those to ask for something else with, so that the answer speaks of it. */
export function carriers(found: readonly number[], about: Subject): readonly number[] {
  const preferred: readonly ((code: number) => boolean)[] =
    about === 'signature-schemes'
      ? [code => isCarrier(code) || isSigned(code)]
      : about === 'groups'
        ? // An elliptic-curve certificate needs its own curve among the groups, whatever the key exchange is made with (RFC 8422 §5.1).
          [code => isCarrier(code) && authenticationOf(code) !== 'ECDSA', isCarrier, hasCurve]
        : [isCarrier]
  for (const isPreferred of preferred) {
    const some = found.filter(isPreferred)
    if (some.length > 0) return some
  }
  return found
}

const commonGroups = new Set([0x001d, 0x0017, 0x11ec, 0x0018, 0x0019, 0x001e, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104])

/** Groups that servers in use have as they come. */
export const isCommonGroup = (code: number): boolean => commonGroups.has(code)

/** Whether it is a group of elliptic curves alone, as the key exchanges before TLS 1.3 take them. */
export const isCurve = (code: number): boolean => groups.get(code)?.kind === 'ecdh'

/** The kinds of signature that are in use, with SHA-2. In TLS 1.3 PKCS #1 is for certificates alone, and an elliptic curve has one scheme. */
export const isCommonScheme = (code: number, version: number): boolean =>
  (version >= 0x0304 ? /^rsa_pss_rsae_/ : /^(?:rsa_pkcs1|rsa_pss_rsae|ecdsa(?:_secp\d+r1)?)_sha(?:224|256|384|512)$/).test(
    signatureSchemes.label(code),
  )

/** The kind of key a signature scheme is for: 'rsa', 'ecdsa', 'ed25519'. */
export const keyKindOf = (code: number): string => signatureSchemes.label(code).split('_', 1)[0] ?? ''
