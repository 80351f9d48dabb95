// A claim put to what a matcher received: reports are judged at once, anything else is probed first.
import type { TargetReport } from '../gate.ts'
// Here although gate() brings it: it keeps the timers it finds, and by the time gate() is loaded a test may have put fake ones there.
import '../net/deadline.ts'
import { UsageError } from '../usage-error.ts'
import type { Claim } from './claim.ts'
import { failureText, type MatcherContext } from './failure-text.ts'
import { finishedReports, type HandshakeOptions, withTarget } from './target.ts'

/** What a runner wants to know of a matcher. */
export interface Outcome {
  readonly pass: boolean
  readonly message: () => string
}

/** Below the 5 seconds that vitest and jest give a test, so that a silent server fails with its cause and not by the runner's clock. */
const timeoutMs = 4_000

/**
 * @param claimed makes the claim; it may throw UsageError
 * @returns a promise unless `received` is a finished report
 * @throws TypeError on a wrong call, which fails the test with and without `.not`
 */
export function match(
  claimed: () => Claim,
  context: MatcherContext,
  received: unknown,
  options: HandshakeOptions = {},
): Outcome | Promise<Outcome> {
  try {
    const claim = claimed()
    const finished = finishedReports(received)
    return finished ? outcomeOf(claim, context, finished) : probe(claim, context, received, options)
  } catch (error) {
    throw advised(error)
  }
}

async function probe(claim: Claim, context: MatcherContext, received: unknown, options: HandshakeOptions): Promise<Outcome> {
  try {
    return await withTarget(received, options, async (target, gateOptions) => {
      const { gate } = await import('../gate.ts')
      const { targets } = await gate([target], { timeoutMs, ...gateOptions })
      return outcomeOf(claim, context, targets)
    })
  } catch (error) {
    throw advised(error)
  }
}

/** Passes when every report answers as expected. What is undecided, or holds for some only, fails the matcher and its `.not` alike. */
function outcomeOf(claim: Claim, context: MatcherContext, reports: readonly TargetReport[]): Outcome {
  if (reports.length === 0) throw new UsageError('the report has no targets', 'give one that has: nothing is proven by an empty one')
  const isNot = context.isNot === true
  const wanted = isNot ? 'no' : 'yes'
  const against = reports.map(report => ({ report, answer: claim.judge(report) })).filter(({ answer }) => answer.holds !== wanted)
  const satisfied = against.length === 0
  return { pass: satisfied !== isNot, message: () => failureText(claim, context, against) }
}

/** A runner prints no hint, so that what to do has to stand in the message; with the error as its cause it would print all of it twice. */
function advised(error: unknown): unknown {
  return error instanceof UsageError ? new TypeError(`${error.message}\n${error.hint}`) : error
}
