import { expect, test } from 'vitest'
import { contractWithin, type HandshakeContract } from '../../src/matchers/contract.ts'
import { expired, healthy } from '../support/sample-reports.ts'

const stepsOf = async (report: typeof healthy): Promise<readonly string[]> =>
  ((await contractWithin(report, {}, {})) as HandshakeContract).steps

test('a contract ends with the handshake: a ticket after it may come too late to be seen', async () => {
  const steps = await stepsOf(healthy)
  expect(healthy.targets[0]?.handshake.steps.some(({ name }) => name === 'new_session_ticket')).toBe(true)
  expect(steps.at(-1)).toMatch(/ finished$/)
  expect(steps).not.toContain('server new_session_ticket')
})

test('of a handshake that fails it has every step', async () => {
  const reached = expired.targets[0]?.handshake.steps.filter(({ status }) => status !== 'not-reached').map(({ name }) => name)
  expect((await stepsOf(expired)).map(step => step.split(' ').at(-1))).toEqual(reached)
})
