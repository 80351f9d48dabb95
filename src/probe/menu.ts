// What a hello offers, and whether an answer keeps to it: one that does not proves nothing of what was offered.
import { partsOfCode } from '../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { groups } from '../registry/groups.ts'
import { protocols } from '../registry/protocols.ts'
import { signatureSchemes } from '../registry/signature-schemes.ts'
import { extension } from '../wire/extensions.ts'
import { type ClientHello, type HelloRetryRequest, type ServerHello, selectedVersion } from '../wire/hello.ts'
import type { Sslv2ClientHello } from '../wire/sslv2.ts'
import type { Accepted } from './offer.ts'

/** What the server chose without its being offered, by name; null when it kept to the menu. */
export function offMenu(hello: ClientHello | Sslv2ClientHello, accepted: Accepted): string | null {
  const { version, cipherSuite, group, signatureScheme, answer } = accepted
  // SSLv2 itself has no choice to check: the flight looks for a cipher kind that both sides have.
  if (answer.hello.kind === 'sslv2_server_hello') return null
  if (!offersVersion(hello, answer.hello)) return protocols.label(version)
  const suites = hello.kind === 'client_hello' ? hello.cipherSuites : hello.cipherKinds
  if (!suites.includes(cipherSuite) || !fits(cipherSuite, version)) return cipherSuites.label(cipherSuite)
  if (hello.kind !== 'client_hello') return null

  const { compressionMethod } = answer.hello
  if (!hello.compressionMethods.includes(compressionMethod)) return `compression method ${compressionMethod}`
  if (group !== null && !offersGroup(hello, group, answer.hello)) return groups.label(group)
  const schemes = extension(hello.extensions, 'signature_algorithms')?.schemes
  const strange = signatureScheme !== null && schemes?.includes(signatureScheme) === false
  return strange ? signatureSchemes.label(signatureScheme) : null
}

/**
 * Whether a suite was there yet in a version; of one that is not registered nobody knows. Old servers take DES and export suites in versions
 * that have done away with them, which is worth knowing.
 */
function fits(cipherSuite: number, version: number): boolean {
  const parts = partsOfCode(cipherSuite)
  return !parts || parts.firstProtocol <= version
}

/** RFC 8446 §4.2.1: a server that knows supported_versions chooses from it; an older one goes by legacy_version, and downwards. */
function offersVersion(hello: ClientHello | Sslv2ClientHello, answer: ServerHello | HelloRetryRequest): boolean {
  const selected = selectedVersion(answer)
  const newest = hello.kind === 'client_hello' ? hello.legacyVersion : hello.version
  if (selected === undefined) return answer.legacyVersion >= 0x0300 && answer.legacyVersion <= Math.min(newest, 0x0303)
  return hello.kind === 'client_hello' && extension(hello.extensions, 'supported_versions')?.versions.includes(selected) === true
}

/** A ServerHello answers one of the shares; all else has to be one of the groups, where any are named (RFC 8422 §4). */
function offersGroup({ extensions }: ClientHello, group: number, answer: ServerHello | HelloRetryRequest): boolean {
  const answersShare = answer.kind === 'server_hello' && extension(answer.extensions, 'key_share') !== undefined
  if (answersShare) return extension(extensions, 'key_share')?.shares.some(share => share.group === group) === true
  return extension(extensions, 'supported_groups')?.groups.includes(group) !== false
}
