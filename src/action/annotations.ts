// The findings of a report as annotations of a workflow run. Which are worth one of the few there are; printing is run.ts's.
import type { Report } from '../gate.ts'
import { type Check, type Location, type Severity, severities } from '../judge/check.ts'
import { countingFor } from '../report/counting.ts'
import { inert } from '../report/escape.ts'
import { type Finding, findingsOf } from '../report/findings.ts'
import { namesOf } from '../report/glance.ts'
import { runOf, type Subject } from '../report/subjects.ts'

export interface Annotation {
  readonly level: Severity
  readonly title: string
  /** One or two lines: what was seen, and what to do. */
  readonly message: string
  readonly location: Location | null
}

/** GitHub shows ten of each level a step and drops the rest in silence; the tenth error is the step's own failure (core.setFailed). */
const shown: Readonly<Record<Severity, number>> = { error: 9, warning: 10, notice: 10 }

/** Annotations of all findings, most severe first; where a level has too many, the last one says how many more. */
export function annotationsOf(report: Report): Annotation[] {
  const nameOf = namesOf(report.targets)
  // Each check of the run is about something else, at a place of its own.
  const ofRun = runOf(report).flatMap(run => run.checks.map(check => ({ ...run, checks: [check] })))
  const all = [...report.targets, ...ofRun]
    .flatMap(subject => {
      const counts = countingFor(subject, report.failOn)
      return worthSaying(subject, counts).map(finding => ({ subject, counts, finding, level: levelOf(finding, counts) }))
    })
    .toSorted((a, b) => severities.indexOf(severityOf(a.finding)) - severities.indexOf(severityOf(b.finding)))
  return severities.flatMap(level => {
    const ofLevel = all.filter(each => each.level === level)
    const limit = shown[level]
    if (ofLevel.length <= limit) return ofLevel.map(each => annotationOf(each, nameOf))
    const title = `and ${ofLevel.length - limit + 1} more`
    return [
      ...ofLevel.slice(0, limit - 1).map(each => annotationOf(each, nameOf)),
      { level, title, message: 'see the report, the job summary and the log for the others', location: null },
    ]
  })
}

type Counts = ReturnType<typeof countingFor>

/** What stayed undecided behind an error follows from it; otherwise it may be what decided, unless it hardly matters. */
function worthSaying(subject: Subject, counts: Counts): readonly Finding[] {
  const findings = findingsOf(subject)
  const explained = findings.filter(({ cause }) => cause !== null)
  if (explained.some(finding => levelOf(finding, counts) === 'error')) return explained
  const matters = (check: Check): boolean => check.severity !== 'notice' || counts(check)
  return findings.filter(({ cause, checks }) => cause !== null || checks.some(matters))
}

/** A finding without a check is a handshake that failed. */
const severityOf = ({ checks }: Finding): Severity =>
  severities.find(severity => checks.some(check => check.severity === severity)) ?? 'error'

/** What keeps a target or the run from passing is an error, however severe it is by itself. */
const levelOf = (finding: Finding, counts: Counts): Severity => (finding.checks.some(counts) ? 'error' : severityOf(finding))

interface Worth {
  readonly subject: Subject
  readonly counts: Counts
  readonly finding: Finding
  readonly level: Severity
}

function annotationOf({ subject, counts, finding, level }: Worth, nameOf: ReturnType<typeof namesOf>): Annotation {
  const { target } = subject
  const { cause, checks, message, fixes } = finding
  // The worst comes first by its status: an undecided error after a failed notice.
  const first = checks.find(counts) ?? checks.find(({ severity }) => severity === level)
  const what = cause ?? first?.id ?? 'handshake'
  const seen = first?.message ?? message ?? ''
  const [fix] = (first?.fix ?? fixes[0])?.split('\n', 1) ?? []
  return {
    level,
    title: inert(target === null ? what : `${what}: ${nameOf({ target })}`, 200),
    message: [seen, ...(fix === undefined ? [] : [`Fix: ${fix}`])].map(line => inert(line)).join('\n'),
    location: first?.location ?? target?.location ?? null,
  }
}
