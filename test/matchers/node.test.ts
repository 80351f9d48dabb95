// The assertion functions outside of vitest's expect: what an error of theirs carries.
import { AssertionError } from 'node:assert'
import { expect, test } from 'vitest'
import { toCompleteHandshake, toFailHandshakeWith } from '../../src/matchers/node.ts'
import { expired } from '../support/sample-reports.ts'

async function failure(assertion: () => unknown): Promise<Error> {
  try {
    await assertion()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('the assertion passed')
}

// Nothing listens on port 1.
test.each([
  ['of an endpoint', () => toCompleteHandshake('127.0.0.1:1'), 'toCompleteHandshake(target)'],
  ['of a report', () => toFailHandshakeWith(expired, 'not-tls'), "toFailHandshakeWith(target, 'not-tls')"],
])('a failure %s has its text and the line of the test in the stack, which is all that node:test prints', async (_, assertion, hint) => {
  const error = await failure(assertion)
  expect(error).toBeInstanceOf(AssertionError)
  expect(error.message.startsWith(`${hint}\n\nExpected: `)).toBe(true)
  expect(error.stack?.startsWith(`AssertionError [ERR_ASSERTION]: ${error.message}\n    at `)).toBe(true)
  expect(error.stack?.slice(error.message.length)).toContain('node.test.ts')
})

test.each([
  ['with nothing to shake hands with', () => toCompleteHandshake(undefined as never), 'the received value is undefined'],
  ['with a cause that there is none of', () => toFailHandshakeWith('127.0.0.1:1', 'expird' as never), 'there is no cause "expird"'],
])('a wrong call %s has the line of the test in its stack', async (_, assertion, message) => {
  const error = await failure(assertion)
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toContain(message)
  expect(error.stack?.slice(error.message.length)).toContain('node.test.ts')
})
