// `tlsgate check TARGET…`: the gate itself, from the command line.
import { readFileSync } from 'node:fs'
import { type GateOptions, gate } from '../gate.ts'
import { retryLine } from '../report/tally.ts'
import { readBaseline } from '../settings/files.ts'
import { readSettings } from '../settings/settings.ts'
import { readArguments } from './arguments.ts'
import { checkOptions } from './check-options.ts'
import { compiledWhole } from './compiled-whole.ts'
import { exitCodes } from './exit-codes.ts'
import { interruption } from './interruption.ts'
import { tell } from './output.ts'
import { ReportOutput, withoutReportOptions } from './report-output.ts'
import { targetList } from './target-list.ts'

/** Checks the targets, prints the report and gives the exit code of its verdict. */
export async function check(args: readonly string[]): Promise<number> {
  const read = readArguments('check', args, checkOptions)
  const { 'update-baseline': update, ...settings } = withoutReportOptions(read.values)
  const files = { readFile: readFileSync }
  const { options: given, targets: configured, baseline } = await readSettings(settings, files)
  const options =
    update === true ? asNewMeasure(given) : baseline === undefined ? given : { ...given, baseline: readBaseline(files, baseline) }
  const targets = await targetList('check', read.positionals, configured)

  await using output = await ReportOutput.open(read)
  await using lockFile = update === true ? await (await import('./baseline-file.ts')).BaselineFile.open(baseline ?? 'tls.lock.json') : null
  // What gate() loads for a survey, in the way that makes it cheap.
  if (options.survey !== 'none') await compiledWhole(() => import('../inquiry.ts'))
  const report = await gate(targets, options, { signal: interruption(), onRetry: retry => tell(`tlsgate: ${retryLine(retry)}\n`) })
  await output.put(report)
  await lockFile?.update(report)
  return exitCodes[report.verdict]
}

/** What a run is remembered by cannot be measured by what was: everything is asked, and every error counts. */
function asNewMeasure(options: GateOptions): GateOptions {
  return { survey: 'full', ...options, failOn: options.failOn === 'regression' ? 'error' : (options.failOn ?? 'error') }
}
