import type { Claim } from './claim.ts'
import { memberClaim } from './member-claim.ts'

/**
 * The server refuses a version of TLS whatever else a hello offers, and was seen to accept another hello after that.
 * @throws UsageError for a name that nobody knows
 */
export function refuseProtocol(protocol: string): Claim {
  return memberClaim({ name: 'toRefuseProtocol', wants: 'refused', kind: 'protocol', member: protocol })
}
