// One offer on one connection: our own hello out, the server's answer in. Nothing is encrypted, and nothing follows the hello.
import type { Socket } from 'node:net'
import { after } from '../net/deadline.ts'
import { contentType, encodeRecords } from '../wire/record.ts'
import { encodeSslv2 } from '../wire/sslv2.ts'
import { Flight } from './flight.ts'
import { bytesOf } from './hello-bytes.ts'
import type { Offer, Outcome } from './offer.ts'

/** RFC 8446 §5.1: an initial ClientHello travels in records of this version, which every server takes. */
const initialRecordVersion = 0x0301

/** Milliseconds to wait for an answer where nobody says otherwise. */
export const usualAnswerMs = 3000

/** How long to wait for the answer, whatever trickles in meanwhile. */
export interface Patience {
  readonly answerMs: number
  readonly signal: AbortSignal
}

/**
 * Sends the offer and reads the answer. Never rejects for what a server does.
 * The connection is closed when it returns, by a FIN as a rule: the answer has been read, and a server logs a client that left.
 */
export async function exchange(offer: Offer, socket: Socket, { answerMs, signal }: Patience): Promise<Outcome> {
  // It has waited for its turn. What a server does before it has seen the hello says nothing of it.
  if (socket.destroyed || socket.readableEnded)
    return { kind: 'unknown', why: 'unreachable', detail: 'the connection ended before the hello' }
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const { message, bytes } = encoded(offer)
  const flight = new Flight(offer, message)
  let isOver = false
  const end = (outcome: Outcome): void => {
    isOver = true
    resolve(outcome)
  }
  /** Ends it with what was heard, or else with what hearing nothing means; our own end of the connection means nothing. */
  const endFor = (outcome: Outcome): void => {
    if (!isOver) end(flight.rest() ?? outcome)
  }
  const giveUp = (): void => endFor({ kind: 'unknown', why: 'timeout', detail: 'no answer in time' })
  const onClose = (): void => endFor({ kind: 'refused', by: 'close' })
  socket.on('data', chunk => {
    const outcome = isOver ? null : flight.read(chunk)
    if (outcome) end(outcome)
  })
  socket.once('end', onClose).once('close', onClose)
  socket.once('error', error => endFor(brokenOff(error)))
  // A dialogue before TLS has left it paused, listener or not.
  socket.resume()
  signal.addEventListener('abort', giveUp, { once: true })
  if (signal.aborted) giveUp()
  using _ = after(answerMs, giveUp)
  try {
    socket.write(bytes)
    return await promise
  } finally {
    signal.removeEventListener('abort', giveUp)
    socket.destroy()
  }
}

function encoded({ hello, fragmentSize, recordVersion = initialRecordVersion }: Offer): { message: Uint8Array; bytes: Uint8Array } {
  if (hello.kind === 'sslv2_client_hello') {
    const bytes = encodeSslv2(hello)
    return { message: bytes.subarray(2), bytes }
  }
  const message = bytesOf(hello)
  const options = { version: recordVersion, ...(fragmentSize !== undefined && { fragmentSize }) }
  return { message, bytes: encodeRecords(contentType.handshake, message, options) }
}

/** A reset is the server's doing; a network that fails is no refusal. */
function brokenOff({ code, message }: NodeJS.ErrnoException): Outcome {
  const isReset = code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED'
  return isReset ? { kind: 'refused', by: 'reset' } : { kind: 'unknown', why: 'unreadable', detail: message }
}
