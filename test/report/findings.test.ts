import { expect, test } from 'vitest'
import { adviceOf, findingsOf, foldedChecks, settledChecks } from '../../src/report/findings.ts'
import { titleOf } from '../../src/report/steps.ts'
import { duration, tally } from '../../src/report/tally.ts'
import { expired, healthy, protocolMismatch, several, silent, surveyed, wideOpen } from '../support/sample-reports.ts'

const targetOf = ({ targets: [target] }: typeof healthy) => target ?? expect.fail('the sample has no target')

test('checks that fail for one cause are one finding with one fix', () => {
  const findings = findingsOf(targetOf(expired)).map(({ cause, checks, fixes }) => [cause, checks.map(check => check.id), fixes.length])
  expect(findings).toEqual([
    ['certificate-expired', ['handshake/completion', 'certificate/validity'], 1],
    ['certificate-chain-extraneous', ['certificate/chain'], 1],
  ])
})

test('advice is a sentence and its lines, each once', () => {
  expect(
    adviceOf(['Turn it off\nnginx: a off;\nApache: A off', 'Take it back', 'Turn it off\nnginx: a off;\nnginx: b off;', 'Take it back']),
  ).toEqual([
    { doing: 'Turn it off', products: ['nginx: a off;', 'Apache: A off', 'nginx: b off;'] },
    { doing: 'Take it back', products: [] },
  ])
  expect(adviceOf([])).toEqual([])
})

test('the handshake speaks for itself only where no check gives its cause', () => {
  expect(findingsOf(targetOf(expired))[0]?.message).toBeNull()
  expect(findingsOf(targetOf(silent))).toMatchObject([
    { cause: 'handshake-timeout', checks: [], message: expect.stringContaining('said nothing') },
  ])
})

test('a handshake whose failure is waived is no finding', () => {
  const target = targetOf(protocolMismatch)
  const checks = target.checks.map(check => (check.id === 'handshake/completion' ? { ...check, status: 'waived' as const } : check))
  expect(findingsOf({ ...target, checks }).filter(({ cause }) => cause !== null)).toEqual([])
})

test('the alert is evidence', () => {
  expect(findingsOf(targetOf(protocolMismatch))[0]?.evidence).toContain('fatal alert protocol_version (70) from the server')
})

test('what could not be decided is one finding without a cause, and the last', () => {
  expect(findingsOf(targetOf(protocolMismatch)).at(-1)).toMatchObject({ cause: null, checks: [{ id: 'certificate/validity' }], fixes: [] })
})

test('waived and passed checks are settled, waived ones first', () => {
  expect(findingsOf(targetOf(healthy))).toEqual([])
  expect(settledChecks(targetOf(expired)).map(check => check.status)).toEqual(['waived', 'pass'])
})

test('passed checks of a family are one, which names them; others stay where they are', () => {
  expect(foldedChecks(settledChecks(targetOf(wideOpen))).map(({ id, status, message }) => [id, status, message])).toEqual([
    ['vulnerability/rc4', 'waived', expect.stringContaining('RC4 suites')],
    ['handshake/completion', 'pass', 'the handshake completed with TLSv1.3'],
    ['vulnerability/…', 'pass', '2 excluded: crime, heartbleed'],
    ['client/…', 'pass', '2 connect: chrome, java-8u161'],
  ])
})

test('what is not all well is never folded', () => {
  const { checks } = targetOf(surveyed)
  const failing = checks.map(check => ({ ...check, status: 'fail' as const }))
  expect(foldedChecks(failing)).toEqual(failing)
  const [single] = checks.filter(({ id }) => id === 'vulnerability/rc4')
  expect(foldedChecks(single ? [single] : [])).toEqual([single])
})

test.each([
  ['client_hello', 'Client Hello'],
  ['starttls', 'STARTTLS'],
  ['hello_retry_request', 'Hello Retry Request'],
  ['handshake type 0x63', 'handshake type 0x63'],
  ['__proto__', '__proto__'],
  ['constructor', 'Constructor'],
])('the step %s is called %s', (name, title) => expect(titleOf(name)).toBe(title))

test.each([
  [healthy, '1 target passed'],
  [several, '2 of 4 targets failed, 1 inconclusive, 1 passed; 1 check waived'],
  [{ ...several, targets: several.targets.slice(1, 3) }, '2 targets failed; 1 check waived'],
  [{ ...several, targets: several.targets.slice(2) }, '1 of 2 targets failed, 1 inconclusive'],
  [{ ...several, verdict: 'inconclusive' as const, targets: [] }, 'no target has a verdict'],
  [{ ...several, failOn: 'notice' as const, targets: healthy.targets }, '1 target passed; 3 checks of the run failed'],
  [
    { ...several, failOn: 'notice' as const },
    '2 of 4 targets failed, 1 inconclusive, 1 passed; 1 check waived; 3 checks of the run failed',
  ],
  [{ ...several, verdict: 'pass' as const, targets: healthy.targets }, '1 target passed'],
])('the targets are counted by verdict (%#)', (report, sentence) => expect(tally(report)).toBe(sentence))

test.each([
  [0.4, '0 ms'],
  [999.4, '999 ms'],
  [12_345, '12.3 s'],
])('%d ms are %s', (ms, text) => expect(duration(ms)).toBe(text))
