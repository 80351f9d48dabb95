import { randomBytes } from 'node:crypto'
import { createServer, type TlsOptions } from 'node:tls'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import { deadline } from '../../src/net/deadline.ts'
import { systemEnv } from '../../src/net/env.ts'
import { exchange } from '../../src/probe/exchange.ts'
import type { Outcome } from '../../src/probe/offer.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import { answering, type LoopbackServer, listen, routeTo, stopwatch, tlsServer } from '../support/loopback.ts'

let own: Minted
beforeAll(async () => {
  own = await mint()
})

const hello = (changes: Partial<ClientHello> = {}): ClientHello => ({
  kind: 'client_hello',
  legacyVersion: 0x0303,
  random: randomBytes(32),
  sessionId: new Uint8Array(0),
  cipherSuites: [0x1301, 0xc02b],
  compressionMethods: [0],
  extensions: [
    { kind: 'supported_groups', groups: [0x0017] },
    { kind: 'signature_algorithms', schemes: [0x0403] },
    { kind: 'supported_versions', versions: [0x0304, 0x0303] },
    { kind: 'key_share', shares: [] },
  ],
  ...changes,
})

async function put(port: number, asked: ClientHello = hello(), timeoutMs = 2000): Promise<Outcome> {
  using limit = deadline(timeoutMs)
  return await exchange({ title: 'a test', hello: asked }, routeTo(port), systemEnv, stopwatch(), limit.signal)
}

const record = (type: number, ...body: number[]): Uint8Array => Uint8Array.of(type, 3, 3, body.length >> 8, body.length & 0xff, ...body)
const alert = (level: number, code: number): Uint8Array => record(21, level, code)
/** A ServerHello of TLS 1.2 without extensions, and no more of its flight. */
const serverHello = record(22, 2, 0, 0, 38, 3, 3, ...new Uint8Array(32), 0, 0xc0, 0x2b, 0)

describe.concurrent('what a server does is told apart', () => {
  test.each<[string, Uint8Array | string, 'wait' | 'close' | 'reset', Partial<Outcome>]>([
    ['a fatal alert is a refusal', alert(2, 40), 'wait', { kind: 'refused', by: 'alert', alert: 40 }],
    ['an alert of no known number too', alert(2, 0x99), 'close', { kind: 'refused', by: 'alert', alert: 0x99 }],
    ['an alert of version 0.0 too', Uint8Array.of(21, 0, 0, 0, 2, 2, 70), 'close', { kind: 'refused', by: 'alert', alert: 70 }],
    ['a close is a refusal', '', 'close', { kind: 'refused', by: 'close' }],
    ['a close after a warning too', alert(1, 112), 'close', { kind: 'refused', by: 'close' }],
    ['a reset is a refusal', '', 'reset', { kind: 'refused', by: 'reset' }],
    ['silence is not knowing', '', 'wait', { kind: 'unknown', why: 'timeout' }],
    ['a warning alone is not knowing', alert(1, 112), 'wait', { kind: 'unknown', why: 'timeout' }],
    ['HTTP is no TLS', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'wait', { kind: 'unknown', why: 'not-tls' }],
    ['a malformed ServerHello proves nothing', record(22, 2, 0, 0, 1, 3), 'wait', { kind: 'unknown', why: 'unreadable' }],
    ['a record too long proves nothing', Uint8Array.of(22, 3, 3, 255, 255), 'wait', { kind: 'unknown', why: 'unreadable' }],
    [
      'a ServerHello and a close is an answer',
      serverHello,
      'close',
      { kind: 'accepted', version: 0x0303, cipherSuite: 0xc02b, group: null },
    ],
    ['a ServerHello and silence is an answer', serverHello, 'wait', { kind: 'accepted', version: 0x0303, cipherSuite: 0xc02b }],
    ['half a ServerHello and a close is a refusal', serverHello.subarray(0, 20), 'close', { kind: 'refused', by: 'close' }],
  ])('%s', async (_, bytes, then, expected) => {
    await using server = await answering(bytes, then)
    expect(await put(server.port, hello(), 150)).toMatchObject(expected)
    await vi.waitFor(() => expect(server.open()).toBe(0))
  })

  test('a flood of records is no refusal, though we are the ones who hang up', async () => {
    const flood = record(23, ...new Uint8Array(16_000))
    await using server = await listen(socket => {
      const more = (): boolean => socket.writable && socket.write(flood, () => void setImmediate(more))
      socket.once('data', more)
    })
    expect(await put(server.port)).toMatchObject({ kind: 'unknown', why: 'unreadable' })
    await vi.waitFor(() => expect(server.open()).toBe(0))
  })

  test('a long answer in small pieces takes no more than its time', async () => {
    const bytes = record(22, 11, 0, 255, 255, ...new Uint8Array(16_000))
    await using server = await listen(socket => {
      let index = 0
      const more = (): void => {
        if (!socket.writable) return
        socket.write(bytes.subarray(index % bytes.length, (index % bytes.length) + 3))
        index += 3
        setImmediate(more)
      }
      socket.setNoDelay(true).once('data', more)
    })
    const elapsed = stopwatch()
    expect((await put(server.port, hello(), 300)).kind).toBe('unknown')
    expect(elapsed()).toBeLessThan(500)
  })

  test('no connection is not knowing', async () => {
    const server = await listen(() => {})
    await server[Symbol.asyncDispose]()
    expect(await put(server.port)).toMatchObject({ kind: 'unknown', why: 'unreachable' })
  })

  test('an abort half-way is not knowing', async () => {
    await using server = await answering(serverHello.subarray(0, 20))
    const caller = new AbortController()
    setTimeout(() => caller.abort(), 30)
    const offer = { title: '', hello: hello() }
    const elapsed = stopwatch()
    expect(await exchange(offer, routeTo(server.port), systemEnv, elapsed, caller.signal)).toMatchObject({
      kind: 'unknown',
      why: 'timeout',
    })
    expect(elapsed()).toBeLessThan(230)
  })
})

describe('a real server', () => {
  const serve = (options: TlsOptions): Promise<LoopbackServer> => tlsServer({ key: own.key, cert: own.chain, ...options })

  test('of TLS 1.3 asks for a share of the group it picks', async () => {
    await using server = await serve({ ecdhCurve: 'P-256' })
    expect(await put(server.port)).toEqual({ kind: 'accepted', version: 0x0304, cipherSuite: 0x1301, group: 0x0017, signatureScheme: null })
  })

  test('of TLS 1.2 shows group and signature scheme as well', async () => {
    await using server = await serve({ maxVersion: 'TLSv1.2', ecdhCurve: 'P-256' })
    expect(await put(server.port)).toEqual({
      kind: 'accepted',
      version: 0x0303,
      cipherSuite: 0xc02b,
      group: 0x0017,
      signatureScheme: 0x0403,
    })
  })

  test('without a common suite refuses', async () => {
    await using server = await serve({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-CHACHA20-POLY1305' })
    expect(await put(server.port)).toEqual({ kind: 'refused', by: 'alert', alert: 40 })
  })

  test('is left once it has answered', async () => {
    const server = createServer({ key: own.key, cert: own.chain })
      .on('tlsClientError', () => {})
      .listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    await put((server.address() as { port: number }).port)
    await new Promise(resolve => server.close(resolve)) // comes when the last connection has gone
  })
})
