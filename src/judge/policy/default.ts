// What is judged by when nobody says otherwise: what a sensible team blocks today, and nothing that a well-kept server trips over.
import type { Policy } from './policy.ts'

/** The policy of a run that names none. */
export const byDefault: Policy = {
  id: 'default',
  version: '1',
  title: 'What a sensible team blocks today',
  source: 'tlsgate, after RFC 9325, RFC 8996 and RFC 9155, 2026-11',
  // RFC 8996
  protocols: { forbid: ['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1'], recommend: ['TLSv1.3'] },
  // RFC 9325 §4.1
  cipherSuites: {
    forbid: ['null', 'anonymous', 'export', 'under-112-bits', 'rc4', '64-bit-block', 'md5', 'static-rsa', 'static-dh'],
  },
  // RFC 8422 §5.1.1 deprecates the short curves and those over binary fields.
  // Post-quantum groups take OpenSSL 3.5, which few servers have yet: nothing to warn of in every run.
  groups: { forbid: ['under-224-bits'], discourage: ['binary-curves', 'kyber'], suggest: ['post-quantum'] },
  // RFC 9325 §4.5
  minDhBits: 2048,
  // RFC 9155
  signatureSchemes: { forbid: ['sha1', 'md5'] },
  features: {},
  vulnerabilities: {
    forbid: [
      ...['drown', 'poodle', 'crime', 'freak', 'logjam', 'sweet32', 'rc4', 'robot', 'insecure-renegotiation'],
      ...['ticketbleed', 'heartbleed', 'ccs-injection'],
    ],
    discourage: ['raccoon'],
  },
  clients: {},
  certificate: {},
}
