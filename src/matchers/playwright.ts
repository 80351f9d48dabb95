// tlsgate/playwright: Playwright's expect with the matchers.
import { expect as base, type ExpectMatcherState } from '@playwright/test'
import { forEvery, type Matchers } from './every.ts'
import { isCompared, refuseToProbe } from './expected-value.ts'
import type { Outcome } from './match.ts'
import { matchLater } from './match-later.ts'
import { framesAbove, locating } from './stack.ts'
import { clear } from './surveys.ts'
import type { TlsValues } from './table.ts'
import { timeoutWithin } from './time-limit.ts'

/** Not needed after a restart or setSecureContext(), which are noticed: `clear()` forgets what was found out of servers. */
export const tlsgate = { clear } as const

/** Plain promises: Playwright takes no other thenable, and has a linter's rule for those that nobody awaits. */
const matchers = forEvery(name => {
  async function asked(this: ExpectMatcherState, received: unknown, ...args: readonly unknown[]) {
    return matchLater(name, this, received, args, { timeoutMs: timeoutWithin(this.timeout) })
  }
  return function matcher(this: ExpectMatcherState, received: unknown, ...args: readonly unknown[]) {
    if (!isCompared(this)) return asked.call(this, received, ...args).catch(locating(framesAbove(matcher)))
    refuseToProbe(name, this, received)
    return matchLater(name, this, received, args)
  }
}) as Matchers<Promise<Outcome>>

const extended = base.extend(matchers)

/** Playwright's expect, and every matcher to be awaited, also on a finished report; and as part of an expected value, of which its types know nothing. */
export const expect = extended as typeof extended & TlsValues & { readonly not: TlsValues }
