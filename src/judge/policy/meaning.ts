// What a policy comes to in wire numbers: which suites, groups and schemes it forbids, and of which versions. Asked for in plan.ts, judged in rules.ts.
import { partsOfCode } from '../../registry/cipher-suite-parts.ts'
import { groups } from '../../registry/groups.ts'
import { protocols, tls12, tls13 } from '../../registry/protocols.ts'
import { signatureSchemes } from '../../registry/signature-schemes.ts'
import { everyCode, type NameKind, nameOf, resolveNames } from './classes.ts'
import { allowedOf, type Policy, type Wanted } from './policy.ts'

/** Something of which one member at least has to be there. */
export interface Requirement {
  /** As the policy names it: a member or a class. */
  readonly name: string
  readonly members: readonly number[]
}

/** A Wanted in wire numbers. What is forbidden is not discouraged too. */
export interface Meaning {
  readonly kind: NameKind
  readonly forbidden: ReadonlySet<number>
  readonly discouraged: ReadonlySet<number>
  readonly required: readonly Requirement[]
  readonly recommended: readonly Requirement[]
  readonly suggested: readonly Requirement[]
}

/** A policy in wire numbers. */
export interface PolicyMeaning {
  readonly policy: Policy
  readonly protocols: Meaning
  readonly cipherSuites: Meaning
  readonly groups: Meaning
  readonly signatureSchemes: Meaning
  /** Versions that are not forbidden, oldest first. */
  readonly versions: readonly number[]
}

const kinds = { protocols: 'protocol', cipherSuites: 'cipher suite', groups: 'group', signatureSchemes: 'signature scheme' } as const

const meanings = new WeakMap<Policy, PolicyMeaning>()

/** @throws UsageError for a name nobody knows */
export function meaningOf(policy: Policy): PolicyMeaning {
  const known = meanings.get(policy)
  if (known) return known
  const meaning = resolvedAll(policy)
  meanings.set(policy, meaning)
  return meaning
}

function resolvedAll(policy: Policy): PolicyMeaning {
  const meant = {
    protocols: resolved(kinds.protocols, policy.protocols),
    cipherSuites: resolved(kinds.cipherSuites, policy.cipherSuites),
    groups: resolved(kinds.groups, policy.groups),
    signatureSchemes: resolved(kinds.signatureSchemes, policy.signatureSchemes),
  }
  const versions = protocols.rows.map(({ code }) => code).filter(code => !meant.protocols.forbidden.has(code))
  return { policy, ...meant, versions }
}

function resolved(kind: NameKind, lists: Wanted): Meaning {
  const codes = (names: readonly string[]): number[] => names.flatMap(name => resolveNames(kind, name))
  const requirements = (names: readonly string[] = []): Requirement[] => names.map(name => ({ name, members: resolveNames(kind, name) }))
  const forbidden = new Set(codes(lists.forbid ?? []))
  const names = allowedOf(lists)
  if (names) {
    const allowed = new Set(codes(names))
    for (const code of everyCode(kind)) if (!allowed.has(code)) forbidden.add(code)
  }
  return {
    kind,
    forbidden,
    discouraged: new Set(codes(lists.discourage ?? []).filter(code => !forbidden.has(code))),
    required: requirements(lists.require),
    recommended: requirements(lists.recommend),
    suggested: requirements(lists.suggest),
  }
}

/** What the policy has against a member being accepted: everything that has to be asked about. */
export const unwanted = ({ forbidden, discouraged }: Meaning): number[] => [...forbidden, ...discouraged]

/** What has to be there, or should: everything that has to be asked for. */
export const wanted = ({ required, recommended, suggested }: Meaning): Requirement[] => [...required, ...recommended, ...suggested]

/** Whether a member can occur in a version at all. SSLv2 has cipher kinds of its own, of which policies do not speak. */
export function isUsable(kind: NameKind, code: number, version: number): boolean {
  switch (kind) {
    case 'protocol':
      return code === version
    case 'cipher suite': {
      const parts = partsOfCode(code)
      return parts !== null && parts.firstProtocol <= version && version <= parts.lastProtocol
    }
    case 'group':
      return isGroupUsable(code, version)
    case 'signature scheme':
      return isSchemeUsable(code, version)
    default:
      return kind satisfies never
  }
}

/**
 * Before TLS 1.3 only curves have a group on the wire, and only where there are extensions: a finite field is spelled out (minDhBits judges
 * it), and ML-KEM came later. In TLS 1.3 some of the curves are gone (RFC 8446 §4.2.7), which does not keep a server from them.
 */
function isGroupUsable(code: number, version: number): boolean {
  if (version >= tls13) return true
  const row = groups.get(code)
  return version > 0x0300 && row?.kind === 'ecdh' && !row.name.endsWith('tls13')
}

/** TLS 1.2 has pairs of hash and signature; TLS 1.3 forbids most of them for signing a handshake (RFC 8446 §4.2.3). */
function isSchemeUsable(code: number, version: number): boolean {
  if (version < tls12) return false
  const name = signatureSchemes.label(code)
  const isOld = /^(?:rsa_pkcs1|dsa)_|_(?:md5|sha1|sha224)$|^ecdsa_sha/.test(name)
  if (version === tls12) return isOld || /^(?:rsa_pss|ecdsa_secp|ed)/.test(name)
  return !isOld
}

/** A member by its name; of a class that any member of it will do. */
export function requirementText(kind: NameKind, { name, members }: Requirement): string {
  return members.length === 1 && nameOf(kind, members[0] ?? 0) === name ? name : `every ${kind} of the class ${name}`
}
