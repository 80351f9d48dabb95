// What can be received beside a server: applications, functions, upgrades to TLS; and what single handshakes tell.
import { createServer } from 'node:https'
import { createRequire } from 'node:module'
import { createServer as createTcp, type Server } from 'node:net'
import { createServer as createTls, TLSSocket } from 'node:tls'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCa, type Minted, mint } from '../../src/fixtures/mint.ts'
import { ocspResponse, refusal } from '../../src/fixtures/ocsp.ts'
import '../../src/matchers/vitest.ts'

/** None of the three has types that need no others. */
const load: (name: string) => unknown = createRequire(import.meta.url)

let ca: string
let good: Minted
let authority: Minted

beforeAll(async () => {
  authority = await createCa()
  ca = authority.certificate
  good = await mint({ issuer: authority, dns: ['localhost', '*.shop.test'] })
})

const identity = (): { cert: string; key: string } => ({ cert: good.chain, key: good.key })

/** As much of SMTP as it takes to get to TLS. */
function mailServer(): Server {
  return createTcp(socket => {
    socket.on('error', () => {})
    socket.write('220 mail.test ready\r\n')
    socket.on('data', function talk(bytes) {
      if (/^EHLO/i.test(String(bytes))) socket.write('250-mail.test\r\n250 STARTTLS\r\n')
      if (!/^STARTTLS/i.test(String(bytes))) return
      socket.off('data', talk)
      socket.write('220 go ahead\r\n')
      // Node leaves the connection open, and the client waiting, when it refuses to upgrade it.
      new TLSSocket(socket, { isServer: true, ...identity() }).on('error', () => socket.destroy()).resume()
    })
  })
}

describe('applications', () => {
  test('Express, wrapped', async () => {
    const express = load('express') as () => (request: object, response: object) => void
    await expect(createServer(identity(), express())).toNegotiate({ alpn: 'http/1.1' }, { ca })
  })
  test('Koa, wrapped', async () => {
    const Koa = load('koa') as new () => { callback(): () => void }
    await expect(createServer(identity(), new Koa().callback())).toCompleteHandshake({ ca })
  })
  test('Fastify, listening and not', async () => {
    const fastify = load('fastify') as (options: object) => { server: Server; listen(at: object): Promise<string>; close(): Promise<void> }
    await expect(fastify({ https: identity() })).toCompleteHandshake({ ca })
    const app = fastify({ https: identity() })
    await app.listen({ port: 0, host: '127.0.0.1' })
    await expect(app).toPresentTrustedChain({ ca })
    await app.close()
  })
  test('Nest, which gives its server when asked', async () => {
    const server = createServer(identity())
    await expect({ getHttpServer: () => server }).toCompleteHandshake({ ca })
  })
})

describe('functions', () => {
  test('that give a port, an address or a server, now or later', async () => {
    const server = createTls(identity())
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await expect(() => port).toCompleteHandshake({ ca })
    await expect(async () => port).toCompleteHandshake({ ca })
    await expect(() => server.address()).toCompleteHandshake({ ca })
    await expect(async () => `localhost:${port}`).toCompleteHandshake({ ca })
    await expect(() => server).toCompleteHandshake({ ca })
    await new Promise(resolve => server.close(resolve))
  })
})

describe('STARTTLS', () => {
  test('by the option, for a server that upgrades', async () => {
    await expect(mailServer()).toCompleteHandshake({ ca, starttls: 'smtp' })
    await expect(mailServer()).toRefuseProtocol('TLSv1.0', { starttls: 'smtp' })
  })
  test('by the option, for a port', async () => {
    const server = mailServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await expect({ port, starttls: 'smtp' }).toCompleteHandshake({ ca })
    await expect(`localhost:${port}`).toCompleteHandshake({ ca, starttls: 'smtp' })
    await expect(`smtp://localhost:${port}`).toCompleteHandshake({ ca, starttls: 'smtp' })
    server.close()
  })
})

describe("ca: 'self'", () => {
  test('trusts the certificate of the server, whoever issued it', async () => {
    const intermediate = await createCa({ issuer: authority, subject: 'an intermediate' })
    for (const { chain: cert, key } of [good, await mint({ issuer: intermediate }), await mint()])
      await expect(createTls({ cert, key })).toPresentTrustedChain({ ca: 'self' })
    await expect(createTls({ ...identity(), cert: Buffer.from(good.chain) })).toCompleteHandshake({ ca: 'self' })
  })
  test('does not trust one of the past, nor one of another name', async () => {
    const past = await mint({ notBefore: new Date('2026-01-01'), notAfter: new Date('2026-02-01') })
    await expect(createTls({ cert: past.chain, key: past.key })).toFailHandshakeWith('certificate-expired', { ca: 'self' })
    const issued = await mint({ issuer: authority, notBefore: new Date('2026-01-01'), notAfter: new Date('2026-02-01') })
    await expect(() => expect(createTls({ cert: issued.chain, key: issued.key })).toCompleteHandshake({ ca: 'self' })).rejects.toThrow(
      /certificate-expired(?!.*neither sent nor trusted)/s,
    )
    await expect(createTls(identity())).toFailHandshakeWith('certificate-host-mismatch', { ca: 'self', servername: 'a.test' })
  })
  test('is for servers that were made with a certificate', async () => {
    await expect(() => expect(createTls()).toCompleteHandshake({ ca: 'self' })).rejects.toThrow("ca: 'self' finds no certificate")
  })
})

