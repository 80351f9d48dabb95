// Where in a test an assertion stands. Taken before the first wait: what fails after it has no frame of the test left in its own stack.

/** The frames above a function that runs, as they stand in the stack of an error. */
export function framesAbove(entry: (...args: never[]) => unknown): string {
  const call: { stack?: string } = {}
  Error.captureStackTrace(call, entry)
  const { stack = '' } = call
  return stack.slice(stack.indexOf('\n') + 1)
}

/** Adds the frames to an error's stack unless it has some of them, so that a runner can show the line of the test. */
export function locate(error: unknown, frames: string): void {
  // By shape: a runner may make its errors in a realm of its own.
  if (typeof error !== 'object' || error === null || !('stack' in error) || typeof error.stack !== 'string') return
  const { stack } = error
  // Frames of Node itself are in the stack of whatever has waited.
  const own = frames.split('\n').filter(frame => frame.trim() !== '' && !/node:|<anonymous>\)/.test(frame))
  if (!own.some(frame => stack.includes(frame))) error.stack = `${stack}\n${frames}`
}

/** For what a promise is rejected with: the same error, with the frames. */
export function locating(frames: string): (error: unknown) => never {
  return error => {
    locate(error, frames)
    throw error
  }
}
