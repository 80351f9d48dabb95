// The hellos of named clients: byte for byte what the real programs sent, but for what a client draws anew each time.
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { clientHelloOf, clientOffer } from '../../src/probe/client-hello.ts'
import type { ClientProfile } from '../../src/registry/clients/client-profile.ts'
import { clientProfile, clientProfiles } from '../../src/registry/clients/clients.ts'
import { extension, extensionType } from '../../src/wire/extensions.ts'
import { decodeHandshake, encodeHandshake } from '../../src/wire/messages.ts'
import { capturedHello, captures } from '../clients/captures.ts'
import { settled } from '../clients/settled.ts'

const context = { servername: 'localhost', alpn: [], random: randomBytes }
const each = clientProfiles().map(profile => [profile.name, profile] as const)
const known = (name: string): ClientProfile => {
  const profile = clientProfile(name)
  if (profile === undefined) throw new Error(`no profile ${name}`)
  return profile
}

describe('the hello of a captured client', () => {
  test.each(captures.map(capture => [capture.name, capture] as const))('%s is the one it sent', (name, capture) => {
    const profile = known(name)
    expect(settled(clientHelloOf(profile, context), profile)).toBe(settled(capturedHello(capture).hello, profile))
  })
})

describe('the hello of any client', () => {
  test.each(each)('%s reads back as it was made', (_, profile) => {
    const hello = clientHelloOf(profile, context)
    const bytes = encodeHandshake(hello, { version: 0x0303 })
    const back = decodeHandshake(bytes[0] ?? 0, bytes.subarray(4), { version: 0x0303 })
    expect(back.kind === 'client_hello' && settled(back, profile)).toBe(settled(hello, profile))
  })

  test('has the server name of its target, and none for an address', () => {
    const nameOf = (servername: string | null): string | undefined =>
      extension(clientHelloOf(known('java-8u161'), { ...context, servername }).extensions, 'server_name')?.names[0]?.name
    expect([nameOf('shop.example'), nameOf(null)]).toEqual(['shop.example', undefined])
  })

  test('draws GREASE and random values anew each time, and sends no extension twice', () => {
    const hellos = Array.from({ length: 40 }, () => clientHelloOf(known('chrome'), context))
    expect(new Set(hellos.map(({ cipherSuites }) => cipherSuites[0])).size).toBeGreaterThan(3)
    expect(new Set(hellos.map(({ random }) => Buffer.from(random).toString('hex'))).size).toBe(40)
    for (const { extensions } of hellos) {
      const types = (extensions ?? []).map(extensionType)
      expect(new Set(types).size).toBe(types.length)
      const groups = extension(extensions, 'supported_groups')?.groups
      expect(extension(extensions, 'key_share')?.shares[0]?.group).toBe(groups?.[0])
    }
  })

  test.each([
    ['chrome', [1, 1216, 32]],
    ['firefox', [1216, 32, 65]],
    ['windows-11', [32, 65, 97]],
  ])('%s has key shares of the right size', (name, sizes) => {
    const shares = extension(clientHelloOf(known(name), context).extensions, 'key_share')?.shares
    expect(shares?.map(({ keyExchange }) => keyExchange.length)).toEqual(sizes)
  })

  test('is padded from 256 to 512 bytes by who does that, and only then', () => {
    const lengthFor = (name: string, servername: string): number =>
      encodeHandshake(clientHelloOf(known(name), { ...context, servername }), { version: 0x0303 }).length
    expect(lengthFor('curl', 'a.example')).toBe(512)
    expect(lengthFor('curl', `${'a'.repeat(60)}.example`)).toBe(512)
    expect(lengthFor('openssl-3.0', 'a.example')).toBeLessThan(400)
    expect(lengthFor('safari', 'a.example')).toBeGreaterThan(1216)
  })

  test('goes out as an offer that speaks of the client', () => {
    const { title, about, hello, recordVersion } = clientOffer(known('java-8u161'), context)
    expect([title, about, hello.kind, recordVersion]).toEqual(['the hello of Java 8u161', 'client', 'client_hello', 0x0303])
  })
})
