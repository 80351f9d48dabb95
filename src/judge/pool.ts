// Whether all addresses of one name show the same. One of them is what the others are held against: that with the newest certificate.
import type { Certificate } from '../certificate/certificate.ts'
import type { Check } from './check.ts'
import { checkOf } from './check-of.ts'
import type { Handshake } from './handshake.ts'
import { enumerated } from './policy/words.ts'

/** What one address has shown. */
export interface Member {
  readonly address: string | null
  readonly handshake: Handshake
  readonly presented: readonly Certificate[]
}

/** One check for each address, in their order. */
export function poolChecks(members: readonly Member[]): Check[] {
  const [newest] = members.filter(({ presented }) => presented.length > 0).toSorted(byAge)
  if (newest === undefined)
    return members.map(() => finding('inconclusive', 'no address has shown a certificate, so that nothing can be compared'))
  const found = members.map(member => differences(member, newest))
  const others = members.flatMap(({ address }, index) => (found[index]?.length ? [nameOf(address)] : []))
  const unseen = members.flatMap(({ address, presented }) => (presented.length === 0 ? [nameOf(address)] : []))
  return members.map((member, index) => {
    const differing = found[index] ?? []
    if (member.presented.length === 0)
      return finding('inconclusive', `${nameOf(member.address)} has shown no certificate that could be compared`)
    if (differing.length > 0)
      return finding('fail', `${nameOf(member.address)} differs from ${nameOf(newest.address)}: ${differing.join('; ')}`)
    if (members.length === 1) return finding('pass', `${nameOf(member.address)} is the only address`)
    if (others.length > 0)
      return finding('pass', `shows the newest certificate; ${others.join(', ')} ${others.length === 1 ? 'differs' : 'differ'}`)
    if (unseen.length > 0) return finding('inconclusive', seenText(members.length, unseen))
    return finding('pass', `${members.length === 2 ? 'both' : `all ${members.length}`} addresses show the same certificate and parameters`)
  })
}

/** Of those that were seen nothing differs, which says nothing of the others. */
function seenText(all: number, unseen: readonly string[]): string {
  const seen = all - unseen.length
  const shown = seen === 1 ? 'has shown a certificate' : 'show the same certificate and parameters'
  return `${seen} of ${all} addresses ${shown}; ${enumerated([...new Set(unseen)])} ${unseen.length === 1 ? 'has' : 'have'} shown none`
}

function finding(status: 'pass' | 'fail' | 'inconclusive', message: string): Check {
  return checkOf({
    id: 'pool/consistency',
    severity: 'error',
    status,
    message,
    evidence: [],
    // What is to be done about an address that shows nothing, its handshake says.
    ...(status === 'fail' ? { cause: 'pool-inconsistent' } : { fix: null }),
  })
}

/** The newest certificate first. */
function byAge({ presented: [a] }: Member, { presented: [b] }: Member): number {
  return Date.parse(b?.notBefore ?? '') - Date.parse(a?.notBefore ?? '')
}

const parameters = [
  ['protocol', 'the protocol version'],
  ['cipherSuite', 'the cipher suite'],
  ['group', 'the group'],
  ['signatureScheme', 'the signature scheme'],
  ['alpn', 'the application protocol'],
] as const

function differences({ handshake, presented }: Member, newest: Member): string[] {
  const [leaf, ...above] = presented
  const [expected, ...expectedAbove] = newest.presented
  if (leaf === undefined || expected === undefined) return []
  if (leaf.fingerprint256 !== expected.fingerprint256) {
    const age = leaf.notBefore < expected.notBefore ? 'the old certificate' : 'another certificate'
    return [`it shows ${age}, ${described(leaf)}, not ${described(expected)}`]
  }
  const chain = (certificates: readonly Certificate[]): string => certificates.map(({ fingerprint256 }) => fingerprint256).join()
  return [
    ...(chain(above) === chain(expectedAbove) ? [] : ['it sends other intermediate certificates with the same one of its own']),
    ...parameters.flatMap(([key, what]) =>
      handshake[key] === newest.handshake[key] ? [] : [`${what} is ${handshake[key] ?? 'none'}, not ${newest.handshake[key] ?? 'none'}`],
    ),
  ]
}

const described = ({ fingerprint256, notBefore }: Certificate): string => `${fingerprint256.slice(0, 23)}… valid from ${notBefore}`

const nameOf = (address: string | null): string => address ?? 'an address that was not reached'
