// The matchers on real servers, through vitest's own expect.
import { createServer as createHttp } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer } from 'node:https'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import { createServer as createTls } from 'node:tls'
import { stripVTControlCharacters } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCa, type Minted, mint } from '../../src/fixtures/mint.ts'
import { serve } from '../../src/fixtures/serve.ts'
import { gate } from '../../src/gate.ts'
import '../../src/matchers/vitest.ts'

let ca: string
let good: Minted
let expired: Minted
const hourMs = 3_600_000

beforeAll(async () => {
  const authority = await createCa()
  ca = authority.certificate
  good = await mint({ issuer: authority })
  expired = await mint({ issuer: authority, notBefore: new Date(Date.now() - 2 * hourMs), notAfter: new Date(Date.now() - hourMs) })
})

const httpsServer = ({ chain, key } = good): Server => createServer({ cert: chain, key })
const silentServer = (): Server => createTcp(socket => socket.on('error', () => {}).resume())

async function listening(server: Server, host = '127.0.0.1'): Promise<AsyncDisposable & AddressInfo> {
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  const close = async (): Promise<void> => {
    await new Promise(resolve => server.close(resolve))
  }
  return { ...(server.address() as AddressInfo), [Symbol.asyncDispose]: close }
}

/** The message a failed assertion leaves, without colours. */
async function failure(assertion: () => unknown): Promise<string> {
  try {
    await assertion()
  } catch (error) {
    return stripVTControlCharacters(String((error as Error).message))
  }
  throw new Error('the assertion passed')
}

describe('a healthy server', () => {
  test('completes the handshake, and .not fails', async () => {
    const server = httpsServer()
    await expect(server).toCompleteHandshake({ ca })
    expect(await failure(() => expect(server).not.toCompleteHandshake({ ca }))).toMatch(
      /Expected: a handshake that fails\nReceived: completed with TLSv1\.3/,
    )
  })
  test('presents a trusted chain, and .not fails', async () => {
    await expect(httpsServer()).toPresentTrustedChain({ ca })
    expect(await failure(() => expect(httpsServer()).not.toPresentTrustedChain({ ca }))).toMatch('does not trust')
  })
  test('does not fail with a cause', async () => {
    await expect(httpsServer()).not.toFailHandshakeWith('certificate-expired', { ca })
    expect(await failure(() => expect(httpsServer()).toFailHandshakeWith('certificate-expired', { ca }))).toMatch(
      /Expected: a handshake that fails with certificate-expired\nReceived: completed/,
    )
  })
})

describe('a broken server', () => {
  test('does not complete the handshake; the failure names step, cause and fix', async () => {
    await expect(httpsServer(expired)).not.toCompleteHandshake({ ca })
    const text = await failure(() => expect(httpsServer(expired)).toCompleteHandshake({ ca }))
    expect(text).toMatch(/Received: certificate-expired at the step certificate.*✗ ← Certificate .*Cause +certificate-expired.*Fix +/s)
  })
  test('fails with its cause and with no other', async () => {
    await expect(httpsServer(expired)).toFailHandshakeWith('certificate-expired', { ca })
    await expect(httpsServer(expired)).not.toFailHandshakeWith('connection-refused', { ca })
    expect(await failure(() => expect(httpsServer(expired)).toFailHandshakeWith('connection-refused', { ca }))).toMatch(
      'Received: certificate-expired',
    )
    expect(await failure(() => expect(httpsServer(expired)).not.toFailHandshakeWith('certificate-expired', { ca }))).toMatch(
      'Received: certificate-expired',
    )
  })
  test('fails with each of several reasons', async () => {
    await expect(httpsServer(expired)).toFailHandshakeWith('certificate-expired')
    await expect(httpsServer(expired)).toFailHandshakeWith('certificate-untrusted')
    expect(await failure(() => expect(httpsServer(expired)).not.toFailHandshakeWith('certificate-untrusted'))).toMatch(
      'certificate-untrusted',
    )
  })
  test('presents no trusted chain', async () => {
    await expect(httpsServer(expired)).not.toPresentTrustedChain({ ca })
    await expect(httpsServer()).not.toPresentTrustedChain()
    expect(await failure(() => expect(httpsServer(expired)).toPresentTrustedChain({ ca }))).toMatch('Received: certificate-expired')
  })
  test('presents a trusted chain when only the name is wrong', async () => {
    await expect(httpsServer()).toPresentTrustedChain({ ca, servername: 'elsewhere.test' })
    await expect(httpsServer()).toFailHandshakeWith('certificate-host-mismatch', { ca, servername: 'elsewhere.test' })
  })
  test('stays untrusted with insecure, although its handshake completes', async () => {
    await expect(httpsServer(expired)).toCompleteHandshake({ ca, insecure: true })
    await expect(httpsServer(expired)).not.toPresentTrustedChain({ ca, insecure: true })
  })
  test('that speaks HTTP is no TLS server', async () => {
    await expect(createHttp()).toFailHandshakeWith('not-tls')
  })
})

