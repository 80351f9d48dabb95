// Runs the command line as a user does: as a process of its own, with an environment that decides nothing.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const sources = join(import.meta.dirname, '../../src/cli/main.ts')

/** The command line as npm has it: it starts at once, and stripping types costs it no memory. */
export const built = join(import.meta.dirname, '../../build/cli/index.js')

const environment = {
  // Windows opens no socket without it.
  ...(process.env.SystemRoot !== undefined && { SystemRoot: process.env.SystemRoot }),
  // Node strips the types of every source at each start; its own cache spares most of that.
  NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
}

/** How a process is started, where it matters. */
interface Start {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** What to run; the sources unless given. */
  readonly program?: string
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts `tlsgate …`; the caller sees to its end. */
export function start(args: readonly string[], { env, cwd, program = sources }: Start = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [program, ...args], { cwd, env: { ...environment, ...env } })
}

/** What a started process printed and how it ended. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, stdout, stderr }
}

/** Runs `tlsgate …` to its end, with `stdin` as its whole standard input. */
export async function tlsgate(
  args: readonly string[],
  { stdin = '', ...options }: Start & { readonly stdin?: string } = {},
): Promise<Ended> {
  const child = start(args, options)
  child.stdin.on('error', () => {}) // it may end without reading
  child.stdin.end(stdin)
  return ended(child)
}
