// A report for a page of GitHub: a job summary, a comment. Most important first, so that cutting it from the end hurts least.
import { span } from '../certificate/span.ts'
import type { Report, TargetReport } from '../gate.ts'
import type { Verdict } from '../judge/check.ts'
import { comparisonMarkdown } from './comparison.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { causesOf, expiryWords, mostAccounts, msLeft, namesOf, targetsInFull, worstFirst } from './glance.ts'
import { detailsPart } from './markdown-details.ts'
import { findingParts } from './markdown-findings.ts'
import { cellLength, row, tableHead } from './markdown-table.ts'
import { runOf } from './subjects.ts'
import { surveyPart } from './survey-markdown.ts'
import { count, duration, tally } from './tally.ts'

export interface MarkdownOptions {
  /** The most UTF-8 bytes the text may have: 1 MiB for a job summary, 65,536 for a comment. Parts that do not fit are left out whole, and a note says so. */
  readonly maxBytes?: number
  /** Further parts in Markdown, put between the table of targets and what is wrong with them. */
  readonly sections?: readonly string[]
  /** Whether the folded account of every handshake and survey follows; true unless given. */
  readonly details?: boolean
}

/** Targets of each verdict with a row of their own where there are more: a last row sums up the others. All of them leave room in a comment. */
const rowsListed = { fail: 150, inconclusive: 50, pass: 50 } as const
/** A diagram takes a browser long to draw. */
const diagramsShown = 10

type Kind = 'row' | 'finding' | 'account' | 'survey' | 'frame'

/** What is left out or stays as a whole. */
interface Part {
  readonly kind: Kind
  readonly text: string
}

const part =
  (kind: Kind) =>
  (text: string): Part => ({ kind, text })

/** The whole report, with a final line feed; headings start at the third level. */
export function renderMarkdown(
  report: Report,
  { maxBytes = Number.POSITIVE_INFINITY, sections = [], details = true }: MarkdownOptions = {},
): string {
  const targets = worstFirst(report.targets)
  const told = targets.filter(({ verdict }) => verdict !== 'pass' || targets.length <= targetsInFull)
  const untold = told.length - mostAccounts
  const { tool, policy, startedAt, durationMs } = report
  const nameOf = namesOf(targets)
  const by = targets.length === 0 ? '' : ` policy ${policy.id} ${policy.version},`
  const parts = [
    part('frame')(`### tlsgate: ${report.verdict}, ${tally(report)}\n`),
    ...rowsOf(targets, nameOf, report),
    ...baselineParts(report).map(part('finding')),
    ...sections.map(section => part('finding')(`\n${section}\n`)),
    ...findingParts([...targets, ...runOf(report)], nameOf).map(text => part('finding')(`\n${text}\n`)),
    ...(details ? told.slice(0, mostAccounts) : []).flatMap((target, index) => [
      // A target that passed has a diagram only when it is alone.
      part('account')(
        `\n${detailsPart(target, nameOf(target), index < diagramsShown && (target.verdict !== 'pass' || targets.length === 1))}\n`,
      ),
      ...(target.survey === null ? [] : [part('survey')(`\n${surveyPart(target.survey, nameOf(target))}\n`)]),
    ]),
    ...(details && untold > 0
      ? [part('frame')(`\n_${count(untold, 'more target')} without an account here: the JSON report has them all_\n`)]
      : []),
    part('frame')(`\n<sub>${escapeMarkdown(`tlsgate ${tool.version},${by} ${startedAt}`)}, ${duration(durationMs)}</sub>\n`),
  ]
  return fit(parts, maxBytes)
}

const baselineParts = ({ baseline }: Report): string[] =>
  baseline === null
    ? []
    : comparisonMarkdown({ since: `the baseline ${baseline.file}`, targets: baseline.targets }).map(part => `\n${part}`)

/** Of a part that is left out, in words. */
const kindWords = { row: 'row', finding: 'finding', account: 'account', survey: 'survey', frame: 'line' } as const

