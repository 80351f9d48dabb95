import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/gate.ts'
import type { Check, Location } from '../../src/judge/check.ts'
import { checkIds } from '../../src/judge/check-ids.ts'
import { renderSarif } from '../../src/report/sarif.ts'
import { rulesOf } from '../../src/report/sarif-rules.ts'
import { urlOf } from '../../src/report/sources.ts'
import { hasPython, readJson } from '../support/independent-readers.ts'
import { sarifErrors } from '../support/report-schemas.ts'
import {
  expired,
  healthy,
  hostileTexts,
  protocolMismatch,
  several,
  silent,
  surveyed,
  wideOpen,
  withForeignText,
} from '../support/sample-reports.ts'
import { obeyed } from './readers.ts'

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }
      readonly region: { readonly startLine: number; readonly startColumn?: number }
    }
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly ReturnType<typeof rulesOf>[number][] } }
  readonly invocations: readonly {
    readonly executionSuccessful: boolean
    readonly toolExecutionNotifications: readonly { readonly level: string; readonly message: { readonly text: string } }[]
  }[]
  readonly results: readonly Result[]
}

function runOf(text: string): Run {
  const [run] = JSON.parse(text).runs
  return run
}

const everyPart = { ...several, targets: [several, surveyed, wideOpen].flatMap(({ targets }) => targets) }

const failed = (change: Partial<Check> = {}): Check => ({
  ...{
    id: 'certificate/validity',
    status: 'fail',
    severity: 'error',
    cause: 'certificate-expired',
    message: 'it expired',
    fix: 'renew it',
  },
  ...{ evidence: [], refs: [], location: null },
  ...change,
})

/** One target with these checks. */
function reportWith(checks: readonly Check[], place: Location | null = null): Report {
  const [target] = healthy.targets
  if (target === undefined) throw new Error('the sample has no target')
  return { ...healthy, verdict: 'fail', targets: [{ ...target, target: { ...target.target, location: place }, verdict: 'fail', checks }] }
}

test('what is said of several targets reads as in the golden file', async () => {
  const log = JSON.parse(renderSarif(several))
  // Rules are the tables of judge/ in other words.
  for (const { tool } of log.runs) tool.driver.rules = tool.driver.rules.map(({ id }: { id: string }) => id)
  await expect(`${JSON.stringify(log, null, 2)}\n`).toMatchFileSnapshot('../golden/report/several.sarif.json')
})

test.each([
  ['healthy', healthy],
  ['expired', expired],
  ['silent', silent],
  ['several', everyPart],
  ['none', { ...healthy, targets: [] }],
  ['with times that are none', { ...healthy, startedAt: 'x' }],
] as const)('the log is valid by the schema of SARIF 2.1.0: %s', (_, report) => {
  expect(sarifErrors(JSON.parse(renderSarif(report)))).toEqual([])
})

test('the schema is one that refuses', () => {
  expect(sarifErrors(JSON.parse(renderSarif(expired).replace('"level": "error"', '"level": "severe"')))).not.toEqual([])
})

