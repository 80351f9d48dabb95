// Records out of pieces of any size, and where a deframer stops listening.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../../src/wire/limits.ts'
import { contentType, type Deframed, Deframer, encodeRecords } from '../../src/wire/record.ts'
import { bytes } from './arbitraries.ts'
import { hex, unhex } from './contract.ts'

const alertRecord = unhex('15 0303 0002 0228')
const warning = unhex('15 0303 0002 0170')
const empty = unhex('17 0303 0000')

describe('encodeRecords', () => {
  test.each([
    ['one record for what fits', '0102', 16_384, '16 0301 0002 0102'],
    ['as many as needed for what does not', '0102030405', 2, '16 0301 0002 0102 16 0301 0002 0304 16 0301 0001 05'],
    ['an empty record for nothing', '', 16_384, '16 0301 0000'],
    ['no empty record after a full one', '0102', 2, '16 0301 0002 0102'],
  ])('makes %s', (_, content, size, expected) => {
    expect(hex(encodeRecords(contentType.handshake, unhex(content), { version: 0x0301, fragmentSize: size }))).toBe(hex(unhex(expected)))
  })

  test('keeps to the largest fragment there may be', () => {
    const [first, second] = frames([encodeRecords(contentType.handshake, new Uint8Array(2 ** 14 + 1), { version: 0x0301 })])
    expect([first, second].map(frame => frame?.kind === 'record' && frame.fragment.length)).toEqual([2 ** 14, 1])
  })

  test('refuses records that carry nothing', () => {
    expect(() => encodeRecords(22, unhex('01'), { version: 0x0301, fragmentSize: 0 })).toThrow(RangeError)
  })
})

describe('Deframer', () => {
  const stream = fc
    .array(
      fc.record({ type: fc.constantFrom(20, 21, 22, 23, 24), version: fc.constantFrom(0x0300, 0x0301, 0x0303), content: bytes(0, 300) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map(records => records.map(({ type, version, content }) => encodeRecords(type, content, { version })))

  test('gives the same records for one byte at a time as for all at once', () => {
    fc.assert(
      fc.property(stream, records => {
        const whole = concat(records)
        expect(frames([...whole].map(byte => Uint8Array.of(byte)))).toEqual(frames([whole]))
      }),
      { numRuns: 30 },
    )
  })

  test('gives the same records for any split', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat(2000), { maxLength: 12 }), (records, cuts) => {
        const whole = concat(records)
        const ends = [...cuts.filter(cut => cut < whole.length).sort((a, b) => a - b), whole.length]
        const pieces = ends.map((end, index) => whole.subarray(ends[index - 1] ?? 0, end))
        const got = frames(pieces)
        expect(got).toEqual(frames([whole]))
        expect(got).toHaveLength(records.length)
      }),
      { numRuns: 60 },
    )
  })

  test('survives any bytes', () => {
    fc.assert(
      fc.property(fc.array(bytes(0, 60), { maxLength: 8 }), pieces => {
        for (const frame of frames(pieces)) expect(['record', 'sslv2', 'error']).toContain(frame.kind)
      }),
      { numRuns: 300 },
    )
  })

  test('says what it waits for', () => {
    const deframer = new Deframer()
    expect(deframer.next()).toEqual({ kind: 'need-more', pending: 0 })
    deframer.push(alertRecord.subarray(0, 6))
    expect(deframer.next()).toEqual({ kind: 'need-more', pending: 6 })
  })

  test('gives each record its place in the stream and the context of its completion', () => {
    const deframer = new Deframer<string>()
    const got: unknown[] = []
    const whole = concat([empty, alertRecord])
    for (const [from, to, context] of [
      [0, 5, 'a'],
      [5, 9, 'b'],
      [9, 12, 'c'],
    ] as const) {
      deframer.push(whole.subarray(from, to), context)
      for (let frame = deframer.next(); frame.kind === 'record'; frame = deframer.next())
        got.push([frame.type, frame.offset, frame.context])
    }
    expect(got).toEqual([
      [23, 0, 'a'],
      [21, 5, 'c'],
    ])
  })

  test('its fragments stay as they are when more arrives', () => {
    const deframer = new Deframer()
    deframer.push(alertRecord)
    const frame = deframer.next()
    deframer.push(empty)
    deframer.push(Uint8Array.from(alertRecord, () => 0xff))
    expect(frame).toMatchObject({ fragment: unhex('0228') })
  })

  test.each([
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\n'],
    ['SSH', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['SMTP', '220 mail.test ESMTP\r\n'],
    ['a single byte of PostgreSQL', 'N'],
    ['MySQL', '\x4a\x00\x00\x00\x0a8.0.36\x00'],
    ['a packet that starts like a handshake record', '\x16\x00\x00\x00\x0a5.5\x00'],
    ['telnet', '\xff\xfd\x18\xff\xfd\x20'],
  ])('calls %s not-tls and keeps the bytes', (_, text) => {
    const first = Uint8Array.from(Buffer.from(text, 'latin1'))
    expect(frames([first])).toEqual([expect.objectContaining({ kind: 'error', code: 'not-tls', bytes: first })])
  })

  test('shows more of another protocol as it arrives, up to 1024 bytes', () => {
    const deframer = new Deframer()
    deframer.push(unhex('48'))
    expect(deframer.next()).toMatchObject({ code: 'not-tls', bytes: unhex('48') })
    deframer.push(unhex('545450'))
    expect(deframer.next()).toMatchObject({ code: 'not-tls', bytes: unhex('48545450') })
    deframer.push(new Uint8Array(5000))
    deframer.push(new Uint8Array(5000))
    const frame = deframer.next()
    expect(frame.kind === 'error' && frame.bytes.length).toBe(1024)
  })

  test('calls plain text after records a bad record', () => {
    expect(frames([alertRecord, Buffer.from('500 OOPS')])).toMatchObject([
      { kind: 'record' },
      { kind: 'error', code: 'bad-record', message: 'bytes that are no TLS record follow after TLS records' },
    ])
  })

  test('takes an alert of version 0.0 for the alert it is', () => {
    expect(frames([unhex('15 0000 0002 0246')])).toMatchObject([{ kind: 'record', version: 0, fragment: unhex('0246') }])
  })

  const overLong = (length: number) => concat([unhex('17 0303'), Uint8Array.of(length >> 8, length & 0xff), new Uint8Array(length)])
  test.each<[string, Uint8Array, Partial<Deframed<void>>]>([
    ['the longest record there may be', overLong(2 ** 14 + 2048), { kind: 'record' }],
    ['a byte more', overLong(2 ** 14 + 2049), { kind: 'error', code: 'record-too-long' }],
    ['a record of 65,535 bytes', overLong(65_535), { kind: 'error', code: 'record-too-long' }],
    ['a record of 65,535 bytes by its header', overLong(65_535).subarray(0, 5), { kind: 'error', code: 'record-too-long' }],
  ])('on %s decides by the header', (_, record, expected) => {
    expect(frames([record]).at(0)).toMatchObject(expected)
  })

  test.each<[string, Uint8Array, number]>([
    ['empty records', empty, limits.emptyRecords],
    ['warning alerts', warning, limits.warningAlerts],
    ['records', unhex('17 0303 0001 00'), limits.records],
  ])('gives up on %s beyond the limit and not before', (_, record, limit) => {
    const allowed = frames([concat(Array.from({ length: limit }, () => record))])
    expect(allowed.every(frame => frame.kind === 'record')).toBe(true)
    const got = frames([concat(Array.from({ length: limit + 1 }, () => record))])
    expect(got).toHaveLength(limit + 1)
    expect(got.at(-1)).toMatchObject({ kind: 'error', code: 'too-much' })
  })

  test('counts empty records and warnings only while nothing else comes between', () => {
    const calm = Array.from({ length: 40 }, () => [warning, empty, alertRecord]).flat()
    expect(frames([concat(calm)]).every(frame => frame.kind === 'record')).toBe(true)
  })

  test('keeps no more than the limit of bytes, and reads the records in them', () => {
    const small = { ...limits, bytes: 20 }
    const got = frames([alertRecord, alertRecord, alertRecord, alertRecord], new Deframer(small))
    expect(got.map(frame => frame.kind)).toEqual(['record', 'record', 'error'])
    expect(got.at(-1)).toMatchObject({ code: 'too-much', message: 'more than 20 bytes were sent' })
  })
})

