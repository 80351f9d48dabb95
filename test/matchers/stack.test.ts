// When an error is given the frames of the test, which the runners show as the line that failed.
import { expect, test } from 'vitest'
import { framesAbove, locate } from '../../src/matchers/stack.ts'

const tick = '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)'
const frames = `    at a.test.js:3:5\n${tick}`

test.each([
  ['an error without a frame of the test gets them', 'Error: late\n    at match.js:1:1', true],
  ['a frame of Node is none of the test', `Error: late\n    at match.js:1:1\n${tick}`, true],
  ['an error that has a frame of the test keeps its stack', 'Error: late\n    at a.test.js:3:5', false],
])('%s', (_, stack, added) => {
  const error = Object.assign(new Error('late'), { stack })
  locate(error, frames)
  expect(error.stack).toBe(added ? `${stack}\n${frames}` : stack)
})

test('the frames begin at the caller', () => {
  const entry = (): string => framesAbove(entry)
  expect(entry()).toMatch(/^ +at .*stack\.test\.ts/)
})
