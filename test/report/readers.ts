// What a terminal, a workflow's runner and a Markdown page would make of a text: written after their rules, not after our escaping.

/** What a terminal or GitHub's runner would obey, or a reader could not see. Line feeds are allowed. */
export function obeyed(text: string): string[] {
  return [
    // GitHub's runner: `::command` after leading white space, `##[command` anywhere (actions/runner, ActionCommand.cs).
    ...text.split('\n').flatMap(line => line.match(/^\s*::(?=\w*[g-z])[\w-]+.*/i) ?? []),
    ...(text.match(/##\w*\[/g) ?? []),
    ...(text.match(/[^\P{C}\n]|[\u2028\u2029\u115f\u1160\u3164\uffa0]/gu) ?? []),
  ]
}

/** The characters of Markdown that are neither escaped nor in code, line by line: what gives the page its structure. */
export function activeMarkup(markdown: string): string {
  return withoutCodeBlocks(markdown)
    .split('\n')
    .map(line =>
      line
        // A block of HTML ends at an empty line and has no Markdown in it (CommonMark §4.6).
        .replace(/^<details>.*/, html => html.replace(/&#\d+;|[^<>&]/g, ''))
        // A code span ends at the next run of backticks of the same length (CommonMark §6.1).
        .replace(/(?<![\\`])(`+)(?!`)(?:.*?[^`])\1(?!`)/g, '')
        .replace(/\\[!-/:-@[-`{-~]|@&#8203;|&#\d+;/g, '')
        .replace(/[^`*_[\]<>|~$@#&]/g, ''),
    )
    .filter(line => line !== '')
    .join('\n')
}

/** The fenced code blocks of a Markdown text: opening line and content. */
export function codeBlocks(markdown: string): { readonly language: string; readonly lines: readonly string[] }[] {
  return blocksOf(markdown).blocks
}

const withoutCodeBlocks = (markdown: string): string => blocksOf(markdown).outside.join('\n')

function blocksOf(markdown: string) {
  const outside: string[] = []
  const blocks: { language: string; lines: string[] }[] = []
  let fence: string | null = null
  for (const line of markdown.split('\n')) {
    const opening: RegExpMatchArray | null = line.match(/^ {0,3}(`{3,})([^`]*)$/)
    if (fence !== null && opening?.[2]?.trim() === '' && (opening[1]?.length ?? 0) >= fence.length) fence = null
    else if (fence !== null) blocks.at(-1)?.lines.push(line)
    else if (opening !== null) {
      fence = opening[1] ?? ''
      blocks.push({ language: opening[2] ?? '', lines: [] })
    } else outside.push(line)
  }
  if (fence !== null) throw new Error('a code block is not closed')
  return { outside, blocks }
}
