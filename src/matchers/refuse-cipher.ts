import type { Claim } from './claim.ts'
import { memberClaim } from './member-claim.ts'

/**
 * The server refuses a cipher suite in every version that can have it.
 * @throws UsageError for a name that nobody knows
 */
export function refuseCipher(cipherSuite: string): Claim {
  return memberClaim({ name: 'toRefuseCipher', wants: 'refused', kind: 'cipher suite', member: cipherSuite })
}
