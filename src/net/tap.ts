// A stream between a TLS engine and its socket that keeps a copy of every byte in both directions. It changes nothing that passes.
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import type { Chunk, Side } from '../trace/recording.ts'

/**
 * Bytes kept of one connection. A handshake takes 2 to 30 KB and 128 KiB certificates are the largest a usual client reads;
 * a peer that sends more than this is sending something else.
 */
export const recordedBytesLimit = 1_048_576

/** Why a tap gave up: the peer sent more than any handshake needs. */
export class TapLimitError extends Error {
  override readonly name = 'TapLimitError'
  readonly code = 'RECORDING_LIMIT'
}

/** A connection that keeps a copy of every byte in both directions, with the time it passed. */
export class Tap extends Duplex {
  readonly chunks: Chunk[] = []
  readonly #socket: Socket
  readonly #clock: () => number
  #recorded = 0

  /** @param clock milliseconds since the target's start */
  constructor(socket: Socket, clock: () => number) {
    super({ allowHalfOpen: true })
    this.#socket = socket
    this.#clock = clock
    socket.on('data', bytes => {
      if (!this.#record('server', bytes)) return
      if (!this.push(bytes)) socket.pause()
    })
    socket.on('end', () => this.push(null))
    socket.on('error', error => this.destroy(error))
    socket.on('close', () => this.destroy())
    socket.pause()
    // A peer may have hung up before anybody listened.
    if (socket.readableEnded) this.push(null)
  }

  override _read(): void {
    this.#socket.resume()
  }

  override _write(bytes: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#record('client', bytes)
    this.#socket.write(bytes, done)
  }

  override _final(done: (error?: Error | null) => void): void {
    // Without a callback, for which a socket that is destroyed before it is called makes an error with its stack: a hundredth of a handshake.
    this.#socket.end()
    done()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy()
    done(error)
  }

  #record(from: Side, bytes: Uint8Array): boolean {
    this.#recorded += bytes.length
    if (this.#recorded > recordedBytesLimit) {
      this.destroy(new TapLimitError(`more than ${recordedBytesLimit} bytes in one handshake`))
      return false
    }
    this.chunks.push({ from, atMs: this.#clock(), bytes: new Uint8Array(bytes) })
    return true
  }
}
