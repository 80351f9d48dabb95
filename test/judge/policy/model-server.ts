// A server as data, that answers hellos as one of its settings would: what policies are tested against. No bytes.
import type { Asked, Offer, Outcome, Probe } from '../../../src/probe/offer.ts'
import { partsOf } from '../../../src/registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../../src/registry/cipher-suites.ts'
import { groups } from '../../../src/registry/groups.ts'
import { protocols } from '../../../src/registry/protocols.ts'
import { signatureSchemes } from '../../../src/registry/signature-schemes.ts'
import { extension, type ServerHelloExtension } from '../../../src/wire/extensions.ts'
import type { ClientHello } from '../../../src/wire/hello.ts'

export interface ModelServer {
  readonly versions: readonly string[]
  /** IANA names, in the server's order. */
  readonly suites: readonly string[]
  readonly order?: 'server' | 'client'
  readonly groups?: readonly string[]
  readonly groupOrder?: 'server' | 'client'
  readonly schemes?: readonly string[]
  /** Types of the keys of its certificates; an ECDSA key is on `curve`, one for EdDSA on none that a client has to offer. */
  readonly keys?: readonly ('RSA' | 'ECDSA' | 'EdDSA')[]
  readonly curve?: string
  readonly dhBits?: number
  readonly compression?: boolean
  readonly renegotiation?: boolean
  /** Refuses a hello of TLS 1.3 that has no share for a group of its own. */
  readonly withoutRetry?: boolean
  /** Refuses versions it does not have with this alert. */
  readonly versionAlert?: number
  /** Answers what an offer meets instead. */
  readonly instead?: (offer: Offer, index: number) => Outcome | null
}

const refused = (alert: number): Outcome => ({ kind: 'refused', by: 'alert', alert })
const codes = (table: { named(name: string): { readonly code: number } | undefined }, names: readonly string[]): number[] =>
  names.map(name => {
    const row = table.named(name)
    if (row === undefined) throw new Error(`nobody knows ${name}`)
    return row.code
  })

const defaults = {
  groups: ['x25519', 'secp256r1', 'x448', 'secp521r1', 'secp384r1', 'ffdhe2048', 'ffdhe3072', 'ffdhe4096', 'ffdhe6144', 'ffdhe8192'],
  schemes: ['ecdsa_secp256r1_sha256', 'rsa_pss_rsae_sha256', 'rsa_pkcs1_sha256'],
}

export function answer(server: ModelServer, offer: Offer, index: number): Outcome {
  const instead = server.instead?.(offer, index)
  if (instead) return instead
  const { hello } = offer
  const versions = codes(protocols, server.versions)
  if (hello.kind === 'sslv2_client_hello')
    return versions.includes(2) ? accepted(2, 0x010080, null, null, {}) : { kind: 'refused', by: 'close' }
  const offered = extension(hello.extensions, 'supported_versions')?.versions ?? versions.filter(code => code <= hello.legacyVersion)
  const version = Math.max(...versions.filter(code => offered.includes(code)))
  if (version < 0) return refused(server.versionAlert ?? 70)
  return version === 0x0304 ? answer13(server, hello, offer) : answer12(server, hello, version)
}

function answer13(server: ModelServer, hello: ClientHello, { privateKey }: Offer): Outcome {
  const suite = pick(
    hello.cipherSuites,
    codes(cipherSuites, server.suites).filter(code => code >> 8 === 0x13),
    server.order,
  )
  const group = pick(
    extension(hello.extensions, 'supported_groups')?.groups ?? [],
    codes(groups, server.groups ?? defaults.groups),
    server.groupOrder,
  )
  const shares = extension(hello.extensions, 'key_share')?.shares ?? []
  if (suite === null || group === null) return refused(40)
  const hasShare = shares.some(share => share.group === group)
  if (server.withoutRetry && !hasShare) return refused(40)
  const schemes = codes(signatureSchemes, server.schemes ?? defaults.schemes).filter(code => ![0x0201, 0x0401].includes(code))
  const scheme = pick(extension(hello.extensions, 'signature_algorithms')?.schemes ?? [], schemes, 'client')
  if (hasShare && scheme === null) return refused(40)
  return accepted(0x0304, suite, group, hasShare && privateKey ? scheme : null, {})
}

