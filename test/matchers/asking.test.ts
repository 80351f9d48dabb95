// The matchers that ask a real server more than one handshake: what passes, what fails, and that nothing unknown passes either way.
import { createServer as createTcp, type Server } from 'node:net'
import { createServer, type TlsOptions } from 'node:tls'
import { stripVTControlCharacters } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCa, type Minted, mint } from '../../src/fixtures/mint.ts'
import { gate } from '../../src/gate.ts'
import { policyNamed } from '../../src/judge/policy/policies.ts'
import '../../src/matchers/vitest.ts'
import { answering } from '../support/loopback.ts'

let ca: string
let good: Minted
let rsa: Minted

beforeAll(async () => {
  const authority = await createCa()
  ca = authority.certificate
  good = await mint({ issuer: authority })
  rsa = await mint({ issuer: authority, key: 'rsa:2048' })
})

const serving = (options: TlsOptions = {}, { chain: cert, key } = good): Server => createServer({ cert, key, ...options })
const silent = (): Server => createTcp(socket => socket.on('error', () => {}).resume())

/** The message a failed assertion leaves, without colours. */
async function failure(assertion: () => unknown): Promise<string> {
  try {
    await assertion()
  } catch (error) {
    return stripVTControlCharacters(String((error as Error).message))
  }
  throw new Error('the assertion passed')
}

const versions: readonly (readonly [title: string, options: TlsOptions, accepted: readonly string[]])[] = [
  ['a server of TLS 1.2 and 1.3', {}, ['TLSv1.2', 'TLSv1.3']],
  ['a server of TLS 1.3 alone', { minVersion: 'TLSv1.3' }, ['TLSv1.3']],
  ['a server of TLS 1.2 alone', { maxVersion: 'TLSv1.2' }, ['TLSv1.2']],
  ['a server from TLS 1.0 on', { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' }, ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']],
]

describe.each(versions)('%s', (_, options, accepted) => {
  test.each(['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const)('%s', async protocol => {
    const server = serving(options)
    if (accepted.includes(protocol)) {
      await expect(server).toAcceptProtocol(protocol)
      await expect(server).not.toRefuseProtocol(protocol)
      expect(await failure(() => expect(server).toRefuseProtocol(protocol))).toMatch(/Received: \S+ is accepted$/m)
      expect(await failure(() => expect(server).not.toAcceptProtocol(protocol))).toMatch(/Received: \S+ is accepted$/m)
    } else {
      await expect(server).toRefuseProtocol(protocol)
      await expect(server).not.toAcceptProtocol(protocol)
      expect(await failure(() => expect(server).toAcceptProtocol(protocol))).toMatch(/Received: \S+ is refused$/m)
      expect(await failure(() => expect(server).not.toRefuseProtocol(protocol))).toMatch(/Received: \S+ is refused$/m)
    }
  })
})

