import type { Claim } from './claim.ts'
import { memberClaim } from './member-claim.ts'
import type { ProtocolGiven } from './names.ts'

/**
 * The server refuses a version of TLS whatever else a hello offers, and was seen to accept another hello after that.
 * @throws UsageError for a name that nobody knows
 */
export function refuseProtocol(protocol: ProtocolGiven): Claim {
  return memberClaim({ name: 'toRefuseProtocol', wants: 'refused', kind: 'protocol', member: protocol })
}
