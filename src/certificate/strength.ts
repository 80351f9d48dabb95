// How strong a key or a signature is, in bits of security. What is enough is a threshold; which certificates it applies to is decided in chain.ts.
import type { Certificate } from './certificate.ts'

/**
 * Less than this is weak: NIST SP 800-131A ended 80 bits in 2013, and OpenSSL 3.2 and newer (security level 2), browsers and the CA/Browser Forum
 * (Baseline Requirements §6.1.5) ask for 112.
 */
export const enoughBits = 112

/** NIST SP 800-57 Part 1, table 2: the largest step a modulus reaches. */
const modulusSteps = [
  [15360, 256],
  [7680, 192],
  [3072, 128],
  [2048, 112],
  [1024, 80],
] as const

/** Of the key types with one strength each: RFC 8032 §8.5, FIPS 204 table 1. */
const fixedStrengths: Readonly<Record<string, number>> = {
  Ed25519: 128,
  Ed448: 224,
  'ML-DSA-44': 128,
  'ML-DSA-65': 192,
  'ML-DSA-87': 256,
}

/** Against collisions: half of the digest, or what attacks have left of it (OpenSSL counts 63 for SHA-1 and 39 for MD5). */
const hashStrengths: readonly (readonly [pattern: RegExp, bits: number])[] = [
  [/^md[245]with/i, 39],
  [/sha1(?!\d)/i, 63],
  [/sha224/i, 112],
  [/sha256/i, 128],
  [/sha384/i, 192],
  [/sha512/i, 256],
]

/** Security of a key in bits; null when its algorithm or curve is not known here. */
export function keyStrength({ type, bits }: Certificate['key']): number | null {
  switch (type) {
    case 'RSA':
    case 'RSA-PSS':
    case 'DSA':
      if (bits === null) return null
      return modulusSteps.find(([atLeast]) => bits >= atLeast)?.[1] ?? 0
    case 'EC':
      // Pollard's rho takes the square root.
      return bits === null ? null : Math.floor(bits / 2)
    default:
      return fixedStrengths[type] ?? null
  }
}

/** Security of the hash or the scheme a certificate is signed with, in bits; null when the algorithm is not known here. */
export function signatureStrength(algorithm: string): number | null {
  return fixedStrengths[algorithm] ?? hashStrengths.find(([pattern]) => pattern.test(algorithm))?.[1] ?? null
}

/** 'RSA 2048', 'EC secp256r1', 'Ed25519'. */
export function keyText({ type, bits, group }: Certificate['key']): string {
  if (group !== null) return `${type} ${group}`
  return bits === null || type in fixedStrengths ? type : `${type} ${bits}`
}
