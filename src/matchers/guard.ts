// A matcher whose promise nobody awaits tests nothing: the test would end, and pass, before the handshake does. This makes it fail.
import { type AnyMatcher, everyMatcher, type Match, type Matchers } from './every.ts'
import { isCompared, refuseSnapshot, refuseToProbe } from './expected-value.ts'
import type { MatcherContext } from './failure-text.ts'
import type { Outcome } from './match.ts'
import type { Surroundings } from './run.ts'
import { isSnapshot } from './snapshot-arguments.ts'
import { framesAbove, locating } from './stack.ts'

/** Told of each assertion that has to be awaited; gives what is called once it is. The error says that it was not. */
export type Watch<C> = (context: C, forgotten: Error) => () => void

/** What the guard wants to know of an assertion beside that. */
export interface GuardedContext extends MatcherContext {
  /** By expect.soft(), which only vitest has. */
  readonly soft?: boolean
}

/** The matchers, guarded. */
export function guardedMatchers<C extends GuardedContext>(
  match: Match,
  watch: Watch<C>,
  surroundings?: (context: C) => Surroundings,
): Matchers {
  return guardedEach(everyMatcher(match, surroundings), watch)
}

/** Matchers of any kind, by their names, guarded. */
export function guardedEach<C extends GuardedContext, M extends object>(matchers: M, watch: Watch<C>): M {
  return Object.fromEntries(Object.entries(matchers).map(([name, matcher]) => [name, guarded(name, matcher as AnyMatcher<C>, watch)])) as M
}

function guarded<C extends GuardedContext>(name: string, matcher: AnyMatcher<C>, watch: Watch<C>): AnyMatcher<C> {
  return function guard(received, ...args) {
    if (isCompared(this)) {
      if (isSnapshot(name)) refuseSnapshot(name)
      refuseToProbe(name, this, received)
    }
    const result = matcher.call(this, received, ...args)
    if (!('then' in result)) return result
    const forgotten = new Error(`${name} was not awaited, so the test ended before the handshake did\nwrite: await expect(…).${name}(…)`)
    Error.captureStackTrace(forgotten, guard)
    // What expect.soft() collects failures by is a second call of the runner's own; of a promise it leaves that to .resolves.
    const runnerCalls = this.soft && !this.promise ? 2 : 1
    return watched(result, watch(this, forgotten), { frames: framesAbove(guard), runnerCalls })
  }
}

/**
 * A thenable in the place of the promise. vitest calls `then` on it and jest `then().catch()`, and both hand what they get to the test:
 * the first `then`, or more of them, are the runner's own, any call on what they return but `catch` is the test's.
 */
function watched(
  work: Promise<Outcome>,
  onAwait: () => void,
  { frames, runnerCalls }: { readonly frames: string; readonly runnerCalls: 1 | 2 },
): Promise<Outcome> {
  const wrap = <T>(promise: Promise<T>, runnerCallsLeft: number): Promise<T> => {
    // It is reported as forgotten; as an unhandled rejection it would end the process besides.
    promise.catch(() => {})
    return {
      // biome-ignore lint/suspicious/noThenProperty: to be seen when it is awaited is what this object is for
      then: (onFulfilled, onRejected) => {
        const next = promise.then(onFulfilled, onRejected)
        if (runnerCallsLeft > 0) return wrap(next, runnerCallsLeft - 1)
        onAwait()
        return next
      },
      catch: onRejected => wrap(promise.catch(onRejected), runnerCallsLeft),
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
        // A stack leads through promises to the test that awaits them, but not through a thenable.
        work.then(onFulfilled, onRejected).catch(locating(frames)),
        runnerCalls - 1,
      ),
  }
  return first as Promise<Outcome>
}
