// A report of an earlier run, read back from its JSON. Whoever wrote the file may be somebody else: nothing of it is taken on trust.

import type { TargetReport } from '../endpoint-check.ts'
import type { Report } from '../gate.ts'
import { failuresOfRun, severities, type Verdict, verdictOf, verdictOfAll } from '../judge/check.ts'
import { UsageError } from '../usage-error.ts'
import schema from './report.schema.json' with { type: 'json' }

const schemaVersion: Report['schemaVersion'] = 1

/** Reads a report. */
export type ReportReader = (json: string, name: string) => Report

/**
 * Loads what reading reports takes, which is more than a check needs.
 * @returns a reader; `name` says in its errors which report it was given. It throws UsageError for what is no report of this version
 */
export async function reportReader(): Promise<ReportReader> {
  const { fromJSONSchema } = await import('zod')
  const shape = fromJSONSchema(schema as Parameters<typeof fromJSONSchema>[0])
  return (json, name) => {
    const value = parse(json, name)
    const version = typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined
    const noReport = (wrong: string): UsageError =>
      new UsageError(`${quote(name)} is no report: ${wrong}`, 'name what tlsgate wrote as its JSON report')
    if (typeof version !== 'number') throw noReport('it has no schemaVersion')
    if (version !== schemaVersion)
      throw new UsageError(
        `${quote(name)} is a report of schema version ${version}, and this tlsgate reads version ${schemaVersion}`,
        'use the same tlsgate for all reports',
      )
    const { success, error } = shape.safeParse(value)
    const [issue] = error?.issues ?? []
    const wrong = success ? contradictionIn(value as Report) : `${issue?.path.join('.') || 'it'} is wrong: ${issue?.message}`
    if (wrong === null) return value as Report
    throw noReport(wrong)
  }
}

/**
 * What the shape of a report cannot say: its verdict is that of its targets and of its own checks, and theirs one that their checks allow, or a
 * report could be green that has proven nothing.
 */
function contradictionIn({ verdict, failOn, checks: ofRun, targets, shard, missingShards, baseline }: Report): string | null {
  const keyOf = ({ url, servername }: Pick<TargetReport['target'], 'url' | 'servername'>): string => JSON.stringify([url, servername])
  const compared = new Set(baseline?.targets.map(keyOf))
  for (const { target, verdict: own, checks, handshake } of targets) {
    const possible = possibleVerdicts(checks, compared.has(keyOf(target)))
    if (!possible.has(own)) return `the verdict of ${quote(target.url)} is ${own}, and its checks come to ${[...possible].join(' or ')}`
    const completions = checks.filter(({ id }) => id === 'handshake/completion')
    if (own === 'pass' && completions.length === 0) return `${quote(target.url)} passed without the check handshake/completion`
    const hasFailed = !handshake.completed || handshake.failure !== null
    if (hasFailed && completions.some(({ status }) => status === 'pass'))
      return `the handshake of ${quote(target.url)} failed, and its check handshake/completion passed`
  }
  const ofParts = [...targets.map(target => target.verdict), ...missingShards.map(() => 'inconclusive' as const)]
  const proven = verdictOfAll([...ofParts, ...failuresOfRun(ofRun, failOn)])
  if (proven !== verdict) return `its verdict is ${verdict}, and that of its targets ${proven}`
  if (shard === null) return null
  if (shard.number > shard.count) return `it is of shard ${shard.number} of ${shard.count}`
  return targets.length === 0 ? `it is of shard ${shard.number} of ${shard.count}, and has no target` : null
}

/** What some checks come to, whatever fails the run: of a target with a baseline those that failed before may not count. */
function possibleVerdicts(checks: TargetReport['checks'], isCompared: boolean): ReadonlySet<Verdict> {
  const verdicts = new Set(severities.map(severity => verdictOf(checks, severity)))
  const counted = checks.filter(({ id, status }) => status !== 'fail' || id.startsWith('baseline/'))
  if (!isCompared || counted.length === checks.length) return verdicts
  return verdicts.add('inconclusive').add(counted.length === 0 ? 'pass' : verdictOf(counted, 'error'))
}

function parse(json: string, name: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new UsageError(`${quote(name)} is no JSON`, 'name what tlsgate wrote as its JSON report; a file that ends early was cut', {
      cause,
    })
  }
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 200))
