// The known names that someone who typed another one most likely meant. Not a search engine: the lists are short.
import { UsageError } from '../usage-error.ts'

const most = 3

/**
 * The known names nearest to `name`, best first, at most three; none when nothing is near.
 * A name is near when it contains every word typed ('expired', 'java8') or when few letters differ from it ('not-tsl') or from its first word
 * ('mozila'); case does not count, and one that differs by it alone is the only one. Nothing is near to a single letter.
 */
export function nearest(name: string, known: readonly string[]): string[] {
  const typed = name.toLowerCase()
  const same = known.filter(candidate => candidate.toLowerCase() === typed)
  if (same.length > 0) return same.slice(0, most)
  if (typed.length === 1) return []
  const words = typed.split(/[^a-z0-9]+|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/).filter(word => word !== '')
  // Beyond a third of the letters, or beyond three, it is another name. The length alone rules out most, and any overlong input.
  const slip = Math.min(3, Math.floor(typed.length / 3))
  return known
    .flatMap(candidate => {
      const lower = candidate.toLowerCase()
      if (words.length > 0 && words.every(word => lower.includes(word))) return { candidate, distance: 0 }
      const [first = ''] = lower.split('-', 1)
      const forms = [lower, first].filter(form => Math.abs(form.length - typed.length) <= slip)
      const distance = Math.min(...forms.map(form => editDistance(typed, form)))
      return distance > slip ? [] : { candidate, distance }
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** One line: what may have been meant, or what there is. */
export function nearestHint(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  return near.length > 0
    ? `did you mean ${near.join(' or ')}?`
    : `use one of ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', …' : ''}`
}

/**
 * A name that is passed over means nothing, and what was meant by it holds for nothing.
 * @param foreign what others call one of the known names
 * @throws UsageError at the first name of a part that is not among the known ones
 */
export function refuseUnknownNames(
  part: object,
  known: readonly string[],
  noun: string,
  foreign: Readonly<Record<string, string>> = {},
): void {
  const unknown = Object.keys(part).find(name => !known.includes(name))
  if (unknown === undefined) return
  const near = Object.hasOwn(foreign, unknown) ? [foreign[unknown]] : nearest(unknown, known)
  throw new UsageError(
    `${JSON.stringify(unknown.slice(0, 80))} is no ${noun}`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `the ${noun.split(' ')[0]}s are ${known.join(', ')}`,
  )
}

/** Letters to insert, delete, replace or swap with their neighbour to turn `a` into `b` (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
