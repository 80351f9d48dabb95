// What can be wrong with the clients that a policy names, and the check that says so. The words for causes, as in causes.ts.
import type { CauseRow } from './causes.ts'
import type { CheckRow } from './check-ids.ts'

/** Causes of a failed check of a client. */
export const clientCauses = {
  'client-cannot-connect': {
    category: 'protocol',
    title: 'Client cannot connect',
    meaning:
      'A client that has to reach this server would not: the two have no version, cipher suite, group or signature scheme in common. The message says which of them.',
    fix: {
      do: 'Let the server accept one more of what the client offers, or take the client out of those that have to connect',
      nginx: 'ssl_protocols TLSv1.2 TLSv1.3; (and in ssl_ciphers a suite of the client)',
      apache: 'SSLProtocol -all +TLSv1.2 +TLSv1.3 (and in SSLCipherSuite a suite of the client)',
      haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.2 (and in ssl-default-bind-ciphers a suite of the client)',
    },
    refs: ['RFC 8446 §4.1.1', 'RFC 5246 §7.4.1'],
  },
  'client-can-connect': {
    category: 'protocol',
    title: 'Client connects that should not',
    meaning: 'A client that is to be kept out, as a rule for its age, finds a version and a cipher suite that this server accepts.',
    fix: {
      do: 'Stop accepting the version or the cipher suite that the message names, or take the client out of those that are to be kept out',
      nginx: 'ssl_protocols TLSv1.3; (where every client in use has it)',
      apache: 'SSLProtocol -all +TLSv1.3 (where every client in use has it)',
      haproxy: 'ssl-default-bind-options ssl-min-ver TLSv1.3 (where every client in use has it)',
    },
    refs: ['RFC 9325 §3.1.1', 'RFC 9325 §4.1'],
  },
} as const satisfies Readonly<Record<string, CauseRow>>

/** One row for the checks of all clients: that of Java 8u161 has the id 'client/java-8u161'. */
export const clientCheckRows = {
  'client/*': {
    title: 'Client connects',
    reason:
      'Who tightens a server finds out from its users which of them it locked out. A client has this check when the policy wants it to connect, or to be kept out; tlsgate offers what that client offers.',
    causes: ['client-cannot-connect', 'client-can-connect'],
    refs: ['RFC 8446 §4.1.1', 'RFC 5246 §7.4.1'],
  },
} as const satisfies Readonly<Record<string, CheckRow>>
