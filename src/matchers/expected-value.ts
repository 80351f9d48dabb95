// A matcher as part of an expected value: expect(runs).toEqual({ api: expect.toMeetPolicy('default') }). Whoever compares does not wait.
import { UsageError } from '../usage-error.ts'
import { advised } from './advice.ts'
import type { MatcherContext } from './failure-text.ts'
import { isFinished } from './finished.ts'

/** Whether a runner asks in order to compare: only of assertions does it say whether they have a promise. */
export const isCompared = ({ promise }: MatcherContext): boolean => promise === undefined

/** @throws TypeError for a snapshot matcher, which keeps what it is given and compares it with nothing else */
export function refuseSnapshot(name: string): never {
  const refusal = new UsageError(`${name} cannot be part of an expected value`, `write: await expect(…).${name}(…)`)
  throw advised(refusal)
}

/** @throws TypeError for what is to be probed: a promise counts as no match, so that .not would match every server */
export function refuseToProbe(name: string, { isNot }: MatcherContext, received: unknown): void {
  if (isFinished(received)) return
  const refusal = new UsageError(
    `${name} cannot ask a server as part of an expected value, for which nothing waits`,
    `write: await expect(…)${isNot ? '.not' : ''}.${name}(…), or give a finished report in the place of the server`,
  )
  throw advised(refusal)
}
