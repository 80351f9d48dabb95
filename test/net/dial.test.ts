import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { deadline, pause } from '../../src/net/deadline.ts'
import { dial, failureOf, resolve } from '../../src/net/dial.ts'
import { type Address, type Env, systemEnv } from '../../src/net/env.ts'
import { listen, stopwatch } from '../support/loopback.ts'

const v4: Address = { address: '127.0.0.1', family: 4 }
const never = new AbortController().signal
const error = (code: string): Error => Object.assign(new Error(`a ${code}`), { code })
const envWith = (changes: Partial<Env>): Env => ({ ...systemEnv, ...changes })

describe('resolve', () => {
  test.each<[string, Address]>([
    ['192.0.2.1', { address: '192.0.2.1', family: 4 }],
    ['2001:db8::1', { address: '2001:db8::1', family: 6 }],
  ])('takes the address %s as it is', async (host, address) => {
    const env = envWith({ lookup: () => Promise.reject(error('EAI_FAIL')) })
    expect(await resolve(host, env, never)).toEqual({ kind: 'resolved', addresses: [address] })
  })

  test('asks the system for a name', async () => {
    const found = await resolve('localhost', systemEnv, never)
    expect(found.kind === 'resolved' && found.addresses.map(({ address }) => address)).toContain('127.0.0.1')
  })

  test.each<[string, Env['lookup'], string]>([
    ['a name without addresses', async () => [], 'ENODATA'],
    ['a name that does not exist', () => Promise.reject(error('ENOTFOUND')), 'ENOTFOUND'],
    ['a resolver that does not answer', () => Promise.reject(error('EAI_AGAIN')), 'EAI_AGAIN'],
  ])('says of %s why it failed', async (_, lookup, code) => {
    expect(await resolve('a.invalid', envWith({ lookup }), never)).toMatchObject({ kind: 'failed', code })
  })

  test('stops at the deadline, and a rejection after it goes nowhere', async () => {
    const { promise, reject } = Promise.withResolvers<readonly Address[]>()
    using limit = deadline(20)
    expect(await resolve('a.invalid', envWith({ lookup: () => promise }), limit.signal)).toMatchObject({ code: 'DEADLINE' })
    reject(error('ENOTFOUND'))
    await new Promise(setImmediate) // an unhandled rejection would fail the run here
  })
})

describe('dial', () => {
  test('connects and says to which address', async () => {
    await using server = await listen(() => {})
    const result = await dial([v4], server.port, systemEnv, never)
    expect(result).toMatchObject({ kind: 'connected', address: '127.0.0.1' })
    if (result.kind === 'connected') result.socket.destroy()
  })

  test('is refused where nothing listens', async () => {
    const server = await listen(() => {})
    await server[Symbol.asyncDispose]()
    expect(await dial([v4], server.port, systemEnv, never)).toMatchObject({ kind: 'failed', code: 'ECONNREFUSED' })
  })

  test('goes on to the next address when one refuses', async () => {
    await using server = await listen(() => {})
    const result = await dial([{ address: '127.0.0.2', family: 4 }, v4], server.port, systemEnv, never)
    expect(result).toMatchObject({ kind: 'connected', address: '127.0.0.1' })
    if (result.kind === 'connected') result.socket.destroy()
  })

  test('says that all refused when all did', async () => {
    const server = await listen(() => {})
    await server[Symbol.asyncDispose]()
    const all: Address[] = [{ address: '127.0.0.2', family: 4 }, v4]
    expect(await dial(all, server.port, systemEnv, never)).toMatchObject({ kind: 'failed', code: 'ECONNREFUSED' })
  })

  test('tries the next address beside one that does not answer, and keeps the one that does', async () => {
    await using server = await listen(() => {})
    const silent = new Socket() // never told to connect
    const env = envWith({ dial: (address, port) => (address.address === '192.0.2.1' ? silent : systemEnv.dial(address, port)) })
    const result = await dial([{ address: '192.0.2.1', family: 4 }, v4], server.port, env, never)
    expect(result).toMatchObject({ kind: 'connected', address: '127.0.0.1' })
    expect(silent.destroyed).toBe(true)
    if (result.kind === 'connected') result.socket.destroy()
  })

  test('waits on for the first address when the second refuses meanwhile', async () => {
    await using server = await listen(() => {})
    const slow = new Socket()
    const env = envWith({
      dial(address, port) {
        if (address.address === '127.0.0.1') return systemEnv.dial({ address: '127.0.0.2', family: 4 }, port) // refused
        setTimeout(() => slow.connect(server.port, '127.0.0.1'), 300)
        return slow
      },
    })
    const result = await dial([{ address: '192.0.2.1', family: 4 }, v4], server.port, env, never)
    expect(result).toMatchObject({ kind: 'connected', address: '192.0.2.1' })
    slow.destroy()
  })

  test('opens nothing under a signal that is already aborted', async () => {
    const env = envWith({ dial: () => expect.unreachable('dialled') })
    expect(await dial([v4], 1, env, AbortSignal.abort())).toMatchObject({ kind: 'failed', code: 'ABORTED' })
  })

  test('gives up at the deadline and destroys the socket, late errors included', async () => {
    const socket = new Socket() // never told to connect
    using limit = deadline(30)
    expect(await dial([v4], 1, envWith({ dial: () => socket }), limit.signal)).toMatchObject({ kind: 'failed', code: 'DEADLINE' })
    expect(socket.destroyed).toBe(true)
    socket.emit('error', error('ECONNRESET'))
  })
})

describe('a failure', () => {
  const several = (...codes: string[]): AggregateError => new AggregateError(codes.map(error))
  test.each<[string, unknown, string]>([
    ['of one address is that of the system', error('ETIMEDOUT'), 'ETIMEDOUT'],
    ['of several addresses is the last one', several('ETIMEDOUT', 'ECONNREFUSED'), 'ECONNREFUSED'],
    ['to find a way to one address does not hide that another refused', several('ECONNREFUSED', 'ENETUNREACH'), 'ECONNREFUSED'],
    ['to find a way to any address is just that', several('EHOSTUNREACH', 'ENETUNREACH'), 'ENETUNREACH'],
    ['without a code is an abort', new Error('stop'), 'ABORTED'],
    ['with a numeric code is an abort', new DOMException('stop', 'AbortError'), 'ABORTED'],
    ['may be a text', 'stop', 'ABORTED'],
    ['may be null', null, 'ABORTED'],
  ])('%s', (_, reason, code) => {
    expect(failureOf(reason)).toMatchObject({ kind: 'failed', code })
  })
})

describe('a deadline', () => {
  test('passes on the abort of the caller with its reason', () => {
    const caller = new AbortController()
    using limit = deadline(60_000, caller.signal)
    caller.abort('enough')
    expect(limit.signal.reason).toBe('enough')
  })

  test('of a caller that is aborted already is over', () => {
    using limit = deadline(60_000, AbortSignal.abort('enough'))
    expect(limit.signal.aborted).toBe(true)
  })

  test('keeps no timer once it is disposed of', () => {
    const timers = (): number => process.getActiveResourcesInfo().filter(name => name === 'Timeout').length
    const before = timers()
    {
      using _ = deadline(60_000)
      expect(timers()).toBe(before + 1)
    }
    expect(timers()).toBe(before)
  })

  test.each([
    ['for its time', () => never, 30],
    ['until the signal is aborted', () => AbortSignal.timeout(30), 60_000],
  ])('a pause lasts %s', async (_, signal, ms) => {
    const elapsed = stopwatch()
    await pause(ms, signal())
    expect(elapsed()).toBeGreaterThan(25)
  })
})
