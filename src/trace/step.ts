// The steps of a handshake as a report shows them. The names are part of the public contract.
import type { Side } from './recording.ts'

/** One step: a network event (resolve, connect, proxy, starttls) or a message of the handshake, under its RFC name. */
export interface Step {
  /** 'client_hello', 'server_hello', 'certificate', …: the message's name in RFC 8446 or RFC 5246. */
  readonly name: string
  readonly from: Side | null
  readonly status: 'done' | 'failed' | 'not-reached'
  /** Milliseconds since the target's start; null for a step that was not reached. */
  readonly atMs: number | null
  /** Size of the message in bytes, its header included and record headers not; 0 where nothing was on the wire. */
  readonly bytes: number
  /** One line of what the step carried. May hold text chosen by the server: escape it for where it is printed. */
  readonly detail: string
}
