// Run: npm install && npm test
import { createCa, mint } from 'tlsgate/fixtures'
import { expect, test } from 'vitest'
import { shop } from './server.ts'

const authority = await createCa()
const ca = authority.certificate

test('clients can connect', async () => {
  const { chain, key } = await mint({ issuer: authority })
  const server = shop({ cert: chain, key })
  // A server that does not listen yet is put on a free port of loopback for the assertion.
  await expect(server).toCompleteHandshake({ ca })
  await expect(server).toPresentTrustedChain({ ca })
})

test('clients that only know TLS 1.1 cannot', async () => {
  const { chain, key } = await mint({ issuer: authority })
  const old = { ca, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  await expect(shop({ cert: chain, key })).toFailHandshakeWith('protocol-version-mismatch', old)
})

test('an expired certificate is noticed', async () => {
  const { chain, key } = await mint({ issuer: authority, notBefore: new Date('2026-01-01'), notAfter: new Date('2026-04-01') })
  const server = shop({ cert: chain, key })
  await expect(server).not.toCompleteHandshake({ ca })
  await expect(server).toFailHandshakeWith('certificate-expired', { ca })
})

test('a forgotten intermediate is noticed', async () => {
  const intermediate = await createCa({ issuer: authority, subject: 'Shop intermediate' })
  const { certificate, key } = await mint({ issuer: intermediate })
  // `certificate` is the leaf alone, where `chain` would have the intermediate too.
  await expect(shop({ cert: certificate, key })).toFailHandshakeWith('certificate-chain-incomplete', { ca })
})

test('old versions and weak suites are refused', async () => {
  const { chain, key } = await mint({ issuer: authority })
  const server = shop({ cert: chain, key })
  await expect(server).toRefuseProtocol('TLSv1.1')
  await expect(server).toRefuseCipher('TLS_RSA_WITH_3DES_EDE_CBC_SHA')
  await expect(server).toNegotiate({ protocol: 'TLSv1.3', alpn: 'http/1.1' }, { ca })
})
