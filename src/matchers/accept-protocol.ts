import type { Claim } from './claim.ts'
import { memberClaim } from './member-claim.ts'
import type { ProtocolGiven } from './names.ts'

/**
 * The server accepts a version of TLS.
 * @throws UsageError for a name that nobody knows
 */
export function acceptProtocol(protocol: ProtocolGiven): Claim {
  return memberClaim({ name: 'toAcceptProtocol', wants: 'accepted', kind: 'protocol', member: protocol })
}
