// Finds every suite, group and signature scheme of a version with as few hellos as it can: each asks for a portion of several of them at once,
// and an answer names one of each. A refused hello decides the one portion in question; where there were several, they are asked again apart.
import { type Accepted, followedBy, type Offer, type Outcome, type Probe, type Subject } from '../offer.ts'
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
  /** Whether whoever accepts this suite names what it has of these, as a rule. */
  readonly carries: (suite: number, slice: Slice) => boolean
  /** The codes of a rider in parts that one hello can refuse. */
  readonly apart: (slice: Slice) => readonly (readonly number[])[]
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
  /** Whether a suite that is not found yet may be what the slice is refused for. */
  readonly isEarly: boolean
}

export interface Slice {
  readonly rider: Rider
  readonly codes: readonly number[]
}

/** Runs until every team has nothing left to ask. */
export function* enumerate(teams: readonly Team[]): Probe<void> {
  for (let isFirst = true; ; isFirst = false) {
    const rounds = teams.map(team => ({ team, asks: round(team, isFirst) }))
    const offers = rounds.flatMap(({ asks }) => asks.map(({ offer }) => offer))
    if (offers.length === 0 && !teams.some(({ suites }) => suites?.isWaiting)) return
    const outcomes = yield followedBy(sum(rounds.map(({ team, asks }) => following(team, asks))), offers)
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
  const isLate = (portions.length === 0 && !team.suites?.isWaiting) || !team.waitsForSuites
  if (isLate && !isFirst) dismountLast(team.riders)
  const riders = team.riders.filter(rider => isLate || !rider.isMute)
  const seats: Slice[][] = portions.map(() => [])
  for (const rider of riders.toSorted((a, b) => a.refusals - b.refusals)) takeSeats(team, rider, portions, seats, isFirst)
  const joint = seats.map((slices, index) => ask(team, portions[index] ?? null, slices))
  // Which groups there are hangs on no suite, once there is one that goes with any.
  const isFinal = (rider: Rider): boolean =>
    isLate || (!isFirst && rider.part === 'groups' && team.suites?.found.some(code => team.carries(code, { rider, codes: [] })) === true)
  // Where there are suites without number, what is found one by one would be found last, with nothing beside it.
  const isEarly = (rider: Rider): boolean => !isFirst && team.suites?.areWithoutNumber === true && !rider.isRefusedEarly
  const resting = riders.filter(rider => rider.rest().length > 0 && (isFinal(rider) || isEarly(rider)))
  const alone = resting.flatMap(rider =>
    team.apart({ rider, codes: rider.rest() }).map(codes => ({ ...ask(team, null, [{ rider, codes }], true), isEarly: !isFinal(rider) })),
  )
  return [...joint, ...alone]
}

/** Finds hellos to ask for slices of a rider in: those of the portions of suites, or more of them. */
function takeSeats(
  { suites, carries, apart }: Team,
  rider: Rider,
  portions: readonly (readonly number[])[],
  seats: Slice[][],
  isFirst: boolean,
): void {
  const isBoarding = suites !== null && !suites.isDone && suites.isPlentiful && !rider.clientChooses && rider.refusals < 2
  if (!isFirst && isBoarding && (suites.areMany || suites.isWaiting || rider.refusals > 0)) {
    // There are portions enough to wait for those that go with it.
    for (const codes of rider.singles()) {
      const slice = { rider, codes }
      const seat = seats.find(
        (taken, index) => !taken.some(other => other.rider === rider) && portions[index]?.every(suite => carries(suite, slice)),
      )
      seat?.push(slice)
    }
    return
  }
  // What can be refused would take a portion of suites with it; only what is asked first is nearly certain to be accepted.
  const isWelcome = isFirst || (rider.clientChooses && suites?.isPlentiful)
  const from = isWelcome ? 0 : rider.refusals > 0 ? seats.length : portions.length
  const slices = isWelcome ? rider.slices() : rider.slices().flatMap(codes => apart({ rider, codes }))
  for (const [index, codes] of slices.entries()) {
    const seat = seats[from + index]
    if (seat) seat.push({ rider, codes })
    else seats.push([{ rider, codes }])
  }
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
  return { offer: team.offer(listed), listed, portion, slices, isRest, isEarly: false }
}

function questionOf(portion: readonly number[] | null, slices: readonly Slice[]): string {
  const nouns = { groups: 'group', 'signature-schemes': 'signature scheme' } as const
  const counted = slices.map(({ rider, codes }) => counting(codes, nouns[rider.part]))
  return [...(portion ? [counting(portion, 'cipher suite')] : []), ...counted].join(', ')
}

/** '2 cipher suites' */
export const counting = ({ length }: readonly number[], noun: string): string => `${length} ${noun}${length === 1 ? '' : 's'}`

/** How many hellos a team is going to ask next, if the answers are as expected. */
function following({ suites, riders }: Team, asks: readonly Ask[]): number {
  const portions = asks.filter(({ portion }) => portion).length
  const next = riders.map(rider => {
    if (rider.isDone || asks.some(({ isRest, slices }) => isRest && slices.some(slice => slice.rider === rider))) return 0
    const slices = asks.flatMap(each => each.slices.filter(slice => slice.rider === rider)).length
    return Math.max(1, Math.min(slices, rider.riding - slices))
  })
  return (suites?.following(portions) ?? 0) + sum(next)
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

function learn(team: Team, asks: readonly Ask[], outcomes: readonly Outcome[]): void {
  const answers = asks.map((each, index) => ({ ask: each, answer: answerOf(team, outcomes[index]) }))
  // First all that was found, so that nothing of it is counted among what is open.
  for (const { answer } of answers) if (answer) takeDown(team, answer)
  for (const { ask: each, answer } of answers) if (answer) accepted(team, each, answer)
  const wary = new Set(answers.flatMap(({ ask: each, answer }) => (answer ? [] : refused(team, each))))
  for (const rider of wary) rider.refusals++
  // One that was asked by itself says nothing of how many more there are.
  const portions = answers.filter(({ ask: { portion } }) => portion && portion.length > 1)
  const fruitful = answers.flatMap(({ ask: { portion }, answer }) => (portion && answer ? [portion] : []))
  if (portions.length > 0)
    team.suites?.had(
      new Set(fruitful),
      portions.every(({ answer }) => answer),
    )
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

/**
 * Or not answered at all, which leaves it unknown: there is no sense in asking on.
 * @returns the riders that may be the reason, or the others
 */
function refused(team: Team, { listed, portion, slices, isEarly }: Ask): Rider[] {
  for (const { rider, codes } of slices) {
    if (isEarly) rider.isRefusedEarly = true
    else if (listed.about === rider.part) rider.close(codes)
    else if (listed.about === 'several' && rider.clientChooses) rider.doubt(codes)
  }
  if (portion && listed.about === 'cipher-suites') team.suites?.close(portion)
  return listed.about === 'several' ? slices.flatMap(({ rider }) => (rider.clientChooses ? [] : [rider])) : []
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