describe('single handshakes', () => {
  test('what they agree on', async () => {
    const server = createTls({ ...identity(), ALPNProtocols: ['h2'] })
    const h2 = { ca, alpn: ['h2'] }
    await expect(server).toNegotiate(
      { protocol: 'TLSv1.3', cipherSuite: 'TLS_AES_256_GCM_SHA384', group: 'X25519MLKEM768', alpn: 'h2' },
      h2,
    )
    await expect(server).toNegotiate({ protocol: 'TLSv1.2', cipherSuite: 'ECDHE-ECDSA-AES128-GCM-SHA256' }, { ca, maxVersion: 'TLSv1.2' })
    await expect(server).toNegotiate({ alpn: null }, { ca })
    await expect(server).not.toNegotiate({ protocol: 'TLSv1.2' }, { ca })
    await expect(() => expect(server).toNegotiate({ protocol: 'TLSv1.2', alpn: 'http/1.1' }, h2)).rejects.toThrow(
      /Received: .*protocol TLSv1\.3, ALPN h2/,
    )
    // What was chosen in a handshake that then fails was not agreed on.
    await expect(() => expect(server).toNegotiate({ protocol: 'TLSv1.3' })).rejects.toThrow('could not be found out: certificate-')
    await expect(() => expect(server).not.toNegotiate({ protocol: 'TLSv1.3' })).rejects.toThrow('could not be found out: certificate-')
  })
  test('names, with the name asked for', async () => {
    let asked: unknown
    const SNICallback = (name: string, done: (error: null) => void): void => {
      asked = name
      done(null)
    }
    const other = await mint({ issuer: authority, dns: ['other.test'] })
    const server = createTls({ ...identity(), SNICallback })
    await expect(server).toCoverHostname('www.shop.test')
    expect(asked).toBe('www.shop.test')
    await expect(server).not.toCoverHostname('a.www.shop.test')
    await expect(createTls({ cert: other.chain, key: other.key })).toCoverHostname('OTHER.test')
    await expect(createTls(identity())).not.toCoverHostname('127.0.0.2')
    await expect(() => expect(server).toCoverHostname('shop.test')).rejects.toThrow(/is for localhost, .*, not for shop\.test/)
  })
  test('lifetimes', async () => {
    const dayMs = 86_400_000
    const short = await mint({ issuer: authority, notAfter: new Date(Date.now() + 10 * dayMs) })
    const server = createTls({ cert: short.chain, key: short.key })
    await expect(server).toStayValidFor('9d')
    await expect(server).toStayValidFor(9 * dayMs)
    await expect(server).not.toStayValidFor('2w')
    await expect(server).not.toStayValidFor('9d', { at: new Date(Date.now() + 5 * dayMs) })
    await expect(() => expect(server).toStayValidFor('11d')).rejects.toThrow(/CN=localhost expires in 9 days, on /)
  })
  test.each(['TLSv1.2', 'TLSv1.3'] as const)('staples in %s', async maxVersion => {
    const minted = await mint({ issuer: authority })
    // Node answers with whatever it is given.
    const stapling = (staple: Buffer) =>
      createTls({ cert: minted.chain, key: minted.key, maxVersion }).on('OCSPRequest', (_certificate, _issuer, done) => done(null, staple))
    await expect(stapling(await ocspResponse(minted))).toStapleOcsp({ ca })
    await expect(stapling(await refusal('tryLater'))).not.toStapleOcsp({ ca })
    await expect(createTls({ ...identity(), maxVersion })).not.toStapleOcsp()
    // Of what nobody can verify neither is proven.
    for (const assertion of [expect(stapling(await ocspResponse(minted))), expect(stapling(await ocspResponse(minted))).not])
      await expect(() => assertion.toStapleOcsp()).rejects.toThrow('could not be found out: who issued the certificate is not known')
  })
  test.each(['TLSv1.2', 'TLSv1.3'] as const)('client certificates in %s', async maxVersion => {
    const asking = { ...identity(), ca, requestCert: true, maxVersion }
    await expect(createTls({ ...asking, rejectUnauthorized: true })).toRequireClientCertificate()
    await expect(createTls({ ...asking, rejectUnauthorized: false })).not.toRequireClientCertificate()
    await expect(createTls(identity())).not.toRequireClientCertificate()
    // Also for a client that has one.
    const member = await mint({ issuer: authority, extendedKeyUsage: ['clientAuth'] })
    await expect(createTls(asking)).toRequireClientCertificate({ cert: member.chain, key: member.key })
    await expect(() => expect(createTls({ ...asking, rejectUnauthorized: false })).toRequireClientCertificate()).rejects.toThrow(
      'although a certificate was asked for',
    )
  })
})
