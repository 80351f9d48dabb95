import { expect, test } from 'vitest'
import { span } from '../../src/certificate/span.ts'

test.each([
  [59_999, '0 minutes'],
  [60_000, '1 minute'],
  [179 * 60_000, '179 minutes'],
  [180 * 60_000, '3 hours'],
  [71.9 * 3_600_000, '71 hours'],
  [72 * 3_600_000, '3 days'],
  [400 * 86_400_000, '400 days'],
])('%d ms are %s', (ms, words) => {
  expect(span(ms)).toBe(words)
})
