// How lines of text are set: columns, wrapping, colour. No words of its own, and nothing is made inert here: see escape.ts.
import { styleText } from 'node:util'

export interface TextOptions {
  /** Whether to write ANSI colours. Without them the text says the same. */
  readonly colour: boolean
  /** Columns of the terminal: sentences are wrapped to it, steps cut. Without it every item is one line. */
  readonly width?: number
  /** Adds the certificates as sent, all that was asked and what passed, each on its own line, every target in full, and never cuts a step. */
  readonly verbose?: boolean
}

export type Style = Parameters<typeof styleText>[0]
export type Paint = (style: Style, text: string) => string

export function painter({ colour }: TextOptions): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
}

// Lengths count characters, not columns: what may hold wide ones stands last on its line.
export const lengthOf = (text: string): number => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)
export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(lengthOf))
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - lengthOf(text)))

/** The text cut to a number of columns, with a visible mark; never to fewer than 16, however narrow the terminal. */
export function clip(text: string, columns: number): string {
  const room = Math.max(columns, 16)
  return lengthOf(text) <= room ? text : `${[...text].slice(0, room - 1).join('')}…`
}

/** The text in lines of at most so many columns, broken at spaces; a longer word stays whole. */
export function wrap(text: string, columns?: number): [string, ...string[]] {
  if (columns === undefined) return [text]
  const lines: [string, ...string[]] = ['']
  const room = Math.max(columns, 30)
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] ?? ''
    if (last === '') lines[lines.length - 1] = word
    else if (lengthOf(last) + 1 + lengthOf(word) <= room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/**
 * A heading and a text beside it, wrapped under itself.
 * @param start what the first line begins with, painted or not
 * @param indent the column the text begins at; `start` has to be as wide
 */
export function hanging(start: string, indent: number, text: string, { width }: TextOptions): string[] {
  const [first, ...rest] = wrap(text, width === undefined ? undefined : width - indent)
  return [`${start}${first}`, ...rest.map(line => `${' '.repeat(indent)}${line}`)]
}
