// Bytes of real TLS stacks: what they send is decoded, and written again byte for byte.
import { readFileSync } from 'node:fs'
import { Duplex, Transform } from 'node:stream'
import tls from 'node:tls'
import { describe, expect, test } from 'vitest'
import { extension } from '../../src/wire/extensions.ts'
import { MessageAssembler } from '../../src/wire/handshake.ts'
import { type ClientHello, negotiatedVersion, type ServerHello } from '../../src/wire/hello.ts'
import { decodeHandshake, encodeHandshake, type HandshakeContext, type HandshakeMessage } from '../../src/wire/messages.ts'
import { contentType, Deframer, encodeRecords } from '../../src/wire/record.ts'
import { hex, unhex } from './contract.ts'

/** A message, and whether it came back as the same bytes. */
function roundTrip(message: Uint8Array, context: HandshakeContext): HandshakeMessage {
  const decoded = decodeHandshake(message[0] ?? -1, message.subarray(4), context)
  expect(hex(encodeHandshake(decoded, context))).toBe(hex(message))
  return decoded
}

describe('handshakes of OpenSSL 3.0', () => {
  const handshakes = readFileSync(new URL('openssl-3.0.hex', import.meta.url), 'utf8')
    .split(/^# (?=TLS 1)/m)
    .slice(1)
    .map(section => section.trim().split('\n'))
    .map(([title = '', ...lines]) => ({ title, messages: lines.map(line => line.split(' ')) }))
  const decoded = (title: string) =>
    (handshakes.find(handshake => handshake.title.startsWith(title))?.messages ?? []).map(([version = '', keyExchange, , , message = '']) =>
      roundTrip(unhex(message), { version: Number.parseInt(version, 16), keyExchange }),
    )

  test.each(handshakes)('$title', ({ title, messages }) => {
    const values = decoded(title)
    // The name in OpenSSL is that of the RFC but for these two.
    const names = values.map(({ kind }) =>
      kind === 'hello_retry_request' ? 'server_hello' : kind === 'next_protocol' ? 'next_proto' : kind,
    )
    expect(names).toEqual(messages.map(([, , , name = '']) => name.replace(/\B[A-Z]/g, '_$&').toLowerCase()))
    // What OpenSSL sends is known here: nothing may have fallen through to bytes.
    for (const value of values) {
      expect(value).not.toMatchObject({ form: 'bytes' })
      if ('extensions' in value) expect(value.extensions).not.toContainEqual(expect.objectContaining({ kind: 'unknown' }))
    }
  })

  test('the staple of TLS 1.3 is in the certificate entry, that of TLS 1.2 in its own message', () => {
    const tryLater = unhex('30030a0103')
    const certificate = decoded('TLS 1.3').find(message => message.kind === 'certificate')
    const entry = certificate?.kind === 'certificate' ? certificate.entries[0] : undefined
    expect(extension(entry?.extensions ?? null, 'status_request')).toEqual({ kind: 'status_request', statusType: 1, response: tryLater })
    expect(decoded('TLS 1.2: ECDHE')).toContainEqual({ kind: 'certificate_status', statusType: 1, response: tryLater })
  })

  test.each([
    ['TLS 1.2: ECDHE', { pskIdentityHint: null, params: { kind: 'ec', group: 29 }, signature: { scheme: 0x0403 } }],
    ['TLS 1.1', { pskIdentityHint: null, params: { kind: 'ec', group: 29 }, signature: { scheme: null } }],
    ['TLS 1.2: DHE', { pskIdentityHint: null, params: { kind: 'dh', generator: unhex('02') }, signature: { scheme: 0x0804 } }],
    ['TLS 1.2: DH without', { pskIdentityHint: null, params: { kind: 'dh' }, signature: null }],
    ['TLS 1.2: PSK', { pskIdentityHint: Uint8Array.from(Buffer.from('hint')), params: null, signature: null }],
    ['TLS 1.2: ECDHE_PSK', { pskIdentityHint: Uint8Array.from(Buffer.from('hint')), params: { kind: 'ec', group: 29 }, signature: null }],
  ])('the ServerKeyExchange of %s', (title, expected) => {
    expect(decoded(title).find(message => message.kind === 'server_key_exchange')).toMatchObject(expected)
  })
})

describe("handshakes of this Node's OpenSSL", () => {
  test.each([
    ['TLSv1.2', 0x0303, ['certificate', 'server_key_exchange', 'certificate_request', 'server_hello_done', 'new_session_ticket']],
    ['TLSv1.3', 0x0304, []],
  ] as const)('%s, one byte at a time', async (protocol, version, flight) => {
    const { client, server } = await handshake({ minVersion: protocol, maxVersion: protocol })
    const [hello] = messages(client, version) as [ClientHello]
    expect(extension(hello.extensions, 'server_name')).toEqual({ kind: 'server_name', names: [{ type: 0, name: 'server.test' }] })
    expect(extension(hello.extensions, 'application_layer_protocol_negotiation')?.protocols).toEqual(['h2', 'http/1.1'])
    expect(extension(hello.extensions, 'supported_groups')?.groups).toContain(29)
    const [answer, ...rest] = messages(server, version) as [ServerHello, ...HandshakeMessage[]]
    expect(answer.kind).toBe('server_hello')
    expect(negotiatedVersion(answer)).toBe(version)
    expect(rest.map(({ kind }) => kind)).toEqual(flight)
  })

  test('a HelloRetryRequest asks for the group the server wants', async () => {
    const { client, server } = await handshake({ minVersion: 'TLSv1.3' }, { ecdhCurve: 'P-521' })
    const [retry, answer] = messages(server, 0x0304)
    expect(retry?.kind === 'hello_retry_request' && extension(retry.extensions, 'key_share')?.selectedGroup).toBe(25)
    expect(answer?.kind === 'server_hello' && extension(answer.extensions, 'key_share')?.share.group).toBe(25)
    const shares = messages(client, 0x0304).map(hello =>
      hello.kind === 'client_hello' ? extension(hello.extensions, 'key_share')?.shares : undefined,
    )
    expect(shares.map(list => list?.map(({ group }) => group))).toEqual([expect.not.arrayContaining([25]), [25]])
  })

  test('a ClientHello of ours in records of 100 bytes is answered', async () => {
    const { client } = await handshake({ minVersion: 'TLSv1.3' })
    const [hello] = messages(client, 0x0304)
    if (hello === undefined) throw new Error('no ClientHello')
    const records = encodeRecords(contentType.handshake, encodeHandshake(hello, { version: 0x0301 }), {
      version: 0x0301,
      fragmentSize: 100,
    })
    const answer: Buffer[] = []
    const toServer = new Transform({ transform: (chunk, _, done) => done(null, chunk) })
    const toClient = new Transform({ transform: (chunk, _, done) => done(void answer.push(chunk), chunk) })
    const server = new tls.TLSSocket(Duplex.from({ readable: toServer, writable: toClient }), { isServer: true, key: pem, cert: pem })
    server.on('error', () => {})
    toServer.write(records)
    await new Promise(resolve => toClient.once('data', resolve))
    server.destroy()
    expect(messages(answer, 0x0304)[0]?.kind).toBe('server_hello')
  })
})

// A self-signed P-256 certificate for server.test and its key, which is a secret of nobody's.
const pem = readFileSync(new URL('server.pem', import.meta.url))

/** A handshake in memory: the bytes each side sent, as a TLS engine wrote them. */
async function handshake(options: tls.SecureContextOptions, serverOptions: tls.SecureContextOptions = {}) {
  const sent = { client: [] as Buffer[], server: [] as Buffer[] }
  const collecting = (into: Buffer[]) => new Transform({ transform: (chunk, _, done) => done(void into.push(chunk), chunk) })
  const [toServer, toClient] = [collecting(sent.client), collecting(sent.server)]
  const server = new tls.TLSSocket(Duplex.from({ readable: toServer, writable: toClient }), {
    isServer: true,
    requestCert: true,
    rejectUnauthorized: false,
    ALPNProtocols: ['h2'],
    secureContext: tls.createSecureContext({ key: pem, cert: pem, ...serverOptions }),
  })
  const client = tls.connect({
    socket: Duplex.from({ readable: toClient, writable: toServer }),
    servername: 'server.test',
    ALPNProtocols: ['h2', 'http/1.1'],
    rejectUnauthorized: false,
    ...options,
  })
  try {
    await new Promise((resolve, reject) => client.once('secureConnect', resolve).once('error', reject))
    return sent
  } finally {
    client.on('error', () => {}).destroy()
    server.on('error', () => {}).destroy()
  }
}

/** The handshake messages in the clear, each of which has to come back as the same bytes. */
function messages(pieces: readonly Uint8Array[], version: number): HandshakeMessage[] {
  const deframer = new Deframer()
  const assembler = new MessageAssembler()
  const got: HandshakeMessage[] = []
  let isProtected = false
  for (const byte of pieces.flatMap(piece => [...piece])) {
    deframer.push(Uint8Array.of(byte))
    const frame = deframer.next()
    if (frame.kind === 'need-more') continue
    if (frame.kind !== 'record') throw new Error(`a ${frame.kind} where a record belongs`)
    // TLS 1.3 marks protected records by their type; before it they start with ChangeCipherSpec.
    isProtected ||= frame.type === contentType.changeCipherSpec && version < 0x0304
    if (frame.type !== contentType.handshake || isProtected) continue
    assembler.push(frame.fragment)
    for (let item = assembler.next(); item.kind === 'message'; item = assembler.next()) {
      got.push(roundTrip(item.bytes, { version, keyExchange: 'ECDHE_ECDSA' }))
    }
  }
  return got
}
