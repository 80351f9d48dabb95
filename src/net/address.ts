// Whether a host is an address. No look-ups.
import { isIPv4, isIPv6 } from 'node:net'

/**
 * 4 or 6 for an IP address, 0 for anything else, as node:net's isIP says. That one's pattern for IPv6 takes 5 ms at its first use, a
 * fifth of a handshake: it is asked only about what has the two colons every IPv6 address has.
 */
export function familyOf(host: string): 0 | 4 | 6 {
  if (host.indexOf(':') !== host.lastIndexOf(':')) return isIPv6(host) ? 6 : 0
  return isIPv4(host) ? 4 : 0
}
