import { expect, test } from 'vitest'
import { causesOf, expiryWords, namesOf } from '../../src/report/glance.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { renderLine } from '../../src/report/text.ts'
import { expired, healthy, silent } from '../support/sample-reports.ts'

const [target = expect.fail()] = healthy.targets
const end = Date.parse(target.certificates.presented[0]?.notAfter ?? '')
const hours = (count: number): Date => new Date(end - count * 3_600_000)

test.each([
  [hours(21.5 * 24), '21 days left'],
  [hours(23.5), '23 hours left'],
  [hours(2), '120 minutes left'],
  [hours(0), '0 minutes left'],
  [hours(-5), 'expired 5 hours ago'],
  [hours(-22.5 * 24), 'expired 22 days ago'],
])('at %s: %s', (at, words) => {
  expect(expiryWords(target, at)).toBe(words)
})

test('a target without a certificate has no words for it', () => {
  for (const each of silent.targets) expect(expiryWords(each, hours(0))).toBe('')
})

test.each<[{ address?: string | null; servername?: string | null }[], string[]]>([
  [[{}], ['']],
  [
    [{}, {}],
    ['', ''],
  ],
  [
    [{ address: '192.0.2.1' }, { address: null }],
    [' (192.0.2.1)', ' (no address)'],
  ],
  [
    [{ servername: 'a.example' }, { servername: null }],
    [' (as a.example)', ' (without a name)'],
  ],
  [
    [{ address: '192.0.2.1', servername: 'a.example' }, { address: '192.0.2.2' }],
    [' (192.0.2.1, as a.example)', ' (192.0.2.2, as healthy.test)'],
  ],
])('targets of one URL are told apart by what differs: %j', (parts, words) => {
  const targets = parts.map(part => ({ ...target, target: { ...target.target, servername: 'healthy.test', ...part } }))
  expect(targets.map(namesOf(targets))).toEqual(words.map(word => `${target.target.url}${word}`))
})

test('lines, tables and the sum of many rows say the same', () => {
  const startedAt = hours(23.5).toISOString()
  expect(renderLine(target, hours(23.5), { colour: false })).toContain(' · 23 hours left · ')
  expect(renderMarkdown({ ...healthy, startedAt })).toContain('| 23 hours left |')
  expect(renderMarkdown({ ...healthy, startedAt, targets: Array(60).fill(target) })).toContain('| at least 23 hours left |')
})

test('a notice is nothing wrong, unless it keeps the target from passing', () => {
  const [failed = expect.fail()] = expired.targets
  const checks = failed.checks.map(check =>
    check.cause === 'certificate-chain-extraneous' ? { ...check, severity: 'notice' as const } : check,
  )
  expect(causesOf(failed, 'error')).toEqual(['certificate-expired', 'certificate-chain-extraneous'])
  expect(causesOf({ ...failed, checks }, 'error')).toEqual(['certificate-expired'])
  const alone = { ...target, checks: [...target.checks, ...checks.filter(({ cause }) => cause === 'certificate-chain-extraneous')] }
  expect(causesOf(alone, 'error')).toEqual([])
  expect(causesOf({ ...alone, verdict: 'fail' }, 'notice')).toEqual(['certificate-chain-extraneous'])
  expect(renderMarkdown({ ...healthy, targets: [alone] })).toMatch(/^\| ✓ pass .*\| {2}\|$/m)
})
