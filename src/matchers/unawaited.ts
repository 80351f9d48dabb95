// What both entries for jest share: the assertions that no test has awaited yet, looked at when a test ends.
import type { MatcherContext } from './failure-text.ts'
import { guardedMatchers } from './guard.ts'

/** The part of jest that is used; its types differ between the globals and '@jest/globals'. */
interface Jest {
  readonly expect: {
    extend(matchers: ReturnType<typeof guardedMatchers>): void
    getState(): { readonly currentTestName?: string | undefined }
  }
  readonly afterEach: (check: () => void) => void
  readonly afterAll: (check: () => void) => void
}

/** Gives jest's expect the matchers. A test that does not await one fails as it ends. */
export function extend({ expect, afterEach, afterAll }: Jest): void {
  const unawaited = new Map<Error, string | undefined>()
  const throwFirst = (errors: readonly Error[]): void => {
    for (const error of errors) unawaited.delete(error)
    if (errors[0]) throw errors[0]
  }
  expect.extend(
    guardedMatchers<MatcherContext & { readonly currentTestName?: string }>(({ currentTestName }, forgotten) => {
      unawaited.set(forgotten, currentTestName)
      return () => unawaited.delete(forgotten)
    }),
  )
  afterEach(() => {
    const { currentTestName } = expect.getState()
    throwFirst([...unawaited].filter(([, name]) => name === currentTestName).map(([error]) => error))
  })
  // Concurrent tests run while jest knows no name for them: whose it was shows in the stack only.
  afterAll(() => throwFirst([...unawaited.keys()]))
}
