// Judges a server by a policy, from what it answered: at least one check for every property that the policy has a rule for.
import type { Certificate } from '../../certificate/certificate.ts'
import { dhParametersOf } from '../../probe/dh-parameters.ts'
import type { Ledger } from '../../probe/ledger.ts'
import { isDhe } from '../../registry/cipher-suite-parts.ts'
import { protocols, tls13 } from '../../registry/protocols.ts'
import type { Cause } from '../causes.ts'
import type { Check } from '../check.ts'
import { checkOf } from '../check-of.ts'
import { type FurtherLeaf, saidOf } from '../further-certificates.ts'
import type { Feature } from '../survey.ts'
import { certificateChecksOf } from './certificate-rules.ts'
import { type NameKind, nameOf, resolveNames } from './classes.ts'
import { byDefault } from './default.ts'
import { featureChecks } from './feature-rules.ts'
import { findingOf, type Witness } from './finding.ts'
import { fixFor } from './fixes.ts'
import type { Known } from './known.ts'
import { meaningOf, type PolicyMeaning, type Requirement } from './meaning.ts'
import { evidenceOf, judgedVersions, memberChecks } from './member-rules.ts'
import { suitesIn } from './offers.ts'
import { orderCheck } from './order-rule.ts'
import type { Policy, Wanted } from './policy.ts'
import { isPostQuantum } from './tls13-questions.ts'
import { listed } from './words.ts'

/** What a policy is judged by. */
export interface PolicyEvidence {
  readonly ledger: Ledger
  readonly features: readonly Feature[]
  /** What the handshake has shown, see knownOf(); null when there was none. */
  readonly known: Known | null
  /** The certificate of the server; null when none was seen or it cannot be read. */
  readonly leaf: Certificate | null
  /** Those that other answers showed beside it. */
  readonly further?: readonly FurtherLeaf[]
}

/** Vulnerabilities and clients have judges of their own; everything else of a policy is judged here. */
export function judgePolicy(policy: Policy, evidence: PolicyEvidence): Check[] {
  const meaning = meaningOf(policy)
  return [
    ...protocolChecks(evidence, meaning),
    ...suiteChecks(evidence, meaning),
    orderCheck(evidence.ledger, meaning),
    ...groupChecks(evidence, meaning),
    dhCheck(evidence, meaning),
    ...schemeChecks(evidence, meaning),
    ...featureChecks(evidence.features, policy),
    ...certificateChecksOf(meaning, evidence.leaf),
    ...(evidence.further ?? []).flatMap(leaf => certificateChecksOf(meaning, leaf.certificate).map(check => saidOf(leaf, check))),
  ].filter(check => check !== null)
}

/** By RFC 8996 and its forerunners, whatever the policy says. */
const isObsolete = (version: number): boolean => protocols.get(version)?.forbiddenBy != null

function protocolChecks(witness: Witness, policy: PolicyMeaning): Check[] {
  const [oldest] = policy.versions
  const isAge = oldest !== undefined && [...policy.protocols.forbidden].every(version => version < oldest)
  return memberChecks(witness, policy, policy.protocols, {
    unwanted: {
      id: 'protocol/versions',
      cause: accepted => (accepted.some(isObsolete) ? 'obsolete-protocol-accepted' : 'policy-protocol-accepted'),
      end: isAge ? `the policy starts at ${nameOf('protocol', oldest)}` : null,
    },
    wanted: { id: 'protocol/required', cause: 'required-protocol-refused' },
  })
}

/** What the policy `default` has something against is weak, whatever policy is judged by. */
const weakNames = ({ forbid = [], discourage = [] }: Wanted): readonly string[] => [...forbid, ...discourage]

function causeOf(kind: NameKind, standard: Wanted, weak: Cause, other: Cause): (accepted: readonly number[]) => Cause {
  return accepted => (weakNames(standard).some(name => resolveNames(kind, name).some(code => accepted.includes(code))) ? weak : other)
}

