// The connections of a line: made when there is a hello for them, or ahead of it where hellos are expected. What is said on them is not known here.
import { deadline } from '../net/deadline.ts'
import { type Endpoint, openEndpoint, type Route } from '../net/endpoint.ts'
import type { Env } from '../net/env.ts'
import { usualAnswerMs } from './exchange.ts'
import { Spares } from './spares.ts'

/** Where they lead, and how long they may take. */
export interface Way {
  /** With the address of the handshake: two addresses may be two servers. */
  readonly route: Route
  readonly env: Env
  /** Milliseconds since the target's start. */
  readonly clock: () => number
  /** Ends everything that is under way; what has no answer then is unknown. */
  readonly signal: AbortSignal
  /** The longest to wait for a connection, and then for an answer; 3000 unless given. */
  readonly answerMs?: number
}

export type Dialled = Endpoint & { readonly isLate: boolean }

export class Connections {
  readonly #way: Way
  readonly #spares = new Spares(signal => this.#dial(AbortSignal.any([this.#way.signal, signal])))
  /** How many hellos are expected to follow from what each run is waiting for, of those that tell. */
  readonly #expected = new Map<object, number>()
  #made = 0

  constructor(way: Way) {
    this.#way = way
  }

  /** How many were made so far. */
  get made(): number {
    return this.#made
  }

  /** So many hellos will follow from what a run is waiting for. */
  expect(run: object, hellos: number): void {
    this.#expected.set(run, hellos)
  }

  forget(run: object): void {
    this.#expected.delete(run)
  }

  /** Made for this, or else later than all that were given out before: who is let in on it was let in after those. */
  async take(): Promise<Dialled> {
    return (this.#spares.count > 0 ? await this.#spares.take() : null) ?? (await this.#dial(this.#way.signal))
  }

  /** Makes connections for the hellos that are expected to follow, as long as there is room for them. */
  makeAhead(room: number): void {
    const expected = [...this.#expected.values()].reduce((sum, next) => sum + next, 0)
    // When nothing is expected any more, one for the control that settles it.
    const wanted = this.#expected.size > 0 ? Math.max(expected, 1) : 0
    while (this.#spares.count < Math.min(wanted, room)) this.#spares.add()
  }

  /** Closes those that nothing was said on. */
  drop(): Promise<void> {
    return this.#spares.drop()
  }

  async #dial(outer: AbortSignal): Promise<Dialled> {
    const { route, env, clock, answerMs = usualAnswerMs } = this.#way
    using limit = deadline(answerMs, outer)
    const endpoint = await openEndpoint(route, env, clock, limit.signal)
    this.#made += endpoint.connections
    return { ...endpoint, isLate: limit.signal.aborted }
  }
}
