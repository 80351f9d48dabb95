// A long hello's question in hellos under 256 bytes. When that is needed is not decided here. Pure.
import { partsOfCode } from '../registry/cipher-suite-parts.ts'
import { emptyRenegotiationInfo, fallbackScsv } from '../registry/cipher-suites.ts'
import { tls13 } from '../registry/protocols.ts'
import { type ClientHelloExtension, extension } from '../wire/extensions.ts'
import type { ClientHello } from '../wire/hello.ts'
import { lengthOf } from './hello-bytes.ts'
import { needsGroup } from './ledger.ts'
import type { Offer, Subject } from './offer.ts'
import { newestVersion } from './offered.ts'
import { slices } from './slices.ts'

/** Bytes of a short hello as a message, at most: under 256 with the five of its record header, whichever of the two a server counts. */
export const shortBytes = 250

/** Whether a hello may take another form without asking something else. */
export const isDivisible = (about: Subject): boolean => about !== 'client' && about !== 'widening' && about !== 'length-tolerance'

/**
 * The same question in hellos of at most shortBytes. What is in question is spread over them, in its order; of the rest each has the few that are
 * most common. None where there is no shorter form: it is short, its length or form is what it is about, or a name leaves no room.
 */
export function shorterOffers(offer: Offer): readonly Offer[] {
  const { hello, about, title } = offer
  if (hello.kind !== 'client_hello' || !isDivisible(about) || lengthOf(hello) <= shortBytes) return []
  // Without what features are read from only where that takes too much of the room.
  const parts = partsIn(offer, without(hello, ballast), 48) ?? partsIn(offer, without(hello, needless(about)), 20) ?? []
  const part = (index: number): string => (parts.length === 1 ? '' : `part ${index + 1} of ${parts.length} `)
  return parts.map((each, index) => ({ ...each, title: `${title}, ${part(index)}in under 256 bytes` }))
}

type ExtensionKind = ClientHelloExtension['kind']

const ballast: readonly ExtensionKind[] = ['padding', 'psk_key_exchange_modes']

function needless(about: Subject): ExtensionKind[] {
  const features: ExtensionKind[] = ['extended_main_secret', 'encrypt_then_mac', 'session_ticket', 'heartbeat']
  return [...ballast, ...features, ...(about === 'alpn' ? [] : (['application_layer_protocol_negotiation'] as const))]
}

/** Also without the session id, with which a hello of TLS 1.3 only looks as if it resumed a session (RFC 8446 appendix D.4). */
function without(hello: ClientHello, kinds: readonly ExtensionKind[]): ClientHello {
  return { ...hello, sessionId: new Uint8Array(0), extensions: hello.extensions?.filter(({ kind }) => !kinds.includes(kind)) ?? null }
}

/** What is listed in a hello, two bytes each: one of these is spread over several. */
interface Lists {
  readonly suites: readonly number[]
  readonly groups: readonly number[]
  readonly schemes: readonly number[]
}

/** @param least codes that a hello must have room for; null where it has not */
function partsIn(offer: Offer, hello: ClientHello, least: number): Offer[] | null {
  const lists = listsOf(hello)
  const count = lengthOfAll(lists)
  const room = count + Math.floor((shortBytes - lengthOf(hello)) / 2)
  if (room >= count) return [{ ...offer, hello }]
  if (room < least) return null
  const [carrying, riding] = carryingAndRiding(offer, lists.suites)
  const own = lists[dimensionOf(offer)].length
  /** At least so many of what is not in question, and more where what is leaves room. */
  const quota = (least: number): number => Math.max(Math.floor(least), Math.floor((room - own) / 2))
  const few: Lists = {
    suites: ofEachKind(carrying, quota(room * 0.4)),
    groups: mostCommon(lists.groups, commonGroups, quota(Math.min(14, room / 4))),
    schemes: mostCommon(lists.schemes, commonSchemes, quota(Math.min(10, room / 6))),
  }
  const spread = (name: keyof Lists, codes: readonly number[], always: readonly number[], about: Subject): Offer[] => {
    const size = room - lengthOfAll({ ...few, [name]: always })
    const portions = slices(
      codes.filter(code => !always.includes(code)),
      size,
    )
    return portions.map(portion => ({ ...offer, about, hello: withLists(hello, { ...few, [name]: [...portion, ...always] }) }))
  }
  switch (dimensionOf(offer)) {
    case 'groups':
      // The curve of an ECDSA certificate has to be offered along with those in question, and then stands last (RFC 8422 §5.1).
      return [
        ...spread('groups', lists.groups, newestVersion(offer) < tls13 ? lists.groups.slice(1).slice(-1) : [], 'groups'),
        // Apart from the groups it is the suites that are in question.
        ...spread('suites', riding, [], 'cipher-suites'),
      ]
    case 'schemes':
      return spread('schemes', lists.schemes, [], 'signature-schemes')
    case 'suites': {
      const always = lists.suites.filter(code => signals.has(code))
      const parts = spread('suites', lists.suites, always, offer.about)
      // Where a part may be refused for the suites it has not, that says nothing of anything else. Another name remains another name.
      return parts.length === 1 || offer.about === 'cipher-suites' || offer.about === 'server-name'
        ? parts
        : parts.map(part => ({ ...part, about: 'several' }))
    }
  }
}

