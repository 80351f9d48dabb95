// Rules for two sides without a common version, suite, group or signature scheme, told apart by what the server picks from a wider hello.
import { bitLengthOf } from '../../certificate/der.ts'
import { curveOf } from '../../probe/leaf-curve.ts'
import type { Widening } from '../../probe/widen.ts'
import { handshakeFailure, illegalParameter, insufficientSecurity, protocolVersion } from '../../registry/alerts.ts'
import { cipherSuites } from '../../registry/cipher-suites.ts'
import { groups } from '../../registry/groups.ts'
import { protocols, tls13 } from '../../registry/protocols.ts'
import { signatureSchemes } from '../../registry/signature-schemes.ts'
import { offeredVersions } from '../../trace/detail.ts'
import { negotiated } from '../../trace/negotiated.ts'
import { extension } from '../../wire/extensions.ts'
import type { Rule } from './rule.ts'
import type { Symptom } from './symptom.ts'

type Accepted = NonNullable<Widening['accepted']>

/** What the server picked from the wider hello, when it was asked one. */
function picked({ widening }: Symptom): Accepted | null {
  return widening?.accepted && !widening.accepted.withoutName ? widening.accepted : null
}

const hello = ({ trace }: Symptom) => trace.clientHello
const offered = {
  versions: (symptom: Symptom): readonly number[] => {
    const client = hello(symptom)
    return client ? offeredVersions(client) : []
  },
  groups: (symptom: Symptom): readonly number[] => extension(hello(symptom)?.extensions ?? null, 'supported_groups')?.groups ?? [],
  schemes: (symptom: Symptom): readonly number[] => extension(hello(symptom)?.extensions ?? null, 'signature_algorithms')?.schemes ?? [],
}

/** Without supported_versions, legacy_version offers everything below it too, which the client need not accept (RFC 5246 §E.1). */
function offersVersion(symptom: Symptom, version: number): boolean {
  const client = hello(symptom)
  const isListed = extension(client?.extensions ?? null, 'supported_versions') !== undefined
  return isListed ? offered.versions(symptom).includes(version) : version <= (client?.legacyVersion ?? 0)
}

/** 'ecdsa' for ecdsa_secp256r1_sha256. */
const keyType = (scheme: number): string | undefined => signatureSchemes.label(scheme).split('_')[0]

const listed = (table: { label(code: number): string }, codes: readonly number[]): string => codes.map(table.label).join(', ')

/** OpenSSL's reasons for not going on with an answer it got, where the trace alone does not tell. */
const engineCodes = {
  version: ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'ERR_SSL_WRONG_SSL_VERSION', 'ERR_SSL_VERSION_TOO_LOW'],
  group: ['ERR_SSL_WRONG_CURVE', 'ERR_SSL_UNSUPPORTED_ELLIPTIC_CURVE'],
  /** The latter of a client with a higher security level, which holds the whole of the parameters against it. */
  dh: ['ERR_SSL_DH_KEY_TOO_SMALL', 'ERR_SSL_BAD_DH_VALUE', 'ERR_TLS_DH_PARAM_SIZE'],
  scheme: [
    'ERR_SSL_WRONG_SIGNATURE_TYPE',
    'ERR_SSL_UNKNOWN_DIGEST',
    'ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM',
    'ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED',
  ],
}
const engine = ({ end }: Symptom, codes: readonly string[]): boolean => end?.kind === 'engine' && codes.includes(end.code)

/** Length of the prime that the server exchanges keys with; null where it was not seen. */
function primeBits({ trace }: Symptom): number | null {
  for (const { content } of trace.messages)
    if (content.kind === 'server_key_exchange' && content.form === 'fields' && content.params?.kind === 'dh')
      return bitLengthOf(content.params.prime)
  return null
}

