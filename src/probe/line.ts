// The line to one server: puts the hellos of many probes to it, a few at a time, and sees to it that what it calls a refusal is one.
// A server may hang up because it is asked too fast, and may stop to answer at all; neither says anything of a hello.
import type { Socket } from 'node:net'
import { pause } from '../net/deadline.ts'
import { Connections, type Way } from './connections.ts'
import { type Doubt, doubtOf, doubtTexts } from './doubt.ts'
import { exchange, usualAnswerMs } from './exchange.ts'
import { areBorneOut, type HungUp, isAnsweredAfterAll, isHungUpOn, never } from './hang-ups.ts'
import { banned, inconclusive, isShutOut, late, neverAnswered, overBudget, unanswered, unconfirmed, unknown } from './no-answer.ts'
import type { Asked, Offer, Outcome, Probe, Subject } from './offer.ts'
import { inShort } from './shorter-probe.ts'
import { Lengths } from './shorter-trial.ts'
import { Turns } from './turns.ts'

/** Whom a line asks, and how much at a time and in all. */
export interface LineOptions extends Way {
  /** Hellos that may wait for an answer at the same time, 8 unless given; as many connections more may be made meanwhile. */
  readonly connections?: number
  /** Connections to be tried in all, the last one kept for a control; no limit with null or unless given. */
  readonly budget?: number | null
  /** A hello that is known to work. Once the line has seen one accepted, it takes that. */
  readonly control?: Offer | null
  /** The longest to leave a server in peace that takes no hello any more, before it is asked once again; 1000 unless given. */
  readonly restMs?: number
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
interface Entry extends HungUp {
  readonly number: number
  offer: Offer
  /** When it was answered, see #moment. */
  answeredAt: number
}

/** Several probes may run over one line at the same time. Nothing here rejects for what a server does. */
export class Line {
  readonly #options: LineOptions
  readonly #connections: Connections
  /** For connections, and for the hellos on them that wait for an answer. */
  readonly #turns: Turns
  readonly #answers: Turns
  readonly #entries: Entry[] = []
  readonly #notes: string[] = []
  /** What a repetition did not change while the control was accepted: this server's way to refuse a hello, or to pass over it. */
  readonly #usual = new Set<Doubt>()
  readonly #lengths = new Lengths()
  /** Of the trials that gave hellos out as too long what met the long one, and what was noted. */
  readonly #tooLong: { readonly long: Entry; readonly doubt: Doubt; readonly note: string }[] = []
  /** Runs that have not ended, and what wakes those of them that wait for another. */
  #running = 0
  readonly #idle: (() => void)[] = []
  /** Counts hellos and answers, so that one can be told to come after another. */
  #moment = 0
  /** When the newest of the accepted hellos was put. */
  #acceptedAt = -1
  #accepted: Offer | null = null
  /** Whether it was heard to speak TLS, and whether it was seen to say nothing. */
  #isTls = false
  /** Whether an error of the server's own came to a hello and did not come again. */
  #isErratic = false
  /** Whether it hung up on a hello that came alone, and accepts it all the same: no hang-up is a refusal then. */
  #isFitful = false
  #isSilent = false
  #hasRested = false
  /** What every further offer gets for an answer; null while the server is asked. */
  #over: Outcome | null = null
  #tried = 0
  /** Answers waited for with nothing beside them, and the longest chain of batches apart from those. */
  #single = 0
  #depth = 0
  #startedMs: number | null = null
  #endedMs = 0

  constructor(options: LineOptions) {
    const { connections = 8 } = options
    this.#options = options
    this.#connections = new Connections(options)
    this.#turns = new Turns(connections === 1 ? 1 : 2 * connections)
    this.#answers = new Turns(connections)
  }

  /** Every offer, in the order they were sent. Final after settle(): until then a refusal may turn out to be none. */
  get asked(): readonly Asked[] {
    return this.#entries.map(({ number, offer, outcome }) => ({ number, offer, outcome }))
  }

