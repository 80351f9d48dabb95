// What is known about where text goes. The rules for colours are Node's own: NO_COLOR, NODE_DISABLE_COLORS, FORCE_COLOR, and the terminal.
import { styleText } from 'node:util'
import type { TextOptions } from '../report/text.ts'
import { isTerminal } from './output.ts'

/** How to write text to standard output. */
export function terminalText(): TextOptions {
  // Without a terminal or a wish, the rules give no colour and no width, and the stream need not be made.
  if (!isTerminal() && process.env.FORCE_COLOR === undefined) return { colour: false }
  const colour = styleText('bold', 'x', { stream: process.stdout }) !== 'x'
  // Undefined where it is no terminal, and 0 for a terminal that nobody told its size.
  const { columns } = process.stdout
  return columns ? { colour, width: columns } : { colour }
}
