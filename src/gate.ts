// The main verb: targets and options in, a Report out. Adapters (command line, Action, matchers) call this and nothing below it.
import { type Checked, microseconds, type TargetReport } from './endpoint-check.ts'
import { type GateOptions, type GateTarget, type OwnTarget, usualConnections } from './gate-options.ts'
import type { BaselineReport, TargetComparison } from './judge/baseline/baseline.ts'
import type { Baseline } from './judge/baseline/lock-file.ts'
import { type Check, type FailOn, failuresOfRun, type Verdict, verdictOfAll } from './judge/check.ts'
import { handshakeAlone } from './judge/policy/handshake-alone.ts'
import type { Waiver, WaiverUse } from './judge/policy/waivers.ts'
import { type Env, systemEnv } from './net/env.ts'
import { parseTarget } from './net/target.ts'
import { type AskedTarget, askedTargets, type Job, jobsOf } from './runs.ts'
import { type Load, Schedule } from './schedule.ts'
import { countOf, digestOf, itemsOf, type Shard, shardText } from './shard.ts'
import { sharer } from './share.ts'
import { checkTarget, type Retry } from './target-check.ts'
import type { Trace } from './trace/trace.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

export type { TargetReport } from './endpoint-check.ts'
export type { GateOptions, GateTarget } from './gate-options.ts'
export type { Handshake } from './judge/handshake.ts'
export type { Retry } from './target-check.ts'

/** The result of a run; `--format json` prints exactly this. */
export interface Report {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'tlsgate'; readonly version: string; readonly node: string; readonly openssl: string }
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
  readonly verdict: Verdict
  /** What fails a target or the run: a failed check at least that severe, or only an error that the baseline does not have. */
  readonly failOn: FailOn
  readonly policy: { readonly id: string; readonly version: string }
  /** Which part of the targets these are; null for all. */
  readonly shard: ReportedShard | null
  /** Numbers of the shards whose reports were missing when this one was merged. */
  readonly missingShards: readonly number[]
  /** What became of the targets since their baseline was written; null without one. */
  readonly baseline: BaselineReport | null
  /** What belongs to the run as a whole and to no target, such as a waiver that none has used. */
  readonly checks: readonly Check[]
  readonly targets: readonly TargetReport[]
}

/** A part of the targets, and what merging takes to say what no part can tell. */
export interface ReportedShard extends Shard {
  /** The digest of the list of all (shard.ts). */
  readonly list: string
  /** Those that mean a target of this part. */
  readonly waivers: readonly WaiverUse[]
}

/** What a run tells while it goes on, and what it is told. */
export interface GateHooks {
  /** Told of each endpoint when it is done, in the order they end. */
  readonly onTarget?: (report: TargetReport, trace: Trace) => void
  /** Told when a target did not pass and will be checked again. */
  readonly onRetry?: (retry: Retry) => void
  readonly env?: Env
  /** Ends every check; what is not known by then is inconclusive. */
  readonly signal?: AbortSignal
}

/**
 * Handshakes that may go on at the same time. A survey is worth four of them: deadlines count the time that the processor needs for what goes
 * on beside an endpoint.
 */
const room = 32
const surveyWeight = 4

/**
 * Shakes hands with every target and judges the outcome. Whatever a server or a network does is in the report.
 * @throws UsageError on a wrong target or option, before anything is probed
 */