const suiteChecks = (witness: Witness, policy: PolicyMeaning): Check[] =>
  memberChecks(witness, policy, policy.cipherSuites, {
    unwanted: {
      id: 'cipher/suites',
      cause: causeOf('cipher suite', byDefault.cipherSuites, 'weak-cipher-accepted', 'policy-cipher-accepted'),
    },
    wanted: { id: 'cipher/required', cause: 'policy-cipher-refused' },
  })

/** What is wanted against quantum computers is a check of its own. */
function groupChecks(witness: Witness, policy: PolicyMeaning): Check[] {
  const { required, recommended, suggested } = policy.groups
  const unwanted = {
    id: 'group/allowed',
    cause: causeOf('group', byDefault.groups, 'weak-group-accepted', 'policy-group-accepted'),
  } as const
  const usual = (requirement: Requirement): boolean => !isPostQuantum(requirement)
  return [
    ...memberChecks(
      witness,
      policy,
      { ...policy.groups, required: required.filter(usual), recommended: recommended.filter(usual), suggested: suggested.filter(usual) },
      { unwanted, wanted: { id: 'group/required', cause: 'policy-group-refused' } },
    ),
    ...memberChecks(
      witness,
      policy,
      {
        kind: 'group',
        forbidden: new Set(),
        discouraged: new Set(),
        required: required.filter(isPostQuantum),
        recommended: recommended.filter(isPostQuantum),
        suggested: suggested.filter(isPostQuantum),
      },
      { unwanted, wanted: { id: 'group/post-quantum', cause: 'post-quantum-group-missing' } },
    ),
  ]
}

/** Before TLS 1.3 a server brings a prime of its own, which shows only in an answer with such a suite. */
function dhCheck(witness: Witness, meaning: PolicyMeaning): Check | null {
  const { policy } = meaning
  const { minDhBits: least } = policy
  if (least === undefined) return null
  const rule = { id: 'group/dh-parameters', severity: 'error' } as const
  const seen = dhParametersOf(witness.ledger)
  const evidence = seen.map(({ probe }) => `probe ${probe}`)
  const short = seen.filter(({ bits }) => bits < least)
  if (short.length > 0) {
    const sizes = listed(short.map(({ bits, name }) => `${bits} bits${name === null ? '' : ` (${name})`}`))
    const message = `Diffie-Hellman primes of ${sizes} are in use; the policy ${policy.id} asks for ${least}`
    return checkOf({ ...rule, status: 'fail', cause: 'weak-dh-parameters', fix: fixFor(meaning, 'weak-dh-parameters'), message, evidence })
  }
  if (seen.length > 0) {
    const message = `the smallest Diffie-Hellman prime that was seen has ${Math.min(...seen.map(({ bits }) => bits))} bits`
    return checkOf({ ...rule, status: 'pass', message, evidence })
  }
  const judged = judgedVersions(witness, meaning).filter(version => version < tls13 && version >= 0x0300)
  const found = judged.flatMap(version =>
    suitesIn(version)
      .filter(isDhe)
      .map(code => findingOf(witness, 'cipher suite', version, code)),
  )
  const open = found.filter(({ support }) => support !== 'refused')
  if (open.length === 0)
    return checkOf({
      ...rule,
      status: 'pass',
      message: 'no suite with finite-field Diffie-Hellman is accepted',
      evidence: evidenceOf(found),
    })
  const why = open.find(({ why }) => why !== '')?.why ?? 'its prime was not seen'
  const message = `how long the Diffie-Hellman prime is, is not known: ${why}`
  return checkOf({ ...rule, status: 'inconclusive', message, evidence: evidenceOf(open) })
}

const schemeChecks = (witness: Witness, policy: PolicyMeaning): Check[] =>
  memberChecks(witness, policy, policy.signatureSchemes, {
    unwanted: {
      id: 'signature/schemes',
      cause: causeOf('signature scheme', byDefault.signatureSchemes, 'weak-signature-scheme-accepted', 'policy-signature-scheme-accepted'),
    },
    wanted: { id: 'signature/required', cause: 'policy-signature-scheme-refused' },
  })
