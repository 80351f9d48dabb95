// Where time and connections come from, so that a test can bring its own. The only place that reads a clock.
import { connect, type Socket } from 'node:net'

export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

export interface Env {
  /** The wall clock. */
  now(): Date
  /** A monotonic clock, in milliseconds. */
  clock(): number
  /** Every address of a name, in the order the system prefers; rejects with a system error code. */
  lookup(host: string): Promise<readonly Address[]>
  /** Starts to connect. */
  dial(address: Address, port: number): Socket
}

// Taken at load, so that a test's fake timers can neither stop nor set the clocks of a real connection.
const { Date: Clock } = globalThis
const { bigint: nanoseconds } = process.hrtime

export const systemEnv: Env = {
  now: () => new Clock(),
  // The same clock as performance.now(), whose module takes a millisecond to load.
  clock: () => Number(nanoseconds()) / 1e6,
  async lookup(host) {
    // Loaded here: a target that is an address needs no resolver.
    const { lookup } = await import('node:dns/promises')
    const found = await lookup(host, { all: true })
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
  },
  dial: ({ address, family }, port) => connect({ host: address, port, family }),
}
