// CVE-2016-9244: a session id that comes with a ticket has to come back as it is (RFC 5077 §3.4); F5 sent 32 bytes of memory from where it
// begins. One byte short of that, ours lets a single foreign byte out, and cannot be met with by chance.
import { secureContext } from '../../net/tls.ts'
import { negotiated } from '../../trace/negotiated.ts'
import { probeHandshake } from '../handshake.ts'
import type { HelloContext } from '../hello.ts'
import { Conversation, NoAnswer, type Place } from './conversation.ts'
import { greeting, usualSuites } from './greeting.ts'
import type { PayloadAnswer, PayloadTarget } from './payloads.ts'

const longestSessionId = 32

/** @throws NoAnswer when the server takes part in no handshake before TLS 1.3 */
export async function ticketbleed({ context, ...place }: PayloadTarget): Promise<PayloadAnswer> {
  const session = await firstSession(context, place)
  if (session.ticket === null) return { kind: 'safe', detail: 'no session ticket was issued' }
  const sessionId = context.random(longestSessionId - 1)
  const hello = greeting(context, {
    cipherSuites: [...new Set([session.cipherSuite, ...usualSuites()])],
    extensions: [{ kind: 'session_ticket', ticket: session.ticket }],
  })
  using conversation = await Conversation.open(place)
  const { sessionId: returned } = await conversation.greet({ ...hello, sessionId }, 'server_hello')
  const isOurs = returned.length >= sessionId.length && sessionId.every((byte, index) => byte === returned[index])
  if (!isOurs) return { kind: 'unknown', detail: 'the session ticket was not taken, so that no session id had to come back' }
  const sent = `a session id of ${sessionId.length} bytes came back`
  return returned.length === sessionId.length
    ? { kind: 'safe', detail: `${sent} as it was` }
    : { kind: 'vulnerable', detail: `${sent} with ${returned.length} bytes` }
}

/** A whole handshake by OpenSSL, whatever the certificate and however old the version and suite: only the ticket is of interest. */
async function firstSession(
  { servername, alpn }: HelloContext,
  { route, env, clock, signal }: Place,
): Promise<{ readonly cipherSuite: number; readonly ticket: Uint8Array | null }> {
  const context = secureContext({ ca: [], minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: 'ALL:@SECLEVEL=0' })
  const { session, networkFailure, trace } = await probeHandshake({ route, context, servername, alpn }, env, clock, signal)
  const { cipherSuite } = negotiated(trace)
  if (session?.end.kind !== 'secured' || cipherSuite === null)
    throw new NoAnswer(networkFailure?.message ?? 'OpenSSL completed no handshake before TLSv1.3, so there is no session to resume')
  // Sent in the clear before the server's ChangeCipherSpec: RFC 5077 §3.3
  const message = trace.messages.map(({ content }) => content).find(content => content.kind === 'new_session_ticket')
  return { cipherSuite, ticket: message?.ticket.length ? message.ticket : null }
}
