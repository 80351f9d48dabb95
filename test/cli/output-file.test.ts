import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OutputFile } from '../../src/cli/output-file.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tlsgate-output-'))
})
afterEach(() => rm(directory, { recursive: true }))

/** Writes pieces to a file of the directory. */
async function write(pieces: Iterable<string>): Promise<void> {
  await using file = await OutputFile.open(join(directory, 'report.json'))
  await file.write(pieces)
}

test('pieces are one file', async () => {
  await write(['{', '"ä": 1', '}\n'])
  expect(await readFile(join(directory, 'report.json'), 'utf8')).toBe('{"ä": 1}\n')
})

test('what goes wrong while the content is made is no fault of the file, and leaves nothing', async () => {
  function* broken(): Generator<string> {
    yield '{'
    throw new TypeError('no such thing')
  }
  await expect(write(broken())).rejects.toThrow(new TypeError('no such thing'))
  expect(await readdir(directory)).toEqual([])
})
