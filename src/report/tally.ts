// The result of a run in one sentence, and numbers in words.
import type { Report, Retry } from '../gate.ts'
import { missingWords } from './missing-shards.ts'
import { runOf } from './subjects.ts'

/** '1 of 3 targets failed, 1 inconclusive, 1 passed; 2 checks waived'. */
export function tally(report: Report): string {
  return [countsText(report), ...waivedText(report), ...missingText(report), ...runText(report)].join('; ')
}

function countsText({ targets }: Report): string {
  if (targets.length === 0) return 'no target has a verdict'
  const of = (verdict: Report['verdict']): number => targets.filter(target => target.verdict === verdict).length
  const counts = [
    [of('fail'), 'failed'],
    [of('inconclusive'), 'inconclusive'],
    [of('pass'), 'passed'],
  ] as const
  const [[most, word], ...rest] = counts.filter(([number]) => number > 0) as [readonly [number, string], ...(readonly [number, string])[]]
  const all = count(targets.length, 'target')
  const first = most === targets.length ? `${all} ${word}` : `${most} of ${all} ${word}`
  return [first, ...rest.map(([number, what]) => `${number} ${what}`)].join(', ')
}

/** What somebody has accepted, or a baseline had already, is not hidden behind a pass. */
function waivedText({ targets }: Report): string[] {
  const waived = targets.reduce((sum, { checks }) => sum + checks.filter(({ status }) => status === 'waived').length, 0)
  return waived === 0 ? [] : [`${count(waived, 'check')} waived`]
}

const missingText = (report: Report): string[] => [missingWords(report)].filter(words => words !== null)

/** A notice is not counted elsewhere. */
function runText(report: Report): string[] {
  return runOf(report).flatMap(({ verdict, checks }) =>
    verdict === 'fail' ? `${count(checks.filter(({ status }) => status === 'fail').length, 'check')} of the run failed` : [],
  )
}

/** 'https://example.com:443 did not pass at attempt 2 (connection-refused); again in 2.0 s'. */
export function retryLine({ url, attempt, causes, pauseMs }: Retry): string {
  return `${url} did not pass at attempt ${attempt} (${causes.join(', ')}); again in ${duration(pauseMs)}`
}

/** '840 ms', '12.3 s'. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** '1 suite', '6 suites'. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
