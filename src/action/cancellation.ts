// A cancelled job: SIGINT, seconds later SIGTERM, then the end. The step stops at the first, and what is known is reported.

/** Aborted at the first signal, from now on. */
export function cancellation(): AbortSignal {
  const controller = new AbortController()
  const onSignal = (name: NodeJS.Signals): void => controller.abort(new Error(`interrupted by ${name}`))
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return controller.signal
}
