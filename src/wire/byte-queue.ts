// Bytes that arrive in pieces and leave in other pieces. No meaning and no limit: its users set both.

/** A first-in first-out buffer. What it gives out is a copy and stays as it is. */
export class ByteQueue {
  #bytes = new Uint8Array(0)
  #start = 0
  #end = 0

  get length(): number {
    return this.#end - this.#start
  }

  push(piece: Uint8Array): void {
    if (this.#end + piece.length > this.#bytes.length) this.#makeRoom(piece.length)
    this.#bytes.set(piece, this.#end)
    this.#end += piece.length
  }

  /** A copy of the first bytes, or of all there are; they stay in the queue. */
  peek(length: number): Uint8Array {
    return this.#bytes.slice(this.#start, Math.min(this.#start + length, this.#end))
  }

  /** Removes and returns the first bytes, or all there are. */
  take(length: number): Uint8Array {
    const bytes = this.peek(length)
    this.#start += bytes.length
    return bytes
  }

  /** Doubling, so that a message of n bytes in n pieces costs n and not n² copies. */
  #makeRoom(length: number): void {
    const needed = this.length + length
    const target = needed > this.#bytes.length / 2 ? new Uint8Array(Math.max(needed * 2, 1024)) : this.#bytes
    target.set(this.#bytes.subarray(this.#start, this.#end))
    this.#bytes = target
    this.#end = this.length
    this.#start = 0
  }
}
