// The policies that have a name.
import { UsageError } from '../../usage-error.ts'
import { nearestHint } from '../nearest.ts'
import { bsi } from './bsi.ts'
import { byDefault } from './default.ts'
import { intermediate, modern, old } from './mozilla.ts'
import { nist } from './nist.ts'
import { pci } from './pci.ts'
import type { Policy } from './policy.ts'

/** By their ids, which a test compares: in the order help texts list them. */
const named = {
  'mozilla-modern': modern,
  'mozilla-intermediate': intermediate,
  'mozilla-old': old,
  'nist-800-52r2': nist,
  'bsi-tr-02102-2': bsi,
  'pci-dss-4': pci,
  default: byDefault,
} as const satisfies Readonly<Record<string, Policy>>

/** The id of a policy that comes with tlsgate. */
export type PolicyName = keyof typeof named

export const policies: readonly Policy[] = Object.values(named)

/** @throws UsageError for an unknown name, with those it may have been meant for */
export function policyNamed(name: PolicyName | (string & {})): Policy {
  if (Object.hasOwn(named, name)) return named[name as PolicyName]
  const known = Object.keys(named)
  throw new UsageError(
    `${JSON.stringify(name)} is no policy`,
    typeof name === 'string' ? nearestHint(name, known) : `give its name, one of ${known.join(', ')}`,
  )
}
