// How findings of a policy are put into words.

const most = 6

/** 'a', 'a and b', 'a, b and c'; of many names the first, 'and 12 more'. */
export function listed(names: readonly string[]): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
  return enumerated(names)
}

/** 'a', 'a and b', 'a, b and c' */
export const enumerated = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** 'A is refused', 'A and B are refused' */
export const are = (names: readonly string[], what: string): string => `${listed(names)} ${names.length === 1 ? 'is' : 'are'} ${what}`

/** Pieces of evidence, each once: 'probe 9' before 'probe 10', and before these whatever is no probe. */
export const inOrder = (evidence: readonly string[]): string[] => [...new Set(evidence)].sort((a, b) => probeNumber(a) - probeNumber(b))

const probeNumber = (piece: string): number => Number(/^probe (\d+)$/.exec(piece)?.[1] ?? -1)

/** 'probe 3', each once, in order. */
export function probesText(numbers: readonly number[]): readonly string[] {
  const text = texts.get(numbers) ?? inOrder(numbers.map(number => `probe ${number}`))
  texts.set(numbers, text)
  return text
}

/** Many findings rest on one list of probes. */
const texts = new WeakMap<readonly number[], readonly string[]>()
