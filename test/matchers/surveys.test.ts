// Which assertions share a survey: counted in connections to real servers.
import { createServer as createTcp } from 'node:net'
import { createSecureContext, createServer, type Server } from 'node:tls'
import { beforeEach, expect, test } from 'vitest'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import { tlsgate } from '../../src/matchers/vitest.ts'

let identity: Minted
beforeEach(async () => {
  identity = await mint()
})

function counted(options: object = {}): { readonly server: Server; readonly connections: () => number } {
  let connections = 0
  const server = createServer({ cert: identity.chain, key: identity.key, ...options })
  server.on('connection', () => connections++).on('tlsClientError', () => {})
  return { server, connections: () => connections }
}
const listen = (server: Server, port = 0): Promise<void> => new Promise(resolve => server.listen(port, '127.0.0.1', resolve))
const close = (server: Server): Promise<unknown> => new Promise(resolve => server.close(resolve))
const portOf = (server: Server): number => (server.address() as { port: number }).port

/** Connections that the same question costs a second time. */
async function costOfSecond(
  { connections }: { connections: () => number },
  ask: () => Promise<void>,
  between: () => unknown,
): Promise<number> {
  await ask()
  await between()
  const before = connections()
  await ask()
  return connections() - before
}
const nothing = (): void => {}

test.each(['listening', 'put on a port for each assertion'])('the same question to a server that is %s is asked once', async how => {
  const counting = counted()
  if (how === 'listening') await listen(counting.server)
  expect(await costOfSecond(counting, () => expect(counting.server).toRefuseProtocol('TLSv1.0'), nothing)).toBe(0)
  // The opposite claim puts another question, unless it is the same with .not.
  const before = counting.connections()
  await expect(counting.server).not.toAcceptCipher('RC4-SHA')
  expect(counting.connections()).toBeGreaterThan(before)
  if (how === 'listening') await close(counting.server)
})

test('other options are another question', async () => {
  const { server, connections } = counted()
  await expect(server).toRefuseProtocol('TLSv1.0')
  const before = connections()
  await expect(server).toRefuseProtocol('TLSv1.0', { servername: 'other.test' })
  expect(connections()).toBeGreaterThan(before)
})

test.each<[string, (server: Server) => unknown]>([
  ['clear()', () => tlsgate.clear()],
  [
    'a restart on the same port',
    async server => {
      const port = portOf(server)
      await close(server)
      await listen(server, port)
    },
  ],
  ['setSecureContext()', server => server.setSecureContext({ cert: identity.chain, key: identity.key })],
])('after %s it is asked anew', async (_, between) => {
  const counting = counted()
  await listen(counting.server)
  expect(
    await costOfSecond(
      counting,
      () => expect(counting.server).toRefuseProtocol('TLSv1.0'),
      () => between(counting.server),
    ),
  ).toBeGreaterThan(0)
  await close(counting.server)
})

test('a server that takes up an old version is not remembered as one that refuses it', async () => {
  const { server } = counted()
  await listen(server)
  await expect(server).toRefuseProtocol('TLSv1.1')
  server.setSecureContext({ cert: identity.chain, key: identity.key, minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' })
  await expect(server).toAcceptProtocol('TLSv1.1')
  await expect(server).not.toRefuseProtocol('TLSv1.1')
  await close(server)
})

test('behind a port only assertions at the same time share one: another server may listen there by the next', async () => {
  const { server, connections } = counted()
  await listen(server)
  const port = portOf(server)
  const ask = (): Promise<void> => expect({ port, host: '127.0.0.1' }).toRefuseProtocol('TLSv1.1')
  await ask()
  const once = connections()
  await Promise.all([ask(), ask(), ask()])
  expect(connections()).toBe(2 * once)
  await close(server)
  const other = counted({ minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' })
  await listen(other.server, port)
  await expect({ port, host: '127.0.0.1' }).not.toRefuseProtocol('TLSv1.1')
  await close(other.server)
})

test('a poll asks anew each time: it waits for another answer', async () => {
  const { server, connections } = counted()
  await listen(server)
  await expect(server).toRefuseProtocol('TLSv1.0')
  const before = connections()
  await expect.poll(() => server, { timeout: 30_000 }).toRefuseProtocol('TLSv1.0')
  expect(connections()).toBeGreaterThan(before)
  await close(server)
})

test('what could not be found out is not remembered', async () => {
  let connections = 0
  const silent = createTcp(socket => socket.on('error', () => {}).resume()).on('connection', () => connections++)
  // In the place of what node:tls has: an identity, so that the survey could be kept.
  Object.assign(silent, { _sharedCreds: createSecureContext() })
  for (const expected of [1, 2]) {
    await expect(silent)
      .toRefuseProtocol('TLSv1.0', { timeoutMs: 100 })
      .catch(() => {})
    expect(connections).toBeGreaterThanOrEqual(expected)
  }
})
