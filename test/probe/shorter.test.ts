import { describe, expect, test } from 'vitest'
import { everyGroup, type HelloParts, helloOf } from '../../src/probe/hello.ts'
import { lengthOf } from '../../src/probe/hello-bytes.ts'
import { keyShare } from '../../src/probe/key-share.ts'
import type { Offer, Subject } from '../../src/probe/offer.ts'
import { shortBytes, shorterOffers } from '../../src/probe/shorter.ts'
import { likelySuites } from '../../src/probe/survey/ranking.ts'
import { extension } from '../../src/wire/extensions.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import { decodeHandshake, encodeHandshake } from '../../src/wire/messages.ts'

const contextOf = (servername: string) => ({ servername, alpn: ['h2', 'http/1.1'], random: (length: number) => new Uint8Array(length) })
const offerOf = (about: Subject, parts: HelloParts, servername = 'a.example'): Offer => ({
  title: 'every one',
  about,
  hello: helloOf(contextOf(servername), parts),
})
const helloIn = ({ hello }: Offer): ClientHello => {
  if (hello.kind !== 'client_hello') throw new Error('no ClientHello')
  return hello
}
const suitesIn = (offer: Offer): readonly number[] => helloIn(offer).cipherSuites
const groupsIn = (offer: Offer): readonly number[] => extension(helloIn(offer).extensions, 'supported_groups')?.groups ?? []
const schemesIn = (offer: Offer): readonly number[] => extension(helloIn(offer).extensions, 'signature_algorithms')?.schemes ?? []
const kindsIn = (offer: Offer): string[] => (helloIn(offer).extensions ?? []).map(({ kind }) => kind)

const all = (version: number): number[] => likelySuites(version).slice(0, 128)
const { share } = keyShare()

