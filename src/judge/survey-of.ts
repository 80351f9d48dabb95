// From what a ledger proves to the survey of a report: names in the place of wire numbers, suites in the server's order. Pure.
import type { Cost } from '../probe/asking.ts'
import { type DhParameters, dhParametersOf } from '../probe/dh-parameters.ts'
import type { Feature } from '../probe/features.ts'
import { everyGroup, everySignatureScheme } from '../probe/hello.ts'
import { type Finding, type Ledger, suitesOf } from '../probe/ledger.ts'
import type { Asked } from '../probe/offer.ts'
import { orderOf, type SuiteOrder } from '../probe/survey/order.ts'
import { likelySuites } from '../probe/survey/ranking.ts'
import { alerts } from '../registry/alerts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { groups } from '../registry/groups.ts'
import { protocols, tls12 } from '../registry/protocols.ts'
import { signatureSchemes } from '../registry/signature-schemes.ts'
import { sslv2CipherKinds } from '../registry/sslv2-cipher-kinds.ts'
import type { Known } from './policy/known.ts'
import type { Survey } from './survey.ts'

/** What a survey is made of. */
export interface SurveyFacts {
  readonly kind: Survey['kind']
  readonly ledger: Ledger
  /** What the handshake has shown; null when it got nowhere. */
  readonly known: Known | null
  readonly features: readonly Feature[]
  readonly cost: Cost
  readonly notes: readonly string[]
}

/** Everything of the survey but the clients, who are derived from it. */
export function surveyOf({ kind, ledger: asked, known, features, cost, notes }: SurveyFacts): Omit<Survey, 'clients'> {
  const ledger = known ? withHandshake(asked, known) : asked
  const accepted = protocols.rows.filter(({ code }) => ledger.protocol(code).support === 'accepted')
  const byProtocol = <T>(of: (version: number) => T): Record<string, T> =>
    Object.fromEntries(accepted.map(({ code, name }) => [name, of(code)]))
  const orders = new Map(
    accepted.map(({ code }) => [
      code,
      orderOf(
        code,
        acceptedOf(likelySuites(code), suite => ledger.cipherSuite(code, suite)),
        ledger.asked,
      ),
    ]),
  )
  const groupsBy = byProtocol(version => acceptedOf(everyGroup(), group => ledger.group(version, group)).map(code => groups.label(code)))
  const schemesBy = byProtocol(version =>
    acceptedOf(everySignatureScheme(), scheme => ledger.signatureScheme(version, scheme)).map(code => signatureSchemes.label(code)),
  )
  const complete = (findings: (version: number) => readonly Finding[]): string[] =>
    accepted.flatMap(({ code, name }) => (findings(code).every(isKnown) ? [name] : []))
  const completeSchemes = complete(version => everySignatureScheme().map(scheme => ledger.signatureScheme(version, scheme)))
  // Before TLS 1.2 there are none to choose from.
  const openSchemes = accepted.flatMap(({ code, name }) => (code >= tls12 && !completeSchemes.includes(name) ? [name] : []))
  return {
    kind,
    protocols: Object.fromEntries(protocols.rows.map(({ code, name }) => [name, ledger.protocol(code).support])) as Survey['protocols'],
    cipherSuites: byProtocol(version => (orders.get(version)?.suites ?? []).map(code => suiteName(version, code))),
    cipherOrder: byProtocol(version => orders.get(version)?.by ?? 'unknown'),
    groups: union(Object.values(groupsBy).reverse()),
    groupsByProtocol: groupsBy,
    signatureSchemes: union(Object.values(schemesBy).reverse()),
    signatureSchemesByProtocol: schemesBy,
    dhPrimeBits: shortestOf(dhParametersOf(ledger)),
    features,
    complete: kind === 'full' && knowsAll(ledger),
    completeFor: {
      cipherSuites: complete(version => suitesOf(version).map(suite => ledger.cipherSuite(version, suite))),
      groups: complete(version => everyGroup().map(group => ledger.group(version, group))),
      signatureSchemes: completeSchemes,
    },
    cost,
    notes: [
      ...notes,
      ...(kind === 'full' ? accepted.flatMap(({ code, name }) => guessNote(name, orders.get(code))) : []),
      ...(kind === 'full' ? openSchemes.map(name => `the signature schemes of ${name} are known in part`) : []),
    ],
    probes: ledger.asked.map(asked => ({ number: asked.number, asked: asked.offer.title, answer: answerText(asked) })),
  }
}

/** What was not asked because the handshake had shown it. */
function withHandshake(ledger: Ledger, known: Known): Ledger {
  const shown = (finding: Finding, isShown: boolean): Finding =>
    finding.support === 'unknown' && isShown ? { support: 'accepted', probes: [] } : finding
  const within = (code: number | null) => (version: number, wanted: number) => version === known.version && wanted === code
  const [isSuite, isGroup, isScheme] = [within(known.cipherSuite), within(known.group), within(known.signatureScheme)]
  return {
    ...ledger,
    protocol: version => shown(ledger.protocol(version), version === known.version),
    cipherSuite: (version, code) => shown(ledger.cipherSuite(version, code), isSuite(version, code)),
    group: (version, code) => shown(ledger.group(version, code), isGroup(version, code)),
    signatureScheme: (version, code) => shown(ledger.signatureScheme(version, code), isScheme(version, code)),
  }
}

/** Whether it is known of every version, and of every suite in those that are accepted, if the server accepts it. */
function knowsAll(ledger: Ledger): boolean {
  return protocols.rows.every(({ code }) => {
    const finding = ledger.protocol(code)
    return isKnown(finding) && (finding.support === 'refused' || suitesOf(code).every(suite => isKnown(ledger.cipherSuite(code, suite))))
  })
}

const isKnown = ({ support }: Finding): boolean => support !== 'unknown'

/** Of many suites it would take more hellos to find the order than to find the suites. */
const guessNote = (protocol: string, order: SuiteOrder | undefined): string[] =>
  order?.by === 'server' && order.guessed.length > 0 ? [`the server's order of the suites of ${protocol} is known in part`] : []

const suiteName = (version: number, code: number): string => (version === 0x0002 ? sslv2CipherKinds : cipherSuites).label(code)

const acceptedOf = (codes: readonly number[], finding: (code: number) => { readonly support: string }): number[] =>
  codes.filter(code => finding(code).support === 'accepted')

const shortestOf = (primes: readonly DhParameters[]): number | null =>
  primes.length === 0 ? null : Math.min(...primes.map(({ bits }) => bits))

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())]

function answerText({ outcome }: Asked): string {
  switch (outcome.kind) {
    case 'accepted': {
      const { version, cipherSuite, group } = outcome
      return [protocols.label(version), suiteName(version, cipherSuite), group === null ? null : groups.label(group)]
        .filter(part => part !== null)
        .join(', ')
    }
    case 'refused':
      return outcome.by === 'alert' ? `refused by alert ${alerts.label(outcome.alert)}` : `refused by ${outcome.by}`
    case 'unknown':
      return `not known: ${outcome.detail}`
    default:
      return outcome satisfies never
  }
}
