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

/** 'probe 3', each once, in order. */
export const probesText = (numbers: readonly number[]): string[] =>
  [...new Set(numbers)].sort((a, b) => a - b).map(number => `probe ${number}`)
