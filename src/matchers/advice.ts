// What a runner prints of an error in the test itself.
import { UsageError, wrongCall } from '../usage-error.ts'

/** A runner prints no hint, so that what to do has to stand in the message; with the error as its cause it would print all of it twice. */
export function advised(error: unknown): unknown {
  return error instanceof UsageError ? wrongCall(error.message, error.hint) : error
}
