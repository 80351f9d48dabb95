// One target at a glance, in words: what was agreed, and how long its certificate lasts. The same in tables, logs and pages.
import { daysUntil } from '../certificate/span.ts'
import type { TargetReport } from '../gate.ts'
import type { Verdict } from '../judge/check.ts'
import { count } from './tally.ts'

const worst: readonly Verdict[] = ['fail', 'inconclusive', 'pass']

/** The targets that want looking at first; in their order otherwise. */
export const worstFirst = (targets: readonly TargetReport[]): TargetReport[] =>
  targets.toSorted((a, b) => worst.indexOf(a.verdict) - worst.indexOf(b.verdict))

/** 'TLSv1.3', the suite and the group: what was negotiated, those that were. */
export function agreedNames({ handshake: { protocol, cipherSuite, group } }: TargetReport): string[] {
  return [protocol, cipherSuite, group].filter(name => name !== null)
}

/** Whole days until the certificate of the server ends, negative when it has ended; null without one. */
export function daysLeft({ certificates: { presented } }: TargetReport, at: Date): number | null {
  const days = daysUntil(presented[0]?.notAfter ?? '', at)
  return Number.isNaN(days) ? null : days
}

/** '21 days left', 'expired 22 days ago'; empty without a certificate. */
export function expiryWords(target: TargetReport, at: Date): string {
  const days = daysLeft(target, at)
  if (days === null) return ''
  if (days >= 0) return `${count(days, 'day')} left`
  return days === -1 ? 'expired today' : `expired ${count(-days - 1, 'day')} ago`
}