describe('a rule', () => {
  const rules = rulesOf([...Object.keys(checkIds), 'client/java-8u161'])

  test('has what code scanning shows, within its limits, for every check there is', () => {
    for (const { id, name, shortDescription, fullDescription, help, helpUri, properties } of rules) {
      expect(name, id).toMatch(/^[A-Z][A-Za-z0-9]+$/)
      for (const { text } of [shortDescription, fullDescription]) expect(text.length).toBeLessThanOrEqual(1024)
      expect(help.text).toContain(fullDescription.text)
      expect(help.markdown).toContain('See [')
      expect(helpUri, id).toMatch(/^https:\/\//)
      expect(properties.tags.length).toBeLessThanOrEqual(10)
      // A score is read for security rules only.
      expect(properties.tags.includes('security')).toBe(properties['security-severity'] !== undefined)
    }
  })

  test('of every vulnerability has a score', () => {
    const unscored = rules.filter(({ id, properties }) => id.startsWith('vulnerability/') && properties['security-severity'] === undefined)
    expect(unscored).toEqual([])
  })

  test('of a client is that of all clients, by its name', () => {
    const [rule] = rulesOf(['client/java-8u161'])
    expect(rule).toMatchObject({ id: 'client/java-8u161', shortDescription: { text: 'Client connects: java-8u161' } })
  })
})

test.each([
  ['RFC 8446 §4.2.1', 'https://www.rfc-editor.org/rfc/rfc8446#section-4.2.1'],
  ['RFC 5246 §F.1.1.1', 'https://www.rfc-editor.org/rfc/rfc5246#appendix-F.1.1.1'],
  ['RFC 8996', 'https://www.rfc-editor.org/rfc/rfc8996'],
  ['CVE-2014-0160', 'https://www.cve.org/CVERecord?id=CVE-2014-0160'],
  ['NIST SP 800-52r2 §3.1', null],
  ['RFC 1 §"><script>', null],
])('the page of %s', (ref, url) => expect(urlOf(ref)).toBe(url))

describe('a result', () => {
  const results = runOf(renderSarif(everyPart)).results

  test('names a rule of the log, and stands at a line of a file', () => {
    const { rules } = runOf(renderSarif(everyPart)).tool.driver
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId)
      expect(locations).toHaveLength(1)
      expect(locations[0]?.physicalLocation).toMatchObject({
        artifactLocation: { uri: expect.stringMatching(/^[^/].*/), uriBaseId: '%SRCROOT%' },
        region: { startLine: expect.any(Number) },
      })
    }
  })

  const at = (file: string): Location => ({ file, line: 7, column: 3 })
  test.each<[string, Location | null, Location | null, string, number]>([
    ['its own', at('nginx/tls.conf'), at('tlsgate.yml'), 'nginx/tls.conf', 7],
    ['that of its target', null, at('tlsgate.yml'), 'tlsgate.yml', 7],
    ['the first line of the workflow', null, null, '.github/workflows/tls.yml', 1],
    ['a path of Windows with a space', at('.\\conf d\\a#b.yml'), null, 'conf%20d/a%23b.yml', 7],
    ['an absolute path in the repository', at('/repo/sub/tlsgate.yml'), null, 'sub/tlsgate.yml', 7],
    ['the workflow for a file elsewhere', at('/etc/tlsgate.yml'), null, '.github/workflows/tls.yml', 1],
    ['the workflow for a file above', at('../tlsgate.yml'), null, '.github/workflows/tls.yml', 1],
  ])('has a place: %s', (_, own, ofTarget, uri, startLine) => {
    const text = renderSarif(reportWith([failed({ location: own })], ofTarget), {
      root: '/repo',
      fallbackFile: '.github/workflows/tls.yml',
    })
    expect(runOf(text).results[0]?.locations[0]?.physicalLocation).toMatchObject({ artifactLocation: { uri }, region: { startLine } })
    expect(sarifErrors(JSON.parse(text))).toEqual([])
  })

  test('is told from others by check and target, whatever is wrong and the place', () => {
    const fingerprint = (check: Partial<Check>, place: Location | null = null) =>
      runOf(renderSarif(reportWith([failed(check)], place))).results[0]?.partialFingerprints
    const same = fingerprint({})
    expect(same).toEqual({ primaryLocationLineHash: `${same?.['tlsgate/v1']}:1`, 'tlsgate/v1': expect.stringMatching(/^[\da-f]{32}$/) })
    expect(fingerprint({ message: 'it expired 5 days ago', severity: 'warning', location: at('x') })).toEqual(same)
    expect(fingerprint({}, at('tlsgate.yml'))).toEqual(same)
    expect(fingerprint({ cause: 'certificate-not-yet-valid' })).toEqual(same)
    expect(fingerprint({ status: 'inconclusive', cause: null })).toEqual(same)
    expect(fingerprint({ id: 'certificate/chain' })).not.toEqual(same)
    const primary = results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)
    expect(new Set(primary).size).toBe(primary.length)
  })

  test('of the run is told from others by what it is about, and names no target', () => {
    const of = (checks: readonly Check[]) => runOf(renderSarif({ ...healthy, checks })).results
    const [first, second, third] = of(several.checks)
    expect(JSON.stringify([first, second, third])).not.toMatch(/logicalLocations|example\.test:443/)
    expect(of(several.checks.slice(1))).toMatchObject([second, third].map(each => ({ partialFingerprints: each?.partialFingerprints })))
    expect(first?.partialFingerprints).not.toEqual(second?.partialFingerprints)
  })

  test('of a check that is there twice keeps its fingerprint when the other passes', () => {
    const second = (status: Check['status']): unknown => {
      const checks = [failed({ id: 'group/allowed', status }), failed({ id: 'group/allowed', severity: 'warning' })]
      return runOf(renderSarif(reportWith(checks))).results.find(({ level }) => level === 'warning')?.partialFingerprints
    }
    expect(second('fail')).toBeDefined()
    expect(second('pass')).toEqual(second('fail'))
  })

  test('that is waived is left out, since code scanning would show an alert', () => {
    expect(expired.targets.flatMap(({ checks }) => checks).some(({ status }) => status === 'waived')).toBe(true)
    expect(results.length).toBeGreaterThan(0)
    expect(runOf(renderSarif(reportWith([failed({ status: 'waived' })]))).results).toEqual([])
  })
})

