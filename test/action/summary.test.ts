import { expect, test } from 'vitest'
import { type SummaryWriter, writeSummary } from '../../src/action/summary.ts'
import type { Report } from '../../src/gate.ts'
import { several } from '../support/sample-reports.ts'

async function summaryOf(report: Report, file: string | undefined): Promise<string> {
  let written = ''
  const summary = {
    addRaw(text: string) {
      written += text
      return summary
    },
    write: async () => summary,
  }
  await writeSummary({ summary, warning() {} } as unknown as SummaryWriter, report, { file })
  return written
}

test('a report of any size stays under 1 MiB and says what is missing', async () => {
  const [target = expect.fail()] = several.targets.filter(({ verdict }) => verdict === 'fail')
  const presented = Array.from({ length: 20 }, () => target.certificates.presented).flat()
  const huge = { ...several, targets: Array.from({ length: 300 }, () => ({ ...target, certificates: { presented } })) }
  const text = await summaryOf(huge, '/summary')
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
  expect(text).toMatch(/^### tlsgate: fail/)
  expect(text).toMatch(/_Left out to stay under 1000000 bytes: \d+ accounts[,;]/)
})

test.each([undefined, ''])('without a place for it (%j) nothing is written', async file => {
  expect(await summaryOf(several, file)).toBe('')
})
