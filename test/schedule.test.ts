// The order in which work begins, without a socket: each piece ends when the test says so.
import { expect, test } from 'vitest'
import { type Load, Schedule } from '../src/schedule.ts'

const plain = (host: string): Load => ({ host, connections: 1, limit: 2, weight: 1 })
const survey = (host: string): Load => ({ host, connections: 2, limit: 2, weight: 4 })
const narrow = (host: string): Load => ({ host, connections: 1, limit: 1, weight: 1 })

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** What goes on after each end of the piece that has gone on longest, by the places of the pieces in the list. */
async function course(room: number, loads: readonly Load[]): Promise<string[]> {
  const schedule = new Schedule(room)
  const running: { readonly index: number; readonly end: () => void }[] = []
  const all = loads.map((load, index) => schedule.run(load, () => new Promise<void>(end => running.push({ index, end }))))
  const seen: string[] = []
  for (await turn(); running.length > 0; await turn()) {
    seen.push(running.map(({ index }) => index).join(' '))
    running.shift()?.end()
  }
  await Promise.all(all)
  return seen
}

test.each<[string, number, Load[], string[]]>([
  ['work of several hosts goes on together', 8, [plain('a'), plain('b'), plain('c')], ['0 1 2', '1 2', '2']],
  ['no more than there is room', 2, [plain('a'), plain('b'), plain('c')], ['0 1', '1 2', '2']],
  ['no more on a host than it may have', 8, [plain('a'), plain('a'), plain('a')], ['0 1', '1 2', '2']],
  ['a busy host keeps nobody else waiting', 8, [plain('a'), plain('a'), plain('a'), plain('b')], ['0 1 3', '1 3 2', '3 2', '2']],
  ['what takes all of a host has it for itself', 8, [survey('a'), plain('a'), survey('a')], ['0', '1', '2']],
  ['what takes more than a host may have begins all the same, alone', 8, [{ ...survey('a'), connections: 9 }, plain('a')], ['0', '1']],
  ['the strictest limit of those on a host holds', 8, [narrow('a'), plain('a'), plain('a')], ['0', '1 2', '2']],
  ['the strictest limit holds for what came before it', 8, [plain('a'), narrow('a'), plain('a')], ['0', '1', '2']],
  ['what needs much room is not overtaken', 4, [plain('a'), survey('b'), plain('c')], ['0', '1', '2']],
  ['what needs much room goes on beside as much again', 8, [survey('a'), survey('b'), survey('c')], ['0 1', '1 2', '2']],
])('%s', async (_, room, loads, expected) => {
  expect(await course(room, loads)).toEqual(expected)
})

test('a pause lets others begin, and who paused goes on after those who came before', async () => {
  const schedule = new Schedule(1)
  const said: string[] = []
  await Promise.all([
    schedule.run(plain('a'), async ({ leaveFor }) => {
      said.push('a begins')
      await leaveFor(turn)
      said.push('a goes on')
    }),
    schedule.run(plain('b'), async () => {
      said.push('b begins')
      await turn()
      await turn()
      said.push('b ends')
    }),
  ])
  expect(said).toEqual(['a begins', 'b begins', 'b ends', 'a goes on'])
})

test('work that throws gives its place back, a pause that throws too', async () => {
  const schedule = new Schedule(1)
  const thrown = schedule.run(plain('a'), () => Promise.reject(new Error('work')))
  await expect(thrown).rejects.toThrow('work')
  const paused = schedule.run(plain('a'), ({ leaveFor }) => leaveFor(() => Promise.reject(new Error('pause'))))
  await expect(paused).rejects.toThrow('pause')
  expect(await schedule.run(plain('a'), async () => 'next')).toBe('next')
})
