// What a full survey asks beside the versions: SSLv2, protocols and names that nobody has, a needless fallback, and hellos that are unlike those
// of twenty years ago. Each is asked in a hello that is wide in everything else, so that any server with any version can answer it.
import { sslv2CipherKinds } from '../../registry/sslv2-cipher-kinds.ts'
import type { ClientHelloExtension } from '../../wire/extensions.ts'
import type { ClientHello } from '../../wire/hello.ts'
import { mlkem768Key } from '../client-hello.ts'
import { type HelloContext, helloOf } from '../hello.ts'
import { keyShare } from '../key-share.ts'
import type { Offer, Probe, Subject } from '../offer.ts'
import { isCommonSuite, likelySuites } from './ranking.ts'

const tls12 = 0x0303
const tls13 = 0x0304

/** One hello with every cipher kind: a server of SSLv2 names all of them that it has. */
export function* askSslv2({ random }: HelloContext): Probe<void> {
  const cipherKinds = sslv2CipherKinds.rows.map(({ code }) => code)
  const hello = { kind: 'sslv2_client_hello', version: 2, cipherKinds, sessionId: new Uint8Array(0), challenge: random(16) } as const
  yield [{ title: 'every cipher kind of SSLv2', about: 'cipher-suites', hello }]
}

/** An application protocol that nobody speaks. */
export function* askStrangeProtocol(context: HelloContext): Probe<void> {
  yield [wide({ ...context, alpn: ['x-tlsgate-unknown'] }, 'alpn', 'an unknown application protocol')]
}

/** A name that nobody has (RFC 6761 §6.4). The hello is one of 256 to 511 bytes: what is refused may be that, and is then asked apart. */
export function* askStrangeName(context: HelloContext): Probe<void> {
  const strange = { ...context, servername: 'tlsgate.invalid' }
  const [answer] = yield [wide(strange, 'server-name', 'a name that nobody has', ['short'])]
  if (answer?.kind === 'accepted') return
  const [length] = yield [wide(context, 'length-tolerance', 'a hello of 256 to 511 bytes', ['short'])]
  if (length?.kind !== 'accepted') yield [wide(strange, 'server-name', 'a name that nobody has, in a longer hello')]
}

/** TLS_FALLBACK_SCSV; RFC 7507 §3 */
const fallbackScsv = 0x5600
const protocolVersionAlert = 70

/** What a client sends that has failed with a newer version. Which version is the newest is not known here, so it goes down to a refusal. */
export function* askFallback(context: HelloContext): Probe<void> {
  for (const version of [tls12, 0x0302, 0x0301]) {
    const hello = helloOf(context, { version, cipherSuites: [...likelySuites(version).slice(0, 64), fallbackScsv] })
    const [outcome] = yield [{ title: 'TLS_FALLBACK_SCSV', about: 'fallback', hello }]
    if (outcome?.kind === 'refused' && !(outcome.by === 'alert' && outcome.alert === protocolVersionAlert)) return
  }
}

type Oddity = 'version' | 'grease' | 'long' | 'split'

const oddities: readonly (readonly [Oddity, Subject, string])[] = [
  ['version', 'version-tolerance', 'a version that does not exist'],
  ['grease', 'grease-tolerance', 'unknown suites, groups and extensions'],
  ['long', 'length-tolerance', 'a hello longer than a TCP segment'],
  ['split', 'split-tolerance', 'a hello split over records'],
]

/** All that is unusual in one hello, and each by itself where that is not accepted. */
export function* askOddities(context: HelloContext): Probe<void> {
  const title = 'a long hello with unknown values, split over records'
  const [outcome] = yield [
    wide(
      context,
      'several',
      title,
      oddities.map(([oddity]) => oddity),
    ),
  ]
  if (outcome?.kind !== 'accepted') yield oddities.map(([oddity, about, each]) => wide(context, about, each, [oddity]))
  // What does not know supported_versions has not seen the strange version in it: it goes by the field of old.
  if (outcome?.kind === 'accepted' && outcome.version >= tls13) return
  const hello = helloOf(context, { version: tls12, cipherSuites: likelySuites(tls12).slice(0, 64) })
  yield [{ title: 'a client version that does not exist', about: 'version-tolerance', hello: { ...hello, legacyVersion: strangeVersion } }]
}

/** What SSL Labs asks with: 2.152 would be the next step. */
const strangeVersion = 0x0399

/** GREASE, RFC 8701 §2 */
const grease = [0x0a0a, 0x1a1a, 0x2a2a, 0x3a3a, 0x4a4a] as const
const mlkemHybrid = 0x11ec

/** A hello of every version, with a share that opens the answer of TLS 1.3. */
function wide(context: HelloContext, about: Subject, title: string, traits: readonly (Oddity | 'short')[] = []): Offer {
  const has = (trait: Oddity | 'short'): boolean => traits.includes(trait)
  const { share, privateKey } = keyShare()
  const isGreased = has('grease')
  const hybrid = has('long') ? [{ group: mlkemHybrid, keyExchange: Buffer.concat([mlkem768Key(context.random), share.keyExchange]) }] : []
  const versions = [tls13, tls12, 0x0302, 0x0301]
  const extensions: ClientHelloExtension[] = [
    { kind: 'supported_versions', versions: [...(isGreased ? [grease[0]] : []), ...(has('version') ? [strangeVersion] : []), ...versions] },
    { kind: 'extended_main_secret' },
    { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
    { kind: 'ec_point_formats', formats: [0] },
    ...(has('long') ? [{ kind: 'padding', zeros: new Uint8Array(300) } as const] : []),
  ]
  const groups = [0x001d, 0x0017, 0x0018, 0x0019, 0x0100]
  const suites = [...likelySuites(tls13).slice(0, 5), ...likelySuites(tls12).filter(isCommonSuite)]
  const hello = helloOf(context, {
    version: tls13,
    cipherSuites: isGreased ? [grease[1], ...suites] : suites,
    groups: [...(isGreased ? [grease[2]] : []), ...hybrid.map(({ group }) => group), ...groups],
    signatureSchemes: [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0807, 0x0201],
    shares: [...hybrid, share],
    extensions: isGreased
      ? [
          { kind: 'unknown', type: grease[3], body: new Uint8Array(0) },
          ...extensions,
          { kind: 'unknown', type: grease[4], body: new Uint8Array(1) },
        ]
      : extensions,
  })
  return {
    title,
    about,
    hello: has('short') ? unpadded(hello) : hello,
    privateKey,
    // Into the middle of the extensions, as the packets of a longer hello come.
    ...(has('split') && { fragmentSize: 150 }),
  }
}

function unpadded(hello: ClientHello): ClientHello {
  return { ...hello, extensions: (hello.extensions ?? []).filter(({ kind }) => kind !== 'padding') }
}
