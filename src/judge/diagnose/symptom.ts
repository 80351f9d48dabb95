// What a failed handshake looked like, flattened from its record so that a rule reads like a sentence. No opinions here.

import type { RouteFailure } from '../../net/endpoint.ts'
import type { TlsEnd } from '../../net/tls.ts'
import type { HandshakeRecord } from '../../probe/handshake.ts'
import type { Widening } from '../../probe/widen.ts'
import type { Side } from '../../trace/recording.ts'
import { type Message, messageName, type Trace } from '../../trace/trace.ts'
import type { HandshakeCause } from '../causes.ts'

/** An alert that ended the handshake. */
export interface EndingAlert {
  readonly from: Side
  readonly fatal: boolean
  readonly code: number
}

/** What rules are asked about. */
export interface Symptom {
  readonly servername: string | null
  /** ALPN ids that were offered. */
  readonly alpn: readonly string[]
  /** Why TLS was not reached, or null. */
  readonly network: RouteFailure | null
  /** How TLS ended; for a completed handshake what came after it. Null when TLS was not reached or nothing came after. */
  readonly end: TlsEnd | null
  /** Whether both sides finished: the trouble, if any, came after it. */
  readonly secured: boolean
  readonly alert: EndingAlert | null
  /** Whether the server asked for a client certificate, and what it got. */
  readonly clientCertificate: 'not-asked' | 'none-sent' | 'sent'
  /** Whether the server showed that it goes on after the client's last message: a ticket, data or a proper close. */
  readonly serverWentOn: boolean
  readonly trace: Trace
  /** Causes OpenSSL and the chain analysis give for not trusting the certificate, most fundamental first. */
  readonly untrusted: readonly { readonly cause: HandshakeCause; readonly message: string }[]
  /** The answer to wider hellos, when any were sent. */
  readonly widening: Widening | null
}

/**
 * Of a handshake before anything else was asked.
 * @param untrusted why its certificate is not trusted, see Symptom
 */
export function symptomOf(record: HandshakeRecord, untrusted: Symptom['untrusted']): Symptom {
  const { messages } = record.trace
  const end = record.session?.end ?? null
  const clientFinished = messages.findLastIndex(({ from, content }) => from === 'client' && content.kind === 'finished')
  return {
    servername: record.servername,
    alpn: record.alpn,
    network: record.networkFailure,
    end: end?.kind === 'secured' ? end.afterwards : end,
    secured: end?.kind === 'secured',
    alert: endingAlert(messages),
    clientCertificate: clientCertificateOf(messages),
    serverWentOn: messages.slice(clientFinished + 1).some(message => message.from === 'server' && goesOn(message)),
    trace: record.trace,
    untrusted,
    widening: null,
  }
}

/** Completed, with nothing said against it and nobody asked for more: what no rule speaks of. Nearly every handshake is like that. */
export function isUnremarkable({ secured, alert, untrusted, clientCertificate }: Symptom): boolean {
  return secured && alert === null && untrusted.length === 0 && clientCertificate === 'not-asked'
}

const closeNotify = 0

function endingAlert(messages: readonly Message[]): EndingAlert | null {
  const wentOn = new Set<Side>()
  for (const { from, content } of messages.toReversed()) {
    const fatal = content.kind === 'alert' && content.level === 2
    if (content.kind !== 'alert') wentOn.add(from)
    // A warning that its sender went on from ended nothing: unrecognized_name, for one (RFC 6066 §3).
    else if (content.description !== closeNotify && (fatal || !wentOn.has(from))) return { from, fatal, code: content.description }
  }
  return null
}

function clientCertificateOf(messages: readonly Message[]): Symptom['clientCertificate'] {
  if (!messages.some(({ content }) => content.kind === 'certificate_request')) return 'not-asked'
  const sent = messages.some(({ from, content }) => from === 'client' && content.kind === 'certificate' && content.entries.length > 0)
  return sent ? 'sent' : 'none-sent'
}

// Before TLS 1.3 the server's Finished comes last and is itself the proof.
const goesOn = ({ content }: Message): boolean =>
  content.kind === 'finished' ||
  content.kind === 'new_session_ticket' ||
  content.kind === 'application_data' ||
  (content.kind === 'alert' && content.description === closeNotify)

/** Name of the last message of that side, alerts left out; null when it sent none. */
export function lastMessageOf(trace: Trace, side: Side): string | null {
  const last = trace.messages.findLast(({ from, content }) => from === side && content.kind !== 'alert')
  return last ? messageName(last) : null
}
