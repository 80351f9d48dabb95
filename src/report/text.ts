// A report for people: in a terminal, a log, a failing test's message. The caller decides about colour; nothing here asks the environment.
import { keyText } from '../certificate/strength.ts'
import type { Report, TargetReport } from '../gate.ts'
import type { Check, Verdict } from '../judge/check.ts'
import { handshakeAlone } from '../judge/policy/handshake-alone.ts'
import { comparisonLines } from './comparison.ts'
import { inert } from './escape.ts'
import { adviceOf, type Finding, findingsOf, foldedChecks, placeText, sayingsOf, settledChecks } from './findings.ts'
import { addressWords, agreedNames, expiryWords, isWell, targetsInFull } from './glance.ts'
import { clip, hanging, lengthOf, type Paint, pad, painter, type Style, type TextOptions, widest, wrap } from './layout.ts'
import { whole } from './pieces.ts'
import { marks, sizeOf, timeOf, titleOf, wentOn, wentOnAfter } from './steps.ts'
import { type RunReport, runOf, type Subject } from './subjects.ts'
import { surveyLines } from './survey-text.ts'
import { count, duration, tally } from './tally.ts'

export type { TextOptions } from './layout.ts'

const verdictStyles: Record<Verdict, Style> = { pass: ['bold', 'green'], fail: ['bold', 'red'], inconclusive: ['bold', 'yellow'] }
const stepStyles = { failed: 'red', 'not-reached': 'dim' } as const
const arrows = { client: '→', server: '←' } as const
/** More presented certificates than this are counted, not listed. */
const certificatesShown = 20

/** The whole report, with a final line feed. */
export const renderText = (report: Report, options: TextOptions): string => whole(textPieces(report, options))

/** The same in pieces. */
export function* textPieces(report: Report, options: TextOptions): Generator<string> {
  const paint = painter(options)
  const { id, version } = report.policy
  const policy = id === handshakeAlone.id ? '' : inert(`policy ${id} ${version} · `)
  const result = `${verdictWord(report.verdict, paint)}  ${tally(report)}${paint('dim', ` · ${policy}${duration(report.durationMs)}`)}\n`
  const since =
    report.baseline && comparisonLines({ since: `the baseline ${report.baseline.file}`, targets: report.baseline.targets }, options)
  for (const block of targetBlocks(report, options)) yield `${block}\n`
  for (const run of runOf(report)) yield `${renderRun(run, options)}\n\n`
  if (since && since.length > 0) yield `${since.join('\n')}\n\n`
  yield result
}

/** Targets with a final line feed each, but for one whose line is followed by the next one's. */
function* targetBlocks({ targets, startedAt }: Report, options: TextOptions): Generator<string> {
  const inFull = options.verbose || targets.length <= targetsInFull
  const at = new Date(startedAt)
  const isLine = (target: TargetReport | undefined): boolean => !inFull && target !== undefined && isWell(target)
  for (const [index, target] of targets.entries()) {
    if (!isLine(target)) yield `${renderHeadline(target, options)}\n${renderTarget(target, options)}\n`
    else yield renderLine(target, at, options) + (isLine(targets[index + 1]) ? '' : '\n')
  }
}

/** All that is worth knowing of a target with which nothing is wrong, one line. */
export function renderLine(target: TargetReport, at: Date, options: TextOptions): string {
  const facts = [addressWords(target), ...agreedNames(target), expiryWords(target, at), duration(target.durationMs)].filter(
    fact => fact !== '',
  )
  return `${renderHeadline(target, options)}  ${facts.map(fact => inert(fact, 100)).join(' · ')}`
}

/** Verdict and address of one target, one line. */
export function renderHeadline(target: TargetReport, options: TextOptions): string {
  const paint = painter(options)
  return `${verdictWord(target.verdict, paint)}  ${paint('bold', inert(target.target.url))}`
}

/**
 * What follows one target's headline: what was agreed, the steps as a ladder, what else the server accepts, the findings with cause and fix,
 * the other checks. No final line feed.
 */
export function renderTarget(target: TargetReport, options: TextOptions): string {
  const paint = painter(options)
  return joined([
    wrap(facts(target), options.width && options.width - 2).map(line => paint('dim', `  ${line}`)),
    ladder(target, options),
    target.survey === null ? [] : surveyLines(target.survey, options),
    ...checkBlocks(target, options),
    options.verbose ? certificateLines(target) : [],
  ])
}

/** What a run has to say beside its targets: a headline and the same as of a target. No final line feed. */
export const renderRun = (run: RunReport, options: TextOptions): string =>
  `${painter(options)('bold', 'The run')}\n${joined(checkBlocks(run, options))}`

/** The findings with cause and fix, the other checks. */
function checkBlocks(subject: Subject, options: TextOptions): string[][] {
  const findings = findingsOf(subject)
  const settled = settledChecks(subject)
  return [
    ...findings.filter(({ cause }) => cause !== null).map(finding => findingLines(finding, options)),
    undecidedLines(
      findings.filter(({ cause }) => cause === null),
      options,
    ),
    checkLines(options.verbose ? settled : foldedChecks(settled), options),
  ]
}

const joined = (blocks: readonly (readonly string[])[]): string =>
  blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')

function facts({ target, handshake, durationMs, connections }: TargetReport): string {
  const agreed = [handshake.protocol, handshake.cipherSuite, handshake.group, handshake.signatureScheme, handshake.alpn]
  return [target.address, ...agreed, count(connections, 'connection'), duration(durationMs), placeText(target.location)]
    .flatMap(fact => (fact === null ? [] : inert(fact)))
    .join(' · ')
}

