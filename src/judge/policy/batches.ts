// How the questions of a policy go on: until nothing is accepted any more, or nothing more is to be learned. Knows nothing of what they ask.
import { type Accepted, type Offer, type Outcome, type Probe, refusesVersion } from '../../probe/offer.ts'

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

/** Whether there is an answer, and it accepts. */
export const isAccepted = (outcome: Outcome | undefined): outcome is Accepted => outcome?.kind === 'accepted'

/**
 * Whether an answer to a hello of one version leaves nothing to ask about it: it is there, or it is not, or nothing more is to be learned.
 */
export const isSettled = (outcome: Outcome): boolean => outcome.kind !== 'refused' || refusesVersion(outcome)
