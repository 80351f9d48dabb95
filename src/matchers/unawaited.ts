// What both entries for jest share: the assertions that no test has awaited yet, looked at when a test ends.

import type { Matchers } from './every.ts'
import type { MatcherContext } from './failure-text.ts'
import { guardedEach, guardedMatchers, type Watch } from './guard.ts'
import { snapshotMatchers } from './jest-snapshots.ts'
import { match } from './match.ts'
import type { Surroundings } from './run.ts'
import type { SnapshotFunctions } from './snapshot-arguments.ts'
import { timeoutWithin } from './time-limit.ts'

/** The part of jest that is used; its types differ between the globals and '@jest/globals'. */
interface Jest {
  readonly expect: {
    extend(matchers: Matchers & SnapshotFunctions): void
    getState(): Context
  }
  readonly afterEach: (check: () => void) => void
  readonly afterAll: (check: () => void) => void
}

type Context = MatcherContext & {
  /** Of the test that was started last. */
  readonly currentTestName?: string | undefined
  /** Of the test that calls: jest 30.0 knows it of concurrent tests only. */
  readonly currentConcurrentTestName?: () => string | undefined
}

/** Tells tests apart. While concurrent tests run, the last one started may not be the one that calls: names of the two kinds never meet. */
function testOf({ currentConcurrentTestName, currentTestName = '' }: Context): string {
  const caller = currentConcurrentTestName?.()
  return caller === undefined ? currentTestName : `caller ${caller}`
}

/** Where jest.setTimeout() leaves what it was told. */
const limit = Symbol.for('TEST_TIMEOUT_SYMBOL')

/** Gives jest's expect the matchers. A test that does not await one fails as it ends, and what it still asks then is given up. */
export function extend({ expect, afterEach, afterAll }: Jest): void {
  const unawaited = new Map<Error, string>()
  const ends = new Map<string, AbortController>()
  const throwFirst = (errors: readonly Error[]): void => {
    for (const error of errors) unawaited.delete(error)
    if (errors[0]) throw errors[0]
  }
  const endOf = (test: string): AbortController => {
    const end = ends.get(test) ?? new AbortController()
    ends.set(test, end)
    return end
  }
  const watch: Watch<Context> = (context, forgotten) => {
    unawaited.set(forgotten, testOf(context))
    return () => unawaited.delete(forgotten)
  }
  const surroundings = (context: Context): Surroundings => {
    const limitMs: unknown = Reflect.get(globalThis, limit)
    const test = testOf(context)
    return {
      ...(test && { signal: endOf(test).signal }),
      ...(typeof limitMs === 'number' && { timeoutMs: timeoutWithin(limitMs) }),
    }
  }
  expect.extend({ ...guardedMatchers(match, watch, surroundings), ...guardedEach(snapshotMatchers(surroundings), watch) })
  afterEach(() => {
    const test = testOf(expect.getState())
    ends.get(test)?.abort()
    ends.delete(test)
    throwFirst([...unawaited].filter(([, of]) => of === test).map(([error]) => error))
  })
  // Jest calls nothing after a concurrent test.
  afterAll(() => throwFirst([...unawaited.keys()]))
}
