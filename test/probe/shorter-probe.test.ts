import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { helloOf } from '../../src/probe/hello.ts'
import { lengthOf } from '../../src/probe/hello-bytes.ts'
import { ledgerOf } from '../../src/probe/ledger.ts'
import type { Offer, Outcome, Probe } from '../../src/probe/offer.ts'
import { isDivisible, shortBytes, shorterOffers } from '../../src/probe/shorter.ts'
import { inShort } from '../../src/probe/shorter-probe.ts'
import { fullSurvey } from '../../src/probe/survey/full.ts'
import { likelySuites } from '../../src/probe/survey/ranking.ts'
import { type Model, modelServer, nineSuites, runAll } from './survey/model.ts'

const context = { servername: 'a.example', alpn: [], random: (length: number) => new Uint8Array(length) }
const isLong = ({ hello }: Offer): boolean => hello.kind === 'client_hello' && lengthOf(hello) > shortBytes
const closed: Outcome = { kind: 'refused', by: 'close' }
const unanswered: Outcome = { kind: 'unknown', why: 'timeout', detail: 'no answer in time' }

const long: Offer = {
  title: 'all',
  about: 'cipher-suites',
  hello: helloOf(context, { version: 0x0303, cipherSuites: likelySuites(0x0303).slice(0, 128) }),
}
const suitesOf = ({ hello }: Offer): readonly number[] => (hello.kind === 'client_hello' ? hello.cipherSuites : [])

/** What a probe is told of one offer, and what is put for it, batch by batch. */
function told(server: (offer: Offer) => Outcome, isTooLong: (offer: Offer, outcome: Outcome | null) => boolean = isLong, offer = long) {
  let outcome: Outcome | undefined
  function* probe(): Probe<void> {
    ;[outcome] = yield [offer]
  }
  const { asked, depth } = runAll([inShort(probe(), isTooLong)], server)
  return { outcome, asked, depth }
}

describe('a long offer', () => {
  test('that is not too long is put as it is, in one batch', () => {
    const { asked, depth } = told(
      () => closed,
      () => false,
    )
    expect(asked.map(({ offer }) => offer)).toEqual([long])
    expect(depth).toBe(1)
  })

  test('that is known to be too long goes out short at once', () => {
    const { asked, depth, outcome } = told(() => closed)
    expect(asked.map(({ offer }) => offer)).toEqual(shorterOffers(long))
    expect(depth).toBe(1)
    expect(outcome).toEqual(closed)
  })

  test('that turns out to be too long is asked again in short ones', () => {
    const { asked, depth } = told(
      offer => (isLong(offer) ? closed : { kind: 'refused', by: 'alert', alert: 40 }),
      (_, outcome) => outcome?.kind === 'refused',
    )
    expect(asked.map(({ offer }) => offer)).toEqual([long, ...shorterOffers(long)])
    expect(depth).toBe(2)
  })

  test('is not refused as long as one part has no answer', () => {
    const [first] = shorterOffers(long)
    expect(told(offer => (offer.title === first?.title ? unanswered : closed)).outcome).toEqual(unanswered)
  })

  test.each(['server', 'client'] as const)("is accepted with what the server would choose of it, in the %s's order", order => {
    // One of each of the first three parts, the server's favourite last.
    const suites = shorterOffers(long)
      .slice(0, 3)
      .map(part => suitesOf(part)[4] ?? 0)
      .reverse()
    const model: Model = { ...nineSuites, versions: [0x0303], suites, schemes: [0x0401, 0x0403, 0x0202], order }
    const expected = modelServer(model)(long)
    expect(expected.kind).toBe('accepted')
    const { outcome, depth } = told(modelServer(model))
    expect(outcome).toEqual(expected)
    expect(depth).toBe(2)
  })

  test('without a shorter form is put as it is', () => {
    const client: Offer = { ...long, about: 'client' }
    expect(told(() => closed, isLong, client).asked.map(({ offer }) => offer)).toEqual([client])
  })
})

test('a full survey in short hellos finds the suites, groups and schemes that one in long hellos finds', () => {
  const subset = (codes: readonly number[]) => fc.shuffledSubarray([...codes], { minLength: 1 })
  const models: fc.Arbitrary<Model> = fc.record({
    versions: fc.constantFrom([0x0303, 0x0304], [0x0303], [0x0304], [0x0301, 0x0303]),
    suites: subset([
      0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc030, 0xcca8, 0xc009, 0xc013, 0x009e, 0x0033, 0x002f, 0x000a, 0x009c, 0xc018,
    ]),
    groups: subset([0x001d, 0x0017, 0x0018, 0x0019, 0x0100, 0x0104, 0x11ec]),
    schemes: subset([0x0804, 0x0805, 0x0401, 0x0501, 0x0201, 0x0403, 0x0503]),
    order: fc.constantFrom('server', 'client'),
  })
  const factsOf = (model: Model, isShort: boolean) => {
    const server = modelServer(model)
    const probes = fullSurvey(context).map(probe => (isShort ? inShort(probe, offer => isLong(offer) && isDivisible(offer.about)) : probe))
    const { asked } = runAll(probes, offer => (isShort && isLong(offer) ? closed : server(offer)))
    // As a Line does, which knows what a hang-up on a long hello means.
    const ledger = ledgerOf(asked.map(each => (isShort && isLong(each.offer) ? { ...each, outcome: unanswered } : each)))
    return [0x0301, 0x0303, 0x0304].map(version => ({
      suites: model.suites.map(code => ledger.cipherSuite(version, code).support),
      groups: model.groups.map(code => ledger.group(version, code).support),
      // Without x25519 the signature of TLS 1.3 stays sealed, but for a hello with a post-quantum share, which has no short form.
      schemes:
        version < 0x0304 || model.groups.includes(0x001d) ? model.schemes.map(code => ledger.signatureScheme(version, code).support) : [],
    }))
  }
  fc.assert(
    fc.property(models, model => {
      expect(factsOf(model, true)).toEqual(factsOf(model, false))
    }),
    { numRuns: 25, seed: 7 },
  )
})
