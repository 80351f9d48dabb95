// What is wrong with a target or a run, gathered by cause: several checks often fail for one reason and have one fix. No wording of its own, no layout.
import { type Check, type Location, severities } from '../judge/check.ts'
import type { Subject } from './subjects.ts'
import { evidenceWords } from './survey.ts'

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

/** What to do, and the lines that do it, one a product. */
export interface Advice {
  readonly doing: string
  readonly products: readonly string[]
}

/** The advice of fixes, each sentence once. */
export function adviceOf(fixes: readonly string[]): Advice[] {
  const written = unique(fixes).map(fix => fix.split('\n'))
  const byDoing = Map.groupBy(written, ([doing = '']) => doing)
  return [...byDoing].map(([doing, same]) => ({ doing, products: unique(same.flatMap(([, ...products]) => products)) }))
}

/** The findings of a target or a run, worst first. A waived check is none. */
export function findingsOf(subject: Subject): Finding[] {
  const { failure } = subject.handshake
  const checks = placedChecks(subject)
  const groups = new Map<string, Check[]>()
  // Where it is accepted that the handshake fails, it speaks for nothing.
  const isAccepted = checks.some(({ id, status }) => id === 'handshake/completion' && status === 'waived')
  if (failure !== null && !isAccepted) groups.set(failure.cause, [])
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
      evidence: [...evidenceWords(unique(members.flatMap(check => check.evidence)), subject.survey), ...alert],
      // What could not be looked at breaks no rule.
      refs: unique(members.flatMap(check => (check.cause === null ? [] : check.refs))),
    }
  })
}

/** The checks with the place of each that is not at that of its target, which is said once. */
export function placedChecks({ target, checks }: Subject): readonly Check[] {
  const own = placeText(target?.location ?? null)
  return own === null ? checks : checks.map(check => (placeText(check.location) === own ? { ...check, location: null } : check))
}

/** 'tlsgate.yml:9:5'; null for none. */
export const placeText = (place: Location | null): string | null => place && `${place.file}:${place.line}:${place.column}`

/** The handshake's own account as a check, where it failed and no check gives one; none as a rule. */
export function completionOf({ checks, verdict, handshake: { failure } }: Subject): Check[] {
  if (failure === null || checks.some(({ id, cause }) => id === 'handshake/completion' || cause === failure.cause)) return []
  const { cause, message } = failure
  const status = verdict === 'fail' ? 'fail' : 'inconclusive'
  return [{ id: 'handshake/completion', status, severity: 'error', cause, message, fix: null, evidence: [], refs: [], location: null }]
}

/** Whether it is no more than a notice. */
export const isNotice = ({ checks }: Finding): boolean => checks.length > 0 && checks.every(({ severity }) => severity === 'notice')

/** The checks that are no finding: waived ones first, then passed ones. */
export function settledChecks(subject: Subject): Check[] {
  return placedChecks(subject)
    .filter(check => !isProblem(check))
    .sort(byWeight)
}

/** Families of which it is enough to know that all is well: what is said of several passed checks, and of which. */
const families = [
  ['vulnerability/', 'excluded: ', /./],
  ['client/', 'connect: ', /./],
  // What got stronger is worth its own line.
  ['baseline/', 'as in the baseline: ', /as in the baseline$/],
] as const

/** The checks with the passed ones of a family as one, which names them. */
export function foldedChecks(checks: readonly Check[]): Check[] {
  return families.reduce<Check[]>(
    (rest, [prefix, words, said]) => {
      const members = rest.filter(({ id, status, message }) => status === 'pass' && id.startsWith(prefix) && said.test(message))
      const [first] = members
      if (first === undefined || members.length === 1) return rest
      const names = members.map(({ id }) => id.slice(prefix.length))
      const fold = { ...first, id: `${prefix}…`, message: `${members.length} ${words}${names.join(', ')}` }
      return rest.flatMap(check => (check === first ? fold : members.includes(check) ? [] : check))
    },
    [...checks],
  )
}

/** Checks that say the same, as one. */
export interface Saying {
  /** The worst of them. */
  readonly check: Check
  readonly names: readonly string[]
}

/** What the checks say, each sentence once with the names of all that say it, in their order. */
export function sayingsOf(checks: readonly Check[]): Saying[] {
  const same = Map.groupBy(checks, ({ status, message, location }) => JSON.stringify([status, message, location]))
  return [...same.values()].flatMap(all => all.slice(0, 1).map(check => ({ check, names: all.map(({ id }) => id) })))
}

const statuses: readonly Check['status'][] = ['fail', 'inconclusive', 'waived', 'pass']
const weight = (check: Check): number => statuses.indexOf(check.status) * severities.length + severities.indexOf(check.severity)
const byWeight = (a: Check, b: Check): number => weight(a) - weight(b)
const isProblem = (check: Check): boolean => check.status === 'fail' || check.status === 'inconclusive'
const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
