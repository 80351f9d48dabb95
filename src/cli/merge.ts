// `tlsgate merge REPORT…`: the reports of the shards of a run as one, with one verdict.
import { readFileSync } from 'node:fs'
import { mergeReports } from '../report/merge.ts'
import { readReports } from '../settings/reports.ts'
import { UsageError } from '../usage-error.ts'
import { readArguments } from './arguments.ts'
import { reportOptions } from './check-options.ts'
import { exitCodes } from './exit-codes.ts'
import { ReportOutput } from './report-output.ts'

/** Prints the merged report and gives the exit code of its verdict. */
export async function merge(args: readonly string[]): Promise<number> {
  const read = readArguments('merge', args, reportOptions)
  if (read.positionals.length === 0)
    throw new UsageError('there is no report to merge', 'name the JSON reports of the shards: tlsgate merge reports/*/tlsgate.json')
  await using output = await ReportOutput.open(read)
  const report = mergeReports(await readReports(read.positionals, { readFile: readFileSync }))
  await output.put(report)
  return exitCodes[report.verdict]
}
