// The certificates of a target against those remembered: shape, keys and issuers. That one was renewed is no difference.
import type { Cause } from '../causes.ts'
import { gap, kinds, type Outcome, unseen } from './change.ts'
import type { TargetFacts } from './facts.ts'
import { strengthOfKey, strengthOfSignature } from './strength.ts'

/** What can be wrong with a list of certificates, from bad to worse. */
const problems = ['none', 'certificate-chain-extraneous', 'certificate-chain-misordered', 'certificate-chain-incomplete'] as const

const problemTexts: Readonly<Record<(typeof problems)[number], string>> = {
  none: 'the chain is complete and in order now',
  'certificate-chain-extraneous': 'the chain has superfluous certificates now',
  'certificate-chain-misordered': 'the chain is out of order now',
  'certificate-chain-incomplete': 'the chain lacks an intermediate certificate now',
}

export function compareChains({ chain: before }: TargetFacts, { chain: now }: TargetFacts): Outcome[] {
  if (before === null || now === null) return []
  const [issuer, wasIssuer] = [now, before].map(({ certificates }) => certificates[0]?.issuer ?? '')
  const [above, wasAbove] = [now, before].map(({ certificates }) =>
    certificates
      .slice(1)
      .map(({ issuer }) => issuer)
      .join('\n'),
  )
  const [leaf, wasLeaf] = [now, before].map(({ certificates: [first] }) => first)
  const outcomes: Outcome[] = [...compareProblems(before.problem, now.problem)]
  if (now.length !== before.length)
    outcomes.push({ effect: 'different', message: `the server sends ${now.length} certificates in the place of ${before.length}` })
  if (!leaf || !wasLeaf) return [...outcomes, unseen('the certificate of the server', wasLeaf !== undefined, leaf !== undefined)]
  if (issuer !== wasIssuer)
    outcomes.push({ effect: 'different', message: `the certificate is issued by ${quoted(issuer)} in the place of ${quoted(wasIssuer)}` })
  else if (above !== wasAbove && now.length === before.length)
    outcomes.push({ effect: 'different', message: 'the certificates above the first have other issuers' })
  if (leaf.signature !== wasLeaf.signature) {
    const message = `the certificate is signed with ${leaf.signature} in the place of ${wasLeaf.signature}`
    outcomes.push(byStrength(strengthOfSignature(leaf), strengthOfSignature(wasLeaf), message, 'certificate-weak-signature'))
  }
  return outcomes
}

/** Of the server's own certificate: what its issuers have is theirs to change. */
export function compareKeys({ chain: before }: TargetFacts, { chain: now }: TargetFacts): Outcome[] {
  const [key, was] = [now?.certificates[0], before?.certificates[0]]
  if (!key || !was) return [unseen(kinds.key, was !== undefined, key !== undefined)]
  if (key.key === was.key) return []
  const message = `the certificate has a key ${key.key} in the place of ${was.key}`
  return [byStrength(strengthOfKey(key), strengthOfKey(was), message, 'certificate-weak-key')]
}

function compareProblems(before: string, now: string): Outcome[] {
  if (before === now) return before === 'unknown' ? [gap('whether the chain is in order is not known on either side')] : []
  const [rank, was] = [now, before].map(problem => (problems as readonly string[]).indexOf(problem)) as [number, number]
  const problem = problems[rank]
  if (problem === undefined || was < 0)
    return [gap(`whether the chain is in order ${problem === undefined ? 'is not known now' : 'was not known before'}`)]
  const message = problemTexts[problem]
  return [rank > was && problem !== 'none' ? { effect: 'weaker', message, remedy: problem } : { effect: 'stronger', message }]
}

function byStrength(now: number | null, before: number | null, message: string, remedy: Cause): Outcome {
  if (now === null || before === null || now === before) return { effect: 'different', message }
  return now < before ? { effect: 'weaker', message, remedy } : { effect: 'stronger', message }
}

const quoted = (name = ''): string => (name === '' ? 'nobody' : name)
