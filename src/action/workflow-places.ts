// Where the workflow file names the targets of this step. What cannot be known for sure is null; nothing here ever fails a step.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Location } from '../location.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Bytes. GitHub runs no workflow that is larger. */
const largest = 1024 * 1024

/**
 * The place of each target, in their order: the line on which it stands, where it stands in one only; else the line `targets:` of the step,
 * where one step alone uses this action.
 * @param workspace where the repository is checked out, or not
 * @param targets as the input has them
 */
export async function workflowPlaces(
  env: Environment,
  workspace: string,
  targets: readonly string[],
): Promise<readonly (Location | null)[]> {
  const file = workflowPath(env)
  const text = file === null ? null : read(join(workspace, file))
  if (file === null || text === null) return targets.map(() => null)
  const found = tokensOf(text)
  const places = targets.map(target => found.get(target) ?? null)
  const input = places.includes(null) ? await inputPlace(text, env) : null
  return places.map(place => {
    const known = place ?? input
    return known && { file, ...known }
  })
}

/**
 * Path of the workflow's file in the repository ('.github/workflows/tls.yml'), which GITHUB_WORKFLOW_REF names as
 * 'octo/site/.github/workflows/tls.yml@refs/heads/main'; null where the workflow is another repository's, or nobody says.
 */
export function workflowPath({ GITHUB_WORKFLOW_REF: ref = '', GITHUB_REPOSITORY: repository = '' }: Environment): string | null {
  const [, owner, path] = /^([^/]+\/[^/]+)\/(\.github\/workflows\/[^/@\\]+\.ya?ml)@/.exec(ref) ?? []
  return path !== undefined && owner === repository ? path : null
}

function read(path: string): string | null {
  try {
    const stats = statSync(path)
    return stats.isFile() && stats.size <= largest ? readFileSync(path, 'utf8') : null
  } catch {
    return null // not checked out, or not readable: then there is no place to name
  }
}

interface Place {
  readonly line: number
  readonly column: number
}

/** Words of the file by where they stand; null for those that stand there more than once. Comments have none. */
function tokensOf(text: string): ReadonlyMap<string, Place | null> {
  const found = new Map<string, Place | null>()
  for (const [index, line] of text.split('\n').entries()) {
    const said = line.replace(/(^|\s)#.*$/, '$1')
    for (const { 0: word, index: at } of said.matchAll(/[^\s"',]+/g))
      found.set(word, found.has(word) ? null : { line: index + 1, column: at + 1 })
  }
  return found
}

/** The input `targets` of the one step that uses this action. */
async function inputPlace(text: string, env: Environment): Promise<Place | null> {
  const { readDocument } = await import('../settings/config/document.ts')
  try {
    const { value, location, offsetOfKey } = readDocument({ path: '', file: '', text })
    const [only, ...more] = stepsOf(value).filter(({ step }) => isOurs(step, env))
    if (only === undefined || more.length > 0) return null
    const { line, column } = location(offsetOfKey([...only.path, 'with', 'targets']))
    return { line, column }
  } catch {
    return null // the runner reads a workflow its own way: what is odd here may be fine there
  }
}

interface Step {
  readonly step: Readonly<Record<string, unknown>>
  readonly path: readonly PropertyKey[]
}

function stepsOf(workflow: unknown): Step[] {
  return Object.entries(Object(Object(workflow).jobs)).flatMap(([job, value]) => {
    const { steps } = Object(value) as { readonly steps?: unknown }
    return Array.isArray(steps) ? steps.map((step, index) => ({ step: Object(step), path: ['jobs', job, 'steps', index] })) : []
  })
}

/** A local action has no repository of its own in the environment. */
function isOurs({ uses, with: inputs }: Step['step'], { GITHUB_ACTION_REPOSITORY: repository = '' }: Environment): boolean {
  if (typeof uses !== 'string' || !('targets' in Object(inputs))) return false
  const [name = ''] = uses.split('@', 1)
  return repository === '' ? name.startsWith('./') : name.toLowerCase() === repository.toLowerCase()
}
