// The main verb itself: wrong calls, which probe nothing, and what its options make of the hello. What it diagnoses: test/judge/diagnose.
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { mint } from '../src/fixtures/mint.ts'
import { revocationList } from '../src/fixtures/revocation-list.ts'
import { type GateOptions, type GateTarget, gate } from '../src/gate.ts'
import type { Policy } from '../src/judge/policy/policy.ts'
import { type Env, systemEnv } from '../src/net/env.ts'
import { UsageError } from '../src/usage-error.ts'
import { ca, gated, good } from './support/diagnosed.ts'
import { listen, tlsServer } from './support/loopback.ts'

const crl = [await revocationList(ca, [])]
const named = await mint({ issuer: ca, dns: ['xn--bcher-kva.example'], ip: ['127.0.0.1'] })

describe('a wrong call probes nothing', () => {
  const env = { ...systemEnv, lookup: () => Promise.reject(new Error('probed')), dial: () => expect.unreachable('probed') }

  test.each<[string, GateTarget[], GateOptions, string]>([
    ['no target', [], {}, 'there is no target'],
    ['one wrong target of two', ['localhost', 'local host'], {}, '"local host" has no valid host name'],
    // 443 would be the port of another server than the one under test.
    ['an address to connect to without a port', ['localhost:8443'], { connectTo: '127.0.0.1' }, 'the address to connect to is "127.0.0.1"'],
    ['an IPv6 address to connect to without a port', ['localhost'], { connectTo: '::1' }, 'the address to connect to is "::1"'],
    ['a URL to connect to', ['localhost'], { connectTo: 'smtp://127.0.0.1:25' }, 'the address to connect to is "smtp://127.0.0.1:25"'],
    ['a server name that is none', ['localhost'], { servername: 'a b\n' }, 'the server name "a b\\n" is no host name'],
    ['an empty server name', ['localhost'], { servername: '' }, 'the server name "" is no host name'],
    ['an empty ALPN id', ['localhost'], { alpn: ['h2', ''] }, 'the ALPN id "" is empty or too long'],
    ['an ALPN id of 256 bytes', ['localhost'], { alpn: ['é'.repeat(128)] }, 'is empty or too long'],
    // Taken as it is, no check would be severe enough to fail the run.
    ['a severity that is none', ['localhost'], { failOn: 'fatal' as 'error' }, 'there is no severity "fatal"'],
    ['the name of a policy', ['localhost'], { policy: 'default' as unknown as Policy }, 'the policy is the text "default"'],
    ['a list of policies', ['localhost'], { policy: ['default'] as unknown as Policy }, 'the policy cannot be used: it is a list'],
    ['half a policy', ['localhost'], { policy: { id: 'ours' } as Policy }, 'the policy ours cannot be used: it has no version'],
    ['an option nobody knows', ['localhost'], { failon: 'notice' } as GateOptions, '"failon" is no option'],
    ['an option that others call so', ['localhost'], { timeout: 5 } as GateOptions, '"timeout" is no option'],
    ['an option of a target nobody knows', [{ target: 'localhost', timeuotMs: 5 } as GateTarget], {}, '"timeuotMs" is no option'],
    [
      'an expectation nobody knows',
      [{ target: 'localhost', expect: { protocl: 'TLSv1.3' } } as GateTarget],
      {},
      '"protocl" is no part of expect',
    ],
    [
      'a waiver with a part nobody knows',
      ['localhost'],
      { waivers: [{ check: 'cipher/suites', target: '*', reason: 'r', until: '2099-01-01', onyl: [] }] as GateOptions['waivers'] & object },
      '"onyl" is no part of a waiver',
    ],
    ['a client certificate without its key', ['localhost'], { cert: good.chain }, 'cert is given without key'],
    ['a key without its certificate', ['localhost'], { key: good.key }, 'key is given without cert'],
    [
      'a suite for another version',
      ['localhost'],
      { maxVersion: 'TLSv1.2', ciphers: 'TLS_AES_128_GCM_SHA256' },
      'these options leave the client nothing to offer: no ciphers available',
    ],
    // Of another type, as a compiler would say.
    ['one target alone', 'localhost' as unknown as string[], {}, 'the targets of gate() are no list'],
    [
      'a target without its name',
      [{ host: 'localhost' } as unknown as GateTarget],
      {},
      'a target is neither a text nor an object with one',
    ],
    ['options that are none', ['localhost'], 'strict' as unknown as GateOptions, 'the options of gate() are no object'],
    ...(
      [
        [{ alpn: 'h2' }, 'alpn is the text "h2", not a list of texts'],
        [{ at: '2027-01-01' }, 'at is the text "2027-01-01", not a Date'],
        [{ ca }, 'ca is an object (Object), not PEM'],
        [{ ca: Buffer.from(ca.root) }, 'ca is an object (Buffer), not PEM'],
        [{ servername: 7 }, 'servername is 7, not a text'],
        [{ timeoutMs: '5' }, 'timeoutMs is the text "5", not a number'],
        [{ insecure: 'false' }, 'insecure is the text "false", not true or false'],
      ] as const
    ).map(([options, message]): [string, GateTarget[], GateOptions, string] => [
      `${Object.keys(options)[0]} of another type (${message})`,
      ['localhost'],
      options as unknown as GateOptions,
      message,
    ]),
    ['no time', ['localhost'], { timeoutMs: 0 }, 'the timeout is 0 ms'],
    ['a time that is none', ['localhost'], { timeoutMs: Number.NaN }, 'the timeout is NaN ms'],
    ['more time than a timer has', ['localhost'], { timeoutMs: 2 ** 31 }, 'the timeout is 2147483648 ms'],
    ['a date that is none', ['localhost'], { at: new Date('soon') }, 'at is an invalid Date'],
    ['versions the wrong way round', ['localhost'], { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.2' }, 'is newer than the newest'],
    ['a newest version below the oldest of Node', ['localhost'], { maxVersion: 'TLSv1.1' }, 'TLSv1.2 is newer than the newest, TLSv1.1'],
    // Taken as they are, OpenSSL would offer nothing, or TLS 1.2 and 1.3 alone.
    ['old versions alone', ['localhost'], { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }, 'TLS 1.0 and 1.1 only at security level 0'],
    ['an old version', ['localhost'], { minVersion: 'TLSv1.1' }, 'TLS 1.0 and 1.1 only at security level 0'],
    [
      'an old version with suites of today',
      ['localhost'],
      { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=1' },
      'only at security level 0',
    ],
    ['a trusted certificate that is none', ['localhost'], { ca: [ca.root, 'ca.pem'] }, 'ca has a text without a certificate'],
    [
      'every address through a proxy',
      ['localhost'],
      { allAddresses: true, proxy: 'http://p:1' },
      'every address of a name cannot be reached',
    ],
    ['every address at another', ['localhost'], { allAddresses: true, connectTo: 'a:1' }, 'every address of a name cannot be reached'],
    ['a revocation list for another day', ['localhost'], { at: new Date(0), crl }, 'at and crl contradict each other'],
  ])('%s', async (_, targets, options, message) => {
    const wrong = gate(targets, options, { env })
    await expect(wrong).rejects.toBeInstanceOf(UsageError)
    await expect(wrong).rejects.toThrow(message)
  })
})

describe('the server name', () => {
  const asked = async (servername: string | null) => {
    const { target, verdict } = await gated({
      serve: () => tlsServer({ cert: named.chain, key: named.key }),
      options: () => ({ servername }),
    })
    return { sni: target.servername, verdict }
  }

  test.each([
    ['is sent as A-labels', 'Bücher.example', { sni: 'xn--bcher-kva.example', verdict: 'pass' }],
    ['is not sent when it is an address, and compared all the same', '127.0.0.1', { sni: null, verdict: 'pass' }],
    ['is not sent when it is null, and the host of the target is compared', null, { sni: null, verdict: 'pass' }],
  ])('%s', async (_, servername, expected) => {
    expect(await asked(servername)).toEqual(expected)
  })
})

test('a server that shows no certificate is not trusted', async () => {
  const ciphers = 'aNULL:@SECLEVEL=0'
  const { handshake, verdict } = await gated({
    serve: () => tlsServer({ ciphers, maxVersion: 'TLSv1.2' }),
    options: () => ({ ciphers, maxVersion: 'TLSv1.2' }),
  })
  expect(handshake).toMatchObject({ completed: false, cipherSuite: expect.stringContaining('_anon_') })
  expect(handshake.failure).toMatchObject({ cause: 'certificate-untrusted', step: 'certificate' })
  expect(verdict).toBe('fail')
})

test('a certificate that OpenSSL trusts and that cannot be read here proves nothing', async () => {
  // OpenSSL does not look into the TLS feature extension; whether a staple must come is a matter of trust, though.
  const odd = await mint({ issuer: ca, extensions: [{ oid: '1.3.6.1.5.5.7.1.24', value: Buffer.of(0x30, 0x7f) }] })
  const { handshake, verdict, checks } = await gated({ serve: () => tlsServer({ cert: odd.chain, key: odd.key }) })
  expect(handshake).toMatchObject({ completed: false, failure: { cause: 'certificate-misissued', step: 'certificate' } })
  expect(checks[0]).toMatchObject({ status: 'inconclusive', message: expect.stringContaining('cannot be read: tlsFeature') })
  expect(verdict).toBe('inconclusive')
})

test('a malformed hint in a certificate makes it no less readable', async () => {
  const odd = await mint({ issuer: ca, extensions: [{ oid: '1.3.6.1.5.5.7.1.1', value: Buffer.of(0x30, 0x7f) }] })
  const { verdict } = await gated({ serve: () => tlsServer({ cert: odd.chain, key: odd.key }) })
  expect(verdict).toBe('pass')
})

test('an address to connect to takes the place of every target', async () => {
  await using server = await tlsServer({ cert: good.chain, key: good.key })
  const { targets } = await gate(['a.invalid', 'b.invalid:8443'], {
    connectTo: `127.0.0.1:${server.port}`,
    ca: [ca.root],
    servername: 'localhost',
  })
  expect(targets.map(({ target: { url, address }, verdict }) => [url, address, verdict])).toEqual([
    ['https://a.invalid:443', '127.0.0.1', 'pass'],
    ['https://b.invalid:8443', '127.0.0.1', 'pass'],
  ])
})

test('where one check rejects, the others end as well', async () => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  await using silent = await listen(socket => {
    socket.once('data', () => ask()).once('close', () => end())
  })
  await using server = await tlsServer({ cert: good.chain, key: good.key })
  const env: Env = { ...systemEnv, lookup: host => asked.then(() => systemEnv.lookup(host)) }
  const fail = (): never => {
    throw new Error('a hook that throws')
  }
  const targets = [`https://127.0.0.1:${silent.port}`, `https://localhost:${server.port}`]
  const run = gate(targets, { ca: [ca.root], survey: 'none', timeoutMs: 1e9 }, { env, onTarget: fail })
  await expect(run).rejects.toThrow('a hook that throws')
  await ended
})

describe('many targets', () => {
  test.each([
    ['as many connections as asked for', { connections: 2 }, 2],
    ['eight connections', {}, 8],
  ])('have %s to a host at the same time', async (_, options, limit) => {
    await using servers = new AsyncDisposableStack()
    const hosts = ['127.0.0.1', '127.0.0.2']
    const serve = async (host: string): Promise<string> => {
      const server = createServer({ cert: good.chain, key: good.key }, socket => socket.on('error', () => {}).resume())
      await new Promise<void>(resolve => server.listen(0, host, resolve))
      servers.defer(() => void server.close())
      return `tls://${host}:${(server.address() as AddressInfo).port}`
    }
    const urls = await Promise.all(hosts.flatMap(host => Array.from({ length: 12 }, () => serve(host))))
    const sockets: { readonly host: string; readonly socket: Socket }[] = []
    const most = new Map<string, number>()
    const env: Env = {
      ...systemEnv,
      dial: (address, port) => {
        const socket = systemEnv.dial(address, port)
        const host = address.address
        sockets.push({ host, socket })
        const open = sockets.filter(each => each.host === host && !each.socket.destroyed).length
        most.set(host, Math.max(most.get(host) ?? 0, open))
        return socket
      },
    }
    const ended: string[] = []
    const { targets, verdict } = await gate(
      urls,
      { ca: [ca.root], servername: 'localhost', survey: 'none', ...options },
      { env, onTarget: ({ target }) => ended.push(target.url) },
    )
    expect(verdict).toBe('pass')
    expect(Object.fromEntries(most)).toEqual(Object.fromEntries(hosts.map(host => [host, limit])))
    expect(targets.map(({ target }) => target.url)).toEqual(urls)
    expect(ended.toSorted()).toEqual(urls.toSorted())
  })
})

test('a client certificate with its key in the same text is sent', async () => {
  const own = await mint({ issuer: ca, extendedKeyUsage: ['clientAuth'] })
  const { verdict } = await gated({
    serve: () => tlsServer({ cert: good.chain, key: good.key, ca: ca.root, requestCert: true, rejectUnauthorized: true }),
    options: () => ({ cert: `${own.key}${own.chain}` }),
  })
  expect(verdict).toBe('pass')
})

test.each([{ timeoutMs: 2 ** 31 }, { waitMs: 2 ** 31 }])('%j is told the bounds', async options => {
  await expect(gate(['localhost'], options)).rejects.toMatchObject({ hint: expect.stringContaining('above 0 and up to 2147483647') })
})
