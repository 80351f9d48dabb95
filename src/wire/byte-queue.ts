// Bytes that arrive in pieces and leave in other pieces. No meaning and no limit: its users set both.

const none = new Uint8Array(0)

/** A first-in first-out buffer. It keeps what it is given, which must not change from then on, and gives out views of it. */
export class ByteQueue {
  /** What stands before `#start` of the first is gone. */
  #pieces: Uint8Array[] = []
  #start = 0
  #length = 0

  get length(): number {
    return this.#length
  }

  push(piece: Uint8Array): void {
    if (piece.length === 0) return
    // Not the piece itself, which may be a Buffer: values should not differ by where they came from.
    this.#pieces.push(new Uint8Array(piece.buffer, piece.byteOffset, piece.length))
    this.#length += piece.length
  }

  /** The first bytes, or all there are; they stay in the queue. */
  peek(length: number): Uint8Array {
    const end = this.#start + Math.min(length, this.#length)
    const first = this.#pieces[0] ?? none
    return (end <= first.length ? first : this.#join(end)).subarray(this.#start, end)
  }

  /** Removes and returns the first bytes, or all there are. */
  take(length: number): Uint8Array {
    const bytes = this.peek(length)
    this.#start += bytes.length
    this.#length -= bytes.length
    if (this.#start === this.#pieces[0]?.length) {
      this.#pieces.shift()
      this.#start = 0
    }
    return bytes
  }

  /** Makes the first pieces one with so many bytes, a copy: once for a message, however many pieces it came in. */
  #join(end: number): Uint8Array {
    let count = 0
    let size = 0
    while (size < end) size += this.#pieces[count++]?.length ?? end
    const joined = new Uint8Array(size)
    let offset = 0
    for (const piece of this.#pieces.splice(0, count)) {
      joined.set(piece, offset)
      offset += piece.length
    }
    this.#pieces.unshift(joined)
    return joined
  }
}