/** What is spread over the hellos. */
const dimensionOf = ({ about }: Offer): keyof Lists =>
  about === 'groups' ? 'groups' : about === 'signature-schemes' ? 'schemes' : 'suites'

/** Values that signal something and are no suites. */
const signals: ReadonlySet<number> = new Set([emptyRenegotiationInfo, fallbackScsv])

/** Suites that need no group are refused together with the groups in the same hello. */
function carryingAndRiding(offer: Offer, suites: readonly number[]): [number[], number[]] {
  const version = newestVersion(offer)
  const carrying = suites.filter(code => needsGroup(version, code) || signals.has(code))
  const isAllOne = offer.about !== 'groups' || !carrying.some(code => !signals.has(code))
  return isAllOne ? [[...suites], []] : [carrying, suites.filter(code => !carrying.includes(code))]
}

const listsOf = ({ cipherSuites: suites, extensions }: ClientHello): Lists => ({
  suites,
  groups: extension(extensions, 'supported_groups')?.groups ?? [],
  schemes: extension(extensions, 'signature_algorithms')?.schemes ?? [],
})

const lengthOfAll = ({ suites, groups, schemes }: Lists): number => suites.length + groups.length + schemes.length

function withLists(hello: ClientHello, { suites, groups, schemes }: Lists): ClientHello {
  const extensions = hello.extensions?.map((each): ClientHelloExtension => {
    if (each.kind === 'supported_groups') return { ...each, groups }
    if (each.kind === 'signature_algorithms') return { ...each, schemes }
    // RFC 8446 §4.2.8: no share of a group that is not offered.
    return each.kind === 'key_share' ? { ...each, shares: each.shares.filter(({ group }) => groups.includes(group)) } : each
  })
  return { ...hello, cipherSuites: suites, extensions: extensions ?? null }
}

/** Suites with every kind of key exchange and certificate that there is among them, since groups and schemes go with these. */
function ofEachKind(suites: readonly number[], atMost: number): number[] {
  const seen = new Map<string, number>()
  const ranked = suites.map(code => {
    const parts = partsOfCode(code)
    const kind = `${parts?.keyExchange} ${parts?.authentication}`
    const rank = seen.get(kind) ?? 0
    seen.set(kind, rank + 1)
    return { code, rank }
  })
  const kept = new Set(
    ranked
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, atMost)
      .map(({ code }) => code),
  )
  return suites.filter(code => kept.has(code))
}

const commonGroups: ReadonlySet<number> = new Set([
  0x001d, 0x0017, 0x11ec, 0x0018, 0x0019, 0x001e, 0x0016, 0x001a, 0x001b, 0x001c, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104,
])
const commonSchemes: ReadonlySet<number> = new Set([0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0601, 0x0201, 0x0203])

/** In the order of the list, and whatever begins it, which may be known to work. */
function mostCommon(codes: readonly number[], common: ReadonlySet<number>, atMost: number): number[] {
  const wanted = [...codes.slice(0, 2), ...codes.filter(code => common.has(code)), ...codes]
  const kept = new Set([...new Set(wanted)].slice(0, atMost))
  return codes.filter(code => kept.has(code))
}
