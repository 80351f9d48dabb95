import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { systemEnv } from '../../src/net/env.ts'
import { helloOf } from '../../src/probe/hello.ts'
import { lengthOf } from '../../src/probe/hello-bytes.ts'
import { ledgerOf } from '../../src/probe/ledger.ts'
import { Line, type LineOptions } from '../../src/probe/line.ts'
import type { Asked, Offer, Outcome, Probe } from '../../src/probe/offer.ts'
import { Lengths } from '../../src/probe/shorter-trial.ts'
import { fullSurvey } from '../../src/probe/survey/full.ts'
import { likelySuites } from '../../src/probe/survey/ranking.ts'
import { MessageAssembler } from '../../src/wire/handshake.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import { decodeHandshake, encodeHandshake } from '../../src/wire/messages.ts'
import { Deframer, encodeRecords } from '../../src/wire/record.ts'
import { type LoopbackServer, listen, routeTo, stopwatch } from '../support/loopback.ts'
import { type Model, modelServer } from './survey/model.ts'

/** What a server does with a hello in the place of an answer. */
type Deed = 'close' | 'reset' | 'silence'

const deeds: Record<Deed, (socket: Socket) => void> = {
  close: socket => socket.end(),
  reset: socket => socket.resetAndDestroy(),
  silence: () => {},
}

/** What is silence to the line: far more than a busy machine needs for an answer. */
const silenceMs = 800

/** Suites without a group, so that a flight needs no ServerKeyExchange. */
const model: Model = {
  versions: [0x0303, 0x0304],
  suites: [0x1302, 0x1301, 0x009d, 0x009c, 0x0035, 0x002f, 0x000a],
  groups: [0x001d, 0x0017],
  schemes: [0x0804, 0x0401],
  order: 'server',
}
const accepted12 = [0x009d, 0x009c, 0x0035, 0x002f, 0x000a]

interface Choking extends LoopbackServer {
  readonly longHellos: () => number
}

/** A server of the model with a fault of its own, and its own way to refuse. */
async function serving(
  fault: (hello: ClientHello, bytes: number) => Deed | null,
  refusal: 'alert' | Deed = 'alert',
  spoken = model,
): Promise<Choking> {
  const answer = modelServer(spoken)
  let longHellos = 0
  const server = await listen(socket => {
    const [deframer, assembler] = [new Deframer(), new MessageAssembler()]
    let bytes = 0
    socket.on('data', chunk => {
      deframer.push(chunk)
      bytes += chunk.length
      for (let frame = deframer.next(); frame.kind !== 'need-more'; frame = deframer.next()) {
        if (frame.kind !== 'record') return void socket.end() // SSLv2
        assembler.push(frame.fragment)
      }
      const message = assembler.next()
      if (message.kind !== 'message') return
      const hello = decodeHandshake(message.type, message.body, { version: 0x0301 })
      if (hello.kind !== 'client_hello') return
      if (bytes > 255) longHellos++
      const deed = fault(hello, bytes)
      const outcome = answer({ title: '', about: 'control', hello })
      if (deed) deeds[deed](socket)
      else if (outcome.kind === 'accepted') socket.write(flight(outcome))
      else if (refusal === 'alert') socket.end(Uint8Array.of(21, 3, 3, 0, 2, 2, 40))
      else deeds[refusal](socket)
    })
  })
  return Object.assign(server, { longHellos: () => longHellos })
}

function flight({ answer: { hello }, version }: Extract<Outcome, { kind: 'accepted' }>): Uint8Array {
  if (hello.kind === 'sslv2_server_hello') return new Uint8Array(0)
  const messages = [
    encodeHandshake(hello, { version }),
    ...(version < 0x0304 ? [encodeHandshake({ kind: 'server_hello_done' }, { version })] : []),
  ]
  return Buffer.concat(messages.map(message => encodeRecords(22, message, { version: 0x0303 })))
}

const context = { servername: 'a.example', alpn: ['h2'], random: (length: number) => new Uint8Array(length).fill(7) }

function lineTo(port: number, options: Partial<LineOptions> = {}): Line {
  const signal = AbortSignal.timeout(50_000)
  return new Line({ route: routeTo(port), env: systemEnv, clock: stopwatch(), signal, answerMs: 10_000, restMs: 10, ...options })
}

async function surveyed(port: number, options: Partial<LineOptions> = {}) {
  const line = lineTo(port, options)
  await Promise.all(fullSurvey(context).map(probe => line.run(probe)))
  await line.settle()
  return { line, ledger: ledgerOf(line.asked) }
}

