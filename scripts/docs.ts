// Fills in the parts of docs/ that are made from something else: the table of faults after `<!-- table: faults -->`, and after
// `<!-- failure: [not] MATCHER FAULT ARGUMENTS -->` what the matcher says of the fixture. Run: node scripts/docs.ts. test/docs.test.ts compares.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FaultName, faults } from '../src/fixtures/catalogue.ts'
import { serve } from '../src/fixtures/serve.ts'
import type { Outcome } from '../src/matchers/match.ts'

const root = join(import.meta.dirname, '../docs')

/** Every page, by its path below docs/. */
export const pages = (): readonly string[] => globSync('**/*.md', { cwd: root }).toSorted()
export const readPage = (page: string): string => readFileSync(join(root, page), 'utf8')

/** One line of a page that says which failure stands below it. */
interface Marker {
  readonly line: string
  readonly isNot: boolean
  readonly matcher: string
  readonly fault: FaultName
  /** JSON, without the brackets of a list. */
  readonly args: string
}

export function markersIn(page: string): Marker[] {
  return [...page.matchAll(/^<!-- failure: (not )?(\w+) ([\w-]+)(?: (.*))? -->$/gm)].map(
    ([line, not, matcher = '', fault = '', args = '']) => ({ line, isNot: not !== undefined, matcher, fault: fault as FaultName, args }),
  )
}

/** A page with its made parts made anew. */
export async function filledIn(page: string): Promise<string> {
  let text = page.replace(/(<!-- table: faults -->\n)(?:\|.*\n)*/, (_, head) => head + faultTable())
  for (const marker of markersIn(page)) {
    const start = text.indexOf(marker.line) + marker.line.length
    const block = /^\n```text\n[\s\S]*?\n```\n|^\n/.exec(text.slice(start))?.[0] ?? ''
    text = `${text.slice(0, start)}\n\`\`\`text\n${await failureOf(marker)}\n\`\`\`\n${text.slice(start + block.length)}`
  }
  return text
}

function faultTable(): string {
  const byCategory = Object.entries(faults).toSorted(([, a], [, b]) => rank(a.category) - rank(b.category))
  const rows = byCategory.map(([name, { title, cause }]) => `| \`${name}\` | ${title} | ${cause === null ? 'none' : `\`${cause}\``} |\n`)
  return `| Fault | The server | Cause |\n| --- | --- | --- |\n${rows.join('')}`
}

const categories = [null, 'protocol', 'cipher', 'certificate', 'network', 'configuration']
const rank = (category: string | null): number => categories.indexOf(category)

type Matcher = (this: { readonly isNot: boolean }, ...args: unknown[]) => Promise<Outcome>

async function failureOf({ isNot, matcher, fault, args }: Marker): Promise<string> {
  const matchers: Readonly<Record<string, unknown>> = await import('../src/matchers/matchers.ts')
  const match = matchers[matcher] as Matcher | undefined
  if (match === undefined) throw new Error(`there is no matcher ${matcher}`)
  await using server = await serve(fault)
  const timeoutMs = /timeout/.test(faults[fault].cause ?? '') ? 500 : 10_000
  const outcome = await match.call({ isNot }, server, ...JSON.parse(`[${args}]`), { timeoutMs })
  if (outcome.pass !== isNot) throw new Error(`${matcher} does not fail on ${fault}`)
  return steady(outcome.message())
}

/** Without what differs from run to run: session tickets, times and sizes, ports, dates, the folder of the whole account. */
function steady(text: string): string {
  return text
    .replaceAll(/^.* New Session Ticket .*\n/gm, '')
    .replaceAll(/^( {2}[✓✗·] [→← ] \S.*?) {2,}(?:[\d.]+ m?s *)?(?:\d+ B *)?(.*)$/gm, (_, step, detail) => step.padEnd(28) + detail)
    .replaceAll(/ · \d+ connections? · [\d.]+ m?s$/gm, '')
    .replaceAll(/^( +Cost .*), [\d.]+ m?s$/gm, '$1')
    .replaceAll(/(127\.0\.0\.1|localhost):\d+/g, '$1:8443')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-04-01T00:00:00Z')
    .replaceAll(/\S*tlsgate-\w{6}\/failure-\d+/g, '/tmp/tlsgate-a1b2c3/failure-1')
    .replaceAll(/ +$/gm, '')
}

if (import.meta.main) for (const page of pages()) writeFileSync(join(root, page), await filledIn(readPage(page)))
