// Whether a server that hung up on hellos refuses them: whoever hangs up by chance, or for what came before a hello, does not do so every time.
// It decides by the answers; the line asks.
import { doubtOf } from './doubt.ts'
import type { Outcome } from './offer.ts'

/** What is kept of an offer for this. */
export interface HungUp {
  outcome: Outcome
  /** How often the server hung up on it, and whether it once did so with nothing beside it. */
  hangUps: number
  hungUpAlone: boolean
  /** It hung up for the length of the hello, which another stands for. */
  isTooLong: boolean
}

/** Of an offer that was not put yet. */
export const never = { hangUps: 0, hungUpAlone: false, isTooLong: false } as const

export const isHungUpOn = ({ outcome }: Pick<HungUp, 'outcome'>): boolean => doubtOf(outcome) === 'hang-up'

/** Takes down an answer; whether the server had hung up on the hello before, although it came alone. */
export function isAnsweredAfterAll(entry: HungUp, outcome: Outcome, isAlone: boolean): boolean {
  if (!isHungUpOn({ outcome })) return entry.hungUpAlone && outcome.kind !== 'unknown'
  entry.hangUps++
  entry.hungUpAlone ||= isAlone
  return false
}

/**
 * How often a server hangs up on a hello that it refuses. One that does so by chance is known for it by then, since it meets what is accepted as
 * well: however often it hangs up, with fewer than one in a hundred does one hello meet it so many times, and none of the others does.
 */
const enough = (accepted: number): number => (accepted < 16 ? 4 : 3)

/**
 * How long to be quiet before each round, in shares of a rest. A limit that is slow to forget connections may let in the control just when the offers
 * before it were too early, but not after each of several times of unlike length.
 */
const quiets = [1 / 8, 1 / 32, 0]

interface Ways<T> {
  readonly answer: (entry: T) => Promise<Outcome>
  /** Whether the server accepts a hello that is known to work. */
  readonly isThere: () => Promise<boolean>
  readonly rest: (share: number) => Promise<void>
}

/**
 * Puts all again that was hung up on, until it has been often enough. The control comes last in each round, where a limit would meet it first.
 * @returns false as soon as one of them gets an answer, which then is its outcome, or the control gets none
 */
export async function areBorneOut<T extends HungUp>(entries: readonly T[], { answer, isThere, rest }: Ways<T>): Promise<boolean> {
  const most = enough(entries.filter(({ outcome }) => outcome.kind === 'accepted').length)
  for (const share of quiets) {
    const suspects = entries.filter(entry => isHungUpOn(entry) && !entry.isTooLong && entry.hangUps < most)
    if (suspects.length === 0) return true
    await rest(share)
    const answers = suspects.map(async entry => {
      const outcome = await answer(entry)
      if (outcome.kind !== 'unknown') entry.outcome = outcome
      return isHungUpOn({ outcome })
    })
    const all = await Promise.all([...answers, isThere()])
    if (!all.every(Boolean)) return false
  }
  return true
}
