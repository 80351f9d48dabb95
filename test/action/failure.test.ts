import { expect, test } from 'vitest'
import { failureCommand } from '../../src/action/failure.ts'
import { UsageError } from '../../src/usage-error.ts'

test('a wrong step is told what is wrong and what to do', () => {
  expect(failureCommand(new UsageError('ca is empty', 'give FILE'))).toBe('::error title=tlsgate::ca is empty%0Agive FILE\n')
})

test('several mistakes of one file are all told', () => {
  const error = new UsageError('a is wrong', 'mend a', { others: [new UsageError('b is wrong', 'mend b')] })
  expect(failureCommand(error)).toBe('::error title=tlsgate::a is wrong%0Amend a%0Ab is wrong%0Amend b\n')
})

const at = (line: number) => ({ location: { file: 'deploy/a,b:c.yml', line, column: 3 } })
const mistakes = (number: number) => Array.from({ length: number }, (_, index) => new UsageError(`m${index}`, 'mend it', at(index + 1)))

test('a mistake in a file stands at its place', () => {
  const place = 'deploy/a,b:c.yml:7:3'
  expect(failureCommand(new UsageError('a is wrong', 'mend a', at(7)))).toBe(
    `::error file=deploy/a%2Cb%3Ac.yml,line=7,col=3,title=tlsgate::${place}: a is wrong%0Amend a\n`,
  )
})

test.each([
  ['ten have one each', 9, [], 10],
  ['of more the last one has the rest', 30, [], 10],
  ['what has no place comes last', 3, [new UsageError('and more', 'look')], 5],
  ['what has no place comes last of ten', 9, [new UsageError('and more', 'look')], 10],
])('several mistakes of one file: %s', (_, number, more, commands) => {
  const others = [...mistakes(number), ...more]
  const lines = failureCommand(new UsageError('first', 'mend', { others, ...at(1) }))
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(commands)
  for (const line of lines) expect(line).toMatch(/^::error [^ ]*title=tlsgate::/)
  for (const { message } of others) expect(lines.join()).toContain(message)
})

test('a bug is owned up to, with its stack', () => {
  const command = failureCommand(new TypeError('x is not a function'))
  expect(command).toMatch(
    /^::error title=tlsgate::TypeError: x is not a function%0Athis is a bug in tlsgate \d.+: report all of this%0A {4}at .+\n$/,
  )
})

test.each([
  ['a line of its own', 'a\n::set-output name=b::c'],
  ['an escape of the runner', 'a%0A::set-output name=b::c'],
  ['a terminal sequence', 'a\x1b[2J'],
])('foreign text in an error stays inside of it: %s', (_, text) => {
  for (const error of [new UsageError(text, 'hint'), new Error(text), text]) {
    const command = failureCommand(error)
    expect(command.slice(0, -1)).not.toMatch(/\p{Cc}/u)
    expect(command).not.toContain('%0A::')
  }
})
