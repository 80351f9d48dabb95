// Causes in what two sides have in common: versions, suites, groups, signature schemes; from handshakes that really fail, with near misses.
import { describe, expect, test } from 'vitest'
import { mint } from '../../../src/fixtures/mint.ts'
import { alert, ca, diagnosed, gated, type Row, says, serverHello, tls } from '../../support/diagnosed.ts'
import { type LoopbackServer, listen, tlsServer } from '../../support/loopback.ts'

const rsa = await mint({ issuer: ca, key: 'rsa:2048' })
const brainpool = await mint({ issuer: ca, key: 'ec:brainpoolP256r1' })
const p521 = await mint({ issuer: ca, key: 'ec:P-521' })

// From openssl dhparam -2 1024: to make one takes seconds.
const shortPrime = `-----BEGIN DH PARAMETERS-----
MIGHAoGBAIAESl7+SuI0JLm65kflnrhs3zLhmeZbRiSgNB8ZFz8R0vYXc0qiuCc1
Al6FUcpIS4UOdhnATnR+KA/RGuPfuHoejWn5AMfKrEEOo0/qe93Ma6NLmQ5cggrv
LQfdH2shQzyuq6LBKdgN1XUfpzWsiMTv6k0rgkMcn0FGyCnL4GOHAgEC
-----END DH PARAMETERS-----`

