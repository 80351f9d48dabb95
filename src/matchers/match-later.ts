// match(), loaded by the first assertion instead of by the import: a test file that asserts nothing of TLS should not pay for it. Only for
// entries that are ES modules alone; in CommonJS there is no import.meta to load from.
import { extname } from 'node:path'
// They keep the timers and the clock that they find, and by the first assertion a test may have put fake ones there.
import '../net/deadline.ts'
import '../net/env.ts'
import type { Match } from './every.ts'
import { isFinished } from './finished.ts'
import './listening.ts'

/** As match(), but that a wrong call on what is to be probed is a rejection. */
export const matchLater: Match = (...assertion) => {
  const [, , received] = assertion
  return isFinished(received) ? matchNow()(...assertion) : import('./match.ts').then(({ match }) => match(...assertion))
}

/** A finished report is judged at once, which leaves no time for import(). In Node both give the same module. */
function matchNow(): Match {
  const { url } = import.meta
  // The real one, not that of a runner that has a module system of its own: theirs do not require ES modules.
  const require = process.getBuiltinModule('node:module').createRequire(url)
  return (require(`./match${extname(url)}`) as typeof import('./match.ts')).match
}
