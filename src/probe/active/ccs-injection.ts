// CVE-2014-0224: a ChangeCipherSpec before the keys are exchanged. Who processes it fails to decrypt what comes next, and says so.
import { alerts } from '../../registry/alerts.ts'
import type { ClientHello } from '../../wire/hello.ts'
import { contentType } from '../../wire/record.ts'
import { type Conversation, fatalAlert, heardText } from './conversation.ts'
import { greeting } from './greeting.ts'
import { type HungUp, heldAgainstSilence } from './hang-up.ts'
import type { PayloadAnswer, PayloadTarget } from './payloads.ts'

const unexpectedMessage = 10
/** bad_record_mac and decryption_failed (RFC 5246 §7.2.2): neither can be said of a record in the clear. */
const decryptionFailures = [20, 21]

/** The one byte of the message: RFC 5246 §7.1 */
const changeCipherSpec = Uint8Array.of(1)
/** Sent as a handshake record; a multiple of every block size. */
const undecryptable = new Uint8Array(64)

/** How long a server is given that refuses, in answers of its own and at least in milliseconds. */
const patience = { answers: 4, ms: 200 }

/** @throws NoAnswer when the server takes part in no handshake before TLS 1.3 */
export async function ccsInjection({ context, ...place }: PayloadTarget): Promise<PayloadAnswer> {
  const hello = greeting(context)
  const question = 'an early ChangeCipherSpec is processed'
  return await heldAgainstSilence(place, { question, hello, attempt: conversation => inject(conversation, hello) })
}

async function inject(conversation: Conversation, hello: ClientHello): Promise<PayloadAnswer | HungUp> {
  await conversation.greet(hello, 'server_hello_done')
  const answerMs = conversation.ageMs
  conversation.send(contentType.changeCipherSpec, changeCipherSpec)
  const first = await conversation.hear(Math.max(patience.ms, patience.answers * answerMs))
  const refusal = fatalAlert(first)
  if (refusal !== null) return { kind: 'safe', detail: `an early ChangeCipherSpec was refused by alert ${alerts.label(refusal)}` }
  if (first.kind === 'ended') return { kind: 'hung-up', detail: `an early ChangeCipherSpec was refused: ${heardText(first)}` }
  // It may be slow, it may not mind, or it has switched its decryption on: another record tells.
  conversation.send(contentType.handshake, undecryptable)
  const second = await conversation.hear()
  const verdict = fatalAlert(second)
  if (verdict !== null && decryptionFailures.includes(verdict))
    return { kind: 'vulnerable', detail: `an early ChangeCipherSpec was processed: alert ${alerts.label(verdict)} to the record after it` }
  if (verdict === unexpectedMessage) return { kind: 'safe', detail: 'an early ChangeCipherSpec was refused by alert unexpected_message' }
  const what = verdict === null ? heardText(second) : `alert ${alerts.label(verdict)}`
  return {
    kind: 'unknown',
    detail: `whether an early ChangeCipherSpec is processed is not known: ${what} after the record that followed it`,
  }
}
