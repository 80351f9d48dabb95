import { type Fix, fixText } from '../judge/causes.ts'
import { isDecided } from '../judge/completion.ts'
import { type Answer, type Claim, type Evidence, whateverTheTrust } from './claim.ts'
import { agreementOf, reasonOf } from './complete-handshake.ts'

/** The server turns away a client without a certificate. It is asked without one, and its own certificate is not judged. */
export function requireClientCertificate(): Claim {
  return {
    name: 'toRequireClientCertificate',
    argument: '',
    expected: 'a server that turns away clients without a certificate',
    negated: 'a server that lets clients in without a certificate',
    adapt: ({ cert: _cert, key: _key, pfx: _pfx, passphrase: _passphrase, ...others }) => whateverTheTrust(others),
    about: [],
    judge: judgeRequest,
  }
}

function judgeRequest({ report }: Evidence): Answer {
  const { completed, failure, steps } = report.handshake
  const asked = steps.some(({ name, status }) => name === 'certificate_request' && status === 'done')
  if (failure?.cause === 'client-certificate-required')
    return { holds: isDecided(report.checks) ? 'yes' : 'unknown', seen: reasonOf(report) }
  if (completed)
    return { holds: 'no', seen: `${agreementOf(report)}${asked ? ' although a certificate was asked for' : ''}`, fix: fixText(toRequire) }
  return { holds: 'unknown', seen: reasonOf(report) }
}

/** What makes a server require one. */
export const toRequire = {
  do: 'Let the server ask for a certificate and end the handshake of a client that has none',
  nginx: 'ssl_verify_client on; (its handshake completes all the same, and the answer is HTTP status 400: test for that)',
  apache: 'SSLVerifyClient require',
  haproxy: 'bind :443 ssl crt /etc/haproxy/site.pem verify required ca-file /etc/haproxy/client-ca.pem',
  node: 'requestCert: true, rejectUnauthorized: true',
} as const satisfies Fix
