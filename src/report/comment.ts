// A report as a comment on a pull request or the body of an issue: verdict, table, cause and fix, and where the rest is. Without hidden lines: whoever
// looks for the comment again puts them before it.

import { span } from '../certificate/span.ts'
import type { Report, TargetReport } from '../gate.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { causesOf, namesOf } from './glance.ts'
import { renderMarkdown } from './markdown.ts'
import { cellLength, row, table } from './markdown-table.ts'
import { tally } from './tally.ts'

/** Where a text comes from, and where its reader finds more. */
export interface Origin {
  /** Names of the workflow and of the job. */
  readonly names: readonly string[]
  readonly commit: string | null
  /** The page of the run. */
  readonly url: string | null
}

export interface CommentOptions {
  /** The most UTF-8 bytes of the text. */
  readonly maxBytes: number
  readonly origin: Origin
  /** Further parts in Markdown, put between the table and the causes. */
  readonly sections?: readonly string[]
}

/** For a pull request. */
export function renderComment(report: Report, { maxBytes, origin, sections = [] }: CommentOptions): string {
  const last = `\n${footer(origin)}\n`
  return renderMarkdown(report, { maxBytes: maxBytes - Buffer.byteLength(last), sections, details: false }) + last
}

/** Said of a comment on a failure that becomes one on a pass. */
export const recovered = 'An earlier run for this pull request did not pass; this one does.'

/** For an issue that is open as long as a target does not pass: with the days left of every certificate. */
export function renderIssue(report: Report, { sections = [], ...options }: CommentOptions): string {
  const parts = [...sections, ...(report.verdict === 'pass' ? [] : [keeping]), lifetimesPart(report)]
  return renderComment(report, { ...options, sections: parts.filter(part => part !== null) })
}

const keeping = 'tlsgate keeps this issue up to date and closes it when the run passes.'

export const issueTitle = (report: Report): string => `tlsgate: ${tally(report)}`

export interface ChangedTargets {
  readonly began: readonly TargetReport[]
  readonly changed: readonly TargetReport[]
  readonly recovered: readonly TargetReport[]
  /** URLs; null for one that is not known. */
  readonly gone: readonly (string | null)[]
}

/** For a comment on that issue, when something has changed since the run before. */
export function renderChange(report: Report, { began, changed, recovered, gone }: ChangedTargets, origin: Origin): string {
  const parts = [
    listPart('No longer passing', began, report),
    listPart('Still not passing, for another reason', changed, report),
    listPart('Passing again', recovered, report),
    gonePart(gone),
  ].filter(part => part !== null)
  return [`**${tally(report)}**`, ...parts, footer(origin)].join('\n\n')
}

/** Targets named in a list; an issue has them all. */
const listed = 50

function listPart(title: string, targets: readonly TargetReport[], { failOn, targets: all }: Report): string | null {
  const nameOf = namesOf(all)
  const items = targets.slice(0, listed).map(target => {
    const causes = causesOf(target, failOn)
      .slice(0, 5)
      .map(cause => codeSpan(cause, cellLength))
    const why = target.verdict === 'pass' || causes.length === 0 ? '' : `: ${causes.join(', ')}`
    return `${codeSpan(nameOf(target), cellLength)} ${target.verdict}${why}`
  })
  return itemsPart(title, items, targets.length)
}

function gonePart(gone: readonly (string | null)[]): string | null {
  const named = gone.filter(url => url !== null).slice(0, listed)
  return itemsPart(
    'No longer checked',
    named.map(url => codeSpan(url, cellLength)),
    gone.length,
  )
}

/** A list of so many, of which some are named. */
function itemsPart(title: string, items: readonly string[], all: number): string | null {
  if (all === 0) return null
  const more = all - items.length
  const rest = items.length === 0 ? `${more} that did not pass` : `and ${more} more`
  return [`${title}:`, '', ...[...items, ...(more > 0 ? [rest] : [])].map(item => `- ${item}`)].join('\n')
}

/** The end of every certificate's life, soonest first; null without any. */
function lifetimesPart({ targets, startedAt }: Report): string | null {
  const nameOf = namesOf(targets)
  const leaves = targets
    .flatMap(target => target.certificates.presented.slice(0, 1).map(({ notAfter }) => ({ name: nameOf(target), notAfter })))
    .toSorted((a, b) => a.notAfter.localeCompare(b.notAfter))
  if (leaves.length === 0) return null
  const rows = table(['Certificate of', 'Valid until', 'Left'], leaves.slice(0, listed), ({ name, notAfter }) => [
    codeSpan(name, cellLength),
    escapeMarkdown(notAfter, cellLength),
    leftOf(Date.parse(notAfter) - Date.parse(startedAt)),
  ])
  return leaves.length > listed ? `${rows}\n${row(['', '', `and ${leaves.length - listed} more`])}` : rows
}

function leftOf(ms: number): string {
  if (Number.isNaN(ms)) return ''
  return ms > 0 ? span(ms) : `expired ${span(-ms)} ago`
}

function footer({ names, commit, url }: Origin): string {
  const run = url === null ? 'The run' : `[The run](${url})`
  const of = names.filter(name => name !== '').map(name => codeSpan(name, cellLength))
  return `<sub>${run}${of.length === 0 ? '' : ` of ${of.join(' ')}`}${commit === null ? '' : ` at ${commit.slice(0, 10)}`} has every detail in its job summary</sub>`
}
