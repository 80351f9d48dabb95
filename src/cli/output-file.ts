// The file a report goes to: opened before anything is probed, so that a wrong path costs no run, and put in its place by one move at the
// end, so that nobody reads half a report.
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { isOfSystem } from '../settings/files.ts'
import { UsageError } from '../usage-error.ts'

export class OutputFile implements AsyncDisposable {
  /** How the user said where to write. */
  readonly #option: string
  readonly #path: string
  readonly #file: FileHandle
  /** Null: what is written goes straight to its place. */
  readonly #move: { readonly from: string; readonly to: string } | null

  private constructor(
    [path, option]: readonly [path: string, option: string],
    file: FileHandle,
    move: { from: string; to: string } | null,
  ) {
    this.#path = path
    this.#option = option
    this.#file = file
    this.#move = move
  }

  /** @throws UsageError when it cannot be written there */
  static async open(path: string, option = '--output'): Promise<OutputFile> {
    try {
      const to = await realpath(path).catch(() => path)
      const found = await stat(to).catch(() => null)
      // A device or a pipe is written to; a file put in its place would take it from everyone.
      if (found !== null && !found.isFile()) return new OutputFile([path, option], await open(to, 'w'), null)
      const from = `${to}.${process.pid}.tmp`
      return new OutputFile([path, option], await open(from, 'wx'), { from, to })
    } catch (error) {
      throw unwritable(path, option, error)
    }
  }

  /**
   * Writes the whole content; to be called once.
   * @throws UsageError when it cannot be written after all
   */
  async write(content: string | Iterable<string>): Promise<void> {
    try {
      await this.#file.writeFile(content)
      await this.#file.close()
      if (this.#move) await rename(this.#move.from, this.#move.to)
    } catch (error) {
      // Content is made while it is written.
      throw isOfSystem(error) ? unwritable(this.#path, this.#option, error) : error
    }
  }

  /** Leaves nothing behind when nothing was written. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close()
    if (this.#move) await rm(this.#move.from, { force: true })
  }
}

function unwritable(path: string, option: string, error: unknown): UsageError {
  // The system's words without the call they end in, which names the file aside: 'EACCES: permission denied, open …'.
  const [reason] = (error instanceof Error ? error.message : String(error)).split(',', 1)
  return new UsageError(
    `${option} ${JSON.stringify(path)} cannot be written: ${reason}`,
    'name a file in a directory that can be written, on a disk that has room',
    {
      cause: error,
    },
  )
}
