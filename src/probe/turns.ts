// Who may go next: so many at a time, the queues one after the other, or one with nobody beside it. No I/O and no time.

/** Lets work begin when it is its turn. */
export class Turns {
  /** How many may be under way; a change holds from the next turn on. */
  limit: number
  #underWay = 0
  #isAlone = false
  /** In the order of their next turns. */
  readonly #queues = new Map<object, (() => void)[]>()
  readonly #loners: (() => void)[] = []

  constructor(limit: number) {
    this.limit = limit
  }

  /** Whether what is under way has nothing beside it. */
  get isSingle(): boolean {
    return this.#isAlone || this.limit === 1
  }

  /** How many more could be under way now. */
  get room(): number {
    return this.isSingle || this.#loners.length > 0 || this.#queues.size > 0 ? 0 : this.limit - this.#underWay
  }

  /** Does the work once there is room; each queue has one turn after the other, however long it is. */
  take<T>(queue: object, work: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const waiting = this.#queues.get(queue)
    if (waiting) waiting.push(resolve)
    else this.#queues.set(queue, [resolve])
    return this.#inTurn(promise, work)
  }

  /** Does the work once all that has begun has ended; nothing begins before it has ended too. It goes before all that waits. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#loners.push(resolve)
    return this.#inTurn(promise, work)
  }

  async #inTurn<T>(turn: Promise<void>, work: () => Promise<T>): Promise<T> {
    this.#next()
    await turn
    try {
      return await work()
    } finally {
      this.#underWay--
      this.#isAlone = false
      this.#next()
    }
  }

  #next(): void {
    if (this.#isAlone) return
    const loner = this.#underWay === 0 ? this.#loners.shift() : undefined
    if (loner) {
      this.#isAlone = true
      this.#begin(loner)
    } else if (this.#loners.length === 0) {
      while (this.#underWay < this.limit && this.#queues.size > 0) this.#begin(this.#shift())
    }
  }

  #begin(go: () => void): void {
    this.#underWay++
    go()
  }

  #shift(): () => void {
    const [[queue, waiting] = [{}, []]] = this.#queues
    const first = waiting.shift()
    this.#queues.delete(queue)
    if (waiting.length > 0) this.#queues.set(queue, waiting)
    return first ?? (() => {})
  }
}
