// The properties of the certificates a server sent, each a check. OpenSSL's verdict decides trust; the analysis of the chain explains it.
import type { ChainAnalysis, PathElement } from '../certificate/chain.ts'
import { matchHostname } from '../certificate/hostname.ts'
import { explains, verdictCause, verdictText } from '../certificate/openssl-verdict.ts'
import { type ChainProblem, certificateLabel, type ProblemKind } from '../certificate/problem.ts'
import { dayMs, span } from '../certificate/span.ts'
import { keyStrength, keyText, signatureStrength } from '../certificate/strength.ts'
import { type Cause, causes, fixOf } from './causes.ts'
import type { Check, Severity } from './check.ts'
import { type CheckId, checkIds } from './check-ids.ts'

/** What OpenSSL said of the chain: `code` is Node's authorizationError, null when it is authorized. */
export interface TrustVerdict {
  readonly authorized: boolean
  readonly code: string | null
}

/** What the checks of certificates rest on. */
export type CertificateEvidence =
  | {
      readonly analysis: ChainAnalysis
      /** Null when OpenSSL did not get as far as verifying. */
      readonly verdict: TrustVerdict | null
    }
  /** No certificate was seen; `why` says why, in one sentence. */
  | { readonly analysis: null; readonly why: string }

/** What limits the word of OpenSSL. */
export interface CertificateCheckOptions {
  /** Whether the analysis is for another time than that of OpenSSL's verdict, so that its word on dates does not count. */
  readonly timeShifted?: boolean
  /** Whether OpenSSL was given revocation lists: of several faults it names one, and revocation may be another. */
  readonly revocation?: boolean
}

const ids = [
  'certificate/trust',
  'certificate/chain',
  'certificate/hostname',
  'certificate/validity',
  'certificate/lifetime-left',
  'certificate/usage',
  'certificate/key',
  'certificate/signature',
] as const satisfies readonly CheckId[]
type CertificateCheckId = (typeof ids)[number]

/** Which property a problem breaks and how much it matters: error for what a verifying client refuses, warning for what some do. */
const placeOf: Readonly<Record<Exclude<ProblemKind, 'unreadable'>, readonly [CertificateCheckId, Severity]>> = {
  expired: ['certificate/validity', 'error'],
  'not-yet-valid': ['certificate/validity', 'error'],
  'self-signed': ['certificate/trust', 'error'],
  'root-untrusted': ['certificate/trust', 'error'],
  'root-unknown': ['certificate/trust', 'error'],
  'bad-signature': ['certificate/trust', 'error'],
  'issuer-missing': ['certificate/chain', 'error'],
  misordered: ['certificate/chain', 'warning'],
  duplicate: ['certificate/chain', 'warning'],
  unrelated: ['certificate/chain', 'warning'],
  'too-many': ['certificate/chain', 'warning'],
  'root-sent': ['certificate/chain', 'notice'],
  'host-mismatch': ['certificate/hostname', 'error'],
  'no-san': ['certificate/hostname', 'error'],
  // OpenSSL, Go and Chromium accept it; Firefox and rustls do not.
  'ca-as-leaf': ['certificate/usage', 'warning'],
  'not-for-servers': ['certificate/usage', 'error'],
  'key-usage': ['certificate/usage', 'error'],
  'not-a-ca': ['certificate/usage', 'error'],
  'path-too-long': ['certificate/usage', 'error'],
  'name-constraint': ['certificate/usage', 'error'],
  'critical-extension': ['certificate/usage', 'error'],
  'weak-key': ['certificate/key', 'error'],
  'weak-signature': ['certificate/signature', 'error'],
}

/** The property that an unexplained refusal of OpenSSL's is reported under; certificate/trust for the other causes. */
const propertyOf: Partial<Record<Cause, CertificateCheckId>> = {
  'certificate-expired': 'certificate/validity',
  'certificate-not-yet-valid': 'certificate/validity',
  'certificate-host-mismatch': 'certificate/hostname',
  'certificate-misissued': 'certificate/usage',
  'certificate-weak-key': 'certificate/key',
  'certificate-weak-signature': 'certificate/signature',
}