function ladder({ handshake }: TargetReport, options: TextOptions): string[] {
  const paint = painter(options)
  const rows = handshake.steps.map(step => ({
    step,
    title: inert(titleOf(step.name), 40),
    time: timeOf(step),
    size: sizeOf(step),
    detail: inert(step.detail) || (step.status === 'not-reached' ? 'not reached' : ''),
  }))
  const columns = {
    title: widest(rows.map(row => row.title)),
    time: widest(rows.map(row => row.time)),
    size: widest(rows.map(row => row.size)),
  }
  return rows.flatMap(({ step, title, time, size, detail }, index) => {
    const name = `${step.from === null ? ' ' : arrows[step.from]} ${pad(title, columns.title)}`
    const numbers = `  ${time.padStart(columns.time)}  ${size.padStart(columns.size)}`
    const room = options.width === undefined || options.verbose ? Number.POSITIVE_INFINITY : options.width - 6 - lengthOf(name + numbers)
    const shown = detail === '' ? '' : `  ${clip(detail, room)}`
    const mark = marks[step.status]
    const line =
      step.status === 'done'
        ? `  ${paint('green', mark)} ${name}${paint('dim', numbers)}${shown}`
        : paint(stepStyles[step.status], `  ${mark} ${name}${numbers}${shown}`)
    return wentOnAfter(handshake, index) ? [line, paint('dim', `      ${wentOn}`)] : [line]
  })
}

function findingLines({ cause, checks, message, fixes, evidence, refs }: Finding, options: TextOptions): string[] {
  return [
    ...checkLines(checks, options),
    ...item('Cause', [cause, message].filter(text => text !== null).join(': '), options),
    ...fixLines(fixes, options),
    ...item('Evidence', evidence.join('; '), options),
    ...item('See', refs.join(', '), options),
  ]
}

/**
 * What could not be decided, in one block: checks that say the same once, with their names, and last those that something can be done about, each
 * fix below its own.
 */
function undecidedLines(findings: readonly Finding[], options: TextOptions): string[] {
  const shared = findings.filter(({ checks }) => checks.length > 1)
  const single = findings.filter(finding => !shared.includes(finding))
  const fixes = [...new Set(single.flatMap(finding => finding.fixes))]
  const fixedBy = (fix: string | undefined): Check[] => single.filter(finding => finding.fixes[0] === fix).flatMap(({ checks }) => checks)
  const [first, ...others] = fixes
  return [
    ...shared.flatMap(({ checks, fixes }) => [
      ...sayingsOf(checks).flatMap(({ check, names }) => [
        ...checkLines([{ ...check, id: count(names.length, 'check') }], options),
        ...item('Checks', names.join(', '), options),
      ]),
      ...fixLines(fixes, options),
    ]),
    ...checkLines([...fixedBy(undefined), ...(first === undefined ? [] : fixedBy(first))], options),
    ...fixLines(first === undefined ? [] : [first], options),
    ...others.flatMap(fix => [...checkLines(fixedBy(fix), options), ...fixLines([fix], options)]),
  ]
}

function fixLines(fixes: readonly string[], options: TextOptions): string[] {
  return adviceOf(fixes).flatMap(({ doing, products }) => [
    ...item('Fix', doing, options),
    // What is copied from the screen is not wrapped.
    ...products.map(line => `${' '.repeat(indent)}${inert(line)}`),
  ])
}

/** Where the text of an item starts. */
const indent = 14

function item(label: string, text: string, options: TextOptions): string[] {
  if (text === '') return []
  return hanging(`    ${painter(options)('bold', label.padEnd(indent - 4))}`, indent, inert(text), options)
}

function checkLines(checks: readonly Check[], options: TextOptions): string[] {
  const paint = painter(options)
  const labels = checks.map(({ id, status, severity }) => {
    const isProblem = status === 'fail' || status === 'inconclusive'
    return inert(id, 60) + (isProblem && severity !== 'error' ? ` (${severity})` : '')
  })
  const column = widest(labels)
  return checks.flatMap((check, index) => {
    const [mark, style] = checkMark(check)
    const place = placeText(check.location)
    const [first, ...rest] = wrap(
      inert(check.message + (place === null ? '' : ` (${place})`)),
      options.width === undefined ? undefined : options.width - column - 6,
    )
    const quiet = (text: string): string => (check.status === 'pass' ? paint('dim', text) : text)
    const label = pad(labels[index] ?? '', column)
    return [`  ${paint(style, mark)} ${quiet(`${label}  ${first}`)}`, ...rest.map(line => quiet(`${' '.repeat(column + 6)}${line}`))]
  })
}

function checkMark(check: Check): [mark: string, style: Style] {
  switch (check.status) {
    case 'pass':
      return ['✓', 'green']
    case 'waived':
      return ['-', 'dim']
    case 'inconclusive':
      return ['?', 'yellow']
    case 'fail':
      return check.severity === 'error' ? ['✗', 'red'] : ['!', 'yellow']
    default:
      return check.status satisfies never
  }
}

function certificateLines({ certificates: { presented } }: TargetReport): string[] {
  if (presented.length === 0) return []
  const shown = presented
    .slice(0, certificatesShown)
    .flatMap((certificate, index) => [
      `  ${String(index).padStart(2)}  ${inert(certificate.subject)}`,
      `      issued by ${inert(certificate.issuer)}`,
      `      ${[`${certificate.notBefore} to ${certificate.notAfter}`, keyText(certificate.key), certificate.signatureAlgorithm].map(text => inert(text)).join(' · ')}`,
      `      SHA-256 ${inert(certificate.fingerprint256)}`,
    ])
  const more = presented.length - certificatesShown
  return ['  Certificates as sent', ...shown, ...(more > 0 ? [`  and ${more} more`] : [])]
}

const verdictWord = (verdict: Verdict, paint: Paint): string => paint(verdictStyles[verdict], verdict.toUpperCase())
