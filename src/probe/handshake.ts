// The question "does a real client complete the handshake?", put to one endpoint. What comes back is evidence, not a judgement.
import type { SecureContext } from 'node:tls'
import { openEndpoint, type Route, type RouteFailure } from '../net/endpoint.ts'
import type { Env } from '../net/env.ts'
import { Tap } from '../net/tap.ts'
import { type Linger, shakeHands, type TlsSession } from '../net/tls.ts'
import type { Step } from '../trace/step.ts'
import { readTrace, type Trace, TraceReader } from '../trace/trace.ts'
import { alertLevel } from '../wire/alert.ts'

/** What the handshake is made with. */
export interface HandshakeQuestion {
  readonly route: Route
  readonly context: SecureContext
  /** SNI to send; null for none. */
  readonly servername: string | null
  readonly alpn: readonly string[]
  /** Told the address as soon as there is a connection to it. */
  readonly onConnected?: (address: string) => void
  /** A session to resume, see TlsSession. */
  readonly session?: Uint8Array
  /** Whether another handshake is to resume its session; not unless given. */
  readonly keepsSession?: boolean
  /** Milliseconds to wait for the server's word after the handshake, in the place of the usual ones. */
  readonly lingerMs?: number
}

/** Everything one handshake left behind. */
export interface HandshakeRecord {
  readonly address: string | null
  readonly servername: string | null
  readonly alpn: readonly string[]
  /** The steps on the network before the first TLS byte. */
  readonly networkSteps: readonly Step[]
  /** Why TLS was not reached, or null. */
  readonly networkFailure: RouteFailure | null
  /** Null when TLS was not reached. */
  readonly session: TlsSession | null
  /** Read when it is asked for. */
  readonly trace: Trace
  readonly connections: number
}

/**
 * How long to wait for a server's word after the handshake. One that asked for a client certificate may still refuse it,
 * so its silence would leave the question open; any other server has said all there is to say.
 */
const usualLinger: Linger = { usualMs: 150, furtherMs: 1000 }

/** Performs one handshake. Never rejects for what a server or a network does. */
export async function probeHandshake(
  question: HandshakeQuestion,
  env: Env,
  clock: () => number,
  signal: AbortSignal,
): Promise<HandshakeRecord> {
  const { alpn, servername } = question
  const endpoint = await openEndpoint(question.route, env, clock, signal)
  const before = {
    address: endpoint.address,
    servername,
    alpn,
    networkSteps: endpoint.steps,
    networkFailure: endpoint.failure,
    connections: endpoint.connections,
  }
  if (endpoint.socket === null) return { ...before, session: null, trace: readTrace({ chunks: [], keyLog: [] }) }
  if (endpoint.address !== null) question.onConnected?.(endpoint.address)

  const tap = new Tap(endpoint.socket, clock)
  const keyLog: string[] = []
  // Nothing is read twice, and nearly all of it while the server answers our close. Its part needs the secrets, which come with its first bytes.
  const reader = new TraceReader({ chunks: tap.chunks, keyLog })
  const isAsked = (): boolean => reader.trace().messages.some(({ content }) => content.kind === 'certificate_request')
  // What the engine has not read yet has left no secrets, without which its messages would stay sealed.
  const isRefused = (): boolean =>
    tap.readableLength === 0 &&
    reader.trace().messages.some(({ from, content }) => from === 'server' && content.kind === 'alert' && content.level === alertLevel.fatal)
  const session = await shakeHands(tap, {
    ...{ context: question.context, servername, alpn, keyLog, isAsked, isRefused, signal },
    keepsSession: question.keepsSession ?? false,
    linger: question.lingerMs === undefined ? usualLinger : { usualMs: question.lingerMs, furtherMs: 0 },
    ...(question.session && { session: question.session }),
  })
  return {
    ...before,
    session,
    get trace() {
      return reader.trace()
    },
  }
}
