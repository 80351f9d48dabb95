// Where time and connections come from, so that a test can bring its own. The only place that reads a clock.
import { connect, type Socket } from 'node:net'
import { pause } from './deadline.ts'

/** An IP address, as a resolver gives it. */
export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

/** Everything of the world outside that a check uses: names, connections, time. Tests put others in its place. */
export interface Env {
  /** The wall clock. */
  now(): Date
  /** A monotonic clock, in milliseconds. */
  clock(): number
  /** Waits for so many milliseconds, or until the signal is aborted; never rejects. */
  pause(ms: number, signal: AbortSignal): Promise<void>
  /** Every address of a name, in the order the system prefers; rejects with a system error code. */
  lookup(host: string): Promise<readonly Address[]>
  /** Starts to connect. */
  dial(address: Address, port: number): Socket
}

// Taken at load, so that a test's fake timers can neither stop nor set the clocks of a real connection.
const { Date: Clock } = globalThis
const { bigint: nanoseconds } = process.hrtime

/** The operating system's own resolver, network and clock. */
export const systemEnv: Env = {
  now: () => new Clock(),
  // The same clock as performance.now(), whose module takes a millisecond to load.
  clock: () => Number(nanoseconds()) / 1e6,
  pause,
  async lookup(host) {
    // Loaded here: a target that is an address needs no resolver.
    const { lookup } = await import('node:dns/promises')
    const found = await lookup(host, { all: true })
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
  },
  dial: ({ address, family }, port) => connect({ host: address, port, family }),
}
