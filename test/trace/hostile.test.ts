// Recordings no honest peer leaves: reading them never throws, takes bounded time and gives a bounded answer.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { mint } from '../../src/fixtures/mint.ts'
import { ladder } from '../../src/trace/ladder.ts'
import { negotiated } from '../../src/trace/negotiated.ts'
import type { Chunk, Recording } from '../../src/trace/recording.ts'
import { readTrace, type Trace, TraceReader } from '../../src/trace/trace.ts'
import { stopwatch, tlsServer } from '../support/loopback.ts'
import { shake } from '../support/shake.ts'

/** Everything that is made of a recording. */
function read(recording: Recording): Trace {
  const trace = readTrace(recording)
  negotiated(trace)
  for (const from of ['client', 'server', null] as const)
    ladder([], trace, { place: { name: 'finished', from } as { name: string; from: null }, atMs: 0, detail: '' }, der => `${der.length}`)
  return trace
}

const chunk = (from: Chunk['from'], bytes: Uint8Array): Chunk => ({ from, atMs: 0, bytes })
const record = (type: number, body: Uint8Array): Uint8Array => Uint8Array.of(type, 3, 3, body.length >> 8, body.length & 0xff, ...body)

let real: Recording[] = []
beforeAll(async () => {
  const { key, chain: cert } = await mint()
  const shapes = [
    { maxVersion: 'TLSv1.3', ciphers: 'TLS_AES_128_GCM_SHA256' },
    { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' },
    { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-CHACHA20-POLY1305' },
  ] as const
  real = await Promise.all(
    shapes.map(async client => {
      await using server = await tlsServer({ key, cert, requestCert: true, rejectUnauthorized: false, ciphers: client.ciphers })
      return (await shake(server.port, { client: { ...client, key, cert } })).trace.recording
    }),
  )
})

test('any bytes', () => {
  const chunks = fc.array(fc.record({ from: fc.constantFrom('client', 'server'), atMs: fc.nat(), bytes: fc.uint8Array() }), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(chunks, list => void read({ chunks: list as Chunk[], keyLog: [] })),
    { numRuns: 200 },
  )
})

test('any bodies of records and messages', () => {
  const body = fc.uint8Array({ maxLength: 300 })
  const message = fc
    .tuple(fc.nat(255), body)
    .map(([type, bytes]) => Uint8Array.of(type, 0, bytes.length >> 8, bytes.length & 0xff, ...bytes))
  const frame = fc.oneof(
    fc.tuple(fc.integer({ min: 20, max: 24 }), body).map(([type, bytes]) => record(type, bytes)),
    message.map(bytes => record(22, bytes)),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), frame), { maxLength: 12 }), frames => {
      read({ chunks: frames.map(([client, bytes]) => chunk(client ? 'client' : 'server', bytes)), keyLog: [] })
    }),
    { numRuns: 200 },
  )
})

test('a real handshake with bytes changed, cut off or put in twice, its secrets known', () => {
  const change = fc.record({
    which: fc.nat(2),
    chunk: fc.nat(30),
    at: fc.nat(4000),
    kind: fc.constantFrom('flip', 'cut', 'twice'),
    to: fc.nat(255),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), changes => {
      const { chunks, keyLog } = real[changes[0]?.which ?? 0] ?? { chunks: [], keyLog: [] }
      const changed = chunks.map(({ from, bytes }) => chunk(from, Uint8Array.from(bytes)))
      for (const { kind, at, to, chunk: index } of changes) {
        const target = changed[index % changed.length]
        if (!target) continue
        const place = at % Math.max(target.bytes.length, 1)
        if (kind === 'flip') target.bytes[place] = to
        else if (kind === 'cut') changed[index % changed.length] = chunk(target.from, target.bytes.subarray(0, place))
        else changed.splice(index % changed.length, 0, target)
      }
      read({ chunks: changed, keyLog })
    }),
    { numRuns: 200 },
  )
})

test('every prefix of a real handshake', () => {
  for (const { chunks, keyLog } of real) {
    const total = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0)
    for (let length = 0; length < total; length += 29) {
      let left = length
      const cut = chunks.map(({ from, bytes }) => {
        const part = bytes.subarray(0, left)
        left -= part.length
        return chunk(from, part)
      })
      read({ chunks: cut, keyLog })
    }
  }
})

test('a key log of other sessions, of wrong lengths or of garbage', () => {
  for (const { chunks, keyLog } of real) {
    for (const lines of [
      keyLog.map(line => line.slice(0, -20)),
      keyLog.map(line => `${line}00`),
      keyLog.map(line => line.replace(/ \S+$/, ' zz')),
      ['', ' ', 'x'],
    ])
      expect(read({ chunks, keyLog: lines }).serverHello).not.toBeNull()
  }
})

test.each<[string, Uint8Array]>([
  ['empty ServerHellos', record(22, Uint8Array.of(2, 0, 0, 0))],
  ['ChangeCipherSpecs', record(20, Uint8Array.of(1))],
  ['warnings', record(21, Uint8Array.of(1, 90))],
  ['empty records', record(22, new Uint8Array(0))],
  ['empty messages of an unknown type', record(22, Uint8Array.of(99, 0, 0, 0))],
  ['application data', record(23, Uint8Array.of(0))],
])('endless %s are read up to a limit, which is told', (_, bytes) => {
  const elapsed = stopwatch()
  const trace = read({ chunks: Array.from({ length: 20_000 }, () => chunk('server', bytes)), keyLog: [] })
  expect(trace.broken).toMatch(/^more than \d+ .* were sent/)
  // Each is a line in every report.
  expect(trace.messages.length).toBeLessThan(200)
  expect(elapsed()).toBeLessThan(1000)
})

test.each<[string, Uint8Array, RegExp]>([
  ['a record too long', Uint8Array.of(22, 3, 3, 255, 255), /^a record says it is 65535 bytes long/],
  ['a message too long', record(22, Uint8Array.of(11, 255, 255, 255)), /^a handshake message says it is 16777215 bytes/],
  ['other bytes after records', Uint8Array.of(...record(20, Uint8Array.of(1)), 72, 84, 84, 80), /^bytes that are no TLS record follow/],
])('%s breaks the trace, in a clause', (_, bytes, words) => {
  expect(read({ chunks: [chunk('server', bytes)], keyLog: [] }).broken).toMatch(words)
})

test('a recording that grows is read once, not once for every piece', () => {
  const chunks: Chunk[] = []
  const reader = new TraceReader({ chunks, keyLog: [] })
  const bytes = record(22, Uint8Array.of(11, 0, 255, 255, ...new Uint8Array(16_000)))
  let reads = 0
  for (let index = 0; index < 4000; index++) {
    const one = bytes.subarray(index % bytes.length, (index % bytes.length) + 1)
    chunks.push({
      ...chunk('server', one),
      get bytes() {
        reads++
        return one
      },
    })
    expect(reader.trace().messages.length).toBeLessThan(2)
  }
  expect(reads).toBe(chunks.length)
})
