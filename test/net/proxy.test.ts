import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { deadline } from '../../src/net/deadline.ts'
import { openEndpoint } from '../../src/net/endpoint.ts'
import { systemEnv } from '../../src/net/env.ts'
import { openTunnel, parseProxy } from '../../src/net/proxy.ts'
import { UsageError } from '../../src/usage-error.ts'
import { answering, connected, listen, routeTo } from '../support/loopback.ts'

describe('parseProxy', () => {
  test.each([
    ['host and port', 'http://proxy:3128', { host: 'proxy', port: 3128, authorization: null }],
    ['no port', 'http://proxy', { host: 'proxy', port: 80, authorization: null }],
    ['an IPv6 address', 'http://[::1]:3128', { host: '::1', port: 3128, authorization: null }],
    ['credentials', 'http://me:p%40ss@proxy:1', { host: 'proxy', port: 1, authorization: `Basic ${btoa('me:p@ss')}` }],
    ['a user without a password', 'http://me@proxy:1', { host: 'proxy', port: 1, authorization: `Basic ${btoa('me:')}` }],
  ])('reads %s', (_, text, expected) => {
    expect(parseProxy(text)).toEqual(expected)
  })

  test.each([
    ['nothing', ''],
    ['no URL', 'proxy:3128'],
    ['an https proxy', 'https://me:secret@proxy:3128'],
    ['SOCKS', 'socks5://me:secret@proxy:1080'],
    ['a port out of range', 'http://me:secret@proxy:99999'],
  ])('refuses %s without a word of the credentials', (_, text) => {
    expect(() => parseProxy(text)).toThrow(UsageError)
    expect(() => parseProxy(text)).toThrow(/^the proxy is no http:\/\/ URL$/)
  })

  test('refuses a percent sign that encodes nothing without a word of the credentials', () => {
    const parse = (): unknown => parseProxy('http://me:secret%zz@proxy')
    expect(parse).toThrow(UsageError)
    expect(parse).toThrow(/^the proxy's user or password has a percent sign that encodes nothing$/)
  })
})

/** A real CONNECT proxy; it keeps the requests it got. */
async function connectProxy(credentials: string | null): Promise<AsyncDisposable & { port: number; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = []
  const open = new Set<Socket>()
  const keep = (socket: Socket): Socket => socket.on('error', () => {}).once('close', () => open.delete(open.add(socket) && socket))
  const server = createServer().on('connect', (request, client: Socket) => {
    requests.push(request)
    keep(client)
    if (credentials && request.headers['proxy-authorization'] !== credentials) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n')
      return
    }
    const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(request.url ?? '') ?? []
    const upstream = keep(connect(Number(port), host, () => client.write('HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n')))
    upstream.pipe(client).pipe(upstream)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

describe('a real proxy', () => {
  test('opens a tunnel that carries what the target says first', async () => {
    await using target = await listen(socket => socket.write('220 through the tunnel\r\n'))
    await using proxy = await connectProxy(null)
    using limit = deadline(2000)
    const route = routeTo(target.port, { proxy: { host: '127.0.0.1', port: proxy.port, authorization: null } })
    const endpoint = await openEndpoint(route, systemEnv, () => 0, limit.signal)
    expect(endpoint.steps.map(({ name, status }) => `${name} ${status}`)).toEqual(['resolve done', 'connect done', 'proxy done'])
    expect(proxy.requests[0]?.url).toBe(`127.0.0.1:${target.port}`)
    const first = await new Promise(resolve => endpoint.socket?.once('data', resolve).resume())
    expect(String(first)).toBe('220 through the tunnel\r\n')
    endpoint.socket?.destroy()
  })

  test.each([
    ['refuses wrong credentials', 'Basic wrong', 'failed'],
    ['takes the right ones', 'Basic right', null],
  ])('%s', async (_, authorization, failed) => {
    await using target = await listen(() => {})
    await using proxy = await connectProxy('Basic right')
    using limit = deadline(2000)
    const route = routeTo(target.port, { proxy: { host: '127.0.0.1', port: proxy.port, authorization } })
    const { socket, failure, connections } = await openEndpoint(route, systemEnv, () => 0, limit.signal)
    if (failed) expect(failure).toMatchObject({ step: 'proxy', code: 'REFUSED', message: expect.stringContaining('407 Proxy') })
    else expect(failure).toBeNull()
    expect(connections).toBe(1)
    socket?.destroy()
  })
})

/** Asks a server of one answer for a tunnel; gives the outcome and what the tunnel said first. */
async function tunnelThrough(answer: string, then: 'wait' | 'close' | 'reset' = 'wait', timeoutMs = 2000) {
  await using server = await answering(Buffer.from(answer, 'latin1'), then)
  const socket = await connected(server.port)
  using limit = deadline(timeoutMs)
  const tunnel = await openTunnel(socket, { host: '', port: 0, authorization: null }, { host: '::1', port: 1 }, limit.signal)
  const early = tunnel.kind === 'open' ? (socket.read() as Buffer | null) : null
  socket.destroy()
  return { tunnel, early }
}

describe('a proxy that answers', () => {
  test('with a head and the first bytes of the tunnel loses none of them', async () => {
    const { tunnel, early } = await tunnelThrough('HTTP/1.0 200 OK\r\n\r\n\x16\x03\xff\0')
    expect(tunnel).toEqual({ kind: 'open', detail: 'tunnel to [::1]:1' })
    expect(early).toEqual(Buffer.from([0x16, 3, 0xff, 0]))
  })

  test.each<[string, string, 'wait' | 'close' | 'reset', object]>([
    ['502', 'HTTP/1.1 502 Bad Gateway\r\n\r\n', 'wait', { kind: 'refused', detail: 'the proxy answered 502 Bad Gateway' }],
    ['a redirect', 'HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n', 'wait', { kind: 'refused', detail: 'the proxy answered 302 Found' }],
    ['garbage', '\x15\x03\x01\0\r\n\r\n', 'wait', { kind: 'refused', detail: 'the proxy answered "\\u0015\\u0003\\u0001\\u0000"' }],
    ['a status of no number', 'HTTP/1.1 2\r\n\r\n', 'wait', { kind: 'refused', detail: 'the proxy answered "HTTP/1.1 2"' }],
    ['half a head and a close', 'HTTP/1.1 200 OK\r\n', 'close', { kind: 'failed', code: 'ECLOSED' }],
    ['a close', '', 'close', { kind: 'failed', code: 'ECLOSED', message: 'the connection was closed' }],
    ['a reset', '', 'reset', { kind: 'failed', code: 'ECONNRESET' }],
    ['an endless head', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(5000)}`, 'wait', { kind: 'failed', code: 'ANSWER_LIMIT' }],
  ])('with %s opens no tunnel', async (_, answer, then, expected) => {
    expect((await tunnelThrough(answer, then)).tunnel).toMatchObject(expected)
  })

  test('with silence is waited for until the deadline', async () => {
    expect((await tunnelThrough('', 'wait', 60)).tunnel).toMatchObject({ kind: 'failed', code: 'DEADLINE' })
  })
})
