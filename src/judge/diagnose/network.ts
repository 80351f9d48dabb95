// Rules for what goes wrong before or below TLS: names, connections, proxies, STARTTLS, silence.

import { schemes } from '../../net/scheme.ts'
import { fixOf } from '../causes.ts'
import { nameBanner } from './banner.ts'
import type { Rule } from './rule.ts'
import { lastMessageOf, type Symptom } from './symptom.ts'

/** Nothing is wrong with a server whose check was cut short. */
const runAgain = () => 'Run the check again and let it come to its end'

/** The scheme for a port that speaks TLS where the dialogue was to begin. */
function schemeAtOnce({ network }: Symptom): string {
  const name = `${network?.dialogue?.protocol}s`
  return `${schemes.find(scheme => scheme.name === name)?.name ?? 'tls'}://`
}

const protocolOf = ({ network }: Symptom): string => network?.dialogue?.name ?? 'this protocol'

/** The system's error codes and what they mean for a user. */
const failures: readonly (Omit<Rule, 'seen'> & { readonly step?: string; readonly codes: readonly string[]; readonly text: string })[] = [
  {
    cause: 'proxy-refused',
    codes: ['ENOTFOUND', 'ENODATA', 'ECONNREFUSED', 'REFUSED', 'ECLOSED', 'ECONNRESET', 'EPIPE', 'ANSWER_LIMIT'],
    step: 'proxy',
    text: 'the proxy opened no tunnel',
  },
  { cause: 'dns-failure', codes: ['ENOTFOUND', 'ENODATA'], text: 'the name does not resolve' },
  // EAI_AGAIN is a resolver that did not answer: it says nothing of the name, be it that of the target or of a proxy.
  {
    cause: 'dns-failure',
    codes: ['EAI_AGAIN', 'EAI_FAIL', 'ETIMEOUT', 'ESERVFAIL'],
    undecided: true,
    text: 'no name server gave an answer',
  },
  {
    cause: 'dns-failure',
    codes: ['ECONNREFUSED', 'DEADLINE'],
    step: 'resolve',
    undecided: true,
    text: 'no name server gave an answer',
  },
  { cause: 'connection-refused', codes: ['ECONNREFUSED'], text: 'nothing listens on the port' },
  {
    cause: 'connection-timeout',
    codes: ['ETIMEDOUT', 'DEADLINE'],
    step: 'connect',
    undecided: true,
    text: 'the connection attempt got no answer',
  },
  { cause: 'connection-timeout', codes: ['ETIMEDOUT', 'DEADLINE'], step: 'proxy', undecided: true, text: 'the proxy did not answer' },
  {
    cause: 'handshake-timeout',
    codes: ['ETIMEDOUT', 'DEADLINE'],
    step: 'starttls',
    undecided: true,
    fix: symptom =>
      `Check that the port serves ${protocolOf(symptom)} (where it speaks TLS from the first byte, the scheme is ${schemeAtOnce(symptom)}), then the load of the server and firewalls on the way`,
    text: 'the server did not answer in the dialogue before TLS',
  },
  // No route says something of this machine's network, not of the server.
  {
    cause: 'host-unreachable',
    codes: ['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'EACCES', 'EPERM', 'EINVAL'],
    undecided: true,
    text: 'there is no route to the address',
  },
  {
    cause: 'starttls-refused',
    codes: ['REFUSED', 'ANSWER_LIMIT'],
    step: 'starttls',
    fix: ({ network }) => fixOf('starttls-refused', network?.dialogue?.protocol),
    text: 'the server does not go on to TLS',
  },
  {
    cause: 'starttls-unavailable',
    codes: ['UNAVAILABLE'],
    undecided: true,
    fix: ({ network }) => fixOf('starttls-unavailable', network?.dialogue?.protocol),
    text: 'the server does not go on to TLS for now',
  },
  { cause: 'connection-closed', codes: ['ECLOSED', 'EPIPE'], text: 'the server closed the connection before TLS began' },
  { cause: 'connection-reset', codes: ['ECONNRESET', 'ECONNABORTED'], text: 'the connection was reset before TLS began' },
  { cause: 'handshake-timeout', codes: ['ABORTED', 'ABORT_ERR'], undecided: true, fix: runAgain, text: 'the check was interrupted' },
]

/** RFC 8446 §5.1: the type of the record, and the first byte of its version. */
const isTlsAlert = (bytes: Uint8Array): boolean => bytes[0] === 21 && bytes[1] === 3

/** Rules that need TLS never to have started. */
export const networkRules: readonly Rule[] = [
  {
    cause: 'starttls-refused',
    fix: symptom => `Use the scheme ${schemeAtOnce(symptom)} for this port, or the port on which the server speaks ${protocolOf(symptom)}`,
    seen: ({ network }) =>
      network?.dialogue?.strange && isTlsAlert(network.dialogue.strange)
        ? `the server answered with a TLS alert: it speaks TLS from the first byte, not ${network.dialogue.name}`
        : null,
  },
  {
    cause: 'not-tls',
    fix: symptom =>
      `Check the port: give the one on which the server speaks ${protocolOf(symptom)}, or the scheme of what answers on this one`,
    seen: ({ network }) =>
      network?.dialogue?.strange
        ? `the server answered with ${nameBanner(network.dialogue.strange)}, which is no ${network.dialogue.name}`
        : null,
  },
  ...failures.map(
    ({ codes, step, text, ...rule }): Rule => ({
      ...rule,
      seen: ({ network }) =>
        network && codes.includes(network.code) && (step === undefined || step === network.step) ? `${text}: ${network.message}` : null,
    }),
  ),
  // A code not foreseen above is no proof of anything but that there was no connection.
  {
    cause: 'host-unreachable',
    undecided: true,
    seen: ({ network }) => network && `the ${network.step} step failed: ${network.message} (${network.code})`,
  },
]

/** The server answered in another protocol. */
export const notTlsRules: readonly Rule[] = [
  {
    cause: 'not-tls',
    seen: ({ trace }) => trace.notTls && `the server answered with ${nameBanner(trace.notTls)}, which is no TLS`,
  },
]

/** Where the server's talk broke off. */
function after({ trace }: Symptom): string {
  const { unfinished } = trace
  if (unfinished)
    return `after ${unfinished.received} bytes of ${unfinished.length === null ? `a ${unfinished.name}` : `a ${unfinished.name} of ${unfinished.length}`}`
  const last = lastMessageOf(trace, 'server')
  return last ? `after its ${last}` : 'after the client_hello'
}

const endsWith = (kind: NonNullable<Symptom['end']>['kind'], words: (place: string, nothing: boolean) => string) => (symptom: Symptom) =>
  symptom.end?.kind === kind ? words(after(symptom), lastMessageOf(symptom.trace, 'server') === null && !symptom.trace.unfinished) : null

/** Rules for an end of the connection that no alert explains; asked last. */
export const endRules: readonly Rule[] = [
  { cause: 'connection-reset', seen: endsWith('reset', place => `the server reset the connection ${place}`) },
  { cause: 'connection-closed', seen: endsWith('closed', place => `the server closed the connection ${place}, without an alert`) },
  {
    cause: 'handshake-timeout',
    undecided: true,
    seen: endsWith(
      'timeout',
      (place, nothing) =>
        `the server sent ${nothing ? 'nothing in answer to the client_hello' : `nothing more ${place}`} before the deadline`,
    ),
  },
  { cause: 'handshake-timeout', undecided: true, fix: runAgain, seen: endsWith('aborted', place => `the check was interrupted ${place}`) },
]
