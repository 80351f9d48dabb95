// What a failed assertion prints, word for word: golden files in test/golden/matchers, to be read in review.
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Report, TargetReport } from '../../src/gate.ts'
import type { MatcherContext } from '../../src/matchers/failure-text.ts'
import type { Outcome } from '../../src/matchers/match.ts'
import { toCompleteHandshake, toFailHandshakeWith, toPresentTrustedChain } from '../../src/matchers/matchers.ts'
import { expired, healthy, hostileTexts, protocolMismatch, several, silent, withForeignText } from '../support/sample-reports.ts'

const not: MatcherContext = { isNot: true }
const plain = (dim: string): string => dim

const messageOf = (matched: Outcome | Promise<Outcome>): string => {
  if ('then' in matched) throw new Error('a finished report is judged at once')
  return matched.message()
}

const failures: readonly (readonly [name: string, message: () => string])[] = [
  ['complete-expired', () => messageOf(toCompleteHandshake.call({}, expired))],
  ['complete-mismatch', () => messageOf(toCompleteHandshake.call({}, protocolMismatch))],
  ['complete-silent', () => messageOf(toCompleteHandshake.call({}, silent))],
  ['complete-several', () => messageOf(toCompleteHandshake.call({}, several))],
  ['not-complete', () => messageOf(toCompleteHandshake.call(not, healthy))],
  ['trusted-expired', () => messageOf(toPresentTrustedChain.call({}, expired))],
  ['trusted-silent', () => messageOf(toPresentTrustedChain.call({}, silent))],
  ['not-trusted', () => messageOf(toPresentTrustedChain.call(not, healthy))],
  ['fail-with-healthy', () => messageOf(toFailHandshakeWith.call({}, healthy, 'certificate-expired'))],
  ['fail-with-other', () => messageOf(toFailHandshakeWith.call({ promise: 'resolves' }, expired, 'no-common-cipher'))],
  ['not-fail-with', () => messageOf(toFailHandshakeWith.call(not, expired, 'certificate-expired'))],
  ['assert', () => messageOf(toFailHandshakeWith.call({ style: 'assert' }, healthy, 'certificate-expired'))],
]

test.each(failures)('%s', async (name, message) => {
  await expect(`${message()}\n`).toMatchFileSnapshot(`../golden/matchers/${name}.txt`)
})

describe('whatever the report', () => {
  const [target] = protocolMismatch.targets
  if (target === undefined) throw new Error('the sample has a target')
  const [step] = target.handshake.steps
  if (step === undefined) throw new Error('the sample has steps')
  const withSteps = (before: number): TargetReport => ({
    ...target,
    handshake: { ...target.handshake, steps: [...Array.from({ length: before }, () => step), ...target.handshake.steps] },
  })

  test.each([0, 5, 20, 500])('the text has at most 40 lines, the failed step and the cause among them (%i steps more)', before => {
    const lines = messageOf(toCompleteHandshake.call({}, withSteps(before))).split('\n')
    expect(lines.length).toBeLessThanOrEqual(40)
    expect(lines.filter(line => line.startsWith('  ✗ ←'))).toHaveLength(1)
    expect(lines.some(line => /^ +Cause +protocol-version-mismatch/.test(line))).toBe(true)
    expect(lines.some(line => /^ +Fix /.test(line))).toBe(true)
  })

  test('hundreds of targets are counted, not listed', () => {
    const report: Report = { ...protocolMismatch, targets: Array.from({ length: 300 }, () => target) }
    const lines = messageOf(toCompleteHandshake.call({}, report)).split('\n')
    expect(lines.length).toBeLessThanOrEqual(40)
    expect(lines).toContain('and 292 more')
  })

  test.each(hostileTexts)('foreign text is inert: %s', (_, text) => {
    for (const sample of [expired, healthy, silent]) {
      const report = withForeignText(sample, text)
      for (const context of [{}, not]) {
        const message = messageOf(toCompleteHandshake.call(context, report))
        expect(message.replaceAll('\n', '')).not.toMatch(/\p{C}/u)
        expect(message).not.toMatch(/^\s*::\w|##\[/m)
      }
    }
  })

  test('colours are those of a runner that has them', () => {
    const dim = { DIM_COLOR: (shown: string) => `\x1b[2m${shown}\x1b[22m` }
    const coloured = messageOf(toCompleteHandshake.call({ utils: dim }, expired))
    const uncoloured = messageOf(toCompleteHandshake.call({ utils: { DIM_COLOR: plain } }, expired))
    expect(coloured).toContain('\x1b[')
    expect(uncoloured).not.toContain('\x1b[')
    expect(stripVTControlCharacters(coloured)).toBe(uncoloured)
  })
})
