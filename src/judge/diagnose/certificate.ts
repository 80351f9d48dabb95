// Rules for a completed handshake whose certificate a verifying client refuses. The reasons come from OpenSSL and the chain analysis.
import type { HandshakeCause } from '../causes.ts'
import type { Rule } from './rule.ts'

/** Most fundamental first: a chain to nowhere makes every other fault of it beside the point, and a wrong name may be the user's. */
export const certificateCauses = [
  'certificate-self-signed',
  'certificate-chain-incomplete',
  'certificate-untrusted',
  'certificate-revoked',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-misissued',
  'certificate-weak-key',
  'certificate-weak-signature',
  'certificate-host-mismatch',
] as const satisfies readonly HandshakeCause[]

/** A rule for each cause, in the order of the causes. */
export const certificateRules: readonly Rule[] = certificateCauses.map(
  (cause): Rule => ({
    cause,
    failedAt: 'server-certificate',
    seen: ({ untrusted }) => untrusted.find(reason => reason.cause === cause)?.message ?? null,
  }),
)
