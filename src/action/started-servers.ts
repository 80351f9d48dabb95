// The servers that a step starts from commands, for as long as they are needed. What they print is kept, to be shown when the step is red.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endTree, killTree, type ProcessTree, runningIn } from './process-tree.ts'

export interface StartedServer {
  readonly command: string
  /** The end of what it has printed on standard output and standard error, as they came. */
  readonly output: string
  /** One clause on its end: 'it ended with exit code 1'; null while anything of it runs. */
  readonly end: string | null
}

/** UTF-16 units of output that are kept of each server. */
const outputKept = 64 * 1024

export class StartedServers implements AsyncDisposable {
  readonly #servers: Server[]
  /** Also when this process ends without a word: nothing is left running. */
  readonly #onExit = (): void => {
    for (const { tree } of this.#servers) if (tree) killTree(tree)
  }

  /** @param commands each for a shell, in the directory `cwd` */
  constructor(commands: readonly string[], { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }) {
    process.on('exit', this.#onExit)
    this.#servers = commands.map(command => new Server(command, cwd, env))
  }

  get servers(): readonly StartedServer[] {
    return this.#servers
  }

  /** Ends all of them, with whatever they have started. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#servers.map(server => server.stop()))
    process.off('exit', this.#onExit)
  }
}

class Server implements StartedServer {
  readonly command: string
  /** Null when it could not be started. */
  readonly tree: ProcessTree | null
  readonly #process: ChildProcess
  #output = ''
  #end: string | null = null

  constructor(command: string, cwd: string, env: NodeJS.ProcessEnv) {
    this.command = command
    const marker = `tlsgate-start-${randomUUID()}`
    const path = join(tmpdir(), marker)
    const file = openSync(path, 'wx')
    // A group of its own: what a terminal or a runner sends to ours is not for it, and it can be ended as one.
    this.#process = spawn(command, {
      ...{ cwd, shell: true, stdio: ['ignore', 'pipe', 'pipe', file], windowsHide: true },
      detached: process.platform !== 'win32',
      env: { ...env, TLSGATE_START: marker },
    })
    closeSync(file)
    rmSync(path, { force: true })
    const { pid } = this.#process
    this.tree = pid === undefined ? null : { pid, marker }
    this.#process.on('error', error => {
      this.#end ??= `it could not be started: ${error.message}`
    })
    this.#process.on('exit', (code, signal) => {
      this.#end ??= code === null ? `it was ended by ${signal}` : `it ended with exit code ${code}`
    })
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output = `${this.#output}${text}`.slice(-outputKept)
      })
    }
  }

  get output(): string {
    return this.#output
  }

  get end(): string | null {
    const { exitCode } = this.#process
    // A daemon leaves its first process, which ends well.
    return exitCode === 0 && this.tree && runningIn(this.tree).length > 0 ? null : this.#end
  }

  async stop(): Promise<void> {
    const left = this.tree ? await endTree(this.tree) : []
    // What still runs may hold the pipes open, and this process with them.
    for (const stream of this.#process.stdio) stream?.destroy()
    this.#process.unref()
    if (left.length > 0)
      this.#output = `${this.#output}\n(tlsgate could not end it: ${left.length} processes still run: ${left.join(', ')})\n`
  }
}
