#!/usr/bin/env node
// The entry of the command line, and the only place that sets the exit code. What a command needs is loaded by that command.
import { enableCompileCache } from 'node:module'
import { UsageError } from '../usage-error.ts'
import { noVerdict } from './exit-codes.ts'
import { failureText } from './failure.ts'

// What is loaded after this line is compiled once for all runs: most of a short run is spent before the first byte is sent.
// NODE_DISABLE_COMPILE_CACHE=1 turns it off.
enableCompileCache()

const verbose = process.argv.includes('--verbose') || Boolean(process.env.DEBUG)

/** Ends the process once the words are out, whatever is still open. */
function giveUp(error: unknown): void {
  process.stderr.write(failureText(error, verbose), () => process.exit(noVerdict))
}

// Until there is a verdict: whatever ends the run early is neither a pass (0) nor a failed check (1, which is also Node's code for a crash).
process.exitCode = noVerdict
process.on('uncaughtException', giveUp)
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever closes the pipe has read enough; the verdict is still the exit code.
  if (error.code === 'EPIPE') return
  giveUp(
    new UsageError(`the result cannot be written: ${error.message}`, 'look at where standard output goes, or use --output FILE', {
      cause: error,
    }),
  )
})
process.stderr.on('error', () => {}) // nobody is left to tell

const endless = (): void => giveUp(new Error('the run came to its end without a verdict'))
process.once('beforeExit', endless)

import('./commands.ts')
  .then(({ run }) => run(process.argv.slice(2)))
  .then(code => {
    process.off('beforeExit', endless)
    process.exitCode = code
  }, giveUp)
