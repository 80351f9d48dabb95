// Checks as a list of Markdown.
import type { Check } from '../judge/check.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { placeText, sayingsOf } from './findings.ts'
import { cellLength } from './markdown-table.ts'

/** @param indent spaces before each item: two more than the item that the list belongs to */
export function checkList(checks: readonly Check[], indent = ''): string {
  return sayingsOf(checks)
    .map(({ check, names }) => {
      const place = placeText(check.location)
      return `${indent}- **${stateOf(check)}** ${names.map(name => codeSpan(name, cellLength)).join(', ')} ${escapeMarkdown(check.message)}${place === null ? '' : ` (${codeSpan(place, cellLength)})`}`
    })
    .join('\n')
}

function stateOf({ status, severity }: Check): string {
  if (status === 'fail') return severity
  return status === 'inconclusive' && severity !== 'error' ? `inconclusive ${severity}` : status
}
