// Every matcher of the table as a function that a runner's expect.extend() takes.
import type { MatcherContext } from './failure-text.ts'
import type { match, Outcome } from './match.ts'
import { type MatcherName, matcherNames } from './matcher-names.ts'
import type { Surroundings } from './run.ts'
import type { MatcherArguments } from './table.ts'

/** How an assertion is judged: match(), loaded by now or not. */
export type Match = typeof match

export type Matched = Outcome | Promise<Outcome>

export type Matchers<Result = Matched> = {
  [Name in MatcherName]: (this: MatcherContext, received: unknown, ...args: MatcherArguments<Name>) => Result
}

/** A matcher whatever its arguments are. */
export type AnyMatcher<C> = (this: C, received: unknown, ...args: readonly unknown[]) => Matched

/** Something of each matcher, by its name. */
export function forEvery<T>(make: (name: MatcherName) => T): Readonly<Record<MatcherName, T>> {
  return Object.fromEntries(matcherNames.map(name => [name, make(name)])) as Record<MatcherName, T>
}

/** @param surroundings of the assertion, by what the runner says of it */
export function everyMatcher<C extends MatcherContext>(match: Match, surroundings?: (context: C) => Surroundings): Matchers {
  return forEvery<AnyMatcher<C>>(
    name =>
      function matcher(received, ...args) {
        return match(name, this, received, args, surroundings?.(this))
      },
  ) as Matchers
}
