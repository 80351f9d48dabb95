// What a hello lists, read back from it in wire numbers. What the answer to it means stands in ledger.ts.
import { tls12, tls13 } from '../registry/protocols.ts'
import { extension } from '../wire/extensions.ts'
import type { Offer } from './offer.ts'

/** The newest version that exists of those a hello offers; of a hello that offers newer ones that is the newest there is. */
export function newestVersion({ hello }: Offer): number {
  if (hello.kind === 'sslv2_client_hello') return hello.version
  const listed = extension(hello.extensions, 'supported_versions')?.versions
  if (listed === undefined) return Math.min(hello.legacyVersion, tls12)
  return Math.max(...listed.filter(version => version <= tls13))
}

/** Cipher suites; of SSLv2 cipher kinds. */
export const offeredSuites = ({ hello }: Offer): readonly number[] =>
  hello.kind === 'sslv2_client_hello' ? hello.cipherKinds : hello.cipherSuites

/** Groups, none where the hello has no list of them. */
export const offeredGroups = ({ hello }: Offer): readonly number[] =>
  hello.kind === 'client_hello' ? (extension(hello.extensions, 'supported_groups')?.groups ?? []) : []

/** Signature schemes, none where the hello has no list of them. */
export const offeredSchemes = ({ hello }: Offer): readonly number[] =>
  hello.kind === 'client_hello' ? (extension(hello.extensions, 'signature_algorithms')?.schemes ?? []) : []

/** The groups of the key shares of TLS 1.3. */
export const sharedGroups = ({ hello }: Offer): readonly number[] =>
  hello.kind === 'client_hello' ? (extension(hello.extensions, 'key_share')?.shares ?? []).map(({ group }) => group) : []

/** Whether a TLS 1.3 hello leaves it to the server to ask for a share. */
export const hasNoShare = ({ hello }: Offer): boolean =>
  hello.kind === 'client_hello' && extension(hello.extensions, 'key_share')?.shares.length === 0
