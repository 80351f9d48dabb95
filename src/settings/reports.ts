// The reports of earlier runs, as files: what the shards of a run have written.
import type { NamedReport } from '../report/merge.ts'
import { reportReader } from '../report/read-report.ts'
import { UsageError } from '../usage-error.ts'
import type { Files } from './files.ts'

/** Bytes of one file. A report has about ten thousand a target, of a survey a few times as many. */
const largest = 128 * 1024 * 1024

/**
 * Reads reports for mergeReports().
 * @throws UsageError for a file that cannot be read, or holds no report
 */
export async function readReports(paths: readonly string[], files: Files): Promise<NamedReport[]> {
  const read = await reportReader()
  return paths.map(name => ({ name, report: read(readText(name, files), name) }))
}

function readText(path: string, files: Files): string {
  let bytes: Uint8Array
  try {
    bytes = files.readFile(path)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(',', 1)[0] : String(cause)
    throw new UsageError(`the report ${JSON.stringify(path)} cannot be read: ${reason}`, 'check the path and the rights of the file', {
      cause,
    })
  }
  if (bytes.length > largest)
    throw new UsageError(`the report ${JSON.stringify(path)} has ${bytes.length} bytes`, `a report has at most ${largest}: use more shards`)
  return new TextDecoder().decode(bytes)
}