const old = { ciphers: 'DEFAULT:@SECLEVEL=0', minVersion: 'TLSv1' } as const
const parameters: readonly Row[] = [
  ['healthy', { serve: tls({}) }, { cause: null }],
  ['a server of TLS 1.0', { serve: tls({ ...old, maxVersion: 'TLSv1' }) }, { cause: 'protocol-version-mismatch' }],
  [
    'a server of TLS 1.3, a client of TLS 1.2',
    { serve: tls({ minVersion: 'TLSv1.3' }), options: () => ({ maxVersion: 'TLSv1.2' }) },
    { cause: 'protocol-version-mismatch' },
  ],
  [
    'a server of TLS 1.2, a client of TLS 1.3',
    { serve: tls({ maxVersion: 'TLSv1.2' }), options: () => ({ minVersion: 'TLSv1.3' }) },
    { cause: 'protocol-version-mismatch' },
  ],
  [
    'a server that picks a version not offered',
    { serve: says(serverHello(0xc02b, 0x0301)) },
    { cause: 'protocol-version-mismatch', step: 'server_hello', message: /chose TLSv1\.0/ },
  ],
  [
    'near miss: a server of TLS 1.1 that a client down to TLS 1.0 takes, and a reset later on',
    {
      serve: says(serverHello(0xc009, 0x0302), 'reset'),
      options: () => ({ minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0' }),
    },
    { cause: 'connection-reset' },
  ],
  [
    'no common suite',
    { serve: tls({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-CAMELLIA128-SHA256' }) },
    { cause: 'no-common-cipher', step: 'server_hello', message: /CAMELLIA/ },
  ],
  [
    'near miss: a certificate whose key fits none of the suites',
    { serve: tls({ maxVersion: 'TLSv1.2' }), options: () => ({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' }) },
    { cause: 'no-common-cipher' },
  ],
  [
    'near miss: the same, and a server that has TLS 1.3 as well',
    { serve: tls({}), options: () => ({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' }) },
    { cause: 'no-common-cipher', message: /took TLS_ECDHE_ECDSA_/ },
  ],
  [
    'near miss: a suite that was not offered',
    { serve: says(serverHello(0x002f)), options: () => ({ ciphers: 'ECDHE+AESGCM' }) },
    { cause: 'malformed-message', message: /which was not offered/ },
  ],
  [
    'no common group in TLS 1.3',
    { serve: tls({ ecdhCurve: 'P-521', minVersion: 'TLSv1.3' }), options: () => ({ groups: 'X25519' }) },
    { cause: 'no-common-group', message: /took secp521r1/ },
  ],
  [
    'no common group in TLS 1.2',
    { serve: tls({ ecdhCurve: 'P-521', maxVersion: 'TLSv1.2' }), options: () => ({ groups: 'P-256', maxVersion: 'TLSv1.2' }) },
    { cause: 'no-common-group' },
  ],
  ['near miss: a group that has to be asked for', { serve: tls({ ecdhCurve: 'P-521' }) }, { cause: null }],
  [
    'a Diffie-Hellman prime of 1024 bits',
    { serve: tls({ dhparam: shortPrime, ciphers: 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0', maxVersion: 'TLSv1.2' }, rsa) },
    { cause: 'weak-dh-parameters', step: 'server_key_exchange', message: /prime has 1024 bits/ },
  ],
  [
    'near miss: a prime of 1024 bits, and a client that takes it',
    {
      serve: tls({ dhparam: shortPrime, ciphers: 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0', maxVersion: 'TLSv1.2' }, rsa),
      options: () => ({ ciphers: 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0' }),
    },
    { cause: null },
  ],
  [
    'near miss: a prime of 2048 bits',
    { serve: tls({ dhparam: 'auto', ciphers: 'DHE-RSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' }, rsa) },
    { cause: null },
  ],
  [
    'no common signature scheme in TLS 1.3',
    { serve: tls({ minVersion: 'TLSv1.3' }, rsa), options: () => ({ signatureSchemes: 'ecdsa_secp256r1_sha256' }) },
    { cause: 'no-common-signature-scheme' },
  ],
  [
    'no common signature scheme in TLS 1.2',
    {
      serve: tls({ maxVersion: 'TLSv1.2', sigalgs: 'ecdsa_secp384r1_sha384:ECDSA+SHA384' }),
      options: () => ({ signatureSchemes: 'ecdsa_secp256r1_sha256' }),
    },
    { cause: 'no-common-signature-scheme' },
  ],
  [
    'no common signature scheme in TLS 1.2, and a server that has TLS 1.3 as well',
    { serve: tls({}), options: () => ({ signatureSchemes: 'RSA-PSS+SHA256', maxVersion: 'TLSv1.2' }) },
    { cause: 'no-common-signature-scheme', message: /took ecdsa_/ },
  ],
  [
    'a certificate on a curve that was not offered',
    { serve: tls({ maxVersion: 'TLSv1.2' }, brainpool) },
    { cause: 'no-common-signature-scheme', message: /certificate is on the curve brainpoolP256r1, which was not offered/ },
  ],
  [
    'the same of a curve that the client left out',
    { serve: tls({ maxVersion: 'TLSv1.2' }, p521), options: () => ({ groups: 'X25519' }) },
    { cause: 'no-common-signature-scheme', message: /certificate is on the curve secp521r1/ },
  ],
  [
    'near miss: a curve that was offered',
    { serve: tls({ maxVersion: 'TLSv1.2' }, p521), options: () => ({ groups: 'X25519:P-521' }) },
    { cause: null },
  ],
  [
    'near miss: a certificate on a curve that TLS 1.3 does not ask for',
    { serve: tls({ minVersion: 'TLSv1.3' }, p521), options: () => ({ groups: 'X25519' }) },
    { cause: null },
  ],
  [
    'no certificate at all',
    { serve: () => tlsServer({ minVersion: 'TLSv1.2' }) },
    { cause: 'server-internal-error', message: /without a usable certificate/ },
  ],
  [
    'near miss: a reset of a long hello only, which no list of schemes explains',
    { serve: shortHellosOnly },
    { cause: 'connection-reset', step: 'server_hello' },
  ],
  [
    'near miss: handshake_failure, then no answer',
    { serve: once(alert(40)), options: () => ({ timeoutMs: 1500 }) },
    { cause: 'unexpected-alert' },
  ],
]

/** A server behind a device that resets the connections of hellos too long for one packet. */
function shortHellosOnly(): Promise<LoopbackServer> {
  return listen(socket => {
    socket.once('data', hello => (hello.length > 1400 ? socket.resetAndDestroy() : socket.end(serverHello(0xc02b, 0x0303))))
  })
}

/** A server that answers its first connection only. */
function once(bytes: Uint8Array) {
  return (): Promise<LoopbackServer> => {
    let count = 0
    return listen(socket => {
      if (count++ === 0) socket.once('data', () => socket.end(bytes))
    })
  }
}

describe.concurrent('parameters', () => {
  test.each(parameters)('%s', async (_, each, expected) => {
    await diagnosed(each, expected)
  })

  test('what was asked to tell causes apart is in the evidence, and counted', async () => {
    const report = await gated({ serve: tls({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-CAMELLIA128-SHA256' }) })
    const completion = report.checks.find(({ id }) => id === 'handshake/completion')
    expect(completion?.evidence).toContainEqual(expect.stringMatching(/^asked with .*: accepted, TLSv1\.2 TLS_ECDHE_ECDSA_WITH_CAMELLIA/))
    expect(report.connections).toBe(1 + (completion?.evidence.filter(line => line.startsWith('asked with')).length ?? 0))
  })
})
