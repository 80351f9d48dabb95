// What a policy wants of the features of a server, which the answers to its other questions show.
import type { Cause } from '../causes.ts'
import type { Check, Severity } from '../check.ts'
import { checkOf } from '../check-of.ts'
import type { Feature } from '../survey.ts'
import { evidenceOf } from './member-rules.ts'
import type { Policy } from './policy.ts'
import { listed } from './words.ts'

interface FeatureRule {
  readonly names: readonly string[] | undefined
  readonly severity: Severity
  /** The status that fails it. */
  readonly bad: 'yes' | 'no'
  readonly verb: string
  readonly cause: Cause
}

/** A check for each list of features that the policy has. */
export function featureChecks(features: readonly Feature[], { id, features: wanted }: Policy): Check[] {
  const offered = { bad: 'yes', cause: 'policy-feature-offered' } as const
  const missing = { bad: 'no', cause: 'policy-feature-missing' } as const
  const rules: readonly FeatureRule[] = [
    { ...offered, names: wanted.forbid, severity: 'error', verb: 'does not allow' },
    { ...offered, names: wanted.discourage, severity: 'warning', verb: 'discourages' },
    { ...missing, names: wanted.require, severity: 'error', verb: 'requires' },
    { ...missing, names: wanted.recommend, severity: 'warning', verb: 'recommends' },
    { ...missing, names: wanted.suggest, severity: 'notice', verb: 'suggests' },
  ]
  return rules.flatMap(rule => featureCheck(features, id, rule) ?? [])
}

function featureCheck(
  features: readonly Feature[],
  policyId: string,
  { names = [], severity, bad, verb, cause }: FeatureRule,
): Check | null {
  if (names.length === 0) return null
  const found = names.map(name => features.find(feature => feature.name === name) ?? notAsked(name))
  const failed = found.filter(({ status }) => status === bad)
  const open = found.filter(({ status }) => status === 'unknown')
  const shared = { id: 'policy/features', severity } as const
  const members = [...failed, ...open].map(({ name }) => name)
  if (failed.length > 0) {
    const message = `${details(failed)}; the policy ${policyId} ${verb} ${failed.length === 1 ? 'it' : 'them'}`
    const undecided = open.map(({ name }) => name)
    return checkOf({ ...shared, status: 'fail', cause, message, members, undecided, evidence: evidenceOf(failed) })
  }
  if (open.length > 0) {
    const message = `of ${listed(open.map(({ name }) => name))} it is not known whether the server has it: ${details(open)}`
    return checkOf({ ...shared, status: 'inconclusive', message, members, evidence: evidenceOf(open) })
  }
  return checkOf({ ...shared, status: 'pass', message: details(found), evidence: evidenceOf(found) })
}

type Known = Pick<Feature, 'name' | 'status' | 'detail' | 'evidence'>

const details = (some: readonly Known[]): string => some.map(({ name, detail }) => `${name}: ${detail}`).join('; ')
const notAsked = (name: string): Known => ({ name, status: 'unknown', detail: 'it was not asked', evidence: [] })
