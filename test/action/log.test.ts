import { expect, test } from 'vitest'
import { type Log, logTarget } from '../../src/action/log.ts'
import type { Message, Trace } from '../../src/trace/trace.ts'
import { healthy } from '../support/sample-reports.ts'

const message = (bytes: number): Message => ({
  from: 'server',
  atMs: 1.25,
  bytes: new Uint8Array(bytes),
  protected: false,
  content: { kind: 'change_cipher_spec' },
})

const traceOf = (messages: readonly Message[]): Trace => ({
  recording: { chunks: [], keyLog: [] },
  messages,
  notTls: null,
  broken: null,
  unfinished: null,
  clientHello: null,
  serverHello: null,
  presented: [],
})

function debugLines(messages: readonly Message[]): string[] {
  const lines: string[] = []
  const log: Log = { startGroup() {}, endGroup() {}, info() {}, isDebug: () => true, debug: line => void lines.push(line) }
  for (const target of healthy.targets) logTarget(log, target, traceOf(messages), false)
  return lines
}

test('a message is told with its target, time, sender, name, size and bytes', () => {
  const [line] = debugLines([message(2)])
  expect(line).toMatch(/^https:\S+ 1\.3 ms server change_cipher_spec, 2 bytes: 0000$/)
})

test('a message that is too long is cut, and says so', () => {
  const [line = ''] = debugLines([message(100_000)])
  expect(line).toMatch(/, 100000 bytes: (00){4096} and 95904 bytes more$/)
})

test('messages that are too many are counted', () => {
  const lines = debugLines(Array.from({ length: 5000 }, () => message(1)))
  expect(lines).toHaveLength(101)
  expect(lines.at(-1)).toBe('and 4900 messages more')
})
