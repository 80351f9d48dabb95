// The properties of a server that are neither version, suite, group nor scheme, read from what it answered. Facts; no opinion on them.
import { tls13 } from '../registry/protocols.ts'
import { downgradeSentinel } from '../wire/hello.ts'
import {
  allBefore13,
  asking,
  has,
  inEveryAnswer,
  only13,
  readAlpn,
  readCertificateRequest,
  readEncryptThenMac,
  without13,
} from './answer-readings.ts'
import { readDhParameters, readDhReuse, readEcdhReuse } from './key-readings.ts'
import type { Ledger } from './ledger.ts'
import { exchanges, moot, notKnown, type Reading, signIn, supportOfAny, versionsBefore13 } from './reading.ts'
import { readFallback, readStrictAlpn, readStrictName, tolerance } from './refusal-readings.ts'
import { traits } from './traits.ts'

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
    read: ledger => only13(ledger, 'no', 'resumes sessions in a way of its own') ?? notKnown('it was not asked'),
  },
  'resumption-by-ticket': {
    title: 'Resumption by session ticket',
    meaning: 'resumes a session of TLS 1.2 or below by its ticket',
    read: ledger => only13(ledger, 'no', 'resumes sessions in a way of its own') ?? notKnown('it was not asked'),
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
    read: readDhReuse,
  },
  'ecdh-reuse': {
    title: 'Elliptic-curve Diffie-Hellman keys reused',
    meaning: 'uses one elliptic-curve key in several connections',
    read: readEcdhReuse,
  },
  'version-tolerance': {
    title: 'Unknown versions tolerated',
    meaning: 'answers a client that offers a newer version than there is with what it has',
    read: ledger => tolerance(ledger, traits.version),
  },
  'grease-tolerance': {
    title: 'Unknown values tolerated',
    meaning: 'passes over suites, groups and extensions it does not know (GREASE, RFC 8701)',
    read: ledger => tolerance(ledger, traits.grease),
  },
  'length-tolerance': {
    title: 'Hellos of 256 to 511 bytes tolerated',
    meaning: 'answers a hello of 256 to 511 bytes (RFC 7685)',
    read: ledger => tolerance(ledger, traits.middling),
  },
  'split-tolerance': {
    title: 'Hellos split over records tolerated',
    meaning: 'answers a hello that comes in several records (RFC 8446 §5.1)',
    read: ledger => tolerance(ledger, traits.fragments),
  },
  'long-hello-tolerance': {
    title: 'Hellos longer than a TCP segment tolerated',
    meaning: 'answers a hello that does not fit in one TCP segment, as post-quantum key shares make them',
    read: ledger => tolerance(ledger, traits.long),
  },
  'client-certificate-request': {
    title: 'Client certificate asked for',
    meaning: 'asks the client for a certificate during the handshake',
    read: readCertificateRequest,
  },
} as const satisfies Readonly<Record<string, FeatureRow>>

/** As policies and reports name the features. */
export type FeatureName = keyof typeof featureRows

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
