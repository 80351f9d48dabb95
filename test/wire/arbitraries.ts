// Random well-formed values of every message and extension, within the bounds the standards set.
import fc from 'fast-check'
import type {
  CertificateExtension,
  CertificateRequestExtension,
  ClientHelloExtension,
  EncryptedExtension,
  HelloRetryRequestExtension,
  NewSessionTicketExtension,
  ServerHelloExtension,
} from '../../src/wire/extensions.ts'
import { helloRetryRequestRandom } from '../../src/wire/hello.ts'
import type { HandshakeMessage } from '../../src/wire/messages.ts'

/** One arbitrary for each kind of a union: a kind that is missing here is a type error. */
type ByKind<U extends { readonly kind: string }> = { readonly [K in U['kind']]: fc.Arbitrary<Extract<U, { readonly kind: K }>> }

export const u8 = fc.integer({ min: 0, max: 0xff })
export const u16 = fc.integer({ min: 0, max: 0xffff })
export const u24 = fc.integer({ min: 0, max: 0xff_ffff })
const u32 = fc.integer({ min: 0, max: 0xffff_ffff })

export function bytes(min = 0, max = 40): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: min, maxLength: max })
}

/** One to a few. */
function some<T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(item, { minLength: 1, maxLength: 5 })
}

const text = bytes(1).map(codes => String.fromCharCode(...codes))

function of<K extends string, T extends object>(kind: K, fields: { [F in keyof T]: fc.Arbitrary<T[F]> }): fc.Arbitrary<{ kind: K } & T> {
  return fc.record(fields).map(value => ({ kind, ...value }) as { kind: K } & T)
}

/** What has nothing but its kind. */
function bare<const K extends string>(kind: K): fc.Arbitrary<{ kind: K }> {
  return fc.constant({ kind })
}

// 0xfaNN is neither registered nor GREASE.
const unknown = of('unknown', { type: u8.map(low => 0xfa00 + low), body: bytes() })
const keyShare = fc.record({ group: u16, keyExchange: bytes(1) })
const protocols = of('application_layer_protocol_negotiation', { protocols: some(text) })
const groups = of('supported_groups', { groups: some(u16) })
const timestamps = of('signed_certificate_timestamp', { timestamps: some(bytes(1)) })
const statusRequest = of('status_request', { statusType: u8, request: bytes() })
const heartbeat = of('heartbeat', { mode: u8 })
const maxFragmentLength = of('max_fragment_length', { code: u8 })
const recordSizeLimit = of('record_size_limit', { limit: u16 })
const schemes = of('signature_algorithms', { schemes: some(u16) })
const schemesCert = of('signature_algorithms_cert', { schemes: some(u16) })
const authorities = of('certificate_authorities', { authorities: some(bytes(1)) })
const compressCertificate = of('compress_certificate', { algorithms: some(u16) })
const cookie = of('cookie', { cookie: bytes(1) })
const selectedVersion = of('supported_versions', { selectedVersion: u16 })
const ecPointFormats = of('ec_point_formats', { formats: some(u8) })
const sessionTicket = of('session_ticket', { ticket: bytes() })
const renegotiationInfo = of('renegotiation_info', { renegotiatedConnection: bytes() })

export const clientHelloExtension: ByKind<ClientHelloExtension> = {
  server_name: of('server_name', { names: some(fc.record({ type: u8, name: text })) }),
  max_fragment_length: maxFragmentLength,
  status_request: statusRequest,
  supported_groups: groups,
  ec_point_formats: ecPointFormats,
  signature_algorithms: schemes,
  heartbeat,
  application_layer_protocol_negotiation: protocols,
  signed_certificate_timestamp: bare('signed_certificate_timestamp'),
  padding: of('padding', { zeros: bytes() }),
  encrypt_then_mac: bare('encrypt_then_mac'),
  extended_main_secret: bare('extended_main_secret'),
  compress_certificate: compressCertificate,
  record_size_limit: recordSizeLimit,
  session_ticket: sessionTicket,
  pre_shared_key: of('pre_shared_key', {
    identities: some(fc.record({ identity: bytes(1), obfuscatedTicketAge: u32 })),
    binders: some(bytes(32, 48)),
  }),
  early_data: bare('early_data'),
  supported_versions: of('supported_versions', { versions: some(u16) }),
  cookie,
  psk_key_exchange_modes: of('psk_key_exchange_modes', { modes: some(u8) }),
  certificate_authorities: authorities,
  post_handshake_auth: bare('post_handshake_auth'),
  signature_algorithms_cert: schemesCert,
  key_share: of('key_share', { shares: fc.array(keyShare, { maxLength: 3 }) }),
  next_protocol_negotiation: bare('next_protocol_negotiation'),
  renegotiation_info: renegotiationInfo,
  unknown,
}

