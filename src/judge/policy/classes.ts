// Names for sets of cipher suites, groups and signature schemes, so that a policy says 'export' and not twenty names. Read off the registries.
import { type CipherSuiteParts, hasCbc, hasDhe, isForwardSecret, partsOf } from '../../registry/cipher-suite-parts.ts'
import { type CipherSuite, cipherSuites } from '../../registry/cipher-suites.ts'
import { type Group, groups } from '../../registry/groups.ts'
import { protocols } from '../../registry/protocols.ts'
import { pairCodes, signatureSchemes } from '../../registry/signature-schemes.ts'
import { UsageError } from '../../usage-error.ts'
import { nearestHint } from '../nearest.ts'

interface Class<Member> {
  /** Completes "cipher suites …": 'that encrypt nothing'. */
  readonly title: string
  readonly has: (member: Member) => boolean
}

type Classes<Member> = Readonly<Record<string, Class<Member>>>

type Suite = CipherSuite & { readonly parts: CipherSuiteParts }

const keyExchangeIs =
  (...names: readonly string[]) =>
  ({ parts }: Suite): boolean =>
    names.includes(parts.keyExchange ?? '')

/** Classes of cipher suites. A suite is in every class that fits it. */
export const suiteClasses: Classes<Suite> = {
  null: { title: 'that encrypt nothing', has: ({ parts }) => parts.bits === 0 },
  anonymous: {
    title: 'that do not authenticate the server',
    has: ({ parts }) => parts.authentication === 'anon' || parts.authentication === 'NULL',
  },
  export: { title: 'weakened for the export rules of the 1990s', has: ({ parts }) => parts.exportGrade },
  'under-112-bits': { title: 'whose cipher has less than 112 bits of security', has: ({ parts }) => parts.bits < 112 },
  rc4: { title: 'with RC4', has: ({ parts }) => parts.cipher.startsWith('RC4') },
  des: { title: 'with single DES', has: ({ parts }) => /^DES/.test(parts.cipher) },
  '3des': { title: 'with triple DES', has: ({ parts }) => parts.cipher === '3DES_EDE' },
  '64-bit-block': { title: 'whose cipher has blocks of 64 bits, on which SWEET32 rests', has: ({ parts }) => parts.blockBits === 64 },
  'static-rsa': { title: 'with RSA key transport', has: keyExchangeIs('RSA', 'RSA_PSK') },
  'static-dh': { title: 'with the Diffie-Hellman key of the certificate', has: keyExchangeIs('DH', 'ECDH') },
  dhe: { title: 'with ephemeral Diffie-Hellman over a finite field', has: ({ parts }) => hasDhe(parts) },
  'no-forward-secrecy': { title: 'without forward secrecy', has: ({ parts }) => !isForwardSecret(parts) },
  'forward-secrecy': { title: 'with forward secrecy', has: ({ parts }) => isForwardSecret(parts) },
  cbc: { title: 'in CBC mode', has: ({ parts }) => hasCbc(parts) },
  aead: { title: 'whose cipher is an AEAD', has: ({ parts }) => parts.aead },
  'non-aead': { title: 'whose cipher is no AEAD', has: ({ parts }) => !parts.aead },
  'short-tag': { title: 'whose tag is cut to 64 bits', has: ({ parts: { mode } }) => mode === 'CCM_8' },
  chacha20: { title: 'with ChaCha20', has: ({ parts }) => parts.cipher === 'CHACHA20' },
  md5: { title: 'whose MAC is HMAC-MD5', has: ({ parts }) => parts.hash === 'MD5' },
  'sha1-mac': { title: 'whose MAC is HMAC-SHA1', has: ({ parts }) => parts.hash === 'SHA' && !parts.aead },
  dss: { title: 'authenticated by a DSA key', has: ({ parts }) => parts.authentication === 'DSS' },
  psk: { title: 'with a pre-shared key', has: ({ parts }) => parts.keyExchange?.endsWith('PSK') ?? false },
  srp: { title: 'with a password (SRP)', has: keyExchangeIs('SRP') },
  krb5: { title: 'with Kerberos', has: keyExchangeIs('KRB5') },
  gost: { title: 'of the Russian standards', has: ({ name }) => name.includes('GOST') },
  draft: { title: 'that were drafts and got other numbers', has: ({ name }) => name.endsWith('_OLD') },
}

/** Classes of key exchange groups. */
export const groupClasses: Classes<Group> = {
  'post-quantum': {
    title: 'that a quantum computer does not break',
    has: ({ kind, name }) => (kind === 'kem' || kind === 'hybrid') && !name.includes('Kyber'),
  },
  hybrid: { title: 'of a curve and ML-KEM', has: ({ kind, name }) => kind === 'hybrid' && !name.includes('Kyber') },
  kyber: { title: 'of the withdrawn drafts of Kyber', has: ({ name }) => name.includes('Kyber') },
  'p-256-or-p-384': { title: 'on the curves P-256 and P-384', has: ({ name }) => name === 'secp256r1' || name === 'secp384r1' },
  'binary-curves': { title: 'over a binary field', has: ({ name }) => name.startsWith('sect') },
  'under-224-bits': { title: 'over a field of less than 224 bits', has: ({ kind, bits }) => kind === 'ecdh' && (bits ?? 0) < 224 },
  brainpool: { title: 'of the Brainpool curves', has: ({ name }) => name.startsWith('brainpool') },
  ffdhe: { title: 'over a finite field', has: ({ kind }) => kind === 'ffdh' },
  gost: { title: 'of the Russian standards', has: ({ name }) => name.startsWith('GC') },
}

