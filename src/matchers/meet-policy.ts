import { type PolicyName, policyNamed } from '../judge/policy/policies.ts'
import type { Policy } from '../judge/policy/policy.ts'
import { policyChecks } from '../judge/policy/policy-causes.ts'
import { changeProblems, type PolicyChanges, refuseProblems, shapeProblems } from '../judge/policy/shape.ts'
import { UsageError } from '../usage-error.ts'
import type { Answer, Claim, Evidence } from './claim.ts'

/** A policy by its name, as it is, or as in tlsgate.yml: what it extends ('default' unless given) and what it changes of that. */
export type PolicyGiven = PolicyName | Policy | ({ readonly extends?: PolicyName } & PolicyChanges)

/**
 * The server is as a policy wants it: every check of severity error passes.
 * @throws UsageError for a policy or a name in it that nobody knows
 */
export function meetPolicy(given: PolicyGiven): Claim {
  const { policy, id, version } = policyOf(given)
  return {
    name: 'toMeetPolicy',
    argument: typeof given === 'string' ? `'${given}'` : `{ ${Object.keys(given).join(', ')} }`,
    expected: `a server that meets the policy ${id}`,
    negated: `a server that does not meet the policy ${id}`,
    policy,
    judge: evidence => judgePolicy(evidence, { id, version }),
  }
}

interface Meant extends Pick<Policy, 'id' | 'version'> {
  readonly policy: () => Policy | Promise<Policy>
}

function policyOf(given: unknown): Meant {
  if (typeof given === 'string') return as(policyNamed(given))
  if (typeof given !== 'object' || given === null || Array.isArray(given) || Object.keys(given).length === 0)
    throw new UsageError('toMeetPolicy is not told the policy', "give a name such as 'mozilla-intermediate', or { extends: 'default', … }")
  if ('id' in given) {
    refuseProblems(given.id, shapeProblems(given))
    return as(given as Policy)
  }
  const { extends: base = 'default', ...changes } = given as { readonly extends?: string } & PolicyChanges
  const extended = policyNamed(base)
  const id = `${extended.id}+`
  refuseProblems(id, changeProblems(changes))
  return {
    id,
    version: extended.version,
    // Loaded when there is something to ask: it knows every client and every feature.
    policy: async () => (await import('../judge/policy/extend.ts')).extendPolicy(extended, changes),
  }
}

const as = (policy: Policy): Meant => ({ id: policy.id, version: policy.version, policy: () => policy })

/** What breaks the policy decides; a handshake or a chain that fails for another reason proves nothing of it and is no pass either. */
function judgePolicy({ report, run, asked }: Evidence, { id, version }: Pick<Policy, 'id' | 'version'>): Answer {
  if (!asked) refuseOther(run?.policy ?? null, id, version)
  const failed = report.checks.filter(({ status, severity }) => status === 'fail' && severity === 'error')
  const broken = failed.filter(check => isOfPolicy(check.id))
  if (broken.length > 0) return { holds: 'no', seen: summary(broken) }
  if (failed.length > 0) return { holds: 'unknown', seen: `nothing breaks the policy, but ${summary(failed)}` }
  const open = report.checks.filter(({ status, severity }) => status === 'inconclusive' && severity === 'error')
  if (open.length > 0 || report.survey === null) return { holds: 'unknown', seen: open[0]?.message ?? 'the server was not asked' }
  return { holds: 'yes', seen: `nothing breaks the policy ${id}` }
}

function refuseOther(judgedBy: { readonly id: string; readonly version: string } | null, id: string, version: string): void {
  const hint = `give gate() the policy ${id}, and expect() the whole report of it`
  if (judgedBy === null) throw new UsageError("a target's report does not say by which policy it was judged", hint)
  if (judgedBy.id === id && judgedBy.version === version) return
  throw new UsageError(`the report was judged by the policy ${judgedBy.id} ${judgedBy.version}, not by ${id} ${version}`, hint)
}

const isOfPolicy = (id: string): boolean => Object.hasOwn(policyChecks, id) || /^(?:vulnerability|client)\//.test(id)

function summary(checks: readonly { readonly cause: string | null; readonly message: string }[]): string {
  const shown = checks.slice(0, 3).map(({ cause, message }) => `${cause}: ${message}`)
  return [...shown, ...(checks.length > 3 ? [`and ${checks.length - 3} more`] : [])].join('; ')
}
