// What `tlsgate explain` prints, and the table of causes in the README. Both come from the tables beside this file.
import { clientProfile } from '../registry/clients/clients.ts'
import { type Cause, causes, fixOf } from './causes.ts'
import { type CheckId, checkIds } from './check-ids.ts'
import { nearest } from './nearest.ts'

const columns = 100

/** What is to be said of an id: of a check, or of a cause. */
export type Explanation =
  | { readonly kind: 'known' /** Several lines, the last with its line end. */; readonly text: string }
  | { readonly kind: 'unknown' /** Known names, the likeliest first; may be empty. */; readonly nearest: readonly string[] }

/** Explains a check id ('certificate/validity') or a cause ('certificate-expired'). */
export function explain(name: string): Explanation {
  if (isCause(name)) return { kind: 'known', text: causeText(name) }
  if (isCheckId(name)) return { kind: 'known', text: checkText(name) }
  if (/^client\/./.test(name) && clientProfile(name.slice('client/'.length))) return { kind: 'known', text: checkText('client/*') }
  return { kind: 'unknown', nearest: nearest(name, [...Object.keys(checkIds), ...Object.keys(causes)]) }
}

/** The causes as a Markdown table, one row a cause, with its line end. */
export function causeTable(): string {
  const rows = Object.entries(causes).map(([cause, { category, meaning }]) => `| ${category} | \`${cause}\` | ${meaning} |`)
  return ['| Category | Cause | What it means |', '|---|---|---|', ...rows, ''].join('\n')
}

// Own properties only: 'constructor' is no cause.
const isCause = (name: string): name is Cause => Object.hasOwn(causes, name)
const isCheckId = (name: string): name is CheckId => Object.hasOwn(checkIds, name)

function causeText(cause: Cause): string {
  const { title, category, meaning, refs } = causes[cause]
  const checks = Object.entries(checkIds).flatMap(([id, check]) => (check.causes.includes(cause) ? [id] : []))
  return sections(
    `${cause} (${category}): ${title}`,
    wrap(meaning),
    `What to do\n${indent(fixOf(cause))}`,
    `Reported by\n${indent(checks.join('\n'))}`,
    `Sources\n${indent(refs.join(', '))}`,
  )
}

function checkText(id: CheckId): string {
  const { title, reason, causes: named, refs } = checkIds[id]
  const blocks = named.map(cause => `${cause}: ${causes[cause].title}\n${indent(wrap(causes[cause].fix.do))}`)
  return sections(
    `${id}: ${title}`,
    wrap(reason),
    `Causes and what to do (tlsgate explain CAUSE says more)\n${indent(blocks.join('\n'))}`,
    `Sources\n${indent(refs.join(', '))}`,
  )
}

const sections = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`

const indent = (text: string): string => text.replaceAll(/^/gm, '  ')

/** Breaks a paragraph between words. */
function wrap(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
