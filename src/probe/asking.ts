// The asking of one server: one hello after another on a connection each, as far as the time, the budget and the server itself allow; what that has
// cost, and what the answers show the server to be. What an answer is worth is not known here.
import type { Socket } from 'node:net'
import { Connections, type Way } from './connections.ts'
import { doubtOf } from './doubt.ts'
import { exchange, usualAnswerMs } from './exchange.ts'
import { type HungUp, isAnsweredAfterAll, never } from './hang-ups.ts'
import { late, neverAnswered, overBudget, unanswered, unknown } from './no-answer.ts'
import type { Offer, Outcome, Subject } from './offer.ts'
import { Lengths } from './shorter-trial.ts'
import { Turns } from './turns.ts'

/** Whom to ask, and how much at a time and in all. */
export interface AskingOptions extends Way {
  /** Hellos that may wait for an answer at the same time, 8 unless given; as many connections more may be made meanwhile. */
  readonly connections?: number
  /** Connections to be tried in all, the last one kept for a control; no limit with null or unless given. */
  readonly budget?: number | null
}

/** What asking has cost. */
export interface Cost {
  /** TCP connections. */
  readonly connections: number
  /** Answers that had to be waited for one after the other, TCP set-up not counted. */
  readonly roundTrips: number
  readonly durationMs: number
}

/** An offer on its way to becoming Asked. */
export interface Entry extends HungUp {
  readonly number: number
  offer: Offer
  /** When it was answered: hellos and answers are counted, so that one can be told to come after another. */
  answeredAt: number
}

/** Nothing here rejects for what a server does. */
export class Asking {
  /** Every offer, in the order they were sent. */
  readonly entries: Entry[] = []
  readonly connections: Connections
  /** For connections, and below for the hellos on them that wait for an answer. */
  readonly turns: Turns
  readonly lengths = new Lengths()
  /** What every further offer gets for an answer; null while the server is asked. */
  over: Outcome | null = null
  /** Whether it hung up on a hello that came alone, and accepts it all the same: no hang-up is a refusal then. */
  isFitful = false
  /** The longest chain of batches, which are waited for one after the other; those answers apart that have nothing beside them. */
  depth = 0
  readonly #options: AskingOptions
  readonly #answers: Turns
  /** The first hello that was accepted, and when the newest of them was put. */
  #accepted: Offer | null = null
  #acceptedAt = -1
  /** Whether it was heard to speak TLS, and whether it was seen to say nothing. */
  #isTls = false
  #isSilent = false
  #moment = 0
  #tried = 0
  /** Answers waited for with nothing beside them. */
  #single = 0
  #startedMs: number | null = null
  #endedMs = 0

  constructor(options: AskingOptions) {
    const { connections = 8 } = options
    this.#options = options
    this.connections = new Connections(options)
    this.turns = new Turns(connections === 1 ? 1 : 2 * connections)
    this.#answers = new Turns(connections)
  }

  get cost(): Cost {
    const durationMs = this.#startedMs === null ? 0 : this.#endedMs - this.#startedMs
    return { connections: this.connections.made, roundTrips: this.depth + this.#single, durationMs }
  }

  get isAborted(): boolean {
    return this.#options.signal.aborted
  }

  /** Whether it was heard to speak TLS. */
  get isTls(): boolean {
    return this.#isTls
  }

  /** The first hello that was accepted; null while there is none. */
  get accepted(): Offer | null {
    return this.#accepted
  }

  /** Whether a hello was accepted that was put after this one was answered. */
  isFollowed({ answeredAt }: Entry): boolean {
    return answeredAt <= this.#acceptedAt
  }

  /** Whether the budget has no connection more for a hello about this. */
  isSpent(about: Subject): boolean {
    const { budget } = this.#options
    if (typeof budget !== 'number') return false
    const kept = about === 'control' ? 0 : Math.min(1, budget - 1)
    return this.#tried >= budget - kept
  }

  /** Puts an offer for the first time. */
  async send(offer: Offer): Promise<Entry> {
    const entry: Entry = { number: this.entries.length + 1, offer, outcome: unanswered, answeredAt: 0, ...never }
    this.entries.push(entry)
    entry.outcome = await this.answer(entry)
    return entry
  }

  /** Puts an offer, for the first time or again; whoever asks decides whether the answer is its outcome. */
  async answer(entry: Entry): Promise<Outcome> {
    const { isSingle } = this.turns
    const outcome = await this.#ask(entry.offer)
    entry.answeredAt = ++this.#moment
    this.isFitful ||= isAnsweredAfterAll(entry, outcome, isSingle)
    return outcome
  }

  /** Where each connection counts, none that may not be needed. */
  dialAhead(): void {
    const { signal, budget } = this.#options
    if (!this.over && !signal.aborted && typeof budget !== 'number') this.connections.makeAhead(this.turns.room)
  }

  /** One connection. */
  async #ask(offer: Offer): Promise<Outcome> {
    const { clock, signal } = this.#options
    if (this.over) return this.over
    if (this.isSpent(offer.about)) return overBudget
    if (signal.aborted) return late
    if (this.turns.isSingle) this.#single++
    this.#tried++
    this.#startedMs ??= clock()
    const putAt = ++this.#moment
    const connecting = this.connections.take()
    this.dialAhead()
    const endpoint = await connecting
    const { socket } = endpoint
    const outcome = socket
      ? await this.#answers.take(this, () => this.#hear(offer, socket))
      : unknown(endpoint.isLate ? 'timeout' : 'unreachable', endpoint.failure?.message ?? 'no connection')
    this.#endedMs = clock()
    this.#learn(outcome, offer, putAt)
    return outcome
  }

  async #hear(offer: Offer, socket: Socket): Promise<Outcome> {
    const { signal, answerMs = usualAnswerMs } = this.#options
    // Those that were connected meanwhile need not wait as long as the ones before them did for nothing.
    const instead = this.over ?? (this.#isSilent && !this.#isTls && !this.turns.isSingle ? neverAnswered : null)
    if (instead === null) return exchange(offer, socket, { answerMs, signal })
    socket.destroy()
    return instead
  }

  #learn(outcome: Outcome, offer: Offer, putAt: number): void {
    this.#isTls ||= outcome.kind === 'accepted' || (outcome.kind === 'refused' && outcome.by === 'alert')
    this.#isSilent ||= doubtOf(outcome) === 'silence'
    if (outcome.kind === 'accepted' || (outcome.kind === 'refused' && outcome.by === 'alert')) this.lengths.answered(offer)
    if (outcome.kind === 'accepted') {
      this.#accepted ??= offer
      this.#acceptedAt = Math.max(this.#acceptedAt, putAt)
    }
    if (outcome.kind === 'unknown' && outcome.why === 'not-tls' && !this.#isTls) this.over = { ...neverAnswered, why: 'not-tls' }
  }
}
