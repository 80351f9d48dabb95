// Everything there is to say of one handshake: the chain analysed, the cause found, each property a check. Pure but for the wider hellos it asks for.
import type { Certificate } from '../certificate/certificate.ts'
import { analyseChain } from '../certificate/chain.ts'
import type { Reference } from '../certificate/hostname.ts'
import { explains, verdictCause, verdictText } from '../certificate/openssl-verdict.ts'
import { parseCertificate } from '../certificate/parse.ts'
import type { TrustStore } from '../certificate/trust-store.ts'
import type { HandshakeRecord } from '../probe/handshake.ts'
import type { Widening } from '../probe/widen.ts'
import { stapleOf } from '../trace/negotiated.ts'
import type { ClientHello } from '../wire/hello.ts'
import { type CertificateEvidence, certificateChecks } from './certificate-checks.ts'
import type { Check } from './check.ts'
import { completionCheck } from './completion.ts'
import { certificateCauses } from './diagnose/certificate.ts'
import { isUnremarkable, type Symptom, symptomOf } from './diagnose/symptom.ts'
import { type Handshake, handshakeOf } from './handshake.ts'

/** By what a handshake is judged. */
export interface EndpointQuestion {
  /** What the certificate has to cover; null when names are not to be judged. */
  readonly reference: Reference | null
  readonly store: TrustStore
  readonly at: Date
  /** Whether `at` is another time than now: OpenSSL's verdict then speaks of a different day than ours. */
  readonly timeShifted: boolean
  /** Whether OpenSSL was given revocation lists, by which it then judges the chain. */
  readonly revocation: boolean
  /** Report what is wrong with the certificate without failing the handshake for it. */
  readonly insecure: boolean
  /** Puts wider hellos to the server, to tell causes apart that look the same; wordless is an original that it hung up on. */
  readonly widen: (original: ClientHello, wordless: boolean) => Promise<Widening>
}

/** What a handshake comes to. */
export interface EndpointJudgement {
  readonly handshake: Handshake
  readonly presented: readonly Certificate[]
  /** The first of those sent, which is the server's own; null when none was sent or it cannot be read. */
  readonly leaf: Certificate | null
  readonly checks: readonly Check[]
}

/**
 * Judges one handshake. Asks wider hellos only where its failure has several causes.
 * @param endedAtMs when the handshake ended, since the target's start
 */
export async function judgeEndpoint(record: HandshakeRecord, question: EndpointQuestion, endedAtMs: number): Promise<EndpointJudgement> {
  const evidence = certificateEvidence(record, question)
  const refused = question.insecure ? [] : refusals(evidence, verifyCodeOf(record), question.timeShifted)
  const doubt = question.insecure || refused.length > 0 ? null : unreadLeaf(evidence, record)
  const first = symptomOf(record, doubt ? [doubt] : refused)
  const { diagnosis: found, asked } = isUnremarkable(first)
    ? { diagnosis: null, asked: [] }
    : await (await import('./diagnose/investigate.ts')).investigate(first, question.widen)
  if (found === null && !first.secured) throw new Error('a handshake that did not complete has no cause')
  const diagnosis = found && doubt?.message === found.message ? { ...found, undecided: true } : found
  const handshake = handshakeOf(record, diagnosis, endedAtMs, subjectText)
  const [leaf] = evidence.analysis?.presented ?? []
  const certificates = [...certificateChecks(evidence, question), ...(await stapleChecksOf(record, evidence))]
  return {
    handshake,
    presented: evidence.analysis?.presented.flatMap(parsed => (parsed.kind === 'certificate' ? [parsed.certificate] : [])) ?? [],
    leaf: leaf?.kind === 'certificate' ? leaf.certificate : null,
    checks: [completionCheck(diagnosis, summaryOf(handshake), asked), ...(question.insecure ? certificates.map(asNotice) : certificates)],
  }
}

