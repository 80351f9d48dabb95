// Which addresses nobody but their owner can mean: a payload may go there without a word from the user. No look-ups.
import { BlockList } from 'node:net'

const networks = [
  ['127.0.0.0', 8, 'ipv4'], // loopback: RFC 1122 §3.2.1.3
  ['10.0.0.0', 8, 'ipv4'], // RFC 1918
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'], // link-local: RFC 3927
  ['100.64.0.0', 10, 'ipv4'], // behind a carrier's NAT: RFC 6598
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'], // RFC 4193
  ['fe80::', 10, 'ipv6'], // link-local: RFC 4291 §2.5.6
] as const

let list: BlockList | undefined

/** Whether an IP address is loopback, link-local or of a private network; IPv4 in the form of IPv6 counts as what it is. */
export function isPrivateAddress(address: string): boolean {
  if (list === undefined) {
    list = new BlockList()
    for (const [network, prefix, family] of networks) list.addSubnet(network, prefix, family)
  }
  const [withoutZone = ''] = address.split('%', 1)
  return list.check(withoutZone, withoutZone.includes(':') ? 'ipv6' : 'ipv4')
}
