// What came stapled to the certificate, or did not: a check where there is something to say, and none where nothing was stapled nor had to be.
import type { Certificate } from '../certificate/certificate.ts'
import type { ChainAnalysis } from '../certificate/chain.ts'
import { statusOf } from '../certificate/ocsp-response.ts'
import { parseCertificate, type ReadCertificate } from '../certificate/parse.ts'
import { certificatesOfPem } from '../certificate/pem.ts'
import { certificateLabel } from '../certificate/problem.ts'
import { hourMs, span, timeText } from '../certificate/span.ts'
import type { Check } from './check.ts'
import { checkOf, type Finding } from './check-of.ts'

/** A responder's clock may be ahead of ours by so much. */
const skewMs = hourMs / 12

/** @param staple the OCSP response that came with the certificate, DER; null when none came */
export function stapleChecks(staple: Uint8Array | null, { path, at }: ChainAnalysis): Check[] {
  const [leaf, issuer] = path
  if (leaf === undefined) return []
  const id = 'certificate/staple'
  const label = certificateLabel(leaf.index, leaf.certificate)
  const found = (status: Finding['status'], message: string, more: Partial<Finding> = {}): Check[] => [
    checkOf({ id, severity: 'warning', status, message, evidence: [label], ...more }),
  ]
  if (staple === null) {
    if (!leaf.certificate.mustStaple) return []
    return found('fail', `${label} must come with an OCSP response, and none was stapled`, { cause: 'staple-missing' })
  }
  const [own, authority] = [leaf, issuer].map(element => element && read(element.certificate))
  if (!own || !authority)
    return found('inconclusive', 'who issued the certificate is not known, whose word the stapled OCSP response has to be', {
      fix: 'Let the server send the certificate of the issuer, or give it with ca',
    })
  const now = Date.parse(at)
  const answer = statusOf(staple, own, authority, now)
  if (answer.kind === 'unusable') return found('fail', `the stapled OCSP response ${answer.reason}`, { cause: 'staple-invalid' })
  const { status, revokedAt, thisUpdate, nextUpdate } = answer
  if (status === 'revoked') {
    const message = `the stapled OCSP response says that ${label} was revoked on ${timeText(revokedAt ?? thisUpdate)}`
    return found('fail', message, { severity: 'error', cause: 'certificate-revoked' })
  }
  if (status === 'unknown')
    return found('fail', `the stapled OCSP response says that the issuer does not know ${label}`, { cause: 'staple-invalid' })
  if (thisUpdate > now + skewMs)
    return found('fail', `the stapled OCSP response holds from ${timeText(thisUpdate)} on, ${span(thisUpdate - now)} from now`, {
      cause: 'staple-invalid',
    })
  if (nextUpdate !== null && nextUpdate < now) {
    const message = `the stapled OCSP response ended on ${timeText(nextUpdate)}, ${span(now - nextUpdate)} ago`
    return found('fail', message, { cause: 'staple-stale' })
  }
  const until = nextUpdate === null ? `as of ${timeText(thisUpdate)}` : `until ${timeText(nextUpdate)}`
  return found('pass', `the stapled OCSP response says that ${label} is good, ${until}`)
}

function read({ pem }: Certificate): ReadCertificate | null {
  const [der] = certificatesOfPem(pem)
  const parsed = der && parseCertificate(der)
  return parsed?.kind === 'certificate' ? parsed : null
}
