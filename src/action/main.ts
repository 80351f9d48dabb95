// The entry of the Action: says at once that it runs, and loads everything else behind that line.
import { version } from '../version.ts'
import { cancellation } from './cancellation.ts'
import { failureCommand } from './failure.ts'

const signal = cancellation()

process.stdout.write(`tlsgate ${version} on Node ${process.versions.node}\n`)

// Until there is a verdict: whatever ends the run early must not look green.
process.exitCode = 1

function giveUp(error: unknown): void {
  process.stdout.write(failureCommand(error), () => process.exit(1))
}
process.on('uncaughtException', giveUp)

import('./run.ts')
  .then(({ run }) => run({ env: process.env, signal }))
  .then(passed => {
    process.exitCode = passed ? 0 : 1
  }, giveUp)
