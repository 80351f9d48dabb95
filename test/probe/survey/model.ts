// A server as a function of the hello, for probes that never see a socket: it has what the model says, and chooses as servers do.
import type { Asked, Offer, Outcome, Probe } from '../../../src/probe/offer.ts'
import { partsOf } from '../../../src/registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../../src/registry/cipher-suites.ts'
import { groups } from '../../../src/registry/groups.ts'
import { signatureSchemes } from '../../../src/registry/signature-schemes.ts'
import { extension, type ServerHelloExtension } from '../../../src/wire/extensions.ts'
import { type ClientHello, helloRetryRequestRandom, sentinel } from '../../../src/wire/hello.ts'

export interface Model {
  /** Wire numbers. */
  readonly versions: readonly number[]
  /** Of all versions, in the server's order, as are groups and schemes. */
  readonly suites: readonly number[]
  readonly groups: readonly number[]
  readonly schemes: readonly number[]
  readonly order: 'server' | 'client'
  /**
   * What it does not do as a server should; 'curve-freedom': its certificate of secp256r1 needs that curve among the groups; 'second-thoughts':
   * it settles on an ECDSA suite for any scheme of ECDSA, and refuses one that is for another curve only then.
   */
  readonly lacks?: readonly ('hello-retry' | 'sentinel' | 'fallback-scsv' | 'renegotiation' | 'curve-freedom' | 'second-thoughts')[]
}

const alert = (code: number): Outcome => ({ kind: 'refused', by: 'alert', alert: code })

/** DER enough for whoever looks for the curve of a key in it. */
const curveCertificate = new Uint8Array(Buffer.from('301306072a8648ce3d020106082a8648ce3d030107', 'hex'))

/** The outcome of an offer to the server of the model. */
export function modelServer(model: Model): (offer: Offer) => Outcome {
  const lacks = (what: NonNullable<Model['lacks']>[number]): boolean => model.lacks?.includes(what) === true
  const choose = (mine: readonly number[], theirs: readonly number[]): number | null =>
    (model.order === 'server' ? mine.find(code => theirs.includes(code)) : theirs.find(code => mine.includes(code))) ?? null

  return ({ hello }) => {
    if (hello.kind !== 'client_hello') return alert(70)
    const version = versionOf(model, hello)
    if (version === undefined) return alert(70)
    if (hello.cipherSuites.includes(0x5600) && version < Math.max(...model.versions) && !lacks('fallback-scsv')) return alert(86)
    const offeredGroups = extension(hello.extensions, 'supported_groups')?.groups ?? []
    const offeredSchemes = extension(hello.extensions, 'signature_algorithms')?.schemes ?? []
    return version >= 0x0304 ? tls13() : before13(version)

    function tls13(): Outcome {
      const cipherSuite = choose(
        model.suites.filter(code => fits(code, 0x0304)),
        hello13().cipherSuites,
      )
      const share = extension(hello13().extensions, 'key_share')?.shares.find(each => model.groups.includes(each.group))
      const group = share?.group ?? choose(model.groups, offeredGroups)
      // PKCS #1 v1.5 is for certificates alone (RFC 8446 §4.2.3).
      const scheme = choose(
        model.schemes.filter(code => kindOf(code) !== 'rsa_pkcs1'),
        offeredSchemes,
      )
      if (cipherSuite === null || group === null || scheme === null || (!share && lacks('hello-retry'))) return alert(40)
      const chosen: ServerHelloExtension = { kind: 'supported_versions', selectedVersion: 0x0304 }
      const shared = { legacyVersion: 0x0303, sessionId: new Uint8Array(0), cipherSuite, compressionMethod: 0 }
      return {
        ...{ kind: 'accepted', version: 0x0304, cipherSuite, group, signatureScheme: share ? scheme : null },
        answer: {
          hello: share
            ? { kind: 'server_hello', ...shared, random: new Uint8Array(32), extensions: [chosen] }
            : {
                kind: 'hello_retry_request',
                ...shared,
                random: helloRetryRequestRandom,
                extensions: [chosen, { kind: 'key_share', selectedGroup: group }],
              },
          presented: [],
          keyExchange: null,
          encryptedExtensions: share ? [] : null,
          asksForCertificate: share ? false : null,
        },
      }
    }

    function before13(chosen: number): Outcome {
      const group = choose(model.groups.filter(isCurve), offeredGroups)
      const schemeFor = (code: number, isFit = (_: number): boolean => true): number | null =>
        choose(
          model.schemes.filter(scheme => signs(scheme, code) && isFit(scheme)),
          offeredSchemes,
        )
      const usable = (code: number): boolean => {
        if (!fits(code, chosen) || (isCurved(code) && group === null)) return false
        if (lacks('curve-freedom') && /_ECDSA_/.test(cipherSuites.label(code)) && !offeredGroups.includes(0x0017)) return false
        return chosen < 0x0303 || !isSigned(code) || schemeFor(code) !== null
      }
      const cipherSuite = choose(model.suites.filter(usable), hello13().cipherSuites)
      if (cipherSuite === null) return alert(40)
      const scheme =
        chosen === 0x0303 && isSigned(cipherSuite) ? schemeFor(cipherSuite, code => !lacks('second-thoughts') || !isBrainpool(code)) : null
      if (chosen === 0x0303 && isSigned(cipherSuite) && scheme === null) return alert(40)
      const random = new Uint8Array(32)
      if (model.versions.includes(0x0304) && !lacks('sentinel')) random.set(sentinel(chosen === 0x0303 ? 1 : 0), 24)
      const extensions: ServerHelloExtension[] = lacks('renegotiation')
        ? []
        : [{ kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) }]
      return {
        ...{ kind: 'accepted', version: chosen, cipherSuite, group: isCurved(cipherSuite) ? group : null },
        signatureScheme: scheme,
        answer: {
          hello: {
            kind: 'server_hello',
            legacyVersion: chosen,
            random,
            sessionId: new Uint8Array(0),
            cipherSuite,
            compressionMethod: 0,
            extensions,
          },
          presented: lacks('curve-freedom') ? [curveCertificate] : [],
          keyExchange: null,
          encryptedExtensions: null,
          asksForCertificate: false,
        },
      }
    }

    function hello13(): ClientHello {
      return hello as ClientHello
    }
  }
}

