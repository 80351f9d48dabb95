import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareReportDir, writeReportFiles } from '../../src/action/report-files.ts'
import { UsageError } from '../../src/usage-error.ts'
import { expired, healthy } from '../support/sample-reports.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tlsgate-report-'))
})
afterEach(() => rm(directory, { recursive: true }))

test('the directory is made, with those above it', async () => {
  await prepareReportDir(join(directory, 'a/b'))
  expect(await readdir(join(directory, 'a'))).toEqual(['b'])
})

test('a path that cannot be a directory is a usage error', async () => {
  await writeFile(join(directory, 'file'), '')
  await expect(prepareReportDir(join(directory, 'file/below'))).rejects.toThrow(UsageError)
})

test('a second report takes the place of the first and leaves nothing else', async () => {
  await writeReportFiles(directory, healthy)
  const { report } = await writeReportFiles(directory, expired)
  expect((await readdir(directory)).sort()).toEqual(['tlsgate.json', 'tlsgate.md'])
  expect(JSON.parse(await readFile(report, 'utf8'))).toEqual(expired)
})
