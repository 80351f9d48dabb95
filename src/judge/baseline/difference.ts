// Two files of facts against each other, as `tlsgate diff` has it.
import type { Verdict } from '../check.ts'
import { type TargetComparison, targetComparison } from './baseline.ts'
import { compare } from './compare.ts'
import type { Recalled } from './report-file.ts'

export interface Difference {
  /** 'fail' when something got weaker; 'inconclusive' when nothing did as far as it could be compared, and not everything could. */
  readonly verdict: Verdict
  /** Those that both files have. */
  readonly targets: readonly TargetComparison[]
  /** Those that only one has. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

export function differenceOf({ facts: before }: Recalled, { facts: now, isDecided }: Recalled): Difference {
  const targets = [...now].flatMap(([key, facts]) => {
    const old = before.get(key)
    const [url = key, servername = null] = key.split(' as ')
    return old
      ? [
          targetComparison(
            { url, servername },
            compare(old, facts, check => isDecided(key, check)),
          ),
        ]
      : []
  })
  const added = [...now.keys()].filter(key => !before.has(key))
  const removed = [...before.keys()].filter(key => !now.has(key))
  const isWorse = ({ weaker, checks }: TargetComparison): boolean => weaker.length > 0 || checks.failing.length > 0
  const isWhole = added.length === 0 && removed.length === 0 && targets.every(({ notCompared }) => notCompared.length === 0)
  return {
    verdict: targets.some(isWorse) ? 'fail' : isWhole && targets.length > 0 ? 'pass' : 'inconclusive',
    targets,
    added,
    removed,
  }
}
