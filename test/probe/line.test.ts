import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { systemEnv } from '../../src/net/env.ts'
import { helloOf } from '../../src/probe/hello.ts'
import { Line, type LineOptions } from '../../src/probe/line.ts'
import { followedBy, type Offer, type Outcome, type Probe } from '../../src/probe/offer.ts'
import { decodeHandshake, encodeHandshake, type HandshakeMessage } from '../../src/wire/messages.ts'
import { encodeRecords } from '../../src/wire/record.ts'
import { answering, connected, type LoopbackServer, listen, routeTo, stopwatch } from '../support/loopback.ts'

/** What a server does with a connection once it has the hello on it. */
type Deed = 'accept' | 'alert' | 'error' | 'close' | 'reset' | 'silence'

interface Seen {
  /** The first suite of the hello. */
  readonly suite: number
  /** From 1, in the order of the hellos. */
  readonly number: number
  /** Connections that are open at the time. */
  readonly open: number
}

const inRecord = (message: HandshakeMessage): Uint8Array =>
  encodeRecords(22, encodeHandshake(message, { version: 0x0303 }), { version: 0x0303 })
const flight = (cipherSuite: number): Uint8Array =>
  Buffer.concat([
    inRecord({
      kind: 'server_hello',
      legacyVersion: 0x0303,
      random: new Uint8Array(32),
      sessionId: new Uint8Array(0),
      cipherSuite,
      compressionMethod: 0,
      extensions: null,
    }),
    inRecord({ kind: 'server_hello_done' }),
  ])

const deeds: Record<Deed, (socket: Socket, suite: number) => void> = {
  accept: (socket, suite) => socket.write(flight(suite)),
  alert: socket => socket.end(Uint8Array.of(21, 3, 3, 0, 2, 2, 40)),
  error: socket => socket.end(Uint8Array.of(21, 3, 3, 0, 2, 2, 80)),
  close: socket => socket.end(),
  reset: socket => socket.resetAndDestroy(),
  silence: () => {},
}

interface ScriptedServer extends LoopbackServer {
  readonly hellos: () => number
}

/** A server that does with each hello what a function says, a little later. */
async function serving(deedOf: (seen: Seen) => Deed, delayMs = 2): Promise<ScriptedServer> {
  let [hellos, open] = [0, 0]
  const server = await listen(socket => {
    open++
    socket.once('close', () => open--)
    socket.once('data', bytes => {
      const hello = decodeHandshake(1, bytes.subarray(9), { version: 0x0301 })
      const suite = hello.kind === 'client_hello' ? (hello.cipherSuites[0] ?? 0) : 0
      const deed = deedOf({ suite, number: ++hellos, open })
      setTimeout(() => deeds[deed](socket, suite), delayMs)
    })
  })
  return Object.assign(server, { hellos: () => hellos })
}

const context = { servername: null, alpn: [], random: (length: number) => new Uint8Array(length) }
const good = 0x009c
const bad = 0x000a
const odd = 0x002f
const offer = (suite: number): Offer => ({
  title: `suite ${suite}`,
  about: 'cipher-suites',
  hello: helloOf(context, { version: 0x0303, cipherSuites: [suite] }),
})
const offers = (count: number, suite = good): Offer[] => Array.from({ length: count }, () => offer(suite))

/** What is silence to the line: far more than a busy machine needs for an answer. */
const silenceMs = 800

/** Asks batches, one after the other. */
function* batches(...all: Offer[][]): Probe<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const batch of all) outcomes.push(...(yield batch))
  return outcomes
}

function lineTo(port: number, options: Partial<LineOptions> = {}): Line {
  const signal = AbortSignal.timeout(30_000)
  return new Line({ route: routeTo(port), env: systemEnv, clock: stopwatch(), signal, answerMs: 10_000, restMs: 10, ...options })
}

