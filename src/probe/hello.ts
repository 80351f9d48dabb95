// Makes the hellos that questions are asked with: one form for every version, wide in everything that is not in question. No opinion.
import { isDhe, isSrp, partsOfCode } from '../registry/cipher-suite-parts.ts'
import { emptyRenegotiationInfo } from '../registry/cipher-suites.ts'
import { groups } from '../registry/groups.ts'
import { ssl3, tls12, tls13 } from '../registry/protocols.ts'
import { pairCodes, signatureSchemes } from '../registry/signature-schemes.ts'
import type { ClientHelloExtension } from '../wire/extensions.ts'
import type { ClientHello } from '../wire/hello.ts'
import { lengthOf } from './hello-bytes.ts'

/** What every hello to one server has in common. */
export interface HelloContext {
  /** SNI; null for none. */
  readonly servername: string | null
  /** ALPN ids, none with an empty list. */
  readonly alpn: readonly string[]
  /** Random bytes. */
  readonly random: (length: number) => Uint8Array
}

/** What one hello offers; wire numbers, most wanted first. */
export interface HelloParts {
  /** 0x0300 to 0x0304. From 0x0304 on with supported_versions. */
  readonly version: number
  readonly cipherSuites: readonly number[]
  /** Every registered one unless given, see everyGroup. */
  readonly groups?: readonly number[]
  /** Every one unless given, see everySignatureScheme. */
  readonly signatureSchemes?: readonly number[]
  /** TLS 1.3: an empty list, which is what it is unless given, draws a HelloRetryRequest that names the group (RFC 8446 §4.2.8). */
  readonly shares?: readonly { readonly group: number; readonly keyExchange: Uint8Array }[]
  /** Null (0) only unless given; 1 is DEFLATE (RFC 3749). */
  readonly compressionMethods?: readonly number[]
  /** Extensions in the place of those of the same kind, or beside them; with one of kind 'padding' the hello is as long as that makes it. */
  readonly extensions?: readonly ClientHelloExtension[]
}

/** The most cipher suites a hello has: some servers refuse a hello with more for its length alone. */
export const suitesPerHello = 128

/** A hello of one version, which asks beside it for everything a ServerHello of that version answers in the clear. */
export function helloOf(context: HelloContext, parts: HelloParts): ClientHello {
  const { version, compressionMethods = [0] } = parts
  const hello: ClientHello = {
    kind: 'client_hello',
    legacyVersion: Math.min(version, tls12),
    random: context.random(32),
    // RFC 8446 appendix D.4: middleboxes let a hello pass that looks as if it resumed a session.
    sessionId: version >= tls13 ? context.random(32) : new Uint8Array(0),
    cipherSuites: parts.cipherSuites,
    compressionMethods,
    extensions: null,
  }
  // SSLv3 has no extensions; RFC 5746 §3.3 gives it a signalling value for the one it needs.
  if (version <= ssl3) return { ...hello, cipherSuites: [...parts.cipherSuites, emptyRenegotiationInfo] }
  const usual = version >= tls13 ? tls13Extensions(parts) : tls12Extensions(parts)
  return padded({ ...hello, extensions: endsInContent(replaced([...contextExtensions(context), ...usual], parts.extensions ?? [])) })
}

function contextExtensions({ servername, alpn }: HelloContext): ClientHelloExtension[] {
  const named: ClientHelloExtension[] = servername === null ? [] : [{ kind: 'server_name', names: [{ type: 0, name: servername }] }]
  return alpn.length === 0 ? named : [...named, { kind: 'application_layer_protocol_negotiation', protocols: alpn }]
}

function tls13Extensions(parts: HelloParts): ClientHelloExtension[] {
  return [
    { kind: 'supported_groups', groups: parts.groups ?? everyGroup() },
    { kind: 'signature_algorithms', schemes: parts.signatureSchemes ?? everySignatureScheme() },
    { kind: 'psk_key_exchange_modes', modes: [1] }, // psk_dhe_ke: without it a server sends no ticket (RFC 8446 §4.2.9)
    { kind: 'key_share', shares: parts.shares ?? [] },
    { kind: 'supported_versions', versions: [tls13] },
  ]
}

