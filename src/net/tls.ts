// The real handshake: OpenSSL's, through node:tls over a tapped stream. It judges nothing; it says how the handshake ended.
import { constants, createPrivateKey, X509Certificate } from 'node:crypto'
import { Duplex } from 'node:stream'
import { connect, createSecureContext, DEFAULT_CIPHERS, type SecureContext, type SecureVersion } from 'node:tls'
import { UsageError } from '../usage-error.ts'
import { contentType } from '../wire/record.ts'
import { after, every, soon } from './deadline.ts'
import type { Tap } from './tap.ts'

/** What the client brings and offers; whatever is left out is Node's own default. */
export interface ClientOptions {
  /** PEM texts that replace Node's root store. */
  readonly ca?: readonly string[]
  /** PEM texts; with any of them OpenSSL wants a revocation list for every issuer of the chain. */
  readonly crl?: readonly string[]
  /** True to trust a certificate of `ca` although another has issued it. */
  readonly partialChain?: boolean
  readonly minVersion?: SecureVersion
  readonly maxVersion?: SecureVersion
  /** OpenSSL cipher list syntax. */
  readonly ciphers?: string
  /** OpenSSL group names, separated by colons. */
  readonly groups?: string
  /** OpenSSL signature algorithm names, separated by colons. */
  readonly signatureSchemes?: string
  /** False to ask for no session ticket before TLS 1.3 (RFC 5077), so that a server has to keep the session under an id. */
  readonly tickets?: false
  /** PEM texts. */
  readonly cert?: string
  readonly key?: string
  readonly pfx?: Uint8Array
  readonly passphrase?: string
}

/** How the handshake ended, as OpenSSL and the socket saw it. */
export type TlsEnd =
  /** Completed; `verifyCode` is OpenSSL's verdict on the chain (X509_V_ERR_… without its prefix), null when it trusts it. */
  | { readonly kind: 'secured'; readonly verifyCode: string | null; readonly afterwards: TlsEnd | null }
  /** OpenSSL gave up, by an alert of the server or by its own judgement: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'. */
  | { readonly kind: 'engine'; readonly code: string; readonly message: string }
  /** The server closed (FIN) or reset (RST) the connection. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'reset'; readonly code: string }
  /** The server sent more than a handshake can need. */
  | { readonly kind: 'flooded' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'aborted' }

/** What OpenSSL made of one connection. */
export interface TlsSession {
  readonly end: TlsEnd
  /** What Node says was negotiated; null when the handshake did not get there. */
  readonly protocol: string | null
  readonly cipherSuite: string | null
  readonly alpn: string | null
  /** The session in OpenSSL's form, to be resumed by another handshake; null where none was to be kept, or the server has given none by the end. */
  readonly resumable: Uint8Array | null
  /** Whether the session is that of an earlier handshake. */
  readonly resumed: boolean
}

/**
 * Node's secure context for these options; one serves any number of targets.
 * @throws UsageError when OpenSSL refuses an option
 */
export function secureContext(options: ClientOptions): SecureContext {
  const { groups, signatureSchemes, ca, crl, pfx, tickets, partialChain, ...rest } = options
  refuseStrangers(options)
  refuseOldVersions(options)
  try {
    return createSecureContext({
      ...rest,
      ...(ca && { ca: [...ca] }),
      ...(crl && { crl: [...crl] }),
      ...(partialChain !== undefined && { allowPartialTrustChain: partialChain }),
      ...(pfx && { pfx: Buffer.from(pfx) }),
      ...(groups !== undefined && { ecdhCurve: groups }),
      ...(tickets === false && { secureOptions: constants.SSL_OP_NO_TICKET }),
      ...(signatureSchemes !== undefined && { sigalgs: signatureSchemes }),
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // OpenSSL has no words for a name that it does not know.
    const reason = /reason\(0\)/.test(message) ? 'one of them is not known' : message
    throw new UsageError(`OpenSSL refuses the client options: ${reason}`, hintFor(options, error), { cause: error })
  }
}

/** OpenSSL takes a certificate and a key of different types, and then presents neither. */
function refuseStrangers({ cert, key, passphrase }: ClientOptions): void {
  if (cert === undefined || key === undefined) return
  let belong: boolean
  try {
    belong = new X509Certificate(cert).checkPrivateKey(createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) }))
  } catch {
    return // what cannot be read is said by OpenSSL's own words
  }
  if (!belong) throw new UsageError('the key is not that of the certificate', hintFor({ cert }))
}