/** Everything of the model, and that nothing else is said to be there. */
function expectWhole(asked: readonly Asked[], spoken = model): void {
  const ledger = ledgerOf(asked)
  for (const version of [0x0300, 0x0301, 0x0302, 0x0303, 0x0304]) {
    const isSpoken = spoken.versions.includes(version)
    expect(ledger.protocol(version).support, `version ${version}`).toBe(isSpoken ? 'accepted' : 'refused')
    if (!isSpoken) continue
    const there = likelySuites(version).filter(code => ledger.cipherSuite(version, code).support === 'accepted')
    expect(there.toSorted()).toEqual(
      likelySuites(version)
        .filter(code => spoken.suites.includes(code))
        .toSorted(),
    )
    const open = likelySuites(version).filter(code => ledger.cipherSuite(version, code).support === 'unknown')
    expect(open).toEqual([])
  }
}

const byLength = (most: number, deed: Deed) => (_: ClientHello, bytes: number) => (bytes > most ? deed : null)

describe.concurrent('a server that has no answer for long hellos is surveyed in short ones', () => {
  test.each<[string, Parameters<typeof serving>[0], 'alert' | Deed]>([
    ['closes on more than 255 bytes', byLength(255, 'close'), 'alert'],
    ['resets on more than 255 bytes, and refuses by close', byLength(255, 'reset'), 'close'],
    ['closes on more than 512 bytes', byLength(517, 'close'), 'alert'],
    ['resets on more than 64 suites', ({ cipherSuites }) => (cipherSuites.length > 64 ? 'reset' : null), 'alert'],
    ['resets on more than 64 suites, and refuses by reset', ({ cipherSuites }) => (cipherSuites.length > 64 ? 'reset' : null), 'reset'],
  ])('that %s', async (_, fault, refusal) => {
    await using server = await serving(fault, refusal)
    const { line } = await surveyed(server.port)
    expectWhole(line.asked)
    expect(line.notes).toEqual(['asked in hellos under 256 bytes, since the server hung up on longer ones'])
  })

  test.each([
    [255, 'is silent on more than 255 bytes'],
    [517, 'is silent on more than 512 bytes'],
  ])('above %d: that %s', async most => {
    await using server = await serving(byLength(most, 'silence'))
    const { line } = await surveyed(server.port, { answerMs: silenceMs })
    expectWhole(line.asked)
    expect(line.notes).toEqual(['asked in hellos under 256 bytes, since the server did not answer longer ones'])
  })

  test('that is asked one connection at a time', async () => {
    await using server = await serving(byLength(255, 'close'), 'close')
    const { line } = await surveyed(server.port, { connections: 1 })
    expectWhole(line.asked)
  })
})

