import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FeatureName, featuresOf } from '../../../src/probe/features.ts'
import type { HelloContext } from '../../../src/probe/hello.ts'
import { lengthOf } from '../../../src/probe/hello-bytes.ts'
import { ledgerOf } from '../../../src/probe/ledger.ts'
import type { Offer, Outcome } from '../../../src/probe/offer.ts'
import { fullSurvey } from '../../../src/probe/survey/full.ts'
import { askOddities } from '../../../src/probe/survey/oddities.ts'
import { isGrease } from '../../../src/registry/grease.ts'
import { extension } from '../../../src/wire/extensions.ts'
import type { ClientHello } from '../../../src/wire/hello.ts'
import { type Model, modelServer, nineSuites, type Ran, runAll } from './model.ts'

const context: HelloContext = { servername: 'a.example', alpn: ['h2', 'http/1.1'], random: length => new Uint8Array(length) }

const versionsOf = ({ legacyVersion, extensions }: ClientHello): readonly number[] =>
  (extension(extensions, 'supported_versions')?.versions ?? [legacyVersion]).filter(version => !isGrease(version))
const bytesOf = ({ hello }: Offer): number => (hello.kind === 'client_hello' ? lengthOf(hello) : 0)
const nameOf = (hello: ClientHello): string => extension(hello.extensions, 'server_name')?.names[0]?.name ?? ''
const protocolsOf = (hello: ClientHello): readonly string[] =>
  extension(hello.extensions, 'application_layer_protocol_negotiation')?.protocols ?? []

/** What a server may hang up on, and the feature that shows in. */
const dislikes = {
  'version-tolerance': (_, hello) => versionsOf(hello).some(version => version > 0x0304),
  'grease-tolerance': (_, hello) => hello.cipherSuites.some(isGrease),
  'length-tolerance': offer => bytesOf(offer) >= 256 && bytesOf(offer) < 512,
  'long-hello-tolerance': offer => bytesOf(offer) > 1460,
  'split-tolerance': ({ fragmentSize }) => fragmentSize !== undefined,
  'strict-server-name': (_, hello) => nameOf(hello) === 'tlsgate.invalid',
  'strict-alpn': (_, hello) => protocolsOf(hello).some(name => !context.alpn.includes(name)),
} as const satisfies Partial<Record<FeatureName, (offer: Offer, hello: ClientHello) => boolean>>

type Dislike = keyof typeof dislikes
const everyDislike = Object.keys(dislikes) as Dislike[]

interface Server {
  readonly model: Model
  readonly disliked: readonly Dislike[]
  /** Whether it also hangs up on client versions that came after its own. */
  readonly isOld?: boolean
  readonly refuses?: Outcome
}

/** As a server reads it that does not know supported_versions. */
const withoutList = (hello: ClientHello): ClientHello => ({
  ...hello,
  extensions: hello.extensions?.filter(({ kind }) => kind !== 'supported_versions') ?? null,
})

const closed: Outcome = { kind: 'refused', by: 'close' }
const silence: Outcome = { kind: 'unknown', why: 'timeout', detail: 'no answer in time' }

/** The model with one certificate, and with what it does not like. */
function serverOf({ model, disliked, isOld = false, refuses = closed }: Server): (offer: Offer) => Outcome {
  const answer = modelServer(model)
  const newest = Math.max(...model.versions)
  const isNew = newest >= 0x0304
  return offer => {
    const { hello } = offer
    if (hello.kind !== 'client_hello') return closed
    if (isOld && hello.legacyVersion > newest) return closed
    if (disliked.some(name => dislikes[name](offer, isNew ? hello : withoutList(hello)))) return refuses
    const outcome = answer(offer)
    const isSealed = outcome.kind !== 'accepted' || outcome.answer.hello.kind === 'hello_retry_request'
    return isSealed ? outcome : { ...outcome, answer: { ...outcome.answer, presented: [Uint8Array.of(1)] } }
  }
}

const statuses = ({ asked }: Ran): Readonly<Record<string, string>> =>
  Object.fromEntries(featuresOf(ledgerOf(asked)).map(({ name, status }) => [name, status]))

