// Whose order decides on the cipher suite, and what the server's is: read from what it chose of what was listed. Pure.
import { authenticationOf, partsOfCode } from '../../registry/cipher-suite-parts.ts'
import type { Offer, Outcome } from '../offer.ts'

/** Whose order counts, and the order as far as it is known. */
export interface SuiteOrder {
  /** Unknown where there is only one suite, or where the answers fit both or neither. */
  readonly by: 'server' | 'client' | 'unknown'
  /** The accepted suites: in the server's order where it has one, as far as that is known; otherwise in that of the list given. */
  readonly suites: readonly number[]
  /** Neighbours in the order whose order is a guess; as long as it may be the client's, some at least. */
  readonly guessed: readonly (readonly [number, number])[]
}

/** A choice, for which nothing but the suites counted. */
interface Choice {
  readonly chosen: number
  /** The accepted suites among those listed, the chosen one too. */
  readonly among: readonly number[]
}

/**
 * @param suites what is accepted in this version or some of it, in the order that a server is thought to have
 * @param answered hellos and their answers, those of other versions too
 */
export function orderOf(
  version: number,
  suites: readonly number[],
  answered: readonly { readonly offer: Offer; readonly outcome: Outcome }[],
): SuiteOrder {
  const choices = answered.flatMap(({ offer, outcome }) => choiceOf(version, suites, offer, outcome))
  const over = new Map<number, Set<number>>()
  for (const { chosen, among } of choices) {
    const beaten = over.get(chosen) ?? new Set()
    for (const code of among) if (code !== chosen) beaten.add(code)
    over.set(chosen, beaten)
  }
  const beats = (a: number, b: number): boolean => over.get(a)?.has(b) === true
  const sorted = inOrder(suites, beats)
  const fitsClient = choices.every(({ chosen, among }) => among[0] === chosen)
  if (sorted === null) return { by: fitsClient ? 'client' : 'unknown', suites, guessed: [] }
  const guessed = sorted.slice(1).flatMap((code, index): [number, number][] => {
    const before = sorted[index] ?? code
    return beats(before, code) ? [] : [[before, code]]
  })
  if (!fitsClient) return { by: 'server', suites: sorted, guessed }
  const [first, second] = sorted
  const likeliest = first === undefined || second === undefined ? [] : [[first, second] as const]
  return { by: 'unknown', suites, guessed: guessed.length > 0 ? guessed : likeliest }
}

/** Sorted so that whatever beats another comes before it, else as given; null when they beat each other in a circle. */
function inOrder(suites: readonly number[], beats: (a: number, b: number) => boolean): number[] | null {
  const left = [...suites]
  const sorted: number[] = []
  while (left.length > 0) {
    const next = left.findIndex(code => !left.some(other => beats(other, code)))
    if (next < 0) return null
    sorted.push(...left.splice(next, 1))
  }
  return sorted
}

/** A narrow choice of groups or schemes may decide between suites too, but not between those that take them in the same way. */
const telling = new Set(['cipher-suites', 'groups', 'signature-schemes', 'several', 'control'])

function choiceOf(version: number, suites: readonly number[], { about, hello }: Offer, outcome: Outcome): Choice[] {
  if (outcome.kind !== 'accepted' || outcome.version !== version || hello.kind !== 'client_hello' || !telling.has(about)) return []
  const chosen = outcome.cipherSuite
  if (!suites.includes(chosen)) return []
  const isFree = version >= 0x0304 || about === 'cipher-suites'
  const kindOf = about === 'signature-schemes' ? authenticationOf : exchangeOf
  const among = hello.cipherSuites.filter(code => suites.includes(code) && (isFree || kindOf(code) === kindOf(chosen)))
  return among.length > 1 ? [{ chosen, among }] : []
}

const exchangeOf = (code: number): string => `${partsOfCode(code)?.keyExchange} ${authenticationOf(code)}`
