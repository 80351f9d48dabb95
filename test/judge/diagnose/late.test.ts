// What comes after a TLS 1.3 client has finished: the server may still refuse, and a symptom table says how that is told from a healthy end.
import { expect, test } from 'vitest'
import { diagnose } from '../../../src/judge/diagnose/diagnose.ts'
import { type Symptom, symptomOf } from '../../../src/judge/diagnose/symptom.ts'
import type { HandshakeRecord } from '../../../src/probe/handshake.ts'
import { type Content, type Message, readTrace } from '../../../src/trace/trace.ts'

const bytes = new Uint8Array(0)
const said = (from: Message['from'], content: Content): Message => ({ from, atMs: 0, bytes, protected: true, content })
const finished = said('client', { kind: 'finished', verifyData: bytes })
const request = said('server', { kind: 'certificate_request', form: 'extensions', requestContext: bytes, extensions: [] })
const certificate = (count: number): Message =>
  said('client', { kind: 'certificate', requestContext: bytes, entries: Array(count).fill({ certificate: bytes, extensions: [] }) })
const ticket = said('server', { kind: 'new_session_ticket', form: 'tls1.2', lifetimeSeconds: 0, ticket: bytes })
const alert = (level: number, description: number): Message => said('server', { kind: 'alert', level, description })

/** A handshake the client completed, and these messages in it. */
function symptom(messages: readonly Message[]): Symptom {
  const record: HandshakeRecord = {
    address: '127.0.0.1',
    servername: null,
    alpn: [],
    networkSteps: [],
    networkFailure: null,
    session: {
      ...{ protocol: 'TLSv1.3', cipherSuite: null, alpn: null, resumable: null, resumed: false },
      end: { kind: 'secured', verifyCode: null, afterwards: null },
    },
    trace: { ...readTrace({ chunks: [], keyLog: [] }), messages },
    connections: 1,
  }
  return symptomOf(record, [])
}

test.each<[string, readonly Message[], string | null, boolean]>([
  ['nothing: the client is content', [finished], null, false],
  ['a proper close', [finished, alert(1, 0)], null, false],
  ['a ticket, and an alert of the application after it', [finished, ticket, alert(2, 80)], null, false],
  ['a fatal alert in the place of anything else', [finished, alert(2, 80)], 'server-internal-error', false],
  ['a fatal alert that means nothing in particular', [finished, alert(2, 51)], 'unexpected-alert', false],
  ['asked for a certificate: a ticket shows that none was needed', [request, certificate(0), finished, ticket], null, false],
  [
    'asked for a certificate: a fatal alert after a ticket',
    [request, certificate(0), finished, ticket, alert(2, 80)],
    'server-internal-error',
    false,
  ],
  ['an alert of the level of a warning in the place of anything else', [finished, alert(1, 80)], 'server-internal-error', false],
  ['asked for a certificate: so does a proper close', [request, certificate(0), finished, alert(1, 0)], null, false],
  [
    'asked for a certificate: certificate_required',
    [request, certificate(0), finished, alert(2, 116)],
    'client-certificate-required',
    false,
  ],
  ['asked for a certificate: handshake_failure', [request, certificate(0), finished, alert(2, 40)], 'client-certificate-required', false],
  ['asked for a certificate: silence proves nothing', [request, certificate(0), finished], 'client-certificate-required', true],
  ['got a certificate: bad_certificate', [request, certificate(1), finished, alert(2, 42)], 'client-certificate-rejected', false],
  ['got a certificate: decrypt_error', [request, certificate(1), finished, alert(2, 51)], 'client-certificate-rejected', false],
  [
    'got a certificate: an internal error is no refusal of it',
    [request, certificate(1), finished, alert(2, 80)],
    'server-internal-error',
    false,
  ],
  ['got a certificate: silence proves nothing', [request, certificate(1), finished], 'client-certificate-rejected', true],
])('%s', (_, messages, cause, undecided) => {
  const diagnosis = diagnose(symptom(messages))
  expect(diagnosis?.cause ?? null).toBe(cause)
  expect(diagnosis?.undecided ?? false).toBe(undecided)
})
