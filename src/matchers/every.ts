// Every matcher of the table as a function that a runner's expect.extend() takes.
import type { MatcherContext } from './failure-text.ts'
import { match, type Outcome } from './match.ts'
import type { Surroundings } from './run.ts'
import { claims, type MatcherArguments, type MatcherName } from './table.ts'

export type Matched = Outcome | Promise<Outcome>

export type Matchers<Result = Matched> = {
  [Name in MatcherName]: (this: MatcherContext, received: unknown, ...args: MatcherArguments<Name>) => Result
}

/** A matcher whatever its arguments are. */
export type AnyMatcher<C> = (this: C, received: unknown, ...args: readonly unknown[]) => Matched

/** Something of each matcher, by its name. */
export function forEvery<T>(make: (name: MatcherName) => T): Readonly<Record<MatcherName, T>> {
  const names = Object.keys(claims) as MatcherName[]
  return Object.fromEntries(names.map(name => [name, make(name)])) as Record<MatcherName, T>
}

/** @param surroundings of the assertion, by what the runner says of it */
export function everyMatcher<C extends MatcherContext>(surroundings?: (context: C) => Surroundings): Matchers {
  return forEvery<AnyMatcher<C>>(
    name =>
      function matcher(received, ...args) {
        return match(name, this, received, args, surroundings?.(this))
      },
  ) as Matchers
}
