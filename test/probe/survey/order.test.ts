import { expect, test } from 'vitest'
import { type HelloContext, helloOf } from '../../../src/probe/hello.ts'
import { ledgerOf } from '../../../src/probe/ledger.ts'
import type { Asked } from '../../../src/probe/offer.ts'
import { orderOf } from '../../../src/probe/survey/order.ts'
import { likelySuites } from '../../../src/probe/survey/ranking.ts'
import { surveyVersions } from '../../../src/probe/survey/version.ts'
import { modelServer, nineSuites, runAll } from './model.ts'

const context: HelloContext = { servername: null, alpn: [], random: length => new Uint8Array(length) }
const server = modelServer({ ...nineSuites, order: 'server' })
const [first = 0, second = 0, third = 0] = [0xc030, 0xcca8, 0xc02f]

const answered = (choices: readonly (readonly number[])[], about: 'cipher-suites' | 'several' = 'cipher-suites', ask = server): Asked[] =>
  choices.map((cipherSuites, index) => {
    const offer = { title: '', about, hello: helloOf(context, { version: 0x0303, cipherSuites }) } as const
    return { number: index + 1, offer, outcome: ask(offer) }
  })

test.each([
  [
    "it is the server's where one suite is chosen whatever the list",
    [
      [first, second],
      [second, first],
    ],
    'server',
  ],
  ['it is not known from one answer that fits both', [[first, second]], 'unknown'],
  ['it is not known of one suite', [[first], [first]], 'unknown'],
])('%s', (_, choices, by) => {
  expect(orderOf(0x0303, [first, second, third], answered(choices)).by).toBe(by)
})

test("it is the client's where the first of each list is chosen", () => {
  const choices = answered(
    [
      [first, second],
      [second, first],
    ],
    'cipher-suites',
    modelServer(nineSuites),
  )
  expect(orderOf(0x0303, [first, second], choices).by).toBe('client')
})

test('answers that contradict each other make it unknown', () => {
  const [a, b] = [answered([[second, first]])[0], answered([[second, first]], 'cipher-suites', modelServer(nineSuites))[0]]
  const [c] = answered([[first, second]], 'cipher-suites', modelServer({ ...nineSuites, suites: [second, first], order: 'server' }))
  expect(
    orderOf(
      0x0303,
      [first, second],
      [a, b, c].filter(each => each !== undefined),
    ).by,
  ).toBe('unknown')
})

test('as long as it may be the order of the client, there is a pair to ask about', () => {
  const { by, guessed } = orderOf(0x0303, [first, second], answered([[first, second]]))
  expect({ by, guessed }).toEqual({ by: 'unknown', guessed: [[first, second]] })
})

test('of some of the suites, a choice of another says nothing', () => {
  expect(orderOf(0x0303, [third, second], answered([[third, second, first]])).by).toBe('unknown')
})

test('neighbours that were never compared are said to be guessed', () => {
  const order = orderOf(
    0x0303,
    [third, second, first],
    answered([
      [second, third, first],
      [first, second, third],
    ]),
  )
  expect(order.suites[0]).toBe(first)
  expect(order.guessed).toEqual([order.suites.slice(1)])
})

test('a choice between key exchanges counts only where groups were wide', () => {
  const dhe = 0x009f
  expect(orderOf(0x0303, [dhe, first], answered([[dhe, first]], 'several')).by).toBe('unknown')
  expect(orderOf(0x0303, [dhe, first], answered([[dhe, first]])).suites).toEqual([first, dhe])
})

test.each([0x0303, 0x0304])("a survey finds the server's order in version %i", version => {
  const ledger = ledgerOf(runAll(surveyVersions(context, [version]), server).asked)
  const accepted = likelySuites(version).filter(code => ledger.cipherSuite(version, code).support === 'accepted')
  const expected = nineSuites.suites.filter(code => accepted.includes(code))
  expect(orderOf(version, accepted, ledger.asked)).toEqual({ by: 'server', suites: expected, guessed: [] })
})
