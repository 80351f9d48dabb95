// The reports of the shards of a run as one report. What is missing stays missing: a run without the report of a shard has not passed.
import { hash } from 'node:crypto'
import type { Report } from '../gate.ts'
import { type Check, type FailOn, failuresOfRun, severities, verdictOfAll } from '../judge/check.ts'
import { unusedWaivers } from '../judge/policy/waivers.ts'
import { digestOf } from '../shard.ts'
import { UsageError } from '../usage-error.ts'

/** A report and what its errors call it: its file. */
export interface NamedReport {
  readonly name: string
  readonly report: Report
}

/**
 * One report with the targets of all, in the order of the shards.
 * @throws UsageError for reports that are not of one run
 */
export function mergeReports(named: readonly NamedReport[]): Report {
  const [first, ...others] = named
  if (first === undefined) throw new UsageError('there is no report to merge', 'name the JSON reports of the shards')
  const missing = missingOf(first, others)
  const sorted = named.toSorted(byNumber)
  const reports = sorted.map(({ report }) => report)
  const unused = missing.length === 0 ? unusedIn(reports) : []
  const checks = [...unused, ...reports.flatMap(report => report.checks)]
  const failOn = strictestOf(reports)
  const start = Math.min(...reports.map(startOf))
  const end = Math.max(...reports.map(report => startOf(report) + report.durationMs))
  return {
    schemaVersion: 1,
    tool: first.report.tool,
    startedAt: new Date(start).toISOString(),
    durationMs: end - start,
    verdict: verdictOfAll([
      ...reports.map(({ verdict }) => verdict),
      ...failuresOfRun(checks, failOn),
      ...missing.map(() => 'inconclusive' as const),
    ]),
    failOn,
    policy: {
      id: unique(reports.map(({ policy }) => policy.id)).join(', '),
      version: unique(reports.map(({ policy }) => policy.version)).join(', '),
    },
    shard: null,
    missingShards: missing,
    baseline: baselineOfAll(reports),
    checks,
    targets: reports.flatMap(({ targets }) => targets),
  }
}

/** The numbers of the shards that are not there. */
function missingOf(first: NamedReport, others: readonly NamedReport[]): number[] {
  const { shard } = first.report
  const all = [first, ...others]
  refuseOther(all, countText, ofOneRun)
  if (shard === null) {
    refuseTwice(all)
    return all.flatMap(({ report }) => report.missingShards)
  }
  const seen = new Map<number, string>()
  for (const { name, report } of all) {
    const number = report.shard?.number ?? 0
    const before = seen.get(number)
    if (before !== undefined)
      throw new UsageError(
        `${quote(before)} and ${quote(name)} are both of shard ${number}/${shard.count}`,
        'give each job of the matrix its own shard, and merge the report of each once',
      )
    seen.set(number, name)
  }
  // What differs here between reports of no shard is no mistake: they may be of several runs.
  refuseOther(all, ({ policy }) => `the policy ${policy.id} ${policy.version}`, ofOneRun)
  refuseOther(all, ({ failOn }) => `fail-on ${failOn}`, ofOneRun)
  refuseOther(
    all,
    ({ tool }) => `tlsgate ${tool.version}`,
    'use the same tlsgate for all shards: each version may divide a list in its own way',
  )
  refuseOther(
    all,
    report => `the list ${report.shard?.list}`,
    'make the reports of one run and one list anew: there may be a target that no shard has checked',
  )
  const missing = Array.from({ length: shard.count }, (_, index) => index + 1).filter(number => !seen.has(number))
  if (missing.length === 0) refuseOtherTargets(all, shard.list)
  return missing
}

const ofOneRun = 'merge the reports of one run: those of an earlier one may still be there'

/** @throws UsageError for a report that is not of what the first is of */
function refuseOther([first, ...others]: readonly NamedReport[], of: (report: Report) => string, hint: string): void {
  if (first === undefined) return
  const stranger = others.find(({ report }) => of(report) !== of(first.report))
  if (stranger === undefined) return
  throw new UsageError(`${quote(first.name)} is of ${of(first.report)} and ${quote(stranger.name)} of ${of(stranger.report)}`, hint)
}

/** @throws UsageError where the shards, all of them, have other targets than their list */
function refuseOtherTargets(shards: readonly NamedReport[], list: string): void {
  if (digestOf(shards.flatMap(({ report }) => report.targets.map(({ target }) => target.url))) === list) return
  throw new UsageError(
    'the reports of all shards are there, and their targets are not those of the list',
    'merge the reports as the jobs have written them: there may be a target that no shard has checked',
  )
}

/** @throws UsageError for a report that is there twice: its targets would be counted twice. No two runs take the same time to the microsecond. */
function refuseTwice(all: readonly NamedReport[]): void {
  const seen = new Map<string, string>()
  for (const { name, report } of all) {
    const digest = hash('sha256', JSON.stringify(report))
    const before = seen.get(digest)
    if (before !== undefined)
      throw new UsageError(
        `${quote(before)} and ${quote(name)} are the same report`,
        'merge each report once: a pattern may match copies of it',
      )
    seen.set(digest, name)
  }
}

/** Of all shards, for a missing one may have used a waiver. Reports of no shard have said it. */
const unusedIn = (reports: readonly Report[]): Check[] => unusedWaivers(reports.flatMap(({ shard }) => shard?.waivers ?? []))

/** What fails some of several runs fails them together. */
const strictestOf = (reports: readonly Report[]): FailOn =>
  severities.toReversed().find(severity => reports.some(({ failOn }) => failOn === severity)) ?? 'regression'

/** Of the reports that were compared with one. */
function baselineOfAll(reports: readonly Report[]): Report['baseline'] {
  const compared = reports.flatMap(({ baseline }) => baseline ?? [])
  const files = unique(compared.map(({ file }) => file))
  return compared.length === 0 ? null : { file: files.join(', '), targets: compared.flatMap(({ targets }) => targets) }
}

const startOf = ({ startedAt }: Report): number => Date.parse(startedAt)
const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
const byNumber = (one: NamedReport, other: NamedReport): number => (one.report.shard?.number ?? 0) - (other.report.shard?.number ?? 0)
const countText = ({ shard }: Report): string => (shard === null ? 'no shard' : `one of ${shard.count} shards`)
const quote = (text: string): string => JSON.stringify(text.slice(0, 200))
