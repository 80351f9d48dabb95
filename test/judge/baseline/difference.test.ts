import { expect, test } from 'vitest'
import type { Report } from '../../../src/gate.ts'
import { differenceOf } from '../../../src/judge/baseline/difference.ts'
import { type Recalled, recall } from '../../../src/judge/baseline/report-file.ts'
import { renderJson } from '../../../src/report/json.ts'
import { healthy, wideOpen } from '../../support/sample-reports.ts'

const recalled = (report: Report): Recalled => recall({ file: 'report.json', text: renderJson(report) })
const failing = wideOpen.targets[0]?.checks.filter(({ status, severity }) => status === 'fail' && severity !== 'notice') ?? []

/** The same server, of which less was asked. */
const handshakeAlone: Report = {
  ...wideOpen,
  targets: wideOpen.targets.map(target => ({
    ...target,
    survey: null,
    checks: target.checks.filter(({ id }) => id.startsWith('certificate/') || id === 'handshake/completion'),
  })),
}

test('what a later report did not ask is not mended', () => {
  expect(failing.length).toBeGreaterThan(0)
  const [target] = differenceOf(recalled(wideOpen), recalled(handshakeAlone)).targets
  expect(target?.checks.mended).toEqual([])
})

test('what an earlier report did not ask does not fail anew', () => {
  const { verdict, targets } = differenceOf(recalled(handshakeAlone), recalled(wideOpen))
  const unasked = failing.filter(({ id }) => !handshakeAlone.targets[0]?.checks.some(check => check.id === id))
  expect(unasked.length).toBeGreaterThan(0)
  expect({ verdict, failing: targets[0]?.checks.failing }).toEqual({ verdict: 'inconclusive', failing: [] })
  expect(targets[0]?.notCompared.at(-1)).toEqual({
    what: 'checks',
    message: expect.stringMatching(new RegExp(`^whether ${unasked[0]?.id}.* failed before as well was not decided then$`)),
  })
})

test('of two reports without a survey what neither asked is no pass', () => {
  const { verdict, targets } = differenceOf(recalled(healthy), recalled(healthy))
  expect(verdict).toBe('inconclusive')
  expect(targets[0]?.notCompared.map(({ message }) => message)).toEqual([
    'whether SSLv2, SSLv3, TLSv1.0, TLSv1.1 and TLSv1.2 are accepted is not known on either side',
    'which other cipher suites are accepted in TLSv1.3 is not known on either side',
    'which other groups are accepted is not known on either side',
    'which other signature schemes are accepted is not known on either side',
    'whether the chain is in order is not known on either side',
    'the features could be seen neither before nor now',
  ])
})

test('what it asked and found well is', () => {
  const [id] = failing.map(check => check.id)
  const mended: Report = {
    ...wideOpen,
    targets: wideOpen.targets.map(target => ({
      ...target,
      checks: target.checks.map(check => (check.id === id ? { ...check, status: 'pass' as const, cause: null } : check)),
    })),
  }
  const [target] = differenceOf(recalled(wideOpen), recalled(mended)).targets
  expect(target?.checks.mended).toEqual([id])
})
