// A certificate in words, the same in every form of a report.
import type { Certificate } from '../certificate/certificate.ts'

/** 'RSA 2048', 'EC secp256r1', 'Ed25519'. */
export function keyOf({ type, bits, group }: Certificate['key']): string {
  if (group !== null) return `${type} ${group}`
  // The name of an Edwards curve says its size.
  return bits === null || type.startsWith('Ed') ? type : `${type} ${bits}`
}
