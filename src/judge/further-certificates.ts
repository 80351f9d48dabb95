// The certificates that a server showed in answer to other hellos than that of the handshake: one for RSA beside one for ECDSA, as a rule. Each is
// judged like the first, but that no OpenSSL has verified it: of its chain our own analysis says what there is to say.
import type { Certificate } from '../certificate/certificate.ts'
import { analyseChain, type ChainAnalysis } from '../certificate/chain.ts'
import { parseCertificate } from '../certificate/parse.ts'
import { certificateLabel } from '../certificate/problem.ts'
import type { Asked } from '../probe/offer.ts'
import { certificateChecks } from './certificate-checks.ts'
import type { Check } from './check.ts'
import { checkOf } from './check-of.ts'
import type { EndpointQuestion } from './endpoint.ts'

/** A certificate of the server that the handshake did not show. */
export interface FurtherLeaf {
  /** 'the RSA certificate with the serial number 0A'. */
  readonly label: string
  /** Null where it cannot be read. */
  readonly certificate: Certificate | null
  /** DER, as sent with it, the certificate itself first. */
  readonly presented: readonly Uint8Array[]
  /** 'probe 3': the first answer with it. */
  readonly evidence: readonly string[]
}

/** A server has one certificate a type of key; one that has a new one for each connection is not followed any further. */
const most = 4

/**
 * Every certificate that answers showed beside that of the handshake, in the order seen.
 * @param leaf the one of the handshake; null when it showed none
 */
export function furtherLeaves(asked: readonly Asked[], leaf: Certificate | null): FurtherLeaf[] {
  const seen = new Map<string, FurtherLeaf>()
  for (const { number, offer, outcome } of asked) {
    const { presented = [] } = outcome.kind === 'accepted' ? outcome.answer : {}
    const [der] = presented
    // A foreign name may have a certificate of its own, which is not for this one.
    if (der === undefined || offer.about === 'server-name') continue
    const key = Buffer.from(der).toString('base64')
    if (seen.has(key)) continue
    const parsed = parseCertificate(der)
    const certificate = parsed.kind === 'certificate' ? parsed.certificate : null
    seen.set(key, { label: labelOf(certificate), certificate, presented, evidence: [`probe ${number}`] })
  }
  return [...seen.values()].filter(({ certificate }) => certificate === null || certificate.fingerprint256 !== leaf?.fingerprint256)
}

const kinds: Readonly<Record<string, string>> = { EC: 'ECDSA', 'RSA-PSS': 'RSA-PSS' }

function labelOf(certificate: Certificate | null): string {
  if (certificate === null) return 'a certificate that cannot be read'
  const { key, serialNumber } = certificate
  return `the ${kinds[key.type] ?? key.type} certificate with the serial number ${serialNumber.slice(0, 40)}`
}

/** A check of a certificate, said of this one. */
export const saidOf = ({ label, evidence }: FurtherLeaf, check: Check): Check => ({
  ...check,
  message: `${label}: ${check.message}`,
  evidence,
})

/** The checks that certificateChecks() has, of every further certificate. */
export function furtherChecks(asked: readonly Asked[], leaf: Certificate | null, question: Omit<EndpointQuestion, 'widen'>): Check[] {
  const found = furtherLeaves(asked, leaf)
  const checks = found.slice(0, most).flatMap(further => checksOf(further, question))
  const left = found.length - most
  const message = `${left} more certificates were shown to other hellos, and only ${most} are judged`
  const all =
    left > 0 ? [...checks, checkOf({ id: 'certificate/chain', severity: 'error', status: 'inconclusive', message, evidence: [] })] : checks
  return question.insecure ? all.map(check => ({ ...check, severity: 'notice' })) : all
}

function checksOf(further: FurtherLeaf, { store, at, reference, revocation }: Omit<EndpointQuestion, 'widen'>): Check[] {
  const analysis = analyseChain({ presented: further.presented, store, verified: false, at, reference })
  return certificateChecks({ analysis, verdict: null }).map(check =>
    saidOf(further, check.id === 'certificate/trust' && check.status === 'inconclusive' ? trustOf(analysis, check, revocation) : check),
  )
}

/** The path was followed signature by signature; what only OpenSSL was given to judge by is not proven. */
function trustOf({ path, complete }: ChainAnalysis, check: Check, revocation: boolean): Check {
  const root = path.at(-1)
  if (!complete || root === undefined) return { ...check, message: 'the chain could not be followed to a root' }
  if (revocation) return { ...check, message: 'whether a certificate of the chain is revoked is not known: no handshake was made with it' }
  const message = `the chain leads to ${certificateLabel(root.index, root.certificate)}, as tlsgate follows it; no handshake was made with it`
  return { ...check, status: 'pass', message }
}
