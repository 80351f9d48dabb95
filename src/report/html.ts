// A report as one page for a browser, from a mail or an artifact: no script, and nothing is loaded from anywhere, which its policy enforces.
import { createHash } from 'node:crypto'
import type { Report, TargetReport } from '../gate.ts'
import { titleOfCause } from '../judge/causes.ts'
import type { Check, Verdict } from '../judge/check.ts'
import { escapeHtml } from './escape.ts'
import { adviceOf, type Finding, findingsOf, foldedChecks, placeText, sayingsOf, settledChecks } from './findings.ts'
import { agreedNames, causesOf, expiryWords, isWell, mostAccounts, namesOf, targetsInFull, worstFirst } from './glance.ts'
import { certificatesHtml, surveyHtml } from './html-details.ts'
import { style } from './html-style.ts'
import { htmlTable } from './html-table.ts'
import { urlOf } from './sources.ts'
import { marks, sizeOf, timeOf, titleOf, wentOn, wentOnAfter } from './steps.ts'
import { type RunReport, runOf, type Subject } from './subjects.ts'
import { count, duration, tally } from './tally.ts'

const order = ['fail', 'inconclusive', 'pass'] as const satisfies readonly Verdict[]
const verdictWords = { pass: '✓ pass', fail: '✗ fail', inconclusive: '? inconclusive' } as const
const arrows = { client: '→', server: '←' } as const

interface Placed {
  readonly target: TargetReport
  readonly name: string
  /** Of its account; null without one. */
  readonly id: string | null
}

