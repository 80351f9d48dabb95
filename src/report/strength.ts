// What a cipher suite is worth, in one word and the reason for it, so that a long list can be read at a glance. No verdict: policies give that.
import { suiteClasses } from '../judge/policy/classes.ts'
import { partsOf } from '../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'

/** Best first. 'dated': nothing practical is known against it where it is implemented well, and it often was not. */
export const strengths = ['strong', 'dated', 'weak', 'broken'] as const

export interface Strength {
  readonly word: (typeof strengths)[number]
  /** What keeps it from being strong; empty for a strong one. */
  readonly why: string
}

/** Worst first: the first class that a suite is in is the reason. */
const flaws: readonly (readonly [suiteClass: string, word: Strength['word'], why: string])[] = [
  ['null', 'broken', 'no encryption'],
  ['anonymous', 'broken', 'no authentication'], // RFC 5246 §F.1.1.1
  ['export', 'broken', 'export grade'],
  ['rc4', 'broken', 'RC4'], // RFC 7465
  ['under-112-bits', 'broken', 'key too short'], // RFC 9325 §4.1
  ['64-bit-block', 'weak', '64-bit blocks'],
  ['md5', 'weak', 'MD5'],
  ['no-forward-secrecy', 'weak', 'no forward secrecy'], // RFC 9325 §4.1
  ['cbc', 'dated', 'CBC'], // RFC 7457 §2.4
  ['non-aead', 'dated', 'no AEAD'],
  ['short-tag', 'dated', 'short tag'], // 8 bytes, which IANA does not recommend
]

/** The strength of a suite by its IANA name, or of a kind of SSLv2's; null for a name that is neither. */
export function strengthOf(name: string): Strength | null {
  if (name.startsWith('SSL_CK_')) return { word: 'broken', why: 'SSLv2' }
  const suite = cipherSuites.named(name)
  const parts = suite && partsOf(suite)
  if (!parts) return null
  const [, word, why] = flaws.find(([suiteClass]) => suiteClasses[suiteClass]?.has({ ...suite, parts })) ?? ['', 'strong', '']
  return { word, why }
}
