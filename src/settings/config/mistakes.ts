// Several mistakes of one file as one error.
import { UsageError } from '../../usage-error.ts'

/** How many are worth reading at a time. */
const most = 20

/** The first, with the others behind it; null for none. */
export function allOf(mistakes: readonly UsageError[]): UsageError | null {
  const [first, ...others] = mistakes.slice(0, most)
  if (first === undefined) return null
  const left = mistakes.length - most
  if (left > 0) others.push(new UsageError(`the same file has ${left} more mistakes`, 'begin with those above'))
  const { what, hint, location } = first
  return new UsageError(what, hint, { others, ...(location && { location }) })
}
