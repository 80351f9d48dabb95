// The names of RFC 5280 §4.2.1.6, as they stand in alternative names, name constraints and addresses of services.
import { canonicalIpv6 } from './address-text.ts'
import { context, DerReader, type Element, hex, oidOf, tags } from './der.ts'
import { type DistinguishedName, readName } from './distinguished-name.ts'

export type GeneralName =
  | { readonly kind: 'dns' | 'email' | 'uri'; readonly text: string }
  /** An address; in a name constraint an address and a mask of the same length. */
  | { readonly kind: 'ip'; readonly bytes: Uint8Array }
  | { readonly kind: 'directory'; readonly name: DistinguishedName }
  | { readonly kind: 'other'; readonly text: string }

/** Reads names up to the end of the reader. */
export function readGeneralNames(reader: DerReader, what: string): GeneralName[] {
  const names: GeneralName[] = []
  while (!reader.done) names.push(generalNameOf(reader.next(what), what))
  return names
}

export function generalNameOf(element: Element, what: string): GeneralName {
  switch (element.tag) {
    case context(0, true):
      return { kind: 'other', text: `othername:${oidOf(new DerReader(element.content).expect(tags.oid, what), what)}` }
    case context(1):
      return { kind: 'email', text: latin1(element) }
    case context(2):
      return { kind: 'dns', text: latin1(element) }
    case context(4, true):
      return { kind: 'directory', name: readName(new DerReader(element.content), what) }
    case context(6):
      return { kind: 'uri', text: latin1(element) }
    case context(7):
      return { kind: 'ip', bytes: element.content }
    case context(8):
      return { kind: 'other', text: `rid:${oidOf(element, what)}` }
    default:
      return { kind: 'other', text: `0x${element.tag.toString(16)}:${hex(element.content)}` }
  }
}

/** The canonical text of an address (RFC 5952 for IPv6); null when it is not 4 or 16 bytes long. */
export function addressText(bytes: Uint8Array): string | null {
  if (bytes.length === 4) return bytes.join('.')
  if (bytes.length !== 16) return null
  const groups = hex(bytes).match(/.{4}/g) ?? []
  return canonicalIpv6(groups.join(':'))
}

// IA5String by the RFC; a server may send any byte, and none may be lost or merged with another.
const latin1 = ({ content }: Element): string => Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1')
