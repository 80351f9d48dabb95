// A configuration file from its text to what a run takes of it. Everything that is wrong in it is said at once, each with its place.
import { dirname, isAbsolute, join } from 'node:path'
import type { OwnTarget } from '../../gate-options.ts'
import { extendPolicy, extensionProblems } from '../../judge/policy/extend.ts'
import { policyNamed } from '../../judge/policy/policies.ts'
import type { Policy } from '../../judge/policy/policy.ts'
import type { Waiver } from '../../judge/policy/waivers.ts'
import { type Location, startOf } from '../../location.ts'
import { UsageError } from '../../usage-error.ts'
import { knownNames } from '../known-names.ts'
import type { Option } from '../options.ts'
import type { RawSettings } from '../values.ts'
import { type ConfigDocument, type Path, readDocument } from './document.ts'
import { allOf } from './mistakes.ts'
import { problemsOf } from './problems.ts'
import { type ConfigFile, configSchema, plainOptions, rawValue, targetOptions } from './schema.ts'
import { type ConfigSource, ifEmpty } from './source.ts'

/** Options of a part of the file, the file itself or one target. */
export interface ConfigPart {
  readonly policy: Policy | undefined
  /** As if they were flags, the policy under its id among them; paths lead on from the directory of the file. */
  readonly options: RawSettings
  /**
   * Runs a reader of settings that come from the part among others.
   * @throws what the reader throws, with the place of the option of the part that is at fault
   */
  locating<T>(settings: RawSettings, read: (settings: RawSettings) => T): T
}

export interface ConfigTarget extends ConfigPart, Pick<OwnTarget, 'target' | 'clients' | 'expect'> {
  readonly location: Location
}

export interface Config extends ConfigPart {
  readonly targets: readonly ConfigTarget[]
  readonly waivers: readonly Waiver[]
}

/** @throws UsageError with all that is wrong in it */
export function readConfig(source: ConfigSource): Config {
  const document = readDocument(source)
  const { value } = document
  // Of comments alone, say: whoever wrote it believes that it says something.
  if (value === null) throw new UsageError('the file of config is empty', ifEmpty(source.path), { location: startOf(source.file) })
  const schema = configSchema()
  const { success, data, error } = schema.safeParse(value, { reportInput: true })
  if (!success) throw allOf(problemsOf(error.issues, { schema, document, known: Object.values(knownNames()) })) ?? error
  const file: ConfigFile = data
  const reader = { source, document, problems: [] as UsageError[] }
  const part = readPart(file, { path: [], known: plainOptions }, reader)
  const targets = (file.targets ?? []).map((each, index) => readTarget(each, ['targets', index], reader))
  const wrong = allOf(reader.problems)
  if (wrong !== null) throw wrong
  const waivers = (file.waivers ?? []).map((each, index) => ({ ...each, location: document.location(document.offset(['waivers', index])) }))
  return { ...part, targets, waivers }
}

interface Reader {
  readonly source: ConfigSource
  readonly document: ConfigDocument
  /** What the schema cannot see. */
  readonly problems: UsageError[]
}

type FileTarget = NonNullable<ConfigFile['targets']>[number]

function readTarget(each: FileTarget, path: Path, reader: Reader): ConfigTarget {
  const { document } = reader
  const given = typeof each === 'string' ? { target: each } : each
  const { target, clients, expect } = given
  return {
    ...readPart(given, { path, known: targetOptions }, reader),
    target,
    ...(clients && { clients }),
    ...(expect && { expect: camelCase(expect) as NonNullable<OwnTarget['expect']> }),
    location: document.location(document.offset(typeof each === 'string' ? path : [...path, 'target'])),
  }
}

/** Keys of the file as the library has them: 'cipher-suite' is cipherSuite. */
function camelCase(part: object): object {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), value]),
  )
}

interface Place {
  readonly path: Path
  /** The options that can stand there. */
  readonly known: readonly Option[]
}

function readPart(part: Pick<ConfigFile, 'policy'>, { path, known }: Place, reader: Reader): ConfigPart {
  const { source, document } = reader
  const values: Readonly<Record<string, unknown>> = part
  const policy = readPolicy(part.policy, path, reader)
  const settings = known
    .filter(({ name }) => values[name] !== undefined)
    .map(({ name, kind }) => [name, kind === 'file' || kind === 'files' ? paths(source.path, values[name]) : rawValue(values[name])])
  const options: RawSettings = { ...Object.fromEntries(settings), ...(policy && { policy: policy.id }) }
  return { policy, options, locating: (merged, read) => locating({ document, path, options }, merged, read) }
}

function readPolicy(policy: ConfigFile['policy'], path: Path, { document, problems }: Reader): Policy | undefined {
  if (policy === undefined) return undefined
  if (typeof policy === 'string') return policyNamed(policy)
  const { extends: name, ...changes } = policy
  const base = policyNamed(name)
  // Names are known by now; what is left is what contradicts itself.
  const found = extensionProblems(base, changes)
  for (const { path: below, message, hint } of found) {
    const location = document.location(document.offset([...path, 'policy', ...below]))
    problems.push(new UsageError(message, hint, { location }))
  }
  return found.length > 0 ? base : extendPolicy(base, changes)
}

/** Relative to the file that names them, wherever the run starts. */
function paths(config: string, value: unknown): readonly string[] {
  const written = [value].flat().flatMap(text => String(text).split(/\s*[\r\n]\s*/))
  return written.filter(path => path.trim() !== '').map(path => (isAbsolute(path) ? path : join(dirname(config), path)))
}

function locating<T>(
  { document, path, options }: { readonly document: ConfigDocument; readonly path: Path; readonly options: RawSettings },
  settings: RawSettings,
  read: (settings: RawSettings) => T,
): T {
  const attempt = (without?: string): T => read(Object.fromEntries(Object.entries(settings).filter(([name]) => name !== without)))
  try {
    return attempt()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    // The option without which it is not, or not the same, that goes wrong.
    const atFault = Object.keys(options).find(name => settings[name] === options[name] && messageOf(() => attempt(name)) !== error.message)
    if (atFault === undefined) throw error
    const location = document.location(document.offsetOfKey([...path, atFault]))
    throw new UsageError(error.message, error.hint, { cause: error, location })
  }
}

function messageOf(run: () => unknown): string | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
