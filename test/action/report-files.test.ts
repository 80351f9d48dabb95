import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { outputs } from '../../src/action/own-inputs.ts'
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

// Elsewhere there is no such directory.
test.runIf(process.platform === 'linux')('a directory that takes no other is a usage error, and not an endless try', async () => {
  await expect(prepareReportDir('/proc/tlsgate/report')).rejects.toThrow(UsageError)
})

test('a directory that is there already may be behind a link', async () => {
  await symlink(directory, join(directory, 'link'))
  await prepareReportDir(join(directory, 'link/a'))
  await prepareReportDir(join(directory, 'link'))
  expect(await readdir(directory)).toEqual(['a', 'link'])
})

test('every output names a file, and the format is that of its name', async () => {
  const files = await writeReportFiles(directory, expired, { sarif: { fallbackFile: '.github/workflows/tls.yml' } })
  const begins = { report: '{\n', markdown: '### tlsgate: fail', sarif: '{\n  "$schema"', junit: '<?xml ', html: '<!DOCTYPE html>' }
  for (const [output, beginning] of Object.entries(begins)) {
    const path = files[output as keyof typeof files]
    expect((await readFile(path, 'utf8')).slice(0, beginning.length), path).toBe(beginning)
  }
  expect(await readFile(files.sarif, 'utf8')).toContain('"uri": ".github/workflows/tls.yml"')
  expect(outputs.map(({ name }): string => name)).toEqual(expect.arrayContaining(Object.keys(files)))
})

test('a second report takes the place of the first and leaves nothing else', async () => {
  await writeReportFiles(directory, healthy)
  const { report } = await writeReportFiles(directory, expired)
  expect((await readdir(directory)).sort()).toEqual(['tlsgate.html', 'tlsgate.json', 'tlsgate.junit.xml', 'tlsgate.md', 'tlsgate.sarif'])
  expect(JSON.parse(await readFile(report, 'utf8'))).toEqual(expired)
})

test('a configuration of the same name is not written over', async () => {
  await writeReportFiles(directory, healthy)
  await prepareReportDir(directory)
  await writeFile(join(directory, 'tlsgate.json'), '{ "targets": ["example.com"] }')
  await expect(prepareReportDir(directory)).rejects.toThrow('report-dir has a tlsgate.json that is no report')
})

test('what goes wrong while a report is made is no fault of the directory', async () => {
  const broken = { ...healthy, durationMs: 1n as unknown as number }
  await expect(writeReportFiles(directory, broken)).rejects.toThrow(TypeError)
  expect(await readdir(directory)).toEqual([])
})

test.runIf(process.platform === 'linux')('a directory that is gone is', async () => {
  await expect(writeReportFiles(join(directory, 'gone'), healthy)).rejects.toThrow(UsageError)
})
