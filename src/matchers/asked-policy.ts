// The policy that a claim of one member comes to: with a single rule, so that a few hellos decide it.
import type { Policy, Wanted } from '../judge/policy/policy.ts'
import type { MemberKind } from './names.ts'

const sections = { protocol: 'protocols', 'cipher suite': 'cipherSuites', group: 'groups' } as const satisfies Record<
  MemberKind,
  keyof Policy
>

export function policyOfOne(kind: MemberKind, rule: Wanted): Policy {
  return { ...empty, [sections[kind]]: rule }
}

const empty: Policy = {
  // Stands in messages: 'the policy of this assertion does not allow it'.
  id: 'of this assertion',
  version: '1',
  title: 'What one assertion asks for',
  source: 'the test',
  protocols: {},
  cipherSuites: {},
  groups: {},
  signatureSchemes: {},
  features: {},
  vulnerabilities: {},
  clients: {},
  certificate: {},
}
