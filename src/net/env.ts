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
  /** Starts to connect to one of the addresses, the next one tried while the first is slow (RFC 8305). */
  dial(addresses: readonly Address[], port: number): Socket
}

/** RFC 8305 §5: the delay before the next address is tried as well. */
const nextAddressAfterMs = 250

export const systemEnv: Env = {
  now: () => new Date(),
  // The same clock as performance.now(), whose module takes a millisecond to load.
  clock: () => Number(process.hrtime.bigint()) / 1e6,
  async lookup(host) {
    // Loaded here: a target that is an address needs no resolver.
    const { lookup } = await import('node:dns/promises')
    const found = await lookup(host, { all: true })
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
  },
  dial(addresses, port) {
    const [first] = addresses
    if (addresses.length === 1 && first) return connect({ host: first.address, port, family: first.family })
    return connect({
      host: 'addresses-already-resolved',
      port,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: nextAddressAfterMs,
      lookup: (_host, _options, done) => done(null, [...addresses]),
    })
  },
}
