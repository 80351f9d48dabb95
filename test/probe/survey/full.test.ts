import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contradiction } from '../../../src/probe/contradiction.ts'
import { featuresOf } from '../../../src/probe/features.ts'
import { everyGroup, everySignatureScheme, type HelloContext, helloOf } from '../../../src/probe/hello.ts'
import { type Ledger, ledgerOf, suitesOf } from '../../../src/probe/ledger.ts'
import { fullSurvey } from '../../../src/probe/survey/full.ts'
import { surveyVersions } from '../../../src/probe/survey/version.ts'
import { everySuite, isCurved, isSigned, type Model, modelServer, nineSuites, runAll } from './model.ts'

const context: HelloContext = { servername: 'a.example', alpn: ['h2'], random: length => new Uint8Array(length) }
const x25519 = 0x001d

interface Found {
  readonly suites: readonly number[]
  readonly groups: readonly number[]
  readonly schemes: readonly number[]
}

/** What a ledger says is accepted in a version, by wire numbers in their order. */
function found(ledger: Ledger, version: number): Found {
  const accepted = (codes: readonly number[], finding: (code: number) => { readonly support: string }): number[] =>
    codes.filter(code => finding(code).support === 'accepted').sort((a, b) => a - b)
  return {
    suites: accepted(suitesOf(version), code => ledger.cipherSuite(version, code)),
    groups: accepted(everyGroup(), code => ledger.group(version, code)),
    schemes: accepted(everySignatureScheme(), code => ledger.signatureScheme(version, code)),
  }
}

/** The same, by asking for each member with nothing beside it. */
function truth(model: Model, version: number): Found {
  const shares = version === 0x0304 && model.groups.includes(x25519) ? [{ group: x25519, keyExchange: new Uint8Array(32) }] : []
  const { suites } = model
  const server = modelServer(model)
  if (!model.versions.includes(version)) return { suites: [], groups: [], schemes: [] }
  const part = (codes: readonly number[], parts: (code: number) => object, name: 'cipherSuite' | 'group' | 'signatureScheme'): number[] =>
    codes
      .filter(code => {
        const hello = helloOf(context, { version, cipherSuites: suites, ...parts(code) })
        const outcome = server({ title: '', about: 'control', hello })
        return outcome.kind === 'accepted' && outcome.version === version && outcome[name] === code
      })
      .sort((a, b) => a - b)
  const curved = version < 0x0304 ? suites.filter(isCurved) : suites
  const signed = version < 0x0304 ? suites.filter(isSigned) : suites
  return {
    suites: part(suites, code => ({ cipherSuites: [code] }), 'cipherSuite'),
    groups: curved.length === 0 ? [] : part(everyGroup(), code => ({ cipherSuites: curved, groups: [code] }), 'group'),
    schemes:
      signed.length === 0
        ? []
        : part(everySignatureScheme(), code => ({ cipherSuites: signed, signatureSchemes: [code], shares }), 'signatureScheme'),
  }
}

/** Suites, groups and schemes of a version that are neither accepted nor refused. */
const open = (ledger: Ledger, version: number): number[] => [
  ...suitesOf(version).filter(code => ledger.cipherSuite(version, code).support === 'unknown'),
  ...everyGroup().filter(code => ledger.group(version, code).support === 'unknown'),
  ...(version < 0x0303 ? [] : everySignatureScheme().filter(code => ledger.signatureScheme(version, code).support === 'unknown')),
]

const surveyed = (model: Model) => {
  const ran = runAll(fullSurvey(context), modelServer(model))
  return { ...ran, ledger: ledgerOf(ran.asked) }
}

