import { describe, expect, test } from 'vitest'
import { everyGroup, everySignatureScheme, type HelloParts, helloOf, suitesPerHello } from '../../src/probe/hello.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { groups } from '../../src/registry/groups.ts'
import { signatureSchemes } from '../../src/registry/signature-schemes.ts'
import { type ClientHelloExtension, extension } from '../../src/wire/extensions.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import { decodeHandshake, encodeHandshake } from '../../src/wire/messages.ts'

const random = (length: number): Uint8Array => new Uint8Array(length).fill(7)
const context = { servername: 'a.example', alpn: ['h2', 'http/1.1'], random }
const hello = (parts: Partial<HelloParts> = {}): ClientHello => helloOf(context, { version: 0x0303, cipherSuites: [0xc02f], ...parts })
const kinds = ({ extensions }: ClientHello): string[] => (extensions ?? []).map(({ kind }) => kind)
const bytesOf = (value: ClientHello): Uint8Array => encodeHandshake(value, { version: 0x0303 })

const versions: [string, number][] = [
  ['SSLv3', 0x0300],
  ['TLSv1.0', 0x0301],
  ['TLSv1.1', 0x0302],
  ['TLSv1.2', 0x0303],
  ['TLSv1.3', 0x0304],
]

describe.each(versions)('a hello of %s', (_, version) => {
  test('survives the wire', () => {
    const made = hello({ version })
    expect(decodeHandshake(1, bytesOf(made).subarray(4), { version })).toEqual(made)
  })

  test.each([1, 12, 60, 100, suitesPerHello])('with %i suites has no length that servers hang on', count => {
    const many = cipherSuites.rows.slice(40, 40 + count).map(({ code }) => code)
    const { length } = bytesOf(hello({ version, cipherSuites: many }))
    // SSLv3 has nothing to fill it up with.
    if (version > 0x0300) expect(length < 256 || length >= 512).toBe(true)
    expect(length).toBeLessThan(1400)
  })

  test('does not end in an empty extension, whatever is put beside the usual ones', () => {
    const last = hello({ version, extensions: [{ kind: 'signed_certificate_timestamp' }] }).extensions?.at(-1)
    if (version > 0x0300) expect(Object.keys(last ?? {}).length).toBeGreaterThan(1)
  })
})

describe('the parts of a hello', () => {
  test('of SSLv3 are suites and the signalling value for secure renegotiation', () => {
    expect(hello({ version: 0x0300, cipherSuites: [0x0005] })).toMatchObject({
      legacyVersion: 0x0300,
      cipherSuites: [0x0005, 0x00ff],
      extensions: null,
    })
  })

  test('before TLS 1.3 ask for every feature a ServerHello answers', () => {
    expect(kinds(hello())).toEqual(
      expect.arrayContaining([
        'server_name',
        'application_layer_protocol_negotiation',
        'extended_main_secret',
        'encrypt_then_mac',
        'session_ticket',
        'heartbeat',
        'renegotiation_info',
      ]),
    )
  })

  test.each([
    [0x0301, false],
    [0x0302, false],
    [0x0303, true],
    [0x0304, true],
  ])('of version %i have signature schemes: %s', (version, expected) => {
    expect(kinds(hello({ version })).includes('signature_algorithms')).toBe(expected)
  })

  test.each<[string, number, string[]]>([
    ['ECDHE', 0xc02f, ['supported_groups', 'ec_point_formats']],
    ['static ECDH', 0xc005, ['supported_groups', 'ec_point_formats']],
    ['ECDHE_PSK', 0xc035, ['supported_groups', 'ec_point_formats']],
    ['DHE', 0x009e, ['supported_groups']],
    ['static RSA', 0x009c, []],
  ])('name groups where %s needs them', (_, suite, expected) => {
    const made = kinds(hello({ cipherSuites: [suite] }))
    expect(made.filter(kind => kind === 'supported_groups' || kind === 'ec_point_formats')).toEqual(expected)
  })

  test('of TLS 1.3 offer nothing older, and no share, so that the server has to name a group', () => {
    const { extensions, legacyVersion, sessionId } = hello({ version: 0x0304, cipherSuites: [0x1301] })
    expect(extension(extensions, 'supported_versions')?.versions).toEqual([0x0304])
    expect(extension(extensions, 'key_share')?.shares).toEqual([])
    expect([legacyVersion, sessionId.length]).toEqual([0x0303, 32])
  })

  test('leave out a name and protocols that there are none of', () => {
    const made = helloOf({ servername: null, alpn: [], random }, { version: 0x0303, cipherSuites: [0x002f] })
    expect(kinds(made)).not.toContain('server_name')
    expect(kinds(made)).not.toContain('application_layer_protocol_negotiation')
  })

  test('give way to own ones of their kind', () => {
    const own: ClientHelloExtension[] = [
      { kind: 'heartbeat', mode: 2 },
      { kind: 'unknown', type: 0x0a0a, body: new Uint8Array(1) },
      { kind: 'unknown', type: 0x1a1a, body: new Uint8Array(0) },
    ]
    const { extensions } = hello({ extensions: own })
    expect(extensions?.filter(({ kind }) => kind === 'heartbeat')).toEqual([own[0]])
    expect(extensions?.filter(({ kind }) => kind === 'unknown')).toHaveLength(2)
  })

  test('are as long as own padding makes them', () => {
    const bare = bytesOf(hello({ groups: [0x1d], signatureSchemes: [0x0403] })).length
    const made = bytesOf(
      hello({ groups: [0x1d], signatureSchemes: [0x0403], extensions: [{ kind: 'padding', zeros: new Uint8Array(300 - bare - 4) }] }),
    )
    expect(made.length).toBe(300)
  })
})

describe('the lists', () => {
  test('hold every group but those spelled out, the common ones first and the deprecated ones last', () => {
    const expected = groups.rows.filter(({ kind }) => kind !== 'explicit').map(({ code }) => code)
    expect([...everyGroup()].sort((a, b) => a - b)).toEqual(expected)
    expect(everyGroup().slice(0, 3).map(groups.label)).toEqual(['x25519', 'secp256r1', 'X25519MLKEM768'])
    expect(groups.label(everyGroup().at(-1) ?? 0)).toMatch(/Kyber/)
  })

  test('hold every signature scheme and every pair of TLS 1.2 once, MD5 last', () => {
    const schemes = everySignatureScheme()
    expect(new Set(schemes).size).toBe(schemes.length)
    expect(schemes).toEqual(expect.arrayContaining(signatureSchemes.rows.map(({ code }) => code)))
    expect(schemes.map(signatureSchemes.label)).toEqual(expect.arrayContaining(['dsa_sha1', 'dsa_sha256', 'ecdsa_sha224']))
    expect(schemes.slice(-3).map(signatureSchemes.label)).toEqual(['rsa_pkcs1_md5', 'dsa_md5', 'ecdsa_md5'])
  })
})

test('a hello names a user where it has suites of SRP, without which none of them can be chosen (RFC 5054 §2.8.1)', () => {
  const typesOf = (...cipherSuites: number[]) =>
    helloOf(
      { servername: null, alpn: [], random: length => new Uint8Array(length) },
      { version: 0x0303, cipherSuites },
    ).extensions?.flatMap(each => (each.kind === 'unknown' ? [each.type] : []))
  expect(typesOf(0xc02f, 0xc01d)).toEqual([12])
  expect(typesOf(0xc02f)).toEqual([])
})
