// From a comparison to the checks of a report, and what of a report does not fail a run that looks for regressions only.
import { fixOf } from '../causes.ts'
import { type Check, type Location, severities } from '../check.ts'
import { checkOf, type Finding } from '../check-of.ts'
import { listed } from '../policy/words.ts'
import { type Comparison, type Kind, kinds, type Weakening } from './change.ts'
import type { TargetFacts } from './facts.ts'
import { agesOf, failureOf } from './failures.ts'

/** A check for each kind of facts that either side knows. */
export function comparisonChecks(comparison: Comparison, location: Location | null): Check[] {
  const checks = (Object.keys(kinds) as Kind[]).flatMap(what => kindCheck(comparison, what))
  return [...checks, ...clientsCheck(comparison)].map(check => (check.status === 'pass' ? check : { ...check, location }))
}

/** Of a target that the baseline does not have. */
export function newTargetCheck(location: Location | null): Check {
  const message = 'the baseline does not have this target: it is judged by the policy alone'
  return { ...checkOf({ ...noticed, id: 'baseline/target', cause: 'baseline-target-new', message }), location }
}

/** Of a target that only the baseline has, where `more` is 0, or of so many further ones from it on. */
export function goneTargetCheck(key: string, location: Location | null, more = 0): Check {
  const what = more === 0 ? `${key}, which was` : `${more} more targets, from ${key} on, which were`
  const message = `the baseline has ${what} not checked`
  return { ...checkOf({ ...noticed, id: 'baseline/target', cause: 'baseline-target-gone', message }), location }
}

const noticed = { severity: 'notice', status: 'fail', evidence: [] } as const satisfies Partial<Finding>

function kindCheck({ weaker, different, stronger, notCompared, compared }: Comparison, what: Kind): Check[] {
  const of = <T extends { readonly what: Kind }>(changes: readonly T[]): T[] => changes.filter(change => change.what === what)
  const said = (changes: readonly { readonly message: string }[]): string => changes.map(({ message }) => message).join('; ')
  const id = `baseline/${what}` as const
  const [worse, other, better, gaps] = [of(weaker), of(different), of(stronger), of(notCompared)]
  if (worse.length > 0) {
    const fix = fixOfWeakenings(worse)
    return [checkOf({ id, severity: 'error', status: 'fail', cause: 'baseline-weakened', message: said(worse), fix, evidence: [] })]
  }
  const severity = severities.find(each => gaps.some(({ severity }) => severity === each)) ?? 'notice'
  const found = [
    // What may have got worse is no more excluded than any other question without an answer.
    ...(gaps.length > 0
      ? [
          checkOf({
            id,
            severity,
            status: 'inconclusive',
            message: said(gaps),
            fix: severity === 'notice' ? null : recordAll,
            evidence: [],
          }),
        ]
      : []),
    ...(other.length > 0 ? [checkOf({ ...noticed, id, cause: 'baseline-changed', message: said(other) })] : []),
  ]
  if (found.length > 0) return found
  if (!compared.includes(what)) return []
  const message = better.length > 0 ? `stronger than the baseline: ${said(better)}` : `${kinds[what]} as in the baseline`
  return [checkOf({ id, severity: 'error', status: 'pass', message, evidence: [] })]
}

const recordAll =
  'Compare what was asked alike: survey full in this run, and the lock file written anew with --update-baseline --survey full'

/** How to undo each: what to do in the first line, which is all that an annotation has, then a line a product. */
export function fixOfWeakenings(weakenings: readonly Pick<Weakening, 'remedy'>[]): string {
  const fixes = [...new Set(weakenings.map(({ remedy }) => remedy))].map(remedy => fixOf(remedy).split('\n'))
  return [fixes.map(([doing]) => doing).join('; '), ...fixes.flatMap(([, ...lines]) => lines)].join('\n')
}

function clientsCheck({ clients: { gained, lost, compared } }: Comparison): Check[] {
  const id = 'baseline/clients'
  if (compared === 0) return []
  const message = [
    ...(lost.length > 0 ? [`no longer connect: ${listed(lost)}`] : []),
    ...(gained.length > 0 ? [`connect now: ${listed(gained)}`] : []),
  ].join('; ')
  if (message !== '') return [checkOf({ ...noticed, id, cause: 'baseline-changed', message })]
  return [checkOf({ id, severity: 'error', status: 'pass', message: 'the same clients connect as in the baseline', evidence: [] })]
}

/**
 * The checks where only regressions count: what has failed before, for the same cause, as severely and for no less, is waived; of what may or
 * may not be new it is not known whether it got worse. Nor of what could not be compared, which is an error then.
 * @param before null for a target that the baseline does not have
 */
export function waiveKnown(checks: readonly Check[], before: TargetFacts | null): readonly Check[] {
  const known = new Map(Object.entries(before?.failed ?? {}))
  const failed = Map.groupBy(
    checks.filter(({ status }) => status === 'fail'),
    ({ id }) => id,
  )
  const ages = new Map(
    [...failed].flatMap(([id, each]) => {
      const found = agesOf(each.map(failureOf), known.get(id))
      return each.map((check, index) => [check, found[index]] as const)
    }),
  )
  return checks.map(check => {
    const { message } = check
    switch (ages.get(check)) {
      case 'old':
        return { ...check, status: 'waived', message: `${message}; known in the baseline` }
      case 'unknown':
        return { ...check, status: 'inconclusive', message: `${message}; the baseline does not tell whether all of it was so before` }
      default:
        return isUncompared(check) ? { ...check, severity: 'error' } : check
    }
  })
}

/** Of the failed checks each is judged by itself. */
const isUncompared = ({ id, status, severity }: Check): boolean =>
  id.startsWith('baseline/') && id !== 'baseline/checks' && status === 'inconclusive' && severity === 'warning'