/** How often each outcome: 'accepted', 'refused alert', 'unknown ban'. */
function tally(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) {
    const name = outcome.kind === 'accepted' ? 'accepted' : `${outcome.kind} ${outcome.kind === 'refused' ? outcome.by : outcome.why}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
const settled = ({ asked }: Line): Record<string, number> =>
  tally(asked.filter(({ offer: { about } }) => about !== 'control').map(({ outcome }) => outcome))

describe("an error of the server's own", () => {
  test('is a refusal when it comes to the same hello each of three times', async () => {
    await using server = await serving(({ suite }) => (suite === bad ? 'error' : 'accept'))
    const line = lineTo(server.port)
    await line.run(batches([offer(good)], offers(2, bad)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 1, 'refused alert': 2 })
  })

  test('is none, nor is any other, once it did not come again', async () => {
    let third = 0
    // Of one suite each time, of the other twice in three.
    await using server = await serving(({ suite }) => (suite === bad || (suite === odd && ++third % 3 > 0) ? 'error' : 'accept'))
    const line = lineTo(server.port)
    await line.run(batches([offer(good)], offers(2, bad), [offer(odd)]))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 2, 'unknown error': 2 })
  })

  test('that only many hellos at once meet has them asked one at a time', async () => {
    await using server = await serving(({ open }) => (open > 2 ? 'error' : 'accept'), 10)
    const line = lineTo(server.port)
    await line.run(batches(offers(8), offers(8)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 16 })
    expect(line.notes).toEqual([
      'asked one at a time, since the server reported an error of its own to hellos that it answered when they came alone',
    ])
  })
})

describe('a refusal', () => {
  test('by alert stands once the control was accepted after it', async () => {
    await using server = await serving(({ suite }) => (suite === bad ? 'alert' : 'accept'))
    const line = lineTo(server.port)
    await line.run(batches([offer(good)], [offer(bad)]))
    await line.settle()
    expect(line.asked.map(({ number, offer: { about }, outcome }) => [number, about, outcome.kind])).toEqual([
      [1, 'cipher-suites', 'accepted'],
      [2, 'cipher-suites', 'refused'],
      [3, 'control', 'accepted'],
    ])
    expect(line.cost).toMatchObject({ connections: 3, roundTrips: 3 })
  })

  test('needs no control where a hello after it was accepted', async () => {
    await using server = await serving(({ suite }) => (suite === bad ? 'alert' : 'accept'))
    const line = lineTo(server.port)
    await line.run(batches([offer(bad)], [offer(good)]))
    await line.settle()
    expect(settled(line)).toEqual({ 'refused alert': 1, accepted: 1 })
    expect(line.cost).toMatchObject({ connections: 2, roundTrips: 2 })
  })

  test('counts for nothing where no hello is ever accepted', async () => {
    await using server = await serving(() => 'alert')
    const line = lineTo(server.port)
    expect(tally(await line.run(batches(offers(3))))).toEqual({ 'refused alert': 3 })
    await line.settle()
    expect(settled(line)).toEqual({ 'unknown ban': 3 })
  })

  test('is borne out by the control that the line was given', async () => {
    await using server = await serving(({ suite }) => (suite === bad ? 'alert' : 'accept'))
    const line = lineTo(server.port, { control: offer(good) })
    await line.run(batches(offers(3, bad)))
    await line.settle()
    expect(settled(line)).toEqual({ 'refused alert': 3 })
    expect(line.cost).toMatchObject({ connections: 4, roundTrips: 2 })
  })

  test.each(['close', 'reset'] as const)('by %s is one that comes four times', async by => {
    await using server = await serving(({ suite }) => (suite === bad ? by : 'accept'))
    const line = lineTo(server.port)
    await line.run(batches(offers(2), [...offers(5, bad), ...offers(5)], offers(5, bad)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 7, [`refused ${by}`]: 10 })
    // 17 hellos, three of each of those that were hung up on, the control of one of them and of three rounds, and one to close with
    expect(server.hellos()).toBe(17 + 30 + 4 + 1)
    // The batches, the first to be put again and its control, the rounds, and the last control.
    expect(line.cost.roundTrips).toBe(3 + 2 + 3 + 1)
    expect(line.notes).toEqual([])
  })

  test('by close is one that comes three times where more is known to be accepted', async () => {
    await using server = await serving(({ suite }) => (suite === bad ? 'close' : 'accept'))
    const line = lineTo(server.port)
    await line.run(batches(offers(16), offers(1, bad)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 16, 'refused close': 1 })
    expect(server.hellos()).toBe(16 + 3 + 2 + 1)
  })

  test.each([
    ['the last of many does not come', 12, { accepted: 2, 'unknown ban': 4 }],
    ['it comes to none of them again', 7, { accepted: 6 }],
  ])('by close is none where %s', async (_, until, expected) => {
    let times = 0
    // Twice to the first, once to four others that are taken to be like it; then there are rounds of all five.
    await using server = await serving(({ suite }) => {
      if (suite === bad) times++
      return suite === bad && (until === 12 ? times !== until : times < until) ? 'close' : 'accept'
    })
    const line = lineTo(server.port)
    await line.run(batches(offers(1), offers(1, bad), offers(4, bad)))
    await line.settle()
    expect(settled(line)).toEqual(expected)
  })

  test('by close is none where a control met it too', async () => {
    let controls = 0
    // Of hellos with the good suite the second is the control of the first bad one, and the third that of a round.
    await using server = await serving(({ suite }) => (suite === bad || (suite === good && ++controls === 3) ? 'close' : 'accept'))
    const line = lineTo(server.port)
    await line.run(batches(offers(1), offers(1, bad)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 1, 'unknown ban': 1 })
  })

  test('by close is none where the time is up before it came often enough', async () => {
    const caller = new AbortController()
    let times = 0
    await using server = await serving(({ suite }) => {
      if (suite === bad && ++times === 3) caller.abort()
      return suite === bad ? 'close' : 'accept'
    })
    const line = lineTo(server.port, { signal: caller.signal })
    await line.run(batches(offers(1), offers(1, bad)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 1, 'unknown timeout': 1 })
  })

  test('by close is none where a server hangs up on hellos that come alone', async () => {
    // It takes one connection at a time, and forgets one only after a while: an offer right behind a control is always too early.
    // The while is far longer than a busy machine may pause: a pause that ends just as the server is free again shows it fitful.
    let freeAtMs = 0
    const clock = stopwatch()
    await using server = await serving(() => {
      if (clock() < freeAtMs) return 'close'
      freeAtMs = clock() + 240
      return 'accept'
    })
    const line = lineTo(server.port, { restMs: 2400 })
    await line.run(batches(offers(3), offers(1, bad), offers(1, odd)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 5 })
    expect(line.notes).toEqual([expect.stringContaining('one at a time')])
  })
})

describe.concurrent('a server that', () => {
  test.each<[string, Deed, number]>([
    ['resets all after some connections', 'reset', 10],
    ['closes all after some connections', 'close', 10],
    ['alerts all after some connections', 'alert', 10],
    ['is silent after some connections', 'silence', 10],
    ['resets all but the first', 'reset', 1],
  ])('%s has refused nothing from then on', async (_, deed, after) => {
    await using server = await serving(({ number }) => (number > after ? deed : 'accept'))
    const line = lineTo(server.port, { answerMs: silenceMs })
    await line.run(batches(offers(1), offers(20), offers(20)))
    await line.settle()
    const { accepted, ...others } = settled(line)
    expect(accepted).toBeGreaterThan(0)
    expect(accepted).toBeLessThanOrEqual(after)
    expect(Object.keys(others).filter(name => name.startsWith('refused'))).toEqual([])
    if (deed !== 'alert') expect(server.hellos()).toBeLessThan(40)
  })

  test('bans takes back what it refused before, since nothing was accepted after it', async () => {
    await using server = await serving(({ number, suite }) => (number > 3 ? 'reset' : suite === bad ? 'alert' : 'accept'))
    const line = lineTo(server.port)
    await line.run(batches([offer(good)], [offer(bad), offer(bad)], [offer(good)]))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 1, 'unknown ban': 3 })
    expect(line.notes.join()).toContain('took no hello any more')
  })

  test.each(['close', 'reset', 'silence'] as const)(
    'answers more than two connections at a time by %s is asked one at a time',
    async deed => {
      await using server = await serving(({ open, suite }) => (open > 2 ? deed : suite === bad ? 'alert' : 'accept'))
      const line = lineTo(server.port, { answerMs: deed === 'silence' ? silenceMs : 10_000 })
      await line.run(batches([...offers(6), ...offers(6, bad)], offers(6)))
      await line.settle()
      expect(settled(line)).toEqual({ accepted: 12, 'refused alert': 6 })
      expect(line.notes).toHaveLength(1)
      expect(line.notes[0]).toContain('asked one at a time')
    },
  )

  test('bans now by silence and now by close is not called one that answers hellos that come alone', async () => {
    await using server = await serving(({ number }) => (number <= 4 ? 'accept' : number % 2 === 0 ? 'silence' : 'close'))
    const line = lineTo(server.port, { answerMs: silenceMs })
    await line.run(batches(offers(4), offers(1), offers(4)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 4, 'unknown ban': 5 })
    expect(line.notes).toEqual([expect.stringContaining('took no hello any more')])
  })

  test('takes no hello for a while is left in peace for a while', async () => {
    let hellos = 0
    await using server = await serving(() => (++hellos > 8 && hellos < 12 ? 'reset' : 'accept'))
    const line = lineTo(server.port)
    await line.run(batches(offers(8), offers(1), offers(4)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 13 })
    expect(line.notes).toEqual([expect.stringContaining('one at a time')])
  })

  test('serves one connection at a time is answered by all the same', async () => {
    let turn: Promise<void> = Promise.resolve()
    // Eight that wait for their turn wait too long; one alone has time enough.
    await using behind = await serving(() => 'accept', silenceMs / 5)
    await using server = await listen(socket => {
      socket.pause()
      turn = turn.then(
        () =>
          new Promise<void>(done => {
            if (socket.destroyed) return done()
            const server = connect(behind.port, '127.0.0.1').on('error', () => {})
            socket.on('error', () => {}).once('close', () => done())
            socket.pipe(server).pipe(socket)
          }),
      )
    })
    const line = lineTo(server.port, { answerMs: silenceMs })
    await line.run(batches(offers(12)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 12 })
  })

  test('lets in two connections, both of which are taken for a while, is asked when they are free', async () => {
    await using behind = await serving(({ suite }) => (suite === bad ? 'alert' : 'accept'))
    let turnedAway = 0
    await using server = await listen(socket => {
      if (server.open() >= 2) {
        socket.destroy()
        // All seven of the first batch, and one of them that was put again alone.
        if (++turnedAway === 8) for (const other of others) other.destroy()
        return
      }
      const inner = connect(behind.port, '127.0.0.1').on('error', () => {})
      socket.once('end', () => socket.destroy()).once('close', () => inner.destroy())
      socket.pipe(inner).pipe(socket)
    })
    const others = await Promise.all([connected(server.port), connected(server.port)])
    const line = lineTo(server.port, { restMs: 2400 })
    await line.run(batches([offer(bad), ...offers(6)], offers(4)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 10, 'refused alert': 1 })
    expect(line.notes).toEqual([expect.stringContaining('asked one at a time')])
  })

  test('drops one sort of hello is asked the rest without waiting twice for each', async () => {
    await using server = await serving(({ suite }) => (suite === bad ? 'silence' : 'accept'))
    const line = lineTo(server.port, { answerMs: silenceMs })
    await line.run(batches(offers(2), [...offers(4, bad), ...offers(4)], offers(4, bad)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 6, 'unknown timeout': 8 })
    expect(server.hellos()).toBe(14 + 2)
  })
})

describe.concurrent('what cannot be asked', () => {
  test('costs a silent server two waits, not forty', async () => {
    await using server = await answering('', 'wait')
    const line = lineTo(server.port, { answerMs: silenceMs, control: offer(good) })
    await line.run(batches(offers(30), offers(10)))
    await line.settle()
    expect(settled(line)).toEqual({ 'unknown timeout': 40 })
    expect(server.connections()).toBeLessThanOrEqual(17)
  })

  test('costs one that is not there no more', async () => {
    const server = await listen(() => {})
    await server[Symbol.asyncDispose]()
    const line = lineTo(server.port, { control: offer(good) })
    await line.run(batches(offers(40)))
    await line.settle()
    expect(settled(line)).toEqual({ 'unknown unreachable': 40 })
    expect(line.cost.connections).toBe(0)
  })

  test('costs one that speaks no TLS a few connections', async () => {
    await using server = await answering('HTTP/1.1 400 Bad Request\r\n\r\n', 'close')
    const line = lineTo(server.port)
    await line.run(batches(offers(40)))
    await line.settle()
    expect(settled(line)).toEqual({ 'unknown not-tls': 40 })
    expect(server.connections()).toBeLessThanOrEqual(17)
  })

  test('is unknown beyond the budget, whose last connection confirms the rest', async () => {
    await using server = await serving(({ suite }) => (suite === bad ? 'alert' : 'accept'))
    const line = lineTo(server.port, { budget: 5 })
    await line.run(batches(offers(1), offers(6, bad)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 1, 'refused alert': 3, 'unknown budget': 3 })
    expect(server.connections()).toBe(5)
    expect(line.cost.connections).toBe(5)
    expect(line.notes).toEqual(['the budget of 5 connections left 3 hellos unsent'])
  })

  test('is unknown when the time is up', async () => {
    const caller = new AbortController()
    await using server = await serving(({ number }) => {
      if (number > 4) caller.abort()
      return number > 4 ? 'silence' : 'accept'
    })
    const line = lineTo(server.port, { signal: caller.signal })
    await line.run(batches(offers(4), offers(20)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 4, 'unknown timeout': 20 })
    expect(line.notes).toEqual([])
  })
})

describe('a line', () => {
  test('has so many hellos waiting for an answer, and no more', async () => {
    let [waiting, most] = [0, 0]
    await using server = await serving(() => {
      most = Math.max(most, ++waiting)
      setTimeout(() => waiting--, 8)
      return 'accept'
    }, 8)
    const line = lineTo(server.port, { connections: 4 })
    await Promise.all([line.run(batches(offers(20))), line.run(batches(offers(20)))])
    expect(most).toBe(4)
    expect(line.cost).toMatchObject({ connections: 40, roundTrips: 1 })
  })

  test('has the runs take turns', async () => {
    const order: number[] = []
    await using server = await serving(({ suite }) => {
      order.push(suite)
      return 'accept'
    })
    const line = lineTo(server.port, { connections: 1 })
    await Promise.all([line.run(batches(offers(6, good))), line.run(batches(offers(3, bad)))])
    expect(order).toEqual([good, good, bad, good, bad, good, bad, good, good])
    expect(line.cost.roundTrips).toBe(9)
  })

  test('tells each run its own outcomes, in order', async () => {
    await using server = await serving(({ suite }) => (suite === bad ? 'alert' : 'accept'))
    const line = lineTo(server.port)
    const [first, second] = await Promise.all([
      line.run(batches([offer(good), offer(bad)], [offer(bad)])),
      line.run(batches([offer(bad), offer(good)])),
    ])
    expect(first.map(({ kind }) => kind)).toEqual(['accepted', 'refused', 'refused'])
    expect(second.map(({ kind }) => kind)).toEqual(['refused', 'accepted'])
  })

  test('that nothing was asked on costs nothing', async () => {
    const line = lineTo(1)
    await line.settle()
    expect(line.asked).toEqual([])
    expect(line.cost).toEqual({ connections: 0, roundTrips: 0, durationMs: 0 })
  })
})

describe.concurrent('connections made ahead', () => {
  /** What follows is known beforehand, as it is of a survey. */
  function* followed(...all: Offer[][]): Probe<Outcome[]> {
    const outcomes: Outcome[] = []
    for (const [index, batch] of all.entries()) outcomes.push(...(yield followedBy(all[index + 1]?.length ?? 0, batch)))
    return outcomes
  }

  test('are those that the next hellos go out on', async () => {
    const order: string[] = []
    const { promise: areMade, resolve: made } = Promise.withResolvers<void>()
    let connections = 0
    await using server = await listen(socket => {
      const number = ++connections
      order.push(`connection ${number}`)
      if (number === 3) made()
      socket.once('data', async () => {
        order.push(`hello ${number}`)
        await areMade
        order.push(`answer ${number}`)
        deeds.accept(socket, good)
      })
    })
    const line = lineTo(server.port)
    await line.run(followed(offers(1), offers(2)))
    await line.settle()
    const before = order.slice(0, order.indexOf('answer 1'))
    expect(before.sort()).toEqual(['connection 1', 'connection 2', 'connection 3', 'hello 1'])
    expect(order).toEqual(expect.arrayContaining(['hello 2', 'hello 3']))
    // One for a control, which was not needed.
    expect(line.cost).toMatchObject({ connections: 4, roundTrips: 2 })
  })

  test('are taken by the control that settles it', async () => {
    await using server = await serving(({ suite }) => (suite === bad ? 'alert' : 'accept'))
    const line = lineTo(server.port)
    await line.run(followed(offers(2), offers(3, bad)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 2, 'refused alert': 3 })
    expect(server.connections()).toBe(6)
  })

  test('do no harm where the server closes what nothing is said on', async () => {
    const idle = new Set<Socket>()
    let asking: Socket[] = []
    await using server = await listen(socket => {
      idle.add(socket)
      socket.once('data', async () => {
        idle.delete(socket)
        asking.push(socket)
        if (asking.length < 3) return
        // The batch is here, and what was made ahead of the next one; that is gone before the batch has its answers.
        const batch = asking
        asking = []
        await Promise.all([...idle].map(each => once(each.end(), 'close')))
        for (const each of batch) deeds.accept(each, good)
      })
      socket.once('close', () => idle.delete(socket))
    })
    const line = lineTo(server.port)
    await line.run(followed(offers(3), offers(3), offers(3)))
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 9 })
    expect(line.notes).toEqual([])
  })

  test('do not hold up a server that serves one at a time', async () => {
    let turn = Promise.resolve()
    await using server = await listen(socket => {
      const closed = new Promise<void>(resolve => socket.once('close', resolve))
      const heard = new Promise<void>(resolve => socket.once('data', () => resolve()))
      turn = turn.then(async () => {
        await Promise.race([heard, closed])
        deeds.accept(socket, good)
        await closed
      })
    })
    const line = lineTo(server.port)
    await Promise.all([line.run(followed(offers(4), offers(9), offers(2))), line.run(followed(offers(1), offers(1), offers(7)))])
    await line.settle()
    expect(settled(line)).toEqual({ accepted: 24 })
    expect(line.notes).toEqual([])
  })

  test('are not made where connections are counted, or one is allowed at a time', async () => {
    await using server = await serving(() => 'accept')
    const counted = lineTo(server.port, { budget: 20 })
    await counted.run(followed(offers(2), offers(2), []))
    const single = lineTo(server.port, { connections: 1 })
    await single.run(followed(offers(2), offers(2)))
    for (const line of [counted, single]) await line.settle()
    expect(server.connections()).toBe(8)
  })

  test('and those with a hello on them are twice as many as hellos may wait, at most', async () => {
    await using server = await serving(() => 'accept', 10)
    const sockets: Socket[] = []
    let most = 0
    const dial: typeof systemEnv.dial = (address, port) => {
      const socket = systemEnv.dial(address, port)
      sockets.push(socket)
      most = Math.max(most, sockets.filter(({ destroyed }) => !destroyed).length)
      return socket
    }
    const line = lineTo(server.port, { connections: 3, env: { ...systemEnv, dial } })
    await line.run(followed(offers(2), offers(20), offers(1)))
    await line.settle()
    expect(most).toBeLessThanOrEqual(6)
  })
})

describe('a run that has nothing to ask yet', () => {
  test('goes on when another has been told something', async () => {
    await using server = await serving(() => 'accept')
    const line = lineTo(server.port)
    let answers = 0
    function* first(): Probe<void> {
      for (let round = 0; round < 2; round++) {
        yield offers(1)
        answers++
      }
    }
    function* second(): Probe<number> {
      while (answers < 2) yield []
      yield offers(1)
      return answers
    }
    expect(await Promise.all([line.run(second()), line.run(first())])).toEqual([2, undefined])
    expect(line.cost.roundTrips).toBe(2)
  })

  test('waits for nobody where there is nobody', async () => {
    const line = lineTo(1)
    function* alone(): Probe<string> {
      yield []
      return 'done'
    }
    expect(await line.run(alone())).toBe('done')
  })
})
