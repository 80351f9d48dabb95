// Names of protocols, cipher suites and groups that a test writes. A name nobody knows would be one that every server refuses.
import { nearest } from '../judge/nearest.ts'
import { partsOf } from '../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { groups } from '../registry/groups.ts'
import { type Protocol, type ProtocolName, protocols } from '../registry/protocols.ts'
import { UsageError } from '../usage-error.ts'

/** A version by its name here, or by OpenSSL's ('TLSv1'). */
export type ProtocolGiven = ProtocolName | NonNullable<Protocol['openssl']>

export type MemberKind = 'protocol' | 'cipher suite' | 'group'

interface Member {
  /** As the registry has it. */
  readonly name: string
  /** What OpenSSL and Node call it. */
  readonly openssl: string | null
  readonly nist?: string
}

const kinds: Readonly<Record<MemberKind, { readonly example: string; readonly members: () => readonly Member[] }>> = {
  protocol: { example: 'TLSv1.3', members: () => protocols.rows },
  // Signalling values are no suites that a server could choose.
  'cipher suite': { example: 'TLS_AES_128_GCM_SHA256', members: () => cipherSuites.rows.filter(row => partsOf(row) !== null) },
  group: { example: 'x25519', members: () => groups.rows.filter(({ kind }) => kind !== 'explicit') },
}

/**
 * The registered name of what a test names so or as OpenSSL does.
 * @throws UsageError for anything else, with the names it may have been meant for
 */
export function registeredName(kind: MemberKind, name: unknown): string {
  const { example, members } = kinds[kind]
  if (typeof name !== 'string') {
    const given = name === null || name === undefined ? String(name) : `of the type ${typeof name}`
    throw new UsageError(`the ${kind} is ${given}`, `give its name, such as '${example}'`)
  }
  const all = members()
  const member = all.find(row => row.name === name) ?? all.find(row => row.openssl === name || row.nist === name)
  if (member) return member.name
  const near = nearest(
    name,
    all.map(row => row.name),
  )
  throw new UsageError(
    `${JSON.stringify(name.slice(0, 100))} is no ${kind}`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `write it as IANA does, such as ${example}`,
  )
}
