// The result of a run in one sentence.
import type { Report } from '../gate.ts'

/** '1 of 3 targets failed, 1 inconclusive, 1 passed'. */
export function tally({ targets }: Report): string {
  if (targets.length === 0) return 'no target was checked'
  const count = (verdict: Report['verdict']): number => targets.filter(target => target.verdict === verdict).length
  const counts = [
    [count('fail'), 'failed'],
    [count('inconclusive'), 'inconclusive'],
    [count('pass'), 'passed'],
  ] as const
  const [[most, word], ...rest] = counts.filter(([number]) => number > 0) as [readonly [number, string], ...(readonly [number, string])[]]
  const noun = targets.length === 1 ? 'target' : 'targets'
  const first = most === targets.length ? `${most} ${noun} ${word}` : `${most} of ${targets.length} ${noun} ${word}`
  return [first, ...rest.map(([number, what]) => `${number} ${what}`)].join(', ')
}

/** '840 ms', '12.3 s'. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}