/** The whole report, with a final line feed. */
export function renderHtml(report: Report): string {
  const targets = worstFirst(report.targets)
  const nameOf = namesOf(targets)
  const at = new Date(report.startedAt)
  let accounts = 0
  const placed = targets.map((target): Placed => {
    const isInFull = accounts < mostAccounts && (targets.length <= targetsInFull || !isWell(target))
    return { target, name: nameOf(target), id: isInFull ? `target-${++accounts}` : null }
  })
  const others = placed.filter(({ id }) => id === null)
  const hash = createHash('sha256').update(style).digest('base64')
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>tlsgate: ${report.verdict}, ${escapeHtml(tally(report))}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<header class="${report.verdict}">`,
    `<h1><b class="${report.verdict}">${report.verdict.toUpperCase()}</b> ${escapeHtml(tally(report))}</h1>`,
    `<p class="quiet">${escapeHtml(`tlsgate ${report.tool.version} · policy ${report.policy.id} ${report.policy.version} · ${report.startedAt} · ${duration(report.durationMs)}`)}</p>`,
    '</header>',
    ...(targets.length > 1 ? [overviewHtml(placed, report)] : []),
    ...placed.flatMap(({ target, name, id }) => (id === null ? [] : accountHtml(target, { name, id, at }))),
    ...(others.length > 0
      ? [
          `<p>${count(others.length, 'more target')} without an account here, ${verdictsOf(others.map(({ target }) => target))}: the JSON report has them all.</p>`,
        ]
      : []),
    ...runOf(report).map(runHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function verdictsOf(targets: readonly TargetReport[]): string {
  const counts = order.map(verdict => [targets.filter(target => target.verdict === verdict).length, verdict] as const)
  return counts.flatMap(([number, verdict]) => (number === 0 ? [] : `${number} ${verdict}`)).join(', ')
}

function overviewHtml(targets: readonly Placed[], { failOn, startedAt }: Report): string {
  const at = new Date(startedAt)
  const rows = targets.map(({ target, name, id }) => {
    const url = `<code>${escapeHtml(name, 300)}</code>`
    const causesFound = causesOf(target, failOn).slice(0, 5)
    const cells = [
      `<td class="${target.verdict}">${verdictWords[target.verdict]}</td>`,
      `<td>${id === null ? url : `<a href="#${id}">${url}</a>`}</td>`,
      `<td>${agreedNames(target)
        .map(name => escapeHtml(name, 100))
        .join('<br>')}</td>`,
      `<td>${escapeHtml(expiryWords(target, at))}</td>`,
      `<td>${causesFound.map(cause => escapeHtml(titleOfCause(cause) ?? cause, 100)).join('<br>')}</td>`,
    ]
    return `<tr>${cells.join('')}</tr>`
  })
  const heads = ['Verdict', 'Target', 'Agreed', 'Certificate', 'What is wrong'].map(head => `<th scope="col">${head}</th>`)
  return `<div class="scroll"><table class="overview"><thead><tr>${heads.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`
}

/** What went well is folded: a reader comes for the rest. */
function accountHtml(target: TargetReport, { name, id, at }: { readonly name: string; readonly id: string; readonly at: Date }): string {
  const {
    verdict,
    handshake,
    connections,
    durationMs,
    target: { address, location },
  } = target
  const settled = settledChecks(target)
  const facts = [address, ...agreedNames(target), handshake.signatureScheme, handshake.alpn, expiryWords(target, at)]
  const known = [...facts, count(connections, 'connection'), duration(durationMs), placeText(location)].filter(
    fact => fact !== null && fact !== '',
  )
  return [
    `<section class="${verdict}" id="${id}">`,
    `<h2><b class="${verdict}">${verdictWords[verdict]}</b> <code>${escapeHtml(name, 300)}</code></h2>`,
    `<p class="quiet">${known.map(fact => escapeHtml(fact ?? '', 300)).join(' · ')}</p>`,
    ...findingsHtml(target),
    foldedHtml('Handshake', ladderHtml(target), verdict !== 'pass'),
    foldedHtml(`Other checks (${settled.length})`, checksHtml(foldedChecks(settled))),
    foldedHtml('Certificates as sent', certificatesHtml(target.certificates.presented)),
    ...(target.survey === null ? [] : [foldedHtml('What the server accepts', surveyHtml(target.survey))]),
    '</section>',
  ]
    .filter(part => part !== '')
    .join('\n')
}

const runHtml = (run: RunReport): string =>
  [`<section class="${run.verdict}">`, '<h2>The run</h2>', ...findingsHtml(run), '</section>'].join('\n')

const foldedHtml = (title: string, content: string, open = false): string =>
  content === '' ? '' : `<details${open ? ' open' : ''}><summary>${title}</summary>\n${content}\n</details>`

/** Each under its title; those that name no cause under one. */
function findingsHtml(subject: Subject): string[] {
  let above = ''
  return findingsOf(subject).map(finding => {
    const title = titleHtml(finding.cause)
    const isContinued = title === above
    above = title
    return findingHtml(finding, isContinued ? '' : title)
  })
}

const titleHtml = (cause: string | null): string =>
  cause === null
    ? '<h3>Not decided</h3>'
    : `<h3>${escapeHtml(titleOfCause(cause) ?? cause, 100)} <code>${escapeHtml(cause, 100)}</code></h3>`

function findingHtml({ checks, message, fixes, evidence, refs }: Finding, title: string): string {
  return [
    title,
    checksHtml(checks),
    message === null ? '' : `<p>${escapeHtml(message)}</p>`,
    ...adviceOf(fixes).flatMap(({ doing, products }) => [
      `<p><b>Fix:</b> ${escapeHtml(doing)}</p>`,
      products.length === 0 ? '' : `<pre>${products.map(line => escapeHtml(line)).join('\n')}</pre>`,
    ]),
    evidence.length === 0
      ? ''
      : `<p><b>Evidence:</b> ${evidence
          .slice(0, 20)
          .map(item => escapeHtml(item, 300))
          .join('; ')}</p>`,
    refs.length === 0 ? '' : `<p><b>See</b> ${refs.slice(0, 20).map(refHtml).join(', ')}</p>`,
  ]
    .filter(part => part !== '')
    .join('\n')
}

function refHtml(ref: string): string {
  const url = urlOf(ref)
  return url === null ? escapeHtml(ref, 300) : `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(ref)}</a>`
}

function checksHtml(checks: readonly Check[]): string {
  if (checks.length === 0) return ''
  const items = sayingsOf(checks).map(({ check, names }) => {
    const place = placeText(check.location)
    const [word, kind] = wordOf(check)
    return `<li><b class="${kind}">${word}</b> ${names.map(name => `<code>${escapeHtml(name, 100)}</code>`).join(', ')} ${escapeHtml(check.message)}${place === null ? '' : escapeHtml(` (${place})`)}</li>`
  })
  return `<ul>\n${items.join('\n')}\n</ul>`
}

function wordOf({ status, severity }: Check): [word: string, kind: string] {
  if (status === 'fail') return severity === 'error' ? ['error', 'fail'] : [severity, 'warning']
  return [status, status]
}

function ladderHtml({ handshake }: TargetReport): string {
  return htmlTable(
    handshake.steps,
    (step, index) => [
      marks[step.status],
      step.from === null ? '' : arrows[step.from],
      escapeHtml(titleOf(step.name), 60),
      timeOf(step),
      sizeOf(step),
      (step.status === 'not-reached' ? 'not reached' : escapeHtml(step.detail, 300)) +
        (wentOnAfter(handshake, index) ? ` (${wentOn})` : ''),
    ],
    { kind: 'ladder', rowKind: ({ status }) => status },
  )
}