const suites: readonly (readonly [title: string, options: TlsOptions, accepted: readonly string[], refused: readonly string[]])[] = [
  [
    'an ECDSA server with its defaults',
    {},
    ['TLS_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
    ['TLS_AES_128_CCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'RC4-SHA'],
  ],
  [
    'a server of TLS 1.3 alone with one suite',
    { minVersion: 'TLSv1.3', ciphers: 'TLS_CHACHA20_POLY1305_SHA256' },
    ['TLS_CHACHA20_POLY1305_SHA256'],
    ['TLS_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
  ],
]

describe.each(suites)('%s', (_, options, accepted, refused) => {
  test.each(accepted)('accepts %s', async suite => {
    await expect(serving(options)).toAcceptCipher(suite)
    await expect(serving(options)).not.toRefuseCipher(suite)
    expect(await failure(() => expect(serving(options)).toRefuseCipher(suite))).toMatch(/Received: \S+ is accepted$/m)
  })
  test.each(refused)('refuses %s', async suite => {
    await expect(serving(options)).toRefuseCipher(suite)
    await expect(serving(options)).not.toAcceptCipher(suite)
    expect(await failure(() => expect(serving(options)).toAcceptCipher(suite))).toMatch(/Received: \S+ is refused$/m)
  })
})

test('an RSA server takes RSA suites', async () => {
  await expect(serving({}, rsa)).toAcceptCipher('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256')
  await expect(serving({}, rsa)).toRefuseCipher('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256')
})

test('groups', async () => {
  await expect(serving()).toAcceptGroup('X25519MLKEM768')
  await expect(serving()).toAcceptGroup('secp384r1')
  await expect(serving()).not.toAcceptGroup('sect163k1')
  const old = serving({ ecdhCurve: 'P-256' })
  await expect(old).toAcceptGroup('secp256r1')
  await expect(old).not.toAcceptGroup('X25519MLKEM768')
  await expect(old).not.toAcceptGroup('x25519')
  expect(await failure(() => expect(old).toAcceptGroup('x25519'))).toMatch('Received: x25519 is refused')
})

test('policies by name, as changes and whole', async () => {
  await expect(serving({}, rsa)).not.toMeetPolicy('mozilla-modern', { ca })
  await expect(serving({ minVersion: 'TLSv1.3' })).toMeetPolicy({ protocols: { require: ['TLSv1.3'] } }, { ca })
  await expect(serving({ minVersion: 'TLSv1.3' })).toMeetPolicy(policyNamed('default'), { ca })
  const text = await failure(() => expect(serving({ minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' })).toMeetPolicy('default', { ca }))
  expect(text).toMatch(/Expected: a server that meets the policy default\nReceived: obsolete-protocol-accepted: TLSv1\.0 and TLSv1\.1 are/)
})

test('a certificate that nobody trusts is no breach of a policy, and no pass', async () => {
  const seen = /Received: could not be found out: nothing breaks the policy, but certificate-/
  expect(await failure(() => expect(serving({ minVersion: 'TLSv1.3' })).toMeetPolicy('default'))).toMatch(seen)
  expect(await failure(() => expect(serving({ minVersion: 'TLSv1.3' })).not.toMeetPolicy('default'))).toMatch(seen)
})

describe('what cannot be found out passes neither form', () => {
  const timeoutMs = 300
  const claims: readonly (readonly [string, (target: unknown) => readonly [Promise<void>, Promise<void>]])[] = [
    ['protocol', t => [expect(t).toRefuseProtocol('TLSv1.0', { timeoutMs }), expect(t).not.toRefuseProtocol('TLSv1.0', { timeoutMs })]],
    ['accepted', t => [expect(t).toAcceptProtocol('TLSv1.3', { timeoutMs }), expect(t).not.toAcceptProtocol('TLSv1.3', { timeoutMs })]],
    ['suite', t => [expect(t).toRefuseCipher('RC4-SHA', { timeoutMs }), expect(t).not.toRefuseCipher('RC4-SHA', { timeoutMs })]],
    ['group', t => [expect(t).toAcceptGroup('x25519', { timeoutMs }), expect(t).not.toAcceptGroup('x25519', { timeoutMs })]],
    ['policy', t => [expect(t).toMeetPolicy('default', { timeoutMs }), expect(t).not.toMeetPolicy('default', { timeoutMs })]],
    ['staple', t => [expect(t).toStapleOcsp({ timeoutMs }), expect(t).not.toStapleOcsp({ timeoutMs })]],
    ['lifetime', t => [expect(t).toStayValidFor('1d', { timeoutMs }), expect(t).not.toStayValidFor('1d', { timeoutMs })]],
    ['name', t => [expect(t).toCoverHostname('a.test', { timeoutMs }), expect(t).not.toCoverHostname('a.test', { timeoutMs })]],
    ['agreement', t => [expect(t).toNegotiate({ alpn: 'h2' }, { timeoutMs }), expect(t).not.toNegotiate({ alpn: 'h2' }, { timeoutMs })]],
    ['client', t => [expect(t).toRequireClientCertificate({ timeoutMs }), expect(t).not.toRequireClientCertificate({ timeoutMs })]],
  ]
  test.each(claims)('%s, of a silent server', async (_, assert) => {
    for (const assertion of assert(silent())) expect(await failure(() => assertion)).toMatch('Received: could not be found out: ')
  })
  test.each(claims)('%s, of a server that hangs up on everything', async (name, assert) => {
    await using server = await answering('', 'close')
    const [plain, negated] = assert({ host: '127.0.0.1', port: server.port })
    expect(await failure(() => plain), name).toMatch('Received: could not be found out: ')
    expect(await failure(() => negated), name).toMatch('Received: could not be found out: ')
  })
})

describe('finished reports answer at once', () => {
  test('also inside toEqual', async () => {
    const server = serving()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const report = await gate([`tls://127.0.0.1:${port}`], { ca, servername: 'localhost', survey: 'full' })
    server.close()
    expect(report).toRefuseProtocol('TLSv1.0')
    expect(report).not.toAcceptCipher('RC4-SHA')
    expect(report).toAcceptGroup('X25519MLKEM768')
    expect(report).not.toAcceptGroup('sect163k1')
    expect(report).toMeetPolicy('default')
    expect({ report }).toEqual({ report: expect.toNegotiate({ protocol: 'TLSv1.3' }) })
    expect({ report }).not.toEqual({ report: expect.toAcceptProtocol('TLSv1.1') })
    expect({ report }).toEqual({ report: expect.not.toAcceptProtocol('TLSv1.1') })
    expect(() => expect(report).toMeetPolicy('mozilla-modern')).toThrow(
      'the report was judged by the policy default 1, not by mozilla-modern',
    )
    expect(() => expect(report.targets[0]).toMeetPolicy('default')).toThrow('does not say by which policy')
    expect(() => expect(report).toAcceptProtocol('TLSv1.3', { ca })).toThrow('a finished report is judged as it is')
  })
})
