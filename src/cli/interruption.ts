// Ctrl-C, and a runner that cancels its job: both end the checks, not the report of what is known by then.
import { tell } from './output.ts'

/**
 * A signal that SIGINT and SIGTERM abort. From then on a second one of the same kind ends the process, as it does while nobody listens.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      tell(`tlsgate: ${name}: the checks end here\n  what is not known by now is inconclusive; once more ends tlsgate itself\n`)
      controller.abort()
    })
  }
  return controller.signal
}
