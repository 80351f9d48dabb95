// One question as data: the hello to send, and what the server made of it. Nothing here connects.
import type { ClientHello } from '../wire/hello.ts'

/** A ClientHello to put to a server, and what to call it in a report. */
export interface Offer {
  /** Completes "asked with …": 'every cipher suite'. */
  readonly title: string
  readonly hello: ClientHello
}

/** Refused is positive evidence; whatever could not be found out is unknown. */
export type Outcome =
  | {
      readonly kind: 'accepted'
      readonly version: number
      readonly cipherSuite: number
      /** Of the key share or the ServerKeyExchange; null where there is none. */
      readonly group: number | null
      /** Of the ServerKeyExchange; null where there is none in the clear. */
      readonly signatureScheme: number | null
    }
  | { readonly kind: 'refused'; readonly by: 'alert'; readonly alert: number }
  | { readonly kind: 'refused'; readonly by: 'close' | 'reset' }
  | { readonly kind: 'unknown'; readonly why: 'timeout' | 'not-tls' | 'unreadable' | 'unreachable'; readonly detail: string }

/** A question that takes several hellos: yields a batch, is told the outcomes in the same order, returns what follows from them. */
export type Probe<T> = Generator<readonly Offer[], T, readonly Outcome[]>
