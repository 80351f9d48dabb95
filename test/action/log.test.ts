import { describe, expect, test } from 'vitest'
import { type Log, TargetLog, writeRun, writeTargets } from '../../src/action/log.ts'
import type { Report, TargetReport } from '../../src/gate.ts'
import { renderText } from '../../src/report/text.ts'
import type { Message, Trace } from '../../src/trace/trace.ts'
import { obeyed } from '../report/readers.ts'
import { expired, healthy, hostileTexts, several, surveyed, withForeignText } from '../support/sample-reports.ts'

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

const options = { colour: false, at: new Date(healthy.startedAt), failOn: healthy.failOn }

function debugLines(messages: readonly Message[]): string[] {
  const lines: string[] = []
  const log: Log = { startGroup() {}, endGroup() {}, info() {}, isDebug: () => true, debug: line => void lines.push(line) }
  for (const target of healthy.targets) new TargetLog(log, 1, options).write(target, traceOf(messages))
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

/** What the log shows of a report; a title of a group begins with '>'. */
function logOf({ targets }: Report): string[] {
  const lines: string[] = []
  const write = (line: string): void => void lines.push(line)
  const log: Log = { startGroup: title => write(`>${title}`), endGroup: () => write('<'), info: write, isDebug: () => false, debug: write }
  const targetLog = new TargetLog(log, targets.length, options)
  for (const target of targets) targetLog.write(target, traceOf([]))
  return lines
}

const lineOfHealthy =
  /^PASS {2}https:\/\/example\.test:443 {2}192\.0\.2\.10 · TLSv1\.3 · TLS_AES_256_GCM_SHA384 · X25519MLKEM768 · 20 days left · 18 ms$/

test.each([
  ['a healthy target', healthy],
  ['one that leaves open what hardly matters', surveyed],
])('%s has one line', (_, report) => {
  expect(logOf(report)).toEqual([expect.stringMatching(lineOfHealthy)])
})

test('one that is not has a group, whose title says what is wrong and which holds its steps', () => {
  const [title, text, end, ...more] = logOf(expired)
  expect(title).toBe('>FAIL  https://expired.test:8443  192.0.2.10  certificate-expired  certificate-chain-extraneous')
  expect(text).toContain('✗ ← Certificate')
  expect([end, more]).toEqual(['<', []])
})

test('the address is not said where the target is one', () => {
  const targets = healthy.targets.map(each => ({ ...each, target: { ...each.target, host: '192.0.2.10' } }))
  expect(logOf({ ...healthy, targets })).toEqual([expect.stringMatching(/:443 {2}TLSv1\.3 /)])
})

test('a warning is reason enough for a group', () => {
  const targets = expired.targets.map(target => ({ ...target, verdict: 'pass' as const }))
  expect(logOf({ ...expired, targets })[0]).toMatch(/^>PASS /)
})

test('so is a warning that could not be decided, as in the text of the command line', () => {
  const [check = expect.fail()] = healthy.targets[0]?.checks ?? []
  const open = { ...check, status: 'inconclusive' as const, severity: 'warning' as const, cause: null, message: 'nobody knows' }
  const [target = expect.fail()] = healthy.targets.map(each => ({ ...each, checks: [...each.checks, open] }))
  const [title, account = ''] = logOf({ ...healthy, targets: [target] })
  expect(title).toBe('>PASS  https://example.test:443  192.0.2.10')
  expect(account).toContain('nobody knows')
  const text = renderText({ ...healthy, targets: Array.from({ length: 21 }, () => target) }, { colour: false })
  expect(text.match(/nobody knows/g)).toHaveLength(21)
})

test('a target of a report that is merged has the same, without a trace and a progress', () => {
  const lines: string[] = []
  const write = (line: string): void => void lines.push(line)
  const log: Log = { startGroup: title => write(`>${title}`), endGroup: () => write('<'), info: write, isDebug: () => true, debug: write }
  const targets = Array.from({ length: 100 }, () => [...healthy.targets, ...expired.targets]).flat()
  writeTargets(log, targets, options)
  expect(lines).toEqual(logOf({ ...healthy, targets }).filter(line => !line.includes(' checked: ')))
  lines.length = 0
  const copies = ({ targets: some }: Report, length: number, changes: Partial<TargetReport> = {}): TargetReport[] =>
    Array.from({ length }, () => some.map(target => ({ ...target, ...changes }))).flat()
  // What is only not as it should be comes first, and leaves room for what fails.
  writeTargets(log, [...copies(healthy, 400), ...copies(expired, 10, { verdict: 'pass' }), ...copies(expired, 390)], options)
  expect(lines.filter(line => line === '<')).toHaveLength(300)
  expect(lines.filter(line => line.startsWith('FAIL '))).toEqual(
    Array.from({ length: 90 }, () => 'FAIL  https://expired.test:8443  192.0.2.10  certificate-expired  certificate-chain-extraneous'),
  )
  expect(lines.filter(line => line.startsWith('>PASS'))).toEqual([])
  expect(lines).toHaveLength(400 + 3 * 300 + 100)
})

test('a notice is none', () => {
  const checks = (expired.targets[0] ?? expect.fail()).checks.filter(({ status }) => status === 'fail').slice(0, 1)
  const targets = healthy.targets.map(target => ({
    ...target,
    checks: [...target.checks, ...checks.map(check => ({ ...check, severity: 'notice' as const }))],
  }))
  expect(logOf({ ...healthy, targets })).toEqual([expect.stringMatching(lineOfHealthy)])
})

describe('progress', () => {
  const progress = (count: number): string[] =>
    logOf({ ...healthy, targets: Array.from({ length: count }, () => healthy.targets).flat() }).filter(line => line.includes(' checked: '))

  test('is told ten times for many targets', () => {
    expect(progress(1000)).toHaveLength(10)
    expect(progress(1000)[2]).toBe('300 of 1000 targets checked: 300 passed, 0 failed, 0 inconclusive')
  })

  test('is not told for few', () => expect(progress(99)).toEqual([]))
})

test.each(hostileTexts)('foreign text stays inert: %s', (_, text) => {
  for (const line of logOf(withForeignText({ ...several, targets: [...several.targets, ...healthy.targets] }, text)))
    expect(obeyed(line)).toEqual([])
})

test('what is said of the run beside its targets stands in a block of its own', () => {
  const lines: string[] = []
  const log: Log = { startGroup() {}, endGroup() {}, info: line => void lines.push(line), isDebug: () => false, debug() {} }
  writeRun(log, healthy, options)
  expect(lines).toEqual([])
  writeRun(log, several, options)
  expect(lines).toEqual([expect.stringMatching(/^The run\n {2}! policy\/waivers \(notice\) {2}the waiver of [\s\S]*which was not checked/)])
})
