// Handshakes of Node's OpenSSL with itself, in every version and kind of record protection it has: nothing of them may stay sealed.
import type { SecureVersion, TlsOptions } from 'node:tls'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import type { ClientOptions } from '../../src/net/tls.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { groups } from '../../src/registry/groups.ts'
import { signatureSchemes } from '../../src/registry/signature-schemes.ts'
import { negotiated } from '../../src/trace/negotiated.ts'
import type { Recording } from '../../src/trace/recording.ts'
import { messageName, readTrace, type Trace } from '../../src/trace/trace.ts'
import { extension } from '../../src/wire/extensions.ts'
import { tlsServer } from '../support/loopback.ts'
import { shake } from '../support/shake.ts'

let ec: Minted
let rsa: Minted
beforeAll(async () => {
  ;[ec, rsa] = await Promise.all([mint(), mint({ key: 'rsa:2048' })])
})

async function traceOf(server: TlsOptions, client: ClientOptions = {}, alpn: readonly string[] = []): Promise<Trace> {
  await using peer = await tlsServer({ key: [ec.key, rsa.key], cert: [ec.chain, rsa.chain], ...server })
  const { trace } = await shake(peer.port, { client, alpn })
  return trace
}

const lines = (trace: Trace): string[] => trace.messages.map(message => `${message.from} ${messageName(message)}`)
const sealedOf = (trace: Trace): number => trace.messages.filter(({ content }) => content.kind === 'sealed').length

const flight13 = [
  'client client_hello',
  'server server_hello',
  'server change_cipher_spec',
  'server encrypted_extensions',
  'server certificate',
  'server certificate_verify',
  'server finished',
  'client change_cipher_spec',
  'client finished',
]
const flight12 = (keyExchange: 'signed' | 'static', ticket: boolean): string[] => [
  'client client_hello',
  'server server_hello',
  'server certificate',
  ...(keyExchange === 'signed' ? ['server server_key_exchange'] : []),
  'server server_hello_done',
  'client client_key_exchange',
  'client change_cipher_spec',
  'client finished',
  ...(ticket ? ['server new_session_ticket'] : []),
  'server change_cipher_spec',
  'server finished',
]

