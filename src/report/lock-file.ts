// What is remembered of targets as the text of tls.lock.json: made to be reviewed, so sorted and the same for the same facts.
import type { TargetFacts } from '../judge/baseline/facts.ts'
import { escapeJson } from './escape.ts'
import { whole } from './pieces.ts'

/** The text with a final line feed, described by schema/baseline.schema.json. */
export const renderLockFile = (targets: ReadonlyMap<string, TargetFacts>): string => whole(lockFilePieces(targets))

/** The same in pieces: more than a hundred thousand targets take more than V8 lets a string be. */
export function* lockFilePieces(targets: ReadonlyMap<string, TargetFacts>): Generator<string> {
  const [head, tail] = ['{\n  "schemaVersion": 1,\n  "targets": {', '\n  }\n}']
  for (const [index, [key, facts]] of byKey([...targets]).entries()) {
    const alone = escapeJson(JSON.stringify({ schemaVersion: 1, targets: { [key]: sorted(facts) } }, null, 2))
    yield `${index === 0 ? head : ','}${alone.slice(head.length, -tail.length)}`
  }
  yield `${targets.size === 0 ? head : ''}${tail}\n`
}

/** Keys of mappings in the order of the alphabet, so that a change of one fact is a change of one line; lists stay as they are. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(byKey(Object.entries(value).map(([key, each]) => [key, sorted(each)] as const)))
}

const byKey = <T extends readonly [string, unknown]>(entries: readonly T[]): T[] => entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
