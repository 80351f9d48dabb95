// `tlsgate check TARGET…`: the gate itself, from the command line.
import { readFileSync } from 'node:fs'
import { gate, type Report } from '../gate.ts'
import { retryLine, tally } from '../report/tally.ts'
import { renderText } from '../report/text.ts'
import { readSettings } from '../settings/settings.ts'
import { UsageError } from '../usage-error.ts'
import { readArguments, single } from './arguments.ts'
import { checkOptions, formats } from './check-options.ts'
import { compiledWhole } from './compiled-whole.ts'
import { exitCodes } from './exit-codes.ts'
import { interruption } from './interruption.ts'
import { print, tell } from './output.ts'
import { targetList } from './target-list.ts'
import { terminalText } from './terminal.ts'

type Format = (typeof formats)[number]

/** Checks the targets, prints the report and gives the exit code of its verdict. */
export async function check(args: readonly string[]): Promise<number> {
  const read = readArguments('check', args, checkOptions)
  const { format: _format, output: _output, verbose, ...settings } = read.values
  const format = readFormat(single(read, 'format'))
  const output = single(read, 'output')
  const { options, targets: configured } = await readSettings(settings, { readFile: readFileSync })
  const targets = await targetList(read.positionals, configured)

  await using file = output === undefined ? null : await (await import('./output-file.ts')).OutputFile.open(output)
  // What gate() loads for a survey, in the way that makes it cheap.
  if (options.survey !== 'none') await compiledWhole(() => import('../inquiry.ts'))
  const report = await gate(targets, options, { signal: interruption(), onRetry: retry => tell(`tlsgate: ${retryLine(retry)}\n`) })
  const text = await render(report, format, { verbose: verbose === true, toFile: file !== null })
  if (file) {
    await file.write(text)
    tell(`tlsgate: ${report.verdict}: ${tally(report)}\n`)
  } else print(text)
  return exitCodes[report.verdict]
}

function readFormat(value = 'text'): Format {
  const format = formats.find(known => known === value)
  if (format !== undefined) return format
  if (['sarif', 'junit', 'html'].includes(value))
    throw new UsageError(`the format ${value} is not available yet`, `use one of ${formats.join(', ')}`)
  throw new UsageError(`format is ${JSON.stringify(value)}`, `use one of ${formats.join(', ')}`)
}

async function render(report: Report, format: Format, { verbose, toFile }: { verbose: boolean; toFile: boolean }): Promise<string> {
  switch (format) {
    case 'text':
      return renderText(report, { ...(toFile ? { colour: false } : terminalText()), verbose })
    case 'json':
      return (await import('../report/json.ts')).renderJson(report)
    case 'markdown':
      return (await import('../report/markdown.ts')).renderMarkdown(report)
    default:
      return format satisfies never
  }
}
