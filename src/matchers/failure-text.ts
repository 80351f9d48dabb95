// The words of a matcher that failed: hint line, what was expected and received, the ladder with the failing step, cause and fix.
import { styleText } from 'node:util'
import type { TargetReport } from '../gate.ts'
import { inert } from '../report/escape.ts'
import { renderTarget } from '../report/text.ts'
import { keep } from './account-file.ts'
import type { Answer, Claim } from './claim.ts'

/** What a runner says of the assertion; the part that vitest, jest and Playwright have in common. */
export interface MatcherContext {
  readonly isNot?: boolean
  /** 'resolves', 'rejects' or empty. */
  readonly promise?: string
  readonly utils?: { printReceived?(value: unknown): string }
  /** How the assertion is written, for the hint line: 'expect' unless given. */
  readonly style?: 'expect' | 'assert'
}

/** A report and what it says to the claim. */
export interface Judged {
  readonly report: TargetReport
  readonly answer: Answer
}

/** More than this scrolls the hint line off the screen. */
const linesShown = 40
/** Targets of which the first lines say what was received. */
const targetsShown = 8
/** Steps of an excerpt before and after the one that failed; a mutual TLS 1.2 handshake has 17. */
const stepsBefore = 14
const stepsAfter = 4

/** 'expect(target).not.toCompleteHandshake()'. */
function hintLine({ name, argument }: Claim, { isNot, promise, style }: MatcherContext): string {
  if (style === 'assert') return `${name}(${['target', argument].filter(part => part).join(', ')})`
  return ['expect(target)', promise, isNot ? 'not' : '', `${name}(${argument})`].filter(part => part).join('.')
}

/** @param against the reports that are not as expected, at least one */
export function failureText(claim: Claim, context: MatcherContext, against: readonly Judged[]): string {
  const colour = hasColour(context)
  const head = headLines(claim, context, against, colour)
  const [first] = against
  if (first === undefined) return head.join('\n')
  const room = linesShown - head.length - 1
  const whole = linesOf(first.report, colour)
  const isWhole = whole.length <= room && against.length === 1
  const end = isWhole ? [] : ['', pointerTo(claim, context, against)]
  const body = whole.length <= room - end.length ? whole : excerpt(first.report, colour, room - end.length)
  return [...head, inert(first.report.target.url), ...body, ...end].join('\n')
}

/** The hint line, what was expected, and what was received from each target. */
function headLines(claim: Claim, context: MatcherContext, against: readonly Judged[], colour: boolean): string[] {
  const paint = (style: 'dim' | 'green' | 'red', text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text
  return [
    paint('dim', hintLine(claim, context)),
    '',
    `Expected: ${paint('green', context.isNot ? claim.negated : claim.expected)}`,
    ...against.slice(0, targetsShown).map(({ report, answer }) => {
      const seen = `${answer.holds === 'unknown' ? 'could not be found out: ' : ''}${answer.seen}`
      return `Received: ${paint('red', inert(seen))}${against.length > 1 ? ` (${inert(report.target.url)})` : ''}`
    }),
    ...(against.length > targetsShown ? [`and ${against.length - targetsShown} more`] : []),
    ...fixLines(against),
    '',
  ]
}

/** What to do where the accounts below do not say it. */
function fixLines(against: readonly Judged[]): string[] {
  const fix = against.find(({ answer }) => answer.fix !== undefined)?.answer.fix
  return fix === undefined
    ? []
    : fix.split('\n').map((line, index) => (index === 0 ? 'Fix:' : '').padEnd('Expected: '.length) + inert(line))
}

/** The account of a failure, cut to what is nearest to it. */
function excerpt(report: TargetReport, colour: boolean, room: number): string[] {
  const { steps } = report.handshake
  const failed = steps.findIndex(({ status }) => status === 'failed')
  const around = failed < 0 ? steps.length : failed
  const first = Math.max(0, around - stepsBefore)
  const shown = steps.slice(first, around + 1 + stepsAfter)
  const brief = linesOf(
    {
      ...report,
      handshake: { ...report.handshake, steps: shown },
      survey: null,
      checks: report.checks.filter(({ status }) => status !== 'pass'),
    },
    colour,
  )
  const left = first > 0 ? [`  … ${first} earlier steps`] : []
  const all = [...left, ...brief]
  return all.length <= room ? all : [...all.slice(0, room - 1), `  … ${all.length - room + 1} more lines`]
}

/** Names the file that holds everything there is to say of every target. */
function pointerTo(claim: Claim, context: MatcherContext, against: readonly Judged[]): string {
  const accounts = against.map(({ report }) => `${inert(report.target.url)}\n${renderTarget(report, { colour: false, verbose: true })}\n`)
  const path = keep([...headLines(claim, context, against, false), ...accounts].join('\n'))
  return path === null ? 'The whole account could not be written to a file' : `The whole account: ${path}`
}

const linesOf = (report: TargetReport, colour: boolean): string[] => renderTarget(report, { colour }).split('\n')

/** Whether the runner colours: its helpers leave a text without escapes when it does not. */
const hasColour = ({ utils }: MatcherContext): boolean => utils?.printReceived?.('').includes('\x1b') ?? false
