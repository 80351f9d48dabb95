// How judgements add up: the table is the contract of verdicts.
import { expect, test } from 'vitest'
import { type Check, type FailOn, failuresOfRun, type Severity, type Verdict, verdictOf, verdictOfAll } from '../../src/judge/check.ts'

const check = (status: Check['status'], severity: Severity): Check => ({
  id: 'handshake/completion',
  status,
  severity,
  cause: null,
  message: '',
  fix: null,
  evidence: [],
  refs: [],
  location: null,
})

test.each<[string, Check[], Severity, Verdict]>([
  ['every check passed', [check('pass', 'error'), check('pass', 'notice')], 'error', 'pass'],
  ['one failed', [check('pass', 'error'), check('fail', 'error')], 'error', 'fail'],
  ['one failed that is not severe enough', [check('pass', 'error'), check('fail', 'warning')], 'error', 'pass'],
  ['one failed that is just severe enough', [check('pass', 'error'), check('fail', 'warning')], 'warning', 'fail'],
  ['one was not decided', [check('pass', 'error'), check('inconclusive', 'error')], 'error', 'inconclusive'],
  ['one was not decided that does not count', [check('pass', 'error'), check('inconclusive', 'notice')], 'warning', 'pass'],
  ['one failed and one was not decided', [check('inconclusive', 'error'), check('fail', 'error')], 'error', 'fail'],
  ['one was waived', [check('pass', 'error'), check('waived', 'error')], 'error', 'pass'],
  ['nothing was checked', [], 'error', 'inconclusive'],
  ['nothing was checked that counts', [check('pass', 'notice')], 'error', 'inconclusive'],
  ['the threshold is none', [check('fail', 'error')], 'fatal' as Severity, 'inconclusive'],
])('%s', (_, checks, failOn, verdict) => {
  expect(verdictOf(checks, failOn)).toBe(verdict)
})

test.each<[string, Verdict[], Verdict]>([
  ['all passed', ['pass', 'pass'], 'pass'],
  ['one failed', ['pass', 'inconclusive', 'fail'], 'fail'],
  ['one is open', ['pass', 'inconclusive'], 'inconclusive'],
  ['there is none', [], 'inconclusive'],
])('of several targets: %s', (_, verdicts, verdict) => {
  expect(verdictOfAll(verdicts)).toBe(verdict)
})

test.each<[string, Check[], FailOn, Verdict[]]>([
  ['without a check', [], 'error', []],
  ['a notice where errors fail it', [check('fail', 'notice')], 'error', []],
  ['a notice where notices fail it', [check('fail', 'notice')], 'notice', ['fail']],
  ['a notice where regressions fail it', [check('fail', 'notice')], 'regression', []],
  ['nothing that failed', [check('pass', 'notice'), check('inconclusive', 'notice')], 'notice', []],
])('what checks of its own add to the verdict of a run: %s', (_, checks, failOn, verdicts) => {
  expect(failuresOfRun(checks, failOn)).toEqual(verdicts)
})
