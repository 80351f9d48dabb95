// A report as JUnit XML for the test views of other systems: a suite a target, a case a check; a suite for the run where it has checks. Within what
// Jenkins' schema allows (test/support/schemas), which is the least that all readers take.
import type { Report, TargetReport } from '../gate.ts'
import type { Check } from '../judge/check.ts'
import { checkNames, targetNames } from './apart.ts'
import { countingFor } from './counting.ts'
import { escapeHtml as escapeXml, inert } from './escape.ts'
import { completionOf } from './findings.ts'
import { whole } from './pieces.ts'
import { type Subject, subjectsOf } from './subjects.ts'
import { evidenceWords } from './survey.ts'
import { tally } from './tally.ts'
import { renderTarget } from './text.ts'

type Kind = 'passed' | 'failure' | 'error' | 'skipped'

interface Case {
  readonly check: Check
  readonly name: string
  readonly kind: Kind
}

/** The document, with a final line feed. */
export const renderJunit = (report: Report): string => whole(junitPieces(report))

/** The same in pieces. */
export function* junitPieces(report: Report): Generator<string> {
  const subjects = subjectsOf(report)
  const kinds = subjects.flatMap(subject => casesOf(subject, report).map(({ kind }) => kind))
  // Jenkins' schema knows no skipped cases of the whole.
  const { skipped: _, ...counted } = countsOf(kinds)
  const attributes = { name: `tlsgate: ${tally(report)}`, ...counted, time: seconds(report.durationMs) }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributesXml(attributes)}>\n`
  const names = targetNames(report.targets)
  for (const [index, subject] of subjects.entries()) yield `${suiteXml(report, subject, names[index] ?? 'run')}\n`
  yield '</testsuites>\n'
}

/** Never none: a suite without a case is green, and a target of which nothing is known is not. */
function checksOf(subject: Subject): readonly Check[] {
  const checks = [...completionOf(subject), ...subject.checks]
  if (checks.length > 0) return checks
  return [
    {
      ...{ id: 'handshake/completion', status: 'inconclusive', severity: 'error', cause: null, message: 'nothing was checked' },
      ...{ fix: null, evidence: [], refs: [], location: null },
    },
  ]
}

function suiteXml(report: Report, subject: Subject, suite: string): string {
  const cases = casesOf(subject, report)
  const attributes = {
    name: inert(suite),
    ...countsOf(cases.map(({ kind }) => kind)),
    ...timeOf(subject),
    timestamp: inert(report.startedAt.replace(/(?:\.\d+)?Z$/, ''), 40),
    ...(subject.target !== null && { hostname: inert(subject.target.host) }),
  }
  return [
    `  <testsuite${attributesXml(attributes)}>`,
    ...(subject.target === null ? [] : propertiesXml(report, subject)),
    ...cases.map(each => caseXml(subject, suite, each)),
    // What a test prints: the steps of the handshake, where there is something to find in them.
    ...(subject.target === null || subject.verdict === 'pass'
      ? []
      : [
          `    <system-out>${renderTarget(subject, { colour: false })
            .split('\n')
            .map(line => escapeXml(line, 10_000))
            .join('\n')}</system-out>`,
        ]),
    '  </testsuite>',
  ].join('\n')
}

/** The run has no time of its own beside its targets. */
const timeOf = (subject: Subject): { readonly time?: string } => (subject.target === null ? {} : { time: seconds(subject.durationMs) })

function propertiesXml({ policy }: Report, { verdict, target, handshake }: TargetReport): string[] {
  const { protocol, cipherSuite, group, signatureScheme, alpn } = handshake
  const values = { verdict, address: target.address, servername: target.servername, protocol, cipherSuite, group, signatureScheme, alpn }
  const properties = Object.entries({ ...values, policy: `${policy.id} ${policy.version}` }).flatMap(([name, value]) =>
    value === null ? [] : `      <property name="${name}" value="${escapeXml(value)}"/>`,
  )
  return ['    <properties>', ...properties, '    </properties>']
}

function caseXml(subject: Subject, suite: string, { check, name, kind }: Case): string {
  // The one check that takes time: the others look at what it saw.
  const time = check.id === 'handshake/completion' ? timeOf(subject) : {}
  const attributes = attributesXml({ classname: inert(suite), name: inert(name), ...time })
  if (kind === 'passed') return `    <testcase${attributes}/>`
  const content = accountOf(subject, check)
    .map(line => escapeXml(line))
    .join('\n')
  const message = { message: inert(check.message), ...(check.cause !== null && { type: inert(check.cause) }) }
  const outcome = kind === 'skipped' ? `<skipped>${content}</skipped>` : `<${kind}${attributesXml(message)}>${content}</${kind}>`
  return [`    <testcase${attributes}>`, `      ${outcome}`, '    </testcase>'].join('\n')
}

/** A check that does not count for the verdict must not turn another system red: it is skipped, and says why. */
function casesOf(subject: Subject, { failOn }: Report): Case[] {
  const counts = countingFor(subject, failOn)
  const kindOf = (check: Check): Kind => {
    if (check.status === 'pass') return 'passed'
    if (check.status === 'waived' || !counts(check)) return 'skipped'
    return check.status === 'fail' ? 'failure' : 'error'
  }
  const checks = checksOf(subject)
  const names = checkNames(checks, subject)
  return checks.map((check, index) => ({ check, name: names[index] ?? check.id, kind: kindOf(check) }))
}

/** What was seen, why, what to do and what it rests on, a line each. */
function accountOf({ target, survey }: Subject, { status, severity, cause, message, fix, evidence, refs, location }: Check): string[] {
  const place = location ?? target?.location ?? null
  const word = status === 'fail' ? severity : status
  return [
    `${word}: ${message}`,
    ...(cause === null ? [] : [`Cause: ${cause}`]),
    ...(fix === null ? [] : `Fix: ${fix}`.split('\n')),
    ...(evidence.length === 0 ? [] : [`Evidence: ${evidenceWords(evidence, survey).join('; ')}`]),
    ...(cause === null || refs.length === 0 ? [] : [`See: ${refs.join(', ')}`]),
    ...(place === null ? [] : [`At: ${place.file}:${place.line}:${place.column}`]),
  ]
}

function countsOf(kinds: readonly Kind[]): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', string>> {
  const of = (kind: Kind): string => String(kinds.filter(each => each === kind).length)
  return { tests: String(kinds.length), failures: of('failure'), errors: of('error'), skipped: of('skipped') }
}

const attributesXml = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')

const seconds = (ms: number): string => (ms / 1000).toFixed(3)