/** At least one check a property, in the order of `ids`; a property with several problems has a check for each. */
export function certificateChecks(evidence: CertificateEvidence, options: CertificateCheckOptions = {}): Check[] {
  const { timeShifted = false, revocation = false } = options
  if (evidence.analysis === null) return ids.map(id => unknown(id, evidence.why))
  const { analysis, verdict } = evidence
  const failed = [...problemChecks(analysis, verdict), ...lifetimeChecks(analysis), ...refusal(analysis, verdict, timeShifted)]
  const unreadable = analysis.problems
    .filter(({ kind }) => kind === 'unreadable')
    .map(({ message }) => unknown('certificate/chain', message))
  return ids.flatMap(id => {
    const found = [...failed, ...unreadable].filter(check => check.id === id)
    return found.length > 0 ? found : [withoutProblem(id, analysis, verdict, revocation)]
  })
}

function problemChecks({ problems, path, presented }: ChainAnalysis, verdict: TrustVerdict | null): Check[] {
  return problems.flatMap(problem => {
    if (problem.kind === 'unreadable') return []
    const [id, severity] = placeOf[problem.kind]
    const isAboutTrust = id === 'certificate/trust' || problem.kind === 'issuer-missing'
    // OpenSSL found a path where the analysis found none.
    if (isAboutTrust && verdict?.authorized === true) return []
    const evidence = evidenceOf(problem, presented) ?? path.map(labelOf)
    const check = failure(id, severity, problem.cause, problem.message, evidence)
    if (problem.kind !== 'issuer-missing') return [check]
    return [
      failure('certificate/trust', 'error', problem.cause, 'the chain leads to no trusted root: an issuer is missing', check.evidence),
      check,
    ]
  })
}

/** OpenSSL's refusal, where nothing that was found accounts for it. */
function refusal({ problems, path }: ChainAnalysis, verdict: TrustVerdict | null, timeShifted: boolean): Check[] {
  if (verdict === null || verdict.authorized) return []
  const code = verdict.code ?? 'UNSPECIFIED'
  const cause = verdictCause(code)
  if (timeShifted && propertyOf[cause] === 'certificate/validity') return []
  const grave = problems.filter(({ kind }) => kind !== 'unreadable' && placeOf[kind][1] === 'error').map(problem => problem.cause)
  if (explains(grave, code)) return []
  const id = propertyOf[cause] ?? 'certificate/trust'
  return [failure(id, 'error', cause, `OpenSSL does not trust the chain: ${verdictText(code)}`, path.map(labelOf))]
}

/**
 * A quarter of the lifetime, 30 days at most. ACME clients renew when a third is left (RFC 9773 lets the authority say when), so at a quarter a
 * renewal is late; a fixed number of days would be wrong for certificates that live 6 of them, and a quarter for one that lives years.
 */
const renewalLateMs = (lifetimeMs: number): number => Math.min(lifetimeMs / 4, 30 * dayMs)

function lifetimeChecks({ path, at }: ChainAnalysis): Check[] {
  return path.flatMap(element => {
    const { leftMs, lifetimeMs } = lifetimeOf(element, at)
    if (leftMs >= renewalLateMs(lifetimeMs)) return []
    const label = labelOf(element)
    if (leftMs <= 0)
      return [
        failure('certificate/lifetime-left', 'warning', 'certificate-expired', `nothing is left of the lifetime of ${label}`, [label]),
      ]
    const message = `${label} has ${span(leftMs)} left of a lifetime of ${span(lifetimeMs)}`
    return [failure('certificate/lifetime-left', 'warning', 'certificate-expires-soon', message, [label])]
  })
}

function lifetimeOf({ certificate }: PathElement, at: string): { readonly leftMs: number; readonly lifetimeMs: number } {
  const end = Date.parse(certificate.notAfter)
  return { leftMs: end - Date.parse(at), lifetimeMs: end - Date.parse(certificate.notBefore) }
}