describe('a full survey', () => {
  const subset = (codes: readonly number[]) => fc.shuffledSubarray([...codes], { minLength: 1 })
  // A few of every kind that matters to how it is asked.
  const models: fc.Arbitrary<Model> = fc.record({
    versions: fc.constantFrom([0x0303, 0x0304], [0x0303], [0x0304], [0x0301, 0x0303], [0x0301, 0x0302, 0x0303, 0x0304]),
    suites: subset([
      0x1301, 0x1302, 0x1303, 0x1304, 0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9, 0xc009, 0xc013, 0xc014, 0x009e, 0x0033, 0x002f,
      0x000a, 0x009c, 0x0018, 0xc018,
    ]),
    groups: subset([0x001d, 0x0017, 0x0018, 0x0019, 0x001e, 0x0100, 0x0104, 0x11ec, 0x0016, 0x001a]),
    schemes: subset([0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0201, 0x0403, 0x0503, 0x0603, 0x0203, 0x0807]),
    order: fc.constantFrom('server', 'client'),
  })

  test('finds what asking for each member alone finds, and leaves nothing open', () => {
    fc.assert(
      fc.property(models, model => {
        const { ledger } = surveyed(model)
        expect(contradiction(ledger.asked)).toBeNull()
        for (const version of [0x0301, 0x0302, 0x0303, 0x0304]) {
          const expected = truth(model, version)
          const isThere = expected.suites.length > 0
          const { suites, groups, schemes } = found(ledger, version)
          expect(suites).toEqual(expected.suites)
          if (!isThere) continue
          expect(groups).toEqual(expected.groups)
          // Without x25519 the signature of TLS 1.3 stays sealed.
          if (version < 0x0304 || model.groups.includes(x25519)) {
            expect(schemes).toEqual(expected.schemes)
            expect(open(ledger, version)).toEqual([])
          }
        }
      }),
      { numRuns: 40, seed: 3 },
    )
  })

  test('finds the schemes of every certificate where one of them is settled on too early', () => {
    const fresh = fc.record({
      suites: subset([0xc02b, 0xc02c, 0xc009, 0xc02f, 0xc030, 0xc013, 0x009e, 0x0033]),
      schemes: subset([0x0804, 0x0805, 0x0401, 0x0601, 0x0201, 0x0403, 0x0503, 0x0603, 0x0203, 0x081a, 0x081b]),
      order: fc.constantFrom('server' as const, 'client' as const),
    })
    fc.assert(
      fc.property(fresh, parts => {
        // With schemes that always work, as a server has that is of any use.
        const schemes = [...new Set([0x0804, 0x0403, ...parts.schemes])]
        const model: Model = { ...nineSuites, ...parts, schemes, versions: [0x0303], lacks: ['second-thoughts'] }
        const { ledger } = surveyed(model)
        expect(found(ledger, 0x0303)).toMatchObject(truth(model, 0x0303))
        expect(open(ledger, 0x0303)).toEqual([])
      }),
      { numRuns: 60, seed: 11 },
    )
  })

  test('finds every signature scheme of a server with many suites, also those that only the last suite it finds can be signed with', () => {
    const many = fc.record({ suites: fc.shuffledSubarray([...everySuite.suites], { minLength: 30 }), schemes: subset(everySuite.schemes) })
    fc.assert(
      fc.property(many, parts => {
        const model: Model = { ...everySuite, ...parts, versions: [0x0303] }
        const { ledger } = surveyed(model)
        expect(found(ledger, 0x0303)).toMatchObject(truth(model, 0x0303))
        expect(open(ledger, 0x0303)).toEqual([])
      }),
      { numRuns: 15, seed: 7 },
    )
  })

  test('says nothing that is not so of a server that answers now and then', () => {
    fc.assert(
      fc.property(models, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (model, luck) => {
        const server = modelServer(model)
        const { asked } = runAll(fullSurvey(context), offer =>
          luck.next().value === 0 ? { kind: 'unknown', why: 'timeout', detail: 'no answer in time' } : server(offer),
        )
        const ledger = ledgerOf(asked)
        for (const version of [0x0301, 0x0302, 0x0303, 0x0304]) {
          const { suites, groups } = truth(model, version)
          for (const code of suites) expect(ledger.cipherSuite(version, code).support).not.toBe('refused')
          if (suites.length > 0) for (const code of groups) expect(ledger.group(version, code).support).not.toBe('refused')
        }
      }),
      { numRuns: 20, seed: 5 },
    )
  })

  test.each<[string, Partial<Model>]>([
    ["in the client's order", {}],
    ["in the server's order", { order: 'server' }],
  ])('takes at most 39 connections for nine suites %s, and few rounds', (_, change) => {
    const { asked, depth } = surveyed({ ...nineSuites, ...change })
    expect(asked.length).toBeLessThanOrEqual(39)
    expect(depth).toBeLessThanOrEqual(6)
  })

  test.each<[string, Partial<Model>]>([
    ["in the client's order", {}],
    ["in the server's order", { order: 'server' }],
  ])('takes two fifths more connections than there are suites at most where there are many, %s', (_, change) => {
    const model = { ...everySuite, ...change }
    const { asked, depth, ledger } = surveyed(model)
    const suites = [0x0301, 0x0302, 0x0303, 0x0304].flatMap(version => found(ledger, version).suites)
    expect(suites.length).toBeGreaterThan(120)
    expect(asked.length).toBeLessThanOrEqual((suites.length * 7) / 5)
    expect(depth).toBeLessThanOrEqual(14)
  })
})

