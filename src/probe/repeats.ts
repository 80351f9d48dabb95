// Puts again what had a doubtful answer, and the hellos a server is known to accept beside it. A server may hang up because it is asked too fast, and
// may stop to answer at all; neither says anything of a hello.
import { pause } from '../net/deadline.ts'
import type { Asking, Entry } from './asking.ts'
import { type Doubt, doubtOf, doubtTexts } from './doubt.ts'
import { areBorneOut, isHungUpOn } from './hang-ups.ts'
import { banned, inconclusive, isShutOut, neverAnswered, overBudget, unconfirmed } from './no-answer.ts'
import type { Offer, Outcome } from './offer.ts'

export interface RepeatsOptions {
  /** Ends every pause. */
  readonly signal: AbortSignal
  /** A hello that is known to work. Once one was seen to be accepted, that is taken. */
  readonly control?: Offer | null
  /** The longest to leave a server in peace that takes no hello any more, before it is asked once again; 1000 unless given. */
  readonly restMs?: number
}

export class Repeats {
  /** What a reader has to know of how the server was asked, a clause each. */
  readonly notes: string[] = []
  readonly #asking: Asking
  readonly #options: RepeatsOptions
  /** What a repetition did not change while the control was accepted: this server's way to refuse a hello, or to pass over it. */
  readonly #usual = new Set<Doubt>()
  /** Of the trials that gave hellos out as too long what met the long one, and what was noted. */
  readonly #tooLong: { readonly long: Entry; readonly doubt: Doubt; readonly note: string }[] = []
  /** Whether an error of the server's own came to a hello and did not come again. */
  #isErratic = false
  #hasRested = false

  constructor(asking: Asking, options: RepeatsOptions) {
    this.#asking = asking
    this.#options = options
  }

