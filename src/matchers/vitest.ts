// tlsgate/vitest: import it in a test or list it in setupFiles, and vitest's expect has the matchers.
import { afterAll, chai, expect, type MatcherState } from 'vitest'
import { guardedEach, guardedMatchers, type Watch } from './guard.ts'
import { matchLater } from './match-later.ts'
import type { Surroundings } from './run.ts'
import type { SnapshotMatchers } from './snapshot-arguments.ts'
import { clear } from './surveys.ts'
import type { TlsMatchers } from './table.ts'
import { timeoutWithin } from './time-limit.ts'
import { snapshotMatchers } from './vitest-snapshots.ts'

/** Not needed after a restart or setSecureContext(), which are noticed: `clear()` forgets what was found out of servers. */
export const tlsgate = { clear } as const

/** Those of no test: at the top level of a file, in beforeAll and afterAll, and with the global expect in a concurrent test. */
const unawaited = new Set<Error>()

const watch: Watch<MatcherState> = ({ task }, forgotten) => {
  unawaited.add(forgotten)
  const take = (): boolean => unawaited.delete(forgotten)
  task?.context.onTestFinished(() => {
    if (take()) throw forgotten
  })
  return take
}

afterAll(() => {
  const [first] = unawaited
  unawaited.clear()
  if (first) throw first
})

const surroundings = ({ task, poll, assertion }: MatcherState): Surroundings => ({
  ...(task && { signal: task.context.signal, timeoutMs: timeoutWithin(task.timeout) }),
  ...(poll && { anew: true, timeoutMs: timeoutWithin(pollLimitMs(assertion)) }),
})

/** How long expect.poll() tries: an answer that comes later is not waited for. 0 in a vitest that does not say. */
function pollLimitMs(assertion: unknown): number {
  const limitMs: unknown = chai.util.flag(assertion as never, '_poll.timeout')
  return typeof limitMs === 'number' ? limitMs : 0
}

expect.extend({ ...guardedMatchers(matchLater, watch, surroundings), ...guardedEach(snapshotMatchers(surroundings), watch) })

declare module 'vitest' {
  interface Matchers<R, T> extends TlsMatchers<R, T>, SnapshotMatchers {}
}
