// The handshake as a report shows it: what was negotiated, the ladder of steps, and why a verifying client did not complete it.

import type { HandshakeRecord } from '../probe/handshake.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { groups } from '../registry/groups.ts'
import { protocols } from '../registry/protocols.ts'
import { signatureSchemes } from '../registry/signature-schemes.ts'
import { ladder } from '../trace/ladder.ts'
import { negotiated } from '../trace/negotiated.ts'
import type { Step } from '../trace/step.ts'
import { type Category, causes, type HandshakeCause } from './causes.ts'
import type { Diagnosis } from './diagnose/diagnose.ts'

/** The alert that ended a handshake. */
export interface FailureAlert {
  readonly level: 'warning' | 'fatal'
  readonly code: number
  /** RFC name ('handshake_failure') or 'alert 0x99'. */
  readonly name: string
  readonly sentBy: 'server' | 'client'
}

/** Why a verifying client did not complete the handshake. */
export interface Failure {
  /** Name of the step that failed. */
  readonly step: string
  readonly cause: HandshakeCause
  readonly category: Category
  readonly alert: FailureAlert | null
  readonly message: string
}

/** The handshake as a report has it. */
export interface Handshake {
  /** Whether a client that verifies completed it. */
  readonly completed: boolean
  /** 'TLSv1.3'. */
  readonly protocol: string | null
  /** IANA names. */
  readonly cipherSuite: string | null
  readonly group: string | null
  readonly signatureScheme: string | null
  readonly alpn: string | null
  /** Whether an OCSP response came with the certificate; null when no certificate came. The check certificate/staple says what it is worth. */
  readonly ocspStapled: boolean | null
  readonly steps: readonly Step[]
  readonly failure: Failure | null
}

/**
 * @param endedAtMs when the handshake ended, since the target's start
 * @param subjectOf names a certificate by its subject
 */
export function handshakeOf(
  record: HandshakeRecord,
  diagnosis: Diagnosis | null,
  endedAtMs: number,
  subjectOf: (der: Uint8Array) => string,
): Handshake {
  const { session, trace, networkSteps } = record
  const facts = negotiated(trace)
  const named = (table: { label(code: number): string }, code: number | null): string | null => (code === null ? null : table.label(code))
  const alert = trace.messages.findLast(({ content }) => content.kind === 'alert')
  const failed = diagnosis && {
    place: diagnosis.place,
    atMs: alert?.atMs ?? endedAtMs,
    // Without a name it is called 'alert 0x99'.
    detail: diagnosis.alert?.sentBy === 'server' ? `alert ${diagnosis.alert.name.replace(/^alert /, '')} came instead` : diagnosis.message,
  }
  return {
    completed: diagnosis === null,
    protocol: named(protocols, facts.version),
    cipherSuite: named(cipherSuites, facts.cipherSuite),
    group: named(groups, facts.group),
    signatureScheme: named(signatureSchemes, facts.signatureScheme),
    // TLS 1.3 protects it: what the engine says stands in where the key log could not open the message.
    alpn: facts.alpn ?? session?.alpn ?? null,
    ocspStapled: facts.ocspStapled,
    steps: ladder(networkSteps, trace, failed, subjectOf),
    failure: diagnosis && {
      step: diagnosis.place.name,
      cause: diagnosis.cause,
      category: causes[diagnosis.cause].category,
      alert: diagnosis.alert,
      message: diagnosis.message,
    },
  }
}
