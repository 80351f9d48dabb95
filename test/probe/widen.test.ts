import { describe, expect, test } from 'vitest'
import type { Offer, Outcome } from '../../src/probe/offer.ts'
import { widen } from '../../src/probe/widen.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { type ClientHelloExtension, extension } from '../../src/wire/extensions.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import { decodeHandshake, encodeHandshake } from '../../src/wire/messages.ts'

const original: ClientHello = {
  kind: 'client_hello',
  legacyVersion: 0x0303,
  random: new Uint8Array(32).fill(7),
  sessionId: new Uint8Array(32),
  cipherSuites: [0x1301],
  compressionMethods: [0],
  extensions: [
    { kind: 'server_name', names: [{ type: 0, name: 'a.example' }] },
    { kind: 'supported_groups', groups: [0x001d] },
    { kind: 'key_share', shares: [{ group: 0x001d, keyExchange: new Uint8Array(32) }] },
    { kind: 'supported_versions', versions: [0x0304] },
    { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
  ],
}
/** The hello of an offer, which is never one of SSLv2 here. */
function helloOf(offer: Offer | undefined): ClientHello {
  if (offer?.hello.kind !== 'client_hello') throw new Error('no ClientHello')
  return offer.hello
}
const extensionOf = <K extends ClientHelloExtension['kind']>(offer: Offer | undefined, kind: K) =>
  extension(helloOf(offer).extensions, kind)

const accepted: Outcome = {
  kind: 'accepted',
  version: 0x0303,
  cipherSuite: 0xc02b,
  group: 0x0017,
  signatureScheme: 0x0403,
  answer: {
    hello: {
      kind: 'server_hello',
      legacyVersion: 0x0303,
      random: new Uint8Array(32),
      sessionId: new Uint8Array(0),
      cipherSuite: 0xc02b,
      compressionMethod: 0,
      extensions: null,
    },
    presented: [],
    keyExchange: null,
    encryptedExtensions: null,
    asksForCertificate: false,
  },
}
const refused: Outcome = { kind: 'refused', by: 'alert', alert: 40 }
const unknown: Outcome = { kind: 'unknown', why: 'unreadable', detail: '' }
const silence: Outcome = { kind: 'unknown', why: 'timeout', detail: '' }

/** Lets a peer that is a function answer every hello. */
function ask(peer: (offer: Offer, index: number) => Outcome, hello = original, wordless = false) {
  const asked: { offer: Offer; outcome: Outcome }[] = []
  const probe = widen(hello, wordless)
  let turn = probe.next()
  while (!turn.done) {
    const outcomes = turn.value.map(offer => {
      const outcome = peer(offer, asked.length)
      asked.push({ offer, outcome })
      return outcome
    })
    turn = probe.next(outcomes)
  }
  return { facts: turn.value, asked }
}

describe('the offers', () => {
  test('are few, each with a title of its own, and can be written', () => {
    const { asked } = ask(() => refused)
    expect(asked.length).toBeLessThanOrEqual(4)
    expect(new Set(asked.map(({ offer }) => offer.title)).size).toBe(asked.length)
    for (const { offer } of asked) {
      const bytes = encodeHandshake(helloOf(offer), { version: 0x0301 })
      expect(decodeHandshake(1, bytes.subarray(4), { version: 0x0301 })).toEqual(helloOf(offer))
      expect(bytes.length).toBeLessThan(1500)
    }
  })

  test('name every suite servers in use have, and no signalling value', () => {
    const { asked } = ask(() => refused)
    const suites = asked.flatMap(({ offer }) => helloOf(offer).cipherSuites)
    for (const name of [
      'TLS_AES_256_GCM_SHA384',
      'TLS_AES_128_CCM_8_SHA256',
      'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      'TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256',
      'TLS_DHE_RSA_WITH_AES_256_CBC_SHA',
      'TLS_RSA_WITH_AES_128_CBC_SHA',
      'TLS_PSK_WITH_AES_128_GCM_SHA256',
    ])
      expect(suites.map(cipherSuites.label)).toContain(name)
    expect(suites).not.toContain(0x00ff)
    expect(suites).not.toContain(0x5600)
  })

  test('begin with every version, every group and no key share', () => {
    const [first] = ask(() => refused).asked
    const offer = first?.offer
    expect(extensionOf(offer, 'supported_versions')?.versions).toEqual([0x0304, 0x0303, 0x0302, 0x0301])
    expect(extensionOf(offer, 'key_share')?.shares).toEqual([])
    expect(extensionOf(offer, 'supported_groups')?.groups).toEqual(expect.arrayContaining([0x0017, 0x001d, 0x001e, 0x11ec, 0x0100]))
    expect(extensionOf(offer, 'signature_algorithms')?.schemes).toEqual(expect.arrayContaining([0x0403, 0x0804, 0x0201]))
    expect(extensionOf(offer, 'server_name')?.names[0]?.name).toBe('a.example')
    expect(extensionOf(offer, 'renegotiation_info')).toBeDefined()
  })

  test('ask first with the suites that servers in use have', () => {
    const [first] = ask(() => refused).asked
    const suites = helloOf(first?.offer).cipherSuites.map(cipherSuites.label)
    expect(suites[0]).toBe('TLS_AES_128_GCM_SHA256')
    for (const exchange of ['ECDHE_RSA', 'ECDHE_ECDSA', 'DHE_RSA'])
      for (const cipher of ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256', 'AES_128_CBC_SHA'])
        expect(suites).toContain(`TLS_${exchange}_WITH_${cipher}`)
  })

  test('keep to the versions of a client without TLS 1.3, and ask for every version once they are refused', () => {
    const client = { ...original, extensions: original.extensions?.filter(({ kind }) => kind !== 'supported_versions') ?? null }
    const { asked } = ask(() => refused, client)
    expect(asked.length).toBeLessThanOrEqual(5)
    expect(asked.map(({ offer }) => extensionOf(offer, 'supported_versions')?.versions[0])).toEqual([
      ...Array(asked.length - 2).fill(undefined),
      0x0304,
      undefined,
    ])
    expect(asked.every(({ offer }) => helloOf(offer).legacyVersion === 0x0303)).toBe(true)
    expect(new Set(asked.map(({ offer }) => offer.title)).size).toBe(asked.length)
    const [first] = ask(() => refused, { ...client, legacyVersion: 0x0302 }).asked
    expect(helloOf(first?.offer).legacyVersion).toBe(0x0302)
  })

  test('end with the original without a name', () => {
    const last = ask(() => refused).asked.at(-1)?.offer
    expect(helloOf(last)).toEqual({ ...original, extensions: original.extensions?.filter(({ kind }) => kind !== 'server_name') })
  })

  test('do not repeat an original that has no name', () => {
    const unnamed = { ...original, extensions: original.extensions?.filter(({ kind }) => kind !== 'server_name') ?? null }
    const { asked } = ask(() => refused, unnamed)
    expect(asked.every(({ offer }) => offer.title !== 'the same hello without a server name')).toBe(true)
  })
})

describe('what follows from the outcomes', () => {
  test('the first acceptance ends it', () => {
    const { facts, asked } = ask(() => accepted)
    expect(asked).toHaveLength(1)
    expect(facts).toEqual({ accepted: { ...accepted, title: asked[0]?.offer.title, withoutName: false }, conclusive: true })
  })

  test('an acceptance of a later batch counts the same', () => {
    const { facts, asked } = ask((_, index) => (index === 1 ? accepted : refused))
    expect(asked).toHaveLength(2)
    expect(facts.accepted).toMatchObject({ withoutName: false })
  })

  test('an acceptance without a name says that it was the name', () => {
    const { facts } = ask(offer => (extensionOf(offer, 'server_name') ? refused : accepted))
    expect(facts).toMatchObject({ accepted: { withoutName: true, title: 'the same hello without a server name' }, conclusive: true })
  })

  test('a refusal of all is conclusive', () => {
    expect(ask(() => refused).facts).toEqual({ accepted: null, conclusive: true })
  })

  test.each([0, 1, -1])('an answer that cannot be read in place of refusal %i is not', at => {
    const count = ask(() => refused).asked.length
    expect(ask((_, index) => (index === (at + count) % count ? unknown : refused)).facts).toEqual({
      accepted: null,
      conclusive: false,
    })
  })
  test('a silence up to the deadline ends it: nothing was found out', () => {
    const { facts, asked } = ask((_, index) => (index === 1 ? silence : refused))
    expect(asked).toHaveLength(2)
    expect(facts).toEqual({ accepted: null, conclusive: false })
  })

  const hungUp: Outcome = { kind: 'refused', by: 'reset' }
  test.each<[string, Outcome, boolean]>([
    ['is accepted', accepted, false],
    ['has no answer', silence, false],
    ['is hung up on', hungUp, true],
    ['is refused by alert', refused, true],
  ])('of an original that was hung up on nothing does unless it is refused again: it %s', (_, again, counts) => {
    const { facts, asked } = ask(offer => (offer.hello === original ? again : accepted), original, true)
    expect(asked.map(({ offer }) => offer.hello).slice(1)).toEqual([original])
    expect([facts.accepted !== null, facts.conclusive]).toEqual([counts, counts])
  })
})
