// The shape of a row of diagnosis: a cause, and the words for what was seen when it applies.
import type { HandshakeCause } from '../causes.ts'
import type { Symptom } from './symptom.ts'

/** Where the handshake failed, when it is not simply the first message that did not come. */
export type FailedAt =
  /** The server's certificate, which a verifying client refuses. */
  | 'server-certificate'
  /** The server's half of a key exchange before TLS 1.3, which the client refuses. */
  | 'server-key-exchange'
  /** The client's certificate, or the lack of it, which the server refuses. */
  | 'client-certificate'
  /** The server's last message, or the one it had begun: the client could not go on with it. */
  | 'last-server-message'

/** One row of diagnosis. */
export interface Rule {
  readonly cause: HandshakeCause
  /** What was seen, one sentence, when the rule applies; null when it does not. Rules are asked in order and the first one decides. */
  readonly seen: (symptom: Symptom) => string | null
  readonly failedAt?: FailedAt
  /** What to do, where the cause's own advice would miss the point. */
  readonly fix?: (symptom: Symptom) => string
  /** The symptom fits a healthy server as well as a broken one: an absence, not an answer. */
  readonly undecided?: true
}