/** The parts as one text, those left out that do not fit. */
function fit(parts: readonly Part[], maxBytes: number): string {
  const textOf = (some: readonly Part[]): string => some.map(({ text }) => text).join('')
  const whole = textOf(parts)
  if (Buffer.byteLength(whole) <= maxBytes) return whole
  const note = (leftOut: readonly Part[]): string => {
    const counts = [...Map.groupBy(leftOut, ({ kind }) => kind)].map(([kind, some]) => count(some.length, kindWords[kind]))
    return `\n_Left out to stay under ${maxBytes} bytes: ${counts.join(', ')}; the JSON report has everything_\n`
  }
  let room = maxBytes - Buffer.byteLength(note(parts))
  const { kept = [], leftOut = [] } = Object.groupBy(parts, ({ text }) => {
    const size = Buffer.byteLength(text)
    if (size > room) return 'leftOut'
    room -= size
    return 'kept'
  })
  return (textOf(kept) + note(leftOut)).slice(0, maxBytes)
}

const verdictMarks = { pass: '✓', fail: '✗', inconclusive: '?' } as const

/** The table: worst first, and where there are many of a verdict, the others of them in one row. */
function rowsOf(targets: readonly TargetReport[], nameOf: (target: TargetReport) => string, report: Report): Part[] {
  if (targets.length === 0) return []
  return [
    part('frame')(`\n${tableHead(['', 'Target', 'Protocol', 'Cipher suite', 'Group', 'Certificate', 'What is wrong'])}\n`),
    ...[...Map.groupBy(targets, ({ verdict }) => verdict)].flatMap(([verdict, some]) => {
      const others = some.slice(rowsListed[verdict])
      // One more takes no more room than the row that would sum it up.
      if (others.length <= 1) return some.map(target => part('row')(`${targetRow(target, nameOf(target), report)}\n`))
      const listed = some.slice(0, rowsListed[verdict])
      return [...listed.map(target => targetRow(target, nameOf(target), report)), sumRow(verdict, others, report)].map(text =>
        part('row')(`${text}\n`),
      )
    }),
  ]
}

function targetRow(target: TargetReport, name: string, { failOn, startedAt }: Report): string {
  const { protocol, cipherSuite, group } = target.handshake
  const names = [protocol, cipherSuite, group].map(name => codeSpan(name ?? '', cellLength))
  const listed = causesOf(target, failOn)
    .slice(0, 5)
    .map(cause => codeSpan(cause, cellLength))
  const wrong = listed.length === 0 && target.verdict === 'inconclusive' ? 'not decided' : listed.join(', ')
  const state = `${verdictMarks[target.verdict]} ${target.verdict}`
  return row([state, codeSpan(name, cellLength), ...names, expiryWords(target, new Date(startedAt)), wrong])
}

/** What many have in common: how many have each version, when the first certificate ends, and what is wrong with how many. */
function sumRow(verdict: Verdict, targets: readonly TargetReport[], { failOn, startedAt }: Report): string {
  const at = new Date(startedAt)
  const tallied = (namesOf: (target: TargetReport) => readonly string[]): string =>
    [...Map.groupBy(targets.flatMap(namesOf), name => name)]
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, 6)
      .map(([name, some]) => `${codeSpan(name, cellLength)} ${some.length}`)
      .join(', ')
  const soonest = targets.reduce((least, target) => Math.min(least, msLeft(target, at) ?? least), Number.POSITIVE_INFINITY)
  const certificate = soonest === Number.POSITIVE_INFINITY || soonest < 0 ? '' : `at least ${span(soonest)} left`
  const protocols = tallied(({ handshake: { protocol } }) => (protocol === null ? [] : [protocol]))
  return row([
    `${verdictMarks[verdict]} ${verdict}`,
    `and ${targets.length} more`,
    protocols,
    '',
    '',
    certificate,
    tallied(target => causesOf(target, failOn)),
  ])
}
