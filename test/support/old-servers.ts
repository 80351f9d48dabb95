// Servers of a kind that can no longer be installed, for those who read no further than ServerHelloDone: SSLv2, SSLv3, export suites,
// compression, heartbeat, and hellos they cannot bear. They choose as such servers did; no handshake with one completes.
import { generateKeyPairSync, generatePrimeSync, getDiffieHellman } from 'node:crypto'
import type { Socket } from 'node:net'
import { clientHelloType, alertBytes as fatal } from '../../src/fixtures/bytes.ts'
import { mint } from '../../src/fixtures/mint.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { type ProtocolName, protocols } from '../../src/registry/protocols.ts'
import { extension } from '../../src/wire/extensions.ts'
import { MessageAssembler } from '../../src/wire/handshake.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import type { KeyExchangeParams } from '../../src/wire/key-exchange.ts'
import { decodeHandshake, encodeHandshake, type HandshakeMessage } from '../../src/wire/messages.ts'
import { contentType, Deframer, encodeRecords } from '../../src/wire/record.ts'
import { decodeSslv2, encodeSslv2 } from '../../src/wire/sslv2.ts'
import { type LoopbackServer, listen } from './loopback.ts'

export interface OldServer {
  /** IANA names of SSLv3 to TLS 1.2, in its own order. Of RSA, DHE and their export kinds. */
  readonly suites: Readonly<Partial<Record<ProtocolName, readonly string[]>>>
  /** Cipher kinds of SSLv2; without them it hangs up on such a hello. */
  readonly sslv2?: readonly number[]
  /** In its own order; null (0) alone unless given. */
  readonly compressionMethods?: readonly number[]
  readonly heartbeat?: boolean
  /** @param length of the hello in bytes, without the record's header */
  readonly hangsUpOn?: (hello: ClientHello, length: number) => boolean
}

const tls12 = 0x0303
const protocolVersion = 70
const handshakeFailure = 40

/** It takes any number of connections, and says nothing after its flight. */
export async function oldServer(model: OldServer): Promise<LoopbackServer> {
  const { der } = await mint({ key: 'rsa:2048', digest: 'sha1' })
  return listen(socket => {
    const records = new Deframer()
    const messages = new MessageAssembler()
    socket.on('data', (bytes: Buffer) => {
      records.push(bytes)
      for (let frame = records.next(); frame.kind !== 'need-more'; frame = records.next()) {
        if (frame.kind === 'error') return void socket.end()
        if (frame.kind === 'sslv2') return answerSslv2(model, der, frame.message, socket)
        messages.push(frame.fragment)
      }
      const message = messages.next()
      if (message.kind === 'message') answer(model, der, message, socket)
    })
  })
}

function answer(
  model: OldServer,
  certificate: Uint8Array,
  message: { type: number; body: Uint8Array; bytes: Uint8Array },
  socket: Socket,
): void {
  const hello = message.type === clientHelloType ? decodeHandshake(message.type, message.body, { version: tls12 }) : null
  if (hello?.kind !== 'client_hello' || model.hangsUpOn?.(hello, message.bytes.length)) return void socket.end()
  const chosen = protocols.rows.findLast(({ code, name }) => code <= hello.legacyVersion && name in model.suites)
  if (!chosen) return void socket.end(fatal(protocolVersion))
  const version = chosen.code
  const suite = model.suites[chosen.name]?.map(codeOf).find(code => hello.cipherSuites.includes(code))
  const scheme = version < tls12 ? null : schemeFor(hello)
  if (suite === undefined || scheme === undefined) return void socket.end(fatal(handshakeFailure))
  const flight = flightOf(model, hello, { version, suite, scheme, certificate })
  const context = { version, keyExchange: exchangeOf(suite) }
  for (const one of flight) socket.write(encodeRecords(contentType.handshake, encodeHandshake(one, context), { version }))
}

function answerSslv2({ sslv2 = [] }: OldServer, certificate: Uint8Array, message: Uint8Array, socket: Socket): void {
  const hello = decodeSslv2(message)
  const cipherKinds = hello.kind === 'sslv2_client_hello' ? sslv2.filter(kind => hello.cipherKinds.includes(kind)) : []
  if (cipherKinds.length === 0) return void socket.end()
  const connectionId = new Uint8Array(16)
  socket.write(
    encodeSslv2({ kind: 'sslv2_server_hello', sessionIdHit: 0, certificateType: 1, version: 2, certificate, cipherKinds, connectionId }),
  )
}

interface Choice {
  readonly version: number
  readonly suite: number
  /** Null before TLS 1.2. */
  readonly scheme: number | null
  readonly certificate: Uint8Array
}

