// What a target can show that is not what its user expects of it, and what waiting for it can come to. The words for causes, as in causes.ts.
import type { CauseRow } from './causes.ts'
import type { CheckRow } from './check-ids.ts'

/** Causes of what an expectation, a wait and a comparison of addresses can find. */
export const deployCauses = {
  'expectation-unmet': {
    category: 'configuration',
    title: 'Not what is expected',
    meaning: 'The server shows something else than the configuration says it should. One of the two was changed without the other.',
    fix: { do: 'Mend the server, or, where the change was meant, write what it shows now into expect' },
    refs: ['RFC 8446 §4.1.1'],
  },
  'unexpected-success': {
    category: 'configuration',
    title: 'Handshake that should fail completes',
    meaning: 'The configuration expects the handshake with this target to fail, and it completes: what was to be kept out gets in.',
    fix: { do: 'Restore what made the handshake fail, or take fails-with out of expect where the success is right' },
    refs: ['RFC 8446 §6.2'],
  },
  'fingerprint-mismatch': {
    category: 'certificate',
    title: 'Another certificate than expected',
    meaning:
      'Neither the certificate that the server shows nor its key has one of the expected fingerprints. As a rule the deployment has not reached this server, or it was not reloaded.',
    fix: {
      do: 'Install the expected certificate and reload the server, or let expect-fingerprint name the one shown as well',
      nginx: 'nginx -s reload (it keeps the old file in memory until then)',
      apache: 'apachectl graceful (it keeps the old file in memory until then)',
      haproxy: 'systemctl reload haproxy (after cat fullchain.pem privkey.pem > /etc/haproxy/site.pem)',
      node: 'server.setSecureContext({ key, cert }) (a running Node server takes the renewed files this way)',
    },
    refs: ['RFC 7469 §2.4'],
  },
  'pool-inconsistent': {
    category: 'configuration',
    title: 'Addresses that differ',
    meaning:
      'The addresses of one name show different certificates or agree on different parameters, so that what a client gets depends on chance. Part of the servers was not updated.',
    fix: {
      do: 'Deploy the same files and settings to the addresses named, and reload them; while a rollout is on its way, let wait give it time',
      nginx: 'nginx -s reload (on every server behind the name)',
      apache: 'apachectl graceful (on every server behind the name)',
      haproxy: 'systemctl reload haproxy (on every server behind the name)',
    },
    refs: ['RFC 1794'],
  },
  'passed-after-retry': {
    category: 'network',
    title: 'Passed only when tried again',
    meaning: 'The target passed, but not at its first attempt. Clients do not always try again: what failed before is worth a look.',
    fix: {
      do: 'Look for what made the earlier attempts fail: a server of several that is broken, an overload, a network that loses packets',
    },
    refs: ['RFC 8446 §2'],
  },
  'not-mended-in-time': {
    category: 'network',
    title: 'Tried again in vain',
    meaning: 'The target was checked again and again, as retries and wait ask for, and did not pass before they were used up.',
    fix: { do: 'Mend what the other findings name; where a rollout takes longer, give it more time (wait) or more attempts (retries)' },
    refs: ['RFC 8446 §2'],
  },
} as const satisfies Readonly<Record<string, CauseRow>>

const expected = (title: string, reason: string, refs: readonly string[]) => ({
  title,
  reason,
  causes: ['expectation-unmet'] as const,
  refs,
})

const negotiated = (what: string) =>
  expected(
    `Expected ${what}`,
    `The configuration says which ${what} this target agrees on with the client. A change of it shows here, whether or not a policy objects.`,
    ['RFC 8446 §4.1.1'],
  )

/** The checks that say so. */
export const deployCheckRows = {
  'handshake/attempts': {
    title: 'Attempts',
    reason: 'A target that passes when it is tried again passes, but not unnoticed: this check says what was wrong before.',
    causes: ['passed-after-retry', 'not-mended-in-time'],
    refs: ['RFC 8446 §2'],
  },
  'pool/consistency': {
    title: 'All addresses alike',
    reason:
      'A name with several addresses is as good as its worst one, and most clients see only one of them. This check compares the certificates that all show, and what they agree on.',
    causes: ['pool-inconsistent'],
    refs: ['RFC 1794'],
  },
  'expect/protocol': negotiated('protocol version'),
  'expect/cipher-suite': negotiated('cipher suite'),
  'expect/group': negotiated('group'),
  'expect/signature-scheme': negotiated('signature scheme'),
  'expect/alpn': negotiated('application protocol'),
  'expect/fails-with': {
    title: 'Expected failure',
    reason:
      'Some handshakes have to fail: that of a client without a certificate, of an old client, with a revoked certificate. This check fails when they do not.',
    causes: ['unexpected-success', 'expectation-unmet'],
    refs: ['RFC 8446 §6.2'],
  },
  'expect/fingerprint': {
    title: 'Expected certificate',
    reason:
      'After a deployment the new certificate has to be the one that is served. Its fingerprint, or that of its key, leaves no doubt about it.',
    causes: ['fingerprint-mismatch'],
    refs: ['RFC 7469 §2.4'],
  },
  'expect/issuer': expected('Expected issuer', 'The configuration says which authority issues the certificates of this target.', [
    'RFC 5280 §4.1.2.4',
  ]),
  'expect/covers': expected('Expected names', 'The configuration says which names the certificate of this target has to cover.', [
    'RFC 9525 §6',
  ]),
  'expect/days-left': expected('Expected days left', 'The configuration says for how many days the certificate has to be valid still.', [
    'RFC 5280 §4.1.2.5',
  ]),
} as const satisfies Readonly<Record<string, CheckRow>>