describe('the survey of a version', () => {
  test('finds what no newer version of the server has', () => {
    const older: Model = { ...nineSuites, versions: [0x0301], suites: [0x0035, 0xc013, 0x000a, 0xc018], groups: [0x0018, 0x001a] }
    const [asOlder, asNewer] = [modelServer(older), modelServer({ ...nineSuites, versions: [0x0303], suites: [0xc02f, 0x0035, 0x009c] })]
    const { asked } = runAll(surveyVersions(context, [0x0303, 0x0302, 0x0301]), offer => {
      const outcome = asNewer(offer)
      return outcome.kind === 'accepted' ? outcome : asOlder(offer)
    })
    const ledger = ledgerOf(asked)
    expect(found(ledger, 0x0301)).toMatchObject({ suites: [0x000a, 0x0035, 0xc013, 0xc018], groups: [0x0018, 0x001a] })
    expect(found(ledger, 0x0303).suites).toEqual([0x0035, 0x009c, 0xc02f])
    expect(suitesOf(0x0301).filter(code => ledger.cipherSuite(0x0301, code).support === 'unknown')).toEqual([])
  })

  test('asks for compression once more where the server has but the groups that the first such hello leaves out', () => {
    const compressions = (model: Model): number => {
      const { asked } = runAll(surveyVersions(context, [0x0303]), modelServer(model))
      const feature = featuresOf(ledgerOf(asked)).find(({ name }) => name === 'compression')
      expect(feature?.status).toBe('no')
      return asked.filter(({ offer }) => offer.hello.kind === 'client_hello' && offer.hello.compressionMethods.includes(1)).length
    }
    const sparing: Model = { ...nineSuites, versions: [0x0303], suites: [0xc02f, 0xc030], groups: [x25519], schemes: [0x0804, 0x0401] }
    expect(compressions(sparing)).toBe(2)
    expect(compressions({ ...sparing, groups: nineSuites.groups })).toBe(1)
  })

  test('takes one hello where the version is refused', () => {
    const { asked } = runAll(surveyVersions(context, [0x0301]), modelServer(nineSuites))
    expect(asked).toHaveLength(1)
    expect(ledgerOf(asked).protocol(0x0301).support).toBe('refused')
  })

  test('believes no refusal of TLS 1.3 that a hello with a key share was not met with', () => {
    const { asked } = runAll(surveyVersions(context, [0x0304]), modelServer({ ...nineSuites, lacks: ['hello-retry'] }))
    const ledger = ledgerOf(asked)
    expect(found(ledger, 0x0304).suites).toEqual([0x1301, 0x1302, 0x1303])
    expect(ledger.group(0x0304, x25519).support).toBe('accepted')
    expect(ledger.group(0x0304, 0x0017).support).toBe('unknown')
  })

  test("keeps an elliptic-curve certificate's curve among the groups", () => {
    const model: Model = { ...nineSuites, suites: [0xc02b, 0xc02c], schemes: [0x0403], lacks: ['curve-freedom'], order: 'client' }
    const ledger = ledgerOf(runAll(surveyVersions(context, [0x0303]), modelServer(model)).asked)
    expect(found(ledger, 0x0303).groups).toEqual([0x0017, 0x0018, 0x0019, 0x001d, 0x001e])
    // Passed over for the curve of the certificate, which every client has to offer.
    expect(ledger.group(0x0303, 0x001a).support).toBe('refused')
  })

  test('asks nothing of what it had no answer to', () => {
    const { asked } = runAll(surveyVersions(context, [0x0303]), () => ({ kind: 'unknown', why: 'timeout', detail: 'no answer in time' }))
    expect(asked.length).toBeLessThanOrEqual(5)
    const ledger = ledgerOf(asked)
    expect(ledger.protocol(0x0303).support).toBe('unknown')
    expect(ledger.cipherSuite(0x0303, 0xc02f)).toEqual({ support: 'unknown', probes: [1] })
  })
})
