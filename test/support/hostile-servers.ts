// Servers that mean harm, each with the causes a report may give for it: floods, trickles, halves, lies. The plain faults are in src/fixtures.
// biome-ignore-all lint/suspicious/noThenProperty: an act says what comes next in a word; nothing here is awaited as a promise
import { clientHelloType, alertBytes as fatal, handshakeBytes } from '../../src/fixtures/bytes.ts'
import type { Act, Fault } from '../../src/fixtures/fault.ts'
import type { HandshakeCause } from '../../src/judge/causes.ts'
import type { ServerHelloExtension } from '../../src/wire/extensions.ts'
import { type ClientHello, helloRetryRequestRandom } from '../../src/wire/hello.ts'
import { decodeHandshake, encodeHandshake, type HandshakeMessage } from '../../src/wire/messages.ts'
import { contentType, encodeRecords } from '../../src/wire/record.ts'

const version = 0x0303
const none = new Uint8Array(0)

/** A record of any type, its body in one piece. */
export const record = (type: number, ...body: number[]): Uint8Array =>
  Uint8Array.of(type, 3, 3, body.length >> 8, body.length & 0xff, ...body)
const repeated = (bytes: Uint8Array, times = 1000): Uint8Array => Buffer.concat(Array(times).fill(bytes))
const uint24 = (n: number): number[] => [(n >> 16) & 0xff, (n >> 8) & 0xff, n & 0xff]
const inRecords = (message: HandshakeMessage): Uint8Array =>
  encodeRecords(contentType.handshake, encodeHandshake(message, { version }), { version })

/** Without it OpenSSL refuses a server for that alone: RFC 5746 §3.6. */
const secure: ServerHelloExtension = { kind: 'renegotiation_info', renegotiatedConnection: none }

interface Answer {
  readonly suite?: number
  readonly random?: Uint8Array
  readonly legacyVersion?: number
  readonly extensions?: readonly ServerHelloExtension[]
}

/** A ServerHello to a ClientHello message. */
function serverHello(clientHello: Uint8Array, { suite, random = new Uint8Array(32).fill(0x5a), ...rest }: Answer = {}): Uint8Array {
  const hello = decodeHandshake(clientHelloType, clientHello.subarray(4), { version }) as ClientHello
  return inRecords({
    kind: 'server_hello',
    legacyVersion: version,
    random,
    sessionId: hello.sessionId,
    cipherSuite: suite ?? 0xc02b, // TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
    compressionMethod: 0,
    extensions: [secure],
    ...rest,
  })
}

const tls13: ServerHelloExtension = { kind: 'supported_versions', selectedVersion: 0x0304 }
const share = (group: number, length = 32): ServerHelloExtension => ({
  kind: 'key_share',
  share: { group, keyExchange: new Uint8Array(length).fill(9) },
})
const serverHello13 = (hello: Uint8Array, ...extensions: ServerHelloExtension[]): Uint8Array =>
  serverHello(hello, { suite: 0x1301, extensions: [tls13, ...(extensions.length > 0 ? extensions : [share(0x001d)])] })
const retry = (hello: Uint8Array, group: number): Uint8Array => {
  const { sessionId } = decodeHandshake(clientHelloType, hello.subarray(4), { version }) as ClientHello
  return inRecords({
    kind: 'hello_retry_request',
    legacyVersion: version,
    random: helloRetryRequestRandom,
    sessionId,
    cipherSuite: 0x1301,
    compressionMethod: 0,
    extensions: [
      { kind: 'supported_versions', selectedVersion: 0x0304 },
      { kind: 'key_share', selectedGroup: group },
    ],
  })
}

/** ServerHello of TLS 1.2 and a Certificate message with these certificates, which need not be any. */
function withCertificates(hello: Uint8Array, ...certificates: Uint8Array[]): Uint8Array {
  const list = Buffer.concat(certificates.flatMap(der => [Uint8Array.from(uint24(der.length)), der]))
  const body = Buffer.concat([Uint8Array.from(uint24(list.length)), list])
  return Buffer.concat([serverHello(hello), handshakeBytes(11, body)])
}

/** SEQUENCE in SEQUENCE in SEQUENCE …, about so many bytes. */
function nested(size: number): Uint8Array {
  const headers: Uint8Array[] = []
  for (let length = 0; length < size; ) {
    const header =
      length < 0x80 ? [0x30, length] : length < 0x10000 ? [0x30, 0x82, length >> 8, length & 0xff] : [0x30, 0x83, ...uint24(length)]
    headers.push(Uint8Array.from(header))
    length += header.length
  }
  return Buffer.concat(headers.reverse())
}

/** A server of TLS 1.2 that sends these certificates, and nothing more. */
export const certificatesOf = (certificates: readonly Uint8Array[]): Act => answer(hello => withCertificates(hello, ...certificates))

