import { expect, test } from 'vitest'
import type { TargetReport } from '../src/gate.ts'
import { sharer } from '../src/share.ts'
import { several, surveyed, weakened, wideOpen } from './support/sample-reports.ts'

const copyOf = (target: TargetReport): TargetReport => JSON.parse(JSON.stringify(target))

test.each([several, surveyed, weakened, wideOpen].flatMap(({ targets }) => targets))('a target says the same', target => {
  expect(JSON.stringify(sharer()(copyOf(target)))).toBe(JSON.stringify(target))
})

test('what is equal in two targets is kept once, and what is not stays apart', () => {
  const share = sharer()
  const [target = expect.fail()] = surveyed.targets
  const [check = expect.fail(), ...checks] = target.checks
  const [one, other] = [share(copyOf(target)), share(copyOf(target))]
  const third = share({ ...copyOf(target), checks: [{ ...check, message: 'x' }, ...checks] })
  expect(one.checks[0]).toBe(other.checks[0])
  expect(one.certificates.presented[0]).toBe(other.certificates.presented[0])
  expect(one.survey?.features).toBe(other.survey?.features)
  expect(third.checks[0]).toEqual({ ...check, message: 'x' })
  expect(third.checks[1]).toBe(one.checks[1])
})
