// Rules for a handshake that an alert of the server ended. Alert numbers: IANA "TLS Alerts".
import {
  alerts,
  certificateRequired,
  handshakeFailure,
  inappropriateFallback,
  internalError,
  noApplicationProtocol,
  protocolVersion,
  unknownPskIdentity,
  unrecognizedName,
} from '../../registry/alerts.ts'
import type { Rule } from './rule.ts'
import type { Symptom } from './symptom.ts'

function says(code: number): string {
  const known = alerts.get(code)
  return known ? `alert ${known.name}: the server ${known.text}` : `${alerts.label(code)}, which has no name`
}

/** The server's fatal alert, or any alert of it that ended the handshake. */
const serverAlert = ({ alert }: Symptom): number | null => (alert?.from === 'server' ? alert.code : null)

// RFC 8446 §6.2; the certificate alerts of RFC 5246 §7.2.2 and access_denied.
const certificateAlerts = [41, 42, 43, 44, 45, 46, 48, 49, unknownPskIdentity, certificateRequired]
/** A server that asked for a certificate and got none may say so with any of these (RFC 5246 §7.4.6: handshake_failure). */
const orHandshakeFailure = [...certificateAlerts, handshakeFailure]

/** The server asked for a certificate, and did not go on with what it got. */
export const clientCertificateRules: readonly Rule[] = [
  {
    cause: 'client-certificate-required',
    failedAt: 'client-certificate',
    seen: symptom => {
      const code = serverAlert(symptom)
      const asked = symptom.clientCertificate === 'none-sent' && code !== null && orHandshakeFailure.includes(code)
      return asked || code === certificateRequired
        ? `the server asked for a client certificate, got none and sent alert ${alerts.label(code ?? 0)}`
        : null
    },
  },
  {
    cause: 'client-certificate-rejected',
    failedAt: 'client-certificate',
    seen: symptom => {
      const code = serverAlert(symptom)
      // decrypt_error: the signature under the client's key did not verify.
      const rejected = symptom.clientCertificate === 'sent' && code !== null && [...orHandshakeFailure, 51].includes(code)
      return rejected ? `the server refused the client certificate with ${says(code)}` : null
    },
  },
  wordlessRefusal('client-certificate-required', 'none-sent', 'got none'),
  wordlessRefusal('client-certificate-rejected', 'sent', 'got one'),
]

/**
 * A server that says nothing after our last message may have taken it or not: likely refused, and not proven. Before TLS 1.3 its Finished is due
 * then, and one that hangs up in its place gives no reason either: Node's server does so when it does not like the certificate, and when its
 * application closes every connection at once.
 */
function wordlessRefusal(cause: Rule['cause'], given: Symptom['clientCertificate'], got: string): Rule {
  return {
    cause,
    failedAt: 'client-certificate',
    undecided: true,
    seen: ({ secured, clientCertificate, serverWentOn, alert, end, trace }) => {
      const dropped = end?.kind === 'closed' || end?.kind === 'reset'
      const clientFinished = trace.messages.some(({ from, content }) => from === 'client' && content.kind === 'finished')
      const wordless = secured ? !serverWentOn && alert?.from !== 'server' : dropped && clientFinished && alert === null
      return wordless && clientCertificate === given
        ? `the server asked for a client certificate, ${got} and then ${dropped ? 'dropped the connection' : 'kept silent'} without saying ${secured ? 'whether it goes on' : 'why'}`
        : null
    },
  }
}

/** Alerts that mean one thing. */
const plain: readonly (readonly [number, Rule['cause']])[] = [
  [protocolVersion, 'protocol-version-mismatch'],
  [inappropriateFallback, 'protocol-version-mismatch'],
  [unrecognizedName, 'unrecognized-name'],
  [noApplicationProtocol, 'alpn-mismatch'],
  [internalError, 'server-internal-error'],
]

/** Alerts that name their cause themselves. */
export const plainAlertRules: readonly Rule[] = plain.map(
  ([code, cause]): Rule => ({
    cause,
    seen: symptom => {
      if (serverAlert(symptom) !== code) return null
      if (cause === 'unrecognized-name') return `the server sent ${says(code)}; it was asked for ${symptom.servername ?? 'no name'}`
      if (cause === 'alpn-mismatch') return `the server sent ${says(code)}; offered were ${symptom.alpn.join(', ') || 'none'}`
      return `the server sent ${says(code)}`
    },
  }),
)

/** Alerts that name no cause: they are reported as they are. */
export const otherAlertRules: readonly Rule[] = [
  {
    cause: 'unexpected-alert',
    seen: symptom => {
      const code = serverAlert(symptom)
      return code === null ? null : `the server sent ${says(code)}`
    },
  },
]
