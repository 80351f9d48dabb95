// What a run's exit code says, for scripts. Part of the public contract.
import type { Verdict } from '../judge/check.ts'

/** The exit code of each verdict. */
export const exitCodes = { pass: 0, fail: 1, inconclusive: 2 } as const satisfies Record<Verdict, number>

/** A wrong call, or a bug of ours: nothing was found out. */
export const noVerdict = 3
