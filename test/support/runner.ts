// A runner of GitHub's, as far as a JavaScript action can tell: it starts the bundle with the environment and the files of a step, and obeys what the
// step prints the way actions/runner does (ActionCommand.cs, FileCommandManager.cs).
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { readAction } from './workflow-parser.ts'

const root = join(import.meta.dirname, '../..')

export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>
  /** The event that started the run; a push unless given. */
  readonly event?: { readonly name: string; readonly payload: object }
  /** The token of the job, github.token; empty unless given, so that a step masks nothing but what it was given. */
  readonly token?: string
  /** Further variables; undefined takes one away that a runner has. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Files of the workspace by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** Called once the step runs, to do something to it. */
  readonly meanwhile?: (step: ChildProcess) => Promise<void>
}

/** A line that the runner obeys: '::error title=x::message'. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

export interface Step extends AsyncDisposable {
  readonly exitCode: number | null
  readonly outputs: Readonly<Record<string, string>>
  /** The job summary; empty when none was written. */
  readonly summary: string
  readonly commands: readonly Command[]
  readonly annotations: readonly Command[]
  /** What the log shows: every line that is no command. */
  readonly log: string
  readonly workspace: string
}

/** The one expression that stands in action.yml. */
const tokenExpression = /^\$\{\{ github\.token \}\}$/

const push = { name: 'push', payload: {} }

/** Runs the Action's bundle as one step. Dispose of it to remove its workspace. */
export async function runStep({ inputs = {}, event = push, token = '', env = {}, files = {}, meanwhile }: StepOptions = {}): Promise<Step> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'tlsgate-runner-')))
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true })
  try {
    const workspace = join(directory, 'workspace')
    const paths = Object.fromEntries(
      ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_PATH'].map(name => [name, join(directory, name)]),
    )
    for (const path of Object.values(paths)) await writeFile(path, '')
    const eventFile = join(directory, 'event.json')
    await writeFile(eventFile, JSON.stringify(event.payload))
    await writeFiles(workspace, files)
    const { bundle, environment } = await stepOf(inputs, token)
    const step = spawn(process.execPath, [bundle], {
      cwd: workspace,
      env: {
        PATH: process.env.PATH,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: eventFile,
        GITHUB_REPOSITORY: 'octo/shop',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_WORKFLOW: 'CI',
        GITHUB_JOB: 'tls',
        GITHUB_RUN_ID: '42',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_ACTOR: 'octocat',
        ...paths,
        ...environment,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(step, 'close')
    const [stdout, stderr] = await Promise.all([text(step.stdout), text(step.stderr), meanwhile?.(step)])
    await ended
    const { commands, log } = obey(`${stdout}${stderr}`)
    return {
      exitCode: step.exitCode,
      outputs: parseFileCommands(await readFile(join(directory, 'GITHUB_OUTPUT'), 'utf8')),
      summary: await readFile(join(directory, 'GITHUB_STEP_SUMMARY'), 'utf8'),
      commands,
      annotations: commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name)),
      log,
      workspace,
      [Symbol.asyncDispose]: remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** What action.yml says to start, and the variables of its inputs: one for each, empty when the workflow says nothing. */
async function stepOf(
  inputs: Readonly<Record<string, string>>,
  token: string,
): Promise<{ bundle: string; environment: Record<string, string> }> {
  const { action, errors } = readAction(await readFile(join(root, 'action.yml'), 'utf8'))
  if (action === undefined || errors.length > 0 || !('main' in action.runs))
    throw new Error(`action.yml cannot be used: ${errors.join('; ')}`)
  const declared = (action.inputs ?? []).map(
    ({ id, default: value }) => [id, value?.toString().replace(tokenExpression, token) ?? ''] as const,
  )
  const values = Object.entries({ ...Object.fromEntries(declared), ...inputs })
  return {
    bundle: join(root, action.runs.main),
    environment: Object.fromEntries(values.map(([id, value]) => [`INPUT_${id.replaceAll(' ', '_').toUpperCase()}`, value])),
  }
}

const commandNames =
  'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  )

/** Splits what a step printed, standard error included, into commands and the rest. */
export function obey(printed: string): { commands: Command[]; log: string } {
  const commands: Command[] = []
  const log: string[] = []
  for (const line of printed.split(/\r?\n/)) {
    const command = parseCommand(line)
    if (command) commands.push(command)
    else log.push(line)
  }
  return { commands, log: log.join('\n') }
}

function parseCommand(line: string): Command | null {
  // The older form is obeyed anywhere in a line.
  const [, name = '', list = '', message = ''] =
    /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line) ?? []
  if (!commandNames.includes(name.toLowerCase())) return null
  const properties = list.split(',').filter(pair => pair.includes('='))
  return {
    name: name.toLowerCase(),
    properties: Object.fromEntries(
      properties.map(pair => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]),
    ),
    message: unescaped(message),
  }
}

const unescaped = (value: string): string =>
  value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')

/** 'name<<delimiter', the value's lines, the delimiter; the last of a name counts. */
function parseFileCommands(content: string): Record<string, string> {
  const pairs = content.matchAll(/^(?<name>.+?)<<(?<delimiter>.+)\r?\n(?<value>[\s\S]*?)\r?\n\k<delimiter>$/gm)
  return Object.fromEntries(Array.from(pairs, ({ groups }) => [groups?.name ?? '', groups?.value ?? '']))
}

async function writeFiles(workspace: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await mkdir(workspace)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(workspace, dirname(name)), { recursive: true })
    await writeFile(join(workspace, name), content)
  }
}