/** A server of TLS 1.2 that chooses this application protocol. */
export function choosesProtocol(name: string): Act {
  const bytes = Buffer.from(name).toString('latin1') // which is how wire/ has texts: a character a byte
  return answer(hello =>
    serverHello(hello, { extensions: [secure, { kind: 'application_layer_protocol_negotiation', protocols: [bytes] }] }),
  )
}

function answer(send: NonNullable<Act['send']>, then: NonNullable<Act['then']> = 'wait'): Act {
  return { after: 'client-hello', send, then }
}
const endless = (piece: Uint8Array): Act => ({ after: 'client-hello', send: repeated(piece), forever: true })

const malformed = ['malformed-message'] as const
const timeout = ['handshake-timeout'] as const

/** Name, what the server does, and the causes that are right for it. */
export const hostileServers: readonly (readonly [name: string, fault: Fault, causes: readonly HandshakeCause[]])[] = [
  // Silence and halves
  ['nothing but a close', { then: 'close' }, ['connection-closed', 'connection-reset']],
  ['nothing but a reset', { then: 'reset' }, ['connection-reset']],
  [
    'a slow loris: a ServerHello of one byte every 50 ms',
    { ...answer(hello => serverHello13(hello)), pace: { bytes: 1, everyMs: 50 } },
    timeout,
  ],
  ['two bytes of a record', answer(Uint8Array.of(22, 3)), timeout],
  ['a record without its end', answer(Uint8Array.of(22, 3, 3, 1, 0, 2)), timeout],
  ['half a record and a close', answer(Uint8Array.of(22, 3, 3, 1, 0, 2, 0, 0), 'close'), ['connection-closed']],
  ['half a ServerHello and a reset', answer(hello => serverHello(hello).subarray(0, 40), 'reset'), ['connection-reset']],
  ['a ServerHello and a reset', answer(serverHello, 'reset'), ['connection-reset']],
  ['a ServerHello of TLS 1.3 and silence', answer(hello => serverHello13(hello)), [...timeout, ...malformed]],
  ['a ServerHello in records of one byte', answer(hello => repack(serverHello(hello)), 'close'), ['connection-closed']],

  // Records
  ['a record of 65,535 bytes of data', answer(Buffer.concat([Uint8Array.of(23, 3, 3, 0xff, 0xff), new Uint8Array(0xffff)])), malformed],
  ['only the head of a record of 65,535 bytes', answer(Uint8Array.of(22, 3, 3, 0xff, 0xff)), malformed],
  ['endless records of data', endless(record(23, ...new Uint8Array(100))), malformed],
  [
    'endless records of 16 KiB',
    { after: 'client-hello', send: repeated(record(22, 2, 0xff, 0xff, 0xff, ...new Uint8Array(16_000)), 8), forever: true },
    malformed,
  ],
  ['endless empty handshake records', endless(record(22)), malformed],
  ['endless empty records of data', endless(record(23)), malformed],
  ['endless empty alerts', endless(record(21)), malformed],
  ['endless change_cipher_spec', endless(record(20, 1)), malformed],
  ['endless change_cipher_spec after a TLS 1.3 ServerHello', answerThenForever(hello => serverHello13(hello), record(20, 1)), malformed],
  ['endless warnings, each after a change_cipher_spec', endless(Buffer.concat([record(20, 1), fatal(90, 'warning')])), malformed],
  ['endless heartbeats', endless(record(24, 1, 0, 1, 7)), malformed],
  ['records of versions that there are none of', answer(Uint8Array.of(22, 3, 99, 0, 4, 14, 0, 0, 0)), malformed],
  ['the hello again', answer(hello => encodeRecords(22, hello, { version })), malformed],

  // Messages
  ['endless empty ServerHelloDone', endless(handshakeBytes(14, none)), malformed],
  ['endless empty messages of an unknown type', endless(handshakeBytes(99, none)), malformed],
  ['endless session tickets before the ServerHello', endless(handshakeBytes(4, none)), malformed],
  ['a message of 16 MiB, begun', answer(record(22, 2, 0xff, 0xff, 0xff, 3, 3)), malformed],
  ['a ServerHello with bytes after it', answer(hello => padded(serverHello(hello))), malformed],
  ['two ServerHellos', answer(hello => Buffer.concat([serverHello(hello), serverHello(hello)])), malformed],
  [
    'two HelloRetryRequests',
    { script: [{ after: 'client-hello', send: hello => Buffer.concat([retry(hello, 0x0017), retry(hello, 0x0018)]), then: 'wait' }] },
    malformed,
  ],
  [
    'a HelloRetryRequest for every hello',
    { script: Array.from({ length: 3 }, (): Act => ({ after: 'client-hello', send: hello => retry(hello, 0x0017) })) },
    malformed,
  ],
  ['a HelloRetryRequest for the group it had', answer(hello => retry(hello, 0x001d)), malformed],
  ['a suite that nobody offered', answer(hello => serverHello(hello, { suite: 0x0005 })), malformed],
  ['a suite that there is none of', answer(hello => serverHello(hello, { suite: 0xfdfd })), malformed],
  ['a version that there is none of', answer(hello => serverHello(hello, { legacyVersion: 0x0399 })), ['protocol-version-mismatch']],
  [
    'TLS 1.5 in supported_versions',
    answer(hello => serverHello(hello, { suite: 0x1301, extensions: [{ kind: 'supported_versions', selectedVersion: 0x0306 }] })),
    ['protocol-version-mismatch'],
  ],
  ['a group that nobody offered', answer(hello => serverHello13(hello, share(0x0016))), ['no-common-group']],
  ['a group that there is none of', answer(hello => serverHello13(hello, share(0xfefe))), ['no-common-group']],
  ['a key share of the wrong size', answer(hello => serverHello13(hello, share(0x001d, 7))), malformed],
  [
    'an extension that nobody asked for',
    answer(hello => serverHello(hello, { extensions: [secure, { kind: 'max_fragment_length', code: 1 }] })),
    malformed,
  ],
  ['an application protocol that nobody offered', choosesProtocol('\x1b[2J\n::error::x'), ['alpn-mismatch']],

  // Alerts
  ['an alert of an unknown code', answer(record(21, 2, 0x99)), ['unexpected-alert']],
  ['an alert of an unknown level', answer(record(21, 77, 40)), [...malformed, 'unexpected-alert', 'no-common-cipher', ...timeout]],
  ['an alert of unknown level and code', answer(record(21, 0, 0xfe)), [...malformed, 'unexpected-alert', ...timeout]],
  ['an alert of three bytes', answer(record(21, 2, 40, 40)), malformed],
  ['an alert of one byte', answer(record(21, 2)), malformed],
  [
    'data after a fatal alert, without end',
    answerThenForever(() => fatal(80), record(23, ...new Uint8Array(99))),
    ['server-internal-error'],
  ],
  [
    'garbage after a fatal alert',
    answer(Buffer.concat([fatal(80), Buffer.from('HTTP/1.1 400\r\n\r\n')])),
    ['server-internal-error', ...malformed],
  ],
  ['a fatal close_notify', answer(record(21, 2, 0)), ['connection-closed', 'unexpected-alert', ...malformed]],
  ['close_notify and silence', answer(record(21, 1, 0)), ['connection-closed']],

  // Certificates
  ['a certificate of nothing', answer(hello => withCertificates(hello, none)), malformed],
  ['a certificate of garbage', answer(hello => withCertificates(hello, Buffer.alloc(300, 0xa5))), malformed],
  ['a certificate of 100,000 bytes of nested DER', answer(hello => withCertificates(hello, nested(100_000))), malformed],
  ['a certificate of 90,000 bytes of nested DER', answer(hello => withCertificates(hello, nested(90_000))), malformed],
  ['30,000 certificates of nothing', answer(hello => withCertificates(hello, ...Array(30_000).fill(none))), malformed],
  ['a chain of 1 MiB', answer(hello => withCertificates(hello, ...Array(1024).fill(Buffer.alloc(1024, 0x30)))), malformed],

  // Other protocols
  ['a banner of one byte', { send: Uint8Array.of(0x48), then: 'wait' }, ['not-tls']],
  ['a banner without end', { after: 'data', send: Buffer.alloc(65_536, 'A'), forever: true }, ['not-tls']],
  ['zeros without end', { after: 'data', send: Buffer.alloc(65_536), forever: true }, ['not-tls']],
  [
    'a page that would break out',
    {
      after: 'data',
      send: Buffer.from('HTTP/1.1 200 ::error::x##[error]%0A\x1b[31m`|<b>\r\n\r\n<script>alert(1)</script>'),
      then: 'close',
    },
    ['not-tls'],
  ],
]

/** A record's fragment in records of one byte. */
function repack(bytes: Uint8Array): Uint8Array {
  return Buffer.concat(Array.from(bytes.subarray(5), byte => record(22, byte)))
}

/** A ServerHello whose message is two bytes longer than its content. */
function padded(bytes: Uint8Array): Uint8Array {
  const body = Buffer.concat([bytes.subarray(9), Uint8Array.of(0, 0)])
  return handshakeBytes(2, body)
}

function answerThenForever(first: (hello: Uint8Array) => Uint8Array, then: Uint8Array): Fault {
  return {
    script: [
      { after: 'client-hello', send: first },
      { send: repeated(then), forever: true },
    ],
  }
}
