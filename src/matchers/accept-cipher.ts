import type { Claim } from './claim.ts'
import { memberClaim } from './member-claim.ts'

/**
 * The server accepts a cipher suite in one version at least.
 * @throws UsageError for a name that nobody knows
 */
export function acceptCipher(cipherSuite: string): Claim {
  return memberClaim({ name: 'toAcceptCipher', wants: 'accepted', kind: 'cipher suite', member: cipherSuite })
}
