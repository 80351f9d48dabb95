// Everything there is to say of one handshake: the chain analysed, the cause found, each property a check. Pure but for the wider hellos it asks for.

import type { Certificate } from '../certificate/certificate.ts'
import { analyseChain, type ChainAnalysis } from '../certificate/chain.ts'
import type { Reference } from '../certificate/hostname.ts'
import { explains, verdictCause, verdictText } from '../certificate/openssl-verdict.ts'
import { parseCertificate } from '../certificate/parse.ts'
import type { HandshakeRecord } from '../probe/handshake.ts'
import type { Widening } from '../probe/widen.ts'
import type { ClientHello } from '../wire/hello.ts'
import { type CertificateEvidence, certificateChecks } from './certificate-checks.ts'
import type { Check } from './check.ts'
import { completionCheck } from './completion.ts'
import { certificateCauses } from './diagnose/certificate.ts'
import { diagnose } from './diagnose/diagnose.ts'
import { isAmbiguous } from './diagnose/parameters.ts'
import { type Symptom, symptomOf } from './diagnose/symptom.ts'
import { type Handshake, handshakeOf } from './handshake.ts'

export interface EndpointQuestion {
  readonly url: string
  /** What the certificate has to cover; null when names are not to be judged. */
  readonly reference: Reference | null
  /** PEM of every certificate the client trusts. */
  readonly anchors: readonly string[]
  readonly at: Date
  /** Whether `at` is another time than now: OpenSSL's verdict then speaks of a different day than ours. */
  readonly timeShifted: boolean
  /** Report what is wrong with the certificate without failing the handshake for it. */
  readonly insecure: boolean
  /** Puts wider hellos to the server, to tell causes apart that look the same. */
  readonly widen: (original: ClientHello) => Promise<Widening>
}

export interface EndpointJudgement {
  readonly handshake: Handshake
  readonly presented: readonly Certificate[]
  readonly checks: readonly Check[]
}

export async function judgeEndpoint(record: HandshakeRecord, question: EndpointQuestion, endedAtMs: number): Promise<EndpointJudgement> {
  const evidence = certificateEvidence(record, question)
  const untrusted =
    question.insecure || !evidence.analysis ? [] : refusals(evidence.analysis, evidence.verdict?.code ?? null, question.timeShifted)
  const first = symptomOf(record, question.url, untrusted, null)
  const { clientHello } = record.trace
  const widening = isAmbiguous(first) && clientHello ? await question.widen(clientHello) : null
  const diagnosis = diagnose(widening ? { ...first, widening } : first)
  const handshake = handshakeOf(record, diagnosis, endedAtMs, subjectsOf(evidence.analysis))
  const certificates = certificateChecks(evidence, { timeShifted: question.timeShifted })
  return {
    handshake,
    presented: evidence.analysis?.presented.flatMap(parsed => (parsed.kind === 'certificate' ? [parsed.certificate] : [])) ?? [],
    checks: [
      completionCheck(diagnosis, summaryOf(handshake), widening?.asked ?? []),
      ...(question.insecure ? certificates.map(asNotice) : certificates),
    ],
  }
}

function certificateEvidence(record: HandshakeRecord, question: EndpointQuestion): CertificateEvidence {
  const { presented } = record.trace
  if (presented.length === 0) return { analysis: null, why: 'no certificate was seen: the handshake did not get that far' }
  const { anchors, at, reference } = question
  const analysis = analyseChain({ presented, anchors, at, reference, purpose: 'server' })
  const end = record.session?.end
  return { analysis, verdict: end?.kind === 'secured' ? { authorized: end.verifyCode === null, code: end.verifyCode } : null }
}

/** Why a verifying client refuses this certificate: OpenSSL decides whether, our analysis says why. */
function refusals(analysis: ChainAnalysis, verifyCode: string | null, timeShifted: boolean): Symptom['untrusted'] {
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

const isDate = (cause: string): boolean => cause === 'certificate-expired' || cause === 'certificate-not-yet-valid'

const asNotice = (check: Check): Check => ({ ...check, severity: 'notice' })

/** Names certificates by their subject: those of the server, parsed already, and those of a client as they come. */
function subjectsOf(analysis: ChainAnalysis | null): (der: Uint8Array) => string {
  return der => {
    const parsed = analysis?.presented.find(known => known.der === der) ?? parseCertificate(der)
    return parsed.kind === 'certificate' ? parsed.certificate.subject || 'a certificate without a subject' : 'an unreadable certificate'
  }
}

function summaryOf({ protocol, cipherSuite, group }: Handshake): string {
  return `${protocol ?? 'a protocol that could not be read'} with ${[cipherSuite, group].filter(part => part !== null).join(' and ')}`
}
