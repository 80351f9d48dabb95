// What every question of a plan is asked from: the policy's meaning, what is known already, and which members that leaves to ask about.
import type { HelloContext } from '../../probe/hello.ts'
import { partsOfCode } from '../../registry/cipher-suite-parts.ts'
import { tls13 } from '../../registry/protocols.ts'
import type { SuiteQuestion, SuiteTraits } from '../vulnerability/question.ts'
import { vulnerabilities } from '../vulnerability/vulnerabilities.ts'
import type { Known } from './known.ts'
import { isUsable, meaningOf, type PolicyMeaning, type Requirement, unwanted } from './meaning.ts'
import { suitesIn } from './offers.ts'
import type { Policy } from './policy.ts'

/** What the questions of one plan share. */
export interface Desk {
  readonly context: HelloContext
  readonly policy: Policy
  readonly meaning: PolicyMeaning
  readonly known: Known | null
  /** Names of features that something in the policy rests on. */
  readonly features: ReadonlySet<string>
  /** Suites whose acceptance exposes to a vulnerability that the policy forbids or discourages. */
  readonly exposing: readonly SuiteQuestion[]
  readonly unwantedSuites: ReadonlySet<number>
  readonly unwantedGroups: ReadonlySet<number>
  readonly unwantedSchemes: ReadonlySet<number>
  /** The newest version before TLS 1.3 that is not forbidden, which answers for features; null when there is none. */
  readonly legacy: number | null
}

/** @throws UsageError for a name in the policy that nobody knows */
export function deskOf(policy: Policy, context: HelloContext, known: Known | null): Desk {
  const meaning = meaningOf(policy)
  const named = new Set(Object.values(policy.vulnerabilities).flat())
  const questions = Object.entries(vulnerabilities).flatMap(([name, row]) => (named.has(name) ? row.questions : []))
  const among = questions.map(question => ('among' in question ? question.among : question))
  return {
    context,
    policy,
    meaning,
    known,
    features: new Set([
      ...Object.values(policy.features).flat(),
      ...questions.flatMap(question => (question.kind === 'feature' ? [question.name] : [])),
    ]),
    exposing: [...new Set(among.filter(question => question.kind === 'cipher-suites'))],
    unwantedSuites: new Set(unwanted(meaning.cipherSuites)),
    unwantedGroups: new Set(unwanted(meaning.groups)),
    unwantedSchemes: new Set(unwanted(meaning.signatureSchemes)),
    legacy: meaning.versions.findLast(version => version < tls13 && version >= 0x0300) ?? null,
  }
}

/** Suites of a version that are not forbidden, those most in use first. */
export const allowedSuites = ({ meaning }: Desk, version: number): number[] =>
  suitesIn(version).filter(code => !meaning.cipherSuites.forbidden.has(code))

/** Whether the handshake has met a requirement. */
export function isKnown({ known }: Desk, kind: 'cipherSuite' | 'group' | 'signatureScheme', { members }: Requirement): boolean {
  const code = known?.[kind] ?? null
  return code !== null && members.includes(code)
}

/** The sets of suites in a version that vulnerabilities rest on and the policy itself has nothing against, each once. */
export function exposingSuites({ exposing, unwantedSuites }: Desk, version: number): number[][] {
  const traits = (code: number): SuiteTraits | null => partsOfCode(code)
  const sets = exposing
    .filter(({ versions }) => versions.includes(version))
    .map(({ exposes }) =>
      suitesIn(version).filter(code => {
        const suite = traits(code)
        return suite !== null && exposes(suite) && !unwantedSuites.has(code)
      }),
    )
  return distinct(sets.filter(set => set.length > 0))
}

/** Allowed requirements that something in a version can meet, narrowed to what can. */
export function requirementsIn(
  requirements: readonly Requirement[],
  forbidden: ReadonlySet<number>,
  kind: 'cipher suite' | 'group' | 'signature scheme',
  version: number,
): Requirement[] {
  return requirements
    .map(({ name, members }) => ({ name, members: members.filter(code => !forbidden.has(code) && isUsable(kind, code, version)) }))
    .filter(({ members }) => members.length > 0)
}

/** Each set once, two being the same when they have the same codes in the same order. */
export const distinct = (sets: readonly number[][]): number[][] => [...new Map(sets.map(set => [set.join(), set])).values()]
