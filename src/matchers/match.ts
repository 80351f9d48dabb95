// A claim put to what a matcher received: reports are judged at once, anything else is probed first.
import type { TargetReport } from '../gate.ts'
import { systemEnv } from '../net/env.ts'
import { UsageError } from '../usage-error.ts'
import { advised } from './advice.ts'
import type { Claim, Evidence } from './claim.ts'
import { failureText, type MatcherContext } from './failure-text.ts'
import { finishedReports } from './finished.ts'
import type { MatcherName } from './matcher-names.ts'
import { runOn, type Surroundings } from './run.ts'
import { claims } from './table.ts'
import { type HandshakeOptions, withPlace } from './target.ts'

/** What a runner wants to know of a matcher. */
export interface Outcome {
  readonly pass: boolean
  readonly message: () => string
}

/**
 * @param args the matcher's own arguments, then the options
 * @returns a promise unless `received` is a finished report
 * @throws TypeError on a wrong call, which fails the test with and without `.not`
 */
export function match(
  name: MatcherName,
  context: MatcherContext,
  received: unknown,
  args: readonly unknown[],
  surroundings: Surroundings | undefined = {},
): Outcome | Promise<Outcome> {
  try {
    const make: (...args: never[]) => Claim = claims[name]
    const options = optionsAmong(name, args.slice(make.length))
    const claim = make(...(args.slice(0, make.length) as never[]))
    const finished = finishedReports(received)
    if (finished === null) return probe(claim, context, received, options, surroundings)
    if (Object.keys(options).length > 0)
      throw new UsageError('a finished report is judged as it is: options change nothing of it', 'give the options to gate()')
    const now = systemEnv.now()
    return outcomeOf(
      claim,
      context,
      finished.map(({ report, run }) => ({ report, run, at: run ? new Date(run.startedAt) : now, asked: false })),
    )
  } catch (error) {
    throw advised(error)
  }
}

/** @throws UsageError for anything but one object or none */
function optionsAmong(name: MatcherName, [options = {}, ...more]: readonly unknown[]): HandshakeOptions {
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options)
  if (isObject && more.length === 0) return options
  const hint = `write ${name}(${'…, '.repeat(claims[name].length)}{ servername: 'localhost' })`
  throw new UsageError(isObject ? `${name} is given ${more.length} arguments too many` : `the options of ${name} are no object`, hint)
}

async function probe(
  claim: Claim,
  context: MatcherContext,
  received: unknown,
  options: HandshakeOptions,
  surroundings: Surroundings,
): Promise<Outcome> {
  try {
    return await withPlace(received, options, claim.defaults ?? {}, async place => {
      const run = await runOn(place, claim, surroundings)
      const at = place.options.at ?? new Date(run.startedAt)
      return outcomeOf(
        claim,
        context,
        run.targets.map(report => ({ report, run, at, asked: true })),
      )
    })
  } catch (error) {
    throw advised(error)
  }
}

/** Passes when every report answers as expected. What is undecided, or holds for some only, fails the matcher and its `.not` alike. */
function outcomeOf(claim: Claim, context: MatcherContext, evidence: readonly Evidence[]): Outcome {
  if (evidence.length === 0) throw new UsageError('the report has no targets', 'give one that has: nothing is proven by an empty one')
  const isNot = context.isNot === true
  const wanted = isNot ? 'no' : 'yes'
  const against = evidence
    .map(each => ({ report: narrowed(each.report, claim), answer: claim.judge(each) }))
    .filter(({ answer }) => answer.holds !== wanted)
  const satisfied = against.length === 0
  return { pass: satisfied !== isNot, message: () => failureText(claim, context, against) }
}

function narrowed(report: TargetReport, { about }: Claim): TargetReport {
  return about ? { ...report, checks: report.checks.filter(({ id }) => id === 'handshake/completion' || about.includes(id)) } : report
}
