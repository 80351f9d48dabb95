// Names for readers that take two of one name for one: a check is there once for each severity that a policy has a rule of, and for each
// certificate of the server; a target once for each of its addresses.
import type { TargetReport } from '../gate.ts'
import type { Check } from '../judge/check.ts'
import type { Subject } from './subjects.ts'

/**
 * Of each check of one target: its id, and of one that comes later what tells it from the first ('group/allowed (warning)'). Those of a run are each
 * about something else, which they name.
 */
export const checkNames = (checks: readonly Check[], { target }: Subject): string[] =>
  apart(checks.map(({ id, severity, message }) => [target === null ? `${id}: ${message}` : id, severity]))

/** Of each target: its URL, and of one that comes later its address. */
export const targetNames = (targets: readonly TargetReport[]): string[] =>
  apart(targets.map(({ target }) => [target.url, target.address ?? 'no address']))

function apart(named: readonly (readonly [name: string, more: string])[]): string[] {
  const counts = new Map<string, number>()
  const next = (name: string): number => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count
  }
  return named.map(([name, more]) => {
    if (next(name) === 1) return name
    const nth = next(JSON.stringify([name, more]))
    return `${name} (${more}${nth === 1 ? '' : ` ${nth}`})`
  })
}
