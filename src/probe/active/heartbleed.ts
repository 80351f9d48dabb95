// CVE-2014-0160, in the form that leaks nothing: a heartbeat that asks back exactly the bytes it brings, but lacks the padding it must have.
// The check that OpenSSL 1.0.1g brought in counts the padding and drops it; without the check our own bytes come back.
import { extension } from '../../wire/extensions.ts'
import type { ClientHello } from '../../wire/hello.ts'
import { contentType } from '../../wire/record.ts'
import { type Conversation, heardText } from './conversation.ts'
import { greeting } from './greeting.ts'
import { type HungUp, heldAgainstSilence } from './hang-up.ts'
import type { PayloadAnswer, PayloadTarget } from './payloads.ts'

const payloadLength = 32

/** A heartbeat_request (RFC 6520 §4) without the 16 bytes of padding that have to follow the payload. */
function request(payload: Uint8Array): Uint8Array {
  return Uint8Array.of(1, payload.length >> 8, payload.length & 0xff, ...payload)
}

/** @throws NoAnswer when the server takes part in no handshake before TLS 1.3 */
export async function heartbleed({ context, ...place }: PayloadTarget): Promise<PayloadAnswer> {
  const hello = greeting(context)
  const question = 'a heartbeat without padding is answered'
  return await heldAgainstSilence(place, {
    question,
    hello,
    attempt: conversation => beat(conversation, hello, context.random(payloadLength)),
  })
}

async function beat(conversation: Conversation, hello: ClientHello, payload: Uint8Array): Promise<PayloadAnswer | HungUp> {
  const { extensions } = await conversation.greet(hello, 'server_hello_done')
  if (extension(extensions, 'heartbeat') === undefined) return { kind: 'safe', detail: 'the heartbeat extension was not answered' }
  conversation.send(contentType.heartbeat, request(payload))
  // Whoever drops the heartbeat says nothing; that it was read is seen by what follows it being answered.
  conversation.close()
  for (;;) {
    const heard = await conversation.hear()
    if (heard.kind === 'record' && heard.type === contentType.heartbeat)
      return { kind: 'vulnerable', detail: `a heartbeat without padding was answered by one of ${heard.fragment.length} bytes` }
    if (heard.kind === 'record') continue
    if (heard.kind === 'ended' && heard.by === 'close') return { kind: 'hung-up', detail: 'a heartbeat without padding was not answered' }
    // A reset may have overtaken an answer.
    return { kind: 'unknown', detail: `whether a heartbeat without padding is answered is not known: ${heardText(heard)}` }
  }
}
