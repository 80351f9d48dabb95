// Who decides on the cipher suite: told from hellos with the same suites in another order.
import type { Ledger } from '../../probe/ledger.ts'
import type { Asked } from '../../probe/offer.ts'
import { orderOf } from '../../probe/survey/order.ts'
import { tls13 } from '../../registry/protocols.ts'
import type { Check } from '../check.ts'
import { checkOf, type Finding } from '../check-of.ts'
import { nameOf } from './classes.ts'
import { fixFor } from './fixes.ts'
import type { PolicyMeaning } from './meaning.ts'
import { probesText } from './words.ts'

/** A warning where the other side decides; null where the policy does not care. */
export function orderCheck(ledger: Ledger, meaning: PolicyMeaning): Check | null {
  const { policy, versions } = meaning
  const wanted = policy.cipherOrder
  if (wanted === undefined) return null
  const check = (finding: Pick<Finding, 'status' | 'message' | 'evidence' | 'cause' | 'fix'>): Check =>
    checkOf({ id: 'cipher/order', severity: 'warning', ...finding })
  // Before TLS 1.3 suites differ in more than the cipher: where there is such a version, its order is the one that matters.
  const accepted = versions.filter(version => ledger.protocol(version).support === 'accepted')
  const version = accepted.findLast(each => each < tls13) ?? accepted.at(-1)
  if (version === undefined) return check(withoutVersion(ledger, versions))
  const answers = ledger.accepted(version).filter(({ offer }) => suitesOf(offer).length > 1)
  const suites = [...new Set(ledger.accepted(version).map(({ outcome }) => outcome.cipherSuite))]
  const evidence = probesText(
    answers.filter(({ offer }) => suites.every(code => suitesOf(offer).includes(code))).map(({ number }) => number),
  )
  const place = nameOf('protocol', version)
  const { by } = orderOf(version, suites, answers)
  if (by !== 'unknown') {
    const message = `the ${by} decides on the cipher suite in ${place}`
    if (by === wanted) return check({ status: 'pass', message, evidence })
    return check({
      status: 'fail',
      cause: 'policy-cipher-order',
      fix: fixFor(meaning, 'policy-cipher-order'),
      message: `${message}; the policy ${policy.id} leaves it to the ${wanted}`,
      evidence,
    })
  }
  const [only = 0] = suites
  const others = new Set(answers.flatMap(({ offer }) => suitesOf(offer)).filter(code => code !== only))
  if (suites.length === 1 && [...others].every(code => ledger.cipherSuite(version, code).support === 'refused'))
    return check({
      status: 'pass',
      message: `${place} has no other cipher suite than ${nameOf('cipher suite', only)} to decide on`,
      evidence,
    })
  const message = `who decides on the cipher suite in ${place} is not known: no two answers to the same suites tell`
  return check({ status: 'inconclusive', message, evidence })
}

function withoutVersion(ledger: Ledger, versions: readonly number[]): Pick<Finding, 'status' | 'message' | 'evidence'> {
  const isRefused = versions.every(version => ledger.protocol(version).support === 'refused')
  return isRefused
    ? { status: 'pass', message: 'no version that the policy allows is accepted, so that there is no order to judge', evidence: [] }
    : { status: 'inconclusive', message: 'who decides on the cipher suite is not known: it was not asked', evidence: [] }
}

const suitesOf = ({ hello }: Asked['offer']): readonly number[] => (hello.kind === 'client_hello' ? hello.cipherSuites : [])
