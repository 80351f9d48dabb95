// What is wrong with which target, as a hidden line of an issue, so that the next run can tell what has changed. Hashes only: no text of anybody's.
import { createHash } from 'node:crypto'
import type { Report, TargetReport } from '../../gate.ts'
import { type Check, type Severity, severities } from '../../judge/check.ts'
import { findingsOf } from '../../report/findings.ts'

/** The targets that did not pass, and what is wrong with each, both as hashes. */
export type State = ReadonlyMap<string, string>

export interface Changes {
  /** Passed before, or were not checked. */
  readonly began: readonly TargetReport[]
  /** Did not pass before either, for another reason. */
  readonly changed: readonly TargetReport[]
  readonly recovered: readonly TargetReport[]
  /** The URLs of those that did not pass before and are checked no more; null where the issue does not say which it was. */
  readonly gone: readonly (string | null)[]
}

/** A thousand take 34 kB of the 64 a body may have. */
const mostTargets = 1000

export const stateOf = (report: Report): State => new Map([...troublesOf(report)].slice(0, mostTargets))

/** Of all targets, however many. */
function troublesOf({ targets }: Report): State {
  // With all addresses asked for, a target is there several times.
  const troubled = Map.groupBy(
    targets.filter(({ verdict }) => verdict !== 'pass'),
    keyOf,
  )
  return new Map(Array.from(troubled, ([key, endpoints]) => [key, hash([...new Set(endpoints.map(troubleOf))].sort().join('\n'))] as const))
}

/** The state after a run. Of a target that it could not have checked the last that is known still holds. */
export function stateAfter(before: State, report: Report): State {
  if (isWhole(report)) return stateOf(report)
  return new Map([...stateOf(report), ...unheardOf(before, report)].slice(0, mostTargets))
}

/** Whether a target that is not in the report was not to be checked. */
const isWhole = ({ targets, missingShards }: Report): boolean => targets.length > 0 && missingShards.length === 0

/** What a state has of targets that are not in the report. */
function unheardOf(before: State, { targets }: Report): [key: string, trouble: string][] {
  const there = new Set(targets.map(keyOf))
  return [...before].filter(([key]) => !there.has(key))
}

export function writeState(state: State): string {
  return `<!-- state:${[...state].map(([key, trouble]) => ` ${key}=${trouble}`).join('')} -->`
}

/** An empty state for a line that is none: everything has begun then. */
export function readState(line: string): State {
  const [, entries = ''] = /^<!-- state:((?: [0-9a-f]{16}=[0-9a-f]{16})*) -->$/.exec(line) ?? []
  return new Map(entries.split(' ').flatMap(entry => (entry === '' ? [] : [[entry.slice(0, 16), entry.slice(17)] as const])))
}

/** @param body of the issue as it was when the state was: what names the targets */
export function changesSince(before: State, report: Report, body: string): Changes {
  const now = troublesOf(report)
  const keyed = report.targets.map(target => ({ target, was: before.get(keyOf(target)), is: now.get(keyOf(target)) }))
  const those = (isSuch: (each: (typeof keyed)[number]) => boolean): TargetReport[] => keyed.filter(isSuch).map(({ target }) => target)
  return {
    // Of a state that was full, what is not in it may have been there as well.
    began: before.size >= mostTargets ? [] : those(({ was, is }) => was === undefined && is !== undefined),
    changed: those(({ was, is }) => was !== undefined && is !== undefined && was !== is),
    recovered: those(({ target, was, is }) => was !== undefined && is === undefined && target.verdict === 'pass'),
    gone: isWhole(report) ? namesOf(new Set(unheardOf(before, report).map(([key]) => key)), body) : [],
  }
}

/** What the targets of some keys are called in a body. Whoever wrote it, a name counts only where its hash is one of the keys. */
function namesOf(keys: ReadonlySet<string>, body: string): (string | null)[] {
  const names = new Map<string, string>()
  for (const [, url = '', host = ''] of body.matchAll(/`([a-z\d]+:\/\/([^\s`/:[\]]+|\[[\da-f:.]+\]):\d+)`/g)) {
    // An address is not sent as the name of a server.
    for (const servername of [host, null]) names.set(keyOf({ target: { url, servername } }), url)
  }
  return [...keys].map(key => names.get(key) ?? null)
}

/** Not the address, which is another at every look-up of many a name. */
const keyOf = ({ target }: { readonly target: Pick<TargetReport['target'], 'url' | 'servername'> }): string =>
  hash(`${target.url} ${target.servername ?? ''}`)

/**
 * Why a target cannot be decided differs from run to run: that it cannot is what counts. Of one that failed only the most severe failures count:
 * they decided, whatever fails the run, and a notice beside them is no other reason.
 */
function troubleOf(target: TargetReport): string {
  if (target.verdict === 'inconclusive') return 'inconclusive'
  const isFailed = (check: Check, severity: Severity): boolean => check.status === 'fail' && check.severity === severity
  const worst = severities.find(severity => target.checks.some(check => isFailed(check, severity)))
  const failed = findingsOf(target).filter(({ checks }) => worst !== undefined && checks.some(check => isFailed(check, worst)))
  return `fail ${failed
    .map(({ cause }) => cause)
    .sort()
    .join(' ')}`
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
