import { randomBytes, X509Certificate } from 'node:crypto'
import { connect } from 'node:net'
import { createServer, type TlsOptions } from 'node:tls'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import { deadline } from '../../src/net/deadline.ts'
import { exchange } from '../../src/probe/exchange.ts'
import { keyShare } from '../../src/probe/key-share.ts'
import type { Offer, Outcome } from '../../src/probe/offer.ts'
import { extension } from '../../src/wire/extensions.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import { encodeHandshake } from '../../src/wire/messages.ts'
import { encodeRecords } from '../../src/wire/record.ts'
import { encodeSslv2, type Sslv2ClientHello, type Sslv2ServerHello } from '../../src/wire/sslv2.ts'
import { answering, connected, type LoopbackServer, listen, tlsServer } from '../support/loopback.ts'

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
const sslv2: Sslv2ClientHello = {
  kind: 'sslv2_client_hello',
  version: 0x0002,
  cipherKinds: [0x010080, 0x0700c0],
  sessionId: new Uint8Array(0),
  challenge: randomBytes(16),
}

type Asked = ClientHello | Sslv2ClientHello
async function put(port: number, asked: Asked = hello(), answerMs = 2000, more: Partial<Offer> = {}): Promise<Outcome> {
  using limit = deadline(5000)
  const offer: Offer = { title: 'a test', about: 'cipher-suites', hello: asked, ...more }
  return await exchange(offer, await connected(port), { answerMs, signal: limit.signal })
}

const record = (type: number, ...body: number[]): Uint8Array => Uint8Array.of(type, 3, 3, body.length >> 8, body.length & 0xff, ...body)
const alert = (level: number, code: number): Uint8Array => record(21, level, code)
/** A ServerHello of TLS 1.2 without extensions, and no more of its flight. */
const serverHello = record(22, 2, 0, 0, 38, 3, 3, ...new Uint8Array(32), 0, 0xc0, 0x2b, 0)
const changed = (at: number, ...bytes: number[]): Uint8Array => {
  const copy = serverHello.slice()
  copy.set(bytes, at)
  return copy
}

