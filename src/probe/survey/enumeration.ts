// Finds every suite, group and signature scheme of a version with as few hellos as it can: each asks for a portion of several of them at once,
// and an answer names one of each. A refused hello decides the one portion in question; where there were several, they are asked again apart.
import type { Accepted, Offer, Outcome, Probe, Subject } from '../offer.ts'
import type { Rider, Suites } from './dimension.ts'

/** What one hello can ask for together. */
export interface Team {
  readonly version: number
  readonly suites: Suites | null
  readonly riders: readonly Rider[]
  /** Whether what is refused in the end may hang on suites that are not found yet: a scheme has none that it could sign for. */
  readonly waitsForSuites: boolean
  /** Tells suites and riders what a server that has shown this much is likely to have as well. */
  readonly expect: () => void
  /** The hello that lists these, and of everything else what is known to work. */
  readonly offer: (listed: Listed) => Offer
}

export interface Listed {
  /** Completes "asked with …". */
  readonly question: string
  readonly about: Subject
  readonly suites?: readonly number[]
  readonly groups?: readonly number[]
  readonly 'signature-schemes'?: readonly number[]
}

/** A hello, and what it asks for. */
interface Ask {
  readonly offer: Offer
  readonly listed: Listed
  /** Of the suites. */
  readonly portion: readonly number[] | null
  readonly slices: readonly Slice[]
  /** Whether it asks for all that is left of the one slice. */
  readonly isRest: boolean
}

interface Slice {
  readonly rider: Rider
  readonly codes: readonly number[]
}

/** Runs until every team has nothing left to ask. */
export function* enumerate(teams: readonly Team[]): Probe<void> {
  for (let isFirst = true; ; isFirst = false) {
    const rounds = teams.map(team => ({ team, asks: round(team, isFirst) }))
    const offers = rounds.flatMap(({ asks }) => asks.map(({ offer }) => offer))
    if (offers.length === 0) return
    const outcomes = yield offers
    let from = 0
    for (const { team, asks } of rounds) {
      learn(team, asks, outcomes.slice(from, from + asks.length))
      from += asks.length
    }
  }
}

function round(team: Team, isFirst: boolean): Ask[] {
  team.expect()
  const portions = team.suites?.portions() ?? []
  const isLate = portions.length === 0 || !team.waitsForSuites
  if (isLate && !isFirst) dismountLast(team.riders)
  const riders = team.riders.filter(rider => isLate || !rider.isMute)
  let count = portions.length
  const rides = riders
    .toSorted((a, b) => Number(a.ridesAlone) - Number(b.ridesAlone))
    .map(rider => {
      const slices = rider.slices()
      // What can be refused would take a portion of suites with it; only what is asked first is nearly certain to be accepted.
      const isWelcome = isFirst || (rider.clientChooses && team.suites?.isPlentiful)
      const from = isWelcome ? 0 : rider.ridesAlone ? count : portions.length
      count = Math.max(count, slices.length > 0 ? from + slices.length : 0)
      return { rider, from, slices }
    })
  const joint = Array.from({ length: count }, (_, index) =>
    ask(
      team,
      portions[index] ?? null,
      rides.flatMap(({ rider, from, slices }) => {
        const codes = slices[index - from]
        return codes ? [{ rider, codes }] : []
      }),
    ),
  )
  const resting = riders.filter(rider => rider.rest().length > 0 && isLate)
  const alone = resting.map(rider => ask(team, null, [{ rider, codes: rider.rest() }], true))
  return [...joint, ...alone]
}

/** The last few have nothing to be asked along with, and as slices would be refused one by one. */
function dismountLast(riders: readonly Rider[]): void {
  const [rider, ...others] = riders.filter(({ riding }) => riding > 0)
  if (rider && others.length === 0 && rider.riding <= 2 && !rider.clientChooses) rider.dismount()
}

function ask(team: Team, portion: readonly number[] | null, slices: readonly Slice[], isRest = false): Ask {
  const isSafe = ({ rider }: Slice): boolean => rider.clientChooses && !isRest
  const inQuestion = [
    ...(portion ? ['cipher-suites' as const] : []),
    ...slices.filter(slice => !isSafe(slice)).map(({ rider }) => rider.part),
  ]
  const [only] = inQuestion.length === 1 ? inQuestion : []
  const listed: Listed = {
    question: questionOf(portion, slices),
    about: only ?? 'several',
    ...(portion && { suites: portion }),
    ...Object.fromEntries(slices.map(slice => [slice.rider.part, isSafe(slice) ? slice.rider.before(slice.codes) : slice.codes])),
  }
  return { offer: team.offer(listed), listed, portion, slices, isRest }
}

