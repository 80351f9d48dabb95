// The extensions of a certificate that a report or a judgement needs (RFC 5280 §4.2). Other ones are only named, when they are critical.
import type { Certificate } from './certificate.ts'
import { bitStringOf, booleanOf, context, DerError, DerReader, hex, oidOf, smallIntegerOf, tags } from './der.ts'
import { type GeneralName, generalNameOf, readGeneralNames } from './general-name.ts'
import { extensionIds, keyPurposes, keyUsageBits } from './object-identifiers.ts'

/** RFC 5280 §4.2.1.10. */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

export interface Extensions
  extends Pick<
    Certificate,
    | 'basicConstraints'
    | 'keyUsage'
    | 'extendedKeyUsage'
    | 'subjectKeyId'
    | 'authorityKeyId'
    | 'ocspUrls'
    | 'issuerUrls'
    | 'crlUrls'
    | 'mustStaple'
  > {
  readonly alternativeNames: readonly GeneralName[]
  readonly nameConstraints: NameConstraints | null
  /** Identifiers of critical extensions that a TLS client does not know; it must reject the certificate (RFC 5280 §4.2). */
  readonly unknownCritical: readonly string[]
}

/** Reads `Extensions`; null stands for a certificate without any. */
export function readExtensions(sequence: DerReader | null): Extensions {
  const values = new Map<string, DerReader>()
  const unknownCritical: string[] = []
  while (sequence !== null && !sequence.done) {
    const extension = sequence.enter(tags.sequence, 'extension')
    const oid = oidOf(extension.expect(tags.oid, 'extension'), 'extension')
    const critical = extension.optional(tags.boolean, 'extension')
    const value = extension.expect(tags.octetString, `extension ${oid}`)
    extension.end(`extension ${oid}`)
    if (values.has(oid)) throw new DerError(`extension ${oid}: stands there twice`)
    values.set(oid, new DerReader(value.content))
    if (critical !== null && booleanOf(critical, 'extension') && !understood.has(oid)) unknownCritical.push(oid)
  }
  /** Reads the value of an extension, which must be all of its octets; `absent` when the certificate has no such extension. */
  const value = <T>(name: keyof typeof extensionIds, read: (reader: DerReader, what: string) => T, absent: T): T => {
    const reader = values.get(extensionIds[name])
    if (reader === undefined) return absent
    const result = read(reader, name)
    reader.end(name)
    return result
  }
  /** The same for what only informs: OpenSSL never looks into it, so being malformed there makes no certificate unreadable. */
  const hint = <T>(name: keyof typeof extensionIds, read: (reader: DerReader, what: string) => T, absent: T): T => {
    try {
      return value(name, read, absent)
    } catch (error) {
      if (error instanceof DerError) return absent
      throw error
    }
  }
  const access = hint('authorityInfoAccess', readAccess, [])
  const urlsOf = (method: string) => access.flatMap(({ oid, name }) => (oid === method && name.kind === 'uri' ? [name.text] : []))
  return {
    alternativeNames: value('subjectAltName', (reader, what) => readGeneralNames(reader.enter(tags.sequence, what), what), []),
    basicConstraints: value('basicConstraints', readBasicConstraints, null),
    keyUsage: value('keyUsage', readKeyUsage, null),
    extendedKeyUsage: value('extendedKeyUsage', readExtendedKeyUsage, null),
    nameConstraints: value('nameConstraints', readNameConstraints, null),
    subjectKeyId: value('subjectKeyId', (reader, what) => hex(reader.expect(tags.octetString, what).content), null),
    authorityKeyId: value('authorityKeyId', readAuthorityKeyId, null),
    ocspUrls: urlsOf('1.3.6.1.5.5.7.48.1'),
    issuerUrls: urlsOf('1.3.6.1.5.5.7.48.2'),
    crlUrls: hint('crlDistributionPoints', readDistributionPoints, []),
    mustStaple: value('tlsFeature', readTlsFeature, []).includes(statusRequest),
    unknownCritical,
  }
}

