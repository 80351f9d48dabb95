// The targets of a fleet in memory: its servers are much alike, and what is said of many of them in the same words is kept once.
import { hash } from 'node:crypto'
import type { TargetReport } from './endpoint-check.ts'

/** Gives targets back that say the same and share what is equal in them, also with those that were given to it before. */
export function sharer(): (target: TargetReport) => TargetReport {
  const known = new Map<string, unknown>()
  const shared = <T>(value: T): T => {
    const digest = hash('sha256', JSON.stringify(value), 'base64')
    if (!known.has(digest)) known.set(digest, value)
    return known.get(digest) as T
  }
  const sharedParts = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shared(part)])) as T
  return target => ({
    ...target,
    certificates: { presented: target.certificates.presented.map(shared) },
    survey: target.survey && sharedParts(target.survey),
    checks: target.checks.map(shared),
  })
}
