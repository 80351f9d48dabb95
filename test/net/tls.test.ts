import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import { recordedBytesLimit } from '../../src/net/tap.ts'
import { type ClientOptions, refuseEmptyOffer, secureContext, type TlsEnd } from '../../src/net/tls.ts'
import { UsageError } from '../../src/usage-error.ts'
import { answering, listen, tlsServer } from '../support/loopback.ts'
import { shake } from '../support/shake.ts'

let own: Minted
let credentials: { key: string; cert: string }
beforeAll(async () => {
  own = await mint()
  credentials = { key: own.key, cert: own.chain }
})

describe('a handshake that completes', () => {
  test.each<['TLSv1.2' | 'TLSv1.3', string]>([
    ['TLSv1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
    ['TLSv1.3', 'TLS_AES_256_GCM_SHA384'],
  ])('in %s says what was negotiated and that the chain is trusted', async (version, cipherSuite) => {
    await using server = await tlsServer({ ...credentials, maxVersion: version, ALPNProtocols: ['h2'] })
    const { session } = await shake(server.port, { client: { ca: [own.root] }, alpn: ['http/1.1', 'h2'] })
    expect(session).toMatchObject({ protocol: version, cipherSuite, alpn: 'h2', end: { kind: 'secured', verifyCode: null } })
  })

  test('says why OpenSSL does not trust the chain', async () => {
    await using server = await tlsServer(credentials)
    const { session } = await shake(server.port)
    expect(session?.end).toMatchObject({ kind: 'secured', verifyCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
  })

  test('does not wait for a server that says no more', async () => {
    await using server = await tlsServer(credentials)
    // Its ticket is its last word; without one, the wait would be longer than a test may take.
    const { session, trace } = await shake(server.port, { lingerMs: 600_000, timeoutMs: 600_000 })
    expect(session?.end.kind).toBe('secured')
    expect(trace.messages.some(({ content }) => content.kind === 'new_session_ticket')).toBe(true)
    await vi.waitFor(() => expect(server.open()).toBe(0))
  })

  test('hears a refusal of the client certificate that comes after it', async () => {
    await using server = await tlsServer({ ...credentials, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' })
    const { session, trace } = await shake(server.port)
    expect(session?.end.kind).toBe('secured')
    expect(trace.messages.at(-1)?.content).toMatchObject({ kind: 'alert', level: 2 })
  })
})

describe.concurrent('a handshake that ends otherwise', () => {
  const alert = (code: number): Uint8Array => Uint8Array.of(21, 3, 3, 0, 2, 2, code)
  test.each<[string, Uint8Array | string, 'wait' | 'close' | 'reset', Partial<TlsEnd>]>([
    ['by an alert', alert(40), 'wait', { kind: 'engine', code: 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE' }],
    ['by an alert that has no name, for which Node has no error', alert(0x99), 'wait', { kind: 'closed' }],
    ['by an alert and a close', alert(40), 'close', { kind: 'engine' }],
    ['by a close', '', 'close', { kind: 'closed' }],
    ['by a close in the middle of a record', Uint8Array.of(22, 3, 3, 0, 80, 2), 'close', { kind: 'closed' }],
    ['by a reset', '', 'reset', { kind: 'reset', code: 'ECONNRESET' }],
    ['by what is no TLS', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'wait', { kind: 'engine' }],
    ['by silence', '', 'wait', { kind: 'timeout' }],
  ])('%s', async (_, bytes, then, expected) => {
    await using server = await answering(bytes, then)
    const { session } = await shake(server.port, { timeoutMs: expected.kind === 'timeout' ? 250 : 600_000 })
    expect(session).toMatchObject({ protocol: null, cipherSuite: null, alpn: null, end: expected })
    await vi.waitFor(() => expect(server.open()).toBe(0))
  })

  test('by the abort of the caller', async () => {
    await using server = await listen(() => {})
    const caller = new AbortController()
    setTimeout(() => caller.abort(), 30)
    expect((await shake(server.port, { signal: caller.signal, timeoutMs: 600_000 })).session?.end).toEqual({ kind: 'aborted' })
  })
})

/** Bytes again and again, as fast as they are read. */
const endless = (bytes: Uint8Array) => () =>
  listen(socket => {
    const more = (): boolean => socket.writable && socket.write(bytes, () => void setImmediate(more))
    socket.once('data', more)
  })
/** Bytes one at a time, for ever. */
const drip = (bytes: Uint8Array) => () =>
  listen(socket => {
    let index = 0
    const timer = setInterval(() => socket.write(bytes.subarray(index % bytes.length, (index++ % bytes.length) + 1)), 1)
    socket.once('close', () => clearInterval(timer))
  })
const record = (type: number, body: Uint8Array): Uint8Array => Uint8Array.of(type, 3, 3, body.length >> 8, body.length & 0xff, ...body)

describe('whatever a server does, the check ends in time, in bounded memory and leaves nothing open', () => {
  test.each<[string, () => ReturnType<typeof listen>]>([
    ['endless data', endless(record(23, new Uint8Array(16_384)))],
    ['endless handshake bytes', endless(record(22, new Uint8Array(16_384).fill(1)))],
    ['endless ChangeCipherSpec', endless(record(20, Uint8Array.of(1)))],
    ['endless warnings', endless(record(21, Uint8Array.of(1, 90)))],
    ['endless empty records', endless(record(22, new Uint8Array(0)))],
    ['endless zeros', endless(new Uint8Array(65_536))],
    ['a message of 16 MiB', endless(record(22, Uint8Array.of(11, 255, 255, 255, ...new Uint8Array(16_000))))],
    ['one byte of a ServerHello at a time', drip(record(22, Uint8Array.of(2, 0, 60, 0, ...new Uint8Array(60_000))))],
    ['half a ServerHello', () => answering(record(22, Uint8Array.of(2, 0, 0, 90, 3, 3, 1, 2)).subarray(0, 12))],
    ['silence', () => answering('')],
  ])('%s', async (_, serve) => {
    await using server = await serve()
    const timersBefore = process.getActiveResourcesInfo().filter(name => name === 'Timeout').length
    const { session, trace } = await shake(server.port, { timeoutMs: 200 })
    expect(session?.end.kind).not.toBe('secured')
    expect(trace.recording.chunks.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(recordedBytesLimit)
    await vi.waitFor(() => expect(server.open()).toBe(0))
    expect(process.getActiveResourcesInfo().filter(name => name === 'Timeout').length).toBeLessThanOrEqual(timersBefore)
  })

  test('a flood after the handshake', async () => {
    const { createServer } = await import('node:tls')
    const server = createServer({ ...credentials }, socket => {
      socket.on('error', () => {})
      const more = (): boolean => socket.writable && socket.write(Buffer.alloc(16_384), () => void setImmediate(more))
      more()
    }).listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    const { session, trace } = await shake((server.address() as { port: number }).port)
    expect(session?.end).toMatchObject({ kind: 'secured' })
    expect(trace.recording.chunks.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(recordedBytesLimit)
    await new Promise(resolve => server.close(resolve))
  })
})

describe('client options that OpenSSL refuses are wrong usage', () => {
  test.each([
    ['a key that is none', () => ({ cert: own.chain, key: 'x' }), /PEM files that belong together/],
    ['a key of another certificate', async () => ({ cert: own.chain, key: (await mint()).key }), /PEM files that belong together/],
    ['a PKCS#12 file that is none', () => ({ pfx: new Uint8Array(8) }), /passphrase/],
    ['no such cipher', () => ({ ciphers: 'NOPE' }), /openssl ciphers/],
    ['no such group', () => ({ groups: 'nope' }), /X25519MLKEM768/],
    ['no such signature scheme', () => ({ signatureSchemes: 'nope' }), /RSA-PSS/],
    [
      'no such version',
      () => ({ minVersion: 'TLSv1.0' as 'TLSv1', cert: own.chain }),
      /^the versions are TLSv1 \(for TLS 1\.0\), TLSv1\.1/,
    ],
  ])('%s', async (_, options, hint) => {
    const client = await options()
    expect(() => secureContext(client)).toThrow(UsageError)
    expect(() => secureContext(client)).toThrow(expect.objectContaining({ hint: expect.stringMatching(hint) }))
  })
})

describe('a client', () => {
  test.each<[string, ClientOptions, RegExp]>([
    ['whose group is not for its version', { minVersion: 'TLSv1.3', groups: 'secp256k1' }, /no suitable groups/],
    ['whose scheme is not for its version', { minVersion: 'TLSv1.3', signatureSchemes: 'rsa_pkcs1_sha1' }, /signature/],
    ['whose suite is not for its version', { maxVersion: 'TLSv1.2', ciphers: 'TLS_AES_128_GCM_SHA256' }, /no ciphers available/],
  ])('%s has nothing to offer', async (_, options, reason) => {
    const refused = refuseEmptyOffer(secureContext(options))
    await expect(refused).rejects.toBeInstanceOf(UsageError)
    await expect(refused).rejects.toThrow(/^these options leave the client nothing to offer: /)
    await expect(refused).rejects.toThrow(reason)
  })

  test('that has something to offer is not refused', async () => {
    await refuseEmptyOffer(secureContext({}))
    await refuseEmptyOffer(secureContext({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256', groups: 'secp256k1:P-256' }))
  })
})
