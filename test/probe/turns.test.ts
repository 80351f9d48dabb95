import { describe, expect, test } from 'vitest'
import { Turns } from '../../src/probe/turns.ts'

/** Work that ends when it is told to, and a diary of what began. */
function diary() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    work: (name: string) => () => {
      begun.push(name)
      return new Promise<void>(resolve => ends.set(name, resolve))
    },
    async end(name: string) {
      ends.get(name)?.()
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

describe('turns', () => {
  test('go to so many at a time, the queues one after the other', async () => {
    const { begun, work, end } = diary()
    const turns = new Turns(2)
    const [long, short] = [{}, {}]
    for (const name of ['a1', 'a2', 'a3', 'a4']) void turns.take(long, work(name))
    for (const name of ['b1', 'b2']) void turns.take(short, work(name))
    await settled()
    expect(begun).toEqual(['a1', 'a2'])
    await end('a1')
    await end('a2')
    expect(begun).toEqual(['a1', 'a2', 'a3', 'b1'])
    await end('b1')
    await end('a3')
    expect(begun.slice(4).sort()).toEqual(['a4', 'b2'])
  })

  test('let a loner wait for all, and all for a loner', async () => {
    const { begun, work, end } = diary()
    const turns = new Turns(2)
    const queue = {}
    for (const name of ['a', 'b', 'c']) void turns.take(queue, work(name))
    void turns.alone(work('x'))
    void turns.alone(work('y'))
    await settled()
    await end('a')
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'x'])
    await end('x')
    expect(begun).toEqual(['a', 'b', 'x', 'y'])
    await end('y')
    expect(begun).toEqual(['a', 'b', 'x', 'y', 'c'])
  })

  test('obey a smaller limit from the next turn on', async () => {
    const { begun, work, end } = diary()
    const turns = new Turns(2)
    for (const name of ['a', 'b', 'c', 'd']) void turns.take(turns, work(name))
    turns.limit = 1
    await settled()
    await end('a')
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  test('tell how many more could begin, none where somebody waits', async () => {
    const { work, end } = diary()
    const turns = new Turns(3)
    expect(turns.room).toBe(3)
    for (const name of ['a', 'b']) void turns.take(turns, work(name))
    await settled()
    expect(turns.room).toBe(1)
    void turns.alone(work('x'))
    expect(turns.room).toBe(0)
    for (const name of ['a', 'b']) await end(name)
    expect(turns.room).toBe(0)
    await end('x')
    expect(turns.room).toBe(3)
  })

  test('are given back by work that fails', async () => {
    const turns = new Turns(1)
    await expect(turns.take(turns, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turns.take(turns, async () => 'next')).toBe('next')
  })
})
