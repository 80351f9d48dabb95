// One run of the command line, and the only place that sets the exit code. What a command needs is loaded by that command.
import { run } from './commands.ts'
import { noVerdict } from './exit-codes.ts'
import { failureText } from './failure.ts'
import { isTerminal, tell } from './output.ts'

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

run(process.argv.slice(2)).then(code => {
  process.off('beforeExit', endless)
  process.exitCode = code
  // All is written by now, and nothing is left to wait for but the teardown of a heap that ends with the process anyway. A terminal may
  // still be writing.
  if (!isTerminal()) process.exit()
}, giveUp)
