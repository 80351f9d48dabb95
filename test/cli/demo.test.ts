import { expect, test } from 'vitest'
import { tlsgate } from './process.ts'

test('demo diagnoses every server as intended and says so', async () => {
  const { code, stdout, stderr } = await tlsgate(['demo'])
  expect(stderr).toBe('')
  const [, closing = ''] = stdout.split(/(?=^ +Server +Intended)/m)
  await expect(closing).toMatchFileSnapshot('../golden/cli/demo-table.txt')
  expect(stdout.match(/^(PASS|FAIL|INCONCLUSIVE) /gm)).toHaveLength(8)
  expect(code).toBe(0)
}, 15_000)
