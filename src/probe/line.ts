// The line to one server: puts the hellos of many probes to it, a few at a time, and sees to it that what it calls a refusal is one.
import { Asking, type AskingOptions, type Cost } from './asking.ts'
import { doubtOf } from './doubt.ts'
import { overBudget } from './no-answer.ts'
import type { Asked, Offer, Outcome, Probe } from './offer.ts'
import { Repeats, type RepeatsOptions } from './repeats.ts'
import { inShort } from './shorter-probe.ts'

export interface LineOptions extends AskingOptions, RepeatsOptions {}

/** Several probes may run over one line at the same time. Nothing here rejects for what a server does. */
export class Line {
  readonly #budget: number | null
  readonly #asking: Asking
  readonly #repeats: Repeats
  /** Runs that have not ended, and what wakes those of them that wait for another. */
  #running = 0
  readonly #idle: (() => void)[] = []

  constructor(options: LineOptions) {
    this.#budget = options.budget ?? null
    this.#asking = new Asking(options)
    this.#repeats = new Repeats(this.#asking, options)
  }

  /** Every offer, in the order they were sent. Final after settle(): until then a refusal may turn out to be none. */
  get asked(): readonly Asked[] {
    return this.#asking.entries.map(({ number, offer, outcome }) => ({ number, offer, outcome }))
  }

  get cost(): Cost {
    return this.#asking.cost
  }

  /** What a reader has to know of how it was asked, a clause each: 'asked one at a time, since …'. */
  get notes(): readonly string[] {
    const { notes } = this.#repeats
    const unsent = this.#asking.entries.filter(({ outcome }) => outcome === overBudget).length
    return unsent === 0 ? notes : [...notes, `the budget of ${this.#budget} connections left ${unsent} hellos unsent`]
  }

  /** Runs a probe to its end: each batch in parallel, as far as the line allows. */
  async run<T>(asked: Probe<T>): Promise<T> {
    const probe = inShort(
      asked,
      (offer, outcome) => this.#asking.lengths.isTooLong(offer) && (outcome === null || doubtOf(outcome) !== null),
    )
    let depth = 0
    let turn = probe.next()
    this.#running++
    while (!turn.done) {
      const { length, next } = turn.value
      if (length > 0 && !this.#asking.turns.isSingle && !this.#asking.over) this.#asking.depth = Math.max(this.#asking.depth, ++depth)
      if (next !== undefined) this.#asking.connections.expect(probe, next)
      if (length === 0) await this.#elsewhere()
      turn = probe.next(await Promise.all(turn.value.map(offer => this.#put(offer, probe))))
      if (length > 0) this.#wake()
    }
    this.#asking.connections.forget(probe)
    this.#running--
    this.#wake()
    return turn.value
  }

  /**
   * To be called when every run has ended. A refusal counts only if the same server accepted a hello after it: asks the control where that
   * is missing, and makes unknown what it does not confirm.
   */
  async settle(): Promise<void> {
    await this.#repeats.settle()
    await this.#asking.connections.drop()
  }

  /** Until another run has been told something or has ended, if there is one that still can. */
  async #elsewhere(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#idle.push(resolve)
    if (this.#idle.length === this.#running) this.#wake()
    await promise
  }

  #wake(): void {
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  async #put(offer: Offer, probe: object): Promise<Outcome> {
    // In an object, so that the turn ends before it is waited for: nothing else may begin between the two.
    const { entry, cleared } = await this.#asking.turns.take(probe, async () => {
      const sent = await this.#asking.send(offer)
      return { entry: sent, cleared: this.#repeats.clear(sent) }
    })
    this.#asking.dialAhead()
    await cleared
    return entry.outcome
  }
}
