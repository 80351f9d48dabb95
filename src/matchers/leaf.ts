// The certificate of the server itself, in a report.
import type { Certificate } from '../certificate/certificate.ts'
import type { TargetReport } from '../gate.ts'
import { reasonOf } from './complete-handshake.ts'

/** The leaf, or why it is not known. */
export function leafOf(report: TargetReport): Certificate | string {
  const { certificates, checks, handshake } = report
  const [leaf] = certificates.presented
  // A certificate that cannot be read is not among those presented, and may be the leaf.
  const unread = checks.find(({ id, status }) => id === 'certificate/chain' && status === 'inconclusive')
  if (leaf !== undefined && unread === undefined) return leaf
  return unread?.message ?? (handshake.failure ? reasonOf(report) : 'no certificate was seen')
}
