// The SSLv2 messages: the codec contract, and bytes laid out by hand from the specification.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeSslv2, encodeSslv2, type Sslv2Message } from '../../src/wire/sslv2.ts'
import { bytes, u8, u16, u24 } from './arbitraries.ts'
import { hex, holdsContract, unhex } from './contract.ts'

const kinds = fc.array(u24, { maxLength: 6 })
const arbitraries: { readonly [K in Sslv2Message['kind']]: fc.Arbitrary<Extract<Sslv2Message, { kind: K }>> } = {
  sslv2_client_hello: fc.record({
    kind: fc.constant('sslv2_client_hello' as const),
    version: u16,
    cipherKinds: kinds,
    sessionId: bytes(),
    challenge: bytes(),
  }),
  sslv2_server_hello: fc.record({
    kind: fc.constant('sslv2_server_hello' as const),
    sessionIdHit: u8,
    certificateType: u8,
    version: u16,
    certificate: bytes(),
    cipherKinds: kinds,
    connectionId: bytes(),
  }),
  sslv2_error: fc.record({ kind: fc.constant('sslv2_error' as const), code: u16 }),
}

describe.each<[string, fc.Arbitrary<Sslv2Message>]>(Object.entries(arbitraries))('%s', (_, values) => {
  holdsContract({ values, encode: message => encodeSslv2(message).slice(2), decode: decodeSslv2, prefixes: 'none' })
})

test.each<[string, Sslv2Message, string]>([
  [
    'a ClientHello of SSLv2',
    {
      kind: 'sslv2_client_hello',
      version: 2,
      cipherKinds: [0x010080, 0x0700c0],
      sessionId: unhex(''),
      challenge: unhex('00112233445566778899aabbccddeeff'),
    },
    '801f 01 0002 0006 0000 0010 010080 0700c0 00112233445566778899aabbccddeeff',
  ],
  [
    'a TLS ClientHello in the old form',
    { kind: 'sslv2_client_hello', version: 0x0301, cipherKinds: [0x00002f], sessionId: unhex(''), challenge: unhex('0102') },
    '800e 01 0301 0003 0000 0002 00002f 0102',
  ],
  [
    'a ServerHello',
    {
      kind: 'sslv2_server_hello',
      sessionIdHit: 0,
      certificateType: 1,
      version: 2,
      certificate: unhex('3000'),
      cipherKinds: [0x010080],
      connectionId: unhex('aabb'),
    },
    '8012 04 00 01 0002 0002 0003 0002 3000 010080 aabb',
  ],
  ['an error', { kind: 'sslv2_error', code: 1 }, '8003 00 0001'],
])('%s is laid out as specified', (_, message, record) => {
  expect(hex(encodeSslv2(message))).toBe(hex(unhex(record)))
  expect(decodeSslv2(unhex(record).subarray(2))).toEqual(message)
})

test('another message is not sent in the clear', () => {
  expect(() => decodeSslv2(unhex('02 0000'))).toThrow('at byte 1: 2 is no SSLv2 message sent in the clear')
})
