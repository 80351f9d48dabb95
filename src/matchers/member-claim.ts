// What the matchers of accepted and refused protocols, cipher suites and groups have in common: the question, and how its answer is read.
import type { TargetReport } from '../gate.ts'
import type { CheckId } from '../judge/check-ids.ts'
import { isComplete } from '../judge/survey.ts'
import type { Support } from '../probe/ledger.ts'
import { partsOf } from '../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { protocols } from '../registry/protocols.ts'
import { policyOfOne } from './asked-policy.ts'
import { type Claim, whateverTheTrust } from './claim.ts'
import { type MemberKind, registeredName } from './names.ts'

export interface MemberQuestion {
  /** Of the matcher. */
  readonly name: string
  readonly wants: 'accepted' | 'refused'
  readonly kind: MemberKind
  readonly member: string
}

/** What is known of a member. */
interface Finding {
  readonly support: Support
  /** One sentence. */
  readonly seen: string
}

/** @throws UsageError for a member that nobody knows */
export function memberClaim({ name, wants, kind, member: given }: MemberQuestion): Claim {
  const member = registeredName(kind, given)
  // A required group is looked for until a version has it; only a forbidden one is asked for in each, which it takes to prove that none does.
  const asksToHave = wants === 'accepted' && kind !== 'group'
  return {
    name,
    argument: `'${given}'`,
    expected: `${member} is ${wants}`,
    negated: `${member} is ${wants === 'accepted' ? 'refused' : 'accepted'}`,
    policy: () => policyOfOne(kind, asksToHave ? { require: [member] } : { forbid: [member] }),
    adapt: whateverTheTrust,
    about: ['policy/questions', ...Object.keys(rules[kind])],
    judge: ({ report, asked }) => {
      const { support, seen } = asked ? answered(report, kind, member) : surveyed(report, kind, member)
      return { holds: support === 'unknown' ? 'unknown' : support === wants ? 'yes' : 'no', seen }
    },
  }
}

/** The check that the one rule of the policy is judged by, and what it means for the member when it fails. */
const rules: Readonly<Record<MemberKind, Readonly<Partial<Record<CheckId, Support>>>>> = {
  protocol: { 'protocol/versions': 'accepted', 'protocol/required': 'refused' },
  'cipher suite': { 'cipher/suites': 'accepted', 'cipher/required': 'refused' },
  group: { 'group/allowed': 'accepted' },
}
const opposite = { accepted: 'refused', refused: 'accepted', unknown: 'unknown' } as const satisfies Record<Support, Support>

function answered(report: TargetReport, kind: MemberKind, member: string): Finding {
  for (const { id, status, message } of report.checks) {
    const broken = rules[kind][id as CheckId]
    if (broken === undefined) continue
    if (status === 'fail') return { support: broken, seen: `${member} is ${broken}` }
    if (status === 'pass') return { support: opposite[broken], seen: `${member} is ${opposite[broken]}` }
    return { support: 'unknown', seen: message }
  }
  const open = report.checks.find(({ id }) => id === 'policy/questions')
  return { support: 'unknown', seen: open?.message ?? report.handshake.failure?.message ?? `whether ${member} is accepted was not asked` }
}

/** From a report that was made for something else. Where it does not prove a refusal, there is none. */
function surveyed(report: TargetReport, kind: MemberKind, member: string): Finding {
  const { handshake, survey } = report
  const fields = { protocol: handshake.protocol, 'cipher suite': handshake.cipherSuite, group: handshake.group }
  if (fields[kind] === member) return { support: 'accepted', seen: `${member} is accepted: the handshake chose it` }
  if (survey === null) return { support: 'unknown', seen: `the report has no survey that would say whether ${member} is accepted` }
  const support = {
    protocol: () => Object.entries(survey.protocols).find(([name]) => name === member)?.[1] ?? 'unknown',
    'cipher suite': () => suiteSupport(survey, member),
    group: () => (survey.groups.includes(member) ? 'accepted' : isComplete(survey, 'groups') ? 'refused' : 'unknown') satisfies Support,
  }[kind]()
  if (support !== 'unknown') return { support, seen: `${member} is ${support}` }
  const advice = "run gate() with survey: 'full', or ask the server itself"
  return { support, seen: `the survey of the report does not say whether ${member} is accepted: ${advice}` }
}

function suiteSupport(survey: NonNullable<TargetReport['survey']>, member: string): Support {
  if (Object.values(survey.cipherSuites).some(names => names.includes(member))) return 'accepted'
  if (survey.complete) return 'refused'
  const suite = cipherSuites.named(member)
  const parts = suite && partsOf(suite)
  if (!parts) return 'unknown'
  const usable = protocols.rows.filter(({ code }) => parts.firstProtocol <= code && code <= parts.lastProtocol)
  return usable.every(({ name }) => survey.protocols[name] === 'refused') ? 'refused' : 'unknown'
}
