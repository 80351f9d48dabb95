// The words a trace is told in: one line a message, what was still due, and the ladder of both.
import { describe, expect, test } from 'vitest'
import { detailOf } from '../../src/trace/detail.ts'
import { stillExpected } from '../../src/trace/expected.ts'
import { secretOf } from '../../src/trace/key-log.ts'
import { ladder } from '../../src/trace/ladder.ts'
import type { Step } from '../../src/trace/step.ts'
import { type Content, type Message, messageName, readTrace, type Trace } from '../../src/trace/trace.ts'
import { helloRetryRequestRandom } from '../../src/wire/hello.ts'

const bytes = new Uint8Array(4)
const said = (content: Content, from: Message['from'] = 'server'): Message => ({ from, atMs: 1, bytes, protected: false, content })
const random = new Uint8Array(32)
const hello = { random, sessionId: bytes, legacyVersion: 0x0303 }
const answer = { ...hello, cipherSuite: 0x1301, compressionMethod: 0 }
const selected13 = { kind: 'supported_versions', selectedVersion: 0x0304 } as const
const clientHello: Content = {
  kind: 'client_hello',
  ...hello,
  cipherSuites: [0x0a0a, 0x1301, 0xc02b],
  compressionMethods: [0],
  extensions: [
    { kind: 'supported_versions', versions: [0x0a0a, 0x0304, 0x0303] },
    { kind: 'supported_groups', groups: [0x0a0a, 0x11ec, 0x001d, 0x0017, 0x0018] },
    { kind: 'server_name', names: [{ type: 0, name: 'a.example' }] },
    { kind: 'application_layer_protocol_negotiation', protocols: ['h2', 'http/1.1'] },
  ],
}
const serverHello: Content = {
  kind: 'server_hello',
  ...answer,
  extensions: [selected13, { kind: 'key_share', share: { group: 0x001d, keyExchange: bytes } }],
}
const subject = (der: Uint8Array): string => `CN=${der.length}`

