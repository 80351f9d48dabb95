// tlsgate/vitest: import it in a test or list it in setupFiles, and vitest's expect has the matchers.
import { expect, type MatcherState } from 'vitest'
import { guardedMatchers } from './guard.ts'
import type { TlsMatchers } from './matchers.ts'

expect.extend(
  guardedMatchers<MatcherState>(({ task }, forgotten) => {
    let awaited = false
    // Without a task, as with the global expect in a concurrent test, nobody could be told.
    task?.context.onTestFinished(() => {
      if (!awaited) throw forgotten
    })
    return () => {
      awaited = true
    }
  }),
)

declare module 'vitest' {
  interface Matchers<R, T> extends TlsMatchers<R, T> {}
}
