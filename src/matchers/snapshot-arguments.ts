// The arguments of the snapshot matchers. Runners write an inline snapshot behind the options, or in the place of the one that is there.
import { UsageError } from '../usage-error.ts'
import type { ContractOptions } from './contract.ts'
import type { MatcherContext } from './failure-text.ts'
import type { Outcome } from './match.ts'

export interface SnapshotMatchers {
  /**
   * What the handshake agrees on, its steps and the certificates are as the snapshot file has them; times and serial numbers are left out.
   * @example await expect(server).toMatchHandshakeSnapshot({ ca })
   */
  toMatchHandshakeSnapshot(options?: ContractOptions, hint?: string): Promise<void>
  /**
   * The same, with the snapshot in the test.
   * @example await expect(server).toMatchInlineHandshakeSnapshot({ ca })
   */
  toMatchInlineHandshakeSnapshot(snapshot?: string): Promise<void>
  toMatchInlineHandshakeSnapshot(options: ContractOptions, snapshot?: string): Promise<void>
}

type SnapshotMatcher = (this: MatcherContext, received: unknown, ...args: readonly unknown[]) => Promise<Outcome>

/** The same as functions that a runner's expect.extend() takes. */
export type SnapshotFunctions = { readonly [Name in keyof SnapshotMatchers]: SnapshotMatcher }

const names: Readonly<Record<keyof SnapshotMatchers, true>> = { toMatchHandshakeSnapshot: true, toMatchInlineHandshakeSnapshot: true }

/** Whether a matcher is one of the snapshot matchers. */
export const isSnapshot = (name: string): boolean => Object.hasOwn(names, name)

/** @throws UsageError for `.not`, of which no runner says what it would keep, and for arguments of another kind */
export function snapshotArguments(
  isNot: boolean | undefined,
  args: readonly unknown[],
): { readonly options: ContractOptions; readonly text: string | undefined } {
  if (isNot) throw new UsageError('a snapshot cannot be matched with .not', 'leave out .not')
  const [options = {}] = args.filter(arg => typeof arg === 'object' && arg !== null)
  const [text] = args.filter(arg => typeof arg === 'string')
  const strange = args.find(arg => arg !== undefined && arg !== options && arg !== text)
  if (strange !== undefined)
    throw new UsageError(`a snapshot matcher is given a value of the type ${typeof strange}`, 'give options, a text or both')
  return { options, text }
}
