// The report as files, for a later step to upload.
import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../gate.ts'
import { renderJson } from '../report/json.ts'
import { renderMarkdown } from '../report/markdown.ts'
import { UsageError } from '../usage-error.ts'

/** Absolute paths, as the outputs of the step name them. */
export interface ReportFiles {
  readonly report: string
  readonly markdown: string
}

/**
 * Makes the directory, before anything is probed.
 * @throws UsageError when reports cannot be written there
 */
export async function prepareReportDir(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
    await access(directory, constants.W_OK)
  } catch (error) {
    throw unwritable(error)
  }
}

/**
 * Writes tlsgate.json and tlsgate.md.
 * @throws UsageError when the disk is full, or someone took the directory away
 */
export async function writeReportFiles(directory: string, report: Report): Promise<ReportFiles> {
  const files = { report: join(directory, 'tlsgate.json'), markdown: join(directory, 'tlsgate.md') }
  await replace(files.report, renderJson(report))
  await replace(files.markdown, renderMarkdown(report))
  return files
}

/** Writes aside and renames, so that nobody ever reads half a file. */
async function replace(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}.tmp`
  try {
    await writeFile(aside, text, { flag: 'wx' })
    await rename(aside, path)
  } catch (error) {
    throw unwritable(error)
  } finally {
    await rm(aside, { force: true })
  }
}

function unwritable(error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error)
  return new UsageError(`report-dir cannot be written: ${reason}`, 'name a directory that can be made and written to', { cause: error })
}
