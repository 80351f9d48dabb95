// The job summary. GitHub drops one of more than 1 MiB, and older servers have none.
import type { Report } from '../gate.ts'
import { renderMarkdown } from '../report/markdown.ts'

/** The parts of @actions/core that a summary needs. */
export type SummaryWriter = Pick<typeof import('./core.ts'), 'summary' | 'warning'>

/** Under 1 MiB with room for what other tools of the same step may have written. */
const maxBytes = 1_000_000

interface SummaryOptions {
  /** GITHUB_STEP_SUMMARY; without it there is nowhere to write. */
  readonly file: string | undefined
  /** Further parts in Markdown. */
  readonly sections?: readonly string[]
}

/** Adds the report to the summary of the job. */
export async function writeSummary(
  { summary, warning }: SummaryWriter,
  report: Report,
  { file, sections = [] }: SummaryOptions,
): Promise<void> {
  if (!file) return
  try {
    await summary.addRaw(renderMarkdown(report, { maxBytes, sections })).write()
  } catch (error) {
    // The verdict stands without its picture.
    warning(`the job summary cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
