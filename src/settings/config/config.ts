// A configuration file from its text to what a run takes of it. Everything that is wrong in it is said at once, each with its place.
import { dirname, isAbsolute, join } from 'node:path'
import type { GateTarget } from '../../gate-options.ts'
import { extendPolicy, extensionProblems } from '../../judge/policy/extend.ts'
import { policyNamed } from '../../judge/policy/policies.ts'
import type { Policy } from '../../judge/policy/policy.ts'
import type { Waiver } from '../../judge/policy/waivers.ts'
import { UsageError } from '../../usage-error.ts'
import { knownNames } from '../known-names.ts'
import type { RawSettings } from '../values.ts'
import { type ConfigDocument, readDocument } from './document.ts'
import { allOf } from './mistakes.ts'
import { problemsOf } from './problems.ts'
import { type ConfigFile, configSchema, plainOptions, rawValue } from './schema.ts'
import type { ConfigSource } from './source.ts'

export interface Config {
  readonly targets: readonly GateTarget[]
  readonly waivers: readonly Waiver[]
  readonly policy: Policy | undefined
  /** As if they were flags, the policy under its id among them; paths lead on from the directory of the file. */
  readonly options: RawSettings
  /**
   * Runs a reader of settings that come from the file in part.
   * @throws what the reader throws, with the place of the option of the file that is at fault
   */
  locating<T>(settings: RawSettings, read: (settings: RawSettings) => T): T
}

/** @throws UsageError with all that is wrong in it */
export function readConfig(source: ConfigSource): Config {
  const document = readDocument(source)
  // A file of comments says nothing, and that is no mistake.
  const value = document.value ?? {}
  const schema = configSchema()
  const { success, data, error } = schema.safeParse(value, { reportInput: true })
  if (!success) throw allOf(problemsOf(error.issues, { schema, document, known: Object.values(knownNames()) })) ?? error
  const file: ConfigFile & Readonly<Record<string, unknown>> = data
  const policy = readPolicy(file.policy, document)
  const given = plainOptions.filter(({ name }) => file[name] !== undefined)
  const settings = given.map(({ name, kind }) => [
    name,
    kind === 'file' || kind === 'files' ? paths(source.path, file[name]) : rawValue(file[name]),
  ])
  const options: RawSettings = { ...Object.fromEntries(settings), ...(policy && { policy: policy.id }) }
  return {
    targets: file.targets ?? [],
    waivers: file.waivers ?? [],
    policy,
    options,
    locating: (merged, read) => locating({ document, options }, merged, read),
  }
}

function readPolicy(policy: ConfigFile['policy'], { offset, place }: ConfigDocument): Policy | undefined {
  if (policy === undefined) return undefined
  if (typeof policy === 'string') return policyNamed(policy)
  const { extends: name, ...changes } = policy
  const base = policyNamed(name)
  // Names are known by now; what is left is what contradicts itself.
  const mistakes = extensionProblems(base, changes).map(
    ({ path, message, hint }) => new UsageError(`${place(offset(['policy', ...path]))}: ${message}`, hint),
  )
  const wrong = allOf(mistakes)
  if (wrong !== null) throw wrong
  return extendPolicy(base, changes)
}

/** Relative to the file that names them, wherever the run starts. */
function paths(config: string, value: unknown): readonly string[] {
  const written = [value].flat().flatMap(text => String(text).split(/\s*[\r\n]\s*/))
  return written.filter(path => path.trim() !== '').map(path => (isAbsolute(path) ? path : join(dirname(config), path)))
}

function locating<T>(
  { document, options }: { document: ConfigDocument; options: RawSettings },
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
    const place = document.place(document.offsetOfKey([atFault]))
    throw new UsageError(`${place}: ${error.message}`, error.hint, { cause: error })
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
