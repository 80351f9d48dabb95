import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openEndpoint } from '../../src/net/endpoint.ts'
import { systemEnv } from '../../src/net/env.ts'
import { Spares } from '../../src/probe/spares.ts'
import { listen, routeTo, stopwatch } from '../support/loopback.ts'

/** A server, and spares of it; whom the server let in, by the ports they came from. */
async function sparesOf(onConnection: (number: number) => 'keep' | 'close' | 'speak') {
  const ports: (number | undefined)[] = []
  let open = 0
  const server = await listen(socket => {
    const deed = onConnection(ports.push(socket.remotePort))
    open++
    socket.once('close', () => open--)
    if (deed === 'close') socket.end()
    if (deed === 'speak') socket.write('220 ready\r\n')
  })
  const spares = new Spares(signal => openEndpoint(routeTo(server.port), systemEnv, stopwatch(), signal))
  return { server, spares, ports, isOpen: () => open > 0 }
}
/** Both ends are in this process: what was sent is read before the turn after the wait, however late that is. */
const aWhile = async (): Promise<void> => {
  await setTimeout(30)
  for (let turn = 0; turn < 3; turn++) await setImmediate()
}

test('are given out in the order they were made', async () => {
  const { server, spares, ports } = await sparesOf(() => 'keep')
  await using _ = server
  spares.add()
  await aWhile()
  spares.add()
  await aWhile()
  const [first, second, none] = [await spares.take(), await spares.take(), await spares.take()]
  expect([first?.socket?.localPort, second?.socket?.localPort]).toEqual(ports)
  expect(none).toBeNull()
  for (const endpoint of [first, second]) endpoint?.socket?.destroy()
})

test.each(['close', 'speak'] as const)('are passed over where the server came first, by %s', async deed => {
  const { server, spares, ports } = await sparesOf(number => (number === 1 ? deed : 'keep'))
  await using _ = server
  spares.add()
  await aWhile()
  spares.add()
  await aWhile()
  const good = await spares.take()
  expect(good?.socket?.localPort).toBe(ports[1])
  good?.socket?.destroy()
})

test('that cannot be made are an answer', async () => {
  const { server, spares } = await sparesOf(() => 'keep')
  await server[Symbol.asyncDispose]()
  spares.add()
  expect(await spares.take()).toMatchObject({ socket: null, failure: { step: 'connect', code: 'ECONNREFUSED' } })
})

test('are all closed when they are dropped, those too that are still being made', async () => {
  const { server, spares, isOpen } = await sparesOf(() => 'keep')
  await using _ = server
  spares.add()
  await aWhile()
  expect(isOpen()).toBe(true)
  spares.add()
  await spares.drop()
  expect(spares.count).toBe(0)
  await aWhile()
  expect(isOpen()).toBe(false)
  expect(await spares.take()).toBeNull()
})
