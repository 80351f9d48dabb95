// The client side of a test's handshake: what the gate does with one endpoint, up to the evidence.
import { deadline } from '../../src/net/deadline.ts'
import type { Route } from '../../src/net/endpoint.ts'
import { type Env, systemEnv } from '../../src/net/env.ts'
import { type ClientOptions, secureContext } from '../../src/net/tls.ts'
import { type HandshakeRecord, probeHandshake } from '../../src/probe/handshake.ts'
import { routeTo, stopwatch } from './loopback.ts'

export interface Shake {
  readonly client?: ClientOptions
  readonly route?: Partial<Route>
  readonly servername?: string | null
  readonly alpn?: readonly string[]
  readonly timeoutMs?: number
  readonly lingerMs?: number
  readonly signal?: AbortSignal
  readonly env?: Env
}

/** One handshake with a port of this machine. */
export async function shake(port: number, options: Shake = {}): Promise<HandshakeRecord> {
  const { client = {}, route = {}, servername = 'localhost', alpn = [], timeoutMs = 3000, env = systemEnv } = options
  using limit = deadline(timeoutMs, options.signal)
  const linger = options.lingerMs === undefined ? {} : { lingerMs: options.lingerMs }
  const question = { route: routeTo(port, route), context: secureContext(client), servername, alpn, ...linger }
  return await probeHandshake(question, env, stopwatch(), limit.signal)
}
