// A run against its baseline: one target at a time, and at the end what the report says of all of them.
import type { Check, Location } from '../check.ts'
import type { Change, Comparison } from './change.ts'
import { comparisonChecks, fixOfWeakenings, goneTargetCheck, newTargetCheck } from './checks.ts'
import { compare } from './compare.ts'
import { factsOf, isDecided, keyOf, type Observed, type TargetFacts } from './facts.ts'
import type { Baseline } from './lock-file.ts'

/** A target against its baseline, as a report has it. */
export interface TargetComparison {
  readonly url: string
  /** The name that was asked for; null when none was. */
  readonly servername: string | null
  readonly weaker: readonly (Change & {
    /** What to do: the first line for everyone, then a line a product. */
    readonly fix: string
  })[]
  readonly stronger: readonly Change[]
  readonly different: readonly Change[]
  readonly notCompared: readonly Change[]
  readonly clients: Pick<Comparison['clients'], 'gained' | 'lost'>
  readonly checks: Comparison['checks']
}

/** What a report says of the baseline. */
export interface BaselineReport {
  /** The lock file, as the user named it. */
  readonly file: string
  /** Those that both have, in the order of the report. */
  readonly targets: readonly TargetComparison[]
}

export interface Compared {
  /** Null for a target that the baseline does not have. */
  readonly before: TargetFacts | null
  readonly comparison: TargetComparison | null
  readonly checks: readonly Check[]
}

/**
 * @param location where a file of the user's names the target; without one the checks stand at its entry in the lock file
 */
export function compareWith(baseline: Baseline, observed: Observed, location: Location | null): Compared {
  const remembered = baseline.targets.get(keyOf(observed.target))
  if (remembered === undefined) return { before: null, comparison: null, checks: [newTargetCheck(location)] }
  const comparison = compare(remembered.facts, factsOf(observed), { now: id => isDecided(observed, id) })
  return {
    before: remembered.facts,
    comparison: targetComparison(observed.target, comparison),
    checks: comparisonChecks(comparison, location ?? remembered.location),
  }
}

export function targetComparison(
  { url, servername }: Pick<Observed['target'], 'url' | 'servername'>,
  comparison: Comparison,
): TargetComparison {
  const plain = ({ what, message }: Change): Change => ({ what, message })
  const { weaker, stronger, different, notCompared, clients, checks } = comparison
  return {
    url,
    servername,
    weaker: weaker.map(change => ({ ...plain(change), fix: fixOfWeakenings([change]) })),
    stronger: stronger.map(plain),
    different: different.map(plain),
    notCompared: notCompared.map(plain),
    clients: { gained: clients.gained, lost: clients.lost },
    checks,
  }
}

/** Targets that only the baseline has and that are named: of a run of one target with the lock file of a fleet nobody wants to read all others. */
const mostGone = 20

/** A check for each target that only the baseline has, and where there are many one for all that are not named. */
export function goneTargets({ targets }: Baseline, checked: readonly Observed['target'][]): Check[] {
  const keys = new Set(checked.map(keyOf))
  const gone = [...targets].filter(([key]) => !keys.has(key))
  // One more takes no more room than what would count it.
  const named = gone.length <= mostGone + 1 ? gone.length : mostGone
  return gone
    .slice(0, named + 1)
    .map(([key, { location }], index) => goneTargetCheck(key, location, index === named ? gone.length - named : 0))
}