/** OpenSSL takes such a version, and then offers nothing, or in silence the newer ones alone. */
function refuseOldVersions({ minVersion, ciphers = DEFAULT_CIPHERS }: ClientOptions): void {
  if ((minVersion !== 'TLSv1' && minVersion !== 'TLSv1.1') || /@SECLEVEL=0(?!\d)/.test(ciphers)) return
  throw new UsageError(
    'OpenSSL offers TLS 1.0 and 1.1 only at security level 0',
    'give the ciphers DEFAULT@SECLEVEL=0 as well, or TLSv1.2 as the oldest version',
  )
}

function hintFor(options: ClientOptions, error?: unknown): string {
  // The words of Node, where others say TLSv1.0.
  if (error instanceof Error && 'code' in error && error.code === 'ERR_TLS_INVALID_PROTOCOL_VERSION')
    return 'the versions are TLSv1 (for TLS 1.0), TLSv1.1, TLSv1.2 and TLSv1.3'
  if (options.pfx) return 'check the file and its passphrase; PKCS#12 files with RC2 or 3DES have to be made anew (openssl pkcs12 -export)'
  if (options.cert ?? options.key) return 'give cert and key as PEM files that belong together, and the passphrase if the key has one'
  if (options.ciphers) return 'write cipher names as openssl ciphers lists them, separated by colons'
  if (options.groups) return 'write group names as OpenSSL spells them, separated by colons: X25519MLKEM768:X25519:P-256'
  if (options.signatureSchemes)
    return 'write signature schemes as OpenSSL spells them, separated by colons: ecdsa_secp256r1_sha256:RSA-PSS+SHA256'
  return 'check the certificates given'
}

/**
 * Has the client say its hello to nobody: what it cannot even say is no server's doing.
 * @throws UsageError when the options leave it nothing to offer
 */
export async function refuseEmptyOffer(context: SecureContext): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<(Error & { reason?: string }) | null>()
  const nobody = new Duplex({
    read: () => {},
    write: (bytes: Uint8Array, _encoding, done) => {
      // In the place of a hello that it cannot make it sends an alert.
      if (bytes[0] === contentType.handshake) resolve(null)
      done()
    },
  })
  const socket = connect({ socket: nobody, secureContext: context, rejectUnauthorized: false })
  socket.on('error', resolve)
  const error = await promise
  socket.destroy()
  nobody.destroy()
  if (error === null) return
  throw new UsageError(
    `these options leave the client nothing to offer: ${error.reason ?? error.message}`,
    'give versions, cipher suites, groups and signature schemes that go together: TLS 1.3 has suites of its own, and no curve or SHA-1 of old',
    { cause: error },
  )
}

/**
 * How long to wait for the server's word after a completed handshake, in milliseconds. A TLS 1.3 server refuses a client certificate only then,
 * and sends its session tickets then; one that asked for no certificate has said all there is to say with its first word.
 */
export interface Linger {
  readonly usualMs: number
  /** Beyond that, for a server that asked for a certificate. */
  readonly furtherMs: number
}

/** What one handshake is made with. */
export interface ShakeOptions {
  readonly context: SecureContext
  /** Sent as SNI; null for none (RFC 6066 §3 allows no IP address). */
  readonly servername: string | null
  readonly alpn: readonly string[]
  /** Filled with the session's secrets as they appear, in NSS key log format. */
  readonly keyLog: string[]
  /** A session to resume, as an earlier handshake left it. */
  readonly session?: Uint8Array
  /** Whether another handshake is to resume the session: writing it out with each ticket is a thirtieth of all that a handshake costs. */
  readonly keepsSession: boolean
  readonly linger: Linger
  /** Whether the server asked for a certificate; asked for once the handshake is completed. */
  readonly isAsked: () => boolean
  /** Whether the server has sent a fatal alert; asked now and then while the handshake waits for more. */
  readonly isRefused: () => boolean
  readonly signal: AbortSignal
}

