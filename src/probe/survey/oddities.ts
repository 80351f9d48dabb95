// Hellos unlike those of twenty years ago, and names and protocols that nobody has. All are put at once; one that is refused is put again in a hello
// that is accepted without what is odd in it. What follows from that is read in refusal-readings.ts.
import { noApplicationProtocol, unrecognizedName } from '../../registry/alerts.ts'
import { tls12, tls13 } from '../../registry/protocols.ts'
import type { ClientHelloExtension } from '../../wire/extensions.ts'
import type { ClientHello } from '../../wire/hello.ts'
import { mlkem768Key } from '../client-hello.ts'
import { type HelloContext, helloOf } from '../hello.ts'
import { lengthOf } from '../hello-bytes.ts'
import { keyShare } from '../key-share.ts'
import { type Accepted, isRefusedBy, type Offer, type Outcome, type Probe, type Subject } from '../offer.ts'
import { likelySuites } from './ranking.ts'

/** A hello that a server should accept, and how it is put. */
type Plain = Pick<Offer, 'hello' | 'privateKey' | 'fragmentSize'> & { readonly hello: ClientHello }

/** Makes the same hello for any name and protocols. */
type Frame = (context: HelloContext) => Plain

interface Oddity {
  readonly about: Subject
  readonly title: string
  /** The hello of a frame with this one thing changed in it. */
  readonly of: (frame: Frame, context: HelloContext) => Plain
}

const oddities = {
  version: { about: 'version-tolerance', title: 'a version that does not exist', of: changed(withStrangeVersion) },
  grease: { about: 'grease-tolerance', title: 'unknown suites, groups and extensions', of: changed(withGrease) },
  long: { about: 'length-tolerance', title: 'a hello longer than a TCP segment', of: changed(plain => sized(plain, longBytes)) },
  middling: { about: 'length-tolerance', title: 'a hello of 256 to 511 bytes', of: changed(plain => sized(plain, middlingBytes)) },
  split: { about: 'split-tolerance', title: 'a hello split over records', of: changed(split) },
  name: { about: 'server-name', title: 'a name that nobody has', of: (frame, context) => frame(foreign(context)) },
  protocol: { about: 'alpn', title: 'an unknown application protocol', of: (frame, context) => frame(unspoken(context)) },
} as const satisfies Readonly<Record<string, Oddity>>

/** RFC 6761 §6.4 */
const foreign = (context: HelloContext): HelloContext => ({ ...context, servername: 'tlsgate.invalid' })
const unspoken = (context: HelloContext): HelloContext => ({ ...context, alpn: ['x-tlsgate-unknown'] })

/** Puts hellos that differ from an accepted one in one trait each. */
export function* askOddities(context: HelloContext): Probe<void> {
  const everything = sized(withHybridShare(withGrease(withStrangeVersion(wide(context))), context), longBytes)
  const [joint, name, protocol] = yield [
    { title: 'a long hello with unknown values, split over records', about: 'several', ...split(everything) },
    { ...offerOf(oddities.name, wide, context), ...sized(wide(foreign(context)), middlingBytes) },
    offerOf(oddities.protocol, wide, context),
  ]
  const { version, grease, long, middling, split: splitting } = oddities
  const left = [
    // Who chooses an older version has as a rule not looked at the list with the strange one.
    ...(joint?.kind === 'accepted' && joint.version >= tls13 ? [] : [version]),
    ...(joint?.kind === 'accepted' ? [] : [grease, long, splitting]),
    ...(name?.kind === 'accepted' ? [] : [middling]),
    ...(isTold(name, unrecognizedName) ? [] : [oddities.name]),
    ...(isTold(protocol, noApplicationProtocol) ? [] : [oddities.protocol]),
  ]
  if (left.length > 0) yield* askApart(context, left, joint)
}

/** Whether the server has come to what is in question: a HelloRetryRequest is sent before that, and most alerts may be about something else. */
function isTold(outcome: Outcome | undefined, alert: number): boolean {
  return isAnswer(outcome) || isRefusedBy(outcome, alert)
}

/** Each by itself, in a hello that is accepted without it; unless there is none. */
function* askApart(context: HelloContext, left: readonly Oddity[], joint: Outcome | undefined): Probe<void> {
  const control = (frame: Frame): Offer => ({ title: 'a hello with nothing odd in it', about: 'several', ...frame(context) })
  const known = isAnswer(joint) ? frameOf(joint.version) : null
  const frame = known ?? bestOf(yield frames.map(control))
  if (!frame) return
  const outcomes = yield left.map(oddity => offerOf(oddity, frame, context))
  if (known && outcomes.some(({ kind }) => kind === 'refused')) yield [control(frame)]
}

const isAnswer = (outcome: Outcome | undefined): outcome is Accepted =>
  outcome?.kind === 'accepted' && outcome.answer.hello.kind === 'server_hello'

/** Of the frames, which met these outcomes, the one to ask in: that of one version tells more about a server which has no TLS 1.3. */
function bestOf(outcomes: readonly Outcome[]): Frame | null {
  const isMatching = (each: Outcome, index: number): boolean => isAnswer(each) && (index > 0 || each.version >= tls13)
  const fits = [isMatching, isAnswer, ({ kind }: Outcome) => kind === 'accepted']
  const [best] = fits.map(fit => outcomes.findIndex(fit)).filter(index => index >= 0)
  return best === undefined ? null : (frames[best] ?? null)
}

