// Whether a host is an address, and the one way to write it. No look-ups.
import { isIPv4, isIPv6 } from 'node:net'
import { canonicalIpv6 } from '../certificate/address-text.ts'

/**
 * 4 or 6 for an IP address, 0 for anything else, as node:net's isIP says. That one's pattern for IPv6 takes 5 ms at its first use, a
 * fifth of a handshake: it is asked only about what has the two colons every IPv6 address has.
 */
export function familyOf(host: string): 0 | 4 | 6 {
  if (host.indexOf(':') !== host.lastIndexOf(':')) return isIPv6(host) ? 6 : 0
  return isIPv4(host) ? 4 : 0
}

/** An address in the form of RFC 5952, with its zone, without which nothing on the link is reached (RFC 4007 §11). */
export function canonicalAddress(address: string): string {
  if (familyOf(address) !== 6) return address
  const [withoutZone = '', ...zone] = address.split(/(?=%)/)
  return [canonicalIpv6(withoutZone), ...zone].join('')
}
