// Who is told that an assertion was awaited. That the runners then fail the test is seen in test/e2e/package.test.ts.
import { expect, test } from 'vitest'
import type { MatcherContext } from '../../src/matchers/failure-text.ts'
import { guardedMatchers } from '../../src/matchers/guard.ts'
import { match } from '../../src/matchers/match.ts'

// Nothing listens on port 1, so that each assertion ends at once.
const refused = (context: MatcherContext, watch: Parameters<typeof guardedMatchers>[1]): Promise<{ pass: boolean }> =>
  guardedMatchers(match, watch).toFailHandshakeWith.call(context, '127.0.0.1:1', 'connection-refused') as Promise<{ pass: boolean }>

// What the runners do with what a matcher returns, before they hand it to the test.
const runners = {
  vitest: (matched: Promise<unknown>) => matched.then(() => {}),
  jest: (matched: Promise<unknown>) =>
    matched
      .then(() => {})
      .catch(error => {
        throw error
      }),
}

const uses: readonly (readonly [name: string, use: (handed: Promise<unknown>) => unknown, awaited: boolean])[] = [
  ['await', async handed => await handed, true],
  ['return from an async function', async handed => handed, true],
  ['Promise.all', handed => Promise.all([handed]), true],
  ['finally', handed => handed.finally(() => {}), true],
  ['catch then await', async handed => await handed.catch(() => {}), true],
  ['nothing', () => {}, false],
  ['catch alone', handed => void handed.catch(() => {}), false],
]

for (const [runner, hand] of Object.entries(runners)) {
  test.each(uses)(`${runner}: %s`, async (_, use, expected) => {
    let awaited = false
    const matched = refused({}, () => () => {
      awaited = true
    })
    const handed = hand(matched)
    // By then the assertion has ended, which must not count.
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(awaited).toBe(false)
    await use(handed)
    expect(awaited).toBe(expected)
  })
}

test('a failure that nobody awaits is no unhandled rejection', async () => {
  const unhandled: unknown[] = []
  const note = (reason: unknown): void => void unhandled.push(reason)
  process.on('unhandledRejection', note)
  const matched = guardedMatchers(match, () => () => {}).toCompleteHandshake.call({}, undefined) as Promise<unknown>
  runners.vitest(matched)
  runners.jest(matched)
  await new Promise(resolve => setTimeout(resolve, 50))
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

test('the error of a forgotten assertion points at its caller', () => {
  let forgotten: Error | undefined
  refused({}, (_, error) => {
    forgotten = error
    return () => {}
  })
  expect(forgotten?.message).toBe(
    'toFailHandshakeWith was not awaited, so the test ended before the handshake did\nwrite: await expect(…).toFailHandshakeWith(…)',
  )
  expect(forgotten?.stack?.split('\n')[2]).toContain('guard.test.ts')
})

test.each(Object.entries(runners))('%s: an error has a frame of the test, in its own stack or added', async (_, hand) => {
  const matched = guardedMatchers(match, () => () => {}).toCompleteHandshake.call({}, undefined)
  const error = await (hand(matched as Promise<unknown>) as Promise<unknown>).then(
    () => null,
    (reason: Error) => reason,
  )
  expect(error?.stack).toMatch(/^TypeError: the received value is undefined.*guard\.test\.ts/s)
})

test('what answers at once is handed on as it is', () => {
  const report = { schemaVersion: 1, targets: [] }
  const watch = (): (() => void) => {
    throw new Error('watched')
  }
  expect(() => guardedMatchers(match, watch).toCompleteHandshake.call({}, report)).toThrow('the report has no targets')
})
