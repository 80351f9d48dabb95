// What became of targets since a baseline: for a terminal, and for a page of GitHub. Compact, since a pull request's comment begins with it.
import type { TargetComparison } from '../judge/baseline/baseline.ts'
import { codeBlock, codeSpan, escapeMarkdown, inert } from './escape.ts'
import { type Advice, adviceOf } from './findings.ts'
import { hanging, painter, type Style, type TextOptions } from './layout.ts'
import { cellLength } from './markdown-table.ts'
import { count } from './tally.ts'

export interface ComparisonParts {
  /** Completes 'Since …': 'the baseline tls.lock.json'. */
  readonly since: string
  readonly targets: readonly TargetComparison[]
  /** Whether fixes are shown to the last line; the findings of a report have them anyhow. */
  readonly wholeFixes?: boolean
}

/** What is listed of one target; more than that is counted. */
const mostLines = 40

/** Changed targets on the page of a report, the worst first: what is wrong with a fleet has to have room below them. */
const mostChanged = 50

/** Lines of a section, without a last line feed; none where there is nothing to compare. */
export function comparisonLines({ since, targets, wholeFixes = false }: ComparisonParts, options: TextOptions): string[] {
  if (targets.length === 0) return []
  const paint = painter(options)
  const [same, changed] = partition(targets)
  const lines = changed.flatMap(target => [
    `  ${paint('bold', inert(nameOf(target)))}`,
    ...sayings(target)
      .slice(0, mostLines)
      .flatMap(({ label, style, text }) =>
        hanging(`    ${paint(style, label.padEnd(indent - 4))}`, indent, inert(text, longestText), options),
      ),
    ...fixesOf(target).flatMap(({ doing, products }) => [
      ...hanging(`    ${paint('bold', 'Fix'.padEnd(indent - 4))}`, indent, inert(doing), options),
      ...(wholeFixes ? products.map(line => `${' '.repeat(indent)}${inert(line)}`) : []),
    ]),
  ])
  const quiet = same.length === 0 ? [] : [paint('dim', `  ${sameWords(same)}`)]
  return [`${paint('bold', `Since ${inert(since)}`)}: ${headline(targets)}`, ...lines, ...quiet]
}

/** The same as Markdown, a part a target and the heading first, each with its line feed; headings at the fourth level. */
export function comparisonMarkdown({ since, targets, wholeFixes = false }: ComparisonParts): string[] {
  if (targets.length === 0) return []
  const [same, changed] = partition(targets)
  const shown = wholeFixes || changed.length <= mostChanged + 1 ? changed : changed.slice(0, mostChanged)
  const parts = shown.map(target => {
    const items = sayings(target)
      .slice(0, mostLines)
      .map(({ label, text, weight }) => `- ${weight === 'strong' ? `**${label}**` : label}: ${escapeMarkdown(text, longestText)}`)
    const fixes = fixesOf(target).flatMap(({ doing, products }) => [
      `\n**Fix:** ${escapeMarkdown(doing)}`,
      ...(wholeFixes && products.length > 0 ? [`\n${codeBlock(products, 'text')}`] : []),
    ])
    return [codeSpan(nameOf(target), cellLength), '', ...items, ...fixes].join('\n')
  })
  const more = changed.length === shown.length ? [] : [`and ${changed.length - shown.length} more: the JSON report has them all`]
  const quiet = [...more, ...(same.length === 0 ? [] : [sameWords(same)])]
  return [`#### Since ${escapeMarkdown(since)}: ${headline(targets)}`, ...parts, ...quiet].map(part => `${part}\n`)
}

/** Where the text of a line starts. */
const indent = 20
const longestText = 2000

interface Saying {
  readonly label: string
  readonly style: Style
  readonly weight: 'strong' | 'plain'
  readonly text: string
}

/** Worst first. */
function sayings({ weaker, stronger, different, notCompared, clients, checks }: TargetComparison): Saying[] {
  const say = (label: string, texts: readonly string[], style: Style = 'bold', weight: Saying['weight'] = 'plain'): Saying[] =>
    texts.map(text => ({ label, style, weight, text }))
  const messages = (changes: readonly { readonly message: string }[]): string[] => changes.map(({ message }) => message)
  const names = (list: readonly string[]): string[] => (list.length === 0 ? [] : [list.join(', ')])
  return [
    ...say('weaker', messages(weaker), ['bold', 'red'], 'strong'),
    ...say('failing now', names(checks.failing), ['bold', 'red'], 'strong'),
    ...say('stronger', messages(stronger), ['bold', 'green'], 'strong'),
    ...say('passing now', names(checks.mended), ['bold', 'green']),
    ...say('different', messages(different)),
    ...say('clients lost', names(clients.lost), ['bold', 'yellow']),
    ...say('clients gained', names(clients.gained)),
    ...say('not compared', messages(notCompared), ['bold', 'yellow']),
  ]
}

/** Each fix of what got weaker, by its lines. */
const fixesOf = ({ weaker }: TargetComparison): Advice[] => adviceOf(weaker.map(({ fix }) => fix))

function partition(targets: readonly TargetComparison[]): [same: TargetComparison[], changed: TargetComparison[]] {
  const rank = ({ weaker, checks }: TargetComparison): number => (weaker.length > 0 ? 0 : checks.failing.length > 0 ? 1 : 2)
  const isChanged = (target: TargetComparison): boolean => sayings(target).length > 0
  return [targets.filter(target => !isChanged(target)), targets.filter(isChanged).toSorted((a, b) => rank(a) - rank(b))]
}

/** 'weaker', 'stronger', 'weaker and stronger', 'different', 'not compared in full', 'nothing changed'. */
function headline(targets: readonly TargetComparison[]): string {
  const some = (has: (target: TargetComparison) => boolean): boolean => targets.some(has)
  const words = [
    ...(some(({ weaker }) => weaker.length > 0) ? ['weaker'] : []),
    ...(some(({ stronger }) => stronger.length > 0) ? ['stronger'] : []),
  ]
  if (words.length > 0) return words.join(' and ')
  if (some(({ checks }) => checks.failing.length > 0)) return 'checks that fail'
  if (some(({ different, clients }) => different.length + clients.lost.length + clients.gained.length > 0)) return 'different'
  return some(({ notCompared }) => notCompared.length > 0) ? 'not compared in full' : 'nothing changed'
}

const sameWords = (same: readonly TargetComparison[]): string => `${count(same.length, 'target')} unchanged`

const nameOf = ({ url, servername }: TargetComparison): string =>
  servername === null || url.includes(`//${servername}:`) ? url : `${url} as ${servername}`
