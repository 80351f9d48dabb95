// Connections that are made before there is a hello for them: a hello that follows from an answer then costs one round trip, not two.
import type { Endpoint } from '../net/endpoint.ts'

type Dial<T> = (signal: AbortSignal) => Promise<T>

interface Spare<T> {
  readonly endpoint: Promise<T>
  readonly given: AbortController
  /** Bytes read when it was ready; any more, and the server has said something to nobody. */
  bytesRead: number
}

/**
 * They are given out in the order they were dialled, and before any other connection is made: a server that serves one at a time is waiting for
 * a hello on the first, and would keep all others waiting.
 */
export class Spares<T extends Endpoint> {
  readonly #dial: Dial<T>
  readonly #waiting: Spare<T>[] = []

  constructor(dial: Dial<T>) {
    this.#dial = dial
  }

  get count(): number {
    return this.#waiting.length
  }

  /** Makes one more. */
  add(): void {
    const given = new AbortController()
    const spare: Spare<T> = { endpoint: this.#dial(given.signal), given, bytesRead: 0 }
    this.#waiting.push(spare)
    void spare.endpoint.then(({ socket }) => {
      spare.bytesRead = socket?.bytesRead ?? 0
      socket?.resume() // or it would not be noticed that the server closes it
    })
  }

  /** The oldest that is not closed, or could not be made; null where there is none. Whoever closes what nothing is said on refuses nothing. */
  async take(): Promise<T | null> {
    for (let spare = this.#waiting.shift(); spare; spare = this.#waiting.shift()) {
      const endpoint = await spare.endpoint
      const { socket } = endpoint
      if (!socket || (!socket.destroyed && !socket.readableEnded && socket.bytesRead === spare.bytesRead)) return endpoint
      socket.destroy()
    }
    return null
  }

  /** Closes all. */
  async drop(): Promise<void> {
    const dropped = this.#waiting.splice(0).map(async ({ endpoint, given }) => {
      given.abort(null)
      const { socket } = await endpoint
      socket?.destroy()
    })
    await Promise.all(dropped)
  }
}