export const serverHelloExtension: ByKind<ServerHelloExtension> = {
  server_name: bare('server_name'),
  max_fragment_length: maxFragmentLength,
  status_request: bare('status_request'),
  supported_groups: groups,
  ec_point_formats: ecPointFormats,
  heartbeat,
  application_layer_protocol_negotiation: protocols,
  signed_certificate_timestamp: timestamps,
  encrypt_then_mac: bare('encrypt_then_mac'),
  extended_main_secret: bare('extended_main_secret'),
  record_size_limit: recordSizeLimit,
  session_ticket: sessionTicket,
  pre_shared_key: of('pre_shared_key', { selectedIdentity: u16 }),
  supported_versions: selectedVersion,
  key_share: of('key_share', { share: keyShare }),
  next_protocol_negotiation: of('next_protocol_negotiation', { protocols: some(text) }),
  renegotiation_info: renegotiationInfo,
  unknown,
}

export const helloRetryRequestExtension: ByKind<HelloRetryRequestExtension> = {
  supported_versions: selectedVersion,
  cookie,
  key_share: of('key_share', { selectedGroup: u16 }),
  unknown,
}

export const encryptedExtension: ByKind<EncryptedExtension> = {
  server_name: bare('server_name'),
  max_fragment_length: maxFragmentLength,
  supported_groups: groups,
  heartbeat,
  application_layer_protocol_negotiation: protocols,
  record_size_limit: recordSizeLimit,
  early_data: bare('early_data'),
  unknown,
}

export const certificateExtension: ByKind<CertificateExtension> = {
  status_request: of('status_request', { statusType: u8, response: bytes(1) }),
  signed_certificate_timestamp: timestamps,
  unknown,
}

export const certificateRequestExtension: ByKind<CertificateRequestExtension> = {
  status_request: statusRequest,
  signature_algorithms: schemes,
  signed_certificate_timestamp: bare('signed_certificate_timestamp'),
  compress_certificate: compressCertificate,
  certificate_authorities: authorities,
  oid_filters: of('oid_filters', { filters: fc.array(fc.record({ oid: bytes(1), values: bytes() }), { maxLength: 3 }) }),
  signature_algorithms_cert: schemesCert,
  unknown,
}

export const newSessionTicketExtension: ByKind<NewSessionTicketExtension> = {
  early_data: of('early_data', { maxEarlyDataSize: u32 }),
  unknown,
}

/** A block of extensions out of those of one message: any number of each, in any order. */
export function block<U extends { readonly kind: string }>(extensions: ByKind<U>): fc.Arbitrary<readonly U[]> {
  return fc.array(fc.oneof(...(Object.values(extensions) as fc.Arbitrary<U>[])), { maxLength: 6 })
}

const answer = { legacyVersion: u16, sessionId: bytes(0, 32), cipherSuite: u16, compressionMethod: u8 }
const signature = (scheme: fc.Arbitrary<number | null>) => fc.record({ scheme, signature: bytes() })
const none = fc.constant(null)
const ec = of('ec', { curveType: fc.constant(3), group: u16, publicKey: bytes(1) })
const dh = of('dh', { prime: bytes(1), generator: bytes(1), publicKey: bytes(1) })
const rsa = of('rsa', { modulus: bytes(1), exponent: bytes(1) })

type Exchange = Extract<HandshakeMessage, { kind: 'server_key_exchange' }>
type Fields = Omit<Extract<Exchange, { form: 'fields' }>, 'kind' | 'form'>

