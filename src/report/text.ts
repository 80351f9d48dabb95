// A report for people: in a terminal, a log, a failing test's message. The caller decides about colour; nothing here asks the environment.
import { styleText } from 'node:util'
import { keyText } from '../certificate/strength.ts'
import type { Report, TargetReport } from '../gate.ts'
import type { Check, Verdict } from '../judge/check.ts'
import { inert } from './escape.ts'
import { type Finding, findingsOf, settledChecks } from './findings.ts'
import { marks, sizeOf, timeOf, titleOf, wentOn, wentOnAfter } from './steps.ts'
import { duration, tally } from './tally.ts'

export interface TextOptions {
  /** Whether to write ANSI colours. Without them the text says the same. */
  readonly colour: boolean
  /** Columns of the terminal: sentences are wrapped to it, steps cut. Without it every item is one line. */
  readonly width?: number
  /** Adds the certificates as sent, and never cuts a step. */
  readonly verbose?: boolean
}

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const verdictStyles: Record<Verdict, Style> = { pass: ['bold', 'green'], fail: ['bold', 'red'], inconclusive: ['bold', 'yellow'] }
const stepStyles = { failed: 'red', 'not-reached': 'dim' } as const
const arrows = { client: '→', server: '←' } as const
/** More presented certificates than this are counted, not listed. */
const certificatesShown = 20

/** The whole report, with a final line feed. */
export function renderText(report: Report, options: TextOptions): string {
  const paint = painter(options)
  const targets = report.targets.map(target => `${renderHeadline(target, options)}\n${renderTarget(target, options)}\n`)
  const result = `${verdictWord(report.verdict, paint)}  ${tally(report)}${paint('dim', ` · ${duration(report.durationMs)}`)}\n`
  return [...targets, result].join('\n')
}

/** Verdict and address of one target, one line. */
export function renderHeadline(target: TargetReport, options: TextOptions): string {
  const paint = painter(options)
  return `${verdictWord(target.verdict, paint)}  ${paint('bold', inert(target.target.url))}`
}

/** What follows one target's headline: what was agreed, the steps as a ladder, the findings with cause and fix, the other checks. No final line feed. */
export function renderTarget(target: TargetReport, options: TextOptions): string {
  const paint = painter(options)
  const blocks = [
    wrap(facts(target), options.width && options.width - 2).map(line => paint('dim', `  ${line}`)),
    ladder(target, options),
    ...findingsOf(target).map(finding => findingLines(finding, options)),
    checkLines(settledChecks(target), options),
    options.verbose ? certificateLines(target) : [],
  ]
  return blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')
}

function facts({ target, handshake, durationMs, connections }: TargetReport): string {
  const agreed = [handshake.protocol, handshake.cipherSuite, handshake.group, handshake.signatureScheme, handshake.alpn]
  return [target.address, ...agreed, `${connections} ${connections === 1 ? 'connection' : 'connections'}`, duration(durationMs)]
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

function findingLines(finding: Finding, options: TextOptions): string[] {
  const { cause, checks, message, fixes, evidence, refs } = finding
  const [doing, ...products] = fixes.flatMap(fix => fix.split('\n'))
  return [
    ...(cause === null && checks.length > 1 ? undecidedLines(checks, options) : checkLines(checks, options)),
    ...item('Cause', cause === null ? null : [cause, message].filter(text => text !== null).join(': '), options),
    ...item('Fix', doing ?? null, options),
    // What is copied from the screen is not wrapped.
    ...products.map(line => `${' '.repeat(indent)}${inert(line)}`),
    ...item('Evidence', evidence.join('; ') || null, options),
    ...item('See', refs.join(', ') || null, options),
  ]
}

/** Several checks that say the same: once, with their names. */
function undecidedLines(checks: readonly Check[], options: TextOptions): string[] {
  const [mark, style] = checkMark(checks[0] as Check)
  const label = `${checks.length} checks`
  return [
    `  ${painter(options)(style, mark)} ${label}  ${inert(checks[0]?.message ?? '')}`,
    ...item('Checks', checks.map(check => check.id).join(', '), options),
  ]
}

/** Where the text of an item starts. */
const indent = 14

function item(label: string, text: string | null, options: TextOptions): string[] {
  if (text === null) return []
  const paint = painter(options)
  const [first, ...rest] = wrap(inert(text), options.width === undefined ? undefined : options.width - indent)
  return [`    ${paint('bold', label.padEnd(indent - 4))}${first}`, ...rest.map(line => `${' '.repeat(indent)}${line}`)]
}

function checkLines(checks: readonly Check[], options: TextOptions): string[] {
  const paint = painter(options)
  const labels = checks.map(
    check => inert(check.id, 60) + (check.status === 'fail' && check.severity !== 'error' ? ` (${check.severity})` : ''),
  )
  const column = widest(labels)
  return checks.flatMap((check, index) => {
    const [mark, style] = checkMark(check)
    const place = check.location === null ? '' : ` (${check.location.file}:${check.location.line}:${check.location.column})`
    const [first, ...rest] = wrap(inert(check.message + place), options.width === undefined ? undefined : options.width - column - 6)
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

function painter({ colour }: TextOptions): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
}

const verdictWord = (verdict: Verdict, paint: Paint): string => paint(verdictStyles[verdict], verdict.toUpperCase())

// Lengths count characters, not columns: what may hold wide ones stands last on its line.
const lengthOf = (text: string): number => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)
const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(lengthOf))
const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - lengthOf(text)))

/** The text cut to a number of columns, with a visible mark; never to fewer than 16, however narrow the terminal. */
function clip(text: string, columns: number): string {
  const room = Math.max(columns, 16)
  return lengthOf(text) <= room ? text : `${[...text].slice(0, room - 1).join('')}…`
}

/** The text in lines of at most so many columns, broken at spaces; a longer word stays whole. */
function wrap(text: string, columns?: number): [string, ...string[]] {
  if (columns === undefined) return [text]
  const lines: [string, ...string[]] = ['']
  const room = Math.max(columns, 30)
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] ?? ''
    if (last === '') lines[lines.length - 1] = word
    else if (lengthOf(last) + 1 + lengthOf(word) <= room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
