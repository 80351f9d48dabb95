// What a Markdown report folds away of a target: its steps, its certificates, and the checks that are no finding.
import type { Certificate } from '../certificate/certificate.ts'
import { keyText } from '../certificate/strength.ts'
import type { TargetReport } from '../gate.ts'
import { escapeHtml, escapeMarkdown } from './escape.ts'
import { foldedChecks, placedChecks, settledChecks } from './findings.ts'
import { checkList } from './markdown-checks.ts'
import { hardlyMatters } from './markdown-findings.ts'
import { cellLength, table } from './markdown-table.ts'
import { sequenceDiagram } from './mermaid.ts'
import { marks, sizeOf, timeOf, titleOf, wentOn, wentOnAfter } from './steps.ts'

/** The account of one handshake, in one fold. */
export function detailsPart(target: TargetReport, name: string, withDiagram: boolean): string {
  const { handshake, certificates } = target
  const settled = [...placedChecks(target).filter(check => hardlyMatters(check)), ...foldedChecks(settledChecks(target))]
  return [
    `<details><summary>Handshake with <code>${escapeHtml(name, cellLength)}</code></summary>`,
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
