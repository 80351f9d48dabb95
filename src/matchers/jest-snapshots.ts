// The snapshot matchers of jest, on top of its own: it keeps, compares and updates them as it does any other snapshot.
import type { Context as SnapshotContext } from 'jest-snapshot'
import { UsageError } from '../usage-error.ts'
import { advised } from './advice.ts'
import { contractWithin } from './contract.ts'
import type { AnyMatcher } from './every.ts'
import type { MatcherContext } from './failure-text.ts'
import type { Outcome } from './match.ts'
import type { Surroundings } from './run.ts'
import { type SnapshotFunctions, snapshotArguments } from './snapshot-arguments.ts'

export function snapshotMatchers<C extends MatcherContext>(surroundings: (context: C) => Surroundings): SnapshotFunctions {
  const matching = (isInline: boolean): AnyMatcher<C> =>
    async function snapshotMatcher(received, ...args) {
      // Jest finds the place for an inline snapshot in the stack, which after the first wait has none of the test left.
      const called = new Error('called here')
      try {
        const { options, text } = snapshotArguments(this.isNot, args)
        const contract = await contractWithin(received, options, surroundings(this))
        const { toMatchSnapshot, toMatchInlineSnapshot } = await jestSnapshot()
        const context = Object.assign(Object.create(this), { error: called }) as unknown as SnapshotContext
        const given = text === undefined ? [] : ([text] as const)
        return (isInline ? toMatchInlineSnapshot : toMatchSnapshot).call(context, contract, ...given) as Outcome
      } catch (error) {
        throw advised(error)
      }
    }
  return { toMatchHandshakeSnapshot: matching(false), toMatchInlineHandshakeSnapshot: matching(true) } as SnapshotFunctions
}

/** It comes with jest; a package manager that hides what others depend on hides it too. */
async function jestSnapshot(): Promise<typeof import('jest-snapshot')> {
  try {
    return await import('jest-snapshot')
  } catch (cause) {
    throw new UsageError(
      'jest-snapshot, which comes with jest, is not found from here',
      'install it: npm install --save-dev jest-snapshot',
      { cause },
    )
  }
}
