import { describe, expect, test } from 'vitest'
import { strengthOf, tier, unfit } from '../../../src/judge/baseline/strength.ts'
import { membersOf, nameOf } from '../../../src/judge/policy/classes.ts'

const suitesOf = (name: string): string[] => (membersOf('cipher suite', name) ?? []).map(code => nameOf('cipher suite', code))
const strength = (name: string): number => strengthOf('cipher suite', name) ?? unfit

describe('forward secrecy counts before all else', () => {
  test.each([
    ['TLS_ECCPWD_WITH_AES_128_CCM_SHA256', 'TLS_PSK_WITH_AES_256_GCM_SHA384'],
    ['TLS_ECJPAKE_WITH_AES_128_CCM_8', 'TLS_PSK_WITH_AES_256_GCM_SHA384'],
    ['TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA', 'TLS_PSK_WITH_AES_256_GCM_SHA384'],
    ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256', 'TLS_PSK_WITH_AES_256_GCM_SHA384'],
  ])('%s is stronger than %s', (one, other) => expect(strength(one)).toBeGreaterThan(strength(other)))

  test('of every suite that the policies say has it', () => {
    const fit = suitesOf('forward-secrecy').filter(name => strength(name) !== unfit)
    expect(fit.filter(name => strength(name) < 2 * tier)).toEqual([])
  })
})