function questionOf(portion: readonly number[] | null, slices: readonly Slice[]): string {
  const nouns = { groups: 'group', 'signature-schemes': 'signature scheme' } as const
  const counted = slices.map(({ rider, codes }) => counting(codes, nouns[rider.part]))
  return [...(portion ? [counting(portion, 'cipher suite')] : []), ...counted].join(', ')
}

/** '2 cipher suites' */
export const counting = ({ length }: readonly number[], noun: string): string => `${length} ${noun}${length === 1 ? '' : 's'}`

function learn(team: Team, asks: readonly Ask[], outcomes: readonly Outcome[]): void {
  const answers = asks.map((each, index) => ({ ask: each, answer: answerOf(team, outcomes[index]) }))
  // First all that was found, so that nothing of it is counted among what is open.
  for (const { answer } of answers) if (answer) takeDown(team, answer)
  for (const { ask: each, answer } of answers) if (answer) accepted(team, each, answer)
  for (const { ask: each, answer } of answers) if (!answer) refused(team, each)
  const portions = answers.filter(({ ask: each }) => each.portion)
  if (portions.length > 0) team.suites?.had(portions.filter(({ answer }) => answer).length, portions.length)
  for (const rider of team.riders) {
    const asked = answers.flatMap(({ ask: { slices, listed, isRest }, answer }) =>
      !answer && listed.about === 'cipher-suites'
        ? []
        : slices
            .filter(slice => slice.rider === rider && !isRest)
            .map(({ codes }) => codes.includes((answer && chosenOf(rider, answer)) ?? -1)),
    )
    if (asked.length > 0) rider.had(asked.filter(Boolean).length, asked.length)
  }
}

function accepted({ suites }: Team, { listed, portion, slices, isRest }: Ask, answer: Accepted): void {
  for (const { rider, codes } of slices) {
    const chosen = chosenOf(rider, answer)
    if (chosen === null) {
      // Another portion of suites may have one that speaks of it. What is known to work has not; as long as there may be more, it can wait.
      if (portion) continue
      if (suites && !suites.isDone) rider.isMute = true
      else if (isRest) rider.close(codes)
      else rider.doubt(codes)
    } else if (isRest) {
      if (codes.includes(chosen)) rider.hadMore()
      else rider.close(codes)
    } else if (codes.includes(chosen) || rider.clientChooses) rider.chose(chosen, listed[rider.part] ?? [])
    // The curve of the certificate, without which no question of a group can be put.
    else rider.doubt(codes)
  }
}

/** Or not answered at all, which leaves it unknown: there is no sense in asking on. */
function refused(team: Team, { listed, portion, slices }: Ask): void {
  for (const { rider, codes } of slices) {
    if (listed.about === rider.part) rider.close(codes)
    else if (listed.about === 'several' && rider.clientChooses) rider.doubt(codes)
    else if (listed.about === 'several') rider.ridesAlone = true
  }
  if (portion && listed.about === 'cipher-suites') team.suites?.close(portion)
}

/** The answer, if it is one of this version. */
const answerOf = ({ version }: Team, outcome: Outcome | undefined): Accepted | null =>
  outcome?.kind === 'accepted' && outcome.version === version ? outcome : null

/** What an answer says of a dimension; null where it says nothing. */
const chosenOf = ({ part }: Rider, { group, signatureScheme }: Accepted): number | null => (part === 'groups' ? group : signatureScheme)

function takeDown({ suites, riders }: Team, answer: Accepted): void {
  suites?.find(answer.cipherSuite)
  for (const rider of riders) {
    const chosen = chosenOf(rider, answer)
    if (chosen !== null) rider.find(chosen)
  }
}

/** Takes down what answers name that were not asked for in rounds. */
export function takeDownAll(teams: readonly Team[], outcomes: readonly Outcome[]): void {
  for (const team of teams)
    for (const outcome of outcomes) {
      const answer = answerOf(team, outcome)
      if (answer) takeDown(team, answer)
    }
}
