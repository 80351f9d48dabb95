// The properties of a server that are neither version, suite, group nor scheme, read from what it answered. Facts; no opinion on them.
import { partsOf } from '../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { isGrease } from '../registry/grease.ts'
import { protocols } from '../registry/protocols.ts'
import { extension, type ServerHelloExtension } from '../wire/extensions.ts'
import { downgradeSentinel } from '../wire/hello.ts'
import { encodeHandshake } from '../wire/messages.ts'
import { dhParametersOf } from './dh-parameters.ts'
import { type Ledger, newestVersion, suitesOf } from './ledger.ts'
import type { Offer, Subject } from './offer.ts'
import {
  before13,
  byAlert,
  type Exchange,
  exchanges,
  hexOf,
  keyExchanges,
  moot,
  notKnown,
  type Reading,
  reuse,
  signIn,
  supportOfAny,
  tolerance,
  unanswered,
} from './reading.ts'

/** A property of the server that is neither version, suite, group nor scheme. */
export interface Feature {
  /** 'secure-renegotiation'; every name is one of featureRows. */
  readonly name: string
  /** Of a property that cannot matter the harmless answer; the detail says so. */
  readonly status: 'yes' | 'no' | 'unknown'
  /** One clause: 'renegotiation_info is answered'. */
  readonly detail: string
  /** 'probe 3'. */
  readonly evidence: readonly string[]
}

/** What only whole handshakes can tell; resumption.ts finds it out. */
export type ResumptionName = 'resumption-by-id' | 'resumption-by-ticket' | 'resumption-tls13' | 'early-data'
export type Resumption = Readonly<Record<ResumptionName, Pick<Feature, 'status' | 'detail'>>>

interface FeatureRow {
  readonly title: string
  /** What "yes" means: completes "the server …". */
  readonly meaning: string
  readonly read: (ledger: Ledger) => Reading
}

const tls13 = 0x0304
const versionsBefore13 = [0x0300, 0x0301, 0x0302, 0x0303]

