// One point in time after which a target's check must have ended, and the one signal that says so. Not a retry policy.

/** Why a signal of a deadline was aborted. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
  readonly code = 'DEADLINE'
  readonly timeoutMs: number

  constructor(timeoutMs: number) {
    super(`no end within ${timeoutMs} ms`)
    this.timeoutMs = timeoutMs
  }
}

/** A time limit; disposing of it lets its timer go. */
export interface Deadline extends Disposable {
  readonly signal: AbortSignal
  readonly timeoutMs: number
}

// Taken at load, so that a test's fake timers cannot stop the clock of a real connection.
const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate } = globalThis

/** A deadline `timeoutMs` from now that also ends when `outer` is aborted. Dispose of it, or the process stays up until it passes. */
export function deadline(timeoutMs: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new DeadlineError(timeoutMs)), timeoutMs)
  const onAbort = (): void => controller.abort(outer?.reason)
  if (outer?.aborted) onAbort()
  outer?.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    timeoutMs,
    [Symbol.dispose]() {
      clearTimeout(timer)
      outer?.removeEventListener('abort', onAbort)
    },
  }
}

/** Waits for `ms`, or until the signal is aborted; never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
  })
}

/** Does the work as soon as what is under way has gone as far as it can without waiting. */
export function soon<T>(work: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(work())
      } catch (error) {
        reject(error)
      }
    })
  })
}

/** Does the work once, after `ms`, unless it is disposed of before. */
export function after(ms: number, work: () => void): Disposable {
  const timer = setTimeout(work, ms)
  return { [Symbol.dispose]: () => clearTimeout(timer) }
}

/** Does the work every `ms` until disposed of. */
export function every(ms: number, work: () => void): Disposable {
  const timer = setInterval(work, ms)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
