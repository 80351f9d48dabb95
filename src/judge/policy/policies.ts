// The policies that have a name.
import { UsageError } from '../../usage-error.ts'
import { nearestHint } from '../nearest.ts'
import { bsi } from './bsi.ts'
import { byDefault } from './default.ts'
import { intermediate, modern, old } from './mozilla.ts'
import { nist } from './nist.ts'
import { pci } from './pci.ts'
import type { Policy } from './policy.ts'

/** In the order help texts list them. */
export const policies: readonly Policy[] = [modern, intermediate, old, nist, bsi, pci, byDefault]

/** @throws UsageError for an unknown name, with those it may have been meant for */
export function policyNamed(name: string): Policy {
  const policy = policies.find(({ id }) => id === name)
  if (policy) return policy
  const known = policies.map(({ id }) => id)
  throw new UsageError(
    `${JSON.stringify(name)} is no policy`,
    typeof name === 'string' ? nearestHint(name, known) : `give its name, one of ${known.join(', ')}`,
  )
}
