// Two files of facts against each other, as `tlsgate diff` has it.
import type { Verdict } from '../check.ts'
import { type TargetComparison, targetComparison } from './baseline.ts'
import type { Comparison } from './change.ts'
import { compare } from './compare.ts'
import type { Recalled } from './report-file.ts'

export interface Difference {
  /** 'fail' when something got weaker; 'inconclusive' when nothing did as far as it could be compared, and something else may have. */
  readonly verdict: Verdict
  /** Those that both files have. */
  readonly targets: readonly TargetComparison[]
  /** Those that only one has. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

export function differenceOf({ facts: before, isDecided: wasDecided }: Recalled, { facts: now, isDecided }: Recalled): Difference {
  const compared = [...now].flatMap(([key, facts]) => {
    const old = before.get(key)
    return old
      ? [{ key, comparison: compare(old, facts, { before: check => wasDecided(key, check), now: check => isDecided(key, check) }) }]
      : []
  })
  const added = [...now.keys()].filter(key => !before.has(key))
  const removed = [...before.keys()].filter(key => !now.has(key))
  const some = (has: (comparison: Comparison) => boolean): boolean => compared.some(({ comparison }) => has(comparison))
  const isWorse = some(({ weaker, checks }) => weaker.length > 0 || checks.failing.length > 0)
  const mayBeWorse =
    added.length > 0 || removed.length > 0 || some(({ notCompared }) => notCompared.some(({ severity }) => severity !== 'notice'))
  return {
    verdict: isWorse ? 'fail' : compared.length === 0 || mayBeWorse ? 'inconclusive' : 'pass',
    targets: compared.map(({ key, comparison }) => {
      const [url = key, servername = null] = key.split(' as ')
      return targetComparison({ url, servername }, comparison)
    }),
    added,
    removed,
  }
}
