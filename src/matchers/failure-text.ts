// The words of a matcher that failed: hint line, what was expected and received, the ladder with the failing step, cause and fix.
import { styleText } from 'node:util'
import type { TargetReport } from '../gate.ts'
import { inert } from '../report/escape.ts'
import { renderTarget } from '../report/text.ts'
import type { Answer, Claim } from './claim.ts'

/** What a runner says of the assertion; the part that vitest, jest and Playwright have in common. */
export interface MatcherContext {
  readonly isNot?: boolean
  /** 'resolves', 'rejects' or empty. */
  readonly promise?: string
  readonly utils?: { readonly DIM_COLOR?: (text: string) => string }
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
  const paint = (style: 'dim' | 'green' | 'red', text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text
  const expected = context.isNot ? claim.negated : claim.expected
  const head = [
    paint('dim', hintLine(claim, context)),
    '',
    `Expected: ${paint('green', expected)}`,
    ...against.slice(0, 8).map(({ report, answer }) => {
      const seen = `${answer.holds === 'unknown' ? 'undecided, ' : ''}${answer.seen}`
      return `Received: ${paint('red', inert(seen))}${against.length > 1 ? ` (${inert(report.target.url)})` : ''}`
    }),
    ...(against.length > 8 ? [`and ${against.length - 8} more`] : []),
    '',
  ]
  const [first] = against
  const body = first ? [inert(first.report.target.url), ...excerpt(first.report, colour, linesShown - head.length - 1)] : []
  return [...head, ...body].join('\n')
}

/** The whole account of a target where there is room, else that of its failure. */
function excerpt(report: TargetReport, colour: boolean, room: number): string[] {
  const lines = linesOf(report, colour)
  if (lines.length <= room) return lines
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

const linesOf = (report: TargetReport, colour: boolean): string[] => renderTarget(report, { colour }).split('\n')

/** Whether the runner colours: its helpers leave a text as it is when it does not. */
const hasColour = ({ utils }: MatcherContext): boolean => utils?.DIM_COLOR !== undefined && utils.DIM_COLOR('text') !== 'text'
