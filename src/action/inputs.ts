// The inputs of a step, read from the environment the runner starts it with.
import { readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { GateOptions, GateTarget } from '../gate.ts'
import type { TargetOptions } from '../gate-options.ts'
import { nearest } from '../judge/nearest.ts'
import { parseProxy } from '../net/proxy.ts'
import { parseTarget } from '../net/target.ts'
import { type Files, readBaseline } from '../settings/files.ts'
import { type OptionName, options } from '../settings/options.ts'
import { readSettings } from '../settings/settings.ts'
import { readTargetList } from '../settings/target-list.ts'
import { flag, lines, seconds, text } from '../settings/values.ts'
import { UsageError } from '../usage-error.ts'
import { type GithubInputs, readableGithubInputs, readGithubInputs } from './github/inputs.ts'
import { ownInputs } from './own-inputs.ts'
import { workflowPlaces } from './workflow-places.ts'

export interface Inputs {
  readonly targets: readonly GateTarget[]
  readonly options: GateOptions
  readonly failIfEmpty: boolean
  /** Paths and globs of reports to merge; empty when there is something to check. */
  readonly merge: readonly string[]
  /** Commands that start servers, each for a shell. */
  readonly start: readonly string[]
  /** What has to answer TLS before anything is checked. */
  readonly waitOn: readonly GateTarget[]
  readonly waitOnTimeoutMs: number
  /** Absolute path of the directory the step works in. */
  readonly directory: string
  /** Absolute path, or null when no files are asked for. */
  readonly reportDir: string | null
  readonly github: GithubInputs
  /** What the log must never show. */
  readonly secrets: readonly string[]
}

type OwnInput = (typeof ownInputs)[number]['name']
type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the inputs, and the files they name.
 * @param cwd where the step runs: the workspace
 * @throws UsageError at the first that is wrong
 */
export async function readInputs(env: Environment, cwd: string): Promise<Inputs> {
  refuseUnknown(env)
  const own = ownOf(env)
  refuseUseless(own)
  const base = directory(cwd, text(own, 'working-directory'))
  const files = filesIn(base, cwd)
  const settings = await readSettings(Object.fromEntries(options.map(({ name }) => [name, inputOf(env, name)])), files)
  const baseline = settings.baseline === undefined ? {} : { baseline: readBaseline(files, settings.baseline) }
  const listed = readTargetList(own.targets ?? '')
  const reportDir = text(own, 'report-dir')
  const checked = listed.length > 0 ? await located(listed, env, cwd) : settings.targets
  const start = lines(own, 'start')
  const github = readGithubInputs(own)
  return {
    targets: checked,
    options: { ...settings.options, ...baseline },
    failIfEmpty: flag(own, 'fail-if-empty') ?? true,
    merge: mergedReports(env),
    start,
    waitOn: waitedFor(own['wait-on'], start.length > 0 ? await answering(checked) : []),
    waitOnTimeoutMs: seconds(own, 'wait-on-timeout') ?? defaultWaitMs,
    directory: base,
    reportDir: reportDir === undefined ? null : resolve(base, reportDir),
    github,
    secrets: [
      ...secretsOf([settings.options, ...settings.targets.filter(each => typeof each !== 'string')]),
      ...(github.token === null ? [] : [github.token]),
    ],
  }
}

/** Of the inputs those that say what to write on GitHub and can be read, whatever is wrong with the others. */
export const githubInputsOf = (env: Environment): GithubInputs => readableGithubInputs(ownOf(env))

const ownOf = (env: Environment): Record<OwnInput, string | undefined> =>
  Object.fromEntries(ownInputs.map(({ name }) => [name, inputOf(env, name)])) as Record<OwnInput, string | undefined>

/** Beside merge they would be passed over in silence: a verdict was given by each shard. Where the configuration file is does no harm. */
const ofChecks = [...(['targets', 'start', 'wait-on'] as const), ...options.flatMap(({ name }) => (name === 'config' ? [] : [name]))]

/** @throws UsageError beside an input that says what to check, or how */
function mergedReports(env: Environment): string[] {
  const merge = lines({ merge: inputOf(env, 'merge') }, 'merge')
  const other = ofChecks.find(name => inputOf(env, name) !== undefined)
  if (merge.length === 0 || other === undefined) return merge
  throw new UsageError(`merge and ${other} contradict each other`, 'merge joins reports and checks nothing: use a step of its own for it')
}

const defaultWaitMs = 60_000

/** Targets without those of which it is expected that they never answer TLS. */
async function answering(targets: readonly GateTarget[]): Promise<readonly GateTarget[]> {
  const { failsBeforeTls } = await import('../judge/expectation.ts')
  return targets.filter(target => typeof target === 'string' || target.expect === undefined || !failsBeforeTls(target.expect))
}

/** @throws UsageError for an input that does nothing without another, which is missing */
function refuseUseless(own: Readonly<Record<OwnInput, string | undefined>>): void {
  const needs: readonly (readonly [OwnInput, readonly OwnInput[]])[] = [
    ['wait-on-timeout', ['start', 'wait-on']],
    ['comment-key', ['comment', 'issue']],
  ]
  const useless = needs.find(([name, others]) => own[name] !== undefined && others.every(other => own[other] === undefined))
  if (useless === undefined) return
  const [name, others] = useless
  throw new UsageError(`${name} is given without ${others.join(' or ')}`, `give one of these too, or leave out ${name}`)
}

/** @throws UsageError for a target that is none: before anything is started */
function waitedFor(given: string | undefined, otherwise: readonly GateTarget[]): readonly GateTarget[] {
  const targets = readTargetList(given ?? '')
  for (const target of targets) parseTarget(target)
  return targets.length > 0 ? targets : otherwise
}

/** The targets of the input, each with its place in the workflow where that is known. */
async function located(targets: readonly string[], env: Environment, cwd: string): Promise<GateTarget[]> {
  const places = await workflowPlaces(env, cwd, targets)
  return targets.map((target, index) => {
    const location = places[index]
    return location ? { target, location } : target
  })
}

/** The files of a directory. */
export const filesIn = (directory: string, workspace: string): Files => ({
  readFile: path => readFileSync(resolve(directory, path)),
  // GitHub looks for the file of an annotation in the workspace.
  shownPath: path => inWorkspace(workspace, resolve(directory, path)),
})

function inWorkspace(workspace: string, path: string): string {
  const inside = relative(workspace, path)
  return inside.startsWith('..') ? path : inside
}

const inputNames = [...ownInputs, ...options].map(({ name }) => name)

/** The runner passes an input 'fail-on' as INPUT_FAIL-ON, and one that was left out as an empty text. */
const variableOf = (name: string): string => `INPUT_${name.toUpperCase()}`

function inputOf(env: Environment, name: OwnInput | OptionName): string | undefined {
  return env[variableOf(name)]?.trim() || undefined
}

/** The runner only warns of an input it does not know: a misspelt one would leave the gate weaker than its author thinks. */
function refuseUnknown(env: Environment): void {
  const known = new Set(inputNames.map(variableOf))
  // Windows has one name for all spellings of it.
  const unknown = Object.keys(env).find(variable => /^INPUT_/i.test(variable) && !known.has(variable.toUpperCase()))
  if (unknown === undefined) return
  const name = unknown.slice('INPUT_'.length).toLowerCase()
  const [near] = nearest(name.replaceAll('_', '-'), inputNames)
  throw new UsageError(
    `${JSON.stringify(name)} is no input`,
    near === undefined ? `the inputs are ${inputNames.join(', ')}` : `did you mean ${near}?`,
  )
}

function directory(cwd: string, path: string | undefined): string {
  if (path === undefined) return cwd
  const base = resolve(cwd, path)
  if (!statSync(base, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(
      `working-directory is no directory: ${JSON.stringify(path)}`,
      'name one that exists when the step starts, relative to the workspace',
    )
  }
  return base
}

/** Of the run, and of each target that has its own. */
function secretsOf(options: readonly TargetOptions[]): string[] {
  const secrets = options.flatMap(({ passphrase, proxy }) => [passphrase ?? '', ...(proxy === undefined ? [] : proxySecrets(proxy))])
  return [...new Set(secrets)].filter(secret => secret !== '')
}

function proxySecrets(proxy: string): string[] {
  const { password } = URL.canParse(proxy) ? new URL(proxy) : { password: '' }
  const authorization = password === '' ? '' : (parseProxy(proxy).authorization ?? '').replace('Basic ', '')
  // As it is written in the input, as it is meant, and as it is sent.
  return [password, decodeURIComponent(password), authorization]
}
