import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/gate.ts'
import { surveyKinds } from '../../src/gate-options.ts'
import { causes, handshakeCauses } from '../../src/judge/causes.ts'
import { severities } from '../../src/judge/check.ts'
import { protocols } from '../../src/registry/protocols.ts'
import { renderJson } from '../../src/report/json.ts'
import { marks } from '../../src/report/steps.ts'
import { reportErrors, reportSchema } from '../support/report-schemas.ts'
import {
  expired,
  healthy,
  hostileTexts,
  protocolMismatch,
  several,
  silent,
  surveyed,
  weakened,
  wideOpen,
  withForeignText,
} from '../support/sample-reports.ts'
import { fullSurvey } from '../support/sample-surveys.ts'
import { obeyed } from './readers.ts'

describe('the schema', () => {
  test.each([
    ['healthy', healthy],
    ['expired', expired],
    ['protocol mismatch', protocolMismatch],
    ['silent', silent],
    ['several', several],
    ["a policy's survey", surveyed],
    ['a full survey', wideOpen],
    ['a baseline', weakened],
    ['no target', { ...healthy, targets: [] }],
  ])('accepts a report: %s', (_, report) => expect(reportErrors(JSON.parse(renderJson(report)))).toEqual([]))

  test('a report of many targets has each in a line, and says the same', () => {
    const many = { ...several, targets: Array.from({ length: 6 }, () => several.targets).flat() }
    const lines = renderJson(many).split('\n')
    expect(JSON.parse(lines.join(''))).toEqual(many)
    expect(lines).toHaveLength(1 + 24 + 2)
    expect(lines.slice(1, 25).map(line => JSON.parse(line.replace(/,$/, '')))).toEqual(many.targets)
  })

  // biome-ignore lint/suspicious/noExplicitAny: reports are broken here in ways their type forbids
  type Loose = any
  const changed = (change: (report: Loose) => void): unknown => {
    const report: Loose = structuredClone(protocolMismatch)
    change(report)
    return report
  }

  test.each<[name: string, change: (report: Loose) => void]>([
    ['another version', report => (report.schemaVersion = 2)],
    ['another tool', report => (report.tool.name = 'x')],
    ['a property that is not in the contract', report => (report.extra = 1)],
    ['a property that is not in the contract, deep', report => (report.targets[0].checks[0].extra = 1)],
    ['a missing property', report => delete report.policy],
    ['a missing property, deep', report => delete report.targets[0].handshake.failure.alert],
    ['an unknown verdict', report => (report.verdict = 'maybe')],
    ['an unknown cause of a failed handshake', report => (report.targets[0].handshake.failure.cause = 'bad-luck')],
    ['an unknown category', report => (report.targets[0].handshake.failure.category = 'luck')],
    ['an unknown severity', report => (report.targets[0].checks[0].severity = 'fatal')],
    ['a step without a known status', report => (report.targets[0].handshake.steps[0].status = 'skipped')],
    ['a time that is none', report => (report.startedAt = 'yesterday')],
    ['a port out of range', report => (report.targets[0].target.port = 65_536)],
    ['a line number of 0', report => (report.targets[0].checks[0].location.line = 0)],
    ['a survey without its cost', report => (report.targets[0].survey = { ...fullSurvey, cost: undefined })],
    ['a protocol there is not', report => (report.targets[0].survey = { ...fullSurvey, cipherSuites: { 'TLSv1.4': [] } })],
    [
      'a support that is neither yes, no nor unknown',
      report => (report.targets[0].survey = { ...fullSurvey, cipherOrder: { SSLv3: 'maybe' } }),
    ],
    [
      'a property of a client that is not in the contract',
      report => (report.targets[0].survey = { ...fullSurvey, clients: [{ extra: 1 }] }),
    ],
    ['a certificate without its text form', report => (report.targets[0].certificates.presented = [{}])],
  ])('refuses %s', (_, change) => expect(reportErrors(changed(change))).not.toEqual([]))

  test.each<[name: string, inSchema: unknown, inCode: readonly string[]]>([
    ['causes of a failed handshake', reportSchema.$defs.handshakeCause.enum, Object.keys(handshakeCauses)],
    [
      'categories',
      reportSchema.$defs.failure.properties.category.enum,
      [...new Set(Object.values(causes).map(({ category }) => category))],
    ],
    ['severities', reportSchema.$defs.check.properties.severity.enum, severities],
    ['protocols', reportSchema.$defs.protocolName.enum, protocols.rows.map(({ name }) => name)],
    ['protocols of a survey', reportSchema.$defs.survey.properties.protocols.required, protocols.rows.map(({ name }) => name)],
    ['kinds of a survey', reportSchema.$defs.survey.properties.kind.enum, surveyKinds.filter(kind => kind !== 'none')],
    ['states of a step', reportSchema.$defs.step.properties.status.enum, Object.keys(marks)],
  ])('names the same %s as the code', (_, inSchema, inCode) => expect(new Set(inSchema as string[])).toEqual(new Set(inCode)))

  test('leaves no object open', () => {
    const open: string[] = []
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      if ('type' in node && node.type === 'object' && !('additionalProperties' in node)) open.push(path)
      for (const [key, value] of Object.entries(node)) visit(value, `${path}/${key}`)
    }
    visit(reportSchema, '#')
    expect(open).toEqual([])
  })
})

describe('the JSON text', () => {
  test('is indented and ends with a line feed', () => expect(renderJson(healthy)).toMatch(/^\{\n {2}"schemaVersion": 1,[\s\S]*\n\}\n$/))

  test.each(hostileTexts)('is inert and gives the report back: %s', (_, hostile) => {
    const report: Report = withForeignText({ ...several, targets: [...several.targets, ...wideOpen.targets] }, hostile)
    expect(JSON.parse(renderJson(report))).toEqual(report)
    expect(obeyed(renderJson(report))).toEqual([])
  })
})