/** Every feature by its name, in the order a report has them. */
export const featureRows = {
  'secure-renegotiation': {
    title: 'Secure renegotiation',
    meaning: 'ties a renegotiation to the connection (RFC 5746)',
    read: ledger =>
      only13(ledger, 'yes', 'has no renegotiation') ??
      signIn(allBefore13(ledger), has('renegotiation_info'), {
        counts: 'no',
        yes: 'renegotiation_info is answered',
        no: 'renegotiation_info is not answered',
      }),
  },
  'extended-main-secret': {
    title: 'Extended main secret',
    meaning: 'ties the secrets of a session to its handshake (RFC 7627)',
    read: ledger => only13(ledger, 'yes', 'always does that') ?? inEveryAnswer(ledger, 'extended_main_secret'),
  },
  'encrypt-then-mac': {
    title: 'Encrypt-then-MAC',
    meaning: 'authenticates the ciphertext of CBC suites and not the plaintext (RFC 7366)',
    read: readEncryptThenMac,
  },
  'session-ticket': {
    title: 'Session tickets before TLS 1.3',
    meaning: 'offers session tickets before TLS 1.3 (RFC 5077)',
    read: ledger =>
      only13(ledger, 'no', 'has tickets of another kind') ??
      signIn(asking(ledger, 'session_ticket'), has('session_ticket'), {
        counts: 'yes',
        yes: 'session_ticket is answered',
        no: 'session_ticket is not answered',
      }),
  },
  'resumption-by-id': {
    title: 'Resumption by session id',
    meaning: 'resumes a session of TLS 1.2 or below by its id',
    read: () => notKnown('it was not asked'),
  },
  'resumption-by-ticket': {
    title: 'Resumption by session ticket',
    meaning: 'resumes a session of TLS 1.2 or below by its ticket',
    read: () => notKnown('it was not asked'),
  },
  'resumption-tls13': {
    title: 'Resumption in TLS 1.3',
    meaning: 'resumes a session of TLS 1.3 (RFC 8446 §2.2)',
    read: ledger => without13(ledger) ?? notKnown('it was not asked'),
  },
  'early-data': {
    title: 'Early data (0-RTT)',
    meaning: 'takes data in the first flight of a resumed session, which can be replayed (RFC 8446 §2.3)',
    read: ledger => without13(ledger) ?? notKnown('it was not asked'),
  },
  compression: {
    title: 'TLS compression',
    meaning: 'compresses what it encrypts, which gives secrets away by their length (CRIME)',
    read: ledger =>
      only13(ledger, 'no', 'has no compression') ??
      signIn(
        exchanges(ledger).filter(({ offered }) => offered.compressionMethods.some(method => method !== 0)),
        ({ hello }) => hello.compressionMethod !== 0,
        { counts: 'yes', yes: 'DEFLATE is chosen when it is offered', no: 'DEFLATE is not chosen when it is offered' },
      ),
  },
  heartbeat: {
    title: 'Heartbeat',
    meaning: 'answers heartbeats (RFC 6520)',
    read: ledger =>
      only13(ledger, 'no', 'is used without it') ??
      signIn(asking(ledger, 'heartbeat'), has('heartbeat'), {
        counts: 'yes',
        yes: 'the heartbeat extension is answered',
        no: 'the heartbeat extension is not answered',
      }),
  },
  'fallback-scsv': {
    title: 'Fallback protection',
    meaning: 'refuses a client that fell back to an older version without need (RFC 7507)',
    read: readFallback,
  },
  'downgrade-sentinel': {
    title: 'Downgrade sentinel',
    meaning: 'marks a ServerHello of an older version when it could do better (RFC 8446 §4.1.3)',
    read: ledger =>
      without13(ledger, 'yes') ??
      (supportOfAny(ledger, versionsBefore13) === 'refused'
        ? moot('yes', 'no version before TLSv1.3 is accepted')
        : signIn(
            ledger.protocol(tls13).support === 'accepted' ? allBefore13(ledger) : [],
            ({ hello }) => downgradeSentinel(hello) !== null,
            {
              counts: 'no',
              yes: 'answers before TLSv1.3 end in the sentinel',
              no: 'an answer before TLSv1.3 has no sentinel',
            },
          )),
  },
  alpn: {
    title: 'Application protocol negotiation (ALPN)',
    meaning: 'chooses an application protocol (RFC 7301)',
    read: readAlpn,
  },
  'strict-alpn': {
    title: 'Unknown application protocols refused',
    meaning: 'refuses a client whose application protocols it does not know (RFC 7301 §3.2)',
    read: readStrictAlpn,
  },
  'strict-server-name': {
    title: 'Foreign server names told apart',
    meaning: 'refuses a name it does not serve, or answers it with another certificate (RFC 6066 §3)',
    read: readStrictName,
  },
  'dh-parameters': {
    title: 'Finite-field Diffie-Hellman before TLS 1.3',
    meaning: 'exchanges keys with finite-field Diffie-Hellman parameters of its own choice',
    read: readDhParameters,
  },
  'dh-reuse': {
    title: 'Finite-field Diffie-Hellman keys reused',
    meaning: 'uses one finite-field Diffie-Hellman key in several connections',
    read: ledger => (noDh(ledger) ? moot('no', noDhText) : reuse(dhKeys(ledger))),
  },
  'ecdh-reuse': {
    title: 'Elliptic-curve Diffie-Hellman keys reused',
    meaning: 'uses one elliptic-curve key in several connections',
    read: ledger => reuse(ecKeys(ledger)),
  },
  'version-tolerance': {
    title: 'Unknown versions tolerated',
    meaning: 'answers a client that offers a newer version than there is with what it has',
    read: ledger => tolerance(ledger, 'version-tolerance', offersStrangeVersion),
  },
  'grease-tolerance': {
    title: 'Unknown values tolerated',
    meaning: 'passes over suites, groups and extensions it does not know (GREASE, RFC 8701)',
    read: ledger => tolerance(ledger, 'grease-tolerance', isGreased),
  },
  'length-tolerance': {
    title: 'Hellos of 256 to 511 bytes tolerated',
    meaning: 'answers a hello of 256 to 511 bytes (RFC 7685)',
    read: ledger => tolerance(ledger, 'length-tolerance', offer => lengthOf(offer) >= 256 && lengthOf(offer) < 512),
  },
  'split-tolerance': {
    title: 'Hellos split over records tolerated',
    meaning: 'answers a hello that comes in several records (RFC 8446 §5.1)',
    read: ledger => tolerance(ledger, 'split-tolerance', ({ fragmentSize }) => fragmentSize !== undefined),
  },
  'long-hello-tolerance': {
    title: 'Hellos longer than a TCP segment tolerated',
    meaning: 'answers a hello that does not fit in one TCP segment, as post-quantum key shares make them',
    read: ledger => tolerance(ledger, 'length-tolerance', offer => lengthOf(offer) > segmentBytes),
  },
  'client-certificate-request': {
    title: 'Client certificate asked for',
    meaning: 'asks the client for a certificate during the handshake',
    read: readCertificateRequest,
  },
} as const satisfies Readonly<Record<string, FeatureRow>>

