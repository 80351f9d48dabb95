// Whether a certificate is for the name a client wants to reach (RFC 9525). Only subject alternative names count, never the common name.
import { isIPv4, isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'
import { canonicalIpv6 } from './address-text.ts'
import type { Certificate } from './certificate.ts'
import { short } from './problem.ts'

/** What the client wants to reach: a DNS name (U-labels or A-labels) or an IP address. */
export interface Reference {
  readonly kind: 'dns' | 'ip'
  readonly name: string
}

/** Whether a certificate covers a name: by which of its names, or else why not, a clause. */
export type HostnameMatch =
  | {
      readonly matches: true
      /** The name of the certificate that covers the reference. */
      readonly by: string
    }
  | {
      readonly matches: false
      /** 'no-san': the certificate has no name that a client would compare at all. */
      readonly reason: 'no-san' | 'mismatch'
      /** What was presented, and what is odd about it; completes "certificate N …". */
      readonly message: string
    }

/** Compares a reference with the names of a certificate (RFC 9525 §6). Never throws; a reference that is no valid name matches nothing. */
export function matchHostname(reference: Reference, certificate: Certificate): HostnameMatch {
  const { dns, ip } = certificate.names
  if (dns.length + ip.length === 0) return { matches: false, reason: 'no-san', message: 'has no subject alternative name' }
  const wanted = reference.kind === 'ip' ? canonicalAddress(reference.name) : canonicalName(reference.name)
  const by = reference.kind === 'ip' ? ip.find(it => it === wanted) : dns.find(it => wanted !== '' && covers(it, wanted))
  if (by !== undefined) return { matches: true, by }
  const presented = `is for ${listed([...dns, ...ip])}, not for ${reference.name}`
  return { matches: false, reason: 'mismatch', message: `${presented}${oddity(reference, wanted, certificate)}` }
}

/** Whether a DNS name of a certificate covers a canonical name: equal, or a wildcard in place of the whole leftmost label (RFC 9525 §6.3). */
function covers(presented: string, wanted: string): boolean {
  const name = withoutRootDot(presented).toLowerCase()
  if (!name.startsWith('*.')) return name === wanted
  const parent = name.slice(2)
  // Node, like the browsers, takes no wildcard right below a top-level name.
  if (!parent.includes('.') || parent.includes('*')) return false
  const dot = wanted.indexOf('.')
  return dot > 0 && wanted.slice(dot + 1) === parent
}

/** The reason in the frequent cases in which the name seems to be there. */
function oddity({ kind }: Reference, wanted: string, { names }: Certificate): string {
  if (kind === 'ip') return names.dns.includes(wanted) ? '; the address stands there as a DNS name, where no client looks for it' : ''
  const wildcard = names.dns.find(it => it.startsWith('*.') && wanted.endsWith(it.slice(1).toLowerCase()))
  return wildcard === undefined ? '' : `; ${short(wildcard)} covers exactly one label`
}

/** Lower case, A-labels, no root dot; empty when it is no DNS name. */
function canonicalName(name: string): string {
  // What IDNA refuses ('xn--' before no valid Punycode) may still be a name that servers use.
  const ascii = withoutRootDot(domainToASCII(name) || (/^[\w.-]+$/.test(name) ? name.toLowerCase() : ''))
  // domainToASCII turns '0x7f.1' into an address; no certificate names one as a DNS name.
  return isIPv4(ascii) ? '' : ascii
}

/** RFC 5952, without a zone; empty when it is no address. */
function canonicalAddress(address: string): string {
  if (isIPv4(address)) return address
  const [withoutZone = ''] = address.split('%')
  return withoutZone.includes(':') && isIPv6(withoutZone) ? canonicalIpv6(withoutZone) : ''
}

const withoutRootDot = (name: string): string => (name.endsWith('.') ? name.slice(0, -1) : name)

/** How many names a message shows: a certificate may have thousands. */
const shown = 5

function listed(names: readonly string[]): string {
  const first = names.slice(0, shown).map(short).join(', ')
  return names.length > shown ? `${first} and ${names.length - shown} more` : first
}
