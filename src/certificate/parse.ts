// DER bytes to a certificate as plain data (RFC 5280 §4.1). What is read is what the bytes say; whether it is right is judged elsewhere.
import { hash } from 'node:crypto'
import type { Certificate } from './certificate.ts'
import { bitStringOf, context, DerError, DerReader, hex, tags, timeOf } from './der.ts'
import { type DistinguishedName, readName } from './distinguished-name.ts'
import { type NameConstraints, readExtensions } from './extensions.ts'
import { addressText, type GeneralName } from './general-name.ts'
import { pemOf } from './pem.ts'
import { timeText } from './span.ts'
import { readSignatureAlgorithm, readSubjectKey } from './subject-key.ts'

/** A certificate that was read, with the parts of it that only the analysis of a chain needs. */
export interface ReadCertificate {
  readonly kind: 'certificate'
  readonly certificate: Certificate
  readonly der: Uint8Array
  readonly subject: DistinguishedName
  readonly issuer: DistinguishedName
  readonly alternativeNames: readonly GeneralName[]
  readonly nameConstraints: NameConstraints | null
  /** Identifiers of critical extensions that a TLS client does not know. */
  readonly unknownCritical: readonly string[]
  /** 1, 2 or 3. */
  readonly version: number
}

/** Bytes that should be a certificate and are not; `reason` completes "it cannot be read: …". */
export interface UnreadableCertificate {
  readonly kind: 'unreadable'
  readonly reason: string
  readonly der: Uint8Array
}

/** What parsing came to, told apart by `kind`: a hostile certificate is data, and never an exception. */
export type ParsedCertificate = ReadCertificate | UnreadableCertificate

/** Larger ones are not read. OpenSSL's limit for a whole chain is 100 KiB; certificates with post-quantum signatures have about 20. */
const maxBytes = 0x20000

/**
 * The certificates read last, by their bytes. The servers of a fleet share intermediates and often the leaf; each is read once, and stands once
 * in memory however many reports show it.
 */
const lastRead = new Map<string, ParsedCertificate>()
const maxRemembered = 64

/** Reads a certificate. Never throws: the bytes are a stranger's. */
export function parseCertificate(der: Uint8Array): ParsedCertificate {
  if (der.length > maxBytes) return { kind: 'unreadable', reason: `${der.length} bytes are more than a certificate has`, der }
  const key = hash('sha256', der, 'base64')
  // A copy: the bytes given are part of a connection's, which would stay in memory as long as the certificate does.
  const parsed = lastRead.get(key) ?? parse(Uint8Array.from(der))
  lastRead.delete(key)
  lastRead.set(key, parsed)
  const [oldest] = lastRead.size > maxRemembered ? lastRead.keys() : []
  if (oldest !== undefined) lastRead.delete(oldest)
  return parsed
}

function parse(der: Uint8Array): ParsedCertificate {
  try {
    return read(der)
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    return { kind: 'unreadable', reason: error.message, der }
  }
}

/** Reads the subject of a certificate and nothing after it: enough to find one of many. Null when it cannot be read. */
export const subjectOf = (der: Uint8Array): DistinguishedName | null => fromSubject(der, tbs => readName(tbs, 'subject'))

/** The bytes of the SubjectPublicKeyInfo; null when they cannot be found. */
export function subjectKeyInfoOf(der: Uint8Array): Uint8Array | null {
  return fromSubject(der, tbs => {
    tbs.next('subject')
    return tbs.expect(tags.sequence, 'subjectPublicKeyInfo').bytes
  })
}

/** What is read of a certificate from its subject on (RFC 5280 §4.1). */
function fromSubject<T>(der: Uint8Array, read: (tbs: DerReader) => T): T | null {
  try {
    const tbs = new DerReader(der).enter(tags.sequence, 'certificate').enter(tags.sequence, 'tbsCertificate')
    tbs.optional(context(0, true), 'version')
    for (const what of ['serialNumber', 'signature', 'issuer', 'validity']) tbs.next(what)
    return read(tbs)
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    return null
  }
}

function read(der: Uint8Array): ReadCertificate {
  const outer = new DerReader(der)
  const certificate = outer.enter(tags.sequence, 'certificate')
  outer.end('certificate')
  const tbs = certificate.enter(tags.sequence, 'tbsCertificate')
  const signatureAlgorithm = readSignatureAlgorithm(certificate)
  bitStringOf(certificate.expect(tags.bitString, 'signature'), 'signature')
  certificate.end('certificate')

  const version = readVersion(tbs)
  // A zero byte in front only says that the number is not negative.
  const serialNumber = hex(tbs.expect(tags.integer, 'serialNumber').content).replace(/^00(?=.)/, '')
  // The algorithm once more, inside what is signed (RFC 5280 §4.1.2.3); OpenSSL compares the two when it verifies.
  tbs.expect(tags.sequence, 'signature')
  const issuer = readName(tbs, 'issuer')
  const validity = tbs.enter(tags.sequence, 'validity')
  const notBefore = timeOf(validity.next('notBefore'), 'notBefore')
  const notAfter = timeOf(validity.next('notAfter'), 'notAfter')
  validity.end('validity')
  const subject = readName(tbs, 'subject')
  const key = readSubjectKey(tbs)
  tbs.optional(context(1), 'issuerUniqueID')
  tbs.optional(context(2), 'subjectUniqueID')
  const explicit = tbs.optional(context(3, true), 'extensions')
  tbs.end('tbsCertificate')
  const { alternativeNames, nameConstraints, unknownCritical, ...extensions } = readExtensions(
    explicit && new DerReader(explicit.content).enter(tags.sequence, 'extensions'),
  )

  return {
    kind: 'certificate',
    certificate: {
      subject: subject.text,
      issuer: issuer.text,
      serialNumber,
      notBefore: timeText(notBefore),
      notAfter: timeText(notAfter),
      names: namesOf(alternativeNames),
      key,
      signatureAlgorithm,
      ...extensions,
      fingerprint256: hash('sha256', der, 'hex')
        .toUpperCase()
        .replace(/..(?=.)/g, '$&:'),
      pem: pemOf('CERTIFICATE', der),
    },
    der,
    subject,
    issuer,
    alternativeNames,
    nameConstraints,
    unknownCritical,
    version,
  }
}

/** 1, 2 or 3; the encoding counts from 0 and leaves 1 out. */
function readVersion(tbs: DerReader): number {
  const explicit = tbs.optional(context(0, true), 'version')
  if (explicit === null) return 1
  const value = new DerReader(explicit.content).expect(tags.integer, 'version').content
  const number = value.length === 1 ? value[0] : undefined
  if (number === undefined || number > 2) throw new DerError('version: not one of 1, 2, 3')
  return number + 1
}

function namesOf(names: readonly GeneralName[]): Certificate['names'] {
  const dns: string[] = []
  const ip: string[] = []
  const other: string[] = []
  for (const name of names) {
    switch (name.kind) {
      case 'dns':
        dns.push(name.text)
        break
      case 'ip': {
        const text = addressText(name.bytes)
        if (text === null) other.push(`ip:${hex(name.bytes)}`)
        else ip.push(text)
        break
      }
      case 'email':
      case 'uri':
        other.push(`${name.kind}:${name.text}`)
        break
      case 'directory':
        other.push(`dirname:${name.name.text}`)
        break
      case 'other':
        other.push(name.text)
        break
      default:
        name satisfies never
    }
  }
  return { dns, ip, other }
}
