// PCI DSS 4.0.1: names outcomes, not suites. What stands here is how assessors and scanning vendors read "strong cryptography".
import type { Policy } from './policy.ts'

/** PCI DSS 4. */
export const pci: Policy = {
  id: 'pci-dss-4',
  version: '4.0.1',
  title: 'PCI DSS 4.0.1, requirement 4.2.1',
  source: 'https://www.pcisecuritystandards.org, PCI DSS 4.0.1, 2024-06',
  // 4.2.1: no fallback to insecure versions; appendix A2 ended early TLS in 2018
  protocols: { allow: ['TLSv1.2', 'TLSv1.3'], recommend: ['TLSv1.3'] },
  // The glossary asks for 112 bits of effective strength and points to NIST, which ended triple DES in 2023 (SP 800-131A revision 2).
  cipherSuites: {
    forbid: ['null', 'anonymous', 'export', 'under-112-bits', 'rc4', '64-bit-block', 'md5'],
    discourage: ['no-forward-secrecy'],
  },
  groups: { forbid: ['under-224-bits'] },
  minDhBits: 2048,
  signatureSchemes: { forbid: ['sha1', 'md5'] },
  features: { forbid: ['compression'], require: ['secure-renegotiation'] },
  // 11.3.2: an external scan fails for a vulnerability of CVSS 4.0 or more
  vulnerabilities: {
    forbid: [
      ...['drown', 'poodle', 'crime', 'freak', 'logjam', 'sweet32', 'rc4', 'insecure-renegotiation'],
      ...['ticketbleed', 'heartbleed', 'ccs-injection'],
    ],
    discourage: ['robot', 'raccoon'],
  },
  clients: {},
  certificate: {
    keys: [{ type: 'RSA', minBits: 2048 }, { type: 'EC', minBits: 224 }, { type: 'Ed25519' }, { type: 'Ed448' }],
  },
}