/** ServerKeyExchange in the form of each key exchange and version. */
export function serverKeyExchange(keyExchange: string, version: number): fc.Arbitrary<Exchange> {
  const signed = signature(version >= 0x0303 ? u16 : none)
  const shapes: Record<string, { [F in keyof Fields]: fc.Arbitrary<Fields[F]> }> = {
    ECDHE_ECDSA: { pskIdentityHint: none, params: ec, signature: signed },
    ECDHE: { pskIdentityHint: none, params: ec, signature: signed },
    ECDH_anon: { pskIdentityHint: none, params: ec, signature: none },
    DHE_RSA: { pskIdentityHint: none, params: dh, signature: signed },
    DH_anon: { pskIdentityHint: none, params: dh, signature: none },
    RSA_EXPORT1024: { pskIdentityHint: none, params: rsa, signature: signed },
    RSA_EXPORT: { pskIdentityHint: none, params: rsa, signature: signed },
    PSK: { pskIdentityHint: bytes(), params: none, signature: none },
    RSA_PSK: { pskIdentityHint: bytes(), params: none, signature: none },
    DHE_PSK: { pskIdentityHint: bytes(), params: dh, signature: none },
    ECDHE_PSK: { pskIdentityHint: bytes(), params: ec, signature: none },
  }
  const shape = shapes[keyExchange]
  if (shape === undefined) return of('server_key_exchange', { form: fc.constant('bytes' as const), body: bytes() })
  return of('server_key_exchange', { form: fc.constant('fields' as const), ...shape })
}

/** Every message in the form of one version; ServerKeyExchange as for a suite that is not known. */
export function messages(version: number): ByKind<HandshakeMessage> {
  const tls13 = version >= 0x0304
  const tls12 = version === 0x0303
  const empty = fc.constant(new Uint8Array(0))
  return {
    hello_request: bare('hello_request'),
    client_hello: of('client_hello', {
      legacyVersion: u16,
      random: bytes(32, 32),
      sessionId: bytes(0, 32),
      cipherSuites: some(u16),
      compressionMethods: some(u8),
      extensions: fc.option(block(clientHelloExtension)),
    }),
    server_hello: of('server_hello', { ...answer, random: bytes(32, 32), extensions: fc.option(block(serverHelloExtension)) }),
    hello_retry_request: of('hello_retry_request', {
      ...answer,
      random: fc.constant(helloRetryRequestRandom),
      extensions: fc.option(block(helloRetryRequestExtension)),
    }),
    encrypted_extensions: of('encrypted_extensions', { extensions: block(encryptedExtension) }),
    certificate: of('certificate', {
      requestContext: tls13 ? bytes() : empty,
      entries: fc.array(
        fc.record({
          certificate: bytes(1),
          extensions: tls13 ? block(certificateExtension) : fc.constant<readonly CertificateExtension[]>([]),
        }),
        { maxLength: 3 },
      ),
    }),
    compressed_certificate: of('compressed_certificate', { algorithm: u16, uncompressedLength: u24, compressed: bytes(1) }),
    certificate_request: tls13
      ? of('certificate_request', {
          form: fc.constant('extensions' as const),
          requestContext: bytes(),
          extensions: block(certificateRequestExtension),
        })
      : of('certificate_request', {
          form: fc.constant('fields' as const),
          certificateTypes: some(u8),
          signatureSchemes: tls12 ? some(u16) : fc.constant<readonly number[]>([]),
          authorities: fc.array(bytes(1), { maxLength: 3 }),
        }),
    certificate_status: of('certificate_status', { statusType: u8, response: bytes(1) }),
    certificate_verify: of('certificate_verify', { scheme: version >= 0x0303 ? u16 : none, signature: bytes() }),
    server_key_exchange: serverKeyExchange('', version),
    client_key_exchange: of('client_key_exchange', { body: bytes() }),
    server_hello_done: bare('server_hello_done'),
    new_session_ticket: tls13
      ? of('new_session_ticket', {
          form: fc.constant('tls1.3' as const),
          lifetimeSeconds: u32,
          ageAdd: u32,
          nonce: bytes(),
          ticket: bytes(1),
          extensions: block(newSessionTicketExtension),
        })
      : of('new_session_ticket', { form: fc.constant('tls1.2' as const), lifetimeSeconds: u32, ticket: bytes() }),
    end_of_early_data: bare('end_of_early_data'),
    finished: of('finished', { verifyData: bytes() }),
    key_update: of('key_update', { requestUpdate: u8 }),
    next_protocol: of('next_protocol', { selectedProtocol: bytes(), padding: bytes() }),
    message_hash: of('message_hash', { hash: bytes() }),
    unknown: of('unknown', { type: fc.constant(99), body: bytes() }),
  }
}
