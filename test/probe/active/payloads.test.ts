// biome-ignore-all lint/suspicious/noThenProperty: an act says what comes next in a word; nothing here is awaited as a promise
import { constants, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { alertBytes, handshakeBytes, serverHelloBytes } from '../../../src/fixtures/bytes.ts'
import type { FaultName } from '../../../src/fixtures/catalogue.ts'
import type { Fault } from '../../../src/fixtures/fault.ts'
import { mint } from '../../../src/fixtures/mint.ts'
import { heartbeats } from '../../../src/fixtures/payload-faults.ts'
import { serve } from '../../../src/fixtures/serve.ts'
import { deadline } from '../../../src/net/deadline.ts'
import { type Env, systemEnv } from '../../../src/net/env.ts'
import {
  type PayloadName,
  type PayloadOptions,
  type PayloadReport,
  payloadNames,
  sendPayloads,
} from '../../../src/probe/active/payloads.ts'
import type { ServerHello } from '../../../src/wire/hello.ts'
import { encodeHandshake } from '../../../src/wire/messages.ts'
import { encodeRecords } from '../../../src/wire/record.ts'
import { listen, routeTo, stopwatch } from '../../support/loopback.ts'

async function send(port: number, options: Partial<PayloadOptions> = {}, timeoutMs = 5000): Promise<PayloadReport> {
  using limit = deadline(timeoutMs)
  return await sendPayloads({
    route: routeTo(port),
    env: systemEnv,
    clock: stopwatch(),
    signal: limit.signal,
    context: { servername: 'localhost', alpn: [], random: randomBytes },
    address: '127.0.0.1',
    iOwnThisHost: false,
    ...options,
  })
}

async function answersOf(fault: FaultName | Fault, timeoutMs?: number): Promise<PayloadReport['answers']> {
  await using server = await serve(fault)
  return (await send(server.port, {}, timeoutMs)).answers
}

describe.concurrent('a server with one fault is vulnerable to that and safe from the others', () => {
  const seen = {
    heartbleed: 'a heartbeat without padding was answered by one of 51 bytes',
    'ccs-injection': 'an early ChangeCipherSpec was processed: alert bad_record_mac to the record after it',
    ticketbleed: 'a session id of 31 bytes came back with 32 bytes',
  }
  test.each(payloadNames)('%s', async name => {
    const answers = await answersOf(name)
    for (const other of payloadNames) expect([other, answers[other].kind]).toEqual([other, other === name ? 'vulnerable' : 'safe'])
    expect(answers[name].detail).toBe(seen[name])
  })
})

describe.concurrent('a healthy server is safe', () => {
  test('and says so in its own way to each', async () => {
    await using server = await serve('healthy')
    const report = await send(server.port)
    expect(report).toEqual({
      answers: {
        heartbleed: { kind: 'safe', detail: 'the heartbeat extension was not answered' },
        'ccs-injection': { kind: 'safe', detail: 'an early ChangeCipherSpec was refused by alert unexpected_message' },
        ticketbleed: { kind: 'safe', detail: 'a session id of 31 bytes came back as it was' },
      },
      connections: 4,
    })
    expect(server.connections).toBe(4)
  })

  test('when it has heartbeats and checks their lengths', async () => {
    const { chain: cert, key } = await mint()
    const hasPadding = (request: Uint8Array): boolean => request.length >= 3 + (request[1] ?? 0) * 256 + (request[2] ?? 0) + 16
    const { heartbleed } = await answersOf({ tls: { cert, key, maxVersion: 'TLSv1.2' }, between: say => heartbeats(say, hasPadding) })
    expect(heartbleed).toEqual({ kind: 'safe', detail: 'a heartbeat without padding was not answered' })
  })

  test('when it issues no session tickets', async () => {
    const { chain: cert, key } = await mint()
    const { ticketbleed } = await answersOf({ tls: { cert, key, secureOptions: constants.SSL_OP_NO_TICKET } })
    expect(ticketbleed).toEqual({ kind: 'safe', detail: 'no session ticket was issued' })
  })
})

describe.concurrent('a server that does not play along is neither safe nor vulnerable', () => {
  test.each<[FaultName, string]>([
    ['silent', 'the hello was not answered: no answer in time'],
    ['closed', 'the hello was not answered: the connection was closed'],
    ['reset', 'the hello was not answered: the connection was reset'],
    ['half-server-hello', 'the hello was not answered: the connection was closed'],
    ['plain-http', 'the hello was not answered: the first bytes are no TLS record'],
    ['unrecognized-name', 'the hello was refused by alert unrecognized_name'],
    ['huge-record', 'the hello was not answered: a record says it is 65535 bytes long, at most 18432 are allowed'],
    ['endless-warnings', 'the hello was not answered: more than 5 warning alerts were sent in a row'],
    ['endless-records', 'a hello_request came in the place of a ServerHello'],
    ['no-common-cipher', 'the hello was refused by alert protocol_version'],
    ['refused-port', ''],
  ])('%s', async (fault, detail) => {
    const answers = await answersOf(fault, fault === 'silent' ? 1000 : 10_000)
    expect(payloadNames.map(name => answers[name].kind)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(answers.heartbleed.detail).toContain(detail)
  })

  test('a malformed ServerHello', async () => {
    const answers = await answersOf('malformed-message')
    expect(answers['ccs-injection']).toMatchObject({ kind: 'unknown', detail: expect.stringMatching(/^the ServerHello cannot be read: /) })
  })

  test('one that does not take its own tickets', async () => {
    const { chain: cert, key } = await mint()
    let connections = 0
    // Another server answers each connection, as in a pool whose members share no keys.
    await using first = await serve({ tls: { cert, key, ticketKeys: randomBytes(48), maxVersion: 'TLSv1.2' } })
    await using second = await serve({ tls: { cert, key, ticketKeys: randomBytes(48), maxVersion: 'TLSv1.2' } })
    const dial = (): Socket => connect((connections++ % 2 === 0 ? first : second).port, '127.0.0.1')
    const { answers } = await send(first.port, { env: { ...systemEnv, dial } })
    expect(answers.ticketbleed).toEqual({
      kind: 'unknown',
      detail: 'the session ticket was not taken, so that no session id had to come back',
    })
  })
})

describe.concurrent('the answer to an early ChangeCipherSpec', () => {
  /** Up to ServerHelloDone, to a record that holds a ClientHello. */
  const flight = (hello: Uint8Array): Uint8Array =>
    Buffer.concat([serverHelloBytes(hello.subarray(5)), handshakeBytes(14, new Uint8Array())])
  const changeCipherSpecLength = 6
  /** Answers the ChangeCipherSpec, or passes over it and answers the record behind it; the two may come as one piece. */
  const answeringTo = (what: 'it' | 'the record after it', answer: (socket: Socket) => void) =>
    listen(socket => {
      let bytes = -1
      socket.on('data', chunk => {
        if (bytes < 0) {
          bytes = 0
          return void socket.write(flight(chunk))
        }
        const isDue = (length: number): boolean => length > (what === 'it' ? 0 : changeCipherSpecLength)
        const wasDue = isDue(bytes)
        bytes += chunk.length
        if (isDue(bytes) && !wasDue) answer(socket)
      })
    })
  const unsure = 'whether an early ChangeCipherSpec is processed is not known: '
  const says =
    (code: number) =>
    (socket: Socket): void =>
      void socket.end(alertBytes(code))
  test.each<[string, Parameters<typeof answeringTo>, string, string]>([
    ['an alert refuses it', ['it', says(40)], 'safe', 'alert handshake_failure'],
    ['a close refuses it', ['it', socket => void socket.end()], 'safe', 'the connection was closed'],
    ['a reset refuses it', ['it', socket => void socket.resetAndDestroy()], 'safe', 'the connection was reset'],
    ['a late unexpected_message refuses it', ['the record after it', says(10)], 'safe', 'alert unexpected_message'],
    ['decryption_failed betrays it', ['the record after it', says(21)], 'vulnerable', 'alert decryption_failed'],
    ['another late alert tells nothing', ['the record after it', says(50)], 'unknown', `${unsure}alert decode_error`],
    ['a late close tells nothing', ['the record after it', socket => void socket.end()], 'unknown', `${unsure}the connection was closed`],
    ['silence tells nothing', ['the record after it', () => {}], 'unknown', `${unsure}no answer in time`],
  ])('%s', async (_, answer, kind, detail) => {
    await using server = await answeringTo(...answer)
    const { answers } = await send(server.port, {}, 2000)
    expect(answers['ccs-injection']).toMatchObject({ kind, detail: expect.stringContaining(detail) })
  })
})

describe.concurrent('a server that hangs up on everybody has answered nothing', () => {
  const done = handshakeBytes(14, new Uint8Array())
  const serverHello: ServerHello = {
    ...{ kind: 'server_hello', legacyVersion: 0x0303, random: new Uint8Array(32), sessionId: new Uint8Array(), cipherSuite: 0xc02f },
    ...{ compressionMethod: 0, extensions: [{ kind: 'heartbeat', mode: 1 }] },
  }
  const withHeartbeats = Buffer.concat([encodeRecords(22, encodeHandshake(serverHello, { version: 0x0303 }), { version: 0x0303 }), done])
  /** Greets, passes over whatever comes after, and hangs up. */
  const after = (ms: number, hangUp: (socket: Socket) => void) =>
    listen(socket => {
      socket.once('data', () => {
        socket.write(withHeartbeats)
        setTimeout(() => hangUp(socket), ms)
      })
    })
  test.each<[string, (socket: Socket) => void, string]>([
    ['by closing', socket => void socket.end(), 'the connection was closed on a connection without it, too'],
    ['by a reset', socket => void socket.resetAndDestroy(), 'the connection was reset on a connection without it, too'],
  ])('%s', async (_, hangUp, detail) => {
    await using server = await after(40, hangUp)
    const { answers } = await send(server.port, {}, 5000)
    expect(answers['ccs-injection']).toEqual({
      kind: 'unknown',
      detail: `whether an early ChangeCipherSpec is processed is not known: ${detail}`,
    })
    expect(answers.heartbleed).toMatchObject({ kind: 'unknown', detail: expect.stringMatching(/^whether a heartbeat without padding /) })
  })

  test('and a single hang-up is none', async () => {
    let hellos = 0
    await using server = await listen(socket => {
      let bytes = 0
      socket.on('data', chunk => {
        if (bytes === 0) {
          hellos++
          socket.write(Buffer.concat([serverHelloBytes(chunk.subarray(5)), done]))
        } else if (hellos === 2) socket.end()
        else socket.end(alertBytes(10))
        bytes += chunk.length
      })
    })
    const { answers } = await send(server.port, {}, 5000)
    expect(answers['ccs-injection']).toEqual({
      kind: 'safe',
      detail: 'an early ChangeCipherSpec was refused by alert unexpected_message',
    })
  })
})

describe('who a payload is sent to', () => {
  const dialled: string[] = []
  const counting: Env = {
    ...systemEnv,
    dial(to, port) {
      dialled.push(to.address)
      return systemEnv.dial({ address: '127.0.0.1', family: 4 }, port)
    },
  }
  const refused = (answers: PayloadReport['answers']): string[] => payloadNames.map((name: PayloadName) => answers[name].detail)

  test.each<[string, Partial<PayloadOptions>, string]>([
    ['not a public address', { address: '203.0.113.5' }, 'no payload was sent: 203.0.113.5 is no private address'],
    ['nobody behind a proxy', { route: routeTo(1, { proxy: { host: '127.0.0.1', port: 1, authorization: null } }) }, 'behind a proxy'],
    ['nobody without an address', { address: null }, 'the server has no known address'],
  ])('%s', async (_, options, detail) => {
    dialled.length = 0
    const { answers, connections } = await send(1, { env: counting, ...options })
    for (const each of refused(answers)) expect(each).toContain(detail)
    expect([connections, dialled]).toEqual([0, []])
  })

  test('a public address on the word of its owner, and no other address of the name', async () => {
    dialled.length = 0
    await using server = await serve('healthy')
    const { answers } = await send(server.port, { env: counting, address: '203.0.113.5', iOwnThisHost: true })
    expect(payloadNames.map(name => answers[name].kind)).toEqual(['safe', 'safe', 'safe'])
    expect(new Set(dialled)).toEqual(new Set(['203.0.113.5']))
  })

  test('the refusal says what to do', async () => {
    const { answers } = await send(1, { address: '203.0.113.5' })
    expect(answers.heartbleed).toMatchObject({ kind: 'unknown', fix: expect.stringContaining('i-own-this-host') })
  })
})
