// What is printed when there is no verdict: one line what is wrong, one line what to do.
import { inert } from '../report/escape.ts'
import { UsageError } from '../usage-error.ts'
import { version } from '../version.ts'

/** @param verbose adds the stack of a bug */
export function failureText(error: unknown, verbose: boolean): string {
  if (error instanceof UsageError) return [error, ...error.others].map(({ message, hint }) => lines(message, hint)).join('')
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  if (!verbose) return lines(message, 'this is a bug in tlsgate: run it again with DEBUG=1 in the environment and report what it prints')
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : []
  return [
    lines(message, `this is a bug in tlsgate ${version} on Node ${process.versions.node}: report all of this`),
    ...stack.map(line => `  ${inert(line)}\n`),
  ].join('')
}

const lines = (message: string, hint: string): string => `tlsgate: ${inert(message)}\n  ${inert(hint)}\n`
