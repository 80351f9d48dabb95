// The types of each entry, held by compiling a test file that uses them, wrong uses marked.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

const entries = ['vitest', 'jest', 'jest-globals', 'playwright', 'node']
// The sources are for TypeScript 7; what is published is compiled by all three in test/e2e/package-types.test.ts.
test.each(entries)('tlsgate/%s is typed', { timeout: 60_000 }, async entry => {
  const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '--project', join(root, 'test/types', entry)]
  const { stdout } = await promisify(execFile)(process.execPath, tsc).catch(failed => failed as { stdout: string })
  expect(stdout).toBe('')
})