function tls12Extensions(parts: HelloParts): ClientHelloExtension[] {
  const hasCurves = parts.cipherSuites.some(code => partsOfCode(code)?.keyExchange?.startsWith('ECDH'))
  // RFC 7919 §4: finite-field groups are offered in the same extension.
  const hasGroups = hasCurves || parts.cipherSuites.some(isDhe)
  return [
    { kind: 'extended_main_secret' },
    { kind: 'encrypt_then_mac' },
    { kind: 'session_ticket', ticket: new Uint8Array(0) },
    ...(hasGroups ? [{ kind: 'supported_groups', groups: parts.groups ?? everyGroup() } as const] : []),
    ...(hasCurves ? [{ kind: 'ec_point_formats', formats: [0] } as const] : []),
    // RFC 5246 §7.4.1.4.1 forbids it to clients that offer nothing newer than TLS 1.1; a server has to ignore it there.
    ...(parts.version >= tls12
      ? [{ kind: 'signature_algorithms', schemes: parts.signatureSchemes ?? everySignatureScheme() } as const]
      : []),
    ...(parts.cipherSuites.some(isSrp) ? [srpUser] : []),
    { kind: 'heartbeat', mode: 1 },
    { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
  ]
}

/** RFC 5054 §2.8.1: without a user no suite of SRP can be chosen. A server that has such suites and not this user answers alert 115. */
const srpUser: ClientHelloExtension = { kind: 'unknown', type: 12, body: Uint8Array.of(7, ...Buffer.from('tlsgate')) }

function replaced(usual: readonly ClientHelloExtension[], own: readonly ClientHelloExtension[]): ClientHelloExtension[] {
  const same = (a: ClientHelloExtension, b: ClientHelloExtension): boolean =>
    a.kind === b.kind && (a.kind !== 'unknown' || b.kind !== 'unknown' || a.type === b.type)
  const kept = usual.map(extension => own.find(candidate => same(candidate, extension)) ?? extension)
  return [...kept, ...own.filter(extension => !usual.some(candidate => same(candidate, extension)))]
}

/** Some servers refuse a hello whose last extension is empty; the last of the usual ones is not. */
function endsInContent(extensions: readonly ClientHelloExtension[]): ClientHelloExtension[] {
  const last = extensions.findLastIndex(extension => !isEmpty(extension))
  return [...extensions.slice(0, last), ...extensions.slice(last + 1), ...extensions.slice(last, last + 1)]
}

function isEmpty(extension: ClientHelloExtension): boolean {
  if (extension.kind === 'unknown') return extension.body.length === 0
  if (extension.kind === 'session_ticket') return extension.ticket.length === 0
  return Object.keys(extension).length === 1
}

/** RFC 7685 §4: servers in use hang on a hello of 256 to 511 bytes, so that such a one is made longer. */
export function padded(hello: ClientHello): ClientHello {
  const extensions = hello.extensions ?? []
  if (extensions.some(({ kind }) => kind === 'padding')) return hello
  const length = lengthOf(hello)
  if (length < 256 || length >= 512) return hello
  // An extension takes four bytes and should not be empty where it is the last.
  return { ...hello, extensions: [...extensions, { kind: 'padding', zeros: new Uint8Array(Math.max(512 - length - 4, 1)) }] }
}

// The groups and schemes that nearly every server has one of. A server that has no order of its own takes the first it knows, and reads
// no further; some read only so many.
const commonGroups = [0x001d, 0x0017, 0x11ec, 0x0018, 0x0019, 0x001e, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104]
const commonSchemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0603, 0x0806, 0x0601, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b]

/** RFC 8422 §5.1.1 deprecates all of sect* and the short curves; the drafts of Kyber are withdrawn. */
const bygone = /^sect|^secp(?:160|192|224|256k)|Kyber/

let groupList: readonly number[] | undefined
let schemeList: readonly number[] | undefined

/** Every registered group, those most in use first and deprecated ones last; not the two that stand for a curve spelled out. */
export function everyGroup(): readonly number[] {
  if (groupList) return groupList
  const known = groups.rows.filter(({ code, kind }) => kind !== 'explicit' && !commonGroups.includes(code))
  const [old, current] = [known.filter(({ name }) => bygone.test(name)), known.filter(({ name }) => !bygone.test(name))]
  groupList = [...commonGroups, ...[...current, ...old].map(({ code }) => code)]
  return groupList
}

/**
 * Every registered signature scheme, those most in use first, and last the other pairs of hash and signature that TLS 1.2 has
 * (RFC 5246 §7.4.1.4.1): those of DSA, SHA-224 and, at the very end because some servers stumble over it, MD5.
 */
export function everySignatureScheme(): readonly number[] {
  if (schemeList) return schemeList
  const known = [...commonSchemes, ...signatureSchemes.rows.map(({ code }) => code)]
  schemeList = [...new Set([...known, ...pairCodes])]
  return schemeList
}