describe('SSLv2 records', () => {
  const serverHello = unhex('800b 04 00 01 0002 0000 0000 0000')
  const error = unhex('8003 00 0001')

  test.each([
    ['an SSLv2 ServerHello', serverHello],
    ['an SSLv2 error', error],
    ['an SSLv2 ClientHello', unhex('800c 01 0002 0003 0000 0000 010080')],
  ])('%s is recognised where a stream starts', (_, record) => {
    const expected = [{ kind: 'sslv2', message: record.subarray(2), offset: 0, context: undefined }]
    expect(frames([record])).toEqual(expected)
    expect(frames([...record].map(byte => Uint8Array.of(byte)))).toEqual(expected)
  })

  test('TLS records may follow a ClientHello in the old form', () => {
    expect(frames([unhex('800c 01 0301 0003 0000 0000 00002f'), alertRecord])).toMatchObject([
      { kind: 'sslv2' },
      { kind: 'record', offset: 14 },
    ])
  })

  test('nowhere else are they recognised', () => {
    expect(frames([alertRecord, error])).toMatchObject([{ kind: 'record' }, { kind: 'error', code: 'bad-record' }])
  })
})

/** What a deframer gives for some pieces, up to where it gives up. */
function frames(pieces: readonly Uint8Array[], deframer = new Deframer()): Deframed<void>[] {
  const got: Deframed<void>[] = []
  for (const piece of pieces) {
    deframer.push(piece)
    let frame = deframer.next()
    for (; frame.kind === 'record' || frame.kind === 'sslv2'; frame = deframer.next()) got.push(frame)
    if (frame.kind === 'error') return [...got, frame]
  }
  return got
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
