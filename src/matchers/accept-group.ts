import type { Claim } from './claim.ts'
import { memberClaim } from './member-claim.ts'

/**
 * The server exchanges keys in a group, in one version at least.
 * @throws UsageError for a name that nobody knows
 */
export function acceptGroup(group: string): Claim {
  return memberClaim({ name: 'toAcceptGroup', wants: 'accepted', kind: 'group', member: group })
}
