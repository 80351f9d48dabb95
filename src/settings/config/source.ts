// Where the configuration file is, and its text. What it says is for the neighbouring files, which are loaded only when there is one.
import { isReport } from '../../report/json.ts'
import { UsageError } from '../../usage-error.ts'
import { type Files, isThere, readText, shownPath } from '../files.ts'

/** What to do with a file that says nothing: the smallest that says something. */
export const ifEmpty = (path: string): string =>
  `write what to check, such as ${isJson(path) ? '{"targets": ["example.com"]}' : 'targets: [example.com]'}, or remove the file`

export const isJson = (path: string): boolean => path.toLowerCase().endsWith('.json')

export interface ConfigSource {
  /** As the user named it, or its name in the working directory. */
  readonly path: string
  /** As messages and reports name it. */
  readonly file: string
  readonly text: string
}

/** Looked for in the working directory. */
const names = ['tlsgate.yml', 'tlsgate.yaml', 'tlsgate.json']

/** Bytes: what 100,000 targets need, a line each, also with names of 80 characters. */
const largest = 8 * 1024 * 1024

/**
 * The configuration file, or null without one.
 * @param given its path, where the user names one
 * @throws UsageError when it cannot be read, or when there are several to choose from
 */
export function findConfig(files: Files, given: string | undefined): ConfigSource | null {
  if (given !== undefined) return readSource(files, given)
  const [found, ...more] = names.filter(name => isThere(files, name) && !isOwnReport(files, name))
  if (found === undefined) return null
  if (more.length > 0) {
    const all = more.length === 1 ? 'both' : 'all'
    throw new UsageError(`${[found, ...more].join(' and ')} are ${all} there`, 'remove one of them, or name one with config')
  }
  return readSource(files, found)
}

/** A report that an earlier run has left in the working directory. */
function isOwnReport(files: Files, name: string): boolean {
  try {
    return isReport(Buffer.from(files.readFile(name)).toString('utf8', 0, 100))
  } catch {
    return false // what is wrong with it is said where it is read as a configuration
  }
}

const readSource = (files: Files, path: string): ConfigSource => ({
  path,
  file: shownPath(files, path),
  text: readText(files, 'config', path, { noun: 'a configuration', largest, ifEmpty: ifEmpty(path) }),
})
