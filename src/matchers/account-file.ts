// Where the part of a failure's account goes that has no room in the message: files of this process in the folder for temporary ones.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Made for the first file; of the user alone, since a report names hosts that are nobody else's business. */
let folder: string | null = null
let count = 0

/** Writes a text to a file of its own and gives its path; null where it cannot be written, which is no reason to hide the failure itself. */
export function keep(text: string): string | null {
  try {
    folder ??= mkdtempSync(join(tmpdir(), 'tlsgate-'))
    const path = join(folder, `failure-${++count}.txt`)
    writeFileSync(path, text, { mode: 0o600 })
    return path
  } catch {
    return null
  }
}
