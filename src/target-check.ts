// One target, checked until it passes or its attempts and its time are used up: every address where that is wanted, and these held against each other.
import { type Checked, checkEndpoint, type Run, waivedChecks } from './endpoint-check.ts'
import { defaultTimeoutMs } from './gate-options.ts'
import type { Check } from './judge/check.ts'
import { checkOf } from './judge/check-of.ts'
import { deadline } from './net/deadline.ts'
import { resolve } from './net/dial.ts'
import type { Route } from './net/endpoint.ts'
import type { Address, Env } from './net/env.ts'

/** A target that is checked again. */
export interface Retry {
  /** The target as a URL. */
  readonly url: string
  /** The attempt that did not pass, from 1. */
  readonly attempt: number
  /** What was wrong, by the names of causes. */
  readonly causes: readonly string[]
  readonly pauseMs: number
}

interface Course {
  /** When the run began, by the clock of its Env. */
  readonly since: number
  readonly onRetry?: ((retry: Retry) => void) | undefined
  /** Waits between two attempts, as that of an Env. */
  readonly pause: Env['pause']
}

/** Pauses between attempts, in milliseconds: the last one is used from then on. */
const pausesMs = [1000, 2000, 4000, 8000, 10_000]

/** A report for each endpoint of the target. Never rejects for what a server or a network does. */
export async function checkTarget(route: Route, run: Run, { since, onRetry, pause }: Course): Promise<readonly Checked[]> {
  const { env, options, signal } = run
  const { retries, waitMs } = options
  const most = retries === undefined ? (waitMs === undefined ? 1 : Number.POSITIVE_INFINITY) : retries + 1
  const until = waitMs === undefined ? Number.POSITIVE_INFINITY : since + waitMs
  const before = new Set<string>()
  for (let attempt = 1; ; attempt++) {
    const checked = await attemptOn(route, run)
    const done = (add: (each: Checked) => Checked): readonly Checked[] =>
      checked.map(each => finished(add({ ...each, report: { ...each.report, attempts: attempt } }), run))
    const failed = checked.filter(({ report }) => report.verdict !== 'pass')
    if (failed.length === 0) return done(each => (before.size === 0 ? each : withCheck(each, passedLate(attempt, run, [...before]))))
    const left = until - env.clock()
    if (attempt >= most || left <= 0) return done(each => (attempt === 1 && waitMs === undefined ? each : inVain(each, run)))
    const causes = [...new Set(failed.map(causeOf))]
    for (const cause of causes) before.add(cause)
    const pauseMs = Math.min(pausesMs[attempt - 1] ?? pausesMs.at(-1) ?? 0, left)
    if (!signal?.aborted) {
      onRetry?.({ url: route.target.url, attempt, causes, pauseMs })
      await pause(pauseMs, signal ?? new AbortController().signal)
    }
    if (signal?.aborted) return done(interrupted)
  }
}

/** The target as a whole, once. */
async function attemptOn(route: Route, run: Run): Promise<readonly Checked[]> {
  const { allAddresses, converge } = run.options
  const checked: Checked[] = []
  for (const each of allAddresses || converge ? await everyAddress(route, run) : [route]) checked.push(await checkEndpoint(each, run))
  return converge ? await compared(checked, route, run) : checked
}

/** A route for each address of the target's name; the route itself when the name does not resolve, so that the report says why. */
async function everyAddress(route: Route, run: Run): Promise<Route[]> {
  using limit = deadline(run.options.timeoutMs ?? defaultTimeoutMs, run.signal)
  const found = await resolve(route.target.host, run.env, limit.signal)
  return found.kind === 'resolved' ? found.addresses.map((address: Address) => ({ ...route, address })) : [route]
}

async function compared(checked: readonly Checked[], route: Route, run: Run): Promise<Checked[]> {
  const { poolChecks } = await import('./judge/pool.ts')
  const members = checked.map(({ report }) => ({
    address: report.target.address,
    handshake: report.handshake,
    presented: report.certificates.presented,
  }))
  const found = await waivedChecks(poolChecks(members), run, route)
  return checked.map((each, index) => {
    const check = found.checks[index]
    return check === undefined ? each : withCheck({ ...each, waivers: [...each.waivers, ...found.used] }, check)
  })
}

const withCheck = (each: Checked, check: Check): Checked => withChecks(each, [...each.report.checks, check])

const withChecks = (each: Checked, checks: readonly Check[]): Checked => ({
  ...each,
  report: { ...each.report, ...each.judge(checks) },
})

/** Whoever waits for a server expects it not to be there yet; whoever tries again does not. */
function passedLate(attempt: number, { options: { retries, waitMs } }: Run, before: readonly string[]): Check {
  const most = retries === undefined ? '' : ` of ${retries + 1}`
  return checkOf({
    id: 'handshake/attempts',
    severity: 'notice',
    message: `passed at attempt ${attempt}${most}, before: ${before.join(', ')}`,
    evidence: [],
    ...(waitMs === undefined ? { status: 'fail', cause: 'passed-after-retry' } : { status: 'pass' }),
  })
}

/** The number of attempts in a time is the machine's, and left to the field of the report. */
function inVain(each: Checked, { options: { retries, waitMs } }: Run): Checked {
  if (each.report.verdict === 'pass' || retries === 0) return each
  const ways = [
    ...(retries === undefined ? [] : [`in ${retries + 1} attempts`]),
    ...(waitMs === undefined ? [] : [`within ${seconds(waitMs)}`]),
  ]
  const message = `did not pass ${ways.join(' or ')}`
  return withCheck(
    each,
    checkOf({ id: 'handshake/attempts', severity: 'notice', status: 'fail', cause: 'not-mended-in-time', message, evidence: [] }),
  )
}

const seconds = (ms: number): string => `${ms / 1000} s`

/** It might have passed at the next attempt: what failed so far is not decided. */
function interrupted(each: Checked): Checked {
  const checks = each.report.checks.map((check): Check => {
    if (each.judge([check]).verdict !== 'fail') return check
    return { ...check, status: 'inconclusive', message: `${check.message}; the waiting for it to pass was interrupted` }
  })
  return withChecks(each, checks)
}

/** The name of what kept a report from passing: of a failure before that of something undecided. */
function causeOf({ report: { checks }, judge }: Checked): string {
  const failed = checks.find(check => judge([check]).verdict === 'fail')
  const first = failed ?? checks.find(({ status }) => status === 'inconclusive')
  return first?.cause ?? first?.id ?? 'not decided'
}

/** What is wrong with a target is shown where the user's file names it. */
function finished(each: Checked, { location }: Run): Checked {
  if (location === null) return each
  const isProblem = ({ status }: Check): boolean => status === 'fail' || status === 'inconclusive'
  const checks = each.report.checks.map(check => (isProblem(check) && check.location === null ? { ...check, location } : check))
  return { ...each, report: { ...each.report, checks } }
}