/**
 * How often to ask. OpenSSL itself ends at an alert, but for one of an unregistered number it has no words, and Node then no error: the
 * connection would stay open until the deadline.
 */
const refusalPollMs = 50

/** Shakes hands over a connected tap and closes it. Never rejects for what a server does. */
export async function shakeHands(tap: Tap, options: ShakeOptions): Promise<TlsSession> {
  const { promise: ended, resolve: end } = Promise.withResolvers<TlsEnd>()
  const { promise: secured, resolve: onSecured } = Promise.withResolvers<void>()
  const socket = connect({
    socket: tap,
    secureContext: options.context,
    // The whole chain is read and judged in any case, so a refusal here would only hide the rest of the handshake.
    rejectUnauthorized: false,
    // Names are matched by certificate/hostname.ts, which reports them beside the other problems instead of in their place.
    checkServerIdentity: () => undefined,
    requestOCSP: true,
    ...(options.servername !== null && { servername: options.servername }),
    ...(options.alpn.length > 0 && { ALPNProtocols: [...options.alpn] }),
    ...(options.session && { session: Buffer.from(options.session) }),
  })
  // Node decodes the whole chain with it, for the check of the name that is switched off above: a twentieth of all that a target costs.
  Object.assign(socket, { getPeerCertificate: () => ({}) })
  const onAbort = (): void => end({ kind: options.signal.reason?.code === 'DEADLINE' ? 'timeout' : 'aborted' })
  options.signal.addEventListener('abort', onAbort, { once: true })
  if (options.signal.aborted) onAbort()
  socket.on('keylog', line => options.keyLog.push(line.toString('latin1').trimEnd()))
  socket.once('secureConnect', onSecured)
  let resumable: Uint8Array | null = null
  if (options.keepsSession) socket.on('session', session => (resumable = session))
  socket.on('error', error => end(endOf(error)))
  socket.once('close', () => end({ kind: 'closed' }))
  using _watch = every(refusalPollMs, () => options.isRefused() && end({ kind: 'closed' }))
  try {
    const early = await Promise.race([ended, secured])
    const facts = {
      protocol: early ? null : socket.getProtocol(),
      cipherSuite: early ? null : socket.getCipher().standardName,
      alpn: early ? null : socket.alpnProtocol || null,
      resumed: !early && socket.isSessionReused(),
    }
    if (early) return { ...facts, resumable, end: early }
    // A new ticket for a resumed session is no event; in TLS 1.3 there is none to be had before the event.
    if (options.keepsSession && facts.protocol !== 'TLSv1.3') resumable ??= socket.getSession() ?? null
    const verifyCode = socket.authorized ? null : String(socket.authorizationError)
    // Our close_notify makes the server answer: with session tickets, its own close_notify, or the refusal waited for.
    const { promise: word, resolve: onWord } = Promise.withResolvers<null>()
    if (options.keepsSession) socket.once('session', () => onWord(null))
    // Where the word is an end, the engine says so first.
    else tap.once('data', () => void soon(() => onWord(null)))
    socket.resume().end()
    const { usualMs, furtherMs } = options.linger
    let afterwards = await withinMs(usualMs, ended, word)
    if (afterwards === null && furtherMs > 0 && options.isAsked()) afterwards = await withinMs(furtherMs, ended)
    return { ...facts, resumable, end: { kind: 'secured', verifyCode, afterwards } }
  } finally {
    options.signal.removeEventListener('abort', onAbort)
    socket.destroy()
    tap.destroy()
  }
}

/** What comes first of these; null where nothing comes in that time. */
async function withinMs<T>(ms: number, ...promises: Promise<T>[]): Promise<T | null> {
  const { promise: silence, resolve } = Promise.withResolvers<null>()
  using _timer = after(ms, () => resolve(null))
  return await Promise.race([...promises, silence])
}

function endOf(error: Error & { code?: string }): TlsEnd {
  const code = error.code ?? ''
  if (code === 'RECORDING_LIMIT') return { kind: 'flooded' }
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') {
    // Node reports a FIN during the handshake under the same code as an RST; only the system call tells them apart.
    return 'syscall' in error ? { kind: 'reset', code } : { kind: 'closed' }
  }
  return { kind: 'engine', code, message: error.message }
}
