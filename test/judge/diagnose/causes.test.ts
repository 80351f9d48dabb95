// Holds that no cause is without a handshake that fails for it.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { handshakeCauses } from '../../../src/judge/causes.ts'

const tests = globSync('*.test.ts', { cwd: import.meta.dirname }).map(file => readFileSync(join(import.meta.dirname, file), 'utf8'))

test.each(Object.keys(handshakeCauses))('%s has a test in this folder', cause => {
  expect(tests.some(text => text.includes(`cause: '${cause}'`) || text.includes(`, '${cause}'],`))).toBe(true)
})
