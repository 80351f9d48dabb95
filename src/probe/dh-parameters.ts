// The finite-field Diffie-Hellman parameters a server was seen with before TLS 1.3: how long the prime is, and whose it is.
import { bitLengthOf } from '../certificate/der.ts'
import { primeName } from '../registry/dh-primes.ts'
import type { Ledger } from './ledger.ts'
import { hexOf, keyExchanges } from './reading.ts'

/** One prime, as a server sent it in a ServerKeyExchange. */
export interface DhParameters {
  /** Length of the prime in bits. */
  readonly bits: number
  /** Whose prime it is, 'ffdhe2048 of RFC 7919'; null for one that is not well known. */
  readonly name: string | null
  /** The first answer that has it. */
  readonly probe: number
}

/** Every prime once, in the order seen. */
export function dhParametersOf(ledger: Ledger): DhParameters[] {
  const seen = new Map<string, DhParameters>()
  for (const { number, params } of keyExchanges(ledger)) {
    if (params.kind !== 'dh') continue
    const hex = hexOf(params.prime).replace(/^(?:00)+/, '')
    if (!seen.has(hex)) seen.set(hex, { bits: bitLengthOf(params.prime), name: primeName(hex), probe: number })
  }
  return [...seen.values()]
}