describe('a silent server', () => {
  const timeoutMs = 100
  test('fails a matcher and its .not alike: nothing is proven', async () => {
    const undecided = /Received: could not be found out: /
    expect(await failure(() => expect(silentServer()).toCompleteHandshake({ timeoutMs }))).toMatch(undecided)
    expect(await failure(() => expect(silentServer()).not.toCompleteHandshake({ timeoutMs }))).toMatch(undecided)
    expect(await failure(() => expect(silentServer()).toPresentTrustedChain({ timeoutMs }))).toMatch(undecided)
    expect(await failure(() => expect(silentServer()).not.toPresentTrustedChain({ timeoutMs }))).toMatch(undecided)
    expect(await failure(() => expect(silentServer()).not.toFailHandshakeWith('certificate-expired', { timeoutMs }))).toMatch(undecided)
  })
  test('is given up by a poll before its time is over', async () => {
    const polled = expect.poll(silentServer, { timeout: 2000 }).toCompleteHandshake()
    expect(await failure(() => polled)).toMatch('Received: could not be found out: handshake-timeout')
  })
  test('fails with a timeout, as claimed', async () => {
    await expect(silentServer()).toFailHandshakeWith('handshake-timeout', { timeoutMs })
    expect(await failure(() => expect(silentServer()).not.toFailHandshakeWith('handshake-timeout', { timeoutMs }))).toMatch(
      'handshake-timeout',
    )
  })
})

describe('a finished report', () => {
  test('is judged at once, also as an asymmetric matcher', async () => {
    await using server = await listening(httpsServer())
    const report = await gate([`localhost:${server.port}`], { ca: [ca] })
    expect(report).toCompleteHandshake()
    expect(report.targets[0]).toPresentTrustedChain()
    expect(report).not.toFailHandshakeWith('certificate-expired')
    expect({ report }).toEqual({ report: expect.toCompleteHandshake() })
    expect({ report }).not.toEqual({ report: expect.not.toCompleteHandshake() })
    expect(await failure(() => expect(report).toFailHandshakeWith('certificate-expired'))).toMatch('Received: completed')
  })
  test('with mixed results fails both ways', async () => {
    await using server = await listening(httpsServer())
    const report = await gate([`localhost:${server.port}`, '127.0.0.1:1'], { ca: [ca] })
    expect(await failure(() => expect(report).toCompleteHandshake())).toMatch(/connection-refused at the step connect/)
    expect(await failure(() => expect(report).not.toCompleteHandshake())).toMatch(/Received: completed with/)
  })
  test('without targets proves nothing', async () => {
    const empty = { schemaVersion: 1, targets: [] }
    expect(await failure(() => expect(empty).toCompleteHandshake())).toMatch('the report has no targets')
    expect(await failure(() => expect(empty).not.toCompleteHandshake())).toMatch('the report has no targets')
  })
})

describe('what can be received', () => {
  test('servers that do not listen yet, of each kind', async () => {
    const { chain: cert, key } = good
    await expect(createTls({ cert, key, ALPNProtocols: ['x-own/1'] })).toCompleteHandshake({ ca })
    await expect(createSecureServer({ cert, key })).toCompleteHandshake({ ca })
    await expect(createServer({ cert, key })).toCompleteHandshake({ ca })
  })
  test('a server that was told to listen just now', async () => {
    const server = httpsServer().listen(0, '127.0.0.1')
    await expect(server).toCompleteHandshake({ ca })
    expect(server.listening).toBe(true)
    server.close()
  })
  test('a server used by several assertions at once is closed after the last', async () => {
    const server = httpsServer()
    await Promise.all([expect(server).toCompleteHandshake({ ca }), expect(server).toPresentTrustedChain({ ca })])
    expect(server.listening).toBe(false)
    await expect(server).toCompleteHandshake({ ca })
  })
  test.each(['127.0.0.1', '0.0.0.0', '::1', '::'])('a server on %s, and its address()', async host => {
    const server = httpsServer()
    await using address = await listening(server, host)
    await expect(server).toCompleteHandshake({ ca })
    await expect(server.address()).toCompleteHandshake({ ca })
    expect(address.port).toBeGreaterThan(0)
  })
  test('strings, URLs and objects with options', async () => {
    await using server = await listening(httpsServer())
    const { port } = server
    const received: unknown[] = [
      `localhost:${port}`,
      `https://localhost:${port}`,
      new URL(`https://localhost:${port}/health?deep`),
      { target: `localhost:${port}` },
      { target: new URL(`https://localhost:${port}`), servername: 'localhost' },
      { host: 'localhost', port },
      { port },
      { host: '127.0.0.1', port, servername: 'localhost', minVersion: 'TLSv1.3' },
    ]
    for (const target of received) await expect(target).toCompleteHandshake({ ca })
    await expect({ port, ca }).toCompleteHandshake()
    await expect({ port, ca: [Buffer.from(ca)] }).toCompleteHandshake()
    expect(await failure(() => expect({ port, ca }).toCompleteHandshake({ ca: expired.root.replace(ca, good.certificate) }))).toMatch(
      'certificate-',
    )
  })
  test('options beside a target hold unless the matcher is given others', async () => {
    await using server = await listening(silentServer())
    const hurried = { host: '127.0.0.1', port: server.port, timeoutMs: 100 }
    // What counts is that neither waits a minute.
    await expect(hurried).toFailHandshakeWith('handshake-timeout')
    await expect({ ...hurried, timeoutMs: 60_000 }).toFailHandshakeWith('handshake-timeout', { timeoutMs: 100 })
  })
  test('a server of the fixtures, which says itself what a client needs', async () => {
    await using expired = await serve('expired')
    await expect(expired).toFailHandshakeWith('certificate-expired')
    await using revoked = await serve('revoked')
    await expect({ ...revoked, ...revoked.client }).toFailHandshakeWith('certificate-revoked')
  })
  test('a promise of any of them', async () => {
    await expect(Promise.resolve(httpsServer())).resolves.toCompleteHandshake({ ca })
    expect(await failure(() => expect(Promise.resolve(httpsServer())).resolves.not.toCompleteHandshake({ ca }))).toMatch(
      'expect(target).resolves.not.toCompleteHandshake()',
    )
  })
})

