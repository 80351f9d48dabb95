// `tlsgate check TARGET…`: the gate itself, from the command line.
import { readFileSync } from 'node:fs'
import { type GateOptions, gate } from '../gate.ts'
import { type Format, formats, render } from '../report/formats.ts'
import { retryLine, tally } from '../report/tally.ts'
import { readBaseline } from '../settings/files.ts'
import { readSettings } from '../settings/settings.ts'
import { UsageError } from '../usage-error.ts'
import { readArguments, single } from './arguments.ts'
import { checkOptions } from './check-options.ts'
import { compiledWhole } from './compiled-whole.ts'
import { exitCodes } from './exit-codes.ts'
import { interruption } from './interruption.ts'
import { print, tell } from './output.ts'
import { targetList } from './target-list.ts'
import { terminalText } from './terminal.ts'

/** Checks the targets, prints the report and gives the exit code of its verdict. */
export async function check(args: readonly string[]): Promise<number> {
  const read = readArguments('check', args, checkOptions)
  const { format: _format, output: _output, verbose, 'update-baseline': update, ...settings } = read.values
  const format = readFormat(single(read, 'format'))
  const output = single(read, 'output')
  const files = { readFile: readFileSync }
  const { options: given, targets: configured, baseline } = await readSettings(settings, files)
  const options =
    update === true ? asNewMeasure(given) : baseline === undefined ? given : { ...given, baseline: readBaseline(files, baseline) }
  const targets = await targetList(read.positionals, configured)

  await using file = output === undefined ? null : await (await import('./output-file.ts')).OutputFile.open(output)
  await using lockFile = update === true ? await (await import('./baseline-file.ts')).BaselineFile.open(baseline ?? 'tls.lock.json') : null
  // What gate() loads for a survey, in the way that makes it cheap.
  if (options.survey !== 'none') await compiledWhole(() => import('../inquiry.ts'))
  const report = await gate(targets, options, { signal: interruption(), onRetry: retry => tell(`tlsgate: ${retryLine(retry)}\n`) })
  const text = await render(report, format, {
    text: { ...(file === null ? terminalText() : { colour: false }), verbose: verbose === true },
    sarif: { root: process.cwd() },
  })
  if (file) {
    await file.write(text)
    tell(`tlsgate: ${report.verdict}: ${tally(report)}\n`)
  } else print(text)
  await lockFile?.update(report)
  return exitCodes[report.verdict]
}

/** What a run is remembered by cannot be measured by what was: everything is asked, and every error counts. */
function asNewMeasure(options: GateOptions): GateOptions {
  return { survey: 'full', ...options, failOn: options.failOn === 'regression' ? 'error' : (options.failOn ?? 'error') }
}

function readFormat(value = 'text'): Format {
  const format = formats.find(known => known === value)
  if (format !== undefined) return format
  throw new UsageError(`format is ${JSON.stringify(value)}`, `use one of ${formats.join(', ')}`)
}