describe('what a server chokes on', () => {
  const wide: Offer = {
    title: 'every one',
    about: 'cipher-suites',
    hello: helloOf(context, { version: 0x0303, cipherSuites: likelySuites(0x0303).slice(0, 128) }),
  }
  /** Short, and refused. */
  const strange: Offer = {
    title: 'one',
    about: 'cipher-suites',
    hello: helloOf(context, { version: 0x0303, cipherSuites: [0x0018], signatureSchemes: [0x0401] }),
  }
  function* batches(...all: Offer[][]): Probe<Outcome[]> {
    const outcomes: Outcome[] = []
    for (const batch of all) outcomes.push(...(yield batch))
    return outcomes
  }

  test('is never a refusal of what it asks for', async () => {
    await using server = await serving(byLength(255, 'close'))
    const line = lineTo(server.port)
    const [outcome] = await line.run(batches([wide]))
    await line.settle()
    expect(outcome?.kind).toBe('accepted')
    expect(line.asked.slice(0, 3).map(({ offer: { about }, outcome: { kind } }) => [about, kind])).toEqual([
      ['length-tolerance', 'refused'],
      ['length-tolerance', 'refused'],
      ['length-tolerance', 'accepted'],
    ])
    const { cipherSuite } = ledgerOf(line.asked)
    for (const code of accepted12) expect(cipherSuite(0x0303, code).support).not.toBe('refused')
    for (const {
      offer,
      outcome: { kind },
    } of line.asked)
      if (kind === 'accepted' && offer.hello.kind === 'client_hello') expect(lengthOf(offer.hello)).toBeLessThan(256)
  })

  test('is not sent again once it is known', async () => {
    await using server = await serving(byLength(255, 'close'))
    const line = lineTo(server.port)
    await line.run(batches([wide], [wide, wide], [wide]))
    await line.settle()
    // One, that of the trial, and three that bear the trial out.
    expect(server.longHellos()).toBe(2 + 3)
  })

  test('is no control: a short hello takes its place', async () => {
    await using server = await serving(byLength(255, 'close'), 'close')
    const line = lineTo(server.port, { control: wide })
    const outcomes = await line.run(batches([strange]))
    await line.settle()
    expect(outcomes).toEqual([{ kind: 'refused', by: 'close' }])
    expect(line.asked[0]?.outcome).toEqual({ kind: 'refused', by: 'close' })
  })

  test('is found out of a server that is known to refuse by close', async () => {
    await using server = await serving(byLength(255, 'close'), 'close')
    const line = lineTo(server.port)
    const [refused, accepted] = await line.run(batches([strange], [wide]))
    await line.settle()
    expect([refused?.kind, accepted?.kind]).toEqual(['refused', 'accepted'])
  })

  test('leaves short hellos waiting, which are no less answered for that', async () => {
    await using server = await serving(byLength(255, 'silence'))
    const line = lineTo(server.port, { answerMs: silenceMs, connections: 2 })
    const outcomes = await line.run(batches([wide, wide, strange, strange]))
    await line.settle()
    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'refused', 'refused'])
    expect(line.notes).toEqual(['asked in hellos under 256 bytes, since the server did not answer longer ones'])
  })

  test('is nothing that a hello was never heard for', async () => {
    const closed = await listen(() => {})
    await closed[Symbol.asyncDispose]()
    let [hellos, dials] = [0, 0]
    await using server = await serving(() => (++hellos === 1 ? 'reset' : null))
    // The second connection is the one for the long hello of the trial.
    const dial: typeof systemEnv.dial = (address, port) => systemEnv.dial(address, ++dials === 2 ? closed.port : port)
    const line = lineTo(server.port, { connections: 1, env: { ...systemEnv, dial } })
    expect(await line.run(batches([wide]))).toMatchObject([{ kind: 'accepted' }])
    await line.settle()
    expect(line.notes).toEqual([])
  })

  // Before it has said anything a silent server is sent a short hello first.
  test.each([
    ['reset', [1, 2]],
    ['silence', [1, 3]],
  ] as const)('is nothing that two long hellos met by chance: %s', async (deed, unlucky: readonly number[]) => {
    let hellos = 0
    await using server = await serving(() => (unlucky.includes(++hellos) ? deed : null))
    const line = lineTo(server.port, { connections: 1, answerMs: silenceMs })
    expect(await line.run(batches([wide]))).toMatchObject([{ kind: 'accepted' }])
    await line.settle()
    expect(line.notes).toEqual([])
    expect(line.asked.filter(({ offer: { about }, outcome: { kind } }) => about === 'length-tolerance' && kind === 'refused')).toEqual([])
  })

  test('is not tried without a connection to spare', async () => {
    await using server = await serving(byLength(255, 'close'))
    const line = lineTo(server.port, { budget: 1 })
    expect(await line.run(batches([wide]))).toMatchObject([{ kind: 'unknown', why: 'budget' }])
    await line.settle()
    expect(line.notes).toEqual([])
  })

  test('is asked within the budget', async () => {
    await using server = await serving(byLength(255, 'close'))
    const line = lineTo(server.port, { budget: 5 })
    await line.run(batches([wide], [wide]))
    await line.settle()
    expect(server.connections()).toBeLessThanOrEqual(5)
    for (const code of accepted12) expect(ledgerOf(line.asked).cipherSuite(0x0303, code).support).not.toBe('refused')
  })

  test('is nothing where the time is up', async () => {
    await using server = await serving(() => 'silence')
    const line = lineTo(server.port, { signal: AbortSignal.timeout(40) })
    expect(await line.run(batches([wide, wide]))).toMatchObject([{ kind: 'unknown' }, { kind: 'unknown' }])
    await line.settle()
    expect(line.notes).toEqual([])
    expect(server.connections()).toBeLessThanOrEqual(2)
  })
})

