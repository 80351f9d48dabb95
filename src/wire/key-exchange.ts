// ServerKeyExchange and ClientKeyExchange of TLS 1.2 and below. A ServerKeyExchange cannot be read without knowing the cipher suite.
import { type Signature, signature } from './certificate-messages.ts'
import type { Codec, Decoded } from './codec.ts'
import { constant, opaque, rest, struct, uint8, uint16 } from './presentation.ts'

/** ECCurveType named_curve; explicit_prime and explicit_char2 spell the curve out and are deprecated (RFC 8422 §5.4). */
const namedCurve = 3
const explicitCurves = [1, 2]

/** A curve by its number, and a point on it: RFC 8422 §5.4 */
const ecParams = struct({
  kind: constant('ec'),
  curveType: uint8,
  group: uint16,
  publicKey: opaque(uint8, { min: 1 }),
})

/** RFC 5246 §7.4.3; unsigned integers in network byte order, leading zeros as sent. */
const dhParams = struct({
  kind: constant('dh'),
  prime: opaque(uint16, { min: 1 }),
  generator: opaque(uint16, { min: 1 }),
  publicKey: opaque(uint16, { min: 1 }),
})

/** The temporary key of an export suite: RFC 2246 §7.4.3 */
const rsaParams = struct({
  kind: constant('rsa'),
  modulus: opaque(uint16, { min: 1 }),
  exponent: opaque(uint16, { min: 1 }),
})

/** A server's half of a key exchange before TLS 1.3, told apart by `kind`. */
export type KeyExchangeParams = Decoded<typeof ecParams> | Decoded<typeof dhParams> | Decoded<typeof rsaParams>

/** RFC 5246 §7.4.3, RFC 8422 §5.4, RFC 4279 §2 to §4, RFC 5489 §2 */
export type ServerKeyExchange =
  | {
      readonly kind: 'server_key_exchange'
      readonly form: 'fields'
      /** Null for an exchange without a pre-shared key. */
      readonly pskIdentityHint: Uint8Array | null
      /** Null for an exchange that is nothing but a pre-shared key. */
      readonly params: KeyExchangeParams | null
      /** Null where nothing is signed. */
      readonly signature: Signature | null
    }
  /** What has no fields here: a curve given by its equation, SRP, or the exchange of a suite that is not known. */
  | { readonly kind: 'server_key_exchange'; readonly form: 'bytes'; readonly body: Uint8Array }

const asBytes = struct({ kind: constant('server_key_exchange'), form: constant('bytes'), body: rest })

/**
 * @param keyExchange what a suite's name has between TLS_ and _WITH_ ('ECDHE_RSA', 'DH_anon', 'DHE_PSK', 'RSA_EXPORT'); 'ECDHE' and 'DHE'
 * alone stand for the signed ones; undefined when the suite is not known
 */
export function serverKeyExchange(version: number, keyExchange = ''): Codec<ServerKeyExchange> {
  const words = keyExchange.split('_')
  const isPsk = words.includes('PSK')
  const params = paramsOf(words)
  if (params === null && !isPsk) return asBytes
  const asFields: Codec<ServerKeyExchange> = struct({
    kind: constant('server_key_exchange'),
    form: constant('fields'),
    pskIdentityHint: isPsk ? opaque(uint16) : constant(null),
    params: params ?? constant(null),
    signature: isPsk || words.includes('anon') ? constant(null) : signature(version),
  })
  return {
    read: r => (params === ecParams && !isPsk && explicitCurves.includes(r.peek(1)[0] ?? namedCurve) ? asBytes : asFields).read(r),
    write: (w, value) => (value.form === 'bytes' ? asBytes.write(w, value) : asFields.write(w, value)),
  }
}

/** Static DH and ECDH are in the certificate and send no ServerKeyExchange, so without `anon` or the E of "ephemeral" there are no fields. */
function paramsOf(words: readonly string[]): Codec<KeyExchangeParams> | null {
  const isAnon = words.includes('anon')
  if (words.includes('ECDHE') || (words.includes('ECDH') && isAnon)) return ecParams
  if (words.includes('DHE') || (words.includes('DH') && isAnon)) return dhParams
  return words.includes('RSA') && words.some(word => word.startsWith('EXPORT')) ? rsaParams : null
}

/** RFC 5246 §7.4.7: encrypted premaster secret or public key, of no use without the server's private key. */
export const clientKeyExchange = struct({ kind: constant('client_key_exchange'), body: rest })
