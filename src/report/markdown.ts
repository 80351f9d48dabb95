// A report for a page of GitHub: a job summary, a comment. Most important first, so that cutting it from the end hurts least.
import type { Certificate } from '../certificate/certificate.ts'
import { keyText } from '../certificate/strength.ts'
import type { Report, TargetReport } from '../gate.ts'
import type { Check } from '../judge/check.ts'
import { comparisonMarkdown } from './comparison.ts'
import { codeBlock, codeSpan, escapeHtml, escapeMarkdown } from './escape.ts'
import { type Finding, findingsOf, foldedChecks, settledChecks } from './findings.ts'
import { cellLength, row, table, tableHead } from './markdown-table.ts'
import { sequenceDiagram } from './mermaid.ts'
import { marks, sizeOf, timeOf, titleOf, wentOn, wentOnAfter } from './steps.ts'
import { surveyPart } from './survey-markdown.ts'
import { duration, tally } from './tally.ts'

export interface MarkdownOptions {
  /** The most UTF-8 bytes the text may have: 1 MiB for a job summary, 65,536 for a comment. Parts that do not fit are left out whole, and a note says so. */
  readonly maxBytes?: number
  /** Most rows of the table of targets, worst first; all unless given. A last row counts the others. */
  readonly rows?: number
  /** Further parts in Markdown, put between the table of targets and what is wrong with them. */
  readonly sections?: readonly string[]
  /** Whether the folded account of every handshake and survey follows; true unless given. */
  readonly details?: boolean
}

/** The whole report, with a final line feed; headings start at the third level. */
export function renderMarkdown(
  report: Report,
  { maxBytes = Number.POSITIVE_INFINITY, rows = Number.POSITIVE_INFINITY, sections = [], details = true }: MarkdownOptions = {},
): string {
  const order = ['fail', 'inconclusive', 'pass'] as const
  const targets = report.targets.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  const parts = [
    `### tlsgate: ${report.verdict}, ${tally(report)}\n`,
    ...(targets.length === 0 ? [] : [`\n${tableHead(['', 'Target', 'Verdict', 'Protocol', 'Cipher suite', 'Group', 'Cause'])}\n`]),
    ...targets.slice(0, rows).map(target => `${verdictRow(target)}\n`),
    ...(targets.length > rows ? [`${row(['', `and ${targets.length - rows} more`])}\n`] : []),
    ...baselineParts(report),
    ...sections.map(section => `\n${section}\n`),
    ...targets.flatMap(target => findingParts(target).map(part => `\n${part}\n`)),
    // Diagrams slow a page down: a target that passed has one only when it is alone.
    ...(details ? targets : []).flatMap(target => [
      `\n${detailsPart(target, target.verdict !== 'pass' || targets.length === 1)}\n`,
      ...(target.survey === null ? [] : [`\n${surveyPart(target.survey, target.target.url)}\n`]),
    ]),
    `\n<sub>${escapeMarkdown(`tlsgate ${report.tool.version}, policy ${report.policy.id} ${report.policy.version}, ${report.startedAt}`)}, ${duration(report.durationMs)}</sub>\n`,
  ]
  return fit(parts, maxBytes)
}

const baselineParts = ({ baseline }: Report): string[] =>
  baseline === null
    ? []
    : comparisonMarkdown({ since: `the baseline ${baseline.file}`, targets: baseline.targets }).map(part => `\n${part}`)

/** The parts as one text, those left out that do not fit. */
function fit(parts: readonly string[], maxBytes: number): string {
  const whole = parts.join('')
  if (Buffer.byteLength(whole) <= maxBytes) return whole
  const note = (leftOut: number): string =>
    `\n_${leftOut} of ${parts.length} parts are left out to stay under ${maxBytes} bytes; the JSON report has everything_\n`
  let room = maxBytes - note(parts.length).length
  const kept = parts.filter(part => {
    const size = Buffer.byteLength(part)
    if (size > room) return false
    room -= size
    return true
  })
  return (kept.join('') + note(parts.length - kept.length)).slice(0, maxBytes)
}

const verdictMarks = { pass: '✓', fail: '✗', inconclusive: '?' } as const

function verdictRow(target: TargetReport): string {
  const { protocol, cipherSuite, group } = target.handshake
  const names = [protocol, cipherSuite, group].map(name => codeSpan(name ?? '', cellLength))
  const causes = findingsOf(target).map(finding => codeSpan(finding.cause ?? '', cellLength))
  const listed = causes.filter(cause => cause !== '').slice(0, 5)
  return row([verdictMarks[target.verdict], codeSpan(target.target.url, cellLength), target.verdict, ...names, listed.join(', ')])
}

