// What is remembered of targets as the text of tls.lock.json: made to be reviewed, so sorted and the same for the same facts.
import type { TargetFacts } from '../judge/baseline/facts.ts'
import { escapeJson } from './escape.ts'

/** The text with a final line feed, described by schema/baseline.schema.json. */
export function renderLockFile(targets: ReadonlyMap<string, TargetFacts>): string {
  const lock = { schemaVersion: 1, targets: sorted(Object.fromEntries(targets)) }
  return `${escapeJson(JSON.stringify(lock, null, 2))}\n`
}

/** Keys of mappings in the order of the alphabet, so that a change of one fact is a change of one line; lists stay as they are. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