describe.concurrent('the length is not tried', () => {
  test('of a server that refuses by alert', async () => {
    await using server = await serving(() => null)
    const { line } = await surveyed(server.port)
    expectWhole(line.asked)
    expect(line.notes).toEqual([])
    expect(line.asked.filter(({ offer: { title } }) => title.startsWith('what any server'))).toEqual([])
  })

  test.each(['close', 'reset'] as const)('more than a few times of one that refuses by %s', async refusal => {
    await using server = await serving(() => null, refusal)
    const { line } = await surveyed(server.port)
    expectWhole(line.asked)
    expect(line.notes).toEqual([])
    expect(line.asked.filter(({ offer: { title } }) => title.startsWith('what any server')).length).toBeLessThanOrEqual(4)
  })

  test('again where nothing is ever accepted', async () => {
    await using server = await serving(() => 'close')
    const { line, ledger } = await surveyed(server.port)
    expect(ledger.accepted()).toEqual([])
    expect(line.asked.every(({ outcome }) => outcome.kind === 'unknown' || outcome.kind === 'refused')).toBe(true)
    expect(line.asked.filter(({ offer: { title } }) => title.startsWith('what any server')).length).toBeLessThanOrEqual(8)
    expect(line.notes).toEqual([])
  })

  test('at all of one that is silent: two waits, as before', async () => {
    await using server = await serving(() => 'silence')
    const { line, ledger } = await surveyed(server.port, { answerMs: silenceMs })
    expect(ledger.accepted()).toEqual([])
    expect(server.connections()).toBeLessThanOrEqual(17)
    expect(line.asked.every(({ outcome }) => outcome.kind === 'unknown')).toBe(true)
  })
})

describe('lengths', () => {
  const hello = (suites: number, bytes: number): Offer => ({
    title: '',
    about: 'cipher-suites',
    hello: helloOf(context, {
      version: 0x0303,
      cipherSuites: likelySuites(0x0303).slice(0, suites),
      groups: [0x17],
      signatureSchemes: [0x0401],
      extensions: [{ kind: 'padding', zeros: new Uint8Array(Math.max(0, bytes - 300)) }],
    }),
  })
  const sslv3: Offer = {
    title: '',
    about: 'cipher-suites',
    hello: helloOf(context, { version: 0x0300, cipherSuites: likelySuites(0x0300) }),
  }

  test.each<[string, { answered?: Offer[]; choked?: Offer[] }, Offer, 'in doubt' | 'too long' | 'neither']>([
    ['a long one is in doubt at first', {}, hello(20, 700), 'in doubt'],
    ['a short one never is', {}, hello(1, 0), 'neither'],
    ['one no longer than an answered one is not', { answered: [hello(30, 900)] }, hello(20, 700), 'neither'],
    ['one with more suites is', { answered: [hello(20, 900)] }, hello(30, 700), 'in doubt'],
    ['a middling one is, though a longer one was answered', { answered: [hello(128, 900)] }, sslv3, 'in doubt'],
    ['any long one is too long after one that was', { choked: [hello(30, 900)] }, hello(20, 700), 'too long'],
    ['but not one as long as an answered one', { choked: [hello(30, 900)], answered: [hello(20, 700)] }, hello(20, 700), 'neither'],
    ['a middling one says nothing of longer ones', { choked: [sslv3] }, hello(20, 700), 'in doubt'],
    ["a client's own is neither", { choked: [hello(30, 900)] }, { ...hello(30, 900), about: 'client' }, 'neither'],
  ])('%s', (_, { answered = [], choked = [] }, offer, expected) => {
    const lengths = new Lengths()
    for (const each of answered) lengths.answered(each)
    for (const each of choked) lengths.choked(each)
    expect(lengths.isTooLong(offer) ? 'too long' : lengths.isInDoubt(offer) ? 'in doubt' : 'neither').toBe(expected)
  })

  test.each([sslv3, hello(128, 700), hello(20, 700)])('are tried with a hello that proves as much, and a short one', offer => {
    const lengths = new Lengths()
    const trial = lengths.trialOf(offer)
    if (trial?.long.hello.kind !== 'client_hello' || trial.short.hello.kind !== 'client_hello') throw new Error('no trial')
    expect(lengthOf(trial.short.hello)).toBeLessThanOrEqual(250)
    lengths.answered(trial.short)
    expect(lengths.isInDoubt(offer)).toBe(true)
    lengths.answered(trial.long)
    expect(lengths.isInDoubt(offer)).toBe(false)
  })

  test('are tried so often and no more', () => {
    const lengths = new Lengths()
    const trials = Array.from({ length: 8 }, () => lengths.trialOf(hello(20, 700)))
    expect(trials.filter(trial => trial !== null)).toHaveLength(4)
    expect(lengths.isInDoubt(hello(20, 700))).toBe(false)
  })
})
