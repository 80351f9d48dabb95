// The Diffie-Hellman prime of a server against the one remembered: a server of TLS 1.2 or below brings its own, which no list of names shows.
import { partsOfCode } from '../../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../registry/cipher-suites.ts'
import { protocols, ssl3, tls13 } from '../../registry/protocols.ts'
import { byDefault } from '../policy/default.ts'
import { gap, type Outcome } from './change.ts'
import type { TargetFacts } from './facts.ts'

export function comparePrimes(before: TargetFacts, now: TargetFacts): Outcome[] {
  const [was, is] = [before.dhPrimeBits, now.dhPrimeBits]
  const remedy = 'weak-dh-parameters'
  if (is === null) {
    // Where its suites are gone, the prime is.
    const isOpen = !excludesPrimes(now) && (was !== null || acceptsPrimes(now))
    return isOpen ? [gap('how long the prime of Diffie-Hellman is, is not known now')] : []
  }
  const isShort = is < (byDefault.minDhBits ?? 0)
  if (was !== null) {
    if (is === was) return []
    const message = `the shortest prime of Diffie-Hellman has ${is} bits in the place of ${was}`
    return [is < was ? { effect: 'weaker', message, remedy } : { effect: 'stronger', message }]
  }
  if (!excludesPrimes(before))
    return [gap(`how long the prime of Diffie-Hellman was, which has ${is} bits now, was not known before`, isShort ? 'error' : 'warning')]
  return isShort ? [{ effect: 'weaker', message: `a prime of Diffie-Hellman of ${is} bits is in use now`, remedy }] : []
}

/** Whether every suite with a prime of the server's own is known to be refused. */
export function excludesPrimes({ protocols: supports, cipherSuites: suites }: TargetFacts): boolean {
  return withPrimes.every(name => {
    const list = suites[name]
    return supports[name] === 'refused' || (list?.complete === true && !list.accepted.some(isOfPrime))
  })
}

const acceptsPrimes = ({ cipherSuites: suites }: TargetFacts): boolean => withPrimes.some(name => suites[name]?.accepted.some(isOfPrime))

const withPrimes = protocols.rows.filter(({ code }) => code >= ssl3 && code < tls13).map(({ name }) => name)

function isOfPrime(name: string): boolean {
  const code = cipherSuites.named(name)?.code
  return code !== undefined && partsOfCode(code)?.keyExchange?.startsWith('DHE') === true
}
