// A report for a page of GitHub: a job summary, a comment. Most important first, so that cutting it from the end hurts least.
import type { Certificate } from '../certificate/certificate.ts'
import { keyText } from '../certificate/strength.ts'
import type { Report, TargetReport } from '../gate.ts'
import type { Check } from '../judge/check.ts'
import { codeBlock, codeSpan, escapeHtml, escapeMarkdown } from './escape.ts'
import { type Finding, findingsOf, settledChecks } from './findings.ts'
import { sequenceDiagram } from './mermaid.ts'
import { marks, sizeOf, timeOf, titleOf, wentOn, wentOnAfter } from './steps.ts'
import { duration, tally } from './tally.ts'

export interface MarkdownOptions {
  /** The most UTF-8 bytes the text may have: 1 MiB for a job summary, 65,536 for a comment. Parts that do not fit are left out whole, and a note says so. */
  readonly maxBytes?: number
}

/** Characters of a name or a detail in a table; the JSON report has the rest. */
const cellLength = 300
/** Rows of a table about one target. */
const rowsShown = 100

/** The whole report, with a final line feed; headings start at the third level. */
export function renderMarkdown(report: Report, { maxBytes = Number.POSITIVE_INFINITY }: MarkdownOptions = {}): string {
  const order = ['fail', 'inconclusive', 'pass'] as const
  const targets = report.targets.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  const parts = [
    `### tlsgate: ${report.verdict}, ${tally(report)}\n`,
    ...(targets.length === 0 ? [] : [`\n${tableHead(['', 'Target', 'Verdict', 'Protocol', 'Cipher suite', 'Group', 'Cause'])}\n`]),
    ...targets.map(target => `${verdictRow(target)}\n`),
    ...targets.flatMap(target => findingsOf(target).map(finding => `\n${findingPart(target, finding)}\n`)),
    // Diagrams slow a page down: a target that passed has one only when it is alone.
    ...targets.map(target => `\n${detailsPart(target, target.verdict !== 'pass' || targets.length === 1)}\n`),
    `\n<sub>${escapeMarkdown(`tlsgate ${report.tool.version}, policy ${report.policy.id} ${report.policy.version}, ${report.startedAt}`)}, ${duration(report.durationMs)}</sub>\n`,
  ]
  return fit(parts, maxBytes)
}

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

function findingPart(target: TargetReport, { cause, checks, message, fixes, evidence, refs }: Finding): string {
  const [doing, ...products] = fixes.flatMap(fix => fix.split('\n'))
  const title = [codeSpan(target.target.url, cellLength), codeSpan(cause ?? '', cellLength)].filter(text => text !== '').join(' ')
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
    `#### ${title}`,
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
  const settled = settledChecks(target)
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
  const { steps } = handshake
  const rows = steps.slice(0, rowsShown).map((step, index) => {
    const title = escapeMarkdown(titleOf(step.name), 40)
    return row([
      marks[step.status],
      step.from ?? '',
      step.status === 'failed' ? `**${title}**` : title,
      timeOf(step),
      sizeOf(step),
      step.status === 'not-reached'
        ? 'not reached'
        : escapeMarkdown(step.detail, cellLength) + (wentOnAfter(handshake, index) ? ` (${wentOn})` : ''),
    ])
  })
  return [tableHead(['', 'From', 'Step', 'Time', 'Size', 'Detail']), ...rows, ...moreThan(rowsShown, steps.length)].join('\n')
}

function certificateTable(presented: readonly Certificate[]): string {
  const rows = presented
    .slice(0, rowsShown)
    .map((certificate, index) =>
      row([
        String(index),
        escapeMarkdown(certificate.subject, cellLength),
        escapeMarkdown(certificate.issuer, cellLength),
        escapeMarkdown(`${certificate.notBefore} to ${certificate.notAfter}`, cellLength),
        escapeMarkdown(keyText(certificate.key), cellLength),
        escapeMarkdown(certificate.signatureAlgorithm, cellLength),
      ]),
    )
  return [tableHead(['', 'Subject', 'Issuer', 'Valid', 'Key', 'Signature']), ...rows, ...moreThan(rowsShown, presented.length)].join('\n')
}

/** A row that says how many rows are missing. */
const moreThan = (shown: number, all: number): string[] => (all > shown ? [row(['', `and ${all - shown} more`])] : [])

function checkList(checks: readonly Check[]): string {
  return checks
    .map(check => {
      const state = check.status === 'fail' ? check.severity : check.status
      const place = check.location === null ? '' : ` (${check.location.file}:${check.location.line}:${check.location.column})`
      return `- **${state}** ${codeSpan(check.id, cellLength)} ${escapeMarkdown(check.message + place)}`
    })
    .join('\n')
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const tableHead = (titles: readonly string[]): string => `${row(titles)}\n${row(titles.map(() => '---'))}`