  /** Finds out what a doubtful answer is worth. */
  async clear(entry: Entry): Promise<void> {
    const doubt = doubtOf(entry.outcome)
    if (!doubt) return
    if (this.#isExplained(entry, doubt)) this.#explain(entry)
    else await this.#asking.turns.alone(() => this.#repeat(entry, doubt))
  }

  /** Makes unknown every refusal and every hang-up that the server does not bear out; to be called when nothing else will be asked. */
  async settle(): Promise<void> {
    await this.#bearOut()
    await this.#asking.turns.alone(async () => {
      if (this.#isErratic)
        for (const entry of this.#asking.entries) if (doubtOf(entry.outcome) === 'error') entry.outcome = inconclusive(entry.outcome)
      const isOpen = (entry: Entry): boolean => entry.outcome.kind === 'refused' && !this.#asking.isFollowed(entry)
      if (!this.#asking.entries.some(isOpen)) return
      if (!(await this.#isThere())) await this.#isThere()
      for (const entry of this.#asking.entries.filter(isOpen)) entry.outcome = this.#unconfirmed()
    })
    await this.#bearOutLengths()
  }

  /** Whether there is nothing more to find out about a doubtful answer. */
  #isExplained(entry: Entry, doubt: Doubt): boolean {
    return this.#asking.lengths.isTooLong(entry.offer) || (this.#usual.has(doubt) && !isShutOut(entry.outcome) && !this.#mayBeLength(entry))
  }

  #mayBeLength({ offer, outcome }: Entry): boolean {
    const wasSent = outcome.kind !== 'unknown' || (outcome.why !== 'unreachable' && outcome.why !== 'error')
    return wasSent && this.#asking.lengths.isInDoubt(offer)
  }

  #explain(entry: Entry): void {
    entry.isTooLong = this.#asking.lengths.isTooLong(entry.offer)
    // Then it is all that the answer speaks of.
    if (entry.isTooLong) entry.offer = { ...entry.offer, about: 'length-tolerance' }
  }

  /** With nothing else under way, and nothing open either. */
  async #repeat(entry: Entry, doubt: Doubt): Promise<void> {
    await this.#asking.connections.drop()
    if (!this.#isExplained(entry, doubt) && this.#mayBeLength(entry)) await this.#tryLength(entry.offer, doubt)
    if (this.#isExplained(entry, doubt)) return this.#explain(entry) // by this trial, or meanwhile by another offer
    const outcome = this.#asking.over ? entry.outcome : await this.#second(entry, doubt)
    // Whoever has stopped to answer did not refuse.
    entry.outcome = this.#asking.over && outcome.kind === 'refused' ? this.#asking.over : outcome
  }

  /** Finds out whether it is the length of an offer that had no answer; true where it is. */
  async #tryLength(offer: Offer, doubt: Doubt): Promise<boolean> {
    if (this.#asking.over || this.#asking.isAborted || this.#asking.isSpent(offer.about)) return false
    const trial = doubt === 'hang-up' && this.#asking.isFitful ? null : this.#asking.lengths.trialOf(offer)
    if (!trial) return false
    if (doubt === 'silence' && !this.#asking.isTls && this.#isMute((await this.#asking.send(trial.short)).outcome)) return false
    const long = await this.#asking.send(trial.long)
    // Whoever was not let in had no hello to find too long.
    if (doubtOf(long.outcome) !== doubt || isShutOut(long.outcome)) return false
    if ((await this.#asking.send(trial.short)).outcome.kind !== 'accepted') return false
    this.#asking.lengths.choked(offer)
    const note = `asked in hellos under 256 bytes, since the server ${doubt === 'hang-up' ? 'hung up on' : 'did not answer'} longer ones`
    if (!this.notes.includes(note)) this.notes.push(note)
    this.#tooLong.push({ long, doubt, note })
    return true
  }

  /** Two time-outs are enough for a server that never said anything; connections that it did not let in only with a rest between them. */
  #isMute(second: Outcome): boolean {
    if (this.#asking.isTls || this.#asking.isAborted || doubtOf(second) !== 'silence') return false
    if (isShutOut(second) && !this.#hasRested) return false
    this.#asking.over = { ...neverAnswered, why: second.kind === 'unknown' ? second.why : 'timeout' }
    return true
  }

  async #second(entry: Entry, doubt: Doubt): Promise<Outcome> {
    const first = await this.#asking.answer(entry)
    // It may be full of us, since the handshake has connections of its own: as long as nothing else tells, it is left in peace once.
    const isRested = !this.#hasRested && (isShutOut(first) ? !this.#asking.isTls : doubtOf(first) === 'hang-up' && !this.#control)
    if (isRested) await this.#rest()
    const second = isRested ? await this.#asking.answer(entry) : first
    if (second === overBudget) return doubt === 'silence' ? entry.outcome : this.#unconfirmed()
    if (this.#asking.isAborted) return second
    const again = doubtOf(second)
    if (!again) {
      if (entry.outcome !== neverAnswered) this.#askSingly(doubt)
      this.#isErratic ||= doubt === 'error'
      return second
    }
    if (this.#isMute(second)) return second
    const isThere = await this.#isThere()
    if (isThere && again === 'error') return await this.#third(entry)
    const isPassing = isShutOut(second) || (again === 'hang-up' && (!isThere || this.#asking.isFitful))
    if (!isThere || isPassing) return await this.#later(entry, doubt, { outcome: second, isThere, isPassing })
    this.#usual.add(again)
    return second
  }

  /** Leaves the server in peace, where it may pass longer each time. The offer goes before the control, which would take the only place there may be. */
  async #later(entry: Entry, doubt: Doubt, met: { outcome: Outcome; isThere: boolean; isPassing: boolean }): Promise<Outcome> {
    let { outcome } = met
    for (const share of met.isPassing ? [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1] : [1]) {
      await this.#rest(share)
      if (met.isPassing) outcome = await this.#asking.answer(entry)
      if (this.#asking.isAborted || outcome === overBudget) return this.#unconfirmed()
      if (!doubtOf(outcome)) {
        this.#askSingly(doubt)
        return outcome
      }
    }
    const isGone = isShutOut(outcome) && !this.#control
    if (!isGone && (met.isThere || (await this.#isThere()))) {
      if (!met.isThere) this.#askSingly(doubt)
      if (!met.isPassing) outcome = await this.#asking.answer(entry)
      return inconclusive(outcome)
    }
    if (this.#asking.isAborted || this.#asking.isSpent('control')) return this.#unconfirmed()
    this.#asking.over = banned
    this.notes.push(`the server took no hello any more after ${this.#asking.connections.made} connections`)
    return banned
  }

  /** An error may come by chance, again and again: none is taken on trust, and one that does not come makes all of them chance. */
  async #third(entry: Entry): Promise<Outcome> {
    const third = await this.#asking.answer(entry)
    this.#isErratic ||= doubtOf(third) !== 'error'
    return third
  }

  #rest(share = 1): Promise<void> {
    this.#hasRested ||= share === 1
    return pause(share * (this.#options.restMs ?? 1000), this.#options.signal)
  }

  /** What a refusal becomes that was not followed by an acceptance. */
  #unconfirmed(): Outcome {
    return unconfirmed(this.#asking.isAborted, this.#asking.isSpent('control'))
  }

  get #control(): Offer | null {
    return this.#asking.accepted ?? this.#options.control ?? null
  }

  /** Whether the server accepts what it is known to accept; without such a hello nothing speaks against it. */
  async #isThere(): Promise<boolean> {
    const control = this.#control
    if (!control) return true
    if (this.#asking.over || this.#asking.isAborted || this.#asking.isSpent('control')) return false
    const { outcome } = await this.#asking.send({ ...control, title: 'a hello that is known to work', about: 'control' })
    const doubt = doubtOf(outcome)
    this.#asking.isFitful ||= doubt === 'hang-up' && control === this.#asking.accepted
    // What was given for one may be too long for this server; after the trial there is another.
    return outcome.kind === 'accepted' || (doubt !== null && (await this.#tryLength(control, doubt)))
  }

  #askSingly(doubt: Doubt): void {
    if (this.#asking.turns.limit === 1) return
    this.#asking.turns.limit = 1
    this.notes.push(`asked one at a time, since the server ${doubtTexts[doubt]} that it answered when they came alone`)
  }

  /** Makes every hang-up unknown, unless all of them come again and again. */
  async #bearOut(): Promise<void> {
    if (!this.#control || !this.#asking.entries.some(isHungUpOn)) return
    await this.#asking.connections.drop()
    const answer = (entry: Entry): Promise<Outcome> => this.#asking.turns.take(this, () => this.#asking.answer(entry))
    const isThere = (): Promise<boolean> => this.#asking.turns.take(this, () => this.#isThere())
    const rest = (share: number): Promise<void> => {
      if (!this.#asking.turns.isSingle) this.#asking.depth++
      return this.#rest(share)
    }
    if (
      !this.#asking.over &&
      !this.#asking.isFitful &&
      (await areBorneOut(this.#asking.entries, { answer, isThere, rest })) &&
      !this.#asking.isFitful
    )
      return
    const isUnasked = !this.#asking.isFitful && (this.#asking.isAborted || this.#asking.isSpent('control'))
    const instead = this.#asking.over ?? (isUnasked ? this.#unconfirmed() : null)
    for (const entry of this.#asking.entries.filter(isHungUpOn)) entry.outcome = instead ?? inconclusive(entry.outcome)
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
      if (!standing.includes(note) && this.notes.includes(note)) this.notes.splice(this.notes.indexOf(note), 1)
  }

  /** Whether an offer that had no answer has none either when it is put twice more. */
  async #isIgnored(entry: Entry): Promise<boolean> {
    const again = await Promise.all([1, 2].map(() => this.#asking.turns.take(this, () => this.#asking.answer(entry))))
    const answer = again.find(({ kind }) => kind !== 'unknown')
    if (answer?.kind === 'accepted') entry.outcome = answer
    return !answer
  }
}
