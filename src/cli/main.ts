#!/usr/bin/env node
// The entry of the command line, and the only place that sets the exit code. What a command needs is loaded by that command.
import { enableCompileCache } from 'node:module'
import { noVerdict } from './exit-codes.ts'
import { failureText } from './failure.ts'
import { isTerminal, tell } from './output.ts'

// What is loaded after this line is compiled once for all runs: most of a short run is spent before the first byte is sent.
// NODE_DISABLE_COMPILE_CACHE=1 turns it off.
enableCompileCache()

const verbose = process.argv.includes('--verbose') || Boolean(process.env.DEBUG)

/** Ends the process, whatever is still open. */
function giveUp(error: unknown): void {
  tell(failureText(error, verbose))
  process.exit(noVerdict)
}

// Until there is a verdict: whatever ends the run early is neither a pass (0) nor a failed check (1, which is also Node's code for a crash).
process.exitCode = noVerdict
process.on('uncaughtException', giveUp)
const endless = (): void => giveUp(new Error('the run came to its end without a verdict'))
process.once('beforeExit', endless)

import('./commands.ts')
  .then(({ run }) => run(process.argv.slice(2)))
  .then(code => {
    process.off('beforeExit', endless)
    process.exitCode = code
    // All is written by now, and nothing is left to wait for but the teardown of a heap that ends with the process anyway. A terminal may
    // still be writing.
    if (!isTerminal()) process.exit()
  }, giveUp)
