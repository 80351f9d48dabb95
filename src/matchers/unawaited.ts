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
    getState(): { readonly currentTestName?: string | undefined }
  }
  readonly afterEach: (check: () => void) => void
  readonly afterAll: (check: () => void) => void
}

type Context = MatcherContext & { readonly currentTestName?: string | undefined }

/** Where jest.setTimeout() leaves what it was told. */
const limit = Symbol.for('TEST_TIMEOUT_SYMBOL')

/** Gives jest's expect the matchers. A test that does not await one fails as it ends, and what it still asks then is given up. */
export function extend({ expect, afterEach, afterAll }: Jest): void {
  const unawaited = new Map<Error, string | undefined>()
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
  const watch: Watch<Context> = ({ currentTestName }, forgotten) => {
    unawaited.set(forgotten, currentTestName)
    return () => unawaited.delete(forgotten)
  }
  const surroundings = ({ currentTestName }: Context): Surroundings => {
    const limitMs: unknown = Reflect.get(globalThis, limit)
    return {
      ...(currentTestName && { signal: endOf(currentTestName).signal }),
      ...(typeof limitMs === 'number' && { timeoutMs: timeoutWithin(limitMs) }),
    }
  }
  expect.extend({ ...guardedMatchers(match, watch, surroundings), ...guardedEach(snapshotMatchers(surroundings), watch) })
  afterEach(() => {
    const { currentTestName = '' } = expect.getState()
    ends.get(currentTestName)?.abort()
    ends.delete(currentTestName)
    throwFirst([...unawaited].filter(([, name]) => name === currentTestName).map(([error]) => error))
  })
  // Concurrent tests run while jest knows no name for them: whose it was shows in the stack only.
  afterAll(() => throwFirst([...unawaited.keys()]))
}
