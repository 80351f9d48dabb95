// Ways to read a yes or a no out of a ledger; each says what it was read from. Which property is read how stands in features.ts and in the *-readings.ts.
import { alerts } from '../registry/alerts.ts'
import { tls13 } from '../registry/protocols.ts'
import type { ClientHello, HelloRetryRequest, ServerHello } from '../wire/hello.ts'
import type { KeyExchangeParams } from '../wire/key-exchange.ts'
import type { Ledger, Support } from './ledger.ts'
import type { Accepted, Asked, Outcome, Subject } from './offer.ts'

/** What was read, and from which probes. */
export interface Reading {
  readonly status: 'yes' | 'no' | 'unknown'
  /** One clause. */
  readonly detail: string
  readonly probes: readonly number[]
}

/** An answer to a hello of the form since SSLv3. */
export interface Exchange {
  readonly number: number
  readonly about: Subject
  readonly offered: ClientHello
  readonly outcome: Accepted
  readonly hello: ServerHello | HelloRetryRequest
}

/** From SSLv3 on. */
export const versionsBefore13 = [0x0300, 0x0301, 0x0302, 0x0303]

/** A property that cannot matter has the harmless answer. */
export const moot = (status: 'yes' | 'no', detail: string): Reading => ({ status, detail, probes: [] })
/** An answer that is not known, and why, a clause. */
export const notKnown = (detail: string, probes: readonly number[] = []): Reading => ({ status: 'unknown', detail, probes })

/** The answers before TLS 1.3; SSLv3 has no extensions and so says nothing of most. */
export const before13 = (ledger: Ledger): readonly Exchange[] =>
  exchanges(ledger).filter(({ outcome }) => outcome.version > 0x0300 && outcome.version < tls13)

/** The answers of every version since SSLv3, but for those to a foreign server name. */
export const exchanges = (ledger: Ledger): readonly Exchange[] =>
  ledger.accepted().flatMap(({ number, offer, outcome }) => {
    const { hello } = outcome.answer
    return offer.hello.kind === 'client_hello' && hello.kind !== 'sslv2_server_hello' && offer.about !== 'server-name'
      ? [{ number, about: offer.about, offered: offer.hello, outcome, hello }]
      : []
  })

/** Whether versions are all refused, one of them is accepted, or neither is known. */
export function supportOfAny(ledger: Ledger, versions: readonly number[]): Support {
  const found = versions.map(version => ledger.protocol(version).support)
  if (found.includes('accepted')) return 'accepted'
  return found.every(support => support === 'refused') ? 'refused' : 'unknown'
}

/**
 * What answers say with or without a sign in them.
 * @param answers those to hellos that asked for it
 * @param counts which of two answers decides where both were seen
 */
export function signIn(
  answers: readonly Exchange[],
  has: (answer: Exchange) => boolean,
  { counts, yes, no }: { readonly counts: 'yes' | 'no'; readonly yes: string; readonly no: string },
): Reading {
  const withIt = answers.filter(has)
  const without = answers.filter(answer => !withIt.includes(answer))
  const is = counts === 'yes' ? withIt.length > 0 : without.length === 0
  const telling = is ? withIt : without
  if (telling.length === 0) return notKnown('it was not asked')
  return { status: is ? 'yes' : 'no', detail: is ? yes : no, probes: telling.slice(0, 1).map(({ number }) => number) }
}

/** Asked, but with no answer that tells; or not asked. */
export function unanswered(asked: readonly Asked[]): Reading {
  for (const { number, outcome } of asked) if (outcome.kind === 'unknown') return notKnown(outcome.detail, [number])
  const [first] = asked
  if (!first) return notKnown('it was not asked')
  const isRefused = first.outcome.kind === 'refused'
  return notKnown(isRefused ? 'no hello is accepted that differs in nothing else' : 'the answer does not tell', [first.number])
}

/** ' by alert protocol_version' */
export const byAlert = (outcome: Outcome): string =>
  outcome.kind === 'refused' && outcome.by === 'alert' ? ` by alert ${alerts.label(outcome.alert)}` : ''

/** The parameters of the signed or anonymous key exchanges before TLS 1.3. */
export const keyExchanges = (ledger: Ledger): readonly { readonly number: number; readonly params: KeyExchangeParams }[] =>
  exchanges(ledger).flatMap(({ number, outcome }) => {
    const message = outcome.answer.keyExchange
    return message?.form === 'fields' && message.params ? [{ number, params: message.params }] : []
  })

/** In hexadecimal, two lower-case digits a byte. */
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
