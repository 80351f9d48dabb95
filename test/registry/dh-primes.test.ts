import { checkPrimeSync, getDiffieHellman } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { dhPrimes, primeName } from '../../src/registry/dh-primes.ts'

describe('the primes of the standards', () => {
  test.each([
    ['modp1', 'group 1 of RFC 2409'],
    ['modp2', 'group 2 of RFC 2409'],
    ['modp5', 'group 5 of RFC 3526'],
    ['modp14', 'group 14 of RFC 3526'],
    ['modp15', 'group 15 of RFC 3526'],
    ['modp16', 'group 16 of RFC 3526'],
    ['modp17', 'group 17 of RFC 3526'],
    ['modp18', 'group 18 of RFC 3526'],
  ])('%s of OpenSSL is %s', (group, name) => {
    expect(primeName(getDiffieHellman(group).getPrime('hex'))).toBe(name)
  })

  // OpenSSL's are not to be had from Node. The larger ones take seconds to check, and come from the same sum.
  test('ffdhe2048 is a safe prime', () => {
    const prime = dhPrimes().get('ffdhe2048 of RFC 7919') ?? 0n
    expect(checkPrimeSync(prime, { checks: 4 })).toBe(true)
    expect(checkPrimeSync((prime - 1n) / 2n, { checks: 4 })).toBe(true)
  })

  test('another prime has no name', () => {
    expect(primeName(`${'f'.repeat(511)}b`)).toBe(null)
  })
})
