// The pages of docs/ say what is true: made parts are up to date, links lead somewhere, every matcher and every fault is there. Their code is run by
// test/e2e/docs.test.ts.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filledIn, pages, readPage } from '../scripts/docs.ts'
import { faults } from '../src/fixtures/catalogue.ts'
import * as matchers from '../src/matchers/matchers.ts'

const root = join(import.meta.dirname, '../docs')

describe.concurrent('the made parts are up to date (node scripts/docs.ts)', () => {
  test.for(pages())('%s', async (page, { expect }) => {
    const text = readPage(page)
    expect(await filledIn(text)).toBe(text)
  })
})

/** GitHub's anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')

test.each(pages())('the links of %s lead to files, and to headings in them', page => {
  const broken = [...readPage(page).matchAll(/\]\(((?!https?:)[^)]+)\)/g)].filter(([, link = '']) => {
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? join(root, page) : join(root, dirname(page), path)
    if (!existsSync(file)) return true
    return anchor !== undefined && !headingsOf(readFileSync(file, 'utf8')).includes(anchor)
  })
  expect(broken).toEqual([])
})

const headingsOf = (text: string): string[] => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

test('every matcher has a page, which is listed', () => {
  const list = readPage('matchers/README.md')
  for (const name of Object.keys(matchers)) {
    const page = `${name.replaceAll(/[A-Z]/g, capital => `-${capital.toLowerCase()}`)}.md`
    expect(list).toContain(`[${name}](${page})`)
    expect(readPage(`matchers/${page}`)).toMatch(new RegExp(`^# ${name}\n`))
  }
})

test('every fault is in the table', () => {
  const table = readPage('fixtures.md')
  for (const name of Object.keys(faults)) expect(table).toContain(`| \`${name}\` |`)
})
