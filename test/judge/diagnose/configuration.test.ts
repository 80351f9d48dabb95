// Causes in how a server was set up, from handshakes that really fail, with near misses.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TlsOptions } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { createCa, mint } from '../../../src/fixtures/mint.ts'
import { alert, ca, diagnosed, good, type Row, record, says, serverHello, tls } from '../../support/diagnosed.ts'
import { type LoopbackServer, listen, tlsServer } from '../../support/loopback.ts'

const clientOf = async (issuer: typeof ca) => {
  const { chain, key } = await mint({ issuer, subject: 'client', extendedKeyUsage: ['clientAuth'] })
  return { cert: chain, key }
}
const clientCertificate = await clientOf(ca)
const foreignCertificate = await clientOf(await createCa({ subject: 'another root' }))

const asking = (version: 'TLSv1.2' | 'TLSv1.3', rejectUnauthorized = true): TlsOptions => ({
  minVersion: version,
  maxVersion: version,
  requestCert: true,
  rejectUnauthorized,
})
const configuration: readonly Row[] = [
  [
    'TLS 1.2 wants a client certificate',
    { serve: () => tls({ ...asking('TLSv1.2'), ca: ca.root })() },
    { cause: 'client-certificate-required', step: 'certificate' },
  ],
  [
    'TLS 1.3 wants a client certificate',
    { serve: () => tls({ ...asking('TLSv1.3'), ca: ca.root })() },
    { cause: 'client-certificate-required', step: 'certificate' },
  ],
  ['near miss: TLS 1.3 would like one', { serve: () => tls({ ...asking('TLSv1.3', false), ca: ca.root })() }, { cause: null }],
  ['near miss: TLS 1.2 would like one', { serve: () => tls({ ...asking('TLSv1.2', false), ca: ca.root })() }, { cause: null }],
  [
    'near miss: TLS 1.2 would like one, and its application hangs up on everybody',
    { serve: () => tlsServer({ ...asking('TLSv1.2', false), ca: ca.root, key: good.key, cert: good.chain }, socket => socket.destroy()) },
    { cause: 'client-certificate-required', verdict: 'inconclusive', message: /got none and then dropped .* without saying why$/ },
  ],
  [
    'TLS 1.2 drops the connection after the client certificate',
    { serve: () => tls({ ...asking('TLSv1.2'), ca: ca.root })(), options: () => foreignCertificate },
    {
      cause: 'client-certificate-rejected',
      step: 'certificate',
      verdict: 'inconclusive',
      message: /got one and then dropped .* without saying why$/,
    },
  ],
  [
    'TLS 1.3 drops the connection after the client certificate',
    { serve: () => tls({ ...asking('TLSv1.3'), ca: ca.root })(), options: () => foreignCertificate },
    { cause: 'client-certificate-rejected', step: 'certificate', verdict: 'inconclusive' },
  ],
  [
    'near miss: it takes the right one',
    { serve: () => tls({ ...asking('TLSv1.3'), ca: ca.root })(), options: () => clientCertificate },
    { cause: null },
  ],
  ['the name is not known', { serve: says(alert(112)) }, { cause: 'unrecognized-name', message: /localhost/ }],
  [
    'near miss: a warning about the name, and a close in the middle of what follows',
    { serve: says(Uint8Array.from([...alert(112, 1), ...serverHello(0xc02b)]), 'close') },
    { cause: 'connection-closed', step: 'certificate' },
  ],
  ['a name is refused and none is taken', { serve: namelessOnly }, { cause: 'unrecognized-name', message: /without a server name/ }],
  [
    'no common application protocol',
    { serve: tls({ ALPNProtocols: ['imap'] }), options: () => ({ alpn: ['h2'] }) },
    { cause: 'alpn-mismatch', message: /offered were h2/ },
  ],
  ['near miss: a server without ALPN', { serve: tls({}), options: () => ({ alpn: ['h2'] }) }, { cause: null }],
  ['an internal error', { serve: says(alert(80)) }, { cause: 'server-internal-error' }],
  ['a malformed ServerHello', { serve: says(record(22, 2, 0, 0, 3, 3, 3, 0)) }, { cause: 'malformed-message', step: 'server_hello' }],
  ['a record of 65,535 bytes', { serve: says(Uint8Array.of(22, 3, 3, 255, 255, 2)) }, { cause: 'malformed-message' }],
  [
    'endless warnings',
    { serve: () => listen(socket => socket.once('data', () => socket.write(Buffer.concat(Array(200).fill(alert(90, 1)))))) },
    { cause: 'malformed-message' },
  ],
  ['a message that TLS has no place for', { serve: says(record(22, 20, 0, 0, 12, ...new Uint8Array(12))) }, { cause: 'malformed-message' }],
  ['an alert that tells nothing', { serve: says(alert(60)) }, { cause: 'unexpected-alert', message: /export_restriction/ }],
  [
    'an alert without a name',
    { serve: says(alert(0x99), 'close') },
    { cause: 'unexpected-alert', message: /^the server sent alert 0x99, which has no name$/ },
  ],
]

/** A TLS server that hangs up on whoever names it. */
async function namelessOnly(): Promise<LoopbackServer> {
  const named = Buffer.from('localhost')
  const hello = serverHello(0xc02b)
  const done = record(22, 14, 0, 0, 0)
  return listen(socket => socket.once('data', bytes => socket.end(bytes.includes(named) ? alert(40) : Buffer.concat([hello, done]))))
}

describe.concurrent('configuration', () => {
  test.each(configuration)('%s', async (_, each, expected) => {
    await diagnosed(each, expected)
  })

  // Node's server hangs up where OpenSSL's says why.
  const hasOpenssl = spawnSync('openssl', ['version']).status === 0
  test.skipIf(!hasOpenssl).each(['-tls1_2', '-tls1_3'])('openssl s_server %s rejects the client certificate by an alert', async version => {
    await using server = await opensslServer([version, '-Verify', '1', '-verify_return_error'])
    const report = await diagnosed(
      { serve: async () => server, options: () => foreignCertificate },
      { cause: 'client-certificate-rejected', step: 'certificate', message: /alert unknown_ca/ },
    )
    expect(report.handshake.failure?.alert).toEqual({ level: 'fatal', code: 48, name: 'unknown_ca', sentBy: 'server' })
  })
})

/** OpenSSL's own server with the good certificate, trusting the root of the tests. */
async function opensslServer(options: readonly string[]): Promise<LoopbackServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tlsgate-'))
  for (const [name, text] of Object.entries({ cert: good.chain, key: good.key, ca: ca.root })) writeFileSync(join(folder, name), text)
  const files = ['-cert', join(folder, 'cert'), '-key', join(folder, 'key'), '-CAfile', join(folder, 'ca')]
  const child = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', ...files, ...options])
  const port = await new Promise<number>(resolve => {
    let text = ''
    child.stdout.on('data', data => {
      text += data
      const found = /^ACCEPT 127\.0\.0\.1:(\d+)/m.exec(text)
      if (found) resolve(Number(found[1]))
    })
  })
  return {
    port,
    connections: () => 0,
    open: () => 0,
    async [Symbol.asyncDispose]() {
      const closed = new Promise(resolve => child.once('close', resolve))
      if (child.exitCode === null && child.kill()) await closed
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