/** The extensions that OpenSSL takes note of, so that they may be critical; the first are read here, the others are: */
const understood: ReadonlySet<string> = new Set([
  ...Object.values(extensionIds).filter(oid => oid !== extensionIds.tlsFeature && oid !== extensionIds.authorityInfoAccess),
  '2.5.29.32', // certificatePolicies
  '2.5.29.33', // policyMappings
  '2.5.29.36', // policyConstraints
  '2.5.29.54', // inhibitAnyPolicy
  '2.16.840.1.113730.1.1', // Netscape's certificate type
  '1.3.6.1.5.5.7.1.7', // IP address blocks, RFC 3779
  '1.3.6.1.5.5.7.1.8', // AS numbers, RFC 3779
  '1.3.6.1.5.5.7.1.14', // proxy certificates, RFC 3820
])

/** RFC 6066 §8: the extension that a certificate with the TLS feature asks its server to answer. */
const statusRequest = 5

function readBasicConstraints(reader: DerReader, what: string): Certificate['basicConstraints'] {
  const sequence = reader.enter(tags.sequence, what)
  const ca = sequence.optional(tags.boolean, what)
  const pathLength = sequence.optional(tags.integer, what)
  sequence.end(what)
  return {
    ca: ca !== null && booleanOf(ca, what),
    // A limit beyond 2^31 is none.
    pathLength: pathLength && smallIntegerOf(pathLength, what),
  }
}

function readKeyUsage(reader: DerReader, what: string): string[] {
  const { bytes, bits } = bitStringOf(reader.expect(tags.bitString, what), what)
  return keyUsageBits.filter((_, bit) => bit < bits && ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)
}

function readExtendedKeyUsage(reader: DerReader, what: string): string[] {
  return readAll(reader.enter(tags.sequence, what), sequence => {
    const oid = oidOf(sequence.expect(tags.oid, what), what)
    return keyPurposes.get(oid) ?? oid
  })
}

function readNameConstraints(reader: DerReader, what: string): NameConstraints {
  const sequence = reader.enter(tags.sequence, what)
  const subtrees = (tag: number): GeneralName[] => {
    const list = sequence.optional(tag, what)
    if (list === null) return []
    // minimum and maximum, which may follow the base, are not used with any name form.
    return readAll(new DerReader(list.content), it => generalNameOf(it.enter(tags.sequence, what).next(what), what))
  }
  const constraints = { permitted: subtrees(context(0, true)), excluded: subtrees(context(1, true)) }
  sequence.end(what)
  return constraints
}

function readAuthorityKeyId(reader: DerReader, what: string): string | null {
  const id = reader.enter(tags.sequence, what).optional(context(0), what)
  return id && hex(id.content)
}

function readAccess(reader: DerReader, what: string): { readonly oid: string; readonly name: GeneralName }[] {
  return readAll(reader.enter(tags.sequence, what), sequence => {
    const description = sequence.enter(tags.sequence, what)
    const oid = oidOf(description.expect(tags.oid, what), what)
    return { oid, name: generalNameOf(description.next(what), what) }
  })
}

function readDistributionPoints(reader: DerReader, what: string): string[] {
  return readAll(reader.enter(tags.sequence, what), sequence => {
    const name = sequence.enter(tags.sequence, what).optional(context(0, true), what)
    const fullName = name && new DerReader(name.content).optional(context(0, true), what)
    if (fullName === null) return []
    return readGeneralNames(new DerReader(fullName.content), what).flatMap(it => (it.kind === 'uri' ? [it.text] : []))
  }).flat()
}

function readTlsFeature(reader: DerReader, what: string): (number | null)[] {
  return readAll(reader.enter(tags.sequence, what), sequence => smallIntegerOf(sequence.expect(tags.integer, what), what))
}

function readAll<T>(reader: DerReader, read: (reader: DerReader) => T): T[] {
  const items: T[] = []
  while (!reader.done) items.push(read(reader))
  return items
}
