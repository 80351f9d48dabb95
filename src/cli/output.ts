// The two ways out of the process. Pipes and files are written by the file descriptor: Node's streams take 3 ms to set up, which no check
// of one server should pay, and end with the process before a slow reader has read everything.
import { writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { UsageError } from '../usage-error.ts'

const [stdout, stderr] = [1, 2]

export const isTerminal = (): boolean => isatty(stdout)

/**
 * Writes a result to standard output, and makes no more pieces of it than are read.
 * @throws UsageError when it cannot be written, except where the reader has closed the pipe: it has read enough
 */
export function print(content: string | Iterable<string>): void {
  for (const text of typeof content === 'string' ? [content] : content) {
    if (isTerminal()) {
      // A console of Windows takes text, not UTF-8 bytes; the stream knows.
      process.stdout.write(text)
      continue
    }
    const error = writeAll(stdout, text)
    if (error === null) continue
    if (error.code === 'EPIPE') return
    throw new UsageError(`the result cannot be written: ${error.message}`, 'look at where standard output goes, or use --output FILE', {
      cause: error,
    })
  }
}

/** Writes anything else to standard error. Nobody is left to tell when that fails. */
export function tell(text: string): void {
  if (isatty(stderr)) process.stderr.write(text)
  else writeAll(stderr, text)
}

/** All of the text, however slowly it is read; the error that ended it, or null. */
function writeAll(descriptor: number, text: string): NodeJS.ErrnoException | null {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const failure = error as NodeJS.ErrnoException
      if (failure.code !== 'EAGAIN') return failure
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, readerPauseMs)
    }
  }
  return null
}

/** How long to let the reader of a full pipe read: some parents make it non-blocking. */
const readerPauseMs = 5
