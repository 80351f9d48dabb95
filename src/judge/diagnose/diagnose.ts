// From what was seen to why: the rules of the neighbouring files, asked in order.
import { alerts } from '../../registry/alerts.ts'
import type { Place } from '../../trace/expected.ts'
import { stillExpected } from '../../trace/expected.ts'
import type { HandshakeCause } from '../causes.ts'
import { clientCertificateRules, otherAlertRules, plainAlertRules } from './alert.ts'
import { certificateRules } from './certificate.ts'
import { engineRules, malformedRules } from './malformed.ts'
import { endRules, networkRules, notTlsRules } from './network.ts'
import { parameterRules } from './parameters.ts'
import type { Rule } from './rule.ts'
import { lastMessageOf, type Symptom } from './symptom.ts'

/** Why a handshake failed, and where. */
export interface Diagnosis {
  readonly cause: HandshakeCause
  readonly message: string
  /** The step that failed; null `from` for one on the network. */
  readonly place: Place | { readonly name: string; readonly from: null }
  readonly alert: {
    readonly level: 'warning' | 'fatal'
    readonly code: number
    readonly name: string
    readonly sentBy: 'server' | 'client'
  } | null
  /** What to do in the place of the cause's own advice; null where that fits. */
  readonly fix: string | null
  /** True when the server may be healthy all the same: nothing was proven. */
  readonly undecided: boolean
}

// Most specific first. A rule sees the whole symptom, so the order is what separates a cause from its look-alikes.
const rules: readonly Rule[] = [
  ...networkRules,
  ...notTlsRules,
  ...clientCertificateRules,
  ...parameterRules,
  ...plainAlertRules,
  ...malformedRules,
  ...otherAlertRules,
  ...engineRules,
]

/** Why a verifying client does not complete this handshake; null when it does. */
export function diagnose(symptom: Symptom): Diagnosis | null {
  // A completed handshake ends in a close that means nothing; before that an end without an alert is itself the symptom.
  const applicable = symptom.secured
    ? [...clientCertificateRules, ...(isRefusedLate(symptom) ? [...plainAlertRules, ...otherAlertRules] : []), ...certificateRules]
    : [...rules, ...endRules]
  for (const rule of applicable) {
    const message = rule.seen(symptom)
    if (message !== null)
      return {
        cause: rule.cause,
        message,
        place: placeOf(rule, symptom),
        alert: alertOf(symptom),
        fix: rule.fix?.(symptom) ?? null,
        undecided: rule.undecided === true,
      }
  }
  return null
}

/**
 * In TLS 1.3 the client has finished before the server has read its last message, and may yet be refused (RFC 8446 §2): by any alert in the place
 * of anything else, whatever its level (§6), and by a fatal one even after a ticket where a certificate was asked for, which may be looked at later.
 */
function isRefusedLate({ alert, serverWentOn, clientCertificate }: Symptom): boolean {
  if (alert?.from !== 'server') return false
  return serverWentOn ? alert.fatal && clientCertificate !== 'not-asked' : true
}

function placeOf(rule: Rule, symptom: Symptom): Diagnosis['place'] {
  if (symptom.network) return { name: symptom.network.step, from: null }
  switch (rule.failedAt) {
    case 'server-certificate':
      return { name: 'certificate', from: 'server' }
    case 'server-key-exchange':
      return { name: 'server_key_exchange', from: 'server' }
    case 'client-certificate':
      return { name: 'certificate', from: 'client' }
    case 'last-server-message':
      return beginning(symptom) ?? { name: lastMessageOf(symptom.trace, 'server') ?? 'server_hello', from: 'server' }
    default:
      rule.failedAt satisfies undefined
      return dueMessage(symptom)
  }
}

/** The message the server had begun; null when it was between two, or in a record whose message is not known yet. */
function beginning({ trace: { unfinished } }: Symptom): Place | null {
  return unfinished?.length == null ? null : { name: unfinished.name, from: 'server' }
}

/** A server that stops in the middle of a message fails at that message, otherwise at the next one that was due from it. */
function dueMessage(symptom: Symptom): Place {
  const { trace } = symptom
  return beginning(symptom) ?? stillExpected(trace).find(({ from }) => from === 'server') ?? { name: 'finished', from: 'server' }
}

function alertOf({ alert }: Symptom): Diagnosis['alert'] {
  return alert && { level: alert.fatal ? 'fatal' : 'warning', code: alert.code, name: alerts.label(alert.code), sentBy: alert.from }
}
