// What servers are known to stumble over in a hello, and the rule for when one did: a refusal speaks of a trait only if a hello was accepted that
// differs in nothing else. Pure.
import { isGrease } from '../registry/grease.ts'
import { tls13 } from '../registry/protocols.ts'
import type { ClientHelloExtension } from '../wire/extensions.ts'
import { lengthOf } from './hello-bytes.ts'
import type { Accepted, Asked, Offer, Outcome, Subject } from './offer.ts'

/** Something about a hello that a server may not like, beside what is offered in it. */
export interface Trait {
  /** What hellos are about that are put for its sake. */
  readonly subject: Subject
  /** Whether a hello has it and the server looked at it, as far as its answer tells. */
  readonly isIn: (offer: Offer, outcome: Outcome) => boolean
  /** In which parts a hello without it may differ. */
  readonly parts: readonly Part[]
  /** Of which parts a hello without it may have less. */
  readonly lesser?: readonly Part[]
}

/** An offer that was accepted. */
export type Answered = Asked & { readonly outcome: Accepted }

/** A hello is a set of items, 'suite 1301', of which each is of one part. */
type Part =
  | 'client version'
  | 'version'
  | 'suite'
  | 'group'
  | 'scheme'
  | 'share'
  | 'protocol'
  | 'name'
  | 'grease'
  | 'compression'
  | 'extension'
  | 'mode'
  | 'session'
  | 'padding'
  | 'length'
  | 'fragments'

// What makes a hello long does not matter. What is asked in shorter ones goes without the session id and psk_key_exchange_modes, see shorter.ts.
const ofLength = { subject: 'length-tolerance', parts: ['length', 'padding', 'session', 'mode'] } as const
const lists = ['suite', 'group', 'scheme', 'share'] as const

/** The traits that features are read from. */
export const traits = {
  protocol: { subject: 'alpn', isIn: ({ about }) => about === 'alpn', parts: ['protocol'] },
  name: { subject: 'server-name', isIn: ({ about }) => about === 'server-name', parts: ['name'] },
  version: { subject: 'version-tolerance', isIn: hasStrangeVersion, parts: ['client version', 'version'] },
  grease: { subject: 'grease-tolerance', isIn: isGreased, parts: ['grease'] },
  middling: { ...ofLength, isIn: offer => classOf(offer) === 'middling', lesser: lists },
  long: { ...ofLength, isIn: offer => classOf(offer) === 'long', lesser: lists },
  fragments: { subject: 'split-tolerance', isIn: ({ fragmentSize }) => fragmentSize !== undefined, parts: ['fragments'] },
} as const satisfies Readonly<Record<string, Trait>>

/**
 * The accepted hello that differs from another in nothing but the trait.
 * @returns null where there is none, and what the other met says nothing of the trait
 */
export function controlOf(accepted: readonly Answered[], { offer, outcome }: Asked, trait: Trait): Answered | null {
  const { parts, lesser = [] } = trait
  const odd = itemsOf(offer)
  const mayLack: ReadonlySet<string> = new Set([...parts, ...lesser])
  const mayHave: ReadonlySet<string> = new Set(parts)
  const control = accepted.find(each => {
    if (trait.isIn(each.offer, outcome)) return false
    const items = itemsOf(each.offer)
    return differences(odd, items).every(part => mayLack.has(part)) && differences(items, odd).every(part => mayHave.has(part))
  })
  return control ?? null
}

/** The parts of which one hello has something that another has not. */
const differences = (one: Items, other: Items): string[] => [...one].flatMap(([item, part]) => (other.has(item) ? [] : [part]))

/** An item, and what it is part of. */
type Items = ReadonlyMap<string, Part>

function itemsOf(offer: Offer): Items {
  const { hello, fragmentSize } = offer
  if (hello.kind === 'sslv2_client_hello') return new Map()
  const { legacyVersion, sessionId, cipherSuites, compressionMethods, extensions } = hello
  const items: (readonly [Part, string | number])[] = [
    ['client version', legacyVersion],
    ['session', sessionId.length],
    ['length', classOf(offer)],
    ['fragments', fragmentSize ?? 'none'],
    ...listed('suite', cipherSuites),
    ...listed('compression', compressionMethods),
    ...(extensions ?? []).flatMap(itemsOfExtension),
  ]
  return new Map(items.map(([part, item]) => [`${part} ${item}`, part]))
}

function itemsOfExtension(extension: ClientHelloExtension): (readonly [Part, string | number])[] {
  switch (extension.kind) {
    case 'server_name':
      return listed(
        'name',
        extension.names.map(({ name }) => name),
      )
    case 'application_layer_protocol_negotiation':
      return listed('protocol', extension.protocols)
    case 'supported_versions':
      return listed('version', extension.versions)
    case 'supported_groups':
      return listed('group', extension.groups)
    case 'signature_algorithms':
      return listed('scheme', extension.schemes)
    case 'key_share':
      return listed(
        'share',
        extension.shares.map(({ group }) => group),
      )
    case 'psk_key_exchange_modes':
      return listed('mode', extension.modes)
    case 'padding':
      return [['padding', '']]
    case 'unknown':
      return listed('extension', [extension.type])
    default:
      return [['extension', extension.kind]]
  }
}

const listed = (part: Part, values: readonly (string | number)[]): (readonly [Part, string | number])[] =>
  values.map(value => [typeof value === 'number' && part !== 'compression' && isGrease(value) ? 'grease' : part, value])

/** A client version that does not exist, or one in a list that the server has read. */
function hasStrangeVersion({ hello }: Offer, outcome: Outcome): boolean {
  if (hello.kind === 'sslv2_client_hello') return false
  const versions = (hello.extensions ?? []).flatMap(each => (each.kind === 'supported_versions' ? each.versions : []))
  // What an older version is chosen by is as a rule the field of old.
  const read = outcome.kind === 'accepted' && outcome.version < tls13 ? [] : versions
  return [hello.legacyVersion, ...read].some(version => version > tls13 && !isGrease(version))
}

function isGreased({ hello }: Offer): boolean {
  if (hello.kind === 'sslv2_client_hello') return false
  return hello.cipherSuites.some(isGrease) && (hello.extensions ?? []).some(each => each.kind === 'unknown' && isGrease(each.type))
}

/** Ethernet's 1500 bytes without the headers of IPv4 and TCP. */
const segmentBytes = 1460

/** Of the lengths of a hello as a message that servers tell apart: RFC 7685 §4 has the middling one. */
function classOf({ hello }: Offer): 'short' | 'middling' | 'usual' | 'long' {
  const bytes = hello.kind === 'sslv2_client_hello' ? 0 : lengthOf(hello)
  if (bytes < 256) return 'short'
  return bytes < 512 ? 'middling' : bytes <= segmentBytes ? 'usual' : 'long'
}
