// Named clients against servers of which everything, or not everything, is known. The model server answers hellos by its own rules.
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { clientChecks, clientResultOf, clientResults, deriveClient } from '../../src/judge/clients.ts'
import type { ClientResult } from '../../src/judge/survey.ts'
import { clientOffer } from '../../src/probe/client-hello.ts'
import type { Finding, Ledger } from '../../src/probe/ledger.ts'
import type { Accepted, Asked, Outcome } from '../../src/probe/offer.ts'
import { partsOf } from '../../src/registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import type { ClientProfile } from '../../src/registry/clients/client-profile.ts'
import { clientProfile, clientProfiles } from '../../src/registry/clients/clients.ts'
import { groups } from '../../src/registry/groups.ts'
import { protocols } from '../../src/registry/protocols.ts'
import { signatureSchemes } from '../../src/registry/signature-schemes.ts'
import { extension } from '../../src/wire/extensions.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import { issue } from '../certificate/issuing.ts'

/** What a server accepts in one version, by registered names and in its order. */
interface Settings {
  readonly suites: readonly string[]
  readonly groups: readonly string[]
  readonly schemes: readonly string[]
}
type Server = Readonly<Record<string, Settings>>

const codeOf = (table: { named(name: string): { code: number } | undefined }, name: string): number => {
  const row = table.named(name)
  if (row === undefined) throw new Error(`${name} is not registered`)
  return row.code
}
const suite = (name: string): number => codeOf(cipherSuites, name)

/** The server as a function of the hello: newest common version, own order of suites, first group and scheme of its own that fit. */
function answer(server: Server, hello: ClientHello): Outcome {
  const listed = extension(hello.extensions, 'supported_versions')?.versions
  const offered = (version: number): boolean => (listed ? listed.includes(version) : version <= hello.legacyVersion)
  const version = protocols.rows.map(({ code }) => code).findLast(code => server[protocols.label(code)] && offered(code))
  if (version === undefined) return { kind: 'refused', by: 'alert', alert: 70 }
  const settings = server[protocols.label(version)] ?? { suites: [], groups: [], schemes: [] }
  const named = extension(hello.extensions, 'supported_groups')?.groups
  const signs = extension(hello.extensions, 'signature_algorithms')?.schemes ?? [0x0201, 0x0203]
  const curves = settings.groups.map(name => codeOf(groups, name)).filter(code => named?.includes(code) !== false)
  const schemes = settings.schemes.filter(name => signs.includes(codeOf(signatureSchemes, name)))
  const works = (name: string): boolean => {
    const row = cipherSuites.named(name)
    const parts = row && partsOf(row)
    if (!parts || !hello.cipherSuites.includes(row.code)) return false
    if ((parts.keyExchange === null || parts.keyExchange === 'ECDHE') && curves.length === 0) return false
    if (parts.keyExchange === null) return schemes.length > 0
    const prefix = parts.authentication === 'ECDSA' ? 'ecdsa' : 'rsa'
    return version < 0x0303 || !parts.keyExchange.endsWith('DHE') || schemes.some(name => name.startsWith(prefix))
  }
  const chosen = settings.suites.find(works)
  if (chosen === undefined) return { kind: 'refused', by: 'alert', alert: 40 }
  return accepted(version, suite(chosen), /ECDHE|^TLS_(?!.*_WITH_)/.test(chosen) ? (curves[0] ?? null) : null)
}

const accepted = (version: number, code: number, group: number | null = null, leaf: Uint8Array | null = null): Accepted => ({
  kind: 'accepted',
  version,
  cipherSuite: code,
  group,
  signatureScheme: null,
  answer: {
    hello: {
      kind: 'server_hello',
      legacyVersion: Math.min(version, 0x0303),
      random: new Uint8Array(32),
      sessionId: new Uint8Array(0),
      cipherSuite: code,
      compressionMethod: 0,
      extensions: [],
    },
    presented: leaf === null ? [] : [leaf],
    keyExchange: null,
    encryptedExtensions: null,
    asksForCertificate: null,
  },
})

