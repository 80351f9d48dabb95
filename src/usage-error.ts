// A wrong call: what is wrong and what to do, one line each. Adapters print both and exit 3; nothing has been probed by then.

export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** One line: what to do. */
  readonly hint: string
  /** What else is wrong with the same call: a file has more than one place to be wrong in. */
  readonly others: readonly UsageError[]

  constructor(message: string, hint: string, { others = [], ...options }: ErrorOptions & { readonly others?: readonly UsageError[] } = {}) {
    super(message, options)
    this.hint = hint
    this.others = others
  }
}
