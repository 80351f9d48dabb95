// Ways to put probes together: side by side, in slices, and until nothing is accepted any more. Knows nothing of what they ask.
import { type Accepted, type Batch, type Offer, type Outcome, type Probe, refusesVersion } from '../../probe/offer.ts'

/** Several probes as one: each of its batches is made of the next batch of every probe that still asks. */
export function* together(probes: readonly Probe<unknown>[]): Probe<void> {
  let open = probes.map(probe => ({ probe, turn: probe.next() })).filter(({ turn }) => !turn.done)
  while (open.length > 0) {
    const outcomes = yield open.flatMap(({ turn }) => batchOf(turn))
    let at = 0
    open = open
      .map(({ probe, turn }) => {
        const count = batchOf(turn).length
        at += count
        return { probe, turn: probe.next(outcomes.slice(at - count, at)) }
      })
      .filter(({ turn }) => !turn.done)
  }
}

const batchOf = (turn: IteratorResult<Batch, unknown>): Batch => (turn.done ? [] : turn.value)

/** Chains beside each other while members are named: more would meet the limits of servers that count connections. */
const chains = 4

/**
 * Finds every member of a set that a server accepts: asks for it without those that were accepted so far, until it is refused. What is left
 * after an acceptance is asked for in two parts, up to four beside each other, so that many members do not take as many answers in a row.
 * @param chosen the member that an answer names; null when it names none, which ends the question
 */
export function* named(
  members: readonly number[],
  ask: (members: readonly number[]) => Offer,
  chosen: (outcome: Accepted) => number | null,
): Probe<void> {
  for (let parts = [members]; parts.length > 0; ) {
    const asked = parts.filter(part => part.length > 0)
    if (asked.length === 0) return
    const outcomes = yield asked.map(ask)
    const left = asked.flatMap((part, index) => {
      const outcome = outcomes[index]
      const member = outcome?.kind === 'accepted' ? chosen(outcome) : null
      return member === null || !part.includes(member) ? [] : [part.filter(other => other !== member)]
    })
    parts = left.length * 2 > chains ? left : left.flatMap(halves)
  }
}

/** Every second one, so that neighbours, which servers tend to have together, are apart. */
const halves = (codes: readonly number[]): number[][] => [
  codes.filter((_, index) => index % 2 === 0),
  codes.filter((_, index) => index % 2 === 1),
]

/** Parts of at most so many, about equally long. */
export function slices(codes: readonly number[], atMost: number): number[][] {
  const count = Math.ceil(codes.length / atMost)
  const size = Math.ceil(codes.length / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => codes.slice(index * size, (index + 1) * size))
}

/** Whether there is an answer, and it accepts. */
export const isAccepted = (outcome: Outcome | undefined): outcome is Accepted => outcome?.kind === 'accepted'

/**
 * Whether an answer to a hello of one version leaves nothing to ask about it: it is there, or it is not, or nothing more is to be learned.
 */
export const isSettled = (outcome: Outcome): boolean => outcome.kind !== 'refused' || refusesVersion(outcome)