describe('a message is told in one line', () => {
  test.each<[string, Content, string]>([
    [
      'client_hello without GREASE',
      clientHello,
      'TLSv1.3, TLSv1.2, 2 cipher suites, groups X25519MLKEM768, x25519, secp256r1 and 1 more, SNI a.example, ALPN h2, http/1.1',
    ],
    ['client_hello with one suite', { ...clientHello, cipherSuites: [0xc02b], extensions: null }, 'TLSv1.2, 1 cipher suite, no SNI'],
    ['client_hello without extensions', { ...clientHello, extensions: null }, 'TLSv1.2, 2 cipher suites, no SNI'],
    ['server_hello of TLS 1.3', serverHello, 'TLSv1.3, TLS_AES_128_GCM_SHA256, group x25519'],
    [
      'server_hello before TLS 1.3',
      { kind: 'server_hello', ...answer, cipherSuite: 0xc02b, extensions: null },
      'TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
    ],
    [
      'compressed_certificate',
      { kind: 'compressed_certificate', algorithm: 2, uncompressedLength: 2000, compressed: bytes },
      'compressed with brotli',
    ],
    [
      'unknown numbers',
      { kind: 'server_hello', ...answer, legacyVersion: 0x0399, cipherSuite: 0xeeee, extensions: null },
      'protocol 0x0399, cipher suite 0xeeee',
    ],
    [
      'hello_retry_request',
      {
        kind: 'hello_retry_request',
        ...answer,
        random: helloRetryRequestRandom,
        extensions: [selected13, { kind: 'key_share', selectedGroup: 0x0018 }],
      },
      'TLSv1.3, TLS_AES_128_GCM_SHA256, asks for group secp384r1',
    ],
    ['encrypted_extensions', { kind: 'encrypted_extensions', extensions: [] }, 'no ALPN'],
    [
      'certificate',
      {
        kind: 'certificate',
        requestContext: bytes,
        entries: [1, 2, 3, 4].map(length => ({ certificate: new Uint8Array(length), extensions: [] })),
      },
      '4 sent: CN=1, CN=2, CN=3 and 1 more',
    ],
    ['certificate without any', { kind: 'certificate', requestContext: bytes, entries: [] }, 'no certificate'],
    [
      'certificate with a staple',
      {
        kind: 'certificate',
        requestContext: bytes,
        entries: [{ certificate: bytes, extensions: [{ kind: 'status_request', statusType: 1, response: bytes }] }],
      },
      '1 sent: CN=4, OCSP response stapled',
    ],
    [
      'certificate_request',
      { kind: 'certificate_request', form: 'fields', certificateTypes: [1], signatureSchemes: [0x0403], authorities: [bytes, bytes] },
      'asks for a client certificate, ecdsa_secp256r1_sha256, 2 authorities named',
    ],
    ['certificate_status', { kind: 'certificate_status', statusType: 1, response: bytes }, 'OCSP response of 4 bytes'],
    ['certificate_verify', { kind: 'certificate_verify', scheme: 0x0804, signature: bytes }, 'signed with rsa_pss_rsae_sha256'],
    ['certificate_verify before TLS 1.2', { kind: 'certificate_verify', scheme: null, signature: bytes }, 'signature'],
    [
      'server_key_exchange of a curve',
      {
        kind: 'server_key_exchange',
        form: 'fields',
        pskIdentityHint: null,
        params: { kind: 'ec', curveType: 3, group: 0x0017, publicKey: bytes },
        signature: { scheme: 0x0403, signature: bytes },
      },
      'group secp256r1, signed with ecdsa_secp256r1_sha256',
    ],
    [
      'server_key_exchange of a prime, leading zeros not counted',
      {
        kind: 'server_key_exchange',
        form: 'fields',
        pskIdentityHint: null,
        params: { kind: 'dh', prime: Uint8Array.of(0, 0x80, ...new Uint8Array(127)), generator: bytes, publicKey: bytes },
        signature: null,
      },
      '1024-bit finite-field group',
    ],
    ['server_key_exchange that is not read', { kind: 'server_key_exchange', form: 'bytes', body: bytes }, '4 bytes'],
    ['an alert', { kind: 'alert', level: 2, description: 40 }, 'fatal handshake_failure (40)'],
    ['an alert of no name', { kind: 'alert', level: 1, description: 0x99 }, 'warning alert 0x99 (153)'],
    [
      'a malformed message',
      { kind: 'undecodable', name: 'certificate', reason: 'at byte 3: needs 9 bytes, 3 left' },
      'malformed: at byte 3: needs 9 bytes, 3 left',
    ],
    ['a sealed record', { kind: 'sealed' }, 'protected, no secret to open it'],
  ])('%s', (_, content, expected) => {
    expect(detailOf(said(content), 0x0304, subject)).toBe(expected)
  })

  test.each([
    [0x0304, 'for middleboxes only'],
    [0x0303, 'records are protected from here on'],
  ])('change_cipher_spec in version %i means something else', (version, expected) => {
    expect(detailOf(said({ kind: 'change_cipher_spec' }), version, subject)).toBe(expected)
  })
})

test.each<[string, Content, string]>([
  ['by its RFC name', clientHello, 'client_hello'],
  ['by its number where it has no name', { kind: 'unknown', type: 0x63, body: bytes }, 'handshake message 0x63'],
  ['by the name it would have, were it well formed', { kind: 'undecodable', name: 'certificate', reason: '' }, 'certificate'],
])('a message is called %s', (_, content, name) => {
  expect(messageName(said(content))).toBe(name)
})

test('a malformed alert is called an alert', () => {
  const trace = readTrace({ keyLog: [], chunks: [{ from: 'server', atMs: 0, bytes: Uint8Array.of(21, 3, 3, 0, 1, 2) }] })
  expect(trace.messages.map(messageName)).toEqual(['alert'])
})