/** A ledger in which everything about a server is known, but for what `unknown` names: 'TLSv1.2' or 'TLSv1.2 x25519'. */
function ledgerFor(server: Server, { unknown = [], leaf = null }: { unknown?: readonly string[]; leaf?: Uint8Array | null } = {}): Ledger {
  const finding = (version: number, name: string | null, has: (settings: Settings) => boolean): Finding => {
    const protocol = protocols.label(version)
    if (unknown.includes(name === null ? protocol : `${protocol} ${name}`)) return { support: 'unknown', probes: [] }
    const settings = server[protocol]
    return { support: settings && has(settings) ? 'accepted' : 'refused', probes: [version & 0xf] }
  }
  const answers = protocols.rows.flatMap(({ code: version, name }) =>
    (server[name]?.suites ?? []).map((each, index): Asked & { outcome: Accepted } => ({
      number: index + 1,
      offer: offerOf('java-8u161'),
      outcome: accepted(version, suite(each), null, leaf),
    })),
  )
  return {
    asked: [],
    protocol: version => finding(version, null, () => true),
    cipherSuite: (version, code) => finding(version, cipherSuites.label(code), ({ suites }) => suites.includes(cipherSuites.label(code))),
    group: (version, code) => finding(version, groups.label(code), settings => settings.groups.includes(groups.label(code))),
    signatureScheme: (version, code) =>
      finding(version, signatureSchemes.label(code), ({ schemes }) => schemes.includes(signatureSchemes.label(code))),
    accepted: version => answers.filter(({ outcome }) => version === undefined || outcome.version === version),
    doubted: [],
    about: () => [],
  }
}

const context = { servername: 'shop.example', alpn: [], random: randomBytes }
const profileOf = (name: string): ClientProfile => clientProfile(name) ?? expect.unreachable(`no profile ${name}`)
const offerOf = (name: string) => clientOffer(profileOf(name), context)
const orderOf = (server: Server) => ({
  cipherOrder: Object.fromEntries(Object.keys(server).map(name => [name, 'server' as const])),
  cipherSuites: Object.fromEntries(Object.entries(server).map(([name, { suites }]) => [name, suites])),
})

const rsa = ['rsa_pss_rsae_sha256', 'rsa_pkcs1_sha256', 'rsa_pkcs1_sha1']
const ecdsa = ['ecdsa_secp384r1_sha384', 'ecdsa_secp256r1_sha256', 'ecdsa_sha1']
const curves = ['x25519', 'secp256r1', 'secp384r1']
const suites13 = ['TLS_AES_256_GCM_SHA384', 'TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256']
const aead = (key: string): string[] => ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384'].map(rest => `TLS_ECDHE_${key}_WITH_${rest}`)
const legacy = ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA']

const modern: Server = { 'TLSv1.3': { suites: suites13, groups: curves, schemes: rsa.slice(0, 1) } }
const intermediate: Server = { ...modern, 'TLSv1.2': { suites: aead('RSA'), groups: curves, schemes: rsa } }
const old: Server = {
  ...modern,
  'TLSv1.2': { suites: [...aead('RSA'), ...legacy], groups: curves, schemes: rsa },
  'TLSv1.1': { suites: legacy, groups: curves, schemes: [] },
  'TLSv1.0': { suites: legacy, groups: curves, schemes: [] },
}
const ecdsaOnly: Server = {
  'TLSv1.3': { suites: suites13, groups: curves, schemes: ecdsa.slice(0, 1) },
  'TLSv1.2': { suites: aead('ECDSA'), groups: curves, schemes: ecdsa },
}
const oneGroup: Server = { 'TLSv1.3': { suites: suites13, groups: ['x448'], schemes: rsa.slice(0, 1) } }
const ancient: Server = { 'TLSv1.0': { suites: legacy, groups: [], schemes: [] } }
const servers = { modern, intermediate, old, ecdsaOnly, oneGroup, ancient } satisfies Record<string, Server>

