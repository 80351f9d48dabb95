// The snapshot matchers of vitest, on top of its own: it keeps, compares and updates them as it does any other snapshot.
import type { MatcherState } from 'vitest'
import * as vitest from 'vitest'
import { UsageError } from '../usage-error.ts'
import { advised } from './advice.ts'
import type { AnyMatcher } from './every.ts'
import type { Outcome } from './match.ts'
import type { Surroundings } from './run.ts'
import { type SnapshotFunctions, snapshotArguments } from './snapshot-arguments.ts'

/** Vitest has what they are made of since 4.1.3. */
const { Snapshots, chai }: Partial<typeof vitest> = vitest

export function snapshotMatchers(surroundings: (context: MatcherState) => Surroundings): SnapshotFunctions {
  const matching = (isInline: boolean): AnyMatcher<MatcherState> =>
    async function snapshotMatcher(received, ...args) {
      // Vitest finds the place for an inline snapshot in the stack, which after the first wait has none of the test left.
      const called = new Error('called here')
      try {
        if (!Snapshots || !chai) throw new UsageError('this vitest has no snapshots for matchers of others', 'use vitest 4.1.3 or newer')
        const { options, text } = snapshotArguments(this.isNot, args)
        const { contractWithin } = await import('./contract.ts')
        const contract = await contractWithin(received, options, surroundings(this))
        chai.util.flag(this.assertion as never, 'error', called)
        return (isInline ? Snapshots.toMatchInlineSnapshot : Snapshots.toMatchSnapshot).call(this, contract, text) as Outcome
      } catch (error) {
        throw advised(error)
      }
    }
  return { toMatchHandshakeSnapshot: matching(false), toMatchInlineHandshakeSnapshot: matching(true) } as SnapshotFunctions
}