/** A property that no problem was found with: passed, unless it could not be judged. */
function withoutProblem(id: CertificateCheckId, analysis: ChainAnalysis, verdict: TrustVerdict | null, revocation: boolean): Check {
  const { path, presented, reference, at } = analysis
  const [leaf] = path
  const root = path.at(-1)
  if (id === 'certificate/trust') {
    if (verdict === null) return unknown(id, 'the handshake ended before the chain was verified')
    if (!verdict.authorized && !analysis.complete) return unknown(id, 'the chain could not be followed')
    if (!verdict.authorized && revocation) {
      const seen = verdictText(verdict.code ?? 'UNSPECIFIED')
      return unknown(
        id,
        `whether a certificate of the chain is revoked is not known: OpenSSL names one fault, and that is another: ${seen}`,
      )
    }
    return passed(id, root && analysis.complete ? `the chain leads to ${labelOf(root)}` : 'OpenSSL trusts the chain', path)
  }
  if (leaf === undefined || root === undefined) return unknown(id, 'the certificate of the server cannot be read')
  switch (id) {
    case 'certificate/chain':
      return passed(id, presented.length === 1 ? '1 certificate was sent' : `${presented.length} certificates were sent, in order`, path)
    case 'certificate/hostname': {
      if (reference === null) return { ...unknown(id, 'no name was given to compare with'), severity: 'notice' }
      const match = matchHostname(reference, leaf.certificate)
      if (!match.matches) return unknown(id, `${labelOf(leaf)} ${match.message}`)
      return passed(id, `${reference.name} is covered by ${match.by}`, [leaf])
    }
    case 'certificate/validity': {
      const first = path.reduce((a, b) => (b.certificate.notAfter < a.certificate.notAfter ? b : a))
      return passed(id, `the chain is valid until ${first.certificate.notAfter}, when ${labelOf(first)} expires`, path)
    }
    case 'certificate/lifetime-left': {
      const { leftMs, lifetimeMs } = lifetimeOf(leaf, at)
      return passed(id, `${labelOf(leaf)} has ${span(leftMs)} left of a lifetime of ${span(lifetimeMs)}`, path)
    }
    case 'certificate/usage':
      return passed(id, `${labelOf(leaf)} may be used for a TLS server`, path)
    case 'certificate/key':
      return strengthCheck(id, path, verdict, ({ certificate }) => [keyText(certificate.key), keyStrength(certificate.key)])
    case 'certificate/signature': {
      // The signature of a root proves nothing to those who trust it.
      const judged = path.length > 1 ? path.filter(element => element !== root || !analysis.complete) : path
      return strengthCheck(id, judged, verdict, ({ certificate: { signatureAlgorithm: name } }) => [name, signatureStrength(name)])
    }
    default:
      return id satisfies never
  }
}

function strengthCheck(
  id: CertificateCheckId,
  path: readonly PathElement[],
  verdict: TrustVerdict | null,
  strength: (element: PathElement) => readonly [text: string, bits: number | null],
): Check {
  const all = path.map(strength)
  // OpenSSL has its own minimum, so what it authorizes is strong enough even if its strength is not known here.
  const stranger = verdict?.authorized === true ? undefined : all.find(([, bits]) => bits === null)
  if (stranger !== undefined) return unknown(id, `the strength of ${stranger[0]} is not known`)
  return passed(id, [...new Set(all.map(([text]) => text))].join(', '), path)
}

function failure(id: CertificateCheckId, severity: Severity, cause: Cause, message: string, evidence: readonly string[]): Check {
  return { id, status: 'fail', severity, cause, message, fix: fixOf(cause), evidence, refs: causes[cause].refs, location: null }
}

function passed(id: CertificateCheckId, message: string, path: readonly PathElement[]): Check {
  return { ...unknown(id, message), status: 'pass', evidence: path.map(labelOf) }
}

function unknown(id: CertificateCheckId, message: string): Check {
  const severity = id === 'certificate/lifetime-left' ? 'warning' : 'error'
  return { id, status: 'inconclusive', severity, cause: null, message, fix: null, evidence: [], refs: checkIds[id].refs, location: null }
}

function evidenceOf({ index }: ChainProblem, presented: ChainAnalysis['presented']): string[] | null {
  const parsed = index === null ? undefined : presented[index]
  return parsed?.kind === 'certificate' ? [certificateLabel(index, parsed.certificate)] : null
}

const labelOf = ({ index, certificate }: PathElement): string => certificateLabel(index, certificate)
