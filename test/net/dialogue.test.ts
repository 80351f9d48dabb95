import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { deadline } from '../../src/net/deadline.ts'
import { ask } from '../../src/net/dialogue.ts'
import { answering, connected, listen } from '../support/loopback.ts'

const line = (text: string): boolean => text.endsWith('\n')

async function askOnce(port: number, timeoutMs = 2000) {
  const socket = await connected(port)
  using limit = deadline(timeoutMs)
  try {
    return await ask(socket, 'hello\n', line, limit.signal)
  } finally {
    socket.destroy()
  }
}

test('an answer may come in pieces', async () => {
  await using server = await listen(socket => {
    socket.write('22')
    setTimeout(() => socket.write('0 ok\r\n'), 20)
  })
  expect(await askOnce(server.port)).toEqual({ kind: 'answer', text: '220 ok\r\n' })
})

test('bytes of any value come through', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  await using server = await answering(Buffer.concat([bytes.filter(byte => byte !== 10), Buffer.from('\n')]))
  const answer = await askOnce(server.port)
  expect(answer.kind === 'answer' && Buffer.from(answer.text, 'latin1')).toEqual(Buffer.from([...bytes.filter(byte => byte !== 10), 10]))
})

test('one question can follow another', async () => {
  await using server = await listen(socket => socket.on('data', bytes => socket.write(`${bytes}`)))
  const socket = await connected(server.port)
  using limit = deadline(2000)
  for (const question of ['a\n', 'b\n', 'c\n'])
    expect(await ask(socket, question, line, limit.signal)).toEqual({ kind: 'answer', text: question })
  socket.destroy()
})

test('what follows the answer later stays for the next reader', async () => {
  await using server = await listen(socket => {
    socket.write('first\n')
    setTimeout(() => socket.write('second\n'), 20)
  })
  const socket = await connected(server.port)
  using limit = deadline(2000)
  await ask(socket, null, line, limit.signal)
  await new Promise(resolve => setTimeout(resolve, 60))
  expect(await ask(socket, null, line, limit.signal)).toEqual({ kind: 'answer', text: 'second\n' })
  socket.destroy()
})

describe('without a whole answer it says why', () => {
  test('closed before anybody asked', async () => {
    await using server = await listen(socket => socket.end())
    const socket = await connected(server.port)
    await once(socket, 'end')
    using limit = deadline(2000)
    expect(await ask(socket, null, line, limit.signal)).toEqual({ kind: 'failed', code: 'ECLOSED', message: 'the connection was closed' })
    socket.destroy()
  })

  test('closed without a word', async () => {
    await using server = await answering('', 'close')
    expect(await askOnce(server.port)).toEqual({ kind: 'failed', code: 'ECLOSED', message: 'the connection was closed' })
  })

  test('closed in the middle', async () => {
    await using server = await answering('22\u001b', 'close')
    expect(await askOnce(server.port)).toMatchObject({ code: 'ECLOSED', message: 'the connection was closed after "22\\u001b"' })
  })

  test('reset', async () => {
    await using server = await answering('', 'reset')
    expect(await askOnce(server.port)).toMatchObject({ kind: 'failed', code: 'ECONNRESET' })
  })

  test('silent until the deadline', async () => {
    await using server = await listen(() => {})
    expect(await askOnce(server.port, 50)).toMatchObject({ kind: 'failed', code: 'DEADLINE' })
  })

  test('endless', async () => {
    await using server = await listen(socket => {
      const more = (): boolean => socket.writable && socket.write('x'.repeat(1000), () => void more())
      more()
    })
    expect(await askOnce(server.port)).toMatchObject({ kind: 'failed', code: 'ANSWER_LIMIT' })
  })
})

test('it leaves no listener behind', async () => {
  await using server = await answering('ok\n')
  const socket = await connected(server.port)
  const counts = (): number[] => ['data', 'end', 'error'].map(name => socket.listenerCount(name))
  const before = counts()
  using limit = deadline(2000)
  await ask(socket, 'hello', line, limit.signal)
  expect(counts()).toEqual(before)
  socket.destroy()
})
