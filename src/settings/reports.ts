// The reports of earlier runs, as files: what the shards of a run have written.
import type { NamedReport } from '../report/merge.ts'
import { reportReader } from '../report/read-report.ts'
import { sharer } from '../share.ts'
import { type Files, readText } from './files.ts'

/** Bytes of one file. A report has about ten thousand a target, of a survey a few times as many. */
const largest = 128 * 1024 * 1024

/**
 * Reads reports for mergeReports().
 * @throws UsageError for a file that cannot be read, or holds no report
 */
export async function readReports(paths: readonly string[], files: Files): Promise<NamedReport[]> {
  const [read, share] = [await reportReader(), sharer()]
  return paths.map(name => {
    const report = read(readText(files, 'merge', name, { noun: 'a report', largest }), name)
    return { name, report: { ...report, targets: report.targets.map(share) } }
  })
}
