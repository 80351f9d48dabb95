// Reading a peer's plain-text answer up to a mark, bounded in size and time. What the answer means is the caller's business.
import type { Socket } from 'node:net'
import { failureOf, type NetworkFailure, untilAborted } from './dial.ts'

/** Longest answer read before TLS starts; real greetings and proxy heads are under 4 KiB. */
const answerLimit = 16_384

/** What a server said in a plain-text dialogue; or why it said nothing. */
export type Answer = { readonly kind: 'answer'; readonly text: string } | NetworkFailure

/**
 * Sends `request` (latin1; null for nothing) and collects what comes back until `complete` says it is whole.
 * Bytes are latin1 text, so that binary protocols can be matched as well.
 */
export async function ask(
  socket: Socket,
  request: string | null,
  complete: (text: string) => boolean,
  signal: AbortSignal,
): Promise<Answer> {
  let text = ''
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const onData = (bytes: Buffer): void => {
    text += bytes.toString('latin1')
    if (complete(text)) resolve({ kind: 'answer', text })
    else if (text.length > answerLimit)
      resolve({ kind: 'failed', code: 'ANSWER_LIMIT', message: `more than ${answerLimit} bytes without a complete answer` })
  }
  const onEnd = (): void =>
    resolve({
      kind: 'failed',
      code: 'ECLOSED',
      message: text === '' ? 'the connection was closed' : `the connection was closed after ${JSON.stringify(text.slice(0, 120))}`,
    })
  // Resumed by hand: the pause that ended an earlier question holds until then, listener or not.
  socket.on('data', onData).on('end', onEnd).on('error', reject).resume()
  // A peer may have hung up before anybody listened.
  if (socket.readableEnded || socket.destroyed) onEnd()
  if (request !== null) socket.write(request, 'latin1')
  try {
    return await untilAborted(promise, signal)
  } catch (error) {
    return failureOf(error)
  } finally {
    socket.pause()
    socket.off('data', onData).off('end', onEnd).off('error', reject)
  }
}
