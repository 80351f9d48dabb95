// Targets at a glance: what was agreed, how long the certificate lasts, what is wrong, and of which there is more to tell. The same in tables,
// logs and pages.
import { span } from '../certificate/span.ts'
import type { TargetReport } from '../gate.ts'
import type { FailOn, Verdict } from '../judge/check.ts'
import { countingFor } from './counting.ts'
import { findingsOf, isNotice } from './findings.ts'

/** Of more targets than this, those with which nothing is wrong are said in a line each. */
export const targetsInFull = 20

/** Targets with an account of their own on a page, worst first; the others have their row. A page of more is slow to open. */
export const mostAccounts = 300

/** Whether nothing is wrong with it; a notice is nothing wrong. */
export const isWell = (target: TargetReport): boolean => target.verdict === 'pass' && findingsOf(target).every(isNotice)

const worst: readonly Verdict[] = ['fail', 'inconclusive', 'pass']

/** The targets that want looking at first; in their order otherwise. */
export const worstFirst = (targets: readonly TargetReport[]): TargetReport[] =>
  targets.toSorted((a, b) => worst.indexOf(a.verdict) - worst.indexOf(b.verdict))

type Target = TargetReport['target']

/** What may tell two targets of one URL apart. */
const marks: readonly ((target: Target) => string)[] = [
  ({ address }) => address ?? 'no address',
  ({ servername }) => (servername === null ? 'without a name' : `as ${servername}`),
]

/** Names for the targets of a report: the URL, and where more than one of them has that URL, in what they differ. */
export function namesOf(targets: readonly TargetReport[]): (target: Pick<TargetReport, 'target'>) => string {
  const marksOf = new Map<string, typeof marks>()
  for (const [url, same] of Map.groupBy(targets, ({ target }) => target.url))
    if (same.length > 1)
      marksOf.set(
        url,
        marks.filter(mark => new Set(same.map(({ target }) => mark(target))).size > 1),
      )
  return ({ target }) => {
    const own = marksOf.get(target.url)?.map(mark => mark(target)) ?? []
    return own.length === 0 ? target.url : `${target.url} (${own.join(', ')})`
  }
}

/** The address that was dialled, where the name does not say it; empty without one. */
export const addressWords = ({ target: { host, address } }: TargetReport): string => (address === host ? '' : (address ?? ''))

/** The causes of what is wrong with it, each once, worst first; a notice only where it keeps the target from passing. */
export function causesOf(target: TargetReport, failOn: FailOn): string[] {
  const counts = countingFor(target, failOn)
  const wrong = findingsOf(target).filter(finding => !isNotice(finding) || finding.checks.some(counts))
  return [...new Set(wrong.flatMap(({ cause }) => cause ?? []))]
}

/** 'TLSv1.3', the suite and the group: what was negotiated, those that were. */
export function agreedNames({ handshake: { protocol, cipherSuite, group } }: TargetReport): string[] {
  return [protocol, cipherSuite, group].filter(name => name !== null)
}

/** Milliseconds until the certificate of the server ends, negative when it has ended; null without one. */
export function msLeft({ certificates: { presented } }: TargetReport, at: Date): number | null {
  const left = Date.parse(presented[0]?.notAfter ?? '') - at.getTime()
  return Number.isNaN(left) ? null : left
}

/** '21 days left', '23 hours left', 'expired 22 days ago'; empty without a certificate. In the units of the checks. */
export function expiryWords(target: TargetReport, at: Date): string {
  const left = msLeft(target, at)
  if (left === null) return ''
  return left >= 0 ? `${span(left)} left` : `expired ${span(-left)} ago`
}