/** A trace of these messages only. */
function traceOf(messages: readonly Message[]): Trace {
  const hellos = messages.map(({ content }) => content)
  return {
    ...readTrace({ chunks: [], keyLog: [] }),
    messages,
    serverHello: hellos.find(content => content.kind === 'server_hello') ?? null,
  }
}
const clientSaid = (content: Content): Message => said(content, 'client')

describe('what is still expected', () => {
  const tls12: Content = { kind: 'server_hello', ...answer, extensions: null }
  test.each<[string, readonly Message[], readonly string[]]>([
    ['before anything', [], ['client_hello', 'server_hello', 'certificate', 'finished', 'finished']],
    ['after the client_hello', [clientSaid(clientHello)], ['server_hello', 'certificate', 'finished', 'finished']],
    [
      "after TLS 1.3's server_hello",
      [clientSaid(clientHello), said(serverHello)],
      ['encrypted_extensions', 'certificate', 'certificate_verify', 'finished', 'finished'],
    ],
    [
      "after TLS 1.2's server_hello",
      [clientSaid(clientHello), said(tls12)],
      ['certificate', 'server_hello_done', 'client_key_exchange', 'change_cipher_spec', 'finished', 'change_cipher_spec', 'finished'],
    ],
    ['after everything', [clientSaid(clientHello), said(serverHello), clientSaid({ kind: 'finished', verifyData: bytes })], []],
  ])('%s', (_, messages, names) => {
    expect(stillExpected(traceOf(messages)).map(({ name }) => name)).toEqual(names)
  })
})

describe('the ladder', () => {
  const connect: Step = { name: 'connect', from: null, status: 'done', atMs: 0, bytes: 0, detail: '' }
  const alert = said({ kind: 'alert', level: 2, description: 40 })
  const rungs = (
    messages: readonly Message[],
    place: { name: string; from: 'client' | 'server' } | { name: string; from: null } | null,
  ): string[] =>
    ladder([connect], traceOf(messages), place && { place, atMs: 9, detail: 'why' }, subject).map(
      ({ status, from, name }) => `${{ done: '+', failed: '!', 'not-reached': '-' }[status]} ${from ?? 'network'} ${name}`,
    )

  test('without a failure is what happened', () => {
    expect(rungs([clientSaid(clientHello), said(serverHello)], null)).toEqual([
      '+ network connect',
      '+ client client_hello',
      '+ server server_hello',
    ])
  })

  test('puts a message that never came before the alert that took its place', () => {
    expect(rungs([clientSaid(clientHello), alert], { name: 'server_hello', from: 'server' })).toEqual([
      '+ network connect',
      '+ client client_hello',
      '! server server_hello',
      '+ server alert',
      '- server certificate',
      '- server finished',
      '- client finished',
    ])
  })

  test('marks a message that came and did not suit', () => {
    expect(rungs([clientSaid(clientHello), said(serverHello)], { name: 'server_hello', from: 'server' })).toContain('! server server_hello')
  })

  test('after a failure on the network has all of TLS before it', () => {
    expect(rungs([], { name: 'connect', from: null })).toEqual([
      '+ network connect',
      '- client client_hello',
      '- server server_hello',
      '- server certificate',
      '- server finished',
      '- client finished',
    ])
  })

  test('leaves out the proper close and the data', () => {
    const rest: Content[] = [{ kind: 'alert', level: 1, description: 0 }, { kind: 'application_data' }]
    expect(rungs([clientSaid(clientHello), ...rest.map(content => said(content))], null)).toEqual([
      '+ network connect',
      '+ client client_hello',
    ])
  })
})

test.each<[string, readonly string[], string | null]>([
  ['of the session', ['CLIENT_RANDOM 0102 aabb'], 'aabb'],
  ['of another session', ['CLIENT_RANDOM 0103 aabb'], null],
  ['of another label', ['SERVER_TRAFFIC_SECRET_0 0102 aabb'], null],
  ['of no session', [], null],
])('a secret is read from the key log when it is %s', (_, keyLog, expected) => {
  expect(secretOf(keyLog, 'CLIENT_RANDOM', '0102')?.toString('hex') ?? null).toBe(expected)
})
