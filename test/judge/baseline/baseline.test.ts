// A target of a run against the lock file: where its checks stand, and what is said of targets that only one of the two has.
import { expect, test } from 'vitest'
import { compareWith, goneTargets } from '../../../src/judge/baseline/baseline.ts'
import { factsOf, keyOf } from '../../../src/judge/baseline/facts.ts'
import { parseBaseline } from '../../../src/judge/baseline/lock-file.ts'
import type { Check } from '../../../src/judge/check.ts'
import { renderLockFile } from '../../../src/report/lock-file.ts'
import { surveyed } from '../../support/sample-reports.ts'

const [target] = surveyed.targets
if (!target) throw new Error('the sample report has no target')
const facts = factsOf(target)
const passing = target.checks.find(({ status }) => status === 'pass')
if (!passing) throw new Error('the sample report has no passed check')
const open = (id: string): Check => ({ ...passing, id, status: 'inconclusive' })
const weaker = { ...facts, protocols: { ...facts.protocols, 'TLSv1.2': 'refused' as const } }
const lock = (key: string) => parseBaseline({ file: 'tls.lock.json', text: renderLockFile(new Map([[key, weaker]])) })
const placesOf = (checks: readonly { readonly status: string; readonly location: unknown }[]) =>
  checks.filter(({ status }) => status !== 'pass').map(({ location }) => location)

test.each([
  ['at its entry in the lock file', null, { file: 'tls.lock.json', line: 4, column: 5 }],
  ['on the line of a file that names it', { file: 'tlsgate.yml', line: 3, column: 5 }, { file: 'tlsgate.yml', line: 3, column: 5 }],
])('the checks of a target stand %s', (_, location, expected) => {
  const { checks, before, comparison } = compareWith(lock(keyOf(target.target)), target, location)
  expect(before).toEqual(weaker)
  expect(comparison?.weaker).toMatchObject([{ what: 'protocols', message: 'TLSv1.2 is accepted now' }])
  expect(placesOf(checks).length).toBeGreaterThan(0)
  for (const place of placesOf(checks)) expect(place).toEqual(expected)
})

test.each<[string, Partial<typeof target>, string[]]>([
  ['passes', { checks: [{ ...passing, id: 'cipher/suites' }] }, ['cipher/suites']],
  ['finds no answer', { checks: [{ ...passing, id: 'cipher/suites', status: 'inconclusive' }] }, []],
  ['is decided in part', { checks: [{ ...passing, id: 'cipher/suites' }, open('cipher/suites')] }, []],
  ['was not decided and is waived', { checks: [{ ...open('cipher/suites'), status: 'waived' }] }, []],
  ['is no longer wanted', { checks: [] }, ['cipher/suites']],
  ['got no answer with all others', { checks: [open('policy/questions')] }, []],
  ['was not asked, for want of a survey,', { checks: [], survey: null }, []],
])('of the checks that failed before, one that %s is mended or not', (_, changes, mended) => {
  const before = { ...facts, failed: { 'cipher/suites': [{ cause: 'weak-cipher-accepted', severity: 'error' as const }] } }
  const baseline = parseBaseline({ file: 'tls.lock.json', text: renderLockFile(new Map([[keyOf(target.target), before]])) })
  expect(compareWith(baseline, { ...target, ...changes }, null).comparison?.checks.mended).toEqual(mended)
})

test('a target that the baseline does not have is noticed, and has nothing to be compared with', () => {
  const { before, comparison, checks } = compareWith(lock('https://other.test:443'), target, null)
  expect({ before, comparison }).toEqual({ before: null, comparison: null })
  expect(checks).toMatchObject([{ id: 'baseline/target', status: 'fail', severity: 'notice', cause: 'baseline-target-new' }])
})

test('the same host under another name is another target', () => {
  const other = { ...target, target: { ...target.target, servername: 'other.test' } }
  expect(keyOf(other.target)).toBe(`${target.target.url} as other.test`)
  expect(compareWith(lock(keyOf(target.target)), other, null).comparison).toBeNull()
})

test('a target that only the baseline has is noticed where it stands', () => {
  const baseline = lock('https://other.test:443')
  expect(goneTargets(baseline, [target.target])).toMatchObject([
    {
      id: 'baseline/target',
      severity: 'notice',
      cause: 'baseline-target-gone',
      message: 'the baseline has https://other.test:443, which was not checked',
      location: { file: 'tls.lock.json', line: 4 },
    },
  ])
  expect(goneTargets(lock(keyOf(target.target)), [target.target])).toEqual([])
})

test('of many targets that only the baseline has the first are noticed, and the others counted', () => {
  const keys = Array.from({ length: 300 }, (_, index) => `https://host-${1000 + index}.test:443`)
  const text = renderLockFile(new Map(keys.map(key => [key, facts])))
  const checks = goneTargets(parseBaseline({ file: 'tls.lock.json', text }), [target.target])
  expect(checks).toHaveLength(21)
  expect(checks.at(-2)?.message).toBe('the baseline has https://host-1019.test:443, which was not checked')
  expect(checks.at(-1)).toMatchObject({
    id: 'baseline/target',
    severity: 'notice',
    message: 'the baseline has 280 more targets, from https://host-1020.test:443 on, which were not checked',
  })
})
