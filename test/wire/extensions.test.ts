// Extension blocks: the codec contract for each message's block, and for the body of each extension alone.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Codec, DecodeError, decode, encode } from '../../src/wire/codec.ts'
import {
  certificateExtensions,
  certificateRequestExtensions,
  clientHelloExtensions,
  type Extension,
  encryptedExtensions,
  extension,
  extensionType,
  helloRetryRequestExtensions,
  newSessionTicketExtensions,
  serverHelloExtensions,
} from '../../src/wire/extensions.ts'
import {
  block,
  certificateExtension,
  certificateRequestExtension,
  clientHelloExtension,
  encryptedExtension,
  helloRetryRequestExtension,
  newSessionTicketExtension,
  serverHelloExtension,
} from './arbitraries.ts'
import { hex, holdsContract, unhex } from './contract.ts'

type Kinds = Record<string, fc.Arbitrary<Extension>>

const blocks: [string, Codec<readonly Extension[]>, Kinds][] = [
  ['client_hello', clientHelloExtensions, clientHelloExtension],
  ['server_hello', serverHelloExtensions, serverHelloExtension],
  ['hello_retry_request', helloRetryRequestExtensions, helloRetryRequestExtension],
  ['encrypted_extensions', encryptedExtensions, encryptedExtension],
  ['certificate', certificateExtensions, certificateExtension],
  ['certificate_request', certificateRequestExtensions, certificateRequestExtension],
  ['new_session_ticket', newSessionTicketExtensions, newSessionTicketExtension],
]

describe.each(blocks)('the extensions of %s', (_, codec, kinds) => {
  holdsContract({
    values: block<Extension>(kinds as Parameters<typeof block<Extension>>[0]),
    encode: list => encode(codec, list),
    decode: bytes => decode(codec, bytes),
    prefixes: 'none',
  })

  // Their bodies go on to the end, or are a list without a length.
  const openEnded = new Set(['padding', 'session_ticket', 'status_request', 'unknown', 'next_protocol_negotiation'])
  test.each(Object.entries(kinds).filter(([kind]) => !openEnded.has(kind)))('%s fills its body', (_, values) =>
    fc.assert(
      fc.property(values, value => {
        const bytes = encode(codec, [value])
        const resized = (change: (body: Uint8Array) => Uint8Array) =>
          encode(codec, [{ kind: 'unknown', type: extensionType(value), body: change(bytes.slice(6)) }])
        expect(() =>
          decode(
            codec,
            resized(body => Uint8Array.of(...body, 0)),
          ),
        ).toThrow(DecodeError)
        if (bytes.length > 6)
          expect(() =>
            decode(
              codec,
              resized(body => body.subarray(0, -1)),
            ),
          ).toThrow(DecodeError)
      }),
      { numRuns: 30 },
    ),
  )
})

test('an extension that does not belong in its message stays bytes', () => {
  const bytes = unhex('0006 0015 0002 0000')
  expect(decode(serverHelloExtensions, bytes)).toEqual([{ kind: 'unknown', type: 21, body: unhex('0000') }])
})

test('an extension that does not belong in its message is not written', () => {
  const cookie = { kind: 'cookie', cookie: unhex('01') } as unknown as Parameters<typeof encode<typeof serverHelloExtensions>>[1]
  expect(() => encode(serverHelloExtensions as Codec<unknown>, [cookie])).toThrow(new RangeError('0: cookie has no form in this message'))
})

test('duplicates and their order are kept, and the first is found', () => {
  const list = decode(clientHelloExtensions, unhex('000c 001c0002 4001 001c0002 0200'))
  expect(list).toHaveLength(2)
  expect(extension(list, 'record_size_limit')).toEqual({ kind: 'record_size_limit', limit: 0x4001 })
})

test('nothing is found in a hello without extensions', () => {
  expect(extension<Extension, 'cookie'>(null, 'cookie')).toBeUndefined()
})

test.each([
  ['an unknown type with bytes missing', '0005 ff77 0009 aa', '0.body at byte 6: needs 9 bytes, 1 left'],
  ['a type cut short', '0001 ff', '0.type at byte 2: needs 2 bytes, 1 left'],
  ['a known type with a bad body', '0008 002b 0004 03 0304 03', '0.supported_versions.versions.1 at byte 9: needs 2 bytes, 1 left'],
  ['a list that says it is empty', '0007 002b 0003 00 0304', '0.supported_versions.versions at byte 7: is 0 bytes long, at least 2 belong'],
  ['a body with more than its value', '0008 002b 0004 02 0304 99', '0.supported_versions at byte 9: 1 byte left over'],
])('%s is named with its place', (_, bytes, message) => {
  expect(() => decode(clientHelloExtensions, unhex(bytes))).toThrow(message)
})

test('host names and protocol names keep every byte', () => {
  const bytes = unhex('000d 0010 0009 0007 06 00ff41 0a1b7f')
  const [alpn] = decode(clientHelloExtensions, bytes)
  expect(alpn).toEqual({ kind: 'application_layer_protocol_negotiation', protocols: ['\u0000ÿA\n\u001b\u007f'] })
  expect(hex(encode(clientHelloExtensions, alpn ? [alpn] : []))).toBe(hex(bytes))
})
