// One line on each message, in the standards' names. It may hold text the server chose: escape it for where it is printed.
import { bitLengthOf } from '../certificate/der.ts'
import { alerts } from '../registry/alerts.ts'
import { certificateCompressions } from '../registry/certificate-compressions.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { isGrease } from '../registry/grease.ts'
import { groups } from '../registry/groups.ts'
import { protocols } from '../registry/protocols.ts'
import { signatureSchemes } from '../registry/signature-schemes.ts'
import { type ClientHelloExtension, extension } from '../wire/extensions.ts'
import { type ClientHello, negotiatedVersion, selectedGroup } from '../wire/hello.ts'
import type { Message } from './trace.ts'

/** Names of the first three and a count of the rest, which are not looked at: a server may send any number. */
function some<T>(items: readonly T[], nameOf: (item: T) => string): string {
  const named = items.slice(0, 3).map(nameOf).join(', ')
  return items.length <= 3 ? named : `${named} and ${items.length - 3} more`
}

const itself = (name: string): string => name

const labels = (table: { label(code: number): string }, codes: readonly number[]): string =>
  some(
    codes.filter(code => !isGrease(code)),
    table.label,
  )

/** The versions a ClientHello offers: supported_versions, or everything up to legacy_version (RFC 8446 §4.2.1). */
export function offeredVersions(hello: ClientHello): readonly number[] {
  const list = extension(hello.extensions as readonly ClientHelloExtension[] | null, 'supported_versions')
  return list ? list.versions.filter(version => !isGrease(version)) : [hello.legacyVersion]
}

/**
 * Says what a message carried.
 * @param version the negotiated version; null before there is one
 * @param subjectOf names a certificate by its subject
 */
export function detailOf({ content }: Message, version: number | null, subjectOf: (der: Uint8Array) => string): string {
  switch (content.kind) {
    case 'client_hello': {
      const suites = content.cipherSuites.filter(suite => !isGrease(suite)).length
      const name = extension(content.extensions, 'server_name')?.names[0]?.name
      const alpn = extension(content.extensions, 'application_layer_protocol_negotiation')?.protocols
      const group = extension(content.extensions, 'supported_groups')?.groups ?? []
      return parts([
        labels(protocols, offeredVersions(content)),
        suites === 1 ? '1 cipher suite' : `${suites} cipher suites`,
        group.length > 0 && `groups ${labels(groups, group)}`,
        name === undefined ? 'no SNI' : `SNI ${name}`,
        alpn && `ALPN ${some(alpn, itself)}`,
      ])
    }
    case 'server_hello':
    case 'hello_retry_request': {
      const group = selectedGroup(content)
      const alpn = content.kind === 'server_hello' && extension(content.extensions, 'application_layer_protocol_negotiation')?.protocols
      return parts([
        protocols.label(negotiatedVersion(content)),
        cipherSuites.label(content.cipherSuite),
        group !== undefined && `${content.kind === 'server_hello' ? 'group' : 'asks for group'} ${groups.label(group)}`,
        alpn && `ALPN ${some(alpn, itself)}`,
      ])
    }
    case 'encrypted_extensions': {
      const alpn = extension(content.extensions, 'application_layer_protocol_negotiation')?.protocols
      return parts([alpn ? `ALPN ${some(alpn, itself)}` : 'no ALPN'])
    }
    case 'certificate': {
      if (content.entries.length === 0) return 'no certificate'
      const stapled = content.entries.some(entry => extension(entry.extensions, 'status_request') !== undefined)
      return parts([
        `${content.entries.length} sent: ${some(content.entries, entry => subjectOf(entry.certificate))}`,
        stapled && 'OCSP response stapled',
      ])
    }
    case 'compressed_certificate':
      return `compressed with ${certificateCompressions.label(content.algorithm)}`
    case 'certificate_request': {
      const schemes =
        content.form === 'fields' ? content.signatureSchemes : (extension(content.extensions, 'signature_algorithms')?.schemes ?? [])
      const authorities =
        content.form === 'fields' ? content.authorities : (extension(content.extensions, 'certificate_authorities')?.authorities ?? [])
      return parts([
        'asks for a client certificate',
        schemes.length > 0 && labels(signatureSchemes, schemes),
        authorities.length > 0 && `${authorities.length} authorities named`,
      ])
    }
    case 'certificate_status':
      return `OCSP response of ${content.response.length} bytes`
    case 'certificate_verify':
      return content.scheme === null ? 'signature' : `signed with ${signatureSchemes.label(content.scheme)}`
    case 'server_key_exchange': {
      if (content.form === 'bytes') return `${content.body.length} bytes`
      const { params, signature } = content
      const key =
        params?.kind === 'ec'
          ? `group ${groups.label(params.group)}`
          : params?.kind === 'dh'
            ? `${bitLengthOf(params.prime)}-bit finite-field group`
            : params?.kind
      return parts([key, signature && signature.scheme !== null && `signed with ${signatureSchemes.label(signature.scheme)}`])
    }
    case 'new_session_ticket':
      return 'session ticket'
    case 'alert':
      return `${content.level === 2 ? 'fatal' : 'warning'} ${alerts.label(content.description)} (${content.description})`
    case 'sslv2':
      return 'an SSLv2 message'
    case 'undecodable':
      return `malformed: ${content.reason}`
    case 'sealed':
      return 'protected, no secret to open it'
    case 'finished':
      return 'handshake verified'
    case 'change_cipher_spec':
      // RFC 8446 §D.4: TLS 1.3 sends it for the middleboxes' sake.
      return (version ?? 0) >= 0x0304 ? 'for middleboxes only' : 'records are protected from here on'
    default:
      return ''
  }
}

const parts = (list: readonly (string | false | null | undefined)[]): string =>
  list.filter(part => typeof part === 'string' && part !== '').join(', ')
