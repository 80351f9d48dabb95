// The reports that the jobs of a matrix have left, as one.
import { globSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Report } from '../gate.ts'
import { mergeReports } from '../report/merge.ts'
import { readReports } from '../settings/reports.ts'
import { mostShards } from '../shard.ts'
import { UsageError } from '../usage-error.ts'
import { filesIn } from './inputs.ts'

/**
 * @param patterns paths and globs, relative to the directory
 * @throws UsageError where there is no report, or one that cannot be read or is of another run
 */
export async function mergedReport(patterns: readonly string[], directory: string): Promise<Report> {
  const found = new Set(patterns.flatMap(pattern => globSync(pattern, { cwd: directory })))
  // '**' matches directories too.
  const paths = [...found].filter(path => !statSync(resolve(directory, path), { throwIfNoEntry: false })?.isDirectory()).sort()
  if (paths.length === 0)
    throw new UsageError(
      `there is no report to merge: nothing matches ${patterns.join(', ')}`,
      'download the artifacts of the jobs first, and name their tlsgate.json',
    )
  if (paths.length > mostShards)
    throw new UsageError(
      `${paths.length} files match ${patterns.join(', ')}`,
      `a run has at most ${mostShards} shards: name their tlsgate.json alone`,
    )
  return mergeReports(await readReports(paths, filesIn(directory, process.cwd())))
}
