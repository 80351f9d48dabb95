// The one way to write an IPv6 address, by which two can be compared as texts (RFC 5952).

/** @param address an IPv6 address without a zone, as anyone may write it */
export const canonicalIpv6 = (address: string): string => new URL(`http://[${address}]`).hostname.slice(1, -1)