/** What is so of a server: tolerances it has not got, and what it is strict about. */
const truth = ({ disliked }: Server): Readonly<Record<string, string>> =>
  Object.fromEntries(
    everyDislike.map(name => {
      const isDisliked = disliked.includes(name)
      return [name, name.startsWith('strict-') === isDisliked ? 'yes' : 'no']
    }),
  )

const suites = [...nineSuites.suites, 0xc013, 0x002f, 0x000a]
const old: Model = { ...nineSuites, suites, versions: [0x0301] }

describe('a server is blamed for what it does not like, and for nothing else:', () => {
  test.each<[string, Server]>([
    ['one that likes everything', { model: nineSuites, disliked: [] }],
    ['one that likes nothing', { model: nineSuites, disliked: everyDislike }],
    ['one of TLS 1.2 alone', { model: { ...nineSuites, versions: [0x0303] }, disliked: [] }],
    ['one of TLS 1.3 alone', { model: { ...nineSuites, versions: [0x0304] }, disliked: ['grease-tolerance'] }],
    ['one that hangs up on hellos of 256 to 511 bytes', { model: old, disliked: ['length-tolerance'] }],
    ['one without x25519', { model: { ...nineSuites, groups: [0x0017] }, disliked: ['strict-server-name', 'strict-alpn'] }],
    [
      'one with an alert of its own for foreign names',
      { model: nineSuites, disliked: ['strict-server-name'], refuses: { kind: 'refused', by: 'alert', alert: 112 } },
    ],
    [
      'one with an alert of its own for foreign protocols',
      { model: nineSuites, disliked: ['strict-alpn'], refuses: { kind: 'refused', by: 'alert', alert: 120 } },
    ],
    ['one that hangs up on versions after its own', { model: old, disliked: ['version-tolerance'], isOld: true }],
    [
      'one that hangs up on versions after its own and on foreign names',
      { model: { ...old, versions: [0x0302, 0x0301] }, disliked: ['version-tolerance', 'strict-server-name'], isOld: true },
    ],
  ])('%s', (_, server) => {
    expect(statuses(runAll([askOddities(context)], serverOf(server)))).toMatchObject(truth(server))
  })

  const servers: fc.Arbitrary<Server> = fc.record({
    model: fc
      .constantFrom([0x0304, 0x0303], [0x0303], [0x0304], [0x0302, 0x0301], [0x0304, 0x0303, 0x0302, 0x0301])
      .map(versions => ({ ...nineSuites, suites, versions })),
    disliked: fc.subarray(everyDislike),
    refuses: fc.constantFrom<Outcome>(closed, { kind: 'refused', by: 'alert', alert: 40 }),
  })

  test('any', () => {
    fc.assert(
      fc.property(servers, server => {
        expect(statuses(runAll([askOddities(context)], serverOf(server)))).toMatchObject(truth(server))
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  test('one that does not answer now and then, of which nothing is said that is not so', () => {
    fc.assert(
      fc.property(servers, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (server, luck) => {
        const answer = serverOf(server)
        const known = { ...statuses(runAll(fullSurvey(context), answer)), ...truth(server) }
        const found = statuses(runAll(fullSurvey(context), offer => (luck.next().value === 0 ? silence : answer(offer))))
        const wrong = Object.entries(found).filter(([name, status]) => status !== 'unknown' && status !== known[name])
        expect(wrong).toEqual([])
      }),
      { numRuns: 20, seed: 11 },
    )
  })
})

test.each<[string, Outcome]>([
  ['says nothing', silence],
  ['refuses everything', closed],
])('of a server that %s no feature is known', (_, outcome) => {
  const { asked } = runAll([askOddities(context)], () => outcome)
  expect(asked.length).toBeLessThanOrEqual(7)
  const found = featuresOf(ledgerOf(asked)).filter(({ name }) => everyDislike.some(each => each === name))
  expect(found.map(({ status }) => status)).toEqual(everyDislike.map(() => 'unknown'))
})

test.each<[string, Server, number]>([
  ['that likes everything', { model: nineSuites, disliked: [] }, 3],
  ['of TLS 1.2 alone', { model: { ...nineSuites, versions: [0x0303] }, disliked: [] }, 4],
])('a server %s is put so many hellos', (_, server, count) => {
  expect(runAll([askOddities(context)], serverOf(server)).asked).toHaveLength(count)
})
