// match(), loaded by the first assertion instead of by the import: a test file that asserts nothing of TLS should not pay for it. Only for
// entries that are ES modules alone; in CommonJS there is no import.meta to load from.
import { extname } from 'node:path'
// They keep the timers and the clock that they find, and by the first assertion a test may have put fake ones there.
import '../net/deadline.ts'
import { systemEnv } from '../net/env.ts'
import type { Match } from './every.ts'
import { isFinished } from './finished.ts'
import './listening.ts'
import type { Surroundings } from './run.ts'
import { defaultTimeoutMs } from './time-limit.ts'

/** As match(), but that a wrong call on what is to be probed is a rejection. */
export const matchLater: Match = (name, context, received, args, surroundings) =>
  isFinished(received)
    ? matchNow()(name, context, received, args, surroundings)
    : loaded(surroundings).then(({ match, left }) => match(name, context, received, args, left))

/** Loads all that a probe takes, and tells it the time that its test has left after that. */
async function loaded({ timeoutMs = defaultTimeoutMs, ...around }: Surroundings = {}): Promise<{ match: Match; left: Surroundings }> {
  const startedAt = systemEnv.clock()
  const [{ match }] = await Promise.all([import('./match.ts'), import('../gate.ts')])
  const spentMs = systemEnv.clock() - startedAt
  return { match, left: { ...around, timeoutMs: Math.max(1, timeoutMs - spentMs) } }
}

/** A finished report is judged at once, which leaves no time for import(). In Node both give the same module. */
function matchNow(): Match {
  const { url } = import.meta
  // The real one, not that of a runner that has a module system of its own: theirs do not require ES modules.
  const require = process.getBuiltinModule('node:module').createRequire(url)
  return (require(`./match${extname(url)}`) as typeof import('./match.ts')).match
}
