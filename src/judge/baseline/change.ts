// One difference between a target and what is remembered of it, and all of them together: the shape that compare.ts fills and reports show.
import type { Cause } from '../causes.ts'
import type { Severity } from '../check.ts'

/** The kinds of facts that are compared, and what they are called. */
export const kinds = {
  handshake: 'the handshake',
  protocols: 'the protocol versions',
  suites: 'the cipher suites',
  groups: 'the groups',
  'signature-schemes': 'the signature schemes',
  chain: 'the chain',
  key: 'the key of the certificate',
  features: 'the features',
  checks: 'the failed checks',
} as const
export type Kind = keyof typeof kinds

export interface Change {
  readonly what: Kind
  /** One sentence without a full stop: 'TLSv1.0 is accepted now'. */
  readonly message: string
}

export interface Weakening extends Change {
  /** The cause whose fix removes it. */
  readonly remedy: Cause
}

export interface Gap extends Change {
  /**
   * An error where something weak is behind it that may be new, a warning where anything may have got worse; a notice where nothing can have,
   * and where no survey tells.
   */
  readonly severity: Severity
}

/** A target against what is remembered of it. */
export interface Comparison {
  readonly weaker: readonly Weakening[]
  readonly stronger: readonly Change[]
  /** Neither: to be looked at by someone who knows what it is for. */
  readonly different: readonly Change[]
  /** Not known on both sides, which is never taken for equal. */
  readonly notCompared: readonly Gap[]
  /** The kinds that are known of both. */
  readonly compared: readonly Kind[]
  /** Names of clients. */
  readonly clients: { readonly gained: readonly string[]; readonly lost: readonly string[]; readonly compared: number }
  /** Ids of checks that fail and did not, or for more, and the other way round. */
  readonly checks: { readonly failing: readonly string[]; readonly mended: readonly string[] }
}

/** What the comparison of one kind comes to. */
export type Outcome =
  | ({ readonly effect: 'weaker' } & Omit<Weakening, 'what'>)
  | ({ readonly effect: 'stronger' | 'different' } & Omit<Change, 'what'>)
  | ({ readonly effect: 'not-compared' } & Omit<Gap, 'what'>)

export const gap = (message: string, severity: Severity = 'warning'): Outcome => ({ effect: 'not-compared', message, severity })

/** Of what at least one side does not know. */
export function unseen(title: string, known: boolean, isKnown: boolean): Outcome {
  if (!known && !isKnown) return gap(`${title} could be seen neither before nor now`)
  return gap(`${title} ${isKnown ? 'could be seen now, and could not before' : 'could be seen before, and cannot now'}`)
}
