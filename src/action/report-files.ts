// The report as files, for a later step to upload.
import { access, constants, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Report } from '../gate.ts'
import { type Format, type RenderOptions, render } from '../report/formats.ts'
import { isReport } from '../report/json.ts'
import { isOfSystem } from '../settings/files.ts'
import { UsageError } from '../usage-error.ts'

/** A row a file: the output that names its path, its name, and what it holds. */
const files = [
  { output: 'report', name: 'tlsgate.json', format: 'json' },
  { output: 'markdown', name: 'tlsgate.md', format: 'markdown' },
  { output: 'sarif', name: 'tlsgate.sarif', format: 'sarif' },
  { output: 'junit', name: 'tlsgate.junit.xml', format: 'junit' },
  { output: 'html', name: 'tlsgate.html', format: 'html' },
] as const satisfies readonly { output: string; name: string; format: Format }[]

/** Absolute paths by the outputs of the step that name them, or empty texts. */
export type ReportFiles = Readonly<Record<(typeof files)[number]['output'], string>>

const pathsIn = (pathOf: (name: string) => string): ReportFiles =>
  Object.fromEntries(files.map(({ output, name }) => [output, pathOf(name)])) as ReportFiles

/** What the outputs say of a run that writes no files. */
export const noFiles = pathsIn(() => '')

/**
 * Makes the directory, before anything is probed.
 * @throws UsageError when reports cannot be written there
 */
export async function prepareReportDir(directory: string): Promise<void> {
  try {
    await makeDirectory(directory)
    await access(directory, constants.W_OK)
  } catch (error) {
    throw unwritable(error)
  }
  await refuseStranger(join(directory, 'tlsgate.json'))
}

/** A configuration may have the name of the report, and must not end as one. */
async function refuseStranger(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (text === '' || isReport(text)) return
  throw new UsageError(`report-dir has a tlsgate.json that is no report: ${JSON.stringify(path)}`, 'name a directory for the reports alone')
}

/** One at a time: Node's own recursion does not end below a directory that answers ENOENT to every new one, as /proc does. */
async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if ((await stat(path).catch(() => null))?.isDirectory()) return
    const isParentMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT' && dirname(path) !== path
    if (!isParentMissing) throw error
    await makeDirectory(dirname(path))
    await mkdir(path)
  }
}

/**
 * Writes the report in every format.
 * @throws UsageError when the disk is full, or someone took the directory away
 */
export async function writeReportFiles(directory: string, report: Report, options: RenderOptions = {}): Promise<ReportFiles> {
  const paths = pathsIn(name => join(directory, name))
  for (const { output, format } of files) await replace(paths[output], await render(report, format, options))
  return paths
}

/** Writes aside and renames, so that nobody ever reads half a file. */
async function replace(path: string, content: Iterable<string>): Promise<void> {
  const aside = `${path}.${process.pid}.tmp`
  try {
    await writeFile(aside, content, { flag: 'wx' })
    await rename(aside, path)
  } catch (error) {
    // Content is made while it is written.
    throw isOfSystem(error) ? unwritable(error) : error
  } finally {
    await rm(aside, { force: true })
  }
}

function unwritable(error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error)
  return new UsageError(`report-dir cannot be written: ${reason}`, 'name a directory that can be made and written to', { cause: error })
}
