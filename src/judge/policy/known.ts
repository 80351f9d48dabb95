// What the handshake has shown before anything else is asked, in wire numbers: need not be asked again, and is evidence like any answer.
import type { Certificate } from '../../certificate/certificate.ts'
import { cipherSuites } from '../../registry/cipher-suites.ts'
import { groups } from '../../registry/groups.ts'
import { protocols } from '../../registry/protocols.ts'
import { signatureSchemes } from '../../registry/signature-schemes.ts'
import type { Handshake } from '../handshake.ts'

/** What the server chose in the handshake; null for what was not seen. */
export interface Known {
  readonly version: number
  readonly cipherSuite: number | null
  readonly group: number | null
  readonly signatureScheme: number | null
  /** The group of the certificate's key where that is on a curve: before TLS 1.3 a client has to offer it, or the certificate is of no use. */
  readonly curve: number | null
}

/** @returns null where the server chose no version */
export function knownOf(
  handshake: Pick<Handshake, 'protocol' | 'cipherSuite' | 'group' | 'signatureScheme'>,
  leaf: Certificate | null,
): Known | null {
  const codeIn = (table: { named(name: string): { readonly code: number } | undefined }, name: string | null | undefined): number | null =>
    (name && table.named(name)?.code) || null
  const version = codeIn(protocols, handshake.protocol)
  if (version === null) return null
  return {
    version,
    cipherSuite: codeIn(cipherSuites, handshake.cipherSuite),
    group: codeIn(groups, handshake.group),
    signatureScheme: codeIn(signatureSchemes, handshake.signatureScheme),
    curve: codeIn(groups, leaf?.key.group),
  }
}