describe('the shorter hellos', () => {
  const names = ['a.example', `${'n'.repeat(60)}.example.com`, `${'n'.repeat(60)}.${'m'.repeat(40)}.example`]
  const read = { 'cipher-suites': suitesIn, groups: groupsIn, 'signature-schemes': schemesIn, several: suitesIn }
  const cases = names.flatMap(name =>
    [0x0301, 0x0302, 0x0303, 0x0304].flatMap(version =>
      (['cipher-suites', 'groups', 'signature-schemes', 'several'] as const).flatMap(about =>
        about === 'signature-schemes' && version < 0x0303 ? [] : [[about, version.toString(16), name.length, name, version] as const],
      ),
    ),
  )
  test.each(cases)('about %s in 0x%s with a name of %d characters ask for all of it, in order', (about, _, __, name, version) => {
    const offer = offerOf(
      about,
      { version, cipherSuites: all(version).filter(code => about !== 'groups' || version > 0x0303 || code > 0xc000) },
      name,
    )
    const parts = shorterOffers(offer)
    for (const part of parts) {
      expect(lengthOf(helloIn(part))).toBeLessThanOrEqual(shortBytes)
      const [type = 0] = encodeHandshake(helloIn(part), { version })
      expect(decodeHandshake(type, encodeHandshake(helloIn(part), { version }).subarray(4), { version })).toEqual(helloIn(part))
      for (const list of [suitesIn(part), groupsIn(part)]) expect(list.length).toBeGreaterThan(0)
      if (version >= 0x0303) expect(schemesIn(part).length).toBeGreaterThan(0)
    }
    expect([...new Set(parts.filter(part => part.about === about).flatMap(read[about]))].toSorted()).toEqual(read[about](offer).toSorted())
    expect(new Set(parts.map(({ title }) => title)).size).toBe(parts.length)
    for (const { title } of parts) expect(title).toMatch(/^every one, .*in under 256 bytes$/)
  })

  test('of SSLv3 have the signalling value each', () => {
    const parts = shorterOffers(offerOf('cipher-suites', { version: 0x0300, cipherSuites: all(0x0300) }))
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(suitesIn(part)).toContain(0x00ff)
    expect(new Set(parts.flatMap(suitesIn))).toEqual(new Set([...all(0x0300), 0x00ff]))
  })

  test('about groups keep suites with certificates of every kind, and the last group in each', () => {
    const suites = all(0x0303)
    const parts = shorterOffers(offerOf('groups', { version: 0x0303, cipherSuites: suites, groups: [...everyGroup().slice(2), 0x0017] }))
    const ofGroups = parts.filter(({ about }) => about === 'groups')
    expect(ofGroups.length).toBeGreaterThan(1)
    for (const part of ofGroups) {
      expect(groupsIn(part).at(-1)).toBe(0x0017)
      expect(suitesIn(part)).toEqual(expect.arrayContaining([0xc02f, 0xc02b, 0x009e]))
      expect(suitesIn(part)).not.toContain(0x009c)
    }
    // Refused with groups, they would count as refused.
    const ofSuites = parts.filter(({ about }) => about === 'cipher-suites')
    expect(ofSuites.flatMap(suitesIn)).toContain(0x009c)
    expect(ofSuites.flatMap(suitesIn).filter(code => ofGroups.flatMap(suitesIn).includes(code))).toEqual([])
  })

  test('about groups in TLS 1.3 have shares of groups they offer alone', () => {
    const parts = shorterOffers(offerOf('groups', { version: 0x0304, cipherSuites: all(0x0304), shares: [share] }))
    expect(parts.length).toBeGreaterThan(1)
    const shares = parts.map(part => extension(helloIn(part).extensions, 'key_share')?.shares.length)
    expect(shares).toEqual(parts.map(part => (groupsIn(part).includes(share.group) ? 1 : 0)))
  })

  test('about something else say nothing of it where there are several', () => {
    const fallback = (count: number): readonly Offer[] =>
      shorterOffers(offerOf('fallback', { version: 0x0303, cipherSuites: [...all(0x0303).slice(0, count), 0x5600] }))
    expect(fallback(20).map(({ about }) => about)).toEqual(['fallback'])
    const several = fallback(100)
    expect(several.length).toBeGreaterThan(1)
    for (const part of several) {
      expect(part.about).toBe('several')
      expect(suitesIn(part)).toContain(0x5600)
    }
  })

  test('ask for features as long as there is room', () => {
    const kindsFor = (name: string): string[] => {
      const [part] = shorterOffers(offerOf('cipher-suites', { version: 0x0303, cipherSuites: all(0x0303) }, name))
      return part ? kindsIn(part) : []
    }
    expect(kindsFor('a.example')).toEqual(expect.arrayContaining(['heartbeat', 'extended_main_secret', 'renegotiation_info']))
    const long = kindsFor(`${'n'.repeat(60)}.${'m'.repeat(40)}.example`)
    expect(long).toEqual(expect.arrayContaining(['server_name', 'renegotiation_info']))
    expect(long).not.toContain('heartbeat')
  })

  test.each<[string, Offer]>([
    ['a short hello', offerOf('cipher-suites', { version: 0x0303, cipherSuites: [0x009c], groups: [0x17], signatureSchemes: [0x0401] })],
    ["a client's own hello", offerOf('client', { version: 0x0303, cipherSuites: all(0x0303) })],
    ['one whose length is in question', offerOf('length-tolerance', { version: 0x0303, cipherSuites: all(0x0303) })],
    ['one to a very long name', offerOf('cipher-suites', { version: 0x0303, cipherSuites: all(0x0303) }, `${'n'.repeat(60)}.`.repeat(3))],
    [
      'one of SSLv2',
      {
        title: '',
        about: 'cipher-suites',
        hello: { kind: 'sslv2_client_hello', version: 2, cipherKinds: [1], sessionId: new Uint8Array(0), challenge: new Uint8Array(300) },
      },
    ],
  ])('are none for %s', (_, offer) => {
    expect(shorterOffers(offer)).toEqual([])
  })
})
