// A matcher whose promise nobody awaits tests nothing: the test would end, and pass, before the handshake does. This makes it fail.
import { type AnyMatcher, everyMatcher, type Match, type Matchers } from './every.ts'
import type { MatcherContext } from './failure-text.ts'
import type { Outcome } from './match.ts'
import type { Surroundings } from './run.ts'
import { framesAbove, locate } from './stack.ts'

/** Told of each assertion that has to be awaited; gives what is called once it is. The error says that it was not. */
export type Watch<C> = (context: C, forgotten: Error) => () => void

/** The matchers, guarded. */
export function guardedMatchers<C extends MatcherContext>(
  match: Match,
  watch: Watch<C>,
  surroundings?: (context: C) => Surroundings,
): Matchers {
  return guardedEach(everyMatcher(match, surroundings), watch)
}

/** Matchers of any kind, by their names, guarded. */
export function guardedEach<C, M extends object>(matchers: M, watch: Watch<C>): M {
  return Object.fromEntries(Object.entries(matchers).map(([name, matcher]) => [name, guarded(name, matcher as AnyMatcher<C>, watch)])) as M
}

function guarded<C>(name: string, matcher: AnyMatcher<C>, watch: Watch<C>): AnyMatcher<C> {
  return function guard(received, ...args) {
    const result = matcher.call(this, received, ...args)
    if (!('then' in result)) return result
    const forgotten = new Error(`${name} was not awaited, so the test ended before the handshake did\nwrite: await expect(…).${name}(…)`)
    Error.captureStackTrace(forgotten, guard)
    return watched(result, watch(this, forgotten), framesAbove(guard))
  }
}

/**
 * A thenable in the place of the promise. vitest calls `then` on it and jest `then().catch()`, and both hand what they get to the test:
 * the first `then` is the runner's own, any call on what it returns but `catch` is the test's.
 */
function watched(work: Promise<Outcome>, onAwait: () => void, frames: string): Promise<Outcome> {
  const wrap = <T>(promise: Promise<T>): Promise<T> => {
    // It is reported as forgotten; as an unhandled rejection it would end the process besides.
    promise.catch(() => {})
    return {
      // biome-ignore lint/suspicious/noThenProperty: to be seen when it is awaited is what this object is for
      then: (onFulfilled, onRejected) => {
        onAwait()
        return promise.then(onFulfilled, onRejected)
      },
      catch: onRejected => wrap(promise.catch(onRejected)),
      finally: onFinally => {
        onAwait()
        return promise.finally(onFinally)
      },
      [Symbol.toStringTag]: 'Promise',
    }
  }
  const first: Pick<Promise<Outcome>, 'then'> = {
    // biome-ignore lint/suspicious/noThenProperty: as above
    then: (onFulfilled, onRejected) =>
      wrap(
        work.then(onFulfilled, onRejected).catch(error => {
          // A stack leads through promises to the test that awaits them, but not through a thenable.
          locate(error, frames)
          throw error
        }),
      ),
  }
  return first as Promise<Outcome>
}