function findingParts(target: TargetReport): string[] {
  const findings = findingsOf(target)
  const [undecided, explained] = [findings.filter(({ cause }) => cause === null), findings.filter(({ cause }) => cause !== null)]
  const parts = explained.map(finding => findingPart(target, finding, codeSpan(finding.cause ?? '', cellLength)))
  if (undecided.length === 0) return parts
  const checks = undecided.flatMap(finding => finding.checks)
  const fixes = [...new Set(undecided.flatMap(finding => finding.fixes))]
  return [...parts, findingPart(target, { cause: null, checks, message: null, fixes, evidence: [], refs: [] }, 'not decided')]
}

function findingPart(target: TargetReport, { checks, message, fixes, evidence, refs }: Finding, title: string): string {
  const [doing, ...products] = fixes.flatMap(fix => fix.split('\n'))
  const sources = [
    evidence.length > 0
      ? `Evidence: ${evidence
          .slice(0, 10)
          .map(item => escapeMarkdown(item, cellLength))
          .join('; ')}.`
      : '',
    refs.length > 0
      ? `See ${refs
          .slice(0, 10)
          .map(ref => escapeMarkdown(ref, cellLength))
          .join(', ')}.`
      : '',
  ].filter(text => text !== '')
  return [
    `#### ${codeSpan(target.target.url, cellLength)} ${title}`,
    checkList(checks),
    ...(message === null ? [] : [escapeMarkdown(message)]),
    ...(doing === undefined ? [] : [`**Fix:** ${escapeMarkdown(doing)}`]),
    ...(products.length === 0 ? [] : [codeBlock(products, 'text')]),
    sources.join(' '),
  ]
    .filter(block => block !== '')
    .join('\n\n')
}

function detailsPart(target: TargetReport, withDiagram: boolean): string {
  const { handshake, certificates } = target
  const settled = foldedChecks(settledChecks(target))
  return [
    `<details><summary>Handshake with <code>${escapeHtml(target.target.url, cellLength)}</code></summary>`,
    ...(withDiagram && handshake.steps.length > 0 ? [['```mermaid', sequenceDiagram(target), '```'].join('\n')] : []),
    ...(handshake.steps.length > 0 ? [stepTable(target)] : []),
    ...(certificates.presented.length > 0 ? [`Certificates as sent:\n\n${certificateTable(certificates.presented)}`] : []),
    ...(settled.length > 0 ? [`Other checks:\n\n${checkList(settled)}`] : []),
    '</details>',
  ].join('\n\n')
}

function stepTable({ handshake }: TargetReport): string {
  return table(['', 'From', 'Step', 'Time', 'Size', 'Detail'], handshake.steps, (step, index) => {
    const title = escapeMarkdown(titleOf(step.name), 40)
    return [
      marks[step.status],
      step.from ?? '',
      step.status === 'failed' ? `**${title}**` : title,
      timeOf(step),
      sizeOf(step),
      step.status === 'not-reached'
        ? 'not reached'
        : escapeMarkdown(step.detail, cellLength) + (wentOnAfter(handshake, index) ? ` (${wentOn})` : ''),
    ]
  })
}

function certificateTable(presented: readonly Certificate[]): string {
  return table(['', 'Subject', 'Issuer', 'Valid', 'Key', 'Signature'], presented, (certificate, index) => [
    String(index),
    escapeMarkdown(certificate.subject, cellLength),
    escapeMarkdown(certificate.issuer, cellLength),
    escapeMarkdown(`${certificate.notBefore} to ${certificate.notAfter}`, cellLength),
    escapeMarkdown(keyText(certificate.key), cellLength),
    escapeMarkdown(certificate.signatureAlgorithm, cellLength),
  ])
}

function checkList(checks: readonly Check[]): string {
  return checks
    .map(check => {
      const place = check.location === null ? '' : ` (${check.location.file}:${check.location.line}:${check.location.column})`
      return `- **${stateOf(check)}** ${codeSpan(check.id, cellLength)} ${escapeMarkdown(check.message + place)}`
    })
    .join('\n')
}

function stateOf({ status, severity }: Check): string {
  if (status === 'fail') return severity
  return status === 'inconclusive' && severity !== 'error' ? `inconclusive ${severity}` : status
}