/** It knows no extension of its time but heartbeat: neither renegotiation_info nor any other is answered. */
function flightOf(model: OldServer, hello: ClientHello, { version, suite, scheme, certificate }: Choice): HandshakeMessage[] {
  const { compressionMethods = [0], heartbeat } = model
  const beats = heartbeat && hello.extensions?.some(({ kind }) => kind === 'heartbeat')
  const params = paramsOf(exchangeOf(suite))
  // Whoever completes a handshake would see that nobody has signed this.
  const signature = { scheme, signature: new Uint8Array(256) }
  const keyExchange: HandshakeMessage[] = params
    ? [{ kind: 'server_key_exchange', form: 'fields', pskIdentityHint: null, params, signature }]
    : []
  return [
    {
      kind: 'server_hello',
      legacyVersion: version,
      random: new Uint8Array(32).fill(0x5a),
      sessionId: new Uint8Array(32).fill(1),
      cipherSuite: suite,
      compressionMethod: compressionMethods.find(method => hello.compressionMethods.includes(method)) ?? 0,
      extensions: beats ? [{ kind: 'heartbeat', mode: 1 }] : null,
    },
    { kind: 'certificate', requestContext: new Uint8Array(), entries: [{ certificate, extensions: [] }] },
    ...keyExchange,
    { kind: 'server_hello_done' },
  ]
}

/** rsa_pkcs1_sha256 or rsa_pkcs1_sha1, which is what a hello means that has no signature_algorithms (RFC 5246 §7.4.1.4.1). */
function schemeFor({ extensions }: ClientHello): number | undefined {
  const offered = extension(extensions, 'signature_algorithms')?.schemes ?? [0x0201]
  return [0x0401, 0x0201].find(known => offered.includes(known))
}

/** What a suite's name has between TLS_ and _WITH_. */
const exchangeOf = (suite: number): string => /^TLS_(.+)_WITH_/.exec(cipherSuites.label(suite))?.[1] ?? ''

/** Export suites have a modulus of 512 bits, the others of DHE a group of 1024 (RFC 2409 §6.2). */
function paramsOf(exchange: string): KeyExchangeParams | null {
  if (exchange === 'RSA_EXPORT') return { kind: 'rsa', modulus: temporaryModulus(), exponent: Uint8Array.of(1, 0, 1) }
  if (!exchange.startsWith('DHE')) return null
  const prime = exchange.endsWith('EXPORT') ? Buffer.from(generatePrimeSync(512)) : getDiffieHellman('modp2').getPrime()
  return { kind: 'dh', prime, generator: Uint8Array.of(2), publicKey: new Uint8Array(prime.length).fill(3) }
}

function temporaryModulus(): Uint8Array {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 512 })
  return Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url')
}

function codeOf(name: string): number {
  const row = cipherSuites.named(name)
  if (!row) throw new Error(`no cipher suite is called ${name}`)
  return row.code
}

const aged = ['TLS_RSA_WITH_RC4_128_SHA', 'TLS_RSA_WITH_RC4_128_MD5', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA']
const forExport = ['TLS_RSA_EXPORT_WITH_RC4_40_MD5', 'TLS_RSA_EXPORT_WITH_DES40_CBC_SHA', 'TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA']
const plain = ['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_AES_256_CBC_SHA', 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256']

/** By what makes each of them worth asking. */
export const oldServers = {
  'speaks SSLv2 and SSLv3 alone': { sslv2: [0x010080, 0x0700c0, 0x020080], suites: { SSLv3: aged } },
  'has export suites in SSLv3 and TLS 1.0': { suites: { SSLv3: forExport, 'TLSv1.0': [...aged, ...forExport] } },
  'compresses and has a heartbeat': {
    suites: { 'TLSv1.0': aged, 'TLSv1.2': plain.toReversed() },
    compressionMethods: [1, 0],
    heartbeat: true,
  },
  'hangs up on hellos of 256 to 511 bytes': { suites: { 'TLSv1.2': plain }, hangsUpOn: (_, length) => length >= 256 && length < 512 },
  'hangs up on hellos of 256 bytes and more': { suites: { 'TLSv1.2': plain }, hangsUpOn: (_, length) => length >= 256 },
  'hangs up on more than 128 cipher suites': { suites: { 'TLSv1.2': plain }, hangsUpOn: ({ cipherSuites }) => cipherSuites.length > 128 },
  'hangs up on versions it does not know': {
    suites: { 'TLSv1.0': plain.slice(0, 2) },
    hangsUpOn: ({ legacyVersion }) => legacyVersion > 0x0302,
  },
} satisfies Record<string, OldServer>