function certificateEvidence(record: HandshakeRecord, question: EndpointQuestion): CertificateEvidence {
  const { presented } = record.trace
  if (presented.length === 0) {
    const why = record.session?.end.kind === 'secured' ? 'the handshake completed without one' : 'the handshake did not get that far'
    return { analysis: null, why: `no certificate was seen: ${why}` }
  }
  const { store, at, reference } = question
  const code = verifyCodeOf(record)
  const verdict = record.session?.end.kind === 'secured' ? { authorized: code === null, code } : null
  return { analysis: analyseChain({ presented, store, verified: verdict?.authorized === true, at, reference }), verdict }
}

/** Loaded where a response was stapled or should have been, which is rare. */
async function stapleChecksOf({ trace }: HandshakeRecord, { analysis }: CertificateEvidence): Promise<readonly Check[]> {
  const staple = stapleOf(trace)
  if (analysis === null || (staple === null && analysis.path[0]?.certificate.mustStaple !== true)) return []
  return (await import('./staple.ts')).stapleChecks(staple, analysis)
}

/** Why OpenSSL does not trust the server; null when it does, and when it was not asked. */
function verifyCodeOf({ session }: HandshakeRecord): string | null {
  return session?.end.kind === 'secured' ? session.end.verifyCode : null
}

/** Why a verifying client refuses this certificate: OpenSSL decides whether, our analysis says why. */
function refusals(evidence: CertificateEvidence, verifyCode: string | null, timeShifted: boolean): Symptom['untrusted'] {
  // An anonymous suite, as a rule: without a certificate the server could be anyone.
  if (evidence.analysis === null) return verifyCode === null ? [] : [{ cause: 'certificate-untrusted', message: evidence.why }]
  const { analysis } = evidence
  const found = analysis.problems.flatMap(({ kind, cause, message }) => {
    // No alternative name at all is, for a client, a certificate for another name.
    const refusing = cause === 'certificate-no-san' ? 'certificate-host-mismatch' : certificateCauses.find(known => known === cause)
    // OpenSSL takes a CA's certificate as a server's; some clients do not, which is a check's matter.
    if (!refusing || kind === 'ca-as-leaf') return []
    const ours = refusing === 'certificate-host-mismatch' || (timeShifted && isDate(refusing))
    return ours || verifyCode !== null ? [{ cause: refusing, message }] : []
  })
  const causes = found.map(({ cause }) => cause)
  // Its word on dates is of today; on another day only the analysis can speak of them.
  const accounted = verifyCode === null || explains(causes, verifyCode) || (timeShifted && isDate(verdictCause(verifyCode)))
  if (accounted) return found
  return [{ cause: verdictCause(verifyCode), message: `OpenSSL does not trust the certificate: ${verdictText(verifyCode)}` }, ...found]
}

/** OpenSSL has read and trusts a certificate that we have not: nobody has compared its name, so that nothing is proven. */
function unreadLeaf({ analysis }: CertificateEvidence, { session }: HandshakeRecord): Symptom['untrusted'][number] | null {
  if (session?.end.kind !== 'secured' || (analysis !== null && analysis.path.length > 0)) return null
  const why = analysis?.problems.find(({ kind, index }) => kind === 'unreadable' && index === 0)?.message
  return { cause: 'certificate-misissued', message: why ?? 'the certificate of the server could not be read' }
}

const isDate = (cause: string): boolean => cause === 'certificate-expired' || cause === 'certificate-not-yet-valid'

const asNotice = (check: Check): Check => ({ ...check, severity: 'notice' })

/** What a certificate is called in a step: those of a server have been read by then, and are remembered. */
function subjectText(der: Uint8Array): string {
  const parsed = parseCertificate(der)
  return parsed.kind === 'certificate' ? parsed.certificate.subject || 'a certificate without a subject' : 'an unreadable certificate'
}

function summaryOf({ protocol, cipherSuite, group }: Handshake): string {
  return `${protocol ?? 'a protocol that could not be read'} with ${[cipherSuite, group].filter(part => part !== null).join(' and ')}`
}
