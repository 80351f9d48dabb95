// What is printed when there is no verdict: what is wrong and what to do, as the error of the step. In the words of the command line.
import { inert } from '../report/escape.ts'
import { UsageError } from '../usage-error.ts'
import { version } from '../version.ts'

/** A workflow command, written by hand: nothing of what it needs may be what just failed. */
export function failureCommand(error: unknown): string {
  return `::error title=tlsgate::${failureLines(error).map(escapeData).join('%0A')}\n`
}

function failureLines(error: unknown): string[] {
  if (error instanceof UsageError) return [error, ...error.others].flatMap(({ message, hint }) => [message, hint])
  const [message = '', ...stack] = (error instanceof Error ? (error.stack ?? String(error)) : String(error)).split('\n')
  return [message, `this is a bug in tlsgate ${version} on Node ${process.versions.node}: report all of this`, ...stack]
}

// Line ends would end the command, and '%' begins its escapes (@actions/core, command.ts).
const escapeData = (line: string): string => inert(line).replaceAll('%', '%25')
