// A report as a SARIF 2.1.0 log for code scanning: what failed and what could not be decided as results, each at a place in a file. Code scanning
// closes an alert that has no result any more as fixed, which nobody knows of one that is undecided. It shows an alert for every result, whatever
// its kind (microsoft/PSRule#955) and suppressions (codeql-action#1230): so what is waived is left out, and the notices that could not be
// decided, which many a healthy server has, are notifications. Kept within GitHub's limits (docs.github.com: "SARIF support for code scanning", 2026-11).
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Report } from '../gate.ts'
import { type Check, type Location, type Severity, severities } from '../judge/check.ts'
import { checkNames } from './apart.ts'
import { escapeJson, inert } from './escape.ts'
import { completionOf } from './findings.ts'
import { rulesOf, type SarifRule } from './sarif-rules.ts'
import { type Subject, subjectsOf } from './subjects.ts'
import { count } from './tally.ts'

export interface SarifOptions {
  /** The directory that paths of the report are relative to where they are absolute: the root of the repository. */
  readonly root?: string
  /** The file to show what no file of the user's names, at its first line: 'tlsgate.yml' unless given. */
  readonly fallbackFile?: string
}

/** Of a run, and of its file when compressed; of the most severe results, 5,000 are shown. */
const limits = { results: 25_000, gzipBytes: 10_000_000, notifications: 1000, text: 1024 } as const

const levels = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<Severity, string>

interface Judged {
  readonly subject: Subject
  readonly check: Check
  /** Another for each check of the target. */
  readonly name: string
}

/** The log, with a final line feed. Beyond the limits the least severe results are left out, and a notification says how many. */
export function renderSarif(report: Report, options: SarifOptions = {}): string {
  const judged = subjectsOf(report).flatMap(judgedOf)
  const rules = rulesOf(judged.map(({ check }) => check.id))
  const failed = judged.filter(({ check }) => check.status === 'fail').sort(bySeverity)
  const undecided = Map.groupBy(judged.filter(({ check }) => check.status === 'inconclusive').sort(bySeverity), isFinding)
  const found = [...failed, ...(undecided.get(true) ?? [])]
  const results = resultsOf(found.slice(0, limits.results), rules, options)
  const notifications = notificationsOf(undecided.get(false) ?? [], rules, options)
  for (let kept = results.length; ; kept = Math.floor(kept / 2)) {
    const leftOut = found.length - kept
    const text = logText(report, rules, results.slice(0, kept), leftOut === 0 ? notifications : [leftOutNote(leftOut), ...notifications])
    if (kept === 0 || fits(text)) return text
  }
}

function judgedOf(subject: Subject): Judged[] {
  const checks = [...completionOf(subject), ...subject.checks]
  const names = checkNames(checks, subject)
  return checks.map((check, index) => ({ subject, check, name: names[index] ?? check.id }))
}

/**
 * Whether what could not be decided is worth an alert. Where a handshake ended before the certificate its own result stands for all that could not be
 * looked at: a server that is down for a night would raise an alert for each check.
 */
function isFinding({ subject, check }: Judged): boolean {
  if (check.severity === 'notice') return false
  if (subject.target === null || subject.certificates.presented.length > 0 || check.id === 'handshake/completion') return true
  return !subject.checks.some(({ id, status }) => id === 'handshake/completion' && (status === 'fail' || status === 'inconclusive'))
}

const fits = (text: string): boolean => text.length <= limits.gzipBytes / 3 || gzipSync(text).length <= limits.gzipBytes

function logText(report: Report, rules: readonly SarifRule[], results: readonly object[], notifications: readonly object[]): string {
  const { tool, startedAt, durationMs, policy, verdict } = report
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tlsgate', version: inert(tool.version, 100), rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository' } } },
        invocations: [
          {
            // What could not be found out is no success.
            executionSuccessful: report.targets.length > 0 && report.targets.every(target => target.verdict !== 'inconclusive'),
            ...timesOf(startedAt, durationMs),
            toolExecutionNotifications: notifications,
          },
        ],
        results,
        properties: { verdict, policy: textOf(`${policy.id} ${policy.version}`) },
      },
    ],
  }
  return `${escapeJson(JSON.stringify(log, null, 2))}\n`
}

function timesOf(startedAt: string, durationMs: number): { startTimeUtc?: string; endTimeUtc?: string } {
  const start = Date.parse(startedAt)
  const end = new Date(start + durationMs)
  return Number.isNaN(end.getTime()) ? {} : { startTimeUtc: new Date(start).toISOString(), endTimeUtc: end.toISOString() }
}

