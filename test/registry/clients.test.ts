// Profiles against the registries, against themselves and against what the real programs sent.
import { describe, expect, test } from 'vitest'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { grease } from '../../src/registry/clients/client-profile.ts'
import { clientProfile, clientProfiles } from '../../src/registry/clients/clients.ts'
import { groups } from '../../src/registry/groups.ts'
import { protocols } from '../../src/registry/protocols.ts'
import { signatureSchemes } from '../../src/registry/signature-schemes.ts'
import { capturedHello, captures } from '../clients/captures.ts'
import { programs } from '../clients/programs.ts'
import { templateOf } from '../clients/template.ts'

const each = clientProfiles().map(profile => [profile.name, profile] as const)

describe('client profiles', () => {
  test.each([
    ['browsers', ['chrome', 'firefox', 'safari', 'ie-11-win7', 'ie-11-win10']],
    ['Java', ['java-8u161', 'java-11', 'java-17', 'java-21', 'java-25']],
    ['Android', ['android-4.4', 'android-5', 'android-6', 'android-7', 'android-8.1', 'android-10', 'android-14']],
    ['OpenSSL', ['openssl-1.0.2', 'openssl-1.1.1', 'openssl-3.0', 'openssl-3.5', 'curl', 'python-3.11', 'dotnet-linux']],
    ['Node', ['node-20', 'node-22', 'node-24', 'node-26']],
    ['Windows', ['schannel-2012r2', 'schannel-2016', 'schannel-2019', 'schannel-2022', 'dotnet-windows', 'windows-11']],
    ['others', ['gnutls-3.7', 'go-1.19', 'go-1.27']],
  ])('name %s', (_, names) => {
    expect(names.filter(name => clientProfile(name) === undefined)).toEqual([])
  })

  test('have names of their own, and no others than were asked for are found', () => {
    const names = each.map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter(name => !/^[a-z]+(-[a-z0-9.]+)*$/.test(name))).toEqual([])
    expect([clientProfile('netscape-4'), clientProfile('Chrome')]).toEqual([undefined, undefined])
  })

  test.each(each)('%s says where it is from and when it came out', (_, { title, source, released }) => {
    expect([title.length > 2, source.length > 20, /^20\d\d-(0[1-9]|1[0-2])$/.test(released)]).toEqual([true, true, true])
  })

  test.each(each)('%s offers registered numbers only, none twice but where the source has it so', (name, profile) => {
    const unknown = (codes: readonly number[], table: { label(code: number): string }): string[] =>
      codes.flatMap(code => (code !== grease && / 0x/.test(table.label(code)) ? [table.label(code)] : []))
    expect(unknown(profile.cipherSuites, cipherSuites)).toEqual([])
    expect(unknown(profile.groups, groups)).toEqual([])
    expect(unknown(profile.signatureSchemes, signatureSchemes)).toEqual([])
    expect(unknown(profile.versions ?? [], protocols)).toEqual([])
    for (const list of [profile.cipherSuites, profile.groups, profile.keyShares]) expect(new Set(list).size).toBe(list.length)
    // Apple's list has rsa_pss_rsae_sha384 twice.
    expect(new Set(profile.signatureSchemes).size).toBe(profile.signatureSchemes.length - (name === 'safari' ? 1 : 0))
  })

  test.each(each)('%s has lists for the extensions it sends, and for no others', (_, profile) => {
    const types = profile.extensions.map(template => (typeof template === 'number' ? template : template[0]))
    const lists = [
      [10, profile.groups],
      [11, profile.pointFormats],
      [13, profile.signatureSchemes],
      [16, profile.alpn],
      [43, profile.versions ?? []],
      [51, profile.keyShares],
    ] as const
    expect(lists.filter(([type, list]) => types.includes(type) !== list.length > 0)).toEqual([])
    expect(types.includes(65037)).toBe(profile.echPayloadLength !== undefined)
    expect(profile.keyShares.filter(group => !profile.groups.includes(group))).toEqual([])
  })

  test.each(each)('%s takes no answer older than what it offers', (_, { versions, oldest }) => {
    expect(oldest).toBe(versions === null ? oldest : Math.min(...versions.filter(version => version !== grease)))
    expect(protocols.get(oldest)).toBeDefined()
  })
})

describe('captures', () => {
  test('are there for every profile that is called captured, and for no other', () => {
    const captured = clientProfiles().flatMap(({ name, captured }) => (captured ? [name] : []))
    expect(captures.map(({ name }) => name)).toEqual(captured.toSorted())
    expect(programs.map(({ name }) => name).toSorted()).toEqual(captured.toSorted())
  })

  test.each(captures.map(capture => [capture.name, capture] as const))('%s sent what its row says', (name, capture) => {
    const sent = templateOf(capturedHello(capture))
    const { title, family, released, source, captured, oldest, name: own, shuffles, ...offer } = clientProfile(name) ?? fail(name)
    // BoringSSL draws the length of that payload and the order of the extensions.
    const drawn = { extensions: [], ...(shuffles && { echPayloadLength: 0 }) }
    expect({ ...sent, ...drawn }).toEqual({ ...offer, ...drawn })
    const order = (list: readonly unknown[]): readonly unknown[] => (shuffles ? list.map(one => JSON.stringify(one)).sort() : list)
    expect(order(sent.extensions)).toEqual(order(offer.extensions))
  })
})

function fail(name: string): never {
  throw new Error(`no profile ${name}`)
}
