// The names that settings can use, by what they name: for the schema an editor checks by, and for a word to whoever misspelt one.
import { signatureAlgorithms } from '../certificate/object-identifiers.ts'
import { causes, handshakeCauses } from '../judge/causes.ts'
import { checkIds } from '../judge/check-ids.ts'
import { nearest } from '../judge/nearest.ts'
import { membersOf, type NameKind, nameOf, knownNames as namesOf } from '../judge/policy/classes.ts'
import { policies } from '../judge/policy/policies.ts'
import { vulnerabilities } from '../judge/vulnerability/vulnerabilities.ts'
import { featureRows } from '../probe/features.ts'
import { clientProfiles } from '../registry/clients/clients.ts'
import { groups } from '../registry/groups.ts'
import { protocols } from '../registry/protocols.ts'
import { UsageError } from '../usage-error.ts'

/** Names of one kind. */
export interface Known<Name extends string = string> {
  /** Completes '"x" is …': 'no protocol'. */
  readonly none: string
  readonly names: readonly Name[]
  /** The name here of what another program calls so. */
  readonly translated?: (name: string) => string | undefined
}

/** Those that policies resolve: of a registry, and of classes of its entries. */
const resolved = (kind: NameKind): Known => ({
  none: `no ${kind} and no class of them`,
  names: namesOf(kind),
  translated: name => membersOf(kind, name)?.map(code => nameOf(kind, code))[0],
})

/** RSASSA-PSS has one identifier for every hash, see certificate/subject-key.ts. */
const pssNames = ['SHA256', 'SHA384', 'SHA512'].map(hash => `RSASSA-PSS-${hash}`)

/** Ids of checks, and 'certificate/*' for all that begin so. */
function checkNames(): string[] {
  const ids = [...Object.keys(checkIds), ...clientNames().map(name => `client/${name}`)]
  return [...new Set([...ids.map(id => id.replace(/[^/]*$/, '*')), ...ids])]
}

const clientNames = (): string[] => clientProfiles().map(({ name }) => name)

/** Every kind of names; made at each call. */
export const knownNames = () =>
  ({
    policy: { none: 'no policy', names: policies.map(({ id }) => id) },
    protocol: { none: 'no protocol', names: protocols.rows.map(({ name }) => name) },
    cipherSuite: resolved('cipher suite'),
    group: resolved('group'),
    signatureScheme: resolved('signature scheme'),
    feature: { none: 'no feature', names: Object.keys(featureRows) },
    vulnerability: { none: 'no vulnerability', names: Object.keys(vulnerabilities) },
    client: { none: 'no client', names: clientNames() },
    handshakeCause: { none: 'no cause of a failed handshake', names: Object.keys(handshakeCauses) },
    check: { none: 'no check', names: checkNames() },
    curve: { none: 'no elliptic curve', names: groups.rows.flatMap(({ name, kind }) => (kind === 'ecdh' ? [name] : [])) },
    certificateSignature: {
      none: 'no signature algorithm of certificates',
      names: [...new Set([...signatureAlgorithms.values(), ...pssNames])],
    },
  }) satisfies Record<string, Known>

/** What a waiver can name in `only`: whatever checks have for members, and causes. */
export function waivedNames(): readonly string[] {
  const { protocol, cipherSuite, group, signatureScheme, feature } = knownNames()
  const members = [protocol, cipherSuite, group, signatureScheme, feature].flatMap(({ names }) => names)
  return [...new Set([...members, ...Object.keys(causes)])]
}

/** What to say to a name that is none. */
export function unknownName({ none, names, translated }: Known, name: string): { readonly message: string; readonly hint: string } {
  const translation = translated?.(name)
  const near = translation === undefined ? nearest(name, names) : [translation]
  return {
    message: `${JSON.stringify(name.slice(0, 80))} is ${none}`,
    hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : `use one of ${enough(names)}`,
  }
}

/** A registry has hundreds of names; those of classes come first. */
const most = 30

const enough = (names: readonly string[]): string => (names.length > most ? `${names.slice(0, most).join(', ')}, …` : names.join(', '))

/**
 * The name of a client profile, when it is one.
 * @throws UsageError otherwise
 */
export function clientNamed(name: string): string {
  const { client } = knownNames()
  if (client.names.includes(name)) return name
  const { message, hint } = unknownName(client, name)
  throw new UsageError(message, hint)
}
