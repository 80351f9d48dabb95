// Whether a server that hung up on a payload answered it so: it, or something before it, may hang up on everybody.
import type { ClientHello } from '../../wire/hello.ts'
import { Conversation, heardText, type Place } from './conversation.ts'
import type { PayloadAnswer } from './payloads.ts'

/** The end of the connection in the place of an answer; `detail` is what it says if it is one. */
export interface HungUp {
  readonly kind: 'hung-up'
  readonly detail: string
}

/** What is held against each other. */
interface Trial {
  /** A clause: 'a heartbeat without padding is answered'. */
  readonly question: string
  /** What the attempt greets with, and the control too. */
  readonly hello: ClientHello
  /** Greets the server and sends the payload. */
  readonly attempt: (conversation: Conversation) => Promise<PayloadAnswer | HungUp>
}

/** How long a connection on which nothing more is said has to stay open: so many times as long as the others, and this at least. */
const [times, leastMs] = [4, 1000]

/**
 * A hang-up counts only where it comes again, and a connection that is only greeted lives much longer.
 * @throws NoAnswer when the server takes part in no handshake before TLS 1.3
 */
export async function heldAgainstSilence(place: Place, { question, hello, attempt }: Trial): Promise<PayloadAnswer> {
  const first = await timed(place, attempt)
  if (first.answer.kind !== 'hung-up') return first.answer
  const second = await timed(place, attempt)
  if (second.answer.kind !== 'hung-up') return second.answer
  using control = await Conversation.open(place)
  await control.greet(hello, 'server_hello_done')
  const heard = await control.hear(Math.max(leastMs, times * Math.max(first.ageMs, second.ageMs) - control.ageMs))
  if (heard.kind === 'silence' && !place.signal.aborted) return { kind: 'safe', detail: second.answer.detail }
  const why = heard.kind === 'silence' ? 'there was no time for a control' : `${heardText(heard)} on a connection without it, too`
  return { kind: 'unknown', detail: `whether ${question} is not known: ${why}` }
}

async function timed(
  place: Place,
  attempt: Trial['attempt'],
): Promise<{ readonly answer: PayloadAnswer | HungUp; readonly ageMs: number }> {
  using conversation = await Conversation.open(place)
  const answer = await attempt(conversation)
  return { answer, ageMs: conversation.ageMs }
}
