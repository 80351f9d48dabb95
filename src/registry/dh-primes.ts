// The primes of finite-field Diffie-Hellman that standards name. They are made from e and pi, so that anybody can see that nothing is hidden
// in them: RFC 7919 appendix A, RFC 3526, and for the groups 1 and 2 RFC 2409 §6.

interface PrimeRow {
  readonly bits: number
  readonly name: string
  readonly of: 'e' | 'pi'
  /** What makes it a safe prime: 2^bits - 2^(bits-64) + ([2^(bits-130) * e or pi] + addend) * 2^64 - 1. */
  readonly addend: number
}

const rows: readonly PrimeRow[] = [
  { bits: 768, name: 'group 1 of RFC 2409', of: 'pi', addend: 149686 },
  { bits: 1024, name: 'group 2 of RFC 2409', of: 'pi', addend: 129093 },
  { bits: 1536, name: 'group 5 of RFC 3526', of: 'pi', addend: 741804 },
  { bits: 2048, name: 'group 14 of RFC 3526', of: 'pi', addend: 124476 },
  { bits: 3072, name: 'group 15 of RFC 3526', of: 'pi', addend: 1690314 },
  { bits: 4096, name: 'group 16 of RFC 3526', of: 'pi', addend: 240904 },
  { bits: 6144, name: 'group 17 of RFC 3526', of: 'pi', addend: 929484 },
  { bits: 8192, name: 'group 18 of RFC 3526', of: 'pi', addend: 4743158 },
  { bits: 2048, name: 'ffdhe2048 of RFC 7919', of: 'e', addend: 560316 },
  { bits: 3072, name: 'ffdhe3072 of RFC 7919', of: 'e', addend: 2625351 },
  { bits: 4096, name: 'ffdhe4096 of RFC 7919', of: 'e', addend: 5736041 },
  { bits: 6144, name: 'ffdhe6144 of RFC 7919', of: 'e', addend: 15705020 },
  { bits: 8192, name: 'ffdhe8192 of RFC 7919', of: 'e', addend: 10965728 },
]

/**
 * Whose prime it is; null for one that no standard names.
 * @param hex the prime, in hexadecimal without leading zeros
 */
export function primeName(hex: string): string | null {
  const prime = hex.toLowerCase()
  const candidates = rows.filter(({ bits, of }) => bits === prime.length * 4 && prime.startsWith(starts[of], 16))
  return candidates.find(row => primeOf(row).toString(16) === prime)?.name ?? null
}

/** How the digits begin, behind 64 bits that are all one: to make a prime takes its time. */
const starts = { e: 'adf85458a2bb4a', pi: 'c90fdaa22168c2' } as const

const made = new Map<PrimeRow, bigint>()

/** Every prime by its name, for those who want to check them. */
export const dhPrimes = (): Map<string, bigint> => new Map(rows.map(row => [row.name, primeOf(row)]))

function primeOf(row: PrimeRow): bigint {
  const known = made.get(row)
  if (known !== undefined) return known
  const { bits, of, addend } = row
  const size = BigInt(bits)
  const digits = of === 'e' ? eulersNumber(bits - 130) : pi(bits - 130)
  const prime = (1n << size) - (1n << (size - 64n)) + ((digits + BigInt(addend)) << 64n) - 1n
  made.set(row, prime)
  return prime
}

/** Bits that the sums are carried out to beyond those asked for: more terms than this is the logarithm of never round wrong. */
const guardBits = 64n

/** e * 2^bits, rounded down: the sum of 1/n!. */
function eulersNumber(bits: number): bigint {
  let sum = 0n
  for (let [n, term] = [1n, 1n << (BigInt(bits) + guardBits)]; term > 0n; n++) {
    sum += term
    term /= n
  }
  return sum >> guardBits
}

/** pi * 2^bits, rounded down, by Machin's formula: 16 atan(1/5) - 4 atan(1/239). */
function pi(bits: number): bigint {
  const one = 1n << (BigInt(bits) + guardBits)
  return (16n * inverseTangent(5n, one) - 4n * inverseTangent(239n, one)) >> guardBits
}

/** atan(1/x) * one */
function inverseTangent(x: bigint, one: bigint): bigint {
  let sum = 0n
  for (let [n, power] = [1n, one / x]; power > 0n; n += 2n) {
    sum += n % 4n === 1n ? power / n : -(power / n)
    power /= x * x
  }
  return sum
}
