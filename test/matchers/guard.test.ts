// Who is told that an assertion was awaited. That the runners then fail the test is seen in test/e2e/package.test.ts.
import { expect, test } from 'vitest'
import { type GuardedContext, guardedEach, guardedMatchers } from '../../src/matchers/guard.ts'
import { match } from '../../src/matchers/match.ts'

/** As runners have it of an assertion that is not one of .resolves. */
const assertion: GuardedContext = { promise: '' }

// Nothing listens on port 1, so that each assertion ends at once.
const refused = (context: GuardedContext, watch: Parameters<typeof guardedMatchers>[1]): Promise<{ pass: boolean }> =>
  guardedMatchers(match, watch).toFailHandshakeWith.call(context, '127.0.0.1:1', 'connection-refused') as Promise<{ pass: boolean }>

type Hand = (matched: Promise<unknown>) => Promise<unknown>
const ignore = (): void => {}
const vitest: Hand = matched => matched.then(ignore)
const jest: Hand = matched =>
  matched.then(ignore).catch(error => {
    throw error
  })

// What the runners do with what a matcher returns, before they hand it to the test.
const runners: readonly (readonly [name: string, hand: Hand, context: GuardedContext])[] = [
  ['vitest', vitest, assertion],
  ['vitest, softly', matched => vitest(matched).then(ignore, ignore), { ...assertion, soft: true }],
  // Handed to the promise that .resolves makes, which vitest watches itself.
  ['vitest, softly by .resolves', vitest, { promise: 'resolves', soft: true }],
  ['jest', jest, assertion],
]

const uses: readonly (readonly [name: string, use: (handed: Promise<unknown>) => unknown, awaited: boolean])[] = [
  ['await', async handed => await handed, true],
  ['return from an async function', async handed => handed, true],
  ['Promise.all', handed => Promise.all([handed]), true],
  ['finally', handed => handed.finally(() => {}), true],
  ['catch then await', async handed => await handed.catch(() => {}), true],
  ['nothing', () => {}, false],
  ['catch alone', handed => void handed.catch(() => {}), false],
]

for (const [runner, hand, context] of runners) {
  test.each(uses)(`${runner}: %s`, async (_, use, expected) => {
    let awaited = false
    const matched = refused(context, () => () => {
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
  const matched = guardedMatchers(match, () => () => {}).toCompleteHandshake.call(assertion, undefined) as Promise<unknown>
  for (const [, hand] of runners) hand(matched)
  await new Promise(resolve => setTimeout(resolve, 50))
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

test('the error of a forgotten assertion points at its caller', () => {
  let forgotten: Error | undefined
  refused(assertion, (_, error) => {
    forgotten = error
    return () => {}
  })
  expect(forgotten?.message).toBe(
    'toFailHandshakeWith was not awaited, so the test ended before the handshake did\nwrite: await expect(…).toFailHandshakeWith(…)',
  )
  expect(forgotten?.stack?.split('\n')[2]).toContain('guard.test.ts')
})

test.each([
  ['vitest', vitest],
  ['jest', jest],
])('%s: an error has a frame of the test, in its own stack or added', async (_, hand) => {
  const matched = guardedMatchers(match, () => () => {}).toCompleteHandshake.call(assertion, undefined)
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

test('as part of an expected value, what does not answer at once is refused, with .not or without', () => {
  const { toCompleteHandshake } = guardedMatchers(match, () => ignore)
  expect(() => toCompleteHandshake.call({}, '127.0.0.1:1')).toThrow(
    'toCompleteHandshake cannot ask a server as part of an expected value, for which nothing waits\nwrite: await expect(…).toCompleteHandshake(…), or',
  )
  expect(() => toCompleteHandshake.call({ isNot: true }, '127.0.0.1:1')).toThrow('write: await expect(…).not.toCompleteHandshake(…), or')
})

test('as part of an expected value a snapshot matcher is refused, on a finished report too', () => {
  const { toMatchHandshakeSnapshot } = guardedEach({ toMatchHandshakeSnapshot: () => Promise.reject(new Error('asked')) }, () => ignore)
  for (const received of ['127.0.0.1:1', { schemaVersion: 1, targets: [] }])
    expect(() => Reflect.apply(toMatchHandshakeSnapshot, {}, [received])).toThrow(
      'toMatchHandshakeSnapshot cannot be part of an expected value\nwrite: await expect(…).toMatchHandshakeSnapshot(…)',
    )
})
