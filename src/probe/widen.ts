// Why did a server refuse a hello without saying so? Asks again with everything we know to name, and looks at what the server picks.
import { type CipherSuiteParts, partsOf } from '../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { groups } from '../registry/groups.ts'
import { protocols, tls12, tls13 } from '../registry/protocols.ts'
import { signatureSchemes } from '../registry/signature-schemes.ts'
import { offeredVersions } from '../trace/detail.ts'
import type { ClientHelloExtension } from '../wire/extensions.ts'
import type { ClientHello } from '../wire/hello.ts'
import { suitesPerHello } from './hello.ts'
import type { Accepted, Ignorance, Offer, Probe } from './offer.ts'
import { slices } from './slices.ts'
import { likeliestFirst } from './survey/ranking.ts'

/** What the wider hellos showed. */
export interface Widening {
  /** What the server picked when it could, with the name of the offer; null when it refused every one. */
  readonly accepted: (Accepted & { readonly title: string; readonly withoutName: boolean }) | null
  /** Whether every hello was answered: only then does a refusal of all of them mean anything. */
  readonly conclusive: boolean
  /** One line a hello: what was asked and what came back. */
  readonly asked: readonly string[]
}

/**
 * Asks up to five hellos, one after the other, until the server accepts one: all suites, groups and signature schemes up to the newest
 * version of the original in batches, those of every version, then the original without a server name.
 * @param wordless whether the original was hung up on, which may have been chance: the server has to do so again while it accepts another
 */
export function* widen(original: ClientHello, wordless = false): Probe<Omit<Widening, 'asked'>> {
  const unnamed = withoutName(original)
  let conclusive = true
  for (const offer of [...wideOffers(original), ...(unnamed ? [unnamed] : [])]) {
    const [outcome] = yield [offer]
    if (outcome?.kind === 'accepted') {
      const [again] = wordless ? yield [{ title: 'the same hello again', about: 'widening', hello: original }] : []
      if (again && again.kind !== 'refused') return { accepted: null, conclusive: false }
      return { accepted: { ...outcome, title: offer.title, withoutName: offer === unnamed }, conclusive: true }
    }
    // Nothing that is asked after it would be answered.
    if (outcome?.kind === 'unknown' && isFinal(outcome.why)) return { accepted: null, conclusive: false }
    conclusive &&= outcome?.kind === 'refused'
  }
  return { accepted: null, conclusive }
}

/** What holds of the server and not of one hello. */
const isFinal = (why: Ignorance): boolean => why !== 'unreadable' && why !== 'off-menu'

function wideOffers(original: ClientHello): Offer[] {
  // What servers in use have goes first, so that one hello is enough as a rule.
  const known = cipherSuites.rows.flatMap(row => {
    const parts = partsOf(row)
    return row.openssl === null || parts === null || parts.bits === 0 ? [] : [{ code: row.code, ...parts }]
  })
  const isCommon = ({ keyExchange }: CipherSuiteParts): boolean => !/PSK|SRP|KRB5|GOST/.test(keyExchange ?? '')
  const common = likeliestFirst(known.filter(isCommon).map(({ code }) => code))
  const others = known.filter(suite => !isCommon(suite)).map(({ code }) => code)
  const batches = [...slices(common, suitesPerHello), others.slice(0, suitesPerHello)]
  const ofClient = Math.max(...offeredVersions(original))
  const titleOf = (newest: number): string =>
    `all common cipher suites, groups and signature schemes of TLSv1.0 to ${protocols.label(newest)}`
  const offer = (suites: readonly number[], newest: number, title: string): Offer => ({
    title,
    about: 'widening',
    hello: {
      ...original,
      legacyVersion: Math.min(newest, tls12),
      sessionId: new Uint8Array(0),
      cipherSuites: suites,
      extensions: wideExtensions(original, suites, newest),
    },
  })
  return [
    ...batches.map((suites, index) => offer(suites, ofClient, index === 0 ? titleOf(ofClient) : `${suites.length} more cipher suites`)),
    // Only then: a server that has a newer version takes it, whatever it had against the rest of the original.
    ...batches.slice(0, ofClient < tls13 ? 1 : 0).map(suites => offer(suites, tls13, titleOf(tls13))),
  ]
}

function wideExtensions(original: ClientHello, suites: readonly number[], newest: number): ClientHelloExtension[] {
  const has13 = newest === tls13 && suites.some(suite => suite >> 8 === 0x13)
  const replaced: ClientHelloExtension[] = [
    { kind: 'supported_groups', groups: groups.rows.filter(row => row.kind !== 'explicit').map(row => row.code) },
    { kind: 'signature_algorithms', schemes: signatureSchemes.rows.map(row => row.code) },
    ...(has13
      ? // An empty share draws a HelloRetryRequest that names the group (RFC 8446 §4.2.8).
        ([
          { kind: 'supported_versions', versions: [tls13, 0x0303, 0x0302, 0x0301] },
          { kind: 'key_share', shares: [] },
        ] as const)
      : []),
  ]
  const dropped = [
    'supported_groups',
    'signature_algorithms',
    'signature_algorithms_cert',
    'supported_versions',
    'key_share',
    'session_ticket',
    'pre_shared_key',
    'padding',
  ]
  return [...(original.extensions ?? []).filter(({ kind }) => !dropped.includes(kind)), ...replaced]
}

function withoutName(original: ClientHello): Offer | null {
  const extensions = (original.extensions ?? []).filter(({ kind }) => kind !== 'server_name')
  if (extensions.length === (original.extensions ?? []).length) return null
  return { title: 'the same hello without a server name', about: 'widening', hello: { ...original, extensions } }
}
