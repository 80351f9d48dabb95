// One question as data: the hello to send, and what the server made of it. Nothing here connects.
import type { KeyObject } from 'node:crypto'
import { protocolVersion } from '../registry/alerts.ts'
import type { EncryptedExtension } from '../wire/extensions.ts'
import type { ClientHello, HelloRetryRequest, ServerHello } from '../wire/hello.ts'
import type { ServerKeyExchange } from '../wire/key-exchange.ts'
import type { Sslv2ClientHello, Sslv2ServerHello } from '../wire/sslv2.ts'

/**
 * What a refusal speaks of: the part of the hello that is in question. The rest of it is known to work, or is as wide as can be.
 * 'control' is a hello that is known to work: its refusal says that the server no longer answers as it did.
 */
export type Subject =
  | 'control'
  | 'cipher-suites'
  | 'groups'
  | 'signature-schemes'
  | 'alpn'
  | 'server-name'
  | 'fallback'
  | 'version-tolerance'
  | 'grease-tolerance'
  | 'length-tolerance'
  | 'split-tolerance'
  | 'client'
  | 'widening'
  /** Several parts at once, so that a refusal speaks of none of them; an acceptance counts as any other. */
  | 'several'

/** A ClientHello to put to a server, and what to call it in a report. */
export interface Offer {
  /** Completes "asked with …": 'every cipher suite'. */
  readonly title: string
  readonly about: Subject
  /** In SSLv2's own form for that version. */
  readonly hello: ClientHello | Sslv2ClientHello
  /** Bytes of the hello that a record carries at most; everything in one record unless given. */
  readonly fragmentSize?: number
  /** Of the records that carry the hello; 0x0301 unless given (RFC 8446 §5.1). */
  readonly recordVersion?: number
  /** Private key of the hello's x25519 share: opens the server's flight of TLS 1.3 up to CertificateVerify. */
  readonly privateKey?: KeyObject
}

/** What a server answered a hello with: a ServerHello and what it sent after it, as far as that could be read. */
export interface Answer {
  readonly hello: ServerHello | HelloRetryRequest | Sslv2ServerHello
  /** DER, as sent; empty where it is sealed. */
  readonly presented: readonly Uint8Array[]
  /** Before TLS 1.3; null where there is none. */
  readonly keyExchange: ServerKeyExchange | null
  /** Of TLS 1.3; null where they are sealed. */
  readonly encryptedExtensions: readonly EncryptedExtension[] | null
  /** Null where it cannot be told. */
  readonly asksForCertificate: boolean | null
}

/** The server chose from what was offered. */
export interface Accepted {
  readonly kind: 'accepted'
  /** Wire numbers of what the server chose, each of them offered; 0x0002 and a cipher kind of three bytes for SSLv2. */
  readonly version: number
  readonly cipherSuite: number
  /** Of the key share or the ServerKeyExchange; null where there is none. */
  readonly group: number | null
  /** Of the ServerKeyExchange or the CertificateVerify; null where there is none or it is sealed. */
  readonly signatureScheme: number | null
  readonly answer: Answer
}

/**
 * Why something could not be found out. 'off-menu': the server chose what was not offered. 'ban': it stopped to answer any hello. 'error': it
 * reported an error of its own.
 */
export type Ignorance = 'timeout' | 'not-tls' | 'unreadable' | 'unreachable' | 'off-menu' | 'ban' | 'budget' | 'error'

/** Refused is positive evidence; whatever could not be found out is unknown. */
export type Outcome =
  | Accepted
  | { readonly kind: 'refused'; readonly by: 'alert'; readonly alert: number }
  | { readonly kind: 'refused'; readonly by: 'close' | 'reset' }
  | { readonly kind: 'unknown'; readonly why: Ignorance; readonly detail: string }

/** Whether the server refused with this alert. */
export const isRefusedBy = (outcome: Outcome | undefined, alert: number): boolean =>
  outcome?.kind === 'refused' && outcome.by === 'alert' && outcome.alert === alert

/** Whether the server refused the version, whatever was offered in it. */
export const refusesVersion = (outcome: Outcome | undefined): boolean => isRefusedBy(outcome, protocolVersion)

/** Hellos to be put at the same time. */
export interface Batch extends ReadonlyArray<Offer> {
  /** How many are expected to follow from the answers, as far as that is known: connections for so many can be made meanwhile. */
  readonly next?: number
}

/**
 * A question that takes several hellos: yields a batch, is told the outcomes in the same order, returns what follows from them. With an empty
 * batch it waits for another that runs beside it to be told something.
 */
export type Probe<T> = Generator<Batch, T, readonly Outcome[]>

/** A batch, and how many hellos are expected to follow from the answers. */
export const followedBy = (next: number, offers: readonly Offer[]): Batch => Object.assign([...offers], { next })

/** An offer that was made, and what came of it. */
export interface Asked {
  /** From 1, in the order the hellos were sent: 'probe 3'. */
  readonly number: number
  readonly offer: Offer
  readonly outcome: Outcome
}
