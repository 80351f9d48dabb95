import { describe, expect, test } from 'vitest'
import { renderHeadline, renderTarget, renderText } from '../../src/report/text.ts'
import {
  expired,
  healthy,
  hostileTexts,
  protocolMismatch,
  several,
  silent,
  surveyed,
  unreachable,
  weakened,
  wideOpen,
  withForeignText,
} from '../support/sample-reports.ts'
import { obeyed } from './readers.ts'

const golden = (name: string): string => `../golden/report/${name}.txt`
// Our own colours; anything else that starts with an escape character is foreign.
const withoutColours = (text: string): string => text.replace(/\x1b\[\d+m/g, '')

test.each([
  ['healthy', healthy],
  ['expired', expired],
  ['protocol-mismatch', protocolMismatch],
  ['silent', silent],
  ['several', several],
  ['surveyed', surveyed],
  ['wide-open', wideOpen],
  ['weakened', weakened],
])('a report reads as in the golden file: %s', async (name, report) => {
  await expect(renderText(report, { colour: false })).toMatchFileSnapshot(golden(name))
})

test('a terminal of 80 columns gets colours, wrapped sentences and cut steps', async () => {
  const text = renderText(expired, { colour: true, width: 80 })
  await expect(text).toMatchFileSnapshot(golden('expired-terminal'))
})

test('the place of a target is said with its facts, and of its checks where it is another', () => {
  const [target = expect.fail()] = unreachable.targets
  const place = { file: 'tlsgate.yml', line: 5, column: 3 }
  const checks = target.checks.map((check, index) => ({ ...check, location: index === 2 ? { ...place, line: 9 } : place }))
  const text = renderTarget({ ...target, target: { ...target.target, location: place }, checks }, { colour: false })
  expect(text.match(/.*tlsgate\.yml.*/g)).toEqual([
    '  192.0.2.99 · 1 connection · 10.0 s · tlsgate.yml:5:3',
    '  ? policy/questions  nothing is known of what is accepted (tlsgate.yml:9:3)',
  ])
})

test('verbose adds the certificates in the order they were sent', async () => {
  await expect(renderText(expired, { colour: false, verbose: true })).toMatchFileSnapshot(golden('expired-verbose'))
})

test('verbose adds what was asked, everything that was found and every passed check', async () => {
  await expect(renderText(surveyed, { colour: false, width: 100, verbose: true })).toMatchFileSnapshot(golden('surveyed-verbose'))
})

test.each([several, surveyed, wideOpen, weakened])('colours change nothing but colours (%#)', report => {
  expect(withoutColours(renderText(report, { colour: true }))).toBe(renderText(report, { colour: false }))
})

test.each([20, 40, 80, 120])('at %i columns only what is copied is wider than the terminal', width => {
  const wide = [several, surveyed, wideOpen]
    .flatMap(report => renderText(report, { colour: false, width }).split('\n'))
    .filter(line => line.length > Math.max(width, 79))
  expect(wide.filter(line => !/^ {14}(nginx|Apache|HAProxy): |^FAIL/.test(line))).toEqual([])
})

describe('many targets', () => {
  const [passed] = healthy.targets
  const [failed] = expired.targets
  if (!passed || !failed) throw new Error('the samples have no target')
  const of = (count: number) => ({ ...several, targets: [...Array.from({ length: count }, () => passed), failed, passed] })
  const plain = { colour: false }

  test('take a line each where nothing is wrong with them, and what is wrong is said in full', async () => {
    const text = renderText(of(20), plain)
    await expect(text).toMatchFileSnapshot(golden('many'))
    expect(text).toContain(renderTarget(failed, plain))
    expect(text.match(/Client Hello/g)).toHaveLength(1)
  })

  test('one with no more than a notice is a line', () => {
    const checks = [{ ...(failed.checks.find(({ status }) => status === 'fail') ?? expect.fail()), severity: 'notice' as const }]
    const noticed = { ...passed, checks: [...passed.checks, ...checks] }
    const text = renderText({ ...several, targets: Array.from({ length: 21 }, () => noticed) }, plain)
    expect(text).not.toContain('Client Hello')
    expect(text.match(/^PASS /gm)).toHaveLength(21)
  })

  test('are all shown in full when they are few, and when that is asked for', () => {
    const inFull = (text: string) => text.split(renderTarget(passed, plain)).length - 1
    expect(inFull(renderText(of(18), plain))).toBe(19)
    expect(inFull(renderText(of(19), plain))).toBe(0)
    const verbose = { colour: false, verbose: true }
    expect(renderText(of(19), verbose).split(renderTarget(passed, verbose)).length - 1).toBe(20)
  })

  test('a target with something to be said of it is no line, though it passed', () => {
    const noticed = { ...failed, verdict: 'pass' as const }
    const text = renderText({ ...several, targets: [...of(20).targets, noticed] }, plain)
    expect(text.split(renderTarget(noticed, plain)).length - 1).toBe(2)
  })
})

test('what to do about one that could not be decided stands below it, not below another', () => {
  const open = { status: 'inconclusive', severity: 'notice', cause: null, evidence: [], refs: [], location: null } as const
  const check = (id: string, fix: string | null) => ({ ...open, id, message: `${id} is not known`, fix })
  const checks = [check('a/1', 'do one'), check('b/2', 'do two'), check('c/3', 'do one'), check('d/4', null)]
  const text = renderText({ ...healthy, targets: healthy.targets.map(target => ({ ...target, checks })) }, { colour: false })
  expect(text.match(/\w\/\d|do \w+/g)).toEqual(['d/4', 'd/4', 'a/1', 'a/1', 'c/3', 'c/3', 'do one', 'b/2', 'b/2', 'do two'])
})

test('a target alone has neither headline nor result', () => {
  const target = renderTarget(expired.targets[0] ?? expect.fail(), { colour: false })
  expect(renderText(expired, { colour: false })).toContain(target)
  expect(target).not.toMatch(/^FAIL/m)
  expect(target).toMatch(/ {4}Cause {5}certificate-expired\n {4}Fix {7}Renew/)
  expect(renderHeadline(expired.targets[0] ?? expect.fail(), { colour: false })).toBe('FAIL  https://expired.test:8443')
})

test('only a refused certificate is said to stop a verifying client while the probe goes on', () => {
  expect(renderText(expired, { colour: false })).toContain('✗ ← Certificate            9.8 ms  1893 B  ')
  expect(renderText(expired, { colour: false })).toContain('\n      a verifying client stops here; the probe went on\n')
  expect(renderText(protocolMismatch, { colour: false })).not.toContain('stops here')
})

test('no target at all is said to be none', () => {
  expect(renderText({ ...healthy, verdict: 'inconclusive', targets: [] }, { colour: false })).toMatch(
    /^INCONCLUSIVE {2}no target has a verdict/,
  )
})

describe('foreign text in any field is inert', () => {
  test.each(hostileTexts)('%s', (_, hostile) => {
    const report = withForeignText({ ...several, targets: [several, surveyed, wideOpen].flatMap(({ targets }) => targets) }, hostile)
    for (const options of [
      { colour: false, verbose: true },
      { colour: true, verbose: true },
      { colour: true, width: 40 },
    ]) {
      expect(obeyed(withoutColours(renderText(report, options)))).toEqual([])
    }
  })
})