describe.concurrent('what a server does is told apart', () => {
  test.each<[string, Uint8Array | string, 'wait' | 'close' | 'reset', Partial<Outcome>]>([
    ['a fatal alert is a refusal', alert(2, 40), 'wait', { kind: 'refused', by: 'alert', alert: 40 }],
    ['an alert of no known number too', alert(2, 0x99), 'close', { kind: 'refused', by: 'alert', alert: 0x99 }],
    ['an alert of version 0.0 too', Uint8Array.of(21, 0, 0, 0, 2, 2, 70), 'close', { kind: 'refused', by: 'alert', alert: 70 }],
    ['an alert after a warning too', Buffer.concat([alert(1, 112), alert(2, 40)]), 'wait', { kind: 'refused', by: 'alert', alert: 40 }],
    ['an alert after a ServerHello too', Buffer.concat([serverHello, alert(2, 40)]), 'wait', { kind: 'refused', by: 'alert', alert: 40 }],
    ['a close is a refusal', '', 'close', { kind: 'refused', by: 'close' }],
    ['a close after a warning too', alert(1, 112), 'close', { kind: 'refused', by: 'close' }],
    ['a reset is a refusal', '', 'reset', { kind: 'refused', by: 'reset' }],
    ['silence is not knowing', '', 'wait', { kind: 'unknown', why: 'timeout' }],
    ['a warning alone is not knowing', alert(1, 112), 'wait', { kind: 'unknown', why: 'timeout' }],
    ['HTTP is no TLS', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'wait', { kind: 'unknown', why: 'not-tls' }],
    ['a banner is no TLS', 'SSH-2.0-OpenSSH_9.9\r\n', 'close', { kind: 'unknown', why: 'not-tls' }],
    ['a malformed ServerHello proves nothing', record(22, 2, 0, 0, 1, 3), 'wait', { kind: 'unknown', why: 'unreadable' }],
    ['a certificate before the ServerHello too', record(22, 14, 0, 0, 0), 'wait', { kind: 'unknown', why: 'unreadable' }],
    ['data before the ServerHello too', record(23, 1), 'wait', { kind: 'unknown', why: 'unreadable' }],
    ['a ChangeCipherSpec before the ServerHello too', record(20, 1), 'wait', { kind: 'unknown', why: 'unreadable' }],
    [
      'a heartbeat in the middle of the answer too',
      Buffer.concat([serverHello, record(24, 1)]),
      'wait',
      { kind: 'unknown', why: 'unreadable' },
    ],
    ['two ServerHellos too', Buffer.concat([serverHello, serverHello]), 'wait', { kind: 'unknown', why: 'unreadable' }],
    ['a record too long proves nothing', Uint8Array.of(22, 3, 3, 255, 255), 'wait', { kind: 'unknown', why: 'unreadable' }],
    ['half a ServerHello and a close too', serverHello.subarray(0, 20), 'close', { kind: 'unknown', why: 'unreadable' }],
    ['half a ServerHello and silence too', record(22, 2, 0, 0, 38, 3, 3), 'wait', { kind: 'unknown', why: 'unreadable' }],
    [
      'a ServerHello and a close is an answer',
      serverHello,
      'close',
      { kind: 'accepted', version: 0x0303, cipherSuite: 0xc02b, group: null },
    ],
    ['a ServerHello and silence is an answer', serverHello, 'wait', { kind: 'accepted', version: 0x0303, cipherSuite: 0xc02b }],
    ['a suite that was not offered proves nothing', changed(44, 0xc0, 0x2c), 'wait', { kind: 'unknown', why: 'off-menu' }],
    ['a version above that offered too', changed(9, 3, 4), 'wait', { kind: 'unknown', why: 'off-menu' }],
    ['a version of no protocol too', changed(9, 2, 0), 'wait', { kind: 'unknown', why: 'off-menu' }],
    ['a compression that was not offered too', changed(46, 1), 'wait', { kind: 'unknown', why: 'off-menu' }],
    ['an SSLv2 answer to a TLS hello too', encodeSslv2({ kind: 'sslv2_error', code: 1 }), 'close', { kind: 'unknown', why: 'unreadable' }],
  ])('%s', async (_, bytes, then, expected) => {
    await using server = await answering(bytes, then)
    expect(await put(server.port, hello(), 150)).toMatchObject(expected)
    await vi.waitFor(() => expect(server.open()).toBe(0))
  })

  test('a group that was not offered proves nothing', async () => {
    const keyExchange = [3, 0x00, 0x18, 1, 4, 4, 3, 0, 0] // named curve secp384r1
    await using server = await answering(Buffer.concat([serverHello, record(22, 12, 0, 0, 9, ...keyExchange), record(22, 14, 0, 0, 0)]))
    expect(await put(server.port)).toMatchObject({ why: 'off-menu', detail: 'the server chose secp384r1, which was not offered' })
  })

  test('a share of a group without one of ours proves nothing', async () => {
    const answer = encodeHandshake(
      {
        kind: 'server_hello',
        legacyVersion: 0x0303,
        random: randomBytes(32),
        sessionId: new Uint8Array(0),
        cipherSuite: 0x1301,
        compressionMethod: 0,
        extensions: [
          { kind: 'supported_versions', selectedVersion: 0x0304 },
          { kind: 'key_share', share: { group: 0x0017, keyExchange: new Uint8Array(65) } },
        ],
      },
      { version: 0x0303 },
    )
    await using server = await answering(encodeRecords(22, answer, { version: 0x0303 }))
    expect(await put(server.port)).toMatchObject({ kind: 'unknown', why: 'off-menu' })
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
    expect((await put(server.port, hello(), 300)).kind).toBe('unknown')
  })

  test.each(['resetAndDestroy', 'end'] as const)('a connection that ended by %s before its turn is not knowing', async by => {
    await using server = await listen(socket => void setTimeout(() => socket[by](), 20))
    const socket = await connected(server.port)
    await vi.waitFor(() => expect(socket.destroyed).toBe(true))
    const outcome = await exchange({ title: '', about: 'cipher-suites', hello: hello() }, socket, {
      answerMs: 1000,
      signal: new AbortController().signal,
    })
    expect(outcome).toMatchObject({ kind: 'unknown', why: 'unreachable' })
  })

  test('an abort half-way is not knowing', async () => {
    await using server = await answering('')
    const caller = new AbortController()
    setTimeout(() => caller.abort(), 30)
    // Without the abort it would take longer than a test may.
    const offer: Offer = { title: '', about: 'cipher-suites', hello: hello() }
    expect(await exchange(offer, await connected(server.port), { answerMs: 600_000, signal: caller.signal })).toMatchObject({
      kind: 'unknown',
      why: 'timeout',
    })
  })
})

describe('a hello goes out', () => {
  /** What a server gets of an offer. */
  async function received(more: Partial<Offer>): Promise<Buffer> {
    const got: Buffer[] = []
    await using server = await listen(socket => void socket.on('data', bytes => got.push(bytes)))
    await put(server.port, more.hello ?? hello(), 60, more)
    return Buffer.concat(got)
  }

  test('in one record of the version every server takes', async () => {
    const bytes = await received({})
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([22, 3, 1]))
    expect(bytes.readUInt16BE(3)).toBe(bytes.length - 5)
  })

  test('in records of the size asked for', async () => {
    const bytes = await received({ fragmentSize: 10 })
    const lengths: number[] = []
    for (let at = 0; at < bytes.length; at += 5 + bytes.readUInt16BE(at + 3)) lengths.push(bytes.readUInt16BE(at + 3))
    expect(lengths.slice(0, -1)).toEqual(lengths.slice(0, -1).fill(10))
    expect(lengths.length).toBeGreaterThan(4)
  })

  test('in SSLv2 without a TLS record', async () => {
    expect(await received({ hello: sslv2 })).toEqual(Buffer.from(encodeSslv2(sslv2)))
  })
})