export type FeatureName = keyof typeof featureRows

/** Ethernet's 1500 bytes without the headers of IPv4 and TCP. */
const segmentBytes = 1460

/**
 * Every feature, in the order of the rows; unknown where it was not asked.
 * @param resumption what whole handshakes have shown, where any were made
 */
export function featuresOf(ledger: Ledger, resumption: Resumption | null = null): Feature[] {
  const known: Partial<Readonly<Record<FeatureName, Pick<Feature, 'status' | 'detail'>>>> = resumption ?? {}
  return (Object.keys(featureRows) as FeatureName[]).map(name => {
    const reading: Reading = featureRows[name].read(ledger)
    const { status, detail } = (reading.status === 'unknown' ? known[name] : undefined) ?? reading
    return { name, status, detail, evidence: reading.probes.map(number => `probe ${number}`) }
  })
}

/** Where nothing before TLS 1.3 is accepted, many a property cannot matter. */
function only13(ledger: Ledger, status: 'yes' | 'no', what: string): Reading | null {
  if (supportOfAny(ledger, versionsBefore13) !== 'refused') return null
  return moot(status, `no version before TLSv1.3 is accepted, and TLSv1.3 ${what}`)
}

function without13(ledger: Ledger, status: 'yes' | 'no' = 'no'): Reading | null {
  return ledger.protocol(tls13).support === 'refused' ? moot(status, 'TLSv1.3 is refused') : null
}

const has =
  (kind: ServerHelloExtension['kind']) =>
  ({ hello }: Exchange): boolean =>
    hello.kind === 'server_hello' && extension(hello.extensions, kind) !== undefined

/** Answers to hellos that had the extension, too, before TLS 1.3. */
const asking = (ledger: Ledger, kind: 'session_ticket' | 'heartbeat' | 'extended_main_secret' | 'encrypt_then_mac'): Exchange[] =>
  before13(ledger).filter(({ offered }) => extension(offered.extensions, kind) !== undefined)

/** With SSLv3, whose hellos ask by a signalling value. */
const allBefore13 = (ledger: Ledger): Exchange[] =>
  exchanges(ledger).filter(
    ({ outcome, offered }) =>
      outcome.version < tls13 &&
      (offered.cipherSuites.includes(0x00ff) || extension(offered.extensions, 'renegotiation_info') !== undefined),
  )

const inEveryAnswer = (ledger: Ledger, kind: 'extended_main_secret' | 'encrypt_then_mac'): Reading =>
  signIn(asking(ledger, kind), has(kind), { counts: 'no', yes: `${kind} is answered`, no: `${kind} is not answered` })

function readEncryptThenMac(ledger: Ledger): Reading {
  const isCbc = (code: number): boolean => {
    const row = cipherSuites.get(code)
    return row !== undefined && partsOf(row)?.mode === 'CBC'
  }
  const open = versionsBefore13.some(version =>
    suitesOf(version).some(code => isCbc(code) && ledger.cipherSuite(version, code).support !== 'refused'),
  )
  if (!open) return moot('yes', 'no CBC suite is accepted, which alone would need it')
  // RFC 7366 §3: a server does not answer it with any other suite.
  const answers = asking(ledger, 'encrypt_then_mac').filter(({ outcome }) => isCbc(outcome.cipherSuite))
  return signIn(answers, has('encrypt_then_mac'), {
    counts: 'no',
    yes: 'encrypt_then_mac is answered',
    no: 'encrypt_then_mac is not answered with a CBC suite',
  })
}

