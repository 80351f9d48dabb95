// The hello of a named client as it sends it: to the byte, but for what the client itself draws anew each time. Not a TLS client: nothing follows.
import { type ClientProfile, type ExtensionTemplate, grease } from '../registry/clients/client-profile.ts'
import { extensions } from '../registry/extensions.ts'
import { isGrease } from '../registry/grease.ts'
import { groups } from '../registry/groups.ts'
import { tls12 } from '../registry/protocols.ts'
import type { ClientHelloExtension } from '../wire/extensions.ts'
import type { ClientHello } from '../wire/hello.ts'
import { type HelloContext, padded } from './hello.ts'
import { type KeyShare, shareOf } from './key-share.ts'
import type { Offer } from './offer.ts'

/** What an answer to it says of the client, see judge/clients.ts. */
export function clientOffer(profile: ClientProfile, context: HelloContext): Offer {
  const { recordVersion } = profile
  return { title: clientTitle(profile), about: 'client', hello: clientHelloOf(profile, context), recordVersion }
}

/** The title of a client's offer, by which its answer is found again: 'the hello of Java 8u161'. */
export const clientTitle = ({ title }: ClientProfile): string => `the hello of ${title}`

/**
 * The client's own hello to this server. Random values are ours, key shares have the form of real ones; ALPN is the client's, whatever the
 * context has.
 */
export function clientHelloOf(profile: ClientProfile, context: HelloContext): ClientHello {
  const { random } = context
  const draw = greaseDraws(random)
  const hello: ClientHello = {
    kind: 'client_hello',
    legacyVersion: tls12,
    random: random(32),
    sessionId: profile.versions === null ? new Uint8Array(0) : random(32),
    cipherSuites: profile.cipherSuites.map(code => draw('suite', code)),
    compressionMethods: [0],
    extensions: profile.extensions.flatMap(template => extensionOf(template, profile, context, draw)),
  }
  return profile.extensions.includes(padding) ? padded(hello) : hello
}

const padding = 21

function extensionOf(template: ExtensionTemplate, profile: ClientProfile, context: HelloContext, draw: Draw): ClientHelloExtension[] {
  const [type, hex] = typeof template === 'number' ? [template, ''] : template
  const body = Buffer.from(hex, 'hex')
  if (type === grease) return [{ kind: 'unknown', type: draw(hex === '' ? 'first extension' : 'second extension', type), body }]
  const name = extensions.label(type)
  switch (name) {
    case 'server_name':
      return context.servername === null ? [] : [{ kind: name, names: [{ type: 0, name: context.servername }] }]
    case 'supported_groups':
      return [{ kind: name, groups: profile.groups.map(code => draw('group', code)) }]
    case 'ec_point_formats':
      return [{ kind: name, formats: profile.pointFormats }]
    case 'signature_algorithms':
      return [{ kind: name, schemes: profile.signatureSchemes.map(code => draw('scheme', code)) }]
    case 'application_layer_protocol_negotiation':
      return [{ kind: name, protocols: profile.alpn }]
    case 'padding':
      return [] // it fills up what the others leave
    case 'supported_versions':
      return [{ kind: name, versions: (profile.versions ?? []).map(code => draw('version', code)) }]
    case 'key_share':
      return [{ kind: name, shares: profile.keyShares.map(code => clientShareOf(draw('group', code), context.random)) }]
    case 'encrypted_client_hello':
      return [{ kind: 'unknown', type, body: greaseEch(profile.echPayloadLength ?? 0, context.random) }]
    default:
      return [{ kind: 'unknown', type, body }]
  }
}

type Random = HelloContext['random']

/** One value of GREASE a place: the share is of the group that was drawn. */
type Place = 'suite' | 'group' | 'scheme' | 'version' | 'first extension' | 'second extension'
type Draw = (place: Place, code: number) => number

function greaseDraws(random: Random): Draw {
  const drawn = new Map<Place, number>()
  return (place, code) => {
    if (code !== grease) return code
    // RFC 8701 §2: 0x0a0a, 0x1a1a, … 0xfafa
    let value = drawn.get(place) ?? grease + 0x1010 * ((random(1)[0] ?? 0) % 16)
    // RFC 8446 §4.2: no extension twice
    if (place === 'second extension' && value === drawn.get('first extension')) value ^= 0x1010
    drawn.set(place, value)
    return value
  }
}

function clientShareOf(group: number, random: Random): KeyShare['share'] {
  if (isGrease(group)) return { group, keyExchange: new Uint8Array(1) } // RFC 8701 §3.1 leaves it open; clients send one zero byte
  const publicKey = publicKeys[group]
  const share = publicKey === undefined ? shareOf(group) : { group, keyExchange: publicKey(random) }
  if (share === null) throw new Error(`no client had a share of ${groups.label(group)} so far`)
  return share
}

/** What has the form of a public key where random bytes have it: RFC 8446 §4.2.8.2, draft-ietf-tls-ecdhe-mlkem §4. */
const publicKeys: Readonly<Record<number, (random: Random) => Uint8Array>> = {
  29: random => random(32),
  4588: random => Buffer.concat([mlkem768Key(random), random(32)]),
}

/** FIPS 203 §7.2: 768 coefficients below 3329 in 12 bits each, which servers check, and a seed of 32 bytes. */
export function mlkem768Key(random: Random): Uint8Array {
  const drawn = random(768 * 2)
  const coefficient = (index: number): number => (((drawn[2 * index] ?? 0) << 8) | (drawn[2 * index + 1] ?? 0)) % 3329
  const pairs = Array.from({ length: 384 }, (_, pair) => {
    const [low, high] = [coefficient(2 * pair), coefficient(2 * pair + 1)]
    return [low & 0xff, (low >> 8) | ((high & 0x0f) << 4), high >> 4]
  })
  return Buffer.concat([Uint8Array.from(pairs.flat()), random(32)])
}

/** RFC 9849 §6.2: the outer form, HKDF-SHA256 and AES-128-GCM, a config id, an encapsulated key and a payload, all of random bytes. */
function greaseEch(payloadLength: number, random: Random): Uint8Array {
  const length = [payloadLength >> 8, payloadLength & 0xff]
  return Buffer.concat([
    Uint8Array.of(0, 0, 1, 0, 1),
    random(1),
    Uint8Array.of(0, 32),
    random(32),
    Uint8Array.from(length),
    random(payloadLength),
  ])
}