function versionOf({ versions }: Model, hello: ClientHello): number | undefined {
  const listed = extension(hello.extensions, 'supported_versions')?.versions
  return versions.toSorted((a, b) => b - a).find(version => listed?.includes(version) ?? version <= Math.min(hello.legacyVersion, 0x0303))
}

function fits(code: number, version: number): boolean {
  const row = cipherSuites.get(code)
  const parts = row && partsOf(row)
  return !!parts && parts.firstProtocol <= version && version <= parts.lastProtocol
}

const isBrainpool = (scheme: number): boolean => /_brainpool/.test(signatureSchemes.label(scheme))
const isCurve = (code: number): boolean => groups.get(code)?.kind === 'ecdh'
export const isCurved = (code: number): boolean => /^TLS_ECDHE_|^TLS_ECDH_anon/.test(cipherSuites.label(code))
export const isSigned = (code: number): boolean => /^TLS_(?:EC)?DHE_(?:RSA|ECDSA|DSS)/.test(cipherSuites.label(code))
const kindOf = (scheme: number): string => /^(?:rsa_pkcs1|rsa_pss|ecdsa|dsa|ed)/.exec(signatureSchemes.label(scheme))?.[0] ?? ''

function signs(scheme: number, suite: number): boolean {
  const authentication = /DHE_(RSA|ECDSA|DSS)/.exec(cipherSuites.label(suite))?.[1] ?? 'none'
  const kinds: Readonly<Record<string, readonly string[]>> = { RSA: ['rsa_pkcs1', 'rsa_pss'], ECDSA: ['ecdsa', 'ed'], DSS: ['dsa'] }
  return kinds[authentication]?.includes(kindOf(scheme)) === true
}

export interface Ran {
  readonly asked: readonly Asked[]
  /** Batches of the probe that takes the most. */
  readonly depth: number
}

/** Runs probes against a server, as a Line would do, one after the other. */
export function runAll(probes: readonly Probe<void>[], server: (offer: Offer) => Outcome): Ran {
  const asked: Asked[] = []
  let depth = 0
  for (const probe of probes) {
    let batches = 0
    for (let turn = probe.next(); !turn.done; batches++) {
      const outcomes = turn.value.map(offer => server(offer))
      for (const [index, offer] of turn.value.entries())
        asked.push({ number: asked.length + 1, offer, outcome: outcomes[index] ?? alert(0) })
      turn = probe.next(outcomes)
    }
    depth = Math.max(depth, batches)
  }
  return { asked, depth }
}

const rsaSuite = ['AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256', 'AES_128_GCM_SHA256']
const named = (...names: readonly string[]): number[] => names.map(name => cipherSuites.named(name)?.code ?? 0)

/** OpenSSL 3.0 as it comes, with an RSA certificate: six suites of TLS 1.2 and three of TLS 1.3. */
export const nineSuites: Model = {
  versions: [0x0303, 0x0304],
  suites: named(...['TLS_', 'TLS_ECDHE_RSA_WITH_', 'TLS_DHE_RSA_WITH_'].flatMap(prefix => rsaSuite.map(suite => prefix + suite))),
  groups: [0x001d, 0x0017, 0x001e, 0x0019, 0x0018, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104],
  schemes: [0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0301],
  order: 'client',
}

/** Every suite that OpenSSL has and a certificate of any kind, or none, can be used with. */
export const everySuite: Model = {
  versions: [0x0301, 0x0302, 0x0303, 0x0304],
  suites: cipherSuites.rows
    .filter(({ name, openssl }) => openssl !== null && /^TLS_(?:(?:EC)?DHE?_|RSA_WITH|AES|CHACHA)/.test(name))
    .filter(({ name }) => !/PSK|EXPORT|RC4|_DES_|3DES|SEED|IDEA|_OLD|_DH_(?:RSA|DSS)|_ECDH_(?:RSA|ECDSA)/.test(name))
    .map(({ code }) => code),
  groups: nineSuites.groups,
  schemes: [...nineSuites.schemes, 0x0403, 0x0503, 0x0603, 0x0202, 0x0201, 0x0203],
  order: 'client',
}
