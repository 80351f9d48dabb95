// `tlsgate diff OLD NEW`: what got stronger, weaker or merely different between two runs. Nothing is probed.
import { readFileSync } from 'node:fs'
import { type Difference, differenceOf } from '../judge/baseline/difference.ts'
import { type Recalled, recall } from '../judge/baseline/report-file.ts'
import { type ComparisonParts, comparisonLines, comparisonMarkdown } from '../report/comparison.ts'
import { escapeJson, escapeMarkdown, inert } from '../report/escape.ts'
import { readBaseline } from '../settings/files.ts'
import { UsageError } from '../usage-error.ts'
import { readArguments, single } from './arguments.ts'
import { diffOptions } from './check-options.ts'
import { exitCodes } from './exit-codes.ts'
import { print } from './output.ts'
import { terminalText } from './terminal.ts'

/** Compares the files, prints the differences and gives the exit code. */
export async function diff(args: readonly string[]): Promise<number> {
  const read = readArguments('diff', args, diffOptions)
  const format = single(read, 'format') ?? 'text'
  const [before, now, ...more] = read.positionals
  if (before === undefined || now === undefined || more.length > 0)
    throw new UsageError(`diff takes two files, not ${read.positionals.length}`, 'tlsgate diff OLD NEW, each a lock file or a JSON report')
  const render = Object.hasOwn(renderers, format) ? renderers[format] : undefined
  if (render === undefined) throw new UsageError(`format is ${JSON.stringify(format)}`, `use one of ${Object.keys(renderers).join(', ')}`)
  const recalled = (name: 'OLD' | 'NEW', file: string): Recalled => recall(readBaseline({ readFile: readFileSync }, file, name))
  const difference = differenceOf(recalled('OLD', before), recalled('NEW', now))
  print(render(difference, [before, now]))
  return exitCodes[difference.verdict]
}

type Files = readonly [before: string, now: string]
type Renderer = (difference: Difference, files: Files) => string

const renderers: Readonly<Record<string, Renderer>> = {
  text: (difference, files) => {
    const lines = comparisonLines(partsOf(difference, files), terminalText())
    return `${[...lines, ...onlyOne(difference, files).map(line => `  ${inert(line)}`)].join('\n')}\n`
  },
  json: (difference, [before, now]) => `${escapeJson(JSON.stringify({ schemaVersion: 1, before, now, ...difference }, null, 2))}\n`,
  markdown: (difference, files) =>
    [...comparisonMarkdown(partsOf(difference, files)), ...onlyOne(difference, files).map(line => `${escapeMarkdown(line)}\n`)].join('\n'),
}

const partsOf = ({ targets }: Difference, [before]: Files): ComparisonParts => ({ since: before, targets, wholeFixes: true })

/** A sentence for each target that could not be compared. */
const onlyOne = ({ targets, added, removed }: Difference, [before, now]: Files): string[] => [
  ...(targets.length === 0 ? [`no target is in both ${before} and ${now}`] : []),
  ...added.map(target => `${target} is in ${now} only`),
  ...removed.map(target => `${target} is in ${before} only`),
]