/** inappropriate_fallback; RFC 7507 §3 */
const inappropriateFallback = 86

function readFallback(ledger: Ledger): Reading {
  const accepted = (version: number): boolean => ledger.protocol(version).support === 'accepted'
  const [newest, ...older] = [...versionsBefore13, tls13].filter(version => ledger.protocol(version).support !== 'refused').reverse()
  if (newest !== undefined && older.length === 0)
    return moot('yes', `${protocols.label(newest)} alone is accepted, and there is nothing to fall back to`)
  // Only where the server could do better is it a fallback.
  const asked = ledger.about('fallback').filter(({ offer }) => newest !== undefined && accepted(newest) && newestVersion(offer) < newest)
  for (const { number, offer, outcome } of asked) {
    const isRight = outcome.kind === 'refused' && outcome.by === 'alert' && outcome.alert === inappropriateFallback
    const detail = `a hello with TLS_FALLBACK_SCSV is refused${byAlert(outcome)}`
    if (isRight) return { status: 'yes', detail, probes: [number] }
    if (outcome.kind === 'accepted')
      return { status: 'no', detail: `a hello with TLS_FALLBACK_SCSV is accepted in ${protocols.label(outcome.version)}`, probes: [number] }
    // Without the signal it would have been accepted, so whatever the alert says the fallback was stopped.
    if (outcome.kind === 'refused' && accepted(newestVersion(offer)))
      return { status: 'yes', detail: `${detail}, which should be inappropriate_fallback`, probes: [number] }
  }
  return unanswered(asked)
}

function readAlpn(ledger: Ledger): Reading {
  const chosen = exchanges(ledger).flatMap(({ number, hello, outcome, offered }) => {
    const kind = 'application_layer_protocol_negotiation'
    const isOpen = hello.kind === 'server_hello' && (outcome.version < tls13 || outcome.answer.encryptedExtensions !== null)
    if (!isOpen || extension(offered.extensions, kind) === undefined) return []
    const answer = extension(hello.extensions, kind) ?? extension(outcome.answer.encryptedExtensions, kind)
    return [{ number, protocol: answer?.protocols[0] ?? null }]
  })
  const names = [...new Set(chosen.flatMap(({ protocol }) => protocol ?? []))]
  if (names.length > 0)
    return {
      status: 'yes',
      detail: `${names.join(', ')} is chosen`,
      probes: chosen
        .filter(each => each.protocol)
        .slice(0, 1)
        .map(each => each.number),
    }
  const [first] = chosen
  return first ? { status: 'no', detail: 'no application protocol is chosen', probes: [first.number] } : notKnown('it was not asked')
}

function readStrictAlpn(ledger: Ledger): Reading {
  const asked = ledger.about('alpn')
  for (const { number, outcome } of asked) {
    // A HelloRetryRequest comes before the application protocol is looked at.
    if (outcome.kind === 'accepted' && outcome.answer.hello.kind === 'hello_retry_request') continue
    if (outcome.kind === 'accepted') return { status: 'no', detail: 'an unknown application protocol is passed over', probes: [number] }
    if (outcome.kind === 'refused')
      return { status: 'yes', detail: `an unknown application protocol is refused${byAlert(outcome)}`, probes: [number] }
  }
  return unanswered(asked)
}

