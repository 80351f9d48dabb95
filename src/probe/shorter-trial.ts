// Whether it is the length of a hello that a server has no answer for: which lengths it has answered, and hellos to try it with. No I/O.
import { type ClientHelloExtension, extension } from '../wire/extensions.ts'
import type { ClientHello } from '../wire/hello.ts'
import { lengthOf } from './hello-bytes.ts'
import type { Offer } from './offer.ts'
import { isDivisible, shortBytes } from './shorter.ts'

/** How long a hello is, in both ways that servers are known to mind. */
interface Size {
  readonly bytes: number
  readonly suites: number
}

/** Two hellos that any server should accept; one as long as the offer in doubt, the other short. */
export interface Trial {
  readonly long: Offer
  readonly short: Offer
}

/** The most trials of one server. */
const mostTrials = 4

/** What one server has shown of the lengths it answers. */
export class Lengths {
  readonly #answered: ClientHello[] = []
  readonly #choked: Size[] = []
  #trials = 0

  /** It was accepted, or refused with an alert. */
  answered({ hello }: Offer): void {
    if (hello.kind === 'client_hello') this.#answered.push(hello)
  }

  /** A long hello of its trial had no answer, and a short one had. */
  choked({ hello }: Offer): void {
    if (hello.kind === 'client_hello') this.#choked.push(sizeOf(hello))
  }

  /** Whether an offer is as long as what the server has no answer for, as far as that is known. */
  isTooLong(offer: Offer): boolean {
    if (this.#choked.length === 0) return false
    const size = this.#unprovenSize(offer)
    return size !== null && (isMiddling(size) || !this.#choked.every(isMiddling))
  }

  /** What can tell whether an offer had no answer for its length; null where that is known, or is not to be found out. */
  trialOf(offer: Offer): Trial | null {
    if (!this.isInDoubt(offer) || offer.hello.kind !== 'client_hello') return null
    this.#trials++
    const [short, long] = [shortHello(offer.hello), longHello(offer.hello)]
    return {
      long: { title: `what any server should accept, in ${lengthOf(long)} bytes`, about: 'length-tolerance', hello: long },
      short: { title: `what any server should accept, in ${lengthOf(short)} bytes`, about: 'length-tolerance', hello: short },
    }
  }

  isInDoubt(offer: Offer): boolean {
    // Who is asked by a foreign name need not accept anything.
    if (this.#trials >= mostTrials || offer.about === 'server-name' || this.isTooLong(offer)) return false
    return this.#unprovenSize(offer) !== null && offer.hello.kind === 'client_hello' && lengthOf(shortHello(offer.hello)) <= shortBytes
  }

  /** Of a long hello, as long as no other was answered that is as long. */
  #unprovenSize({ hello, about }: Offer): Size | null {
    if (hello.kind !== 'client_hello' || !isDivisible(about)) return null
    const size = sizeOf(hello)
    return size.bytes <= shortBytes || this.#answered.some(each => proves(sizeOf(each), size)) ? null : size
  }
}

const sizes = new WeakMap<ClientHello, Size>()

function sizeOf(hello: ClientHello): Size {
  const known = sizes.get(hello)
  if (known) return known
  const size = { bytes: lengthOf(hello), suites: hello.cipherSuites.length }
  sizes.set(hello, size)
  return size
}

/** RFC 7685 §4: there are servers that hang on a hello of 256 to 511 bytes and answer longer ones. */
const isMiddling = ({ bytes }: Size): boolean => bytes < 512

/** Whether a server that answers the one hello should answer the other, as far as the length goes. */
function proves(one: Size, other: Size): boolean {
  if (isMiddling(one) !== isMiddling(other)) return false
  return one.bytes >= other.bytes && (isMiddling(one) || one.suites >= other.suites)
}

// With what every server has one of: AEAD and CBC suites, keys of RSA and of elliptic curves.
const usualSuites = [
  0x1301, 0x1302, 0x1303, 0xc02f, 0xc02b, 0xc030, 0xc02c, 0xcca8, 0xcca9, 0xc013, 0xc014, 0xc009, 0xc00a, 0x009e, 0x009f, 0x0033, 0x0039,
  0x009c, 0x002f, 0x0035, 0x000a,
]
const usualGroups = [0x001d, 0x0017, 0x0018, 0x0100]
const usualSchemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0201, 0x0203]

/** For the same name as another hello; TLS 1.0 to 1.3. */
function shortHello({ random, extensions }: ClientHello): ClientHello {
  const name = extension(extensions, 'server_name')
  return {
    kind: 'client_hello',
    legacyVersion: 0x0303,
    random,
    sessionId: new Uint8Array(0),
    cipherSuites: usualSuites,
    compressionMethods: [0],
    extensions: [
      ...(name ? [name] : []),
      { kind: 'extended_main_secret' },
      { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
      { kind: 'supported_groups', groups: usualGroups },
      { kind: 'ec_point_formats', formats: [0] },
      { kind: 'signature_algorithms', schemes: usualSchemes },
      { kind: 'key_share', shares: [] },
      { kind: 'supported_versions', versions: [0x0304, 0x0303, 0x0302, 0x0301] },
    ],
  }
}

/** The same as long as another hello: with its suites behind the usual ones, and padding. A little longer, so that it proves more. */
function longHello(other: ClientHello): ClientHello {
  const size = sizeOf(other)
  const short = shortHello(other)
  const suites = isMiddling(size) ? usualSuites : [...new Set([...usualSuites, ...other.cipherSuites])]
  const hello = { ...short, cipherSuites: suites.slice(0, Math.max(usualSuites.length, size.suites)) }
  const bytes = isMiddling(size) ? size.bytes : Math.ceil(size.bytes / 256) * 256
  const padding: ClientHelloExtension = { kind: 'padding', zeros: new Uint8Array(Math.max(1, bytes - lengthOf(hello) - 4)) }
  return { ...hello, extensions: [...(hello.extensions ?? []), padding] }
}
