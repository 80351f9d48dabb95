// What stands before a server and lets in only so much: a proxy on loopback that resets or ignores what is over its limit, whatever the hello.
// Everything it lets in gets the true answer of the server behind, so that a refusal by anything else than that is none.
import { connect, type Socket } from 'node:net'
import { type LoopbackServer, listen } from './loopback.ts'

/** A connection as its limiter sees it. */
export interface Applicant {
  /** From 1, in the order they came. */
  readonly number: number
  /** Connections that were let in and count still, this one not among them. */
  readonly open: number
  /** Since the first connection. */
  readonly atMs: number
  /** 0 to 1, the same for the same seed. */
  readonly random: number
}

export interface Limiter {
  /** When it decides: at accept, or when the hello has come. */
  readonly at: 'accept' | 'hello'
  readonly deedFor: (applicant: Applicant) => 'let in' | 'reset' | 'ignore'
  /** How long a connection counts after its end; not at all unless given. */
  readonly noticedAfterMs?: number
}

/** A new limiter for each server: some have a memory. */
export const limiters = {
  ...table(['accept', 'hello'] as const, [1, 2, 3], [50, 200, 1000]),
  'resets what is beyond twenty connections a second': () => bucket(20, 'reset'),
  'resets what is beyond five connections a second': () => bucket(5, 'reset'),
  'ignores what is beyond twenty connections a second': () => bucket(20, 'ignore'),
  'resets all for 300 ms after every eighth connection': () => banning(8, 300),
  'resets all for 2 s after thirty connections': () => banning(30, 2000),
  'resets all after ten connections': () => banning(10, Number.POSITIVE_INFINITY),
  'resets all after thirty connections': () => banning(30, Number.POSITIVE_INFINITY),
  'resets one in ten at accept': () => chance('accept', 0.1),
  'resets one in ten hellos': () => chance('hello', 0.1),
  'resets three in ten at accept': () => chance('accept', 0.3),
  'resets three in ten hellos': () => chance('hello', 0.3),
} satisfies Record<string, () => Limiter>

export type LimiterName = keyof typeof limiters

type AtATime = `resets ${'at accept' | 'hellos'} beyond ${1 | 2 | 3} at a time, ends noticed after ${50 | 200 | 1000} ms`

function table(places: readonly Limiter['at'][], mosts: readonly number[], delays: readonly number[]): Record<AtATime, () => Limiter> {
  const rows = places.flatMap(at =>
    mosts.flatMap(most =>
      delays.map(noticedAfterMs => [
        `resets ${at === 'accept' ? 'at accept' : 'hellos'} beyond ${most} at a time, ends noticed after ${noticedAfterMs} ms`,
        (): Limiter => ({ at, noticedAfterMs, deedFor: ({ open }) => (open < most ? 'let in' : 'reset') }),
      ]),
    ),
  )
  return Object.fromEntries(rows)
}

/** So many tokens at most, and as many more each second. */
function bucket(perSecond: number, deed: 'reset' | 'ignore'): Limiter {
  let [tokens, filledMs] = [perSecond, 0]
  return {
    at: 'accept',
    deedFor: ({ atMs }) => {
      tokens = Math.min(perSecond, tokens + ((atMs - filledMs) * perSecond) / 1000)
      filledMs = atMs
      if (tokens < 1) return deed
      tokens--
      return 'let in'
    },
  }
}

/** After so many connections it takes none for a while, and begins to count anew. */
function banning(most: number, forMs: number): Limiter {
  let [count, untilMs] = [0, 0]
  return {
    at: 'accept',
    deedFor: ({ atMs }) => {
      if (atMs < untilMs) return 'reset'
      if (++count <= most) return 'let in'
      count = 0
      untilMs = atMs + forMs
      return 'reset'
    },
  }
}

const chance = (at: Limiter['at'], share: number): Limiter => ({ at, deedFor: ({ random }) => (random < share ? 'reset' : 'let in') })

/** A limiter in front of a port of loopback. */
export function limited(port: number, { at, deedFor, noticedAfterMs = 0 }: Limiter, seed = 1): Promise<LoopbackServer> {
  const random = randomFrom(seed)
  let [number, open] = [0, 0]
  let startMs: number | null = null
  const decide = (socket: Socket, first: Uint8Array | null): void => {
    startMs ??= performance.now()
    const deed = deedFor({ number: ++number, open, atMs: performance.now() - startMs, random: random() })
    if (deed === 'reset') return void socket.resetAndDestroy()
    if (deed === 'ignore') return
    open++
    const inner = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => socket.destroy())
    socket.once('close', () => {
      inner.destroy()
      setTimeout(() => open--, noticedAfterMs).unref()
    })
    if (first) inner.write(first)
    socket.pipe(inner).pipe(socket)
  }
  return listen(socket => {
    if (at === 'accept') decide(socket, null)
    else socket.once('data', bytes => decide(socket, bytes))
  })
}

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
