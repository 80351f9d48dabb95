// Whether sessions are resumed, and whether data may come before the handshake: found out by whole handshakes, each of which goes on with
// what the one before it left. Facts; no opinion on them.
import type { SecureContext } from 'node:tls'
import type { Route } from '../net/endpoint.ts'
import type { Env } from '../net/env.ts'
import { type ClientOptions, secureContext } from '../net/tls.ts'
import { extension } from '../wire/extensions.ts'
import type { NewSessionTicket } from '../wire/messages.ts'
import type { Resumption, ResumptionName } from './features.ts'
import { type HandshakeRecord, probeHandshake } from './handshake.ts'

/** The endpoint whose sessions are asked about, and the client that asks. */
export interface ResumptionQuestion {
  /** With the address of the first handshake: another server of the same name may not know its sessions. */
  readonly route: Route
  /** What the client offers; its versions are chosen here. */
  readonly client: ClientOptions
  readonly servername: string | null
  readonly alpn: readonly string[]
  readonly env: Env
  /** Milliseconds since the target's start. */
  readonly clock: () => number
  readonly signal: AbortSignal
}

type Answer = Resumption[ResumptionName]

/** The clients that ask. One that has no tickets makes the server keep the session under an id. */
const clients = {
  tls12: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' },
  tls12WithoutTickets: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', tickets: false },
  tls13: { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' },
} as const satisfies Record<string, ClientOptions>

/** A handshake of such a client, with a session to resume where one is given. */
type Shake = (client: keyof typeof clients, session?: Uint8Array | null) => Promise<HandshakeRecord>

/**
 * Takes up to five handshakes, four of them with TLS 1.2.
 * @param first the handshake that was made anyway, whose session is resumed when it is one of TLS 1.3
 */
export async function probeResumption(
  question: ResumptionQuestion,
  first: Promise<HandshakeRecord>,
): Promise<{ readonly resumption: Resumption; readonly connections: number }> {
  let connections = 0
  const { env, clock, signal } = question
  // Whom to trust is of no interest here, and takes longer to read than a handshake.
  const { crl: _, ...client } = { ...question.client, ca: [] }
  const contexts = new Map<string, SecureContext>()
  const shake: Shake = async (name, session) => {
    const context = contexts.get(name) ?? secureContext({ ...client, ...clients[name] })
    contexts.set(name, context)
    const record = await probeHandshake(
      { ...question, context, keepsSession: true, lingerMs: 0, ...(session && { session }) },
      env,
      clock,
      signal,
    )
    connections += record.connections
    return record
  }
  const [before13, of13] = await Promise.all([resumptionBefore13(shake), resumption13(shake, first)])
  return { resumption: { ...before13, ...of13 }, connections }
}

async function resumptionBefore13(shake: Shake): Promise<Pick<Resumption, 'resumption-by-id' | 'resumption-by-ticket'>> {
  const kept = await shake('tls12WithoutTickets')
  const failure = failureOf(kept)
  if (failure) return { 'resumption-by-id': failure, 'resumption-by-ticket': failure }
  const second = await shake('tls12', kept.session?.resumable)
  const byId = failureOf(second) ?? {
    status: second.session?.resumed ? 'yes' : 'no',
    detail: second.session?.resumed ? 'a session of TLSv1.2 is resumed by its id' : 'a session of TLSv1.2 is not resumed by its id',
  }
  // A session resumed by its id brings no ticket as a rule, a new one does where the server has any.
  const issued = second.session?.resumed && ticketsOf(second).length === 0 ? await shake('tls12') : second
  return { 'resumption-by-id': byId, 'resumption-by-ticket': await byTicket(shake, issued) }
}

async function byTicket(shake: Shake, issued: HandshakeRecord): Promise<Answer> {
  const failure = failureOf(issued)
  if (failure) return failure
  const session = issued.session?.resumable
  if (!session || ticketsOf(issued).length === 0) return { status: 'no', detail: 'no ticket is given with TLSv1.2' }
  const record = await shake('tls12', session)
  return (
    failureOf(record) ??
    (record.session?.resumed
      ? { status: 'yes', detail: 'a session of TLSv1.2 is resumed by its ticket' }
      : { status: 'no', detail: 'a session of TLSv1.2 is not resumed by its ticket' })
  )
}

async function resumption13(shake: Shake, first: Promise<HandshakeRecord>): Promise<Pick<Resumption, 'resumption-tls13' | 'early-data'>> {
  const record = await first
  const is13 = record.session?.protocol === 'TLSv1.3'
  const issued = failureOf(record) ?? (is13 ? null : ({ status: 'unknown', detail: 'the handshake was not one of TLSv1.3' } as const))
  if (issued) return { 'resumption-tls13': issued, 'early-data': issued }
  const [ticket] = ticketsOf(record)
  const session = record.session?.resumable
  if (!ticket || !session) {
    // It may come later: on a slow way, or with the first data.
    const none: Answer = { status: 'unknown', detail: 'no ticket came with the handshake of TLSv1.3' }
    return { 'resumption-tls13': none, 'early-data': none }
  }
  const bytes = ticket.form === 'tls1.3' ? (extension(ticket.extensions, 'early_data')?.maxEarlyDataSize ?? 0) : 0
  const second = await shake('tls13', session)
  const resumed: Answer = failureOf(second) ?? {
    status: second.session?.resumed ? 'yes' : 'no',
    detail: second.session?.resumed ? 'a session of TLSv1.3 is resumed' : 'a session of TLSv1.3 is not resumed',
  }
  const early: Answer =
    bytes > 0
      ? { status: 'yes', detail: `a ticket allows ${bytes} bytes of early data` }
      : { status: 'no', detail: 'tickets allow no early data' }
  return { 'resumption-tls13': resumed, 'early-data': early }
}

const ticketsOf = ({ trace }: HandshakeRecord): NewSessionTicket[] =>
  trace.messages.flatMap(({ from, content }) => (from === 'server' && content.kind === 'new_session_ticket' ? [content] : []))

/** What a handshake that was not completed leaves of the question; null for one that was. */
function failureOf({ session, networkFailure }: HandshakeRecord): Answer | null {
  if (session?.end.kind === 'secured') return null
  return { status: 'unknown', detail: networkFailure?.message ?? 'the handshake for it was not completed' }
}
