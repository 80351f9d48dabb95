// What `tlsgate diff` prints, and the part of a report that says what became of a baseline.
import { expect, test } from 'vitest'
import { type ComparisonParts, comparisonLines, comparisonMarkdown } from '../../src/report/comparison.ts'
import { hostileTexts, weakened, withForeignText } from '../support/sample-reports.ts'
import { activeMarkup, obeyed } from './readers.ts'

const [weaker, same] = weakened.baseline?.targets ?? []
if (!weaker || !same) throw new Error('the sample report has no baseline')
const parts: ComparisonParts = { since: 'before.json', targets: [same, weaker], wholeFixes: true }
const headline = (...targets: ComparisonParts['targets']): string | undefined =>
  comparisonLines({ since: 'x', targets }, { colour: false })[0]

test('differences read as in the golden files, with the whole fix', async () => {
  await expect(`${comparisonLines(parts, { colour: false, width: 100 }).join('\n')}\n`).toMatchFileSnapshot('../golden/report/diff.txt')
  await expect(comparisonMarkdown(parts).join('\n')).toMatchFileSnapshot('../golden/report/diff.md')
})

test('the heading says the worst', () => {
  expect(headline(same)).toBe('Since x: nothing changed')
  expect(headline(same, weaker)).toBe('Since x: weaker and stronger')
  expect(headline({ ...same, stronger: weaker.stronger, different: weaker.different })).toBe('Since x: stronger')
  expect(headline({ ...same, checks: weaker.checks, different: weaker.different })).toBe('Since x: checks that fail')
  expect(headline({ ...same, clients: weaker.clients })).toBe('Since x: different')
  expect(headline({ ...same, notCompared: weaker.notCompared })).toBe('Since x: not compared in full')
})

test('without a target in common there is nothing to say', () => {
  expect(comparisonLines({ since: 'x', targets: [] }, { colour: false })).toEqual([])
  expect(comparisonMarkdown({ since: 'x', targets: [] })).toEqual([])
})

test.each(hostileTexts)('foreign text is inert: %s', (_, hostile) => {
  const partsOf = (text: string): ComparisonParts => {
    const { baseline } = withForeignText(weakened, text)
    return { since: baseline?.file ?? '', targets: baseline?.targets ?? [], wholeFixes: true }
  }
  const markdown = comparisonMarkdown(partsOf(hostile)).join('\n')
  expect(obeyed(markdown)).toEqual([])
  expect(activeMarkup(markdown)).toBe(activeMarkup(comparisonMarkdown(partsOf(hostile.includes('\n') ? 'x\nx\nx' : 'x')).join('\n')))
  expect(obeyed(comparisonLines(partsOf(hostile), { colour: false }).join('\n'))).toEqual([])
})

test('of many changed targets a page has the first, and room for what is wrong with them; a comparison of files has all', () => {
  const targets = [same, ...Array.from({ length: 300 }, () => weaker)]
  const page = comparisonMarkdown({ since: 'x', targets })
  expect(page).toHaveLength(53)
  expect(page.slice(-2)).toEqual(['and 250 more: the JSON report has them all\n', '1 target unchanged\n'])
  expect(comparisonMarkdown({ since: 'x', targets, wholeFixes: true })).toHaveLength(302)
})
