// What the fields of a server's hello mean together.
import { describe, expect, test } from 'vitest'
import {
  downgradeSentinel,
  helloRetryRequestRandom,
  isHelloRetryRequest,
  negotiatedVersion,
  type ServerHello,
  sentinel,
} from '../../src/wire/hello.ts'
import { decodeHandshake, encodeHandshake } from '../../src/wire/messages.ts'
import { unhex } from './contract.ts'

const hello: ServerHello = {
  kind: 'server_hello',
  legacyVersion: 0x0303,
  random: new Uint8Array(32).fill(7),
  sessionId: new Uint8Array(0),
  cipherSuite: 0xc02f,
  compressionMethod: 0,
  extensions: null,
}

function ending(end: Uint8Array): { random: Uint8Array } {
  return { random: Uint8Array.of(...new Uint8Array(24), ...end) }
}

describe('negotiatedVersion', () => {
  test.each<[string, ServerHello, number]>([
    ['legacy_version without extensions', hello, 0x0303],
    ['legacy_version with other extensions', { ...hello, legacyVersion: 0x0301, extensions: [{ kind: 'extended_main_secret' }] }, 0x0301],
    ['supported_versions where it is', { ...hello, extensions: [{ kind: 'supported_versions', selectedVersion: 0x0304 }] }, 0x0304],
    ['a version nobody knows', { ...hello, extensions: [{ kind: 'supported_versions', selectedVersion: 0x7f1c }] }, 0x7f1c],
  ])('is %s', (_, value, expected) => {
    expect(negotiatedVersion(value)).toBe(expected)
  })

  test('is that of a HelloRetryRequest too', () => {
    const extensions = [{ kind: 'supported_versions', selectedVersion: 0x0304 }] as const
    expect(negotiatedVersion({ ...hello, kind: 'hello_retry_request', extensions })).toBe(0x0304)
  })
})

describe('a HelloRetryRequest', () => {
  test('is told from a ServerHello by its random alone', () => {
    const bytes = encodeHandshake(
      { ...hello, kind: 'hello_retry_request', random: helloRetryRequestRandom, extensions: [] },
      { version: 0x0304 },
    )
    expect(bytes[0]).toBe(2)
    expect(decodeHandshake(2, bytes.subarray(4), { version: 0x0304 }).kind).toBe('hello_retry_request')
    bytes[4 + 2 + 31] = 0
    expect(decodeHandshake(2, bytes.subarray(4), { version: 0x0304 }).kind).toBe('server_hello')
  })

  test('has the SHA-256 of its name for a random', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('HelloRetryRequest'))
    expect(helloRetryRequestRandom).toEqual(new Uint8Array(digest))
  })

  test('is not what a shorter random says', () => {
    expect(isHelloRetryRequest({ random: helloRetryRequestRandom.subarray(0, 31) })).toBe(false)
  })
})

describe('downgradeSentinel', () => {
  test.each([
    ['a server of TLS 1.3 made to take TLS 1.2', unhex('444f574e47524401'), 0x0303],
    ['a server made to take TLS 1.1 or below', unhex('444f574e47524400'), 0x0302],
    ['none', unhex('444f574e47524402'), null],
    ['none in a random', new Uint8Array(8), null],
  ])('sees %s', (_, end, expected) => {
    expect(downgradeSentinel(ending(end))).toBe(expected)
  })

  test('is not looked for anywhere but at the end', () => {
    expect(downgradeSentinel({ random: Uint8Array.of(...sentinel(1), ...new Uint8Array(24)) })).toBeNull()
  })
})