describe('SSLv2', () => {
  const sslv2Hello: Sslv2ServerHello = {
    kind: 'sslv2_server_hello',
    sessionIdHit: 0,
    certificateType: 1,
    version: 0x0002,
    certificate: Uint8Array.of(0x30, 0),
    cipherKinds: [0x020080, 0x0700c0, 0x010080],
    connectionId: new Uint8Array(16),
  }
  test.each<[string, Uint8Array, Partial<Outcome>]>([
    [
      'a SERVER-HELLO accepts the first of its kinds that was offered',
      encodeSslv2(sslv2Hello),
      { kind: 'accepted', version: 0x0002, cipherSuite: 0x0700c0 },
    ],
    [
      'one without a common kind is no refusal',
      encodeSslv2({ ...sslv2Hello, cipherKinds: [0x050080] }),
      { kind: 'unknown', why: 'unreadable' },
    ],
    ['an ERROR is a refusal', encodeSslv2({ kind: 'sslv2_error', code: 1 }), { kind: 'refused' }],
    ['a TLS alert is a refusal', alert(2, 70), { kind: 'refused', by: 'alert', alert: 70 }],
    ['a close is a refusal', new Uint8Array(0), { kind: 'refused', by: 'close' }],
    ['a TLS answer proves nothing', serverHello, { kind: 'unknown', why: 'off-menu' }],
  ])('%s', async (_, bytes, expected) => {
    await using server = await answering(bytes, 'close')
    expect(await put(server.port, sslv2)).toMatchObject(expected)
  })
})

describe('a real server', () => {
  const serve = (options: TlsOptions): Promise<LoopbackServer> => tlsServer({ key: own.key, cert: own.chain, ...options })

  test('of TLS 1.3 asks for a share of the group it picks', async () => {
    await using server = await serve({ ecdhCurve: 'P-256' })
    const outcome = await put(server.port)
    expect(outcome).toMatchObject({ kind: 'accepted', version: 0x0304, cipherSuite: 0x1301, group: 0x0017, signatureScheme: null })
    expect(outcome).toMatchObject({ answer: { presented: [], encryptedExtensions: null, asksForCertificate: null } })
  })

  test.each([
    ['TLS_AES_128_GCM_SHA256', 0x1301, false],
    ['TLS_AES_256_GCM_SHA384', 0x1302, true],
    ['TLS_CHACHA20_POLY1305_SHA256', 0x1303, false],
  ])('of TLS 1.3 with %s has its flight opened by our share', async (_, suite, requestCert) => {
    await using server = await serve({ ALPNProtocols: ['h2'], requestCert, rejectUnauthorized: false })
    const { share, privateKey } = keyShare()
    const asked = hello({
      cipherSuites: [suite],
      extensions: [
        { kind: 'application_layer_protocol_negotiation', protocols: ['h2'] },
        { kind: 'supported_groups', groups: [0x001d] },
        { kind: 'signature_algorithms', schemes: [0x0403] },
        { kind: 'supported_versions', versions: [0x0304] },
        { kind: 'key_share', shares: [share] },
      ],
    })
    const outcome = await put(server.port, asked, 2000, { privateKey })
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
    expect(outcome).toMatchObject({ cipherSuite: suite, group: 0x001d, signatureScheme: 0x0403 })
    const { encryptedExtensions, presented, asksForCertificate } = outcome.answer
    expect(extension(encryptedExtensions, 'application_layer_protocol_negotiation')?.protocols).toEqual(['h2'])
    expect(Buffer.from(presented[0] ?? [])).toEqual(new X509Certificate(own.chain).raw)
    expect(asksForCertificate).toBe(requestCert)
  })

  test('of TLS 1.2 shows group, signature scheme and certificate', async () => {
    await using server = await serve({ maxVersion: 'TLSv1.2', ecdhCurve: 'P-256', requestCert: true, rejectUnauthorized: false })
    const outcome = await put(server.port)
    expect(outcome).toMatchObject({ kind: 'accepted', version: 0x0303, cipherSuite: 0xc02b, group: 0x0017, signatureScheme: 0x0403 })
    expect(outcome).toMatchObject({ answer: { asksForCertificate: true, keyExchange: { params: { kind: 'ec' } } } })
  })

  test('that answers byte by byte is read all the same', async () => {
    await using behind = await serve({ maxVersion: 'TLSv1.2', ecdhCurve: 'P-256' })
    await using server = await listen(async socket => {
      const server = connect(behind.port, '127.0.0.1').on('error', () => {})
      socket.setNoDelay(true).pipe(server)
      for await (const bytes of server) for (const byte of bytes) socket.write(Uint8Array.of(byte))
    })
    expect(await put(server.port)).toMatchObject({ kind: 'accepted', cipherSuite: 0xc02b, signatureScheme: 0x0403 })
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
