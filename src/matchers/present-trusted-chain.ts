import { handshakeCauses } from '../judge/causes.ts'
import type { Check } from '../judge/check.ts'
import type { CheckId } from '../judge/check-ids.ts'
import type { Answer, Claim, Evidence } from './claim.ts'

/**
 * The chain as sent leads to a root that the client trusts, and nothing on its path ends a handshake (RFC 5280 §6).
 * The name it was asked for is not looked at, nor are faults that clients bear with, such as a needless certificate.
 */
export function presentTrustedChain(): Claim {
  return {
    name: 'toPresentTrustedChain',
    argument: '',
    expected: 'a certificate chain that a verifying client trusts',
    negated: 'a certificate chain that a verifying client does not trust',
    judge: judgeChain,
  }
}

const pathChecks = [
  'certificate/trust',
  'certificate/validity',
  'certificate/chain',
  'certificate/usage',
  'certificate/key',
  'certificate/signature',
] as const satisfies readonly CheckId[]

function judgeChain({ report: { checks } }: Evidence): Answer {
  const onPath = checks.filter(({ id }) => pathChecks.some(known => known === id))
  // What is stapled counts where it says that the certificate is revoked.
  const faults = checks.filter(check => (onPath.includes(check) || check.id === 'certificate/staple') && endsHandshakes(check))
  if (faults.length > 0) return { holds: 'no', seen: faults.map(({ cause, message }) => `${cause}: ${message}`).join('; ') }
  const open = onPath.find(({ status }) => status === 'inconclusive')
  if (open) return { holds: 'unknown', seen: open.message }
  const trust = onPath.find(({ id }) => id === 'certificate/trust')
  return trust ? { holds: 'yes', seen: trust.message } : { holds: 'unknown', seen: 'the chain was not checked' }
}

// A warning is what some clients mind. A notice counts: with `insecure` that is all a fault of a certificate ever is.
const endsHandshakes = ({ status, severity, cause }: Check): boolean =>
  status === 'fail' && severity !== 'warning' && cause !== null && Object.hasOwn(handshakeCauses, cause)