function resultsOf(found: readonly Judged[], rules: readonly SarifRule[], options: SarifOptions): object[] {
  const occurrences = new Map<string, number>()
  return found.map(each => {
    const {
      subject: { target },
      check,
    } = each
    const fingerprint = fingerprintOf(each)
    const occurrence = (occurrences.get(fingerprint) ?? 0) + 1
    occurrences.set(fingerprint, occurrence)
    return {
      ruleId: inert(check.id, 255),
      ruleIndex: indexOf(check, rules),
      // Only what failed has a level (SARIF 2.1.0 §3.27.10).
      ...(check.status === 'fail' ? { level: levels[check.severity] } : { kind: 'open', level: 'none' }),
      message: { text: messageOf(target, check, check.status === 'fail' ? '' : 'could not be decided this time: ') },
      locations: [placeOf(target, check, options)],
      // Code scanning reads the first alone. Without it, it takes the text of the line: new for every change beside it, and one for all
      // targets that no file names. (upload-sarif warns that it would have computed another.)
      partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${occurrence}`, 'tlsgate/v1': fingerprint },
      properties: {
        ...(target !== null && { target: textOf(target.url) }),
        ...(check.cause !== null && { cause: textOf(check.cause) }),
        ...(check.evidence.length > 0 && { evidence: check.evidence.slice(0, 20).map(item => textOf(item)) }),
      },
    }
  })
}

function notificationsOf(undecided: readonly Judged[], rules: readonly SarifRule[], options: SarifOptions): object[] {
  const shown = undecided.slice(0, limits.notifications).map(({ subject: { target }, check }) => ({
    level: 'note',
    message: { text: messageOf(target, check) },
    associatedRule: { id: inert(check.id, 255), index: indexOf(check, rules) },
    locations: [placeOf(target, check, options)],
  }))
  const more = undecided.length - shown.length
  return more === 0 ? shown : [...shown, { level: 'note', message: { text: `and ${count(more, 'more check')} that could not be decided` } }]
}

const leftOutNote = (leftOut: number): object => ({
  level: 'warning',
  message: {
    text: `${count(leftOut, 'result')}, the least severe, left out to stay within the limits of code scanning; the JSON report has them all`,
  },
})

const indexOf = ({ id }: Check, rules: readonly SarifRule[]): number => rules.findIndex(rule => rule.id === inert(id, 255))

/** The same for one check of one target, whatever is wrong, also where that is not known, and wherever it stands in a file. */
const fingerprintOf = ({ subject: { target }, name }: Judged): string =>
  createHash('sha256')
    .update(JSON.stringify([name, ...(target === null ? [] : [target.url])]))
    .digest('hex')
    .slice(0, 32)

function messageOf(target: Subject['target'], { message, fix }: Check, before = ''): string {
  const [doing] = fix?.split('\n', 1) ?? []
  const seen = textOf(`${target === null ? '' : `${target.url}: `}${before}${message}`, 640)
  return doing === undefined ? seen : `${seen}\nFix: ${textOf(doing, 360)}`
}

/** Within the limit also where characters had to be spelled; no link can be made of it (SARIF 2.1.0 §3.11.6). */
function textOf(text: string, max: number = limits.text): string {
  const shown = inert(text, max - 40).replaceAll('](', ']\\x28')
  return shown.length <= max ? shown : `${shown.slice(0, max - 1).toWellFormed()}…`
}

function placeOf(target: Subject['target'], check: Check, { root, fallbackFile = 'tlsgate.yml' }: SarifOptions): object {
  const location = check.location ?? target?.location ?? null
  const path = location === null ? null : pathOf(location, root)
  const region = location === null || path === null ? { startLine: 1 } : { startLine: location.line, startColumn: location.column }
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path ?? fallbackFile), uriBaseId: '%SRCROOT%' },
      region,
    },
    ...(target !== null && { logicalLocations: [{ fullyQualifiedName: textOf(target.url), kind: 'resource' }] }),
  }
}

/** A file's path from the root, with slashes; null for one that lies elsewhere, where code scanning finds no file. */
function pathOf({ file }: Location, root: string | undefined): string | null {
  const slashed = (path: string): string => path.replaceAll('\\', '/')
  const start = root === undefined ? null : `${slashed(root).replace(/\/+$/, '')}/`
  const path = slashed(file)
  const relative = (start !== null && path.startsWith(start) ? path.slice(start.length) : path).replace(/^(?:\.\/)+/, '')
  return /^(?:\/|[A-Za-z]:\/|\.\.(?:\/|$))/.test(relative) || relative === '' ? null : relative
}

const uriOf = (path: string): string =>
  path
    .split('/')
    .map(part => encodeURIComponent(part.toWellFormed()))
    .join('/')

const bySeverity = ({ check: a }: Judged, { check: b }: Judged): number => severities.indexOf(a.severity) - severities.indexOf(b.severity)