/** Classes of signature schemes, by their names: what TLS 1.2 pairs as it likes is named here as the registry would. */
export const schemeClasses: Classes<{ readonly code: number; readonly name: string }> = {
  sha1: { title: 'over SHA-1', has: ({ name }) => name.endsWith('_sha1') },
  md5: { title: 'over MD5', has: ({ name }) => name.endsWith('_md5') },
  sha224: { title: 'over SHA-224', has: ({ name }) => name.endsWith('_sha224') },
  dsa: { title: 'of DSA', has: ({ name }) => name.startsWith('dsa_') },
  pkcs1: { title: 'of RSA with PKCS #1 v1.5 padding', has: ({ name }) => name.startsWith('rsa_pkcs1_') },
  pss: { title: 'of RSA with PSS padding', has: ({ name }) => name.startsWith('rsa_pss_') },
  ecdsa: { title: 'of ECDSA', has: ({ name }) => name.startsWith('ecdsa_') },
  eddsa: { title: 'of Ed25519 and Ed448', has: ({ name }) => /^ed\d+$/.test(name) },
  'post-quantum': { title: 'that a quantum computer does not break', has: ({ name }) => /^(?:ml|slh)dsa/.test(name) },
}

const nameKinds = ['protocol', 'cipher suite', 'group', 'signature scheme'] as const

/** What names in a policy can be names of. */
export type NameKind = (typeof nameKinds)[number]

interface Vocabulary {
  /** Codes by the names of the registry. */
  readonly members: ReadonlyMap<string, number>
  /** Codes by second names that are understood: OpenSSL's, which stand in server configurations. */
  readonly aliases: ReadonlyMap<string, number>
  readonly classNames: readonly string[]
  /** Members by the name of their class; null where there is no such class. */
  readonly classOf: (name: string) => readonly number[] | null
}

const made = new Map<NameKind, Vocabulary>()

function vocabulary(kind: NameKind): Vocabulary {
  const known = made.get(kind) ?? vocabularies[kind]()
  made.set(kind, known)
  return known
}

const vocabularies: Readonly<Record<NameKind, () => Vocabulary>> = {
  protocol: () => vocabularyOf(protocols.rows, {}, () => []),
  'cipher suite': () => {
    const rows = cipherSuites.rows.flatMap(row => {
      const parts = partsOf(row)
      return parts ? [{ ...row, parts }] : []
    })
    return vocabularyOf(rows, suiteClasses, row => [row.openssl])
  },
  // The two that stand for a curve spelled out are no groups that could be asked for by name.
  group: () =>
    vocabularyOf(
      groups.rows.filter(({ kind }) => kind !== 'explicit'),
      groupClasses,
      row => [row.openssl, row.nist],
    ),
  'signature scheme': () => {
    const codes = new Set([...signatureSchemes.rows.map(({ code }) => code), ...pairCodes])
    const rows = [...codes].sort((a, b) => a - b).map(code => ({ code, name: signatureSchemes.label(code) }))
    return vocabularyOf(rows, schemeClasses, () => [])
  },
}

function vocabularyOf<Member extends { readonly code: number; readonly name: string }>(
  rows: readonly Member[],
  classes: Classes<Member>,
  aliasesOf: (row: Member) => readonly (string | null | undefined)[],
): Vocabulary {
  // A policy names a few of them, and to find the members of all takes longer than to judge by it.
  const found = new Map<string, readonly number[]>()
  return {
    members: new Map(rows.map(({ name, code }) => [name, code])),
    aliases: new Map(rows.flatMap(row => aliasesOf(row).flatMap(alias => (alias == null ? [] : [[alias, row.code] as const])))),
    classNames: Object.keys(classes),
    classOf(name) {
      const row = Object.hasOwn(classes, name) ? classes[name] : undefined
      if (row === undefined) return null
      const codes = found.get(name) ?? rows.filter(row.has).map(({ code }) => code)
      found.set(name, codes)
      return codes
    },
  }
}

/** Every member of a kind that a policy can speak of, by code. */
export const everyCode = (kind: NameKind): number[] => [...vocabulary(kind).members.values()]

/** The names a policy can use: those of the registry and of the classes. */
export function knownNames(kind: NameKind): string[] {
  const { members, classNames } = vocabulary(kind)
  return [...classNames, ...members.keys()]
}

/** What a name of a policy stands for, by code: the members of a class, or the one of that name (also in OpenSSL's spelling); null for an unknown name. */
export function membersOf(kind: NameKind, name: string): readonly number[] | null {
  const { members, aliases, classOf } = vocabulary(kind)
  const code = members.get(name) ?? aliases.get(name)
  return classOf(name) ?? (code === undefined ? null : [code])
}

/** The names of all members, of whatever kind, that a name of a policy stands for. */
export const namesMeantBy = (name: string): string[] =>
  nameKinds.flatMap(kind => (membersOf(kind, name) ?? []).map(code => nameOf(kind, code)))

/**
 * As membersOf.
 * @throws UsageError for an unknown name, with those it may have been meant for
 */
export function resolveNames(kind: NameKind, name: string): readonly number[] {
  const codes = membersOf(kind, name)
  if (codes) return codes
  throw new UsageError(`${JSON.stringify(name)} is no ${kind}`, nearestHint(name, knownNames(kind)))
}

/** The name of a code, for a message. */
export function nameOf(kind: NameKind, code: number): string {
  switch (kind) {
    case 'protocol':
      return protocols.label(code)
    case 'cipher suite':
      return cipherSuites.label(code)
    case 'group':
      return groups.label(code)
    case 'signature scheme':
      return signatureSchemes.label(code)
    default:
      return kind satisfies never
  }
}