/** Most specific first: what the trace shows, then what wider hellos brought to light. */
export const parameterRules: readonly Rule[] = [
  {
    cause: 'protocol-version-mismatch',
    failedAt: 'last-server-message',
    seen: symptom => {
      const { version } = negotiated(symptom.trace)
      if (symptom.trace.messages.some(({ from, content }) => from === 'server' && content.kind === 'sslv2'))
        return 'the server answered with an SSLv2 message'
      if (version === null)
        return engine(symptom, engineCodes.version) ? 'the server answered with a version the client does not accept' : null
      if (offersVersion(symptom, version))
        return engine(symptom, engineCodes.version)
          ? `the server chose ${protocols.label(version)}, which the client does not accept`
          : null
      return `the server chose ${protocols.label(version)}; offered were ${listed(protocols, offered.versions(symptom))}`
    },
  },
  {
    cause: 'malformed-message',
    failedAt: 'last-server-message',
    seen: symptom => {
      const { cipherSuite } = negotiated(symptom.trace)
      const suites = hello(symptom)?.cipherSuites
      return cipherSuite === null || !suites || suites.includes(cipherSuite)
        ? null
        : `the server chose ${cipherSuites.label(cipherSuite)}, which was not offered`
    },
  },
  {
    cause: 'weak-dh-parameters',
    failedAt: 'server-key-exchange',
    seen: symptom => {
      if (!engine(symptom, engineCodes.dh)) return null
      const bits = primeBits(symptom)
      return `the client refused the Diffie-Hellman parameters of the server${bits === null ? '' : `, whose prime has ${bits} bits`}`
    },
  },
  {
    cause: 'no-common-group',
    failedAt: 'last-server-message',
    seen: symptom => {
      const { group } = negotiated(symptom.trace)
      if (group !== null && !offered.groups(symptom).includes(group))
        return `the server chose ${groups.label(group)} for the key exchange, which was not offered`
      return engine(symptom, engineCodes.group) ? "the client refused the server's key exchange group as too weak or not offered" : null
    },
  },
  {
    cause: 'no-common-signature-scheme',
    failedAt: 'last-server-message',
    seen: symptom => {
      const { signatureScheme } = negotiated(symptom.trace)
      if (signatureScheme !== null && !symptom.secured && !offered.schemes(symptom).includes(signatureScheme))
        return `the server signed with ${signatureSchemes.label(signatureScheme)}, which was not offered`
      return engine(symptom, engineCodes.scheme) ? "the client refused the scheme of the server's signature" : null
    },
  },
  {
    cause: 'alpn-mismatch',
    failedAt: 'last-server-message',
    // RFC 7301 §3.1 forbids it; Apache answers with the first protocol it has.
    seen: symptom => {
      const { alpn } = negotiated(symptom.trace)
      return alpn !== null && !symptom.alpn.includes(alpn)
        ? `the server chose the application protocol ${JSON.stringify(alpn)}; offered were ${symptom.alpn.join(', ') || 'none'}`
        : null
    },
  },
  {
    cause: 'protocol-version-mismatch',
    seen: symptom => {
      const answer = picked(symptom)
      return answer && !offersVersion(symptom, answer.version)
        ? `the server refused ${listed(protocols, offered.versions(symptom))} and took ${protocols.label(answer.version)} when it was offered`
        : null
    },
  },
  {
    cause: 'no-common-signature-scheme',
    // OpenSSL leaves out the suites that none of its schemes fits: those are missing for the sake of the schemes.
    seen: symptom => {
      const scheme = picked(symptom)?.signatureScheme ?? null
      const schemes = offered.schemes(symptom)
      return scheme !== null && schemes.length > 0 && !schemes.some(each => keyType(each) === keyType(scheme))
        ? `the server refused the signature schemes offered, none of which is for the type of its key, and took ${signatureSchemes.label(scheme)} when it was offered`
        : null
    },
  },
  {
    cause: 'no-common-cipher',
    seen: symptom => {
      const answer = picked(symptom)
      const suites = hello(symptom)?.cipherSuites ?? []
      const those = suites.length === 1 ? 'the one cipher suite' : `all ${suites.length} cipher suites`
      return answer && !suites.includes(answer.cipherSuite)
        ? `the server refused ${those} offered and took ${cipherSuites.label(answer.cipherSuite)} when asked with ${answer.title}`
        : null
    },
  },
  {
    cause: 'no-common-signature-scheme',
    // RFC 8422 §5.1: before TLS 1.3 the groups are the curves of certificates as well.
    seen: symptom => {
      const answer = picked(symptom)
      const curve = answer && answer.version < tls13 ? curveOf(answer.answer) : null
      const those = offered.groups(symptom)
      return curve !== null && those.length > 0 && !those.includes(curve)
        ? `the key of the server's certificate is on the curve ${groups.label(curve)}, which was not offered`
        : null
    },
  },
  {
    cause: 'no-common-group',
    seen: symptom => {
      const group = picked(symptom)?.group ?? null
      return group !== null && !offered.groups(symptom).includes(group)
        ? `the server refused the groups ${listed(groups, offered.groups(symptom))} and took ${groups.label(group)} when it was offered`
        : null
    },
  },
  {
    cause: 'no-common-signature-scheme',
    seen: symptom => {
      const answer = picked(symptom)
      if (!answer) return null
      const scheme = answer.signatureScheme
      if (scheme !== null && !offered.schemes(symptom).includes(scheme))
        return `the server refused the signature schemes offered and took ${signatureSchemes.label(scheme)} when it was offered`
      // TLS 1.3 hides the scheme. Version, suite and group were among those offered, so it is what is left to a server that said so by an
      // alert. One that dropped the connection may have had any reason, such as the length of the hello.
      if (symptom.alert?.from !== 'server') return null
      return 'the server takes a version, a suite and a group that were offered once every signature scheme is: those offered do not fit its certificate'
    },
  },
  {
    cause: 'unrecognized-name',
    seen: ({ widening, servername }) =>
      widening?.accepted?.withoutName
        ? `the server refuses a handshake for ${servername ?? 'the name'} and accepts the same one without a server name`
        : null,
  },
  {
    cause: 'server-internal-error',
    seen: ({ widening, alert }) =>
      widening?.accepted === null && widening.conclusive && alert?.from === 'server' && isAmbiguousAlert(alert.code)
        ? 'the server refuses every hello it was asked with, the widest included, as one without a usable certificate and key does'
        : null,
  },
]

/**
 * handshake_failure, illegal_parameter and insufficient_security: "nothing that you offer suits me", for any reason. OpenSSL without a certificate
 * counts TLS 1.3 as a version that it does not have.
 */
const isAmbiguousAlert = (code: number): boolean =>
  [handshakeFailure, illegalParameter, insufficientSecurity, protocolVersion].includes(code)

/** Whether only further hellos can tell why the server refused. */
export function isAmbiguous(symptom: Symptom): boolean {
  const { alert, trace, clientCertificate, end } = symptom
  if (trace.serverHello?.kind === 'server_hello' || trace.notTls || clientCertificate !== 'not-asked' || symptom.network) return false
  if (alert?.from === 'server') return isAmbiguousAlert(alert.code)
  // Some servers close or reset where others send an alert.
  return (
    trace.clientHello !== null &&
    (end?.kind === 'closed' || end?.kind === 'reset') &&
    trace.messages.every(({ from }) => from === 'client') &&
    trace.unfinished === null
  )
}
