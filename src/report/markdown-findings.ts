// What is wrong, as Markdown: a part a cause, with every target that has it, since a fleet often has one cause and one fix for it.
import type { TargetReport } from '../gate.ts'
import { titleOfCause } from '../judge/causes.ts'
import { type Check, severities } from '../judge/check.ts'
import { codeBlock, codeSpan, escapeMarkdown } from './escape.ts'
import { adviceOf, type Finding, findingsOf, placeText } from './findings.ts'
import { checkList } from './markdown-checks.ts'
import { cellLength } from './markdown-table.ts'
import type { Subject } from './subjects.ts'
import { count } from './tally.ts'

/** Targets of one cause that are told in full, and those that are named beyond it. */
const told = 10
const named = 100

/** Causes and fixes that have a part. */
const mostParts = 300

/** In Markdown. */
type NameOf = (subject: Subject) => string

interface Member {
  readonly subject: Subject
  readonly finding: Finding
}

/** A part a cause and its fix, most severe first; last what could not be decided. */
export function findingParts(subjects: readonly Subject[], nameOfTarget: (target: TargetReport) => string): string[] {
  const nameOf: NameOf = subject => (subject.target === null ? 'the run' : codeSpan(nameOfTarget(subject), cellLength))
  const members = subjects.flatMap(subject => findingsOf(subject).map(finding => ({ subject, finding: worthTelling(finding) })))
  const groups = Map.groupBy(
    members.filter(({ finding: { checks, message } }) => checks.length > 0 || message !== null),
    ({ finding: { cause, fixes } }) => (cause === null ? '' : JSON.stringify([cause, fixes])),
  )
  const sorted = [...groups.values()].sort((a, b) => weight(a) - weight(b))
  const more = sorted.length - mostParts
  return [
    ...sorted.slice(0, mostParts).map(group => groupPart(group, nameOf)),
    ...(more > 0 ? [`_${count(more, 'more finding')} left out here: the JSON report has them all_`] : []),
  ]
}

/** An undecided notice follows from the server's answers, and nobody has to do anything about it. */
export const hardlyMatters = ({ status, severity }: Check): boolean => status === 'inconclusive' && severity === 'notice'

const worthTelling = (finding: Finding): Finding => ({ ...finding, checks: finding.checks.filter(check => !hardlyMatters(check)) })

function weight(group: readonly Member[]): number {
  if (group.some(({ finding }) => finding.cause === null)) return severities.length
  // The handshake's own account, of which there is no check, is as severe as can be.
  const checks = group.flatMap(({ finding }) => finding.checks)
  const worst = severities.find(severity => checks.some(check => check.severity === severity)) ?? 'error'
  return severities.indexOf(worst)
}

function groupPart(group: readonly Member[], nameOf: NameOf): string {
  const [first] = group
  const cause = first?.finding.cause ?? null
  const refs = [...new Set(group.flatMap(({ finding }) => finding.refs))].slice(0, 10)
  const advice = adviceOf(group.flatMap(({ finding }) => finding.fixes))
  const bySubject = [...Map.groupBy(group, ({ subject }) => subject).entries()]
  const more = bySubject.slice(told).map(([subject]) => nameOf(subject))
  return [
    `#### ${titleOf(cause)}${bySubject.length > 1 ? ` at ${count(bySubject.length, 'target')}` : ''}`,
    [
      ...bySubject.slice(0, told).map(([subject, members]) => memberItem(nameOf(subject), subject, members)),
      ...(more.length === 0
        ? []
        : [`- and ${more.slice(0, named).join(', ')}${more.length > named ? ` and ${more.length - named} more` : ''}`]),
    ].join('\n'),
    ...advice.flatMap(({ doing, products }) => [
      `**Fix:** ${escapeMarkdown(doing)}`,
      ...(products.length === 0 ? [] : [codeBlock(products, 'text')]),
    ]),
    ...(refs.length === 0 ? [] : [`See ${refs.map(ref => escapeMarkdown(ref, cellLength)).join(', ')}.`]),
  ].join('\n\n')
}

/** 'Certificate expired: `certificate-expired`'. */
function titleOf(cause: string | null): string {
  if (cause === null) return 'Not decided'
  const [title, name] = [titleOfCause(cause), codeSpan(cause, cellLength)]
  return title === null ? name : `${title}: ${name}`
}

function memberItem(name: string, subject: Subject, members: readonly Member[]): string {
  const findings = members.map(({ finding }) => finding)
  const evidence = [...new Set(findings.flatMap(finding => finding.evidence))].slice(0, 10)
  const messages = findings.flatMap(({ message }) => message ?? [])
  const place = placeText(subject.target?.location ?? null)
  return [
    `- ${name}${place === null ? '' : ` (${codeSpan(place, cellLength)})`}`,
    ...findings.flatMap(({ checks }) => (checks.length === 0 ? [] : [checkList(checks, '  ')])),
    ...messages.map(message => `  - ${escapeMarkdown(message)}`),
    ...(evidence.length === 0 ? [] : [`  - Evidence: ${evidence.map(item => escapeMarkdown(item, cellLength)).join('; ')}`]),
  ].join('\n')
}
