import { expect, test } from 'vitest'
import type { Report } from '../../src/gate.ts'
import { sharer } from '../../src/report/share.ts'
import { several, surveyed, weakened, wideOpen } from '../support/sample-reports.ts'

const copyOf = (report: Report): Report => JSON.parse(JSON.stringify(report))

test.each([several, surveyed, weakened, wideOpen])('a report says the same', report => {
  expect(sharer()(copyOf(report))).toEqual(report)
  expect(JSON.stringify(sharer()(copyOf(report)))).toBe(JSON.stringify(report))
})

test('what is equal in two reports is kept once, and what is not stays apart', () => {
  const share = sharer()
  const [one, other] = [share(copyOf(surveyed)), share(copyOf(surveyed))].flatMap(({ targets }) => targets)
  const [check, ...checks] = surveyed.targets[0]?.checks ?? []
  const changed = {
    ...copyOf(surveyed),
    targets: surveyed.targets.map(target => ({ ...target, checks: [{ ...check, message: 'x' }, ...checks] })),
  }
  const third = share(changed as Report).targets[0]
  expect(one?.checks[0]).toBe(other?.checks[0])
  expect(one?.certificates.presented[0]).toBe(other?.certificates.presented[0])
  expect(one?.survey?.features).toBe(other?.survey?.features)
  expect(third?.checks[0]).toEqual({ ...check, message: 'x' })
  expect(third?.checks[1]).toBe(one?.checks[1])
})
