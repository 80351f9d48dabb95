// Run: npm install && npm test
const { createCa, mint } = require('tlsgate/fixtures')
const { shop } = require('./server.js')

let authority
let ca
beforeAll(async () => {
  authority = await createCa()
  ca = authority.certificate
})

test('clients can connect', async () => {
  const { chain, key } = await mint({ issuer: authority })
  const server = shop({ cert: chain, key })
  // A server that does not listen yet is put on a free port of loopback for the assertion.
  await expect(server).toCompleteHandshake({ ca })
  await expect(server).toPresentTrustedChain({ ca })
})

test('an expired certificate is noticed', async () => {
  const { chain, key } = await mint({ issuer: authority, notBefore: new Date('2026-01-01'), notAfter: new Date('2026-04-01') })
  const server = shop({ cert: chain, key })
  await expect(server).not.toCompleteHandshake({ ca })
  await expect(server).toFailHandshakeWith('certificate-expired', { ca })
})

test('clients without a certificate are turned away where one is asked for', async () => {
  const { chain, key } = await mint({ issuer: authority })
  const members = shop({ cert: chain, key, ca, requestCert: true, rejectUnauthorized: true })
  await expect(members).toFailHandshakeWith('client-certificate-required', { ca })

  const client = await mint({ issuer: authority, subject: 'member 7', extendedKeyUsage: ['clientAuth'] })
  await expect(members).toCompleteHandshake({ ca, cert: client.chain, key: client.key })
})

test('old versions are refused', async () => {
  const { chain, key } = await mint({ issuer: authority })
  await expect(shop({ cert: chain, key })).toRefuseProtocol('TLSv1.1')
})
