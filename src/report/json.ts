// A report for programs: the contract itself, described by report.schema.json beside it.
import type { Report } from '../gate.ts'
import { escapeJson } from './escape.ts'
import { targetsInFull } from './glance.ts'
import { whole } from './pieces.ts'

/** The report as JSON text with a final line feed. Parsing it gives the report back, character by character. */
export const renderJson = (report: Report): string => whole(jsonPieces(report))

/** The same in pieces. Of many targets each is a line: nobody reads so much by eye, and indented it is two thirds longer. */
export function* jsonPieces(report: Report): Generator<string> {
  const { targets, ...head } = report
  if (targets.length <= targetsInFull) yield `${escapeJson(JSON.stringify(report, null, 2))}\n`
  else {
    yield escapeJson(JSON.stringify({ ...head, targets: [] })).slice(0, -']}'.length)
    for (const [index, target] of targets.entries()) yield `${index === 0 ? '' : ','}\n${escapeJson(JSON.stringify(target))}`
    yield '\n]}\n'
  }
}

/** Whether a file is a report, as far as its beginning tells: a configuration may have the same name. */
export const isReport = (text: string): boolean => /^\s*\{\s*"schemaVersion"/.test(text)