const offerOf = ({ title, about, of }: Oddity, frame: Frame, context: HelloContext): Offer => ({ title, about, ...of(frame, context) })

/** All of the same length, which then makes no difference between them. */
const usualBytes = 512
const middlingBytes = 384
const longBytes = 1700

/** A hello of every version from TLS 1.0 on, with a share that opens the answer of TLS 1.3; with room for it in 256 bytes. */
function wide(context: HelloContext): Plain {
  const { share, privateKey } = keyShare()
  const hello = helloOf(context, {
    version: tls13,
    cipherSuites: usualSuites,
    groups: [0x001d, 0x0017, 0x0018, 0x0019, 0x0100],
    signatureSchemes: [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807, 0x0201],
    shares: [share],
    extensions: [
      { kind: 'supported_versions', versions: [tls13, tls12, 0x0302, 0x0301] },
      { kind: 'extended_main_secret' },
      { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
      { kind: 'ec_point_formats', formats: [0] },
    ],
  })
  return sized({ hello, privateKey }, usualBytes)
}

/** What nearly every server has one of: AEAD and CBC suites, for keys of RSA and of elliptic curves. */
const usualSuites = [
  0x1301, 0x1302, 0x1303, 0xc02f, 0xc02b, 0xc030, 0xc02c, 0xcca8, 0xcca9, 0xc013, 0xc014, 0xc009, 0xc00a, 0x009e, 0x009f, 0x0033, 0x0039,
  0x009c, 0x009d, 0x002f, 0x0035, 0x000a, 0x0005,
]

/** A hello of one version, and of none that came later. */
const narrow =
  (version: number): Frame =>
  context =>
    sized({ hello: helloOf(context, { version, cipherSuites: likelySuites(version).slice(0, 64) }) }, usualBytes)

const narrowFrames = [tls12, 0x0302, 0x0301].map(version => ({ version, frame: narrow(version) }))
const frames: readonly Frame[] = [wide, ...narrowFrames.map(({ frame }) => frame)]

/** What a server that chooses this version is known to take; null for SSLv3, of which there is no form with extensions. */
const frameOf = (version: number): Frame | null =>
  version >= tls13 ? wide : (narrowFrames.find(each => each.version === version)?.frame ?? null)

function changed(change: (plain: Plain) => Plain): Oddity['of'] {
  return (frame, context) => change(frame(context))
}

/** As long as that, by padding (RFC 7685); longer only where it is so without. */
function sized(plain: Plain, bytes: number): Plain {
  const bare = { ...plain.hello, extensions: (plain.hello.extensions ?? []).filter(({ kind }) => kind !== 'padding') }
  const zeros = new Uint8Array(Math.max(bytes - lengthOf(bare) - 4, 1))
  return { ...plain, hello: { ...bare, extensions: [...bare.extensions, { kind: 'padding', zeros }] } }
}

/** Into the middle of the extensions, as the packets of a longer hello come. */
function split(plain: Plain): Plain {
  return { ...plain, fragmentSize: 150 }
}

/** What SSL Labs asks with: 2.152 would be the next step. */
const strangeVersion = 0x0399

/** In the field of old, where there is no list. */
function withStrangeVersion(plain: Plain): Plain {
  const { hello } = plain
  if (!hello.extensions?.some(({ kind }) => kind === 'supported_versions'))
    return { ...plain, hello: { ...hello, legacyVersion: strangeVersion } }
  return withExtensions(plain, each =>
    each.kind === 'supported_versions' ? { ...each, versions: [strangeVersion, ...each.versions] } : each,
  )
}

/** GREASE, RFC 8701 §2 */
const grease = [0x0a0a, 0x1a1a, 0x2a2a, 0x3a3a, 0x4a4a] as const

function withGrease(plain: Plain): Plain {
  const { hello } = withExtensions(plain, each => {
    if (each.kind === 'supported_versions') return { ...each, versions: [grease[0], ...each.versions] }
    return each.kind === 'supported_groups' ? { ...each, groups: [grease[2], ...each.groups] } : each
  })
  const extensions: ClientHelloExtension[] = [
    { kind: 'unknown', type: grease[3], body: new Uint8Array(0) },
    ...(hello.extensions ?? []),
    { kind: 'unknown', type: grease[4], body: new Uint8Array(1) },
  ]
  return sized({ ...plain, hello: { ...hello, cipherSuites: [grease[1], ...hello.cipherSuites], extensions } }, usualBytes)
}

const mlkemHybrid = 0x11ec

/** As clients of today have it, X25519MLKEM768; in the form of one, since nobody has the private key. */
function withHybridShare(plain: Plain, { random }: HelloContext): Plain {
  return withExtensions(plain, each => {
    if (each.kind === 'supported_groups') return { ...each, groups: [mlkemHybrid, ...each.groups] }
    if (each.kind !== 'key_share') return each
    const x25519 = each.shares.map(({ keyExchange }) => keyExchange)
    return { ...each, shares: [{ group: mlkemHybrid, keyExchange: Buffer.concat([mlkem768Key(random), ...x25519]) }, ...each.shares] }
  })
}

function withExtensions(plain: Plain, change: (extension: ClientHelloExtension) => ClientHelloExtension): Plain {
  return { ...plain, hello: { ...plain.hello, extensions: plain.hello.extensions?.map(change) ?? null } }
}
