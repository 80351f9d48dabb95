// The workflow that runs the step, as a place to show what is wrong with a target that only the workflow names.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report, TargetReport } from '../gate.ts'
import type { Location } from '../judge/check.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** More than this is no workflow that a person wrote. */
const longest = 1_000_000

/**
 * Path of the workflow's file in the repository ('.github/workflows/tls.yml'); null where the workflow is another repository's, or nobody says.
 */
export function workflowPath({ GITHUB_WORKFLOW_REF: ref, GITHUB_REPOSITORY: repository }: Environment): string | null {
  if (!ref || !repository) return null
  const [path = ''] = ref.split('@', 1)
  if (!path.startsWith(`${repository}/`)) return null
  const file = path.slice(repository.length + 1)
  return /^\.github\/workflows\/[^/\\]+$/.test(file) ? file : null
}

/** The report with every target that no other file names at the line of the workflow that does, where one is checked out and one does. */
export function withWorkflowLines(report: Report, env: Environment): Report {
  if (report.targets.every(({ target }) => target.location !== null)) return report
  const file = workflowPath(env)
  const lines = file === null ? [] : linesOf(join(env.GITHUB_WORKSPACE ?? '', file))
  if (file === null || lines.length === 0) return report
  const targets = report.targets.map(each =>
    each.target.location === null ? { ...each, target: { ...each.target, location: placeOf(each, file, lines) } } : each,
  )
  return { ...report, targets }
}

/** Without a checkout there is none, and a place is not worth a failure. */
function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').slice(0, longest).split('\n')
  } catch {
    return []
  }
}

/** The first line with the host and the port, or else with the host and no port; a comment is none. */
function placeOf({ target: { host, port } }: TargetReport, file: string, lines: readonly string[]): Location | null {
  const name = host.includes(':') ? `[${host}]` : host
  for (const written of [`${name}:${port}`, name]) {
    for (const [index, line] of lines.entries()) {
      const column = columnOf(line, written)
      if (column !== null) return { file, line: index + 1, column }
    }
  }
  return null
}

/** Where the name stands as a whole: not as the end or the beginning of a longer one. */
function columnOf(line: string, name: string): number | null {
  if (/^\s*#/.test(line)) return null
  const text = line.toLowerCase()
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const goesOn = /[\w.-]$/.test(text.slice(0, at)) || /^(?:[\w-]|\.\w|:\d)/.test(text.slice(at + name.length))
    if (!goesOn) return at + 1
  }
  return null
}
