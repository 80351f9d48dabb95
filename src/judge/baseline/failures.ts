// Failed checks against those remembered: which of them are old. An id and a cause do not tell: a warning may be an error by now, and a check on
// many things may fail for one more.
import { type Severity, severities } from '../check.ts'
import type { Observed } from './facts.ts'

/** A failed check as it is remembered. */
export interface Failure {
  readonly cause: string
  readonly severity: Severity
  /** Of a check on many things those that fail it, by name, sorted. */
  readonly members?: readonly string[]
  /** Those of which it was not known, sorted. */
  readonly undecided?: readonly string[]
}

/** The failures of one check; lock files of old have a cause in their place, and say no more. */
export type Failures = string | readonly Failure[]

/** 'unknown': it cannot be told what of it is new. */
export type Age = 'old' | 'new' | 'unknown'

type Failed = Pick<Observed['checks'][number], 'id' | 'status' | 'severity' | 'cause' | 'members' | 'undecided'>

/** A waived check has failed all the same. Those on a baseline are no facts of a server. */
function isFailed({ id, status, severity, cause }: Failed): boolean {
  const failed = status === 'fail' || (status === 'waived' && cause !== null)
  return failed && severity !== 'notice' && !id.startsWith('baseline/')
}

/** The failed ones of some checks, by id; the same for the same failures, in whatever order they come. */
export function failuresOf(checks: readonly Failed[]): Readonly<Record<string, readonly Failure[]>> {
  const byId = Map.groupBy(checks.filter(isFailed), ({ id }) => id)
  return Object.fromEntries([...byId].map(([id, failed]) => [id, failed.map(failureOf).toSorted(byText)]))
}

export function failureOf({ cause, severity, members = [], undecided = [] }: Failed): Failure {
  const failing = members.filter(name => !undecided.includes(name)).toSorted()
  return {
    cause: cause ?? '',
    severity,
    ...(failing.length > 0 && { members: failing }),
    ...(undecided.length > 0 && { undecided: undecided.toSorted() }),
  }
}

const byText = (a: Failure, b: Failure): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** The age of each failure of one check, by what is remembered of that check. */
export function agesOf(now: readonly Failure[], before: Failures = []): Age[] {
  if (typeof before === 'string') return now.map(({ cause }) => (cause === before ? 'unknown' : 'new'))
  const ranks = now.map(({ severity }) => severities.indexOf(severity))
  return now.map((failure, index) => {
    const known = before.filter(each => each.cause === failure.cause && severities.indexOf(each.severity) <= (ranks[index] ?? 0))
    if (known.length === 0) return 'new'
    const names = known.flatMap(({ members = [] }) => members)
    const isKnown = (name: string): boolean => names.includes(name)
    const { members = [], undecided = [] } = failure
    if (!members.every(isKnown)) return 'new'
    if (!undecided.every(isKnown)) return 'unknown'
    if (members.length > 0) return 'old'
    // Without names they are counted, the most severe first: of two certificates that have expired one may be known to have.
    const others = now.filter((other, at) => {
      const [rank = 0, own = 0] = [ranks[at], ranks[index]]
      return other.cause === failure.cause && (rank < own || (rank === own && at < index))
    })
    return others.length < known.length ? 'old' : 'new'
  })
}