describe('a wrong call fails with and without .not', () => {
  const wrong: readonly (readonly [string, unknown, RegExp])[] = [
    ['undefined', undefined, /the received value is undefined.*\ngive 'host:port'/],
    ['null', null, /the received value is null.*\n.*no address\(\) before it listens/],
    ['a promise', Promise.resolve('localhost'), /the received value is a promise.*\nawait it first/],
    ['a port that is a text', { host: 'localhost', port: '8443' }, /\ngive the port as a number/],
    ['an option of tls.connect() beside a target', { port: 1, ALPNProtocols: ['h2'] }, /"ALPNProtocols" is no option\ndid you mean alpn\?/],
    ['a host by the name it has in https', { hostname: 'example.com', port: 1 }, /"hostname" is no option\ndid you mean host\?/],
    ['a misspelt option beside a target', { port: 1, servrname: 'a.test' }, /"servrname" is no option\ndid you mean servername\?/],
    ['an option in small letters', { target: 'localhost:1', maxversion: 'TLSv1.2' }, /"maxversion" is no option\ndid you mean maxVersion/],
    ['a number', 8443, /of the type number/],
    ['an array', ['localhost:8443'], /of the type array/],
    ['an object without a port', { host: 'localhost' }, /of the type object/],
    ['a port out of range', 'localhost:70000', /port "70000".*\na port is a number from 1 to 65535/],
    ['an object with a port out of range', { port: -1 }, /a port is a number/],
    ['a path', 'https://localhost/health', /has a path.*\nleave out/],
  ]
  test.each(wrong)('%s', async (_, received, message) => {
    expect(await failure(() => expect(received).toCompleteHandshake())).toMatch(message)
    expect(await failure(() => expect(received).not.toCompleteHandshake())).toMatch(message)
  })
  test('a server on a pipe', async () => {
    const server = httpsServer()
    await new Promise<void>(resolve => server.listen(`\0tlsgate-${process.pid}`, resolve))
    expect(await failure(() => expect(server).toCompleteHandshake())).toMatch(/listens on the pipe/)
    server.close()
  })
  test('an unknown cause, with the nearest one named', async () => {
    const cause = 'certificate-expird' as 'certificate-expired'
    expect(await failure(() => expect('localhost:1').toFailHandshakeWith(cause))).toMatch(
      'there is no cause "certificate-expird" of a failed handshake\ndid you mean certificate-expired?',
    )
    expect(await failure(() => expect('localhost:1').not.toFailHandshakeWith(cause))).toMatch('there is no cause')
  })
  test('options in the place of the cause, which may hold keys', async () => {
    const assertion = expect('localhost:1') as unknown as { toFailHandshakeWith(options: object): Promise<void> }
    expect(await failure(() => assertion.toFailHandshakeWith({ key: good.key }))).toMatch(
      /^toFailHandshakeWith is not told the cause\nthe cause comes before the options, one of [a-z, -]+$/,
    )
  })
  test.each([
    [{ minVerison: 'TLSv1.3' }, '"minVerison" is no option\ndid you mean minVersion or maxVersion?'],
    [{ rejectUnauthorized: false }, '"rejectUnauthorized" is no option\ndid you mean insecure?'],
    [{ colour: true }, '"colour" is no option\nthe options are servername, '],
    [{ ca: './ca.pem' }, 'ca holds no certificate\ngive the text of a PEM file, not its path'],
    [{ ca: [Buffer.from('')] }, 'ca holds no certificate\n'],
  ])('the option %o', async (options, message) => {
    expect(await failure(() => expect('localhost:1').toFailHandshakeWith('connection-refused', options as object))).toMatch(message)
  })
  test('options that OpenSSL refuses', async () => {
    expect(await failure(() => expect(httpsServer()).toCompleteHandshake({ ciphers: 'NO-SUCH' }))).toMatch(
      /OpenSSL refuses the client options.*\nwrite cipher names/,
    )
  })
})
