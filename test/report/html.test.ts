import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { renderHtml } from '../../src/report/html.ts'
import { hasPython, readHtml } from '../support/independent-readers.ts'
import { healthy, hostileTexts, several, surveyed, unreachable, wideOpen, withForeignText } from '../support/sample-reports.ts'
import { obeyed } from './readers.ts'

const everyPart = { ...several, targets: [several, surveyed, wideOpen].flatMap(({ targets }) => targets) }

test.each([
  ['several', several],
  ['wide-open', wideOpen],
])('a report reads as in the golden file: %s', async (name, report) => {
  // The style is no text of a report.
  const page = renderHtml(report).replace(/<style>[\s\S]*<\/style>/, '<style></style>')
  await expect(page).toMatchFileSnapshot(`../golden/report/${name}.html`)
})

test('checks that could not be decided stand below one title, those for one reason as one item with their names', () => {
  expect(renderHtml(unreachable).match(/<h3>Not decided<\/h3>/g)).toHaveLength(1)
  const names = ['trust', 'hostname', 'lifetime-left'].map(name => `<code>certificate/${name}</code>`)
  expect(renderHtml(unreachable)).toContain(
    `<li><b class="inconclusive">inconclusive</b> ${names.join(', ')} no certificate was seen</li>\n`,
  )
})

test('nothing is loaded and nothing runs: the page says so to the browser, and has nothing of the kind', () => {
  const page = renderHtml(everyPart)
  const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
  )
  expect(page).not.toMatch(/<(?:script|img|link|iframe|object|embed|form|base|svg)\b|\bstyle=|\bon\w+=|@import|url\(/i)
  const links = [...page.matchAll(/\bhref="([^"]*)"/g)].map(([, address]) => address)
  expect(links.filter(address => !/^(?:#target-\d+|https:\/\/www\.(?:rfc-editor|cve)\.org\/[\w/.#?=-]+)$/.test(address ?? ''))).toEqual([])
})

test.skipIf(!hasPython)('every element is closed', () => {
  const open: string[] = []
  for (const tag of readHtml([renderHtml(everyPart)])[0]?.tags ?? []) {
    const [name = ''] = tag.split(' ')
    if (name.startsWith('/')) expect(open.pop()).toBe(name.slice(1))
    else if (!['meta', 'br'].includes(name)) open.push(name)
  }
  expect(open).toEqual([])
})

describe('many targets', () => {
  const [failed] = several.targets.filter(({ verdict }) => verdict === 'fail')
  if (!failed) throw new Error('no sample has failed')

  test.each([
    [
      'three hundred of those with which something is wrong have an account',
      failed,
      300,
      '704 more targets without an account here, 702 fail, 1 inconclusive, 1 pass',
    ],
    [
      'where nothing is wrong with them they have but their row',
      healthy.targets[0] ?? failed,
      3,
      '1001 more targets without an account here',
    ],
  ])('%s, the others a note', (_, target, accounts, note) => {
    const page = renderHtml({ ...several, checks: [], targets: [...Array.from({ length: 1000 }, () => target), ...several.targets] })
    expect(page.match(/<section /g)).toHaveLength(accounts)
    expect(page).toContain('<section class="fail" id="target-1">')
    expect(page.match(/<tr><td class="(?:pass|fail|inconclusive)">/g)).toHaveLength(1004)
    expect(page.match(/<a href="#target-/g)).toHaveLength(accounts)
    expect(page).toContain(note)
  })

  test('have an account each while they are few', () => {
    const targets = Array.from({ length: 20 }, () => healthy.targets).flat()
    expect(renderHtml({ ...several, checks: [], targets }).match(/<section /g)).toHaveLength(20)
  })
})

describe('foreign text in any field is inert', () => {
  test.skipIf(!hasPython)('another reader finds the same elements and attributes', () => {
    // A fix has lines, so that a harmless one needs as many.
    const harmless = (text: string): string => text.replace(/[^\n]+/g, 'x')
    const pages = hostileTexts.flatMap(([, text]) => [text, harmless(text)]).map(text => renderHtml(withForeignText(everyPart, text)))
    const read = readHtml(pages)
    for (const [index, [name]] of hostileTexts.entries()) {
      expect(read[2 * index]?.tags, name).toEqual(read[2 * index + 1]?.tags)
      expect(read[2 * index]?.text, name).toMatch(/^\s*tlsgate: fail, /)
    }
  })

  test.each(hostileTexts)('%s', (_, hostile) => {
    expect(obeyed(renderHtml(withForeignText(everyPart, hostile)).replace(/<style>[\s\S]*<\/style>/, ''))).toEqual([])
  })
})