describe('what is derived', () => {
  test.each([
    ['modern', modern, 'chrome', 'yes', 'TLSv1.3, TLS_AES_256_GCM_SHA384'],
    ['modern', modern, 'java-8u161', 'no', 'none of its versions is accepted (TLSv1.2, TLSv1.1, TLSv1.0)'],
    ['intermediate', intermediate, 'java-8u161', 'yes', 'TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
    ['intermediate', intermediate, 'schannel-2012r2', 'no', 'none of its 26 cipher suites is accepted in TLSv1.2'],
    ['intermediate', intermediate, 'ie-11-win7', 'no', 'none of its 24 cipher suites is accepted in TLSv1.2'],
    ['old', old, 'ie-11-win7', 'yes', 'TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'],
    ['one group', oneGroup, 'chrome', 'no', 'none of its groups (X25519MLKEM768, x25519, secp256r1, secp384r1) is accepted in TLSv1.3'],
    ['one group', oneGroup, 'openssl-3.0', 'yes', 'TLSv1.3, TLS_AES_256_GCM_SHA384, x448'],
    ['ancient', ancient, 'android-4.4', 'yes', 'TLSv1.0, TLS_RSA_WITH_AES_128_CBC_SHA'],
    ['ancient', ancient, 'node-24', 'no', 'none of its versions is accepted (TLSv1.3, TLSv1.2)'],
    [
      'another kind of signature',
      { 'TLSv1.3': { ...oneGroup['TLSv1.3'], groups: curves, schemes: ['ed448'] } },
      'chrome',
      'no',
      'none of its signature schemes is accepted in TLSv1.3',
    ],
  ] as [string, Server, string, string, string][])('on %s settings: %#', (_, server, name, connects, detail) => {
    const found = deriveClient(profileOf(name), ledgerFor(server), orderOf(server))
    expect([found.connects, found.detail, found.by]).toEqual([connects, detail, 'derived'])
  })

  test('without an order names the suite only where one is possible', () => {
    const { cipherSuite, protocol } = deriveClient(profileOf('chrome'), ledgerFor(modern))
    expect([protocol, cipherSuite]).toEqual(['TLSv1.3', null])
    const single = { 'TLSv1.3': { suites: suites13.slice(1, 2), groups: ['x25519'], schemes: rsa } }
    expect(deriveClient(profileOf('chrome'), ledgerFor(single))).toMatchObject({ cipherSuite: 'TLS_AES_128_GCM_SHA256', group: 'x25519' })
  })

  test('of a server that lets the client choose is the first suite of the client', () => {
    const order = { cipherOrder: { 'TLSv1.3': 'client' as const }, cipherSuites: { 'TLSv1.3': suites13 } }
    expect(deriveClient(profileOf('chrome'), ledgerFor(modern), order).cipherSuite).toBe('TLS_AES_128_GCM_SHA256')
  })

  test('is no suite where the server may put ChaCha20 first for a client that does', () => {
    const chacha = 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256_OLD'
    const server = { 'TLSv1.2': { suites: [...aead('RSA'), chacha], groups: curves, schemes: rsa } }
    expect(deriveClient(profileOf('android-5'), ledgerFor(server), orderOf(server)).cipherSuite).toBeNull()
  })

  test.each([
    ['the version', ['TLSv1.3'], 'whether TLSv1.3 is accepted is not known'],
    ['every suite', suites13.map(name => `TLSv1.3 ${name}`), 'whether any of its 3 cipher suites is accepted in TLSv1.3 is not known'],
    ['a scheme', ['TLSv1.3 rsa_pss_rsae_sha256'], 'whether any of its signature schemes is accepted in TLSv1.3 is not known'],
    [
      'every group',
      curves.map(name => `TLSv1.3 ${name}`),
      'whether any of its groups (X25519MLKEM768, x25519, secp256r1, secp384r1) is accepted in TLSv1.3 is not known',
    ],
  ])('is unknown where %s is not known', (_, unknown, detail) => {
    const found = deriveClient(profileOf('chrome'), ledgerFor(modern, { unknown }), orderOf(modern))
    expect([found.connects, found.detail, found.protocol]).toEqual(['unknown', detail, null])
  })

  test('names no suite while another that the client offers is not known', () => {
    const found = deriveClient(profileOf('chrome'), ledgerFor(modern, { unknown: [`TLSv1.3 ${suites13[0]}`] }), orderOf(modern))
    expect([found.connects, found.cipherSuite]).toEqual(['yes', null])
  })

  test.each([
    ['other curves', ['secp384r1'], 'no', 'the key of the certificate is on a curve that is none of its groups (secp384r1)'],
    ['that curve', ['secp256r1', 'secp384r1'], 'yes', 'TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
  ])('for a certificate on secp256r1 before TLS 1.3 depends on its curve being offered: %s', (_, names, connects, detail) => {
    const profile = { ...profileOf('android-7'), groups: names.map(name => codeOf(groups, name)) }
    const found = deriveClient(profile, ledgerFor(ecdsaOnly, { leaf: issue({ key: 'ec' }).der }), orderOf(ecdsaOnly))
    expect([found.connects, found.detail]).toEqual([connects, detail])
  })
})

describe('derived and by its own hello', () => {
  test.each(Object.entries(servers))('the %s server is found to take the same clients, with the same', (_, server) => {
    const ledger = ledgerFor(server)
    const found = clientProfiles().map(profile => {
      const offer = clientOffer(profile, context)
      const asked = { number: 7, offer, outcome: answer(server, offer.hello as ClientHello) }
      return { derived: deriveClient(profile, ledger, orderOf(server)), answered: clientResultOf(profile, asked, ledger) }
    })
    const differ = found.filter(({ derived, answered }) => {
      if (derived.connects !== answered.connects || derived.protocol !== answered.protocol) return true
      if (derived.connects === 'no') return !answered.detail.endsWith(derived.detail)
      return derived.cipherSuite !== answered.cipherSuite || (derived.group ?? answered.group) !== answered.group
    })
    expect(differ).toEqual([])
    expect(found.map(({ answered }) => answered.connects)).toContain('yes')
  })
})

describe('the answer to a hello', () => {
  const java = profileOf('java-17')
  test.each([
    ['an alert', { kind: 'refused', by: 'alert', alert: 40 }, 'no', 'its hello is refused by alert handshake_failure'],
    ['a close', { kind: 'refused', by: 'close' }, 'no', 'its hello is refused by a close'],
    [
      'silence',
      { kind: 'unknown', why: 'timeout', detail: 'no answer in time' },
      'unknown',
      'its hello had no answer that counts (no answer in time)',
    ],
    [
      'an older version',
      accepted(0x0302, suite('TLS_RSA_WITH_AES_128_CBC_SHA')),
      'no',
      'the server chose TLSv1.1, and it takes nothing older than TLSv1.2',
    ],
    ['a ServerHello', accepted(0x0304, 0x1302, 0x001d), 'yes', 'TLSv1.3, TLS_AES_256_GCM_SHA384, x25519'],
  ] as [string, Outcome, string, string][])('that is %s', (_, outcome, connects, detail) => {
    const found = clientResultOf(java, { number: 4, offer: offerOf('java-17'), outcome })
    expect([found.connects, found.detail, found.by, found.evidence]).toEqual([connects, detail, 'hello', ['probe 4']])
  })

  test('counts for more than what is derived', () => {
    const asked: Asked = { number: 4, offer: offerOf('java-17'), outcome: { kind: 'refused', by: 'reset' } }
    const ledger = { ...ledgerFor(modern), about: () => [asked] }
    const found = clientResults([java, profileOf('chrome')], ledger, orderOf(modern))
    expect(found.map(({ by, connects }) => [by, connects])).toEqual([
      ['hello', 'no'],
      ['derived', 'yes'],
    ])
  })
})

describe('checks of clients', () => {
  const results = ['chrome', 'java-8u161'].map(name => deriveClient(profileOf(name), ledgerFor(modern), orderOf(modern)))
  const unknown: ClientResult = deriveClient(profileOf('node-24'), ledgerFor(modern, { unknown: ['TLSv1.3'] }))

  test.each([
    ['a required one that connects passes', { require: ['chrome'] }, ['client/chrome', 'pass', 'error', null]],
    ['a required one that does not fails', { require: ['java-8u161'] }, ['client/java-8u161', 'fail', 'error', 'client-cannot-connect']],
    [
      'a recommended one that does not warns',
      { recommend: ['java-8u161'] },
      ['client/java-8u161', 'fail', 'warning', 'client-cannot-connect'],
    ],
    [
      'a suggested one that does not is a notice',
      { suggest: ['java-8u161'] },
      ['client/java-8u161', 'fail', 'notice', 'client-cannot-connect'],
    ],
    ['a forbidden one that connects fails', { forbid: ['chrome'] }, ['client/chrome', 'fail', 'error', 'client-can-connect']],
    ['a forbidden one that does not passes', { forbid: ['java-8u161'] }, ['client/java-8u161', 'pass', 'error', null]],
    ['a discouraged one that connects warns', { discourage: ['chrome'] }, ['client/chrome', 'fail', 'warning', 'client-can-connect']],
    [
      'one outside of those allowed is forbidden',
      { allow: ['java-8u161', 'node-24'] },
      ['client/chrome', 'fail', 'error', 'client-can-connect'],
    ],
    ['one of which it is not known is inconclusive', { require: ['node-24'] }, ['client/node-24', 'inconclusive', 'error', null]],
    ['one of which there is no result is inconclusive', { require: ['curl'] }, ['client/curl', 'inconclusive', 'error', null]],
  ])('%s', (_, wanted, expected) => {
    const checks = clientChecks(wanted, [...results, unknown])
    expect(checks.map(({ id, status, severity, cause }) => [id, status, severity, cause])).toEqual([expected])
  })

  test('say what is missing and what to do', () => {
    const [check] = clientChecks({ require: ['java-8u161'] }, results)
    expect(check?.message).toBe('Java 8u161 cannot connect: none of its versions is accepted (TLSv1.2, TLSv1.1, TLSv1.0)')
    expect([check?.fix?.split('\n').length, check?.refs.length, check?.evidence]).toEqual([4, 2, ['probe 1', 'probe 2', 'probe 3']])
  })
})
