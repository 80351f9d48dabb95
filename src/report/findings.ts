// What is wrong with a target, gathered by cause: several checks often fail for one reason and have one fix. No wording of its own, no layout.
import type { TargetReport } from '../gate.ts'
import { type Check, severities } from '../judge/check.ts'

export interface Finding {
  /** Null for checks that name no cause and share a message: as a rule several that could not be decided for one reason. */
  readonly cause: string | null
  /** The checks that failed or could not be decided for this cause, worst first. */
  readonly checks: readonly Check[]
  /** The handshake's own account, when no check gives one. */
  readonly message: string | null
  /** Each may have several lines. */
  readonly fixes: readonly string[]
  readonly evidence: readonly string[]
  readonly refs: readonly string[]
}

/** The findings of a target, worst first. A waived check is none. */
export function findingsOf({ checks, handshake: { failure } }: TargetReport): Finding[] {
  const groups = new Map<string, Check[]>()
  if (failure !== null) groups.set(failure.cause, [])
  for (const check of checks.filter(isProblem).sort(byWeight)) {
    const key = check.cause ?? `without a cause: ${check.message}`
    groups.set(key, [...(groups.get(key) ?? []), check])
  }
  return [...groups].map(([key, members]) => {
    const own = failure?.cause === key ? failure : null
    const alert = own?.alert ? [`${own.alert.level} alert ${own.alert.name} (${own.alert.code}) from the ${own.alert.sentBy}`] : []
    return {
      cause: own?.cause ?? members[0]?.cause ?? null,
      checks: members,
      message: members.length === 0 ? (own?.message ?? null) : null,
      fixes: unique(members.flatMap(check => check.fix ?? [])),
      evidence: unique([...members.flatMap(check => check.evidence), ...alert]),
      // What could not be looked at breaks no rule.
      refs: unique(members.flatMap(check => (check.cause === null ? [] : check.refs))),
    }
  })
}

/** The checks that are no finding: waived ones first, then passed ones. */
export function settledChecks({ checks }: TargetReport): Check[] {
  return checks.filter(check => !isProblem(check)).sort(byWeight)
}

const statuses: readonly Check['status'][] = ['fail', 'inconclusive', 'waived', 'pass']
const weight = (check: Check): number => statuses.indexOf(check.status) * severities.length + severities.indexOf(check.severity)
const byWeight = (a: Check, b: Check): number => weight(a) - weight(b)
const isProblem = (check: Check): boolean => check.status === 'fail' || check.status === 'inconclusive'
const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
