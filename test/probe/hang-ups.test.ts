import { describe, expect, test } from 'vitest'
import { areBorneOut, type HungUp, isAnsweredAfterAll, never } from '../../src/probe/hang-ups.ts'
import type { Outcome } from '../../src/probe/offer.ts'

const reset: Outcome = { kind: 'refused', by: 'reset' }
const alert: Outcome = { kind: 'refused', by: 'alert', alert: 40 }
const silence: Outcome = { kind: 'unknown', why: 'timeout', detail: 'no answer in time' }

/** Met once, by something that was hung up on beside others. */
const suspect = (more: Partial<HungUp> = {}): HungUp => ({ ...never, outcome: reset, hangUps: 1, ...more })

/** What the further answers are; the last one for ever. Says in which order things were done. */
function ways(answers: readonly Outcome[], isThere: readonly boolean[] = [true]) {
  const diary: string[] = []
  let [asked, controls] = [0, 0]
  return {
    diary,
    answer: async (entry: HungUp): Promise<Outcome> => {
      diary.push('offer')
      const outcome = answers[Math.min(asked++, answers.length - 1)] ?? reset
      isAnsweredAfterAll(entry, outcome, true)
      return outcome
    },
    isThere: async () => {
      diary.push('control')
      return isThere[Math.min(controls++, isThere.length - 1)] ?? true
    },
    rest: async (share: number) => void diary.push(`rest ${share}`),
  }
}

describe('hang-ups', () => {
  test('are borne out by as many again as it takes, each time after another rest and before a control', async () => {
    const asked = ways([reset])
    expect(await areBorneOut([suspect()], asked)).toBe(true)
    expect(asked.diary).toEqual(['rest 0.125', 'offer', 'control', 'rest 0.03125', 'offer', 'control', 'rest 0', 'offer', 'control'])
  })

  test('that came before count', async () => {
    const asked = ways([reset])
    expect(await areBorneOut([suspect({ hangUps: 3 })], asked)).toBe(true)
    expect(asked.diary.filter(each => each === 'offer')).toHaveLength(1)
  })

  test('on hellos that are too long need nothing', async () => {
    const asked = ways([reset])
    expect(await areBorneOut([suspect({ isTooLong: true })], asked)).toBe(true)
    expect(asked.diary).toEqual([])
  })

  test.each<[string, Outcome, Outcome]>([
    ['an answer', alert, alert],
    ['silence', silence, reset],
  ])('are not borne out by %s, which is the outcome if it is one', async (_, met, outcome) => {
    const entry = suspect()
    expect(await areBorneOut([entry], ways([reset, met]))).toBe(false)
    expect(entry.outcome).toEqual(outcome)
  })

  test('are not borne out where the control has no answer', async () => {
    expect(await areBorneOut([suspect()], ways([reset], [true, false]))).toBe(false)
  })
})

describe('an answer to a hello that was hung up on', () => {
  test.each<[string, boolean, Outcome, boolean]>([
    ['alone says that the server hangs up by chance', true, alert, true],
    ['beside others may be for those', false, alert, false],
    ['alone is none if it is silence', true, silence, false],
  ])('%s', (_, hungUpAlone, outcome, expected) => {
    expect(isAnsweredAfterAll(suspect({ hungUpAlone }), outcome, true)).toBe(expected)
  })
})
