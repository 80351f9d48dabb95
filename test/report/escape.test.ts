import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeBlock, codeSpan, escapeHtml, escapeJson, escapeMarkdown, escapeMermaid, inert } from '../../src/report/escape.ts'
import { hostileTexts } from '../support/sample-reports.ts'
import { activeMarkup, obeyed } from './readers.ts'

// Random text that is likely to hit on something: pieces of syntax between any characters.
const pieces = [
  '::',
  'error',
  '##',
  '[',
  '`',
  '|',
  '\\',
  '<',
  '>',
  '*',
  '_',
  '@',
  '#1',
  '\n',
  '\r',
  '\x1b[',
  '\u202e',
  '\ud800',
  ';',
  '&',
  '$',
  ' ',
]
const foreign = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
    .map(parts => parts.join('')),
  fc.constantFrom(...hostileTexts.map(([, text]) => text)),
)

describe('inert', () => {
  test.each([
    ['plain text stays', 'CN=example.test, O=Ünïcødé 例え', 'CN=example.test, O=Ünïcødé 例え'],
    ['control characters are shown by number', '\x1b[31m\x00\n\x7f\x9b', '\\x1b[31m\\x00\\x0a\\x7f\\x9b'],
    [
      'bidi overrides and invisible characters are shown by number',
      '\u202e\u2067\u200b\u2028\ufeff\u3164',
      '\\u202e\\u2067\\u200b\\u2028\\ufeff\\u3164',
    ],
    ['characters beyond the first plane are shown in braces', '\u{e0041}', '\\u{e0041}'],
    ['half a surrogate pair is shown by number', 'a\ud83d', 'a\\ud83d'],
    ['a workflow command is broken at the start', '::error file=x::y', '\\x3a:error file=x::y'],
    ['a workflow command is broken at any start of a word', 'a ::stop-commands::x', 'a \\x3a:stop-commands::x'],
    ['an old workflow command is broken anywhere', 'a##[error]', 'a#\\x23[error]'],
    ['an Azure command is broken', '##vso[task.complete]', '#\\x23vso[task.complete]'],
    ['IPv6 addresses stay', '::1 ::ffff:10.0.0.1 [::]:443', '::1 ::ffff:10.0.0.1 [::]:443'],
  ])('%s', (_, text, expected) => expect(inert(text)).toBe(expected))

  test('a cut says how much is missing and never splits a character', () => {
    expect(inert('abcdef', 4)).toBe('abcd… (2 more)')
    expect(inert('abc😀f', 4)).toBe('abc… (3 more)')
  })

  test('no text is obeyed by a terminal or a workflow', () => {
    fc.assert(fc.property(foreign, text => void expect(obeyed(inert(text))).toEqual([])))
  })

  test('inert text is left alone', () => {
    fc.assert(fc.property(foreign, text => void expect(inert(inert(text))).toBe(inert(text))))
  })
})

describe('Markdown', () => {
  test.each([
    ['markup is escaped', 'a *b* _c_ `d` [e](f) ~g~', 'a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\~g\\~'],
    ['HTML, pipes and mathematics become entities', '<b> | $x$ &amp;', '&#60;b&#62; &#124; &#36;x&#36; &#38;amp;'],
    ['a mention is broken', '@octocat', '@&#8203;octocat'],
    ['a reference to an issue is broken', '#12 GH-12', '\\#&#8203;12 GH-&#8203;12'],
    ['a link is broken', 'https://a.test www.a.test', 'https:&#8203;//a.test www&#8203;.a.test'],
    ['a fingerprint can be copied', 'has 00:AB:CD:EF:01:23:45:67:89:AB; not A:B', 'has `00:AB:CD:EF:01:23:45:67:89:AB`; not A:B'],
    ['an emoji is broken, a time is not', ':tada: 12:00:00', ':&#8203;tada: 12:00:00'],
    ['a list, a heading underline and a rule are broken', '- a', '\\- a'],
    ['a numbered list is broken', '1. a', '1\\. a'],
    ['an address is no numbered list', '192.0.2.1', '192.0.2.1'],
    ['a line feed is shown by number', 'a\n\n# b', 'a\\\\x0a\\\\x0a\\# b'],
  ])('%s', (_, text, expected) => expect(escapeMarkdown(text)).toBe(expected))

  test('no text brings markup', () => {
    fc.assert(fc.property(foreign, text => void expect(activeMarkup(escapeMarkdown(text))).toBe('')))
  })

  test.each([
    ['plain text', 'a', '`a`'],
    ['text with backticks has a longer fence', 'a ``b` c', '```a ``b` c```'],
    ['text that starts with a backtick is set off', '`a', '`` `a ``'],
    ['a pipe cannot end a table cell', 'a|b', '`a\\x7cb`'],
    ['empty text gives nothing', ' ', ''],
  ])('code span: %s', (_, text, expected) => expect(codeSpan(text)).toBe(expected))

  test('no text gets out of a code span', () => {
    fc.assert(fc.property(foreign, text => void expect(activeMarkup(codeSpan(text))).toBe('')))
  })

  test('no text gets out of a code block', () => {
    fc.assert(
      fc.property(fc.array(foreign, { minLength: 1 }), lines => void expect(activeMarkup(`a\n${codeBlock(lines, 'text')}\nb`)).toBe('')),
    )
  })
})

test('no text brings a tag or an entity into HTML', () => {
  fc.assert(fc.property(foreign, text => void expect(escapeHtml(text).replace(/&#\d+;/g, '')).not.toMatch(/[&<>"']/)))
})

test('a Mermaid label holds plain letters and entity codes only', () => {
  fc.assert(fc.property(foreign, text => void expect(escapeMermaid(text)).toMatch(/^(?:[A-Za-z0-9 .,_/()+-]|#\d+;)*$/)))
  expect(escapeMermaid('a; "b" #c')).toBe('a#59; #34;b#34; #35;c')
})

test('JSON keeps its meaning and has nothing that is obeyed', () => {
  fc.assert(
    fc.property(foreign, text => {
      const json = escapeJson(JSON.stringify({ [text]: [text] }, null, 2))
      expect(JSON.parse(json)).toEqual({ [text]: [text] })
      expect(obeyed(json)).toEqual([])
    }),
  )
})
