// Handshake messages: the codec contract for each in each version, and what the sender of a wrong form is told.
import type fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handshakeTypes as registry } from '../../src/registry/handshake-types.ts'
import { DecodeError } from '../../src/wire/codec.ts'
import { decodeHandshake, encodeHandshake, type HandshakeMessage } from '../../src/wire/messages.ts'
import { messages, serverKeyExchange } from './arbitraries.ts'
import { hex, holdsContract, unhex } from './contract.ts'

// The bodies that go on to the end of the message, and those with an optional end.
const openEnded = new Set(['client_key_exchange', 'finished', 'message_hash', 'server_key_exchange', 'unknown'])
const optionalTail = new Set(['client_hello', 'server_hello', 'hello_retry_request'])
const typeOf: Record<string, number> = { hello_retry_request: 2, unknown: 99 }

describe.each([
  ['SSLv3', 0x0300],
  ['TLSv1.1', 0x0302],
  ['TLSv1.2', 0x0303],
  ['TLSv1.3', 0x0304],
])('%s', (_, version) => {
  const values: [string, fc.Arbitrary<HandshakeMessage>][] = Object.entries(messages(version))
  describe.each(values)('%s', (kind, values) => {
    holdsContract({
      values,
      encode: message => encodeHandshake(message, { version }).slice(4),
      decode: body => decodeHandshake(typeOf[kind] ?? registry.named(kind)?.code ?? -1, body, { version }),
      prefixes: openEnded.has(kind) ? 'any' : optionalTail.has(kind) ? 'one' : 'none',
    })
  })
})

describe.each(
  [
    'ECDHE_ECDSA',
    'ECDHE',
    'ECDH_anon',
    'DHE_RSA',
    'DH_anon',
    'RSA_EXPORT',
    'RSA_EXPORT1024',
    'PSK',
    'RSA_PSK',
    'DHE_PSK',
    'ECDHE_PSK',
  ].flatMap(keyExchange => [0x0302, 0x0303].map(version => ({ keyExchange, version }))),
)('server_key_exchange of $keyExchange in version $version', context => {
  holdsContract<HandshakeMessage>({
    values: serverKeyExchange(context.keyExchange, context.version),
    encode: message => encodeHandshake(message, context).slice(4),
    decode: body => decodeHandshake(12, body, context),
    prefixes: 'none',
  })
})

describe('encodeHandshake', () => {
  test('puts type and length before the message', () => {
    expect(hex(encodeHandshake({ kind: 'unknown', type: 0xab, body: unhex('0102 03') }, { version: 0x0303 }))).toBe('ab000003010203')
  })

  test('writes an unknown message as it stands, also where the type is a known one', () => {
    expect(hex(encodeHandshake({ kind: 'unknown', type: 2, body: unhex('ff') }, { version: 0x0303 }))).toBe('02000001ff')
  })

  test('refuses a form that the version does not have, and says where', () => {
    const ticket = { kind: 'new_session_ticket', form: 'tls1.2', lifetimeSeconds: 1, ticket: unhex('01') } as const
    expect(() => encodeHandshake(ticket, { version: 0x0304 })).toThrow(new RangeError('form: tls1.2 where tls1.3 belongs'))
  })

  test('writes what no standard allows: the bounds are for reading', () => {
    const bytes = encodeHandshake({ kind: 'certificate_status', statusType: 1, response: new Uint8Array(0) }, { version: 0x0303 })
    expect(() => decodeHandshake(22, bytes.subarray(4), { version: 0x0303 })).toThrow(
      'response at byte 4: is 0 bytes long, at least 1 belong',
    )
  })
})

test.each([
  ['ServerKeyExchange of static RSA', 'RSA'],
  ['ServerKeyExchange of static ECDH', 'ECDH_ECDSA'],
  ['ServerKeyExchange of SRP', 'SRP_SHA'],
  ['ServerKeyExchange of a suite that is not known', undefined],
])('%s stays bytes', (_, keyExchange) => {
  expect(decodeHandshake(12, unhex('0300 1701 04'), { version: 0x0303, keyExchange })).toEqual({
    kind: 'server_key_exchange',
    form: 'bytes',
    body: unhex('0300170104'),
  })
})

test.each([
  ['explicit_prime', '01'],
  ['explicit_char2', '02'],
])('a curve given by its equation (%s) stays bytes', (_, curveType) => {
  const body = unhex(`${curveType} 0505`)
  const message = decodeHandshake(12, body, { version: 0x0303, keyExchange: 'ECDHE_RSA' })
  expect(message).toEqual({ kind: 'server_key_exchange', form: 'bytes', body })
  expect(encodeHandshake(message, { version: 0x0303, keyExchange: 'ECDHE_RSA' }).subarray(4)).toEqual(body)
})

test('a certificate longer than its message names the certificate', () => {
  const failing = () => decodeHandshake(11, unhex('00000a 000003 aabbcc 000009 aa'), { version: 0x0303 })
  expect(failing).toThrow(DecodeError)
  expect(failing).toThrow('entries.1.certificate at byte 12: needs 9 bytes, 1 left')
})
