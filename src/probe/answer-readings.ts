// Features that the answer to any hello shows, by an extension or a message in it. Pure.
import { isCbc } from '../registry/cipher-suite-parts.ts'
import { emptyRenegotiationInfo } from '../registry/cipher-suites.ts'
import { tls13 } from '../registry/protocols.ts'
import { extension, type ServerHelloExtension } from '../wire/extensions.ts'
import { type Ledger, suitesOf } from './ledger.ts'
import { before13, type Exchange, exchanges, moot, notKnown, type Reading, signIn, supportOfAny, versionsBefore13 } from './reading.ts'

/** Where nothing before TLS 1.3 is accepted, many a property cannot matter. */
export function only13(ledger: Ledger, status: 'yes' | 'no', what: string): Reading | null {
  if (supportOfAny(ledger, versionsBefore13) !== 'refused') return null
  return moot(status, `no version before TLSv1.3 is accepted, and TLSv1.3 ${what}`)
}

/** Where TLS 1.3 is refused its properties cannot matter; null where it is not. */
export function without13(ledger: Ledger, status: 'yes' | 'no' = 'no'): Reading | null {
  return ledger.protocol(tls13).support === 'refused' ? moot(status, 'TLSv1.3 is refused') : null
}

/** Whether a ServerHello has an extension; a HelloRetryRequest has none that matters here. */
export const has =
  (kind: ServerHelloExtension['kind']) =>
  ({ hello }: Exchange): boolean =>
    hello.kind === 'server_hello' && extension(hello.extensions, kind) !== undefined

/** Answers to hellos that had the extension, too, before TLS 1.3. */
export const asking = (ledger: Ledger, kind: 'session_ticket' | 'heartbeat' | 'extended_main_secret' | 'encrypt_then_mac'): Exchange[] =>
  before13(ledger).filter(({ offered }) => extension(offered.extensions, kind) !== undefined)

/** With SSLv3, whose hellos ask by a signalling value. */
export const allBefore13 = (ledger: Ledger): Exchange[] =>
  exchanges(ledger).filter(
    ({ outcome, offered }) =>
      outcome.version < tls13 &&
      (offered.cipherSuites.includes(emptyRenegotiationInfo) || extension(offered.extensions, 'renegotiation_info') !== undefined),
  )

/** Yes only where no answer before TLS 1.3 to a hello that has the extension lacks it. */
export const inEveryAnswer = (ledger: Ledger, kind: 'extended_main_secret' | 'encrypt_then_mac'): Reading =>
  signIn(asking(ledger, kind), has(kind), { counts: 'no', yes: `${kind} is answered`, no: `${kind} is not answered` })

/** Read from answers with a CBC suite alone, which have to have it. */
export function readEncryptThenMac(ledger: Ledger): Reading {
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

/** The protocols that the server chose; no where it was offered some that it should know and chose none. */
export function readAlpn(ledger: Ledger): Reading {
  const chosen = exchanges(ledger).flatMap(({ number, about, hello, outcome, offered }) => {
    const kind = 'application_layer_protocol_negotiation'
    const isOpen = hello.kind === 'server_hello' && (outcome.version < tls13 || outcome.answer.encryptedExtensions !== null)
    // Of protocols that nobody has none can be chosen.
    if (!isOpen || about === 'alpn' || extension(offered.extensions, kind) === undefined) return []
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

/** Yes where any answer asks for a certificate; no takes an answer that was read so far that it would have. */
export function readCertificateRequest(ledger: Ledger): Reading {
  const told = ledger.accepted().filter(({ outcome }) => outcome.answer.asksForCertificate !== null)
  const asks = told.find(({ outcome }) => outcome.answer.asksForCertificate === true)
  if (asks) return { status: 'yes', detail: 'a certificate request is sent', probes: [asks.number] }
  const [first] = told
  return first ? { status: 'no', detail: 'no certificate request is sent', probes: [first.number] } : notKnown('no answer tells')
}
