// Which command runs. Each is loaded only when it is asked for, since start-up is most of what a check of one server costs.
import { nearest } from '../judge/nearest.ts'
import { UsageError } from '../usage-error.ts'
import { version } from '../version.ts'
import { print } from './output.ts'

/** Runs a command with its arguments and gives its exit code. */
type Command = (args: readonly string[]) => Promise<number>

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  // Loaded as lazily as the rest, but from the same file once bundled: one file less to open for what nearly every run does.
  check: async () => (await import(/* webpackMode: "eager" */ './check.ts')).check,
  demo: async () => (await import('./demo.ts')).demo,
  diff: async () => (await import('./diff.ts')).diff,
  explain: async () => (await import('./explain.ts')).explain,
  help: async () => (await import('./help.ts')).help,
  merge: async () => (await import('./merge.ts')).merge,
  plan: async () => (await import('./plan.ts')).plan,
}

/** Commands that will come, so that a reader of the plans is told the truth. */
const planned = ['lint']

const seeHelp = 'tlsgate --help lists the commands'

/**
 * Runs what the command line says.
 * @param args without the names of Node and the script
 * @throws UsageError on a wrong call
 */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined) throw new UsageError('there is no command', seeHelp)
  if (name === '--version') return showVersion()
  if (name === '--help' || name === '-h') return runCommand('help', rest)
  return rest.includes('--help') || rest.includes('-h') ? runCommand('help', [name]) : runCommand(name, rest)
}

async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) throw unknownCommand(name)
  const command = await load()
  return command(args)
}

function showVersion(): number {
  print(`tlsgate ${version} (Node ${process.versions.node}, OpenSSL ${process.versions.openssl})\n`)
  return 0
}

function unknownCommand(name: string): UsageError {
  if (planned.includes(name)) return new UsageError(`the command ${name} is not available yet`, seeHelp)
  if (name.startsWith('-'))
    return new UsageError(`${JSON.stringify(name)} stands where the command should`, `options follow the command: tlsgate check ${name} …`)
  if (/[.:]|^localhost$/.test(name))
    return new UsageError(`${JSON.stringify(name)} is no command`, `to check that server: tlsgate check ${name}`)
  const [near] = nearest(name, Object.keys(commands))
  return new UsageError(`${JSON.stringify(name)} is no command`, near === undefined ? seeHelp : `did you mean tlsgate ${near}? ${seeHelp}`)
}
