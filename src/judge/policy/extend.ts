// A user's own policy: one of the named ones with some of its lists replaced. Says everything that is wrong with it.
import { featureRows } from '../../probe/features.ts'
import { clientProfiles } from '../../registry/clients/clients.ts'
import { protocols } from '../../registry/protocols.ts'
import { nearestHint } from '../nearest.ts'
import { vulnerabilities } from '../vulnerability/vulnerabilities.ts'
import { knownNames, membersOf, type NameKind } from './classes.ts'
import { allowedOf, type Policy, type Wanted } from './policy.ts'
import { changeProblems, lists, type PolicyChanges, type PolicyProblem, refuseProblems, shapeProblems } from './shape.ts'

/**
 * The policy with the lists that `changes` names in the place of its own.
 * @throws UsageError for the first of policyProblems
 */
export function extendPolicy(base: Policy, changes: PolicyChanges): Policy {
  refuseProblems(idOf(base), extensionProblems(base, changes))
  return merged(base, changes)
}

/** Everything that is wrong with a base and changes to it, so that a reader of a file can say where. */
export function extensionProblems(base: Policy, changes: PolicyChanges): PolicyProblem[] {
  const misshapen = changeProblems(changes)
  return misshapen.length > 0 ? misshapen : policyProblems(merged(base, changes))
}

const idOf = ({ id }: Policy): string => (id.endsWith('+') ? id : `${id}+`)

function merged(base: Policy, changes: PolicyChanges): Policy {
  return {
    ...base,
    ...changes,
    id: idOf(base),
    protocols: { ...base.protocols, ...changes.protocols },
    cipherSuites: { ...base.cipherSuites, ...changes.cipherSuites },
    groups: { ...base.groups, ...changes.groups },
    signatureSchemes: { ...base.signatureSchemes, ...changes.signatureSchemes },
    features: { ...base.features, ...changes.features },
    vulnerabilities: { ...base.vulnerabilities, ...changes.vulnerabilities },
    clients: { ...base.clients, ...changes.clients },
    certificate: { ...base.certificate, ...changes.certificate },
  }
}

const sections = { protocols: 'protocol', cipherSuites: 'cipher suite', groups: 'group', signatureSchemes: 'signature scheme' } as const

/** What is no policy's part, names nobody knows, and what is wanted and forbidden at the same time. */
export function policyProblems(policy: Policy): PolicyProblem[] {
  const misshapen = shapeProblems(policy)
  if (misshapen.length > 0) return misshapen
  const named = Object.entries(sections).flatMap(([section, kind]) => {
    const wanted = policy[section as keyof typeof sections]
    const unknown = unknownNames(section, wanted, knownNames(kind), name => membersOf(kind, name) !== null, kind)
    return unknown.length > 0 ? unknown : contradictions(section, kind, wanted)
  })
  const others = Object.entries(tables).flatMap(([section, [noun, names]]) => {
    const known = names()
    return unknownNames(section, policy[section as keyof typeof tables], known, name => known.includes(name), noun)
  })
  return [...named, ...others, ...versionless(policy)]
}

/** What is known by name alone. */
const tables = {
  features: ['feature', () => Object.keys(featureRows)],
  vulnerabilities: ['vulnerability', () => Object.keys(vulnerabilities)],
  clients: ['client', () => clientProfiles().map(({ name }) => name)],
} as const satisfies Record<string, readonly [noun: string, names: () => readonly string[]]>

function unknownNames(
  section: string,
  wanted: Wanted,
  known: readonly string[],
  isKnown: (name: string) => boolean,
  noun: string,
): PolicyProblem[] {
  return lists.flatMap(list =>
    (wanted[list] ?? []).flatMap((name, index) =>
      isKnown(name)
        ? []
        : [{ path: [section, list, index], message: `${JSON.stringify(name)} is no ${noun}`, hint: nearestHint(name, known) }],
    ),
  )
}

/** What is required, recommended or suggested has to have a member that is allowed. */
function contradictions(section: string, kind: NameKind, wanted: Wanted): PolicyProblem[] {
  const codes = (names: readonly string[]): Set<number> => new Set(names.flatMap(name => membersOf(kind, name) ?? []))
  const names = allowedOf(wanted)
  const allowed = names && codes(names)
  const forbidden = codes(wanted.forbid ?? [])
  const isPossible = (code: number): boolean => (allowed?.has(code) ?? true) && !forbidden.has(code)
  return (['require', 'recommend', 'suggest'] as const).flatMap(list =>
    (wanted[list] ?? []).flatMap((name, index) => {
      if (membersOf(kind, name)?.some(isPossible)) return []
      const inAllow = allowed === null || [...codes([name])].some(code => allowed.has(code))
      return [
        {
          path: [section, list, index],
          message: `${section} ${list}s ${name} and forbids it`,
          hint: inAllow ? `take ${name} out of ${section}.forbid or out of ${section}.${list}` : `add ${name} to ${section}.allow`,
        },
      ]
    }),
  )
}

function versionless({ protocols: wanted }: Policy): PolicyProblem[] {
  const possible = protocols.rows.some(({ name }) => (allowedOf(wanted)?.includes(name) ?? true) && !wanted.forbid?.includes(name))
  if (possible) return []
  return [{ path: ['protocols'], message: 'protocols forbids every version', hint: 'allow TLSv1.3 at least' }]
}