export async function gate(targets: readonly GateTarget[], given: GateOptions = {}, hooks: GateHooks = {}): Promise<Report> {
  const { env = systemEnv, onTarget, onRetry } = hooks
  const run = new AbortController()
  const signal = hooks.signal ? AbortSignal.any([hooks.signal, run.signal]) : run.signal
  const since = env.clock()
  const startedAt = env.now().toISOString()
  refuseNoList(targets, given)
  if (targets.length === 0) throw new UsageError('there is no target', 'name at least one host, host:port or URL')
  const baseline = given.baseline === undefined ? null : (await import('./judge/baseline/lock-file.ts')).parseBaseline(given.baseline)
  const { shard = null } = given
  const own = targets.map(each => (typeof each === 'string' ? { target: each } : each))
  const { jobs, inquiry } = await jobsOf(partOf(own, shard), given, { env, signal, baseline })
  const gone = await goneOf(baseline, shard, () => askedTargets(own, given))
  const used = new Set<Waiver>()
  const share = sharer()
  const schedule = new Schedule(room)
  const check = async (job: Job): Promise<readonly Kept[]> =>
    schedule.run(loadOf(job), async ({ leaveFor }) => {
      // What only waits for its server keeps nobody else from being checked.
      const pause: Env['pause'] = (ms, until) => leaveFor(() => env.pause(ms, until))
      const ofTarget = await checkTarget(job.route, job.run, { since, onRetry, pause })
      for (const { report, trace, waivers } of ofTarget) {
        for (const waiver of waivers) used.add(waiver)
        onTarget?.(report, trace)
      }
      // Not the traces, which hold every byte of every target; and a survey is long.
      return ofTarget.map(({ report, comparison }) => ({ report: report.survey === null ? report : share(report), comparison }))
    })
  // Where one throws, for a bug of ours or of a hook, none of the others goes on.
  const checked = await Promise.all(jobs.map(check)).catch((error: unknown) => {
    run.abort()
    throw error
  })
  const reports = checked.flat().map(({ report }) => report)
  const { failOn = 'error' } = given
  const uses = await usesOf(given.waivers ?? [], used, reports)
  // What a shard did not use another may have: it is said where their reports are merged.
  const checks = [...(shard === null ? await unusedAmong(uses) : []), ...gone]
  return {
    schemaVersion: 1,
    tool: { name: 'tlsgate', version, node: process.versions.node, openssl: process.versions.openssl },
    startedAt,
    durationMs: microseconds(env.clock() - since),
    verdict: verdictOfAll([...reports.map(({ verdict }) => verdict), ...failuresOfRun(checks, failOn)]),
    failOn,
    policy: inquiry ? { id: inquiry.policy.id, version: inquiry.policy.version } : handshakeAlone,
    shard: shard && {
      ...{ number: shard.number, count: shard.count, list: digestOf(own.map(({ target }) => parseTarget(target).url)) },
      waivers: uses,
    },
    missingShards: [],
    baseline: baseline && {
      file: baseline.file,
      targets: checked.flat().flatMap(({ comparison }): TargetComparison[] => (comparison ? [comparison] : [])),
    },
    checks,
    targets: reports,
  }
}

/** For whoever is told by no compiler. */
function refuseNoList(targets: unknown, given: unknown): void {
  if (!Array.isArray(targets))
    throw new UsageError('the targets of gate() are no list', "put even a single one in brackets: gate(['example.com'])")
  const isTarget = (each: unknown): boolean =>
    typeof each === 'string' || (typeof each === 'object' && each !== null && 'target' in each && typeof each.target === 'string')
  if (!targets.every(isTarget))
    throw new UsageError('a target is neither a text nor an object with one', "give 'host:port', or { target: 'host:port' } with options")
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new UsageError('the options of gate() are no object', "give them as gate(['example.com'], { timeoutMs: 5000 })")
}

/** @throws UsageError for a shard without a target */
function partOf(targets: readonly OwnTarget[], shard: Shard | null): readonly OwnTarget[] {
  if (shard === null) return targets
  const part = itemsOf(shard, targets, ({ target }) => parseTarget(target))
  if (part.length > 0) return part
  const all = countOf(targets.map(({ target }) => target))
  throw new UsageError(
    `shard ${shardText(shard)} has no target: there ${all === 1 ? 'is 1' : `are ${all}`} in all`,
    'use at most as many shards as there are targets: tlsgate plan prints them',
  )
}

/** What is left of an endpoint once it is checked. */
type Kept = Pick<Checked, 'report' | 'comparison'>

function loadOf({ route: { target, connectTo }, run: { options, inquiry } }: Job): Load {
  const limit = options.connections ?? usualConnections(target)
  const load = inquiry === null ? { connections: 1, weight: 1 } : { connections: limit, weight: surveyWeight }
  return { host: (connectTo ?? target).host, limit, ...load }
}

/** Of the waivers that mean one of the targets, whether they were used. */
async function usesOf(
  waivers: readonly Waiver[],
  used: ReadonlySet<Waiver>,
  reports: readonly TargetReport[],
): Promise<readonly WaiverUse[]> {
  if (waivers.length === 0) return []
  const { waiverUses } = await import('./judge/policy/waivers.ts')
  return waiverUses(
    waivers,
    used,
    reports.map(({ target }) => target),
  )
}

async function unusedAmong(uses: readonly WaiverUse[]): Promise<readonly Check[]> {
  return uses.every(({ used }) => used) ? [] : (await import('./judge/policy/waivers.ts')).unusedWaivers(uses)
}

/** Every shard knows all targets, and one says it for all. */
async function goneOf(baseline: Baseline | null, shard: Shard | null, asked: () => readonly AskedTarget[]): Promise<readonly Check[]> {
  if (baseline === null || (shard !== null && shard.number !== 1)) return []
  return (await import('./judge/baseline/baseline.ts')).goneTargets(baseline, asked())
}
