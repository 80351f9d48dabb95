// A wrong call: what is wrong and what to do, one line each. Adapters print both and exit 3; nothing has been probed by then.
import type { Location } from './location.ts'

interface UsageErrorOptions extends ErrorOptions {
  readonly others?: readonly UsageError[]
  readonly location?: Location
}

/** What is wrong with what the user gave; the message and the hint are one line each, to be shown as they are. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** The message without its place. */
  readonly what: string
  /** One line: what to do. */
  readonly hint: string
  /** What else is wrong with the same call: a file has more than one place to be wrong in. */
  readonly others: readonly UsageError[]
  /** Where it is wrong, when that is in a file; the message begins with it. */
  readonly location: Location | null

  constructor(message: string, hint: string, { others = [], location, ...options }: UsageErrorOptions = {}) {
    super(location === undefined ? message : `${location.file}:${location.line}:${location.column}: ${message}`, options)
    this.what = message
    this.hint = hint
    this.others = others
    this.location = location ?? null
  }
}

/** A wrong call of a test: its runner prints no more than the message, so that what to do stands in it below what is wrong. */
export const wrongCall = (what: string, todo: string): TypeError => new TypeError(`${what}\n${todo}`)
