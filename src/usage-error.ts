// A wrong call: what is wrong and what to do, one line each. Adapters print both and exit 3; nothing has been probed by then.

export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** One line: what to do. */
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
