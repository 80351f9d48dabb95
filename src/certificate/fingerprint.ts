// SHA-256 fingerprints: of a certificate and of its key, and in the spellings that people copy them in.
import { hash } from 'node:crypto'
import { UsageError } from '../usage-error.ts'
import { subjectKeyInfoOf } from './parse.ts'
import { certificatesOfPem } from './pem.ts'

/**
 * The 64 hexadecimal digits, upper case, of a fingerprint: as openssl and browsers print one ('AB:CD:…', 'abcd…', 'SHA256 Fingerprint=AB:…'), or
 * in base64 as curl and RFC 7469 have it ('sha256//…'). Null for anything else.
 */
export function readFingerprint(text: string): string | null {
  const [, digits = ''] = /^(?:sha-?256(?: fingerprint)?[=: ]\s*|sha-?256\/{1,2})?(\S+)$/i.exec(text.trim()) ?? []
  const hexadecimal = digits.replaceAll(':', '')
  if (/^[0-9a-f]{64}$/i.test(hexadecimal)) return hexadecimal.toUpperCase()
  // 32 bytes have 43 digits and one to fill up.
  return /^[0-9a-z+/]{43}=$/i.test(digits) ? Buffer.from(digits, 'base64').toString('hex').toUpperCase() : null
}

/**
 * As readFingerprint.
 * @throws UsageError for what is none
 */
export function parseFingerprint(text: string): string {
  const digits = readFingerprint(text)
  if (digits !== null) return digits
  throw new UsageError(
    `${JSON.stringify(text.slice(0, 120))} is no SHA-256 fingerprint`,
    'give the 64 hexadecimal digits that openssl x509 -noout -fingerprint -sha256 -in FILE prints',
  )
}

/** The fingerprint of the SubjectPublicKeyInfo (RFC 7469 §2.4), 64 hexadecimal digits; null where it cannot be read. */
export function keyFingerprint(pem: string): string | null {
  const [der] = certificatesOfPem(pem)
  const info = der === undefined ? null : subjectKeyInfoOf(der)
  return info === null ? null : hash('sha256', info, 'hex').toUpperCase()
}

/** 'ab12…' as certificates have it: 'AB:12:…'. */
export const fingerprintText = (digits: string): string => digits.replace(/..(?=.)/g, '$&:')
