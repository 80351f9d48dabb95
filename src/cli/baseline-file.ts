// `--update-baseline`: the lock file that a run leaves behind.
import { readFileSync } from 'node:fs'
import type { Report } from '../gate.ts'
import { type Baseline, parseBaseline } from '../judge/baseline/lock-file.ts'
import { remember } from '../judge/baseline/remember.ts'
import { inert } from '../report/escape.ts'
import { lockFilePieces } from '../report/lock-file.ts'
import { inChunks } from '../report/pieces.ts'
import { count } from '../report/tally.ts'
import { isThere, readBaseline } from '../settings/files.ts'
import { tell } from './output.ts'
import { OutputFile } from './output-file.ts'

export class BaselineFile implements AsyncDisposable {
  readonly #path: string
  /** Null where there was no file. */
  readonly #old: Baseline | null
  readonly #output: OutputFile

  private constructor(path: string, old: Baseline | null, output: OutputFile) {
    this.#path = path
    this.#old = old
    this.#output = output
  }

  /**
   * Opens it before anything is probed, so that a wrong path costs no run.
   * @throws UsageError when it cannot be written, or is there and cannot be read: what it holds would be lost
   */
  static async open(path: string): Promise<BaselineFile> {
    const files = { readFile: readFileSync }
    const old = isThere(files, path) ? parseBaseline(readBaseline(files, path)) : null
    return new BaselineFile(path, old, await OutputFile.open(path, 'baseline'))
  }

  /** Writes what the run found out, and says what of it is not in the file. */
  async update({ targets: observed }: Report): Promise<void> {
    const { targets, notes } = remember(this.#old, observed)
    for (const note of notes) tell(`tlsgate: ${inert(note)}\n`)
    if (targets.size === 0) {
      tell(`tlsgate: ${inert(this.#path)} is not written: there is nothing to remember\n`)
      return
    }
    await this.#output.write(inChunks(lockFilePieces(targets)))
    tell(`tlsgate: ${inert(this.#path)} is written: ${count(targets.size, 'target')}\n`)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#output[Symbol.asyncDispose]()
  }
}
