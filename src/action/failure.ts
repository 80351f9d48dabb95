// What is printed when there is no verdict: what is wrong and what to do, as errors of the step. In the words of the command line.
import { inert } from '../report/escape.ts'
import { UsageError } from '../usage-error.ts'
import { version } from '../version.ts'

/** GitHub shows ten errors of a step. */
const most = 10

/** Workflow commands, written by hand: nothing of what they need may be what just failed. */
export function failureCommand(error: unknown): string {
  if (!(error instanceof UsageError)) return command(bugLines(error))
  const mistakes = [error, ...error.others]
  // Those without a place belong together: they are of one call.
  const placed = mistakes.filter(({ location }) => location !== null)
  const others = mistakes.filter(({ location }) => location === null)
  const shown = placed.slice(0, placed.length + Math.sign(others.length) > most ? most - 1 : most)
  const rest = [...placed.slice(shown.length), ...others].flatMap(({ message, hint }) => [message, hint])
  return [...shown.map(each => command([each.message, each.hint], each)), ...(rest.length > 0 ? [command(rest)] : [])].join('')
}

/** What is wrong and what to do, for each mistake there is. */
export function failureLines(error: unknown): (readonly [message: string, hint: string])[] {
  if (error instanceof UsageError) return [error, ...error.others].map(({ message, hint }) => [message, hint])
  const [message = '', hint = ''] = bugLines(error)
  return [[message, hint]]
}

function command(lines: readonly string[], { location }: Pick<UsageError, 'location'> = { location: null }): string {
  const place = location === null ? '' : `file=${escapeProperty(location.file)},line=${location.line},col=${location.column},`
  return `::error ${place}title=tlsgate::${lines.map(escapeData).join('%0A')}\n`
}

function bugLines(error: unknown): string[] {
  const [message = '', ...stack] = (error instanceof Error ? (error.stack ?? String(error)) : String(error)).split('\n')
  return [message, `this is a bug in tlsgate ${version} on Node ${process.versions.node}: report all of this`, ...stack]
}

// Line ends would end the command, and '%' begins its escapes (@actions/core, command.ts).
const escapeData = (line: string): string => inert(line).replaceAll('%', '%25')

// A property ends at a comma, and all of them at a colon.
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
