// Runs a client against a port of this machine, in a folder and a group of processes of its own, and leaves nothing behind.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Program } from './programs.ts'

export interface Running extends AsyncDisposable {
  /** What it printed, once it has ended by itself or been stopped. */
  readonly printed: Promise<{ readonly output: string; readonly errors: string }>
}

/** Starts a client that fetches / from localhost. */
export function run({ fetch, asks }: Program, path: string, port: number): Running {
  const folder = mkdtempSync(join(tmpdir(), 'tlsgate-client-'))
  // A group: browsers and `go run` have children. A home of its own: no settings are seen or left.
  const child = spawn(path, fetch(port, folder), { detached: true, stdio: 'pipe', env: { ...process.env, HOME: folder } })
  const said = { output: '', errors: '' }
  child.stdout.on('data', bytes => (said.output += bytes))
  child.stderr.on('data', bytes => (said.errors = (said.errors + bytes).slice(-2000)))
  child.stdin.on('error', () => {}) // it may have ended before it was asked
  if (asks) child.stdin.write('GET / HTTP/1.0\r\n\r\n')
  else child.stdin.end()
  const { promise: printed, resolve, reject } = Promise.withResolvers<typeof said>()
  child.once('error', reject).once('close', () => resolve(said))
  return {
    printed,
    async [Symbol.asyncDispose]() {
      stop(child)
      await printed.catch(() => {})
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    },
  }
}

function stop({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // all of the group have ended by themselves
  }
}
