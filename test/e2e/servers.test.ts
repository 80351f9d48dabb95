// The handshake with real servers: OpenSSL's s_server, nginx, Apache, HAProxy and Node's own, each as it is installed. What they would accept
// beside it is in survey.test.ts and survey-cli.test.ts.
import { createServer, type TlsOptions } from 'node:tls'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCa, type Minted, mint } from '../../src/fixtures/mint.ts'
import { type GateOptions, gate, type TargetReport } from '../../src/gate.ts'
import { apache, haproxy, nginx, programPath, type RealServer, sServer } from '../support/real-servers.ts'

let root: Minted
let intermediate: Minted
let leaf: Minted
let client: Minted
let expired: Minted
let unrelated: Minted

beforeAll(async () => {
  root = await createCa({ subject: 'e2e root' })
  intermediate = await createCa({ subject: 'e2e intermediate', issuer: root })
  leaf = await mint({ issuer: intermediate, dns: ['localhost'], ip: ['127.0.0.1'] })
  client = await mint({ issuer: intermediate, subject: 'client', extendedKeyUsage: ['clientAuth'] })
  expired = await mint({ issuer: intermediate, notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') })
  unrelated = await createCa({ subject: 'unrelated root' })
})

/** What a server needs on disk: chain as it should be sent, key, and the root that client certificates lead to. */
const files = (minted: Minted = leaf): Record<string, string> => ({
  'chain.pem': minted.chain,
  'leaf.pem': minted.certificate,
  'key.pem': minted.key,
  'both.pem': minted.chain + minted.key,
  'root.pem': root.certificate,
  'intermediate.pem': intermediate.certificate,
})
const certificateArgs = ['-cert', 'leaf.pem', '-key', 'key.pem', '-cert_chain', 'chain.pem']

async function check(server: RealServer, options: GateOptions = {}, scheme = 'https'): Promise<TargetReport> {
  const report = await gate([`${scheme}://localhost:${server.port}`], {
    survey: 'none',
    ca: [root.certificate],
    timeoutMs: 5000,
    ...options,
  })
  const [target] = report.targets
  if (!target) throw new Error('no report')
  return target
}

const names = (report: TargetReport): string[] => report.handshake.steps.map(({ from, name }) => `${from ?? '-'} ${name}`)

/** An installed program, or the reason why its tests are skipped. */
const when = (program: string) => ({ skip: programPath(program) === null })

describe('openssl s_server', when('openssl'), () => {
  const offering = { TLSv1: '-tls1', 'TLSv1.1': '-tls1_1', 'TLSv1.2': '-tls1_2', 'TLSv1.3': '-tls1_3' } as const

  test.each(Object.entries(offering))('completes %s with a client that offers it', async (version, flag) => {
    await using server = await sServer(files(), [...certificateArgs, flag, '-cipher', 'ALL:@SECLEVEL=0'])
    const minVersion = version as keyof typeof offering
    const report = await check(server, { minVersion, ciphers: 'ALL:@SECLEVEL=0' })
    expect(report.handshake).toMatchObject({ completed: true, protocol: version === 'TLSv1' ? 'TLSv1.0' : version, failure: null })
    expect(report.verdict).toBe('pass')
    expect(names(report)).toContain('server finished')
    expect(names(report)).toContain('client finished')
  })

  test.each([
    ['TLSv1.0', '-tls1'],
    ['TLSv1.1', '-tls1_1'],
  ])('that ends at %s is a version mismatch', async (version, flag) => {
    await using server = await sServer(files(), [...certificateArgs, flag, '-cipher', 'ALL:@SECLEVEL=0'])
    const { handshake, verdict } = await check(server)
    expect(handshake.failure).toMatchObject({
      step: 'server_hello',
      cause: 'protocol-version-mismatch',
      category: 'protocol',
      alert: { name: 'protocol_version', sentBy: 'server' },
    })
    expect(handshake.failure?.message).toContain(version)
    expect(verdict).toBe('fail')
  })

  test.each(['-tls1_2', '-tls1_3'])('that requires a client certificate refuses one who has none, %s', async flag => {
    await using server = await sServer(files(), [...certificateArgs, flag, '-Verify', '3', '-verify_return_error', '-CAfile', 'root.pem'])
    const { handshake } = await check(server)
    expect(handshake.failure).toMatchObject({ step: 'certificate', cause: 'client-certificate-required', category: 'configuration' })
    expect(handshake.completed).toBe(false)
  })

  test.each(['-tls1_2', '-tls1_3'])('that requires a client certificate accepts one it trusts, %s', async flag => {
    await using server = await sServer(files(), [...certificateArgs, flag, '-Verify', '3', '-verify_return_error', '-CAfile', 'root.pem'])
    const report = await check(server, { cert: client.chain, key: client.key })
    expect(report.handshake).toMatchObject({ completed: true, failure: null })
    expect(names(report)).toContain('client certificate_verify')
  })

  test.each(['-tls1_2', '-tls1_3'])('that does not trust the client certificate rejects it, %s', async flag => {
    await using server = await sServer(files(), [...certificateArgs, flag, '-Verify', '3', '-verify_return_error', '-CAfile', 'root.pem'])
    const stranger = await mint({ subject: 'stranger', extendedKeyUsage: ['clientAuth'] })
    const { handshake } = await check(server, { cert: stranger.chain, key: stranger.key })
    expect(handshake.failure).toMatchObject({ step: 'certificate', cause: 'client-certificate-rejected', category: 'configuration' })
  })

  test.each(['-tls1_2', '-tls1_3'])('with a stapled response shows it, and what it says, %s', async flag => {
    // unauthorized (6): s_server sends the file as it is.
    const staple = ['-status_file', 'staple.der']
    await using server = await sServer({ ...files(), 'staple.der': '0\u0003\n\u0001\u0006' }, [...certificateArgs, flag, ...staple])
    const { handshake, checks } = await check(server)
    expect(handshake.ocspStapled).toBe(true)
    expect(checks.find(({ id }) => id === 'certificate/staple')).toMatchObject({
      status: 'fail',
      cause: 'staple-invalid',
      message: 'the stapled OCSP response is the error unauthorized',
    })
  })

  test('with a group of its own alone is a group mismatch', async () => {
    await using server = await sServer(files(), [...certificateArgs, '-tls1_2', '-groups', 'brainpoolP256r1', '-cipher', 'ECDHE'])
    expect((await check(server)).handshake.failure).toMatchObject({ step: 'server_hello', cause: 'no-common-group', category: 'cipher' })
  })

  test.each(['-tls1_2', '-tls1_3'])('without a certificate refuses every hello, whatever its alert says, %s', async flag => {
    await using server = await sServer(files(), ['-nocert', flag])
    const { handshake } = await check(server)
    expect(handshake.failure).toMatchObject({ cause: 'server-internal-error', category: 'configuration' })
    expect(handshake.failure?.message).toContain('without a usable certificate')
  })

  test('with a suite of its own alone is a cipher mismatch', async () => {
    await using server = await sServer(files(), [...certificateArgs, '-tls1_2', '-cipher', 'ECDHE-ECDSA-AES128-CCM8:@SECLEVEL=0'])
    expect((await check(server)).handshake.failure).toMatchObject({ step: 'server_hello', cause: 'no-common-cipher', category: 'cipher' })
  })

  test('with a signature scheme of its own alone is a scheme mismatch', async () => {
    await using server = await sServer(files(), [...certificateArgs, '-tls1_3', '-sigalgs', 'ECDSA+SHA256'])
    const { handshake } = await check(server, { signatureSchemes: 'RSA-PSS+SHA256' })
    expect(handshake.failure).toMatchObject({ step: 'server_hello', cause: 'no-common-signature-scheme', category: 'cipher' })
  })
})

/** nginx, Apache and HAProxy with the same certificate each in their own words. */
const webServers = [
  {
    name: 'nginx',
    program: 'nginx',
    start: (chain: string, extra = {}) =>
      nginx({ ...files(), ...extra }, `ssl_certificate ${chain}; ssl_certificate_key key.pem; ssl_protocols TLSv1.2 TLSv1.3;`),
    mutual: () =>
      nginx(
        files(),
        'ssl_certificate chain.pem; ssl_certificate_key key.pem; ssl_verify_client on; ssl_client_certificate root.pem; ssl_verify_depth 3;',
      ),
    old: () => nginx(files(), 'ssl_certificate chain.pem; ssl_certificate_key key.pem; ssl_protocols TLSv1; ssl_ciphers ALL:@SECLEVEL=0;'),
  },
  {
    name: 'Apache',
    program: 'apache2',
    start: (chain: string, extra = {}) =>
      apache({ ...files(), ...extra }, `SSLCertificateFile ${chain}\n  SSLCertificateKeyFile key.pem\n  Protocols h2 http/1.1`),
    mutual: () =>
      apache(
        files(),
        'SSLCertificateFile chain.pem\n  SSLCertificateKeyFile key.pem\n  SSLVerifyClient require\n  SSLVerifyDepth 3\n  SSLCACertificateFile root.pem',
      ),
    old: () =>
      apache(
        files(),
        'SSLCertificateFile chain.pem\n  SSLCertificateKeyFile key.pem\n  SSLProtocol TLSv1\n  SSLCipherSuite ALL:@SECLEVEL=0',
      ),
  },
  {
    name: 'HAProxy',
    program: 'haproxy',
    // HAProxy has no file for the key alone without a store: certificate and key stand in one file.
    start: (chain: string, extra: Record<string, string> = {}) =>
      haproxy({ ...files(), ...extra, 'site.pem': ({ ...files(), ...extra }[chain] ?? '') + leaf.key }, 'crt site.pem alpn h2,http/1.1'),
    mutual: () => haproxy(files(), 'crt both.pem verify required ca-file root.pem'),
    old: () => haproxy(files(), 'crt both.pem ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.0 ciphers ALL:@SECLEVEL=0'),
  },
]

// It hangs up on the request (return 444), and not on the handshake.
test.skipIf(when('nginx').skip).each(['TLSv1.2', 'TLSv1.3'] as const)(
  'nginx that would like a client certificate and answers no request, %s',
  async version => {
    const directives = `ssl_protocols ${version}; ssl_certificate chain.pem; ssl_certificate_key key.pem;`
    await using server = await nginx(files(), `${directives} ssl_verify_client optional; ssl_client_certificate root.pem; return 444;`)
    expect((await check(server)).handshake).toMatchObject({ completed: true, failure: null })
  },
)

describe.each(webServers)('$name', ({ program, start, mutual, old }) => {
  const installed = when(program)

  test('healthy passes with every message of both directions named', installed, async () => {
    await using server = await start('chain.pem')
    const report = await check(server)
    expect(report).toMatchObject({
      verdict: 'pass',
      connections: 1,
      handshake: { completed: true, protocol: 'TLSv1.3', signatureScheme: 'ecdsa_secp256r1_sha256', failure: null },
    })
    expect(report.handshake.group).not.toBeNull()
    expect(report.handshake.cipherSuite).toMatch(/^TLS_(AES|CHACHA20)/)
    const messages = names(report).filter(name => !/change_cipher_spec|new_session_ticket/.test(name))
    expect(messages).toEqual([
      '- resolve',
      '- connect',
      'client client_hello',
      'server server_hello',
      'server encrypted_extensions',
      'server certificate',
      'server certificate_verify',
      'server finished',
      'client finished',
    ])
    expect(report.certificates.presented.map(({ subject }) => subject)).toEqual(['CN=localhost', 'CN=e2e intermediate'])
  })

  test('without the intermediate is an incomplete chain', installed, async () => {
    await using server = await start('leaf.pem')
    const report = await check(server)
    expect(report.handshake.failure).toMatchObject({ step: 'certificate', cause: 'certificate-chain-incomplete', category: 'certificate' })
    expect(report.certificates.presented.map(({ subject }) => subject)).toEqual(['CN=localhost'])
  })

  test('with a padded chain is trusted, and the padding named, in the order sent', installed, async () => {
    const padded = { 'padded.pem': leaf.certificate + unrelated.certificate + intermediate.certificate + root.certificate }
    await using server = await start('padded.pem', padded)
    const report = await check(server)
    expect(report.handshake.completed).toBe(true)
    expect(report.certificates.presented.map(({ subject }) => subject)).toEqual([
      'CN=localhost',
      'CN=unrelated root',
      'CN=e2e intermediate',
      'CN=e2e root',
    ])
    expect(report.checks).toContainEqual(
      expect.objectContaining({ id: 'certificate/chain', status: 'fail', cause: 'certificate-chain-extraneous' }),
    )
  })

  test('asked for by another name is a name mismatch', installed, async () => {
    await using server = await start('chain.pem')
    const { handshake } = await check(server, { servername: 'other.test' })
    expect(handshake.failure).toMatchObject({ step: 'certificate', cause: 'certificate-host-mismatch', category: 'certificate' })
  })

  test('under a root that is not trusted is untrusted', installed, async () => {
    await using server = await start('chain.pem')
    const { handshake } = await check(server, { ca: [unrelated.certificate] })
    expect(['certificate-untrusted', 'certificate-chain-incomplete']).toContain(handshake.failure?.cause)
  })

  test('on TLSv1.0 alone is a version mismatch', installed, async () => {
    await using server = await old()
    expect((await check(server)).handshake.failure).toMatchObject({
      step: 'server_hello',
      cause: 'protocol-version-mismatch',
      category: 'protocol',
    })
  })

  test('behind another protocol is no TLS', installed, async () => {
    await using server = await start('chain.pem')
    const { handshake } = await check(server, { timeoutMs: 700 }, 'imap')
    // A TLS server waits for a client that waits for a greeting: silence, which proves nothing.
    expect(handshake.failure).toMatchObject({ step: 'starttls', category: 'network' })
  })

  test('that requires a client certificate says so or lets it pass as its software does', installed, async () => {
    await using server = await mutual()
    const { handshake } = await check(server)
    // nginx asks in the handshake and refuses in HTTP; the other two refuse in the handshake.
    if (program === 'nginx') expect(handshake.completed).toBe(true)
    else expect(handshake.failure).toMatchObject({ step: 'certificate', cause: 'client-certificate-required', category: 'configuration' })
    expect(handshake.steps.map(({ name }) => name)).toContain('certificate_request')
  })
})

test('Apache answers an application protocol it was not offered, which is an ALPN mismatch', when('apache2'), async () => {
  await using server = await apache(files(), 'SSLCertificateFile chain.pem\n  SSLCertificateKeyFile key.pem\n  Protocols h2 http/1.1')
  const { handshake } = await check(server, { alpn: ['spdy/3'] })
  expect(handshake.failure).toMatchObject({ cause: 'alpn-mismatch', category: 'configuration' })
})

describe("Node's own server on OpenSSL 3.5", () => {
  async function nodeServer(options: TlsOptions): Promise<RealServer> {
    const server = createServer({ key: leaf.key, cert: leaf.chain, ...options })
    server.on('tlsClientError', () => {})
    const { promise, resolve } = Promise.withResolvers<void>()
    server.listen(0, '127.0.0.1', resolve)
    await promise
    const address = server.address()
    return { port: typeof address === 'object' && address ? address.port : 0, [Symbol.asyncDispose]: async () => void server.close() }
  }

  test('negotiates a post-quantum group, and everything agreed on is named', async () => {
    await using server = await nodeServer({ ALPNProtocols: ['h2'] })
    const report = await check(server)
    expect(report.handshake).toMatchObject({
      completed: true,
      protocol: 'TLSv1.3',
      cipherSuite: 'TLS_AES_256_GCM_SHA384',
      group: 'X25519MLKEM768',
      signatureScheme: 'ecdsa_secp256r1_sha256',
      alpn: 'h2',
    })
    expect(names(report).filter(name => name === 'server new_session_ticket')).toHaveLength(2)
  })

  test('with an expired certificate names all that is wrong with it', async () => {
    await using server = await nodeServer({ key: expired.key, cert: expired.chain })
    const report = await check(server, { servername: 'other.test' })
    expect(report.handshake.failure?.cause).toBe('certificate-expired')
    const causes = report.checks.filter(({ status }) => status === 'fail').map(({ cause }) => cause)
    expect(causes).toEqual(expect.arrayContaining(['certificate-expired', 'certificate-host-mismatch']))
  })
})