function answer12(server: ModelServer, hello: ClientHello, version: number): Outcome {
  const keys = server.keys ?? ['RSA']
  const curve = codes(groups, [server.curve ?? 'secp256r1'])[0] ?? 0
  const known = extension(hello.extensions, 'supported_groups')?.groups ?? []
  const curves = codes(groups, server.groups ?? defaults.groups).filter(code => groups.get(code)?.kind === 'ecdh')
  const group = pick(known, curves, server.groupOrder)
  const scheme =
    version < 0x0303
      ? null
      : pick(
          extension(hello.extensions, 'signature_algorithms')?.schemes ?? [],
          codes(signatureSchemes, server.schemes ?? defaults.schemes),
          'client',
        )
  const usable = codes(cipherSuites, server.suites).filter(code => {
    const row = cipherSuites.get(code)
    const parts = row && partsOf(row)
    if (!parts || parts.firstProtocol > version || parts.lastProtocol < version) return false
    if (parts.keyExchange === 'ECDHE' && group === null) return false
    if (parts.authentication === 'ECDSA' && !keys.includes('EdDSA') && !known.includes(curve)) return false
    if (parts.keyExchange !== 'RSA' && version === 0x0303 && scheme === null) return false
    return parts.authentication === 'anon' || keys.some(key => (key === 'EdDSA' ? 'ECDSA' : key) === parts.authentication)
  })
  const suite = pick(hello.cipherSuites, usable, server.order)
  const row = cipherSuites.get(suite ?? 0)
  const parts = row && partsOf(row)
  if (suite === null || !parts) return refused(40)
  const isDhe = parts.keyExchange === 'DHE'
  const extensions: ServerHelloExtension[] =
    server.renegotiation === false ? [] : [{ kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) }]
  return accepted(version, suite, parts.keyExchange === 'ECDHE' ? group : null, parts.keyExchange === 'RSA' ? null : scheme, {
    extensions,
    presented: parts.authentication === 'ECDSA' ? [keys.includes('EdDSA') ? one : certificateOn(server.curve ?? 'secp256r1')] : [],
    compressionMethod: server.compression && hello.compressionMethods.includes(1) ? 1 : 0,
    ...(isDhe && { prime: new Uint8Array((server.dhBits ?? 2048) / 8).fill(0xff) }),
  })
}

/** DER enough for whoever looks for the curve of a key in it. */
const certificateOn = (curve: string): Uint8Array =>
  Buffer.from(`06072a8648ce3d0201${curve === 'secp384r1' ? '06052b81040022' : '06082a8648ce3d030107'}`, 'hex')

/** The first of those that have the say which the others have too. */
function pick(client: readonly number[], server: readonly number[], order: 'server' | 'client' = 'client'): number | null {
  const [first, second] = order === 'server' ? [server, client] : [client, server]
  return first.find(code => second.includes(code)) ?? null
}

const one = Uint8Array.of(1)

interface Extras {
  readonly extensions?: readonly ServerHelloExtension[]
  readonly compressionMethod?: number
  readonly presented?: readonly Uint8Array[]
  readonly prime?: Uint8Array
}

function accepted(version: number, cipherSuite: number, group: number | null, signatureScheme: number | null, extras: Extras): Outcome {
  const { extensions = [], compressionMethod = 0, presented = [], prime } = extras
  return {
    kind: 'accepted',
    version,
    cipherSuite,
    group,
    signatureScheme,
    answer: {
      hello:
        version === 2
          ? {
              kind: 'sslv2_server_hello',
              sessionIdHit: 0,
              certificateType: 1,
              version,
              certificate: one,
              cipherKinds: [cipherSuite],
              connectionId: one,
            }
          : {
              kind: 'server_hello',
              legacyVersion: Math.min(version, 0x0303),
              random: new Uint8Array(32),
              sessionId: new Uint8Array(0),
              cipherSuite,
              compressionMethod,
              extensions,
            },
      presented,
      keyExchange: prime
        ? {
            kind: 'server_key_exchange',
            form: 'fields',
            pskIdentityHint: null,
            params: { kind: 'dh', prime, generator: one, publicKey: prime },
            signature: null,
          }
        : null,
      encryptedExtensions: null,
      asksForCertificate: false,
    },
  }
}

/** Runs probes against a model, side by side: what was asked, and how many answers had to be waited for one after the other. */
export function askModel(server: ModelServer, probes: readonly Probe<void>[]): { readonly asked: Asked[]; readonly depth: number } {
  const asked: Asked[] = []
  const put = (offer: Offer): Outcome => {
    const outcome = answer(server, offer, asked.length)
    asked.push({ number: asked.length + 1, offer, outcome })
    return outcome
  }
  let depth = 0
  for (const probe of probes) {
    let turns = 0
    for (let turn = probe.next(); !turn.done; turn = probe.next(turn.value.map(put))) turns++
    depth = Math.max(depth, turns)
  }
  return { asked, depth }
}
