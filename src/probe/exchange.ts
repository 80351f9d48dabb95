// One offer on one connection: our own hello out, the server's flight up to the ServerHello (before TLS 1.3 up to its end) in. No keys, no crypto.
import { openEndpoint, type Route } from '../net/endpoint.ts'
import type { Env } from '../net/env.ts'
import { Tap } from '../net/tap.ts'
import { negotiated } from '../trace/negotiated.ts'
import { type Trace, TraceReader } from '../trace/trace.ts'
import { encodeHandshake } from '../wire/messages.ts'
import { contentType, encodeRecords } from '../wire/record.ts'
import type { Offer, Outcome } from './offer.ts'

/** RFC 8446 §5.1: an initial ClientHello travels in records of this version. */
const initialRecordVersion = 0x0301

/** Sends the offer and reads the answer. Never rejects for what a server does; the connection is closed when it returns. */
export async function exchange(offer: Offer, route: Route, env: Env, clock: () => number, signal: AbortSignal): Promise<Outcome> {
  const endpoint = await openEndpoint(route, env, clock, signal)
  if (endpoint.socket === null) return { kind: 'unknown', why: 'unreachable', detail: endpoint.failure?.message ?? 'no connection' }
  const tap = new Tap(endpoint.socket, clock)
  const { promise: ended, resolve: end } = Promise.withResolvers<Outcome>()
  const { promise: answered, resolve: answer } = Promise.withResolvers<Outcome>()
  const onAbort = (): void => end({ kind: 'unknown', why: 'timeout', detail: 'no answer in time' })
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  const reader = new TraceReader({ chunks: tap.chunks, keyLog: [] })
  tap.on('data', () => {
    const outcome = outcomeOf(reader.trace())
    if (outcome) answer(outcome)
  })
  tap.once('end', () => end({ kind: 'refused', by: 'close' }))
  tap.once('error', error => end(brokenOff(error)))
  tap.once('close', () => end({ kind: 'refused', by: 'close' }))
  try {
    const message = encodeHandshake(offer.hello, { version: initialRecordVersion })
    tap.write(encodeRecords(contentType.handshake, message, { version: initialRecordVersion }))
    return await Promise.race([answered, ended.then(outcome => partialOutcome(reader.trace()) ?? outcome)])
  } finally {
    signal.removeEventListener('abort', onAbort)
    tap.destroy()
  }
}

/** What the bytes so far prove, or null while the answer is not whole. */
function outcomeOf(trace: Trace): Outcome | null {
  if (trace.notTls) return { kind: 'unknown', why: 'not-tls', detail: 'the answer is no TLS' }
  if (trace.broken) return { kind: 'unknown', why: 'unreadable', detail: trace.broken }
  for (const { from, content } of trace.messages) {
    if (from !== 'server') continue
    if (content.kind === 'alert' && content.level === 2) return { kind: 'refused', by: 'alert', alert: content.description }
    if (content.kind === 'undecodable') return { kind: 'unknown', why: 'unreadable', detail: content.reason }
  }
  const { version } = negotiated(trace)
  // Before TLS 1.3 the group and the signature scheme come later in the flight, in the clear.
  const whole = version !== null && (version >= 0x0304 || trace.messages.some(({ content }) => content.kind === 'server_hello_done'))
  return whole ? accepted(trace) : null
}

/** A server that answered with a ServerHello and then went away has answered. */
const partialOutcome = (trace: Trace): Outcome | null => outcomeOf(trace) ?? (trace.serverHello ? accepted(trace) : null)

function accepted(trace: Trace): Outcome | null {
  const { version, cipherSuite, group, signatureScheme } = negotiated(trace)
  return version === null || cipherSuite === null ? null : { kind: 'accepted', version, cipherSuite, group, signatureScheme }
}

/** A reset is the server's doing; a flood or a network that fails is no refusal. */
function brokenOff({ code, message }: NodeJS.ErrnoException): Outcome {
  const isReset = code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED'
  return isReset ? { kind: 'refused', by: 'reset' } : { kind: 'unknown', why: 'unreadable', detail: message }
}
