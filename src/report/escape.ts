// The one place where foreign text is made inert for where it is printed. No layout here: see text.ts and markdown.ts.

/**
 * What may not reach a reader as it is: control characters (ANSI and OSC sequences start with one), format characters such as bidi overrides
 * (UTS #55), private use, unassigned, lone surrogates, line and paragraph separators, and all that Unicode wants drawn as nothing.
 */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** Old workflow commands of GitHub, Azure and TeamCity are obeyed anywhere in a line: '##[error]'. */
const hashCommand = /##(?=\w*\[)/g

/**
 * Workflow commands are obeyed at the start of a line, spaces before them are skipped: '::error::'. Every start of a word counts, since a
 * renderer may wrap there. A letter beyond f is asked for, so that IPv6 addresses ('::ffff:10.0.0.1') stay readable.
 */
const colonCommand = /(?<!\S)::(?=[a-f\d-]*[g-z])/gi

/** All but printable Latin-1 ('RFC 5280 §6.1'), and what begins commands: whatever the three above match has some of it. */
const strange = /[^\x20-\x7e\xa1-\xac\xae-\xff]|##|::/

/**
 * Text for a terminal or a log, also for the log of a workflow: one line, nothing in it is obeyed by either.
 * @param max how many UTF-16 units of the text to show; what is left out is counted in a visible mark
 */
export function inert(text: string, max = 1000): string {
  const shown = cap(text, max)
  // Nearly always there is nothing to replace, which one look tells faster than three.
  if (!strange.test(shown)) return shown
  return shown.replace(invisible, visible).replace(hashCommand, '#\\x23').replace(colonCommand, '\\x3a:')
}

/** Text as inline Markdown of GitHub's kind, in a paragraph or a table cell: no markup, HTML, mathematics, link, mention, reference or emoji comes of it. */
export function escapeMarkdown(text: string, max?: number): string {
  // A fingerprint is copied from the page, and would take what keeps it from being an emoji with it.
  return inert(text, max)
    .trim()
    .split(/((?<![\w:])(?:[\dA-F]{2}:){7,}[\dA-F]{2}(?![\w:]))/)
    .map((part, index) => (index % 2 === 0 ? escapeSentence(part) : codeSpan(part)))
    .join('')
}

function escapeSentence(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]#!~]/g, '\\$&')
      .replace(/^[-+=]|(?<=^\d+)[.)](?!\S)/, '\\$&')
      .replace(/[&<>|$]/g, entity)
      // GitHub looks for these in the rendered text, where no escape is left; a space without width is the usual remedy.
      .replace(/@|\\#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|:(?!\d\d:)(?=[\w+\\-]+:)|\bwww(?=\.)/gi, '$&&#8203;')
  )
}

/** Text as a code span of Markdown, also in a table: for names, addresses and all else that is no sentence. Empty text gives no span. */
export function codeSpan(text: string, max?: number): string {
  // A pipe would end the cell of a table, and the rules for escaping it there depend on what precedes it (GFM §4.10).
  const content = inert(text, max).replaceAll('|', '\\x7c')
  if (content.trim() === '') return ''
  const fence = '`'.repeat(longestRun(content) + 1)
  const space = /^`|`$/.test(content) ? ' ' : ''
  return `${fence}${space}${content}${space}${fence}`
}

/** Lines as a fenced code block of Markdown: for what is copied from the page. */
export function codeBlock(lines: readonly string[], language: string): string {
  const content = lines.map(line => inert(line))
  const fence = '`'.repeat(Math.max(3, longestRun(content.join('\n')) + 1))
  return [`${fence}${language}`, ...content, fence].join('\n')
}

/**
 * Text for HTML and XML, between tags or in a quoted attribute. What XML 1.0 has no character for (§2.2) is spelled, so that any text gives a
 * document.
 */
export function escapeHtml(text: string, max?: number): string {
  return inert(text, max).replace(/[&<>"']/g, entity)
}

/** Text for a label or a note of a Mermaid diagram: all but plain letters becomes one of Mermaid's entity codes ('#35;'). */
export function escapeMermaid(text: string, max?: number): string {
  return inert(text, max).replace(/[^A-Za-z0-9 .,_/()+-]/gu, character => `#${character.codePointAt(0)};`)
}

/** JSON with its meaning unchanged and its strings inert in a terminal and in a workflow's log. */
export function escapeJson(json: string): string {
  const withoutCommands = json.replace(/##(?=\w*\[)/g, '#\\u0023')
  // Nearly always it is printable Latin-1 ('RFC 5280 §6.1'), which is told much faster than the lack of all the others.
  if (!/[^\n\x20-\x7e\xa1-\xac\xae-\xff]/.test(withoutCommands)) return withoutCommands
  // A raw line feed stands between tokens only; not to match one is what keeps a report of ten megabytes from being taken apart.
  const invisibleInJson = new RegExp(`(?!\\n)${invisible.source}`, 'gu')
  return withoutCommands.replace(invisibleInJson, character => character.split('').map(unicodeEscape).join(''))
}

const unicodeEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

function cap(text: string, max: number): string {
  if (text.length <= max) return text
  const kept = text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')
  return `${kept}… (${text.length - kept.length} more)`
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const digits = code.toString(16)
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return code <= 0xffff ? unicodeEscape(character) : `\\u{${digits}}`
}

const entity = (character: string): string => `&#${character.charCodeAt(0)};`

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length))
