// A report for programs: the contract itself, described by report.schema.json beside it.
import type { Report } from '../gate.ts'
import { escapeJson } from './escape.ts'

/** The report as JSON text with a final line feed. Parsing it gives the report back, character by character. */
export function renderJson(report: Report): string {
  return `${escapeJson(JSON.stringify(report, null, 2))}\n`
}

/** Whether a file is a report, as far as its beginning tells: a configuration may have the same name. */
export const isReport = (text: string): boolean => /^\s*\{\s*"schemaVersion"/.test(text)
