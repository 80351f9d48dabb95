import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Report, TargetReport } from '../../src/gate.ts'
import { renderJunit } from '../../src/report/junit.ts'
import { type Element, hasPython, hasXmllint, readXml, schemaErrors } from '../support/independent-readers.ts'
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

const schema = join(import.meta.dirname, '../support/schemas/junit-jenkins.xsd')
const everyPart = { ...several, targets: [several, surveyed, wideOpen].flatMap(({ targets }) => targets) }

test('a report reads as in the golden file', async () => {
  await expect(renderJunit(several)).toMatchFileSnapshot('../golden/report/several.junit.xml')
})

test.skipIf(!hasXmllint).each([
  ['several', everyPart],
  ['healthy', healthy],
  ['none', { ...healthy, targets: [] }],
] as const)("the document is valid by Jenkins' schema: %s", (_, report) => {
  expect(schemaErrors(renderJunit(report), schema)).toBe('')
})

function documentOf(report: Report): Element {
  const [document] = readXml([renderJunit(report)])
  if (document === undefined) throw new Error('there is no document')
  return document
}

/** The cases of a document: name, and what became of each. */
function casesOf([, , , suites]: Element): (readonly [name: string, outcome: string])[] {
  return suites.flatMap(([, , , children]) =>
    children.flatMap(([name, attributes, , outcome]) =>
      name === 'testcase' ? [[attributes.name ?? '', outcome[0]?.[0] ?? 'passed'] as const] : [],
    ),
  )
}

describe.skipIf(!hasPython)('a case', () => {
  test.each([
    ['a check that failed', expired, 'certificate/validity', 'failure'],
    ['one that passed', expired, 'certificate/hostname', 'passed'],
    ['one that is waived', expired, 'certificate/signature', 'skipped'],
    ['a warning that does not count', expired, 'certificate/chain', 'skipped'],
    ['one that could not be decided', protocolMismatch, 'certificate/validity', 'error'],
    ['a handshake that failed without a check', silent, 'handshake/completion', 'error'],
    ['one that is undecided where the target passed all the same', surveyed, 'vulnerability/ticketbleed', 'skipped'],
  ] as const)('%s', (_, report, name, outcome) => {
    expect(casesOf(documentOf(report))).toContainEqual([name, outcome])
  })

  test('a warning counts where it made the target fail', () => {
    const targets = expired.targets.map((target): TargetReport => {
      const checks = target.checks.filter(({ severity }) => severity === 'warning')
      return {
        ...target,
        checks: [...checks, ...healthy.targets.flatMap(each => each.checks)],
        handshake: { ...target.handshake, failure: null },
      }
    })
    expect(casesOf(documentOf({ ...expired, failOn: 'warning', targets }))).toContainEqual(['certificate/chain', 'failure'])
  })

  test.each([
    ['skipped where the run passed', 'pass', 'error', 'skipped'],
    ['red where it is what failed the run', 'fail', 'notice', 'failure'],
  ] as const)('of the run is %s', (_, verdict, failOn, outcome) => {
    const [, suite] = documentOf({ ...healthy, verdict, failOn, checks: several.checks })[3]
    expect(suite?.[1]).toMatchObject({ name: 'run', tests: '3', [outcome === 'failure' ? 'failures' : outcome]: '3' })
    expect(new Set(suite?.[3].map(([, , , [each]]) => each?.[0]))).toEqual(new Set([outcome]))
  })

  test.each([
    ['passed', healthy, 'inconclusive'],
    ['failed', expired, 'fail'],
  ] as const)('a missing shard is no green case beside targets that %s', (_, { targets }, verdict) => {
    const suites = documentOf({ ...healthy, targets, verdict, missingShards: [2] })[3]
    expect(suites.at(-1)?.[1]).toMatchObject({ name: 'run', tests: '1', errors: '1' })
  })

  test('a target of which nothing is known is not green', () => {
    const targets = healthy.targets.map((target): TargetReport => ({ ...target, verdict: 'inconclusive', checks: [] }))
    expect(casesOf(documentOf({ ...healthy, targets }))).toEqual([['handshake/completion', 'error']])
  })

  test('has a name of its own, also where its check or its target is there twice', () => {
    const [target] = healthy.targets
    const [check] = target?.checks ?? []
    if (target === undefined || check === undefined) throw new Error('the sample has no check')
    const group = { ...check, id: 'group/allowed' }
    const checks = [group, { ...group, severity: 'warning' }, { ...group, severity: 'warning' }] as const
    const other = { ...target, checks, target: { ...target.target, address: '192.0.2.9' } }
    const document = documentOf({ ...healthy, targets: [{ ...target, checks }, other] })
    expect(casesOf(document).map(([name]) => name)).toEqual(
      Array.from({ length: 2 }, () => ['group/allowed', 'group/allowed (warning)', 'group/allowed (warning 2)']).flat(),
    )
    expect(document[3].map(([, { name }]) => name)).toEqual([target.target.url, `${target.target.url} (192.0.2.9)`])
  })

  test('is counted by what became of it, in its suite and in the whole', () => {
    const document = documentOf(everyPart)
    const outcomes = casesOf(document).map(([, outcome]) => outcome)
    const of = (outcome: string): string => String(outcomes.filter(each => each === outcome).length)
    expect(document[1]).toMatchObject({ tests: String(outcomes.length), failures: of('failure'), errors: of('error') })
    for (const [, attributes, , children] of document[3]) {
      expect(attributes.tests).toBe(String(children.filter(([name]) => name === 'testcase').length))
    }
  })
})

describe('foreign text in any field is inert', () => {
  // What another reader makes of the document: elements and the names of their attributes.
  const shapeOf = ([name, attributes, , children]: Element): unknown => [name, Object.keys(attributes), children.map(shapeOf)]

  const rendered = (text: string): string => renderJunit(withForeignText(everyPart, text))

  test.skipIf(!hasPython)('another reader finds the same elements and attributes', () => {
    const [harmless, ...documents] = readXml(['x', ...hostileTexts.map(([, text]) => text)].map(rendered))
    if (harmless === undefined) throw new Error('there is no document')
    for (const [index, document] of documents.entries()) expect(shapeOf(document), hostileTexts[index]?.[0]).toEqual(shapeOf(harmless))
  })

  test.each(hostileTexts)('%s', (_, hostile) => {
    const xml = rendered(hostile)
    expect(obeyed(xml)).toEqual([])
    if (hasXmllint) expect(schemaErrors(xml, schema)).toBe('')
  })
})
