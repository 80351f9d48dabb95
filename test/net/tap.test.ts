import { expect, test } from 'vitest'
import { recordedBytesLimit, Tap, TapLimitError } from '../../src/net/tap.ts'
import { answering, connected, listen } from '../support/loopback.ts'

const bytesOf = (tap: Tap, from: 'client' | 'server'): string =>
  Buffer.concat(tap.chunks.filter(chunk => chunk.from === from).map(({ bytes }) => bytes)).toString()

test('every byte of both directions passes and is kept, with its time', async () => {
  await using server = await listen(socket => socket.on('data', bytes => socket.write(`<${bytes}>`)))
  let now = 0
  const tap = new Tap(await connected(server.port), () => ++now)
  tap.write('one')
  expect(String(await new Promise(resolve => tap.once('data', resolve)))).toBe('<one>')
  tap.write('two')
  expect(String(await new Promise(resolve => tap.once('data', resolve)))).toBe('<two>')
  expect(bytesOf(tap, 'client')).toBe('onetwo')
  expect(bytesOf(tap, 'server')).toBe('<one><two>')
  expect(tap.chunks.map(({ atMs }) => atMs)).toEqual([1, 2, 3, 4])
  tap.destroy()
  await expect.poll(server.open).toBe(0)
})

test('what is kept does not change with the buffer it came in', async () => {
  await using server = await listen(() => {})
  const tap = new Tap(await connected(server.port), () => 0)
  const buffer = Buffer.from('before')
  await new Promise(resolve => tap.write(buffer, resolve))
  buffer.fill(0)
  expect(bytesOf(tap, 'client')).toBe('before')
  tap.destroy()
})

test('the end of the server is the end of the stream', async () => {
  await using server = await listen(socket => socket.end('last words'))
  const tap = new Tap(await connected(server.port), () => 0)
  tap.resume()
  await new Promise(resolve => tap.once('end', resolve))
  expect(bytesOf(tap, 'server')).toBe('last words')
})

test('an error of the socket is the error of the stream', async () => {
  await using server = await answering('', 'reset')
  const tap = new Tap(await connected(server.port), () => 0)
  tap.resume().write('hello')
  const error = await new Promise(resolve => tap.once('error', resolve))
  expect(error).toMatchObject({ code: 'ECONNRESET', syscall: 'read' })
})

test('a server is not read faster than the stream is', async () => {
  const million = Buffer.alloc(900_000)
  await using server = await listen(socket => socket.write(million))
  const tap = new Tap(await connected(server.port), () => 0)
  tap.read(0)
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(bytesOf(tap, 'server').length).toBeLessThan(300_000)
  tap.destroy()
})

test('a server that never stops is left', async () => {
  await using server = await listen(socket => {
    const more = (): boolean => socket.writable && socket.write(Buffer.alloc(65_536), () => void setImmediate(more))
    more()
  })
  const tap = new Tap(await connected(server.port), () => 0)
  tap.resume()
  expect(await new Promise(resolve => tap.once('error', resolve))).toBeInstanceOf(TapLimitError)
  expect(bytesOf(tap, 'server').length).toBeLessThanOrEqual(recordedBytesLimit)
  await expect.poll(server.open).toBe(0)
})