function readStrictName(ledger: Ledger): Reading {
  const asked = ledger.about('server-name')
  const usual = new Set(exchanges(ledger).flatMap(({ outcome }) => outcome.answer.presented.slice(0, 1).map(hexOf)))
  for (const { number, outcome } of asked) {
    if (outcome.kind === 'refused') return { status: 'yes', detail: `a foreign name is refused${byAlert(outcome)}`, probes: [number] }
    const [leaf] = outcome.kind === 'accepted' ? outcome.answer.presented : []
    if (leaf === undefined || usual.size === 0) continue
    return usual.has(hexOf(leaf))
      ? { status: 'no', detail: 'a foreign name is answered with the same certificate', probes: [number] }
      : { status: 'yes', detail: 'a foreign name is answered with another certificate', probes: [number] }
  }
  const [answered] = asked.filter(({ outcome }) => outcome.kind === 'accepted')
  return answered ? notKnown('no certificate was seen to compare with', [answered.number]) : unanswered(asked)
}

const isDh = (code: number): boolean => {
  const row = cipherSuites.get(code)
  return row !== undefined && /^DHE/.test(partsOf(row)?.keyExchange ?? '')
}
const noDhText = 'no suite with finite-field Diffie-Hellman is accepted'
const noDh = (ledger: Ledger): boolean =>
  versionsBefore13.every(version => suitesOf(version).every(code => !isDh(code) || ledger.cipherSuite(version, code).support === 'refused'))

function readDhParameters(ledger: Ledger): Reading {
  if (noDh(ledger)) return moot('no', noDhText)
  const found = dhParametersOf(ledger)
  if (found.length === 0) return notKnown('no parameters were seen')
  const detail = found.map(({ bits, name }) => `${bits} bits (${name ?? 'a prime that is not a well-known one'})`).join(', ')
  return { status: 'yes', detail, probes: found.map(({ probe }) => probe) }
}

const dhKeys = (ledger: Ledger): { number: number; group: string; key: string }[] =>
  keyExchanges(ledger).flatMap(({ number, params }) =>
    params.kind === 'dh' ? [{ number, group: hexOf(params.prime), key: hexOf(params.publicKey) }] : [],
  )

/** Of every version: with TLS 1.3 in the share of a ServerHello. */
const ecKeys = (ledger: Ledger): { number: number; group: string; key: string }[] => [
  ...keyExchanges(ledger).flatMap(({ number, params }) =>
    params.kind === 'ec' ? [{ number, group: String(params.group), key: hexOf(params.publicKey) }] : [],
  ),
  ...exchanges(ledger).flatMap(({ number, hello }) => {
    const share = hello.kind === 'server_hello' ? extension(hello.extensions, 'key_share')?.share : undefined
    return share ? [{ number, group: String(share.group), key: hexOf(share.keyExchange) }] : []
  }),
]

function offersStrangeVersion({ hello }: Offer): boolean {
  if (hello.kind === 'sslv2_client_hello') return false
  const listed = extension(hello.extensions, 'supported_versions')?.versions ?? []
  return [hello.legacyVersion, ...listed].some(version => version > tls13 && !isGrease(version))
}

const isGreased = ({ hello }: Offer): boolean =>
  hello.kind === 'client_hello' &&
  hello.cipherSuites.some(isGrease) &&
  (hello.extensions ?? []).some(each => each.kind === 'unknown' && isGrease(each.type))

/** What hellos with a length of their own are about; all others are longer than the one and shorter than the other that matters. */
const lengthy: ReadonlySet<Subject> = new Set(['length-tolerance', 'server-name', 'several', 'client'])

const lengths = new WeakMap<Offer, number>()

/** Bytes of the hello as a message. */
function lengthOf(offer: Offer): number {
  const { hello, about } = offer
  if (hello.kind === 'sslv2_client_hello' || !lengthy.has(about)) return 0
  let length = lengths.get(offer)
  if (length === undefined) {
    length = encodeHandshake(hello, { version: tls13 }).length
    lengths.set(offer, length)
  }
  return length
}

function readCertificateRequest(ledger: Ledger): Reading {
  const told = ledger.accepted().filter(({ outcome }) => outcome.answer.asksForCertificate !== null)
  const asks = told.find(({ outcome }) => outcome.answer.asksForCertificate === true)
  if (asks) return { status: 'yes', detail: 'a certificate request is sent', probes: [asks.number] }
  const [first] = told
  return first ? { status: 'no', detail: 'no certificate request is sent', probes: [first.number] } : notKnown('no answer tells')
}
