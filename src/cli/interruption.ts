// Ctrl-C, a runner that cancels its job, a terminal that is closed: each ends the checks, not the report of what is known by then.
import { tell } from './output.ts'

/**
 * A signal that SIGINT, SIGTERM and SIGHUP abort. From then on a second one of the same kind ends the process, as it does while nobody listens.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      tell(`tlsgate: ${name}: the checks end here\n  what is not known by now is inconclusive; once more ends tlsgate itself\n`)
      controller.abort(new Error(`interrupted by ${name}`))
    })
  }
  return controller.signal
}
