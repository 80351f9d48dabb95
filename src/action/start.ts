// What a step does around its checks when it has to start the servers itself: start, wait, show what they printed when it is red, end them.
import { inert } from '../report/escape.ts'
import { refuseForkHead } from './fork-head.ts'
import type { Inputs } from './inputs.ts'
import { type StartedServer, StartedServers } from './started-servers.ts'
import { refuseAnswering, refuseEnded, waitOn } from './wait-on.ts'

type Log = Pick<typeof import('./core.ts'), 'startGroup' | 'endGroup' | 'info'>

/** What nothing that a step starts has to know: inputs, tokens of the runner, and the files by which a step speaks to it. */
const withheld = /^(?:INPUT_.*|ACTIONS_.*|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY|TOKEN))$/i

/**
 * Does the work with the servers of the step running and answering TLS.
 * @param work gives whether all went well: otherwise what the servers printed is shown
 * @throws UsageError when something answers in the place of a server, when one ends before the work has or takes too long, and whatever the work throws
 */
export async function withServers<T>(
  { start, waitOn: targets, waitOnTimeoutMs, directory, options }: Inputs,
  { log, env, signal }: { readonly log: Log; readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
  work: () => Promise<{ readonly result: T; readonly isWell: boolean }>,
): Promise<T> {
  if (start.length > 0) {
    refuseForkHead(env)
    await refuseAnswering({ targets, options, signal })
  }
  await using started = new StartedServers(start, { cwd: directory, env: withoutWithheld(env) })
  try {
    await waitOn({ targets, options, servers: started.servers, timeoutMs: waitOnTimeoutMs, signal })
    const { result, isWell } = await work()
    // Whoever answered then may have been another.
    if (isWell) refuseEnded(started.servers, 'before the checks were done')
    else showOutputs(log, started.servers)
    return result
  } catch (error) {
    showOutputs(log, started.servers)
    throw error
  }
}

const withoutWithheld = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !withheld.test(name)))

function showOutputs(log: Log, servers: readonly StartedServer[]): void {
  for (const { command, output, end } of servers) {
    log.startGroup(inert(`Output of ${command}${end === null ? '' : `: ${end}`}`, 300))
    log.info(
      output.trim() === ''
        ? '(it printed nothing)'
        : output
            .trimEnd()
            .split(/\r?\n/)
            .map(line => inert(line))
            .join('\n'),
    )
    log.endGroup()
  }
}