describe('TLS 1.3', () => {
  test.each(['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_CCM_SHA256'])(
    '%s opens',
    async ciphers => {
      const trace = await traceOf({ ciphers }, { ciphers, minVersion: 'TLSv1.3' }, [])
      expect(lines(trace).slice(0, flight13.length)).toEqual(flight13)
      expect(lines(trace)).toContain('server new_session_ticket')
      expect(sealedOf(trace)).toBe(0)
      expect(cipherSuites.label(negotiated(trace).cipherSuite ?? 0)).toBe(ciphers)
    },
  )

  test('TLS_AES_128_CCM_8_SHA256 opens', async () => {
    const ciphers = 'TLS_AES_128_CCM_8_SHA256:DEFAULT:@SECLEVEL=0'
    const trace = await traceOf({ ciphers }, { ciphers, minVersion: 'TLSv1.3' })
    expect(lines(trace).slice(0, flight13.length)).toEqual(flight13)
    expect(sealedOf(trace)).toBe(0)
  })

  test('says what was agreed on', async () => {
    const { group, signatureScheme, alpn, version } = negotiated(await traceOf({ ALPNProtocols: ['h2'] }, {}, ['http/1.1', 'h2']))
    expect(version).toBe(0x0304)
    expect(groups.label(group ?? 0)).toBe('X25519MLKEM768')
    expect(signatureSchemes.label(signatureScheme ?? 0)).toBe('ecdsa_secp256r1_sha256')
    expect(alpn).toBe('h2')
  })

  test('a HelloRetryRequest and both hellos are there', async () => {
    const trace = await traceOf({ ecdhCurve: 'P-384' })
    expect(lines(trace).slice(0, 6)).toEqual([
      'client client_hello',
      'server hello_retry_request',
      'server change_cipher_spec',
      'client change_cipher_spec',
      'client client_hello',
      'server server_hello',
    ])
    expect(sealedOf(trace)).toBe(0)
    expect(groups.label(negotiated(trace).group ?? 0)).toBe('secp384r1')
  })

  test('a client certificate is there, as are the request and its signature', async () => {
    const trace = await traceOf({ requestCert: true, ca: [ec.root] }, { key: ec.key, cert: ec.chain })
    expect(lines(trace)).toEqual(expect.arrayContaining(['server certificate_request', 'client certificate', 'client certificate_verify']))
    expect(sealedOf(trace)).toBe(0)
    const sent = trace.messages.find(({ from, content }) => from === 'client' && content.kind === 'certificate')?.content
    expect(sent?.kind === 'certificate' && sent.entries.map(entry => Buffer.from(entry.certificate))).toEqual([Buffer.from(ec.der)])
  })

  test('the alert that refuses the missing certificate is opened', async () => {
    const trace = await traceOf({ requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' })
    expect(trace.messages.at(-1)).toMatchObject({ from: 'server', protected: true, content: { kind: 'alert', description: 116 } })
  })

  test('the chain is the one that was sent', async () => {
    const trace = await traceOf({ key: ec.key, cert: ec.certificate + rsa.certificate + ec.certificate })
    expect(trace.presented.map(der => Buffer.from(der))).toEqual([ec, rsa, ec].map(({ der }) => Buffer.from(der)))
  })
})

// SSL_OP_NO_ENCRYPT_THEN_MAC of OpenSSL, which Node does not name.
const noEncryptThenMac = 0x80000

const older: readonly (readonly [SecureVersion, string, string])[] = [
  ['TLSv1.2', 'ECDHE-ECDSA-AES128-GCM-SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
  ['TLSv1.2', 'ECDHE-RSA-AES256-GCM-SHA384', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
  ['TLSv1.2', 'ECDHE-ECDSA-CHACHA20-POLY1305', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256'],
  ['TLSv1.2', 'ECDHE-ECDSA-AES128-CCM', 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM'],
  ['TLSv1.2', 'ECDHE-ECDSA-AES256-CCM8', 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8'],
  ['TLSv1.2', 'ECDHE-ARIA256-GCM-SHA384', 'TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384'],
  ['TLSv1.2', 'ECDHE-ECDSA-AES128-SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256'],
  ['TLSv1.2', 'ECDHE-RSA-AES256-SHA384', 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384'],
  ['TLSv1.2', 'ECDHE-ECDSA-CAMELLIA128-SHA256', 'TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256'],
  ['TLSv1.2', 'AES256-SHA', 'TLS_RSA_WITH_AES_256_CBC_SHA'],
  ['TLSv1.2', 'AES128-GCM-SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256'],
  ['TLSv1.1', 'ECDHE-ECDSA-AES128-SHA', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA'],
  ['TLSv1.1', 'AES128-SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA'],
  ['TLSv1', 'ECDHE-RSA-AES256-SHA', 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA'],
  ['TLSv1', 'AES128-SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA'],
]
const cases = older.flatMap(([version, cipher, name]) =>
  (name.includes('_CBC_') ? [0, noEncryptThenMac] : [0]).map(options => ({
    version,
    cipher,
    name,
    options,
    mac: !name.includes('_CBC_') ? 'AEAD' : options === 0 ? 'encrypt-then-MAC' : 'MAC-then-encrypt',
  })),
)

describe('before TLS 1.3', () => {
  test.each(cases)('$version $name ($mac) opens', async ({ version, cipher, name, options, mac }) => {
    const both = { ciphers: `${cipher}:@SECLEVEL=0`, minVersion: version, maxVersion: version }
    const trace = await traceOf({ ...both, secureOptions: options }, both)
    const flight = flight12(name.startsWith('TLS_RSA_') ? 'static' : 'signed', lines(trace).includes('server new_session_ticket'))
    expect(lines(trace).slice(0, flight.length)).toEqual(flight)
    expect(sealedOf(trace)).toBe(0)
    expect(cipherSuites.label(negotiated(trace).cipherSuite ?? 0)).toBe(name)
    const hello = trace.serverHello
    const etm = hello?.kind === 'server_hello' && extension(hello.extensions, 'encrypt_then_mac') !== undefined
    expect(etm).toBe(mac === 'encrypt-then-MAC')
    // RFC 5246 §7.4.9: twelve bytes, so what was opened is what was sealed.
    const finished = trace.messages.filter(({ content }) => content.kind === 'finished')
    expect(finished.map(message => [message.protected, message.bytes.length])).toEqual([
      [true, 16],
      [true, 16],
    ])
  })

  test('group and signature scheme are those of the ServerKeyExchange', async () => {
    const trace = await traceOf({ ecdhCurve: 'P-256', key: ec.key, cert: ec.chain }, { maxVersion: 'TLSv1.2' })
    const { group, signatureScheme } = negotiated(trace)
    expect([groups.label(group ?? 0), signatureSchemes.label(signatureScheme ?? 0)]).toEqual(['secp256r1', 'ecdsa_secp256r1_sha256'])
  })

  test('static RSA has neither', async () => {
    const trace = await traceOf({ ciphers: 'AES128-GCM-SHA256' }, { ciphers: 'AES128-GCM-SHA256', maxVersion: 'TLSv1.2' })
    expect(negotiated(trace)).toMatchObject({ group: null, signatureScheme: null })
  })

  test('without a key log what is protected stays sealed, and all else is there', async () => {
    const { recording } = await traceOf({}, { maxVersion: 'TLSv1.2' })
    const trace = readTrace({ ...recording, keyLog: [] })
    expect(sealedOf(trace)).toBeGreaterThan(1)
    expect(lines(trace)).toContain('server certificate')
  })
})

describe('the cut of the bytes into reads does not matter', () => {
  const recut = ({ chunks, keyLog }: Recording, length: number): Recording => ({
    keyLog,
    chunks: chunks.flatMap(({ from, atMs, bytes }) =>
      Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) => ({
        from,
        atMs,
        bytes: bytes.subarray(index * length, (index + 1) * length),
      })),
    ),
  })
  /** Neighbouring reads of one side as one. */
  const joined = ({ chunks, keyLog }: Recording): Recording => {
    const whole: Recording['chunks'][number][] = []
    for (const chunk of chunks) {
      const last = whole.at(-1)
      if (last?.from === chunk.from) whole.splice(-1, 1, { ...chunk, bytes: Buffer.concat([last.bytes, chunk.bytes]) })
      else whole.push(chunk)
    }
    return { chunks: whole, keyLog }
  }
  const essence = (trace: Trace) => trace.messages.map(({ atMs: _, ...message }) => message)

  test.each<SecureVersion>(['TLSv1.2', 'TLSv1.3'])('in %s', async maxVersion => {
    const trace = await traceOf({}, { maxVersion })
    for (const recording of [recut(trace.recording, 1), recut(trace.recording, 7), joined(trace.recording)])
      expect(essence(readTrace(recording))).toEqual(essence(trace))
  })
})
