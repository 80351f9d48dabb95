// Every form a report can have, and what renders it. A run needs one or two of them, so each is loaded when it is asked for.
import type { Report } from '../gate.ts'
import { inChunks } from './pieces.ts'
import type { SarifOptions } from './sarif.ts'
import type { TextOptions } from './text.ts'

export const formats = ['text', 'json', 'markdown', 'sarif', 'junit', 'html'] as const

export type Format = (typeof formats)[number]

export interface RenderOptions {
  /** How to write text; without colour and width unless given. */
  readonly text?: TextOptions
  readonly sarif?: SarifOptions
}

/** The whole report in a format, with a final line feed, in pieces that are each worth a write. */
export async function render(report: Report, format: Format, options: RenderOptions = {}): Promise<Iterable<string>> {
  return inChunks(await piecesOf(report, format, options))
}

async function piecesOf(
  report: Report,
  format: Format,
  { text = { colour: false }, sarif = {} }: RenderOptions,
): Promise<Iterable<string>> {
  switch (format) {
    case 'text':
      return (await import(/* webpackMode: "eager" */ './text.ts')).textPieces(report, text)
    case 'json':
      return (await import('./json.ts')).jsonPieces(report)
    case 'markdown':
      return [(await import('./markdown.ts')).renderMarkdown(report)]
    case 'sarif':
      return [(await import('./sarif.ts')).renderSarif(report, sarif)]
    case 'junit':
      return (await import('./junit.ts')).junitPieces(report)
    case 'html':
      return [(await import('./html.ts')).renderHtml(report)]
    default:
      return format satisfies never
  }
}
