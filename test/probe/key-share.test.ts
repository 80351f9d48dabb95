import { expect, test } from 'vitest'
import { shareOf } from '../../src/probe/key-share.ts'
import { groups } from '../../src/registry/groups.ts'

// RFC 8446 §4.2.8.2: a byte for the form, and two coordinates.
test.each([
  ['secp256r1', 1 + 2 * 32],
  ['secp384r1', 1 + 2 * 48],
  ['secp521r1', 1 + 2 * 66],
  ['brainpoolP256r1tls13', 1 + 2 * 32],
  ['x25519', undefined],
  ['ffdhe2048', undefined],
  ['X25519MLKEM768', undefined],
  ['curveSM2', undefined],
])('a share of %s has %s bytes', (name, length) => {
  const code = groups.named(name)?.code ?? 0
  const share = shareOf(code)
  expect(share?.keyExchange.length).toBe(length)
  if (share) expect(share).toMatchObject({ group: code, keyExchange: { 0: 4 } })
})
