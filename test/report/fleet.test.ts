// What a job renders that merges the reports of a fleet of 100,000: more than V8 lets a string be (2 ** 29 characters), in pieces that are no such.
import { expect, test } from 'vitest'
import { annotationsOf } from '../../src/action/annotations.ts'
import type { Report } from '../../src/gate.ts'
import { formats, render } from '../../src/report/formats.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { healthy, surveyed, weakened } from '../support/sample-reports.ts'

const [target = expect.fail()] = surveyed.targets
const failed = { ...target, verdict: 'fail' as const, checks: weakened.targets.flatMap(({ checks }) => checks) }
const fleet: Report = { ...surveyed, verdict: 'fail', targets: Array.from({ length: 2000 }, () => failed) }

test.each(formats)('no piece of a report of failed targets is long in %s', async format => {
  const lengths = [...(await render(fleet, format))].map(piece => piece.length)
  // One of the 2,000 targets has 5,000 characters and more of JSON.
  if (format === 'json') expect(lengths.reduce((sum, length) => sum + length)).toBeGreaterThan(10_000_000)
  expect(Math.max(...lengths)).toBeLessThan(2_500_000)
})

test('the annotations of 100,000 targets are as many as any', () => {
  const { length } = annotationsOf({ ...fleet, targets: Array.from({ length: 50 }, () => fleet.targets).flat() })
  expect(length).toBeLessThan(30)
})

test('the row that sums up more targets than a call may have arguments tells when the first certificate ends', () => {
  const targets = Array.from({ length: 70_000 }, () => healthy.targets).flat()
  const many = { ...healthy, targets: [...targets, ...targets] }
  expect(renderMarkdown(many, { maxBytes: 65_536, details: false })).toMatch(/\| and 139950 more \|.*\| at least \d+ days left \|/)
})