describe('what could not be decided', () => {
  test('is an open result, without which code scanning would close the alert of its check as fixed', () => {
    const { results, invocations } = runOf(renderSarif(silent))
    expect(results).toMatchObject([
      { ruleId: 'handshake/completion', kind: 'open', level: 'none', message: { text: expect.stringContaining('said nothing') } },
    ])
    expect(invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [] }])
    const checks = [failed({ id: 'certificate/trust' }), failed({ status: 'inconclusive', message: 'no certificate was seen', fix: null })]
    expect(runOf(renderSarif(reportWith(checks))).results).toMatchObject([
      { ruleId: 'certificate/trust', level: 'error' },
      {
        ruleId: 'certificate/validity',
        kind: 'open',
        message: { text: expect.stringMatching(/: could not be decided this time: no certificate/) },
      },
    ])
  })

  test('because no certificate was seen is a note beside the result of the handshake', () => {
    const { results, invocations } = runOf(renderSarif(protocolMismatch))
    expect(results.map(({ ruleId }) => ruleId)).toEqual(['handshake/completion'])
    expect(invocations[0]?.toolExecutionNotifications).toMatchObject([
      { level: 'note', message: { text: expect.stringContaining('no certificate') } },
    ])
  })

  test('is no more than a note where it is a notice, as many a healthy server has', () => {
    const { results, invocations } = runOf(renderSarif(surveyed))
    expect(results.filter(({ level }) => level === 'none')).toEqual([])
    expect(invocations).toMatchObject([{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'note' }, { level: 'note' }] }])
  })
})

describe('the limits of code scanning', () => {
  test('25,000 results: the most severe are kept, and a note says how many are not', () => {
    const many = [...Array.from({ length: 25_000 }, () => failed({ severity: 'notice' })), failed({ severity: 'error' })]
    const text = renderSarif(reportWith(many))
    const { results, invocations } = runOf(text)
    expect(results.length).toBe(25_000)
    expect(results[0]?.level).toBe('error')
    expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(/^1 result, the least severe, left out/)
    expect(gzipSync(text).length).toBeLessThan(10_000_000)
  })

  test('10 MB compressed: results that do not compress are halved until they fit', () => {
    const noise = (seed: number) => createHash('shake256', { outputLength: 650 }).update(String(seed)).digest('base64')
    const evidence = (seed: number) => Array.from({ length: 20 }, (_, index) => noise(20 * seed + index))
    const many = Array.from({ length: 1000 }, (_, seed) => failed({ evidence: evidence(seed) }))
    const text = renderSarif(reportWith(many))
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000)
    expect(runOf(text).results).toHaveLength(500)
    expect(runOf(text).invocations[0]?.toolExecutionNotifications[0]?.message.text).toBe(
      '500 results, the least severe, left out to stay within the limits of code scanning; the JSON report has them all',
    )
  })

  test.each(['x'.repeat(5000), '\u0000'.repeat(5000), '\u{e0041}'.repeat(5000)])('1024 characters of a text', long => {
    const { results } = runOf(renderSarif(reportWith([failed({ message: long, fix: long })])))
    for (const { message } of results) expect(message.text.length).toBeLessThanOrEqual(1024)
  })
})

describe('foreign text in any field is inert', () => {
  test.each(hostileTexts)('%s', (_, hostile) => {
    const text = renderSarif(withForeignText(everyPart, hostile))
    expect(sarifErrors(JSON.parse(text))).toEqual([])
    expect(obeyed(text)).toEqual([])
    for (const { message } of runOf(text).results) {
      expect(obeyed(message.text)).toEqual([])
      // SARIF 2.1.0 §3.11.6: '[text](destination)' is a link in plain text as well.
      expect(message.text).not.toMatch(/\]\(/)
    }
  })

  test.skipIf(!hasPython)('and another reader reads the same', () => {
    const texts = hostileTexts.map(([, hostile]) => renderSarif(withForeignText(everyPart, hostile)))
    expect(readJson(texts)).toEqual(texts.map(text => JSON.parse(text)))
  })
})