  get cost(): Cost {
    const durationMs = this.#startedMs === null ? 0 : this.#endedMs - this.#startedMs
    return { connections: this.#connections.made, roundTrips: this.#depth + this.#single, durationMs }
  }

  /** What a reader has to know of how it was asked, a clause each: 'asked one at a time, since …'. */
  get notes(): readonly string[] {
    const unsent = this.#entries.filter(({ outcome }) => outcome === overBudget).length
    return unsent === 0 ? this.#notes : [...this.#notes, `the budget of ${this.#options.budget} connections left ${unsent} hellos unsent`]
  }

  /** Runs a probe to its end: each batch in parallel, as far as the line allows. */
  async run<T>(asked: Probe<T>): Promise<T> {
    const probe = inShort(asked, (offer, outcome) => this.#lengths.isTooLong(offer) && (outcome === null || doubtOf(outcome) !== null))
    let depth = 0
    let turn = probe.next()
    this.#running++
    while (!turn.done) {
      const { length, next } = turn.value
      if (length > 0 && !this.#turns.isSingle && !this.#over) this.#depth = Math.max(this.#depth, ++depth)
      if (next !== undefined) this.#connections.expect(probe, next)
      if (length === 0) await this.#elsewhere()
      turn = probe.next(await Promise.all(turn.value.map(offer => this.#put(offer, probe))))
      if (length > 0) this.#wake()
    }
    this.#connections.forget(probe)
    this.#running--
    this.#wake()
    return turn.value
  }

  /**
   * To be called when every run has ended. A refusal counts only if the same server accepted a hello after it: asks the control where that
   * is missing, and makes unknown what it does not confirm.
   */
  async settle(): Promise<void> {
    await this.#bearOut()
    await this.#turns.alone(async () => {
      if (this.#isErratic)
        for (const entry of this.#entries) if (doubtOf(entry.outcome) === 'error') entry.outcome = inconclusive(entry.outcome)
      const isOpen = ({ outcome, answeredAt }: Entry): boolean => outcome.kind === 'refused' && answeredAt > this.#acceptedAt
      if (!this.#entries.some(isOpen)) return
      if (!(await this.#isThere())) await this.#isThere()
      for (const entry of this.#entries.filter(isOpen)) entry.outcome = this.#unconfirmed()
    })
    await this.#bearOutLengths()
    await this.#connections.drop()
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
    const { entry, cleared } = await this.#turns.take(probe, async () => {
      const sent = await this.#send(offer)
      return { entry: sent, cleared: this.#cleared(sent) }
    })
    this.#dialAhead()
    await cleared
    return entry.outcome
  }

  /** Finds out what a doubtful answer is worth. */
  async #cleared(entry: Entry): Promise<void> {
    const doubt = doubtOf(entry.outcome)
    if (!doubt) return
    if (this.#isExplained(entry, doubt)) this.#explain(entry)
    else await this.#turns.alone(() => this.#repeat(entry, doubt))
  }

  /** Whether there is nothing more to find out about a doubtful answer. */
  #isExplained(entry: Entry, doubt: Doubt): boolean {
    return this.#lengths.isTooLong(entry.offer) || (this.#usual.has(doubt) && !isShutOut(entry.outcome) && !this.#mayBeLength(entry))
  }

  #mayBeLength({ offer, outcome }: Entry): boolean {
    const wasSent = outcome.kind !== 'unknown' || (outcome.why !== 'unreachable' && outcome.why !== 'error')
    return wasSent && this.#lengths.isInDoubt(offer)
  }

  #explain(entry: Entry): void {
    entry.isTooLong = this.#lengths.isTooLong(entry.offer)
    // Then it is all that the answer speaks of.
    if (entry.isTooLong) entry.offer = { ...entry.offer, about: 'length-tolerance' }
  }

  /** With nothing else under way, and nothing open either. */
  async #repeat(entry: Entry, doubt: Doubt): Promise<void> {
    await this.#connections.drop()
    if (!this.#isExplained(entry, doubt) && this.#mayBeLength(entry)) await this.#tryLength(entry.offer, doubt)
    if (this.#isExplained(entry, doubt)) return this.#explain(entry) // by this trial, or meanwhile by another offer
    const outcome = this.#over ? entry.outcome : await this.#second(entry, doubt)
    // Whoever has stopped to answer did not refuse.
    entry.outcome = this.#over && outcome.kind === 'refused' ? this.#over : outcome
  }

  /** Finds out whether it is the length of an offer that had no answer; true where it is. */
  async #tryLength(offer: Offer, doubt: Doubt): Promise<boolean> {
    if (this.#over || this.#options.signal.aborted || this.#isSpent(offer.about)) return false
    const trial = doubt === 'hang-up' && this.#isFitful ? null : this.#lengths.trialOf(offer)
    if (!trial) return false
    if (doubt === 'silence' && !this.#isTls && this.#isMute((await this.#send(trial.short)).outcome)) return false
    const long = await this.#send(trial.long)
    // Whoever was not let in had no hello to find too long.
    if (doubtOf(long.outcome) !== doubt || isShutOut(long.outcome)) return false
    if ((await this.#send(trial.short)).outcome.kind !== 'accepted') return false
    this.#lengths.choked(offer)
    const note = `asked in hellos under 256 bytes, since the server ${doubt === 'hang-up' ? 'hung up on' : 'did not answer'} longer ones`
    if (!this.#notes.includes(note)) this.#notes.push(note)
    this.#tooLong.push({ long, doubt, note })
    return true
  }

  /** Two time-outs are enough for a server that never said anything; connections that it did not let in only with a rest between them. */
  #isMute(second: Outcome): boolean {
    if (this.#isTls || this.#options.signal.aborted || doubtOf(second) !== 'silence') return false
    if (isShutOut(second) && !this.#hasRested) return false
    this.#over = { ...neverAnswered, why: second.kind === 'unknown' ? second.why : 'timeout' }
    return true
  }

  async #second(entry: Entry, doubt: Doubt): Promise<Outcome> {
    const { signal } = this.#options
    const first = await this.#answer(entry)
    // It may be full of us, since the handshake has connections of its own: as long as nothing else tells, it is left in peace once.
    const isRested = !this.#hasRested && (isShutOut(first) ? !this.#isTls : doubtOf(first) === 'hang-up' && !this.#control)
    if (isRested) await this.#rest()
    const second = isRested ? await this.#answer(entry) : first
    if (second === overBudget) return doubt === 'silence' ? entry.outcome : this.#unconfirmed()
    if (signal.aborted) return second
    const again = doubtOf(second)
    if (!again) {
      if (entry.outcome !== neverAnswered) this.#askSingly(doubt)
      this.#isErratic ||= doubt === 'error'
      return second
    }
    if (this.#isMute(second)) return second
    const isThere = await this.#isThere()
    if (isThere && again === 'error') return await this.#third(entry)
    const isPassing = isShutOut(second) || (again === 'hang-up' && (!isThere || this.#isFitful))
    if (!isThere || isPassing) return await this.#later(entry, doubt, { outcome: second, isThere, isPassing })
    this.#usual.add(again)
    return second
  }

  /** Leaves the server in peace, where it may pass longer each time. The offer goes before the control, which would take the only place there may be. */
  async #later(entry: Entry, doubt: Doubt, met: { outcome: Outcome; isThere: boolean; isPassing: boolean }): Promise<Outcome> {
    let { outcome } = met
    for (const share of met.isPassing ? [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1] : [1]) {
      await this.#rest(share)
      if (met.isPassing) outcome = await this.#answer(entry)
      if (this.#options.signal.aborted || outcome === overBudget) return this.#unconfirmed()
      if (!doubtOf(outcome)) {
        this.#askSingly(doubt)
        return outcome
      }
    }
    const isGone = isShutOut(outcome) && !this.#control
    if (!isGone && (met.isThere || (await this.#isThere()))) {
      if (!met.isThere) this.#askSingly(doubt)
      if (!met.isPassing) outcome = await this.#answer(entry)
      return inconclusive(outcome)
    }
    if (this.#options.signal.aborted || this.#isSpent('control')) return this.#unconfirmed()
    this.#over = banned
    this.#notes.push(`the server took no hello any more after ${this.#connections.made} connections`)
    return banned
  }

  /** An error may come by chance, again and again: none is taken on trust, and one that does not come makes all of them chance. */
  async #third(entry: Entry): Promise<Outcome> {
    const third = await this.#answer(entry)
    this.#isErratic ||= doubtOf(third) !== 'error'
    return third
  }

  #rest(share = 1): Promise<void> {
    this.#hasRested ||= share === 1
    return pause(share * (this.#options.restMs ?? 1000), this.#options.signal)
  }

  async #answer(entry: Entry): Promise<Outcome> {
    const { isSingle } = this.#turns
    const outcome = await this.#ask(entry.offer)
    entry.answeredAt = ++this.#moment
    this.#isFitful ||= isAnsweredAfterAll(entry, outcome, isSingle)
    return outcome
  }

  /** What a refusal becomes that was not followed by an acceptance. */
  #unconfirmed(): Outcome {
    return unconfirmed(this.#options.signal.aborted, this.#isSpent('control'))
  }

  get #control(): Offer | null {
    return this.#accepted ?? this.#options.control ?? null
  }

  /** Whether the server accepts what it is known to accept; without such a hello nothing speaks against it. */
  async #isThere(): Promise<boolean> {
    const control = this.#control
    if (!control) return true
    if (this.#over || this.#options.signal.aborted || this.#isSpent('control')) return false
    const { outcome } = await this.#send({ ...control, title: 'a hello that is known to work', about: 'control' })
    const doubt = doubtOf(outcome)
    this.#isFitful ||= doubt === 'hang-up' && control === this.#accepted
    // What was given for one may be too long for this server; after the trial there is another.
    return outcome.kind === 'accepted' || (doubt !== null && (await this.#tryLength(control, doubt)))
  }

  #askSingly(doubt: Doubt): void {
    if (this.#turns.limit === 1) return
    this.#turns.limit = 1
    this.#notes.push(`asked one at a time, since the server ${doubtTexts[doubt]} that it answered when they came alone`)
  }

  /** Makes every hang-up unknown, unless all of them come again and again. */
  async #bearOut(): Promise<void> {
    if (!this.#control || !this.#entries.some(isHungUpOn)) return
    await this.#connections.drop()
    const answer = (entry: Entry): Promise<Outcome> => this.#turns.take(this, () => this.#answer(entry))
    const isThere = (): Promise<boolean> => this.#turns.take(this, () => this.#isThere())
    const rest = (share: number): Promise<void> => {
      if (!this.#turns.isSingle) this.#depth++
      return this.#rest(share)
    }
    if (!this.#over && !this.#isFitful && (await areBorneOut(this.#entries, { answer, isThere, rest })) && !this.#isFitful) return
    const isUnasked = !this.#isFitful && (this.#options.signal.aborted || this.#isSpent('control'))
    const instead = this.#over ?? (isUnasked ? this.#unconfirmed() : null)
    for (const entry of this.#entries.filter(isHungUpOn)) entry.outcome = instead ?? inconclusive(entry.outcome)
  }

  /** Takes back what was said of long hellos where none of them bears it out: two in a row may have met with something else. */
  async #bearOutLengths(): Promise<void> {
    const standing = await Promise.all(
      // Hang-ups have been borne out by now; the time for more silence is spent last, when nothing else waits for it.
      this.#tooLong.map(async ({ long, doubt, note }) =>
        (doubt === 'hang-up' ? isHungUpOn(long) : await this.#isIgnored(long)) ? note : null,
      ),
    )
    for (const { note } of this.#tooLong)
      if (!standing.includes(note) && this.#notes.includes(note)) this.#notes.splice(this.#notes.indexOf(note), 1)
  }

  /** Whether an offer that had no answer has none either when it is put twice more. */
  async #isIgnored(entry: Entry): Promise<boolean> {
    const again = await Promise.all([1, 2].map(() => this.#turns.take(this, () => this.#answer(entry))))
    const answer = again.find(({ kind }) => kind !== 'unknown')
    if (answer?.kind === 'accepted') entry.outcome = answer
    return !answer
  }

  async #send(offer: Offer): Promise<Entry> {
    const entry: Entry = { number: this.#entries.length + 1, offer, outcome: unanswered, answeredAt: 0, ...never }
    this.#entries.push(entry)
    entry.outcome = await this.#answer(entry)
    return entry
  }

  #isSpent(about: Subject): boolean {
    const { budget } = this.#options
    if (typeof budget !== 'number') return false
    const kept = about === 'control' ? 0 : Math.min(1, budget - 1)
    return this.#tried >= budget - kept
  }

  /** One connection. */
  async #ask(offer: Offer): Promise<Outcome> {
    const { clock, signal } = this.#options
    if (this.#over) return this.#over
    if (this.#isSpent(offer.about)) return overBudget
    if (signal.aborted) return late
    if (this.#turns.isSingle) this.#single++
    this.#tried++
    this.#startedMs ??= clock()
    const putAt = ++this.#moment
    const connecting = this.#connections.take()
    this.#dialAhead()
    const endpoint = await connecting
    const { socket } = endpoint
    const outcome = socket
      ? await this.#answers.take(this, () => this.#hear(offer, socket))
      : unknown(endpoint.isLate ? 'timeout' : 'unreachable', endpoint.failure?.message ?? 'no connection')
    this.#endedMs = clock()
    this.#learn(outcome, offer, putAt)
    return outcome
  }

  /** Where each connection counts, none that may not be needed. */
  #dialAhead(): void {
    const { signal, budget } = this.#options
    if (!this.#over && !signal.aborted && typeof budget !== 'number') this.#connections.makeAhead(this.#turns.room)
  }

  async #hear(offer: Offer, socket: Socket): Promise<Outcome> {
    const { signal, answerMs = usualAnswerMs } = this.#options
    // Those that were connected meanwhile need not wait as long as the ones before them did for nothing.
    const instead = this.#over ?? (this.#isSilent && !this.#isTls && !this.#turns.isSingle ? neverAnswered : null)
    if (instead === null) return exchange(offer, socket, { answerMs, signal })
    socket.destroy()
    return instead
  }

  #learn(outcome: Outcome, offer: Offer, putAt: number): void {
    this.#isTls ||= outcome.kind === 'accepted' || (outcome.kind === 'refused' && outcome.by === 'alert')
    this.#isSilent ||= doubtOf(outcome) === 'silence'
    if (outcome.kind === 'accepted' || (outcome.kind === 'refused' && outcome.by === 'alert')) this.#lengths.answered(offer)
    if (outcome.kind === 'accepted') {
      this.#accepted ??= offer
      this.#acceptedAt = Math.max(this.#acceptedAt, putAt)
    }
    if (outcome.kind === 'unknown' && outcome.why === 'not-tls' && !this.#isTls) this.#over = { ...neverAnswered, why: 'not-tls' }
  }
}
