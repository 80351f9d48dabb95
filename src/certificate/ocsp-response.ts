// An OCSP response (RFC 6960 §4.2.1) read, and held against the certificate it should speak of and the authority that should have signed it.
import { constants, hash, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { bitStringOf, context, DerError, DerReader, type Element, hex, oidOf, tags, timeOf } from './der.ts'
import { sameName } from './distinguished-name.ts'
import { hashes } from './object-identifiers.ts'
import { parseCertificate, type ReadCertificate, subjectKeyInfoOf } from './parse.ts'
import { keyBytesOf, readSignatureAlgorithm } from './subject-key.ts'

/** What an authority says of a certificate; times in milliseconds since 1970. */
export interface CertificateStatus {
  readonly status: 'good' | 'revoked' | 'unknown'
  /** Null unless it is revoked. */
  readonly revokedAt: number | null
  /** When this was known to be so. */
  readonly thisUpdate: number
  /** When there will be news; null where it may be any time. */
  readonly nextUpdate: number | null
}

/** What a response comes to for one certificate; `reason` completes "the OCSP response …". */
export type StatusAnswer = ({ readonly kind: 'answer' } & CertificateStatus) | { readonly kind: 'unusable'; readonly reason: string }

/** Larger ones are not read: a response has one to four kilobytes, with the certificate of its responder. */
const maxBytes = 0x20000

/** Certificates and single answers that are looked at; a response for one certificate has one of each, and rarely more. */
const mostParts = 16

/**
 * What a response says of a certificate, once it is proven that its issuer said it: RFC 6960 §3.2. Whether that is still of value, the caller
 * judges by the times. Never throws for what the bytes are.
 * @param at the time, in milliseconds since 1970, at which a responder of the issuer's has to have a valid certificate
 */
export function statusOf(response: Uint8Array, certificate: ReadCertificate, issuer: ReadCertificate, at: number): StatusAnswer {
  if (response.length > maxBytes) return unusable(`has ${response.length} bytes, more than one has`)
  try {
    const basic = readResponse(response)
    if (basic.kind === 'unusable') return basic
    const single = basic.answers.find(answer => isAbout(answer, certificate, issuer))
    if (single === undefined) return unusable('speaks of another certificate')
    const proven = [issuer, ...respondersOf(basic, issuer, at)].some(signer => isSignedBy(basic, signer))
    return proven
      ? { kind: 'answer', ...single.said }
      : unusable('is signed neither by the issuer of the certificate nor by a responder that it appointed')
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    return unusable(`cannot be read: ${error.message}`)
  }
}

const unusable = (reason: string) => ({ kind: 'unusable', reason }) as const

/** RFC 6960 §4.2.1: why there is no answer. */
export const refusals = { malformedRequest: 1, internalError: 2, tryLater: 3, sigRequired: 5, unauthorized: 6 } as const

/** The one type of response that is in use: RFC 6960 §4.2.1 */
export const basicResponse = '1.3.6.1.5.5.7.48.1.1'

interface Single {
  /** Node's name of the hash of an issuer's name and key, or its identifier. */
  readonly digest: string
  readonly nameHash: Uint8Array
  readonly keyHash: Uint8Array
  /** In hexadecimal, as Certificate has it. */
  readonly serialNumber: string
  readonly said: CertificateStatus
}

interface Basic {
  readonly kind: 'basic'
  /** What is signed. */
  readonly data: Uint8Array
  readonly algorithm: string
  readonly signature: Uint8Array
  /** DER. */
  readonly certificates: readonly Uint8Array[]
  readonly answers: readonly Single[]
}

function readResponse(bytes: Uint8Array): Basic | ReturnType<typeof unusable> {
  const outer = new DerReader(bytes)
  const response = outer.enter(tags.sequence, 'OCSPResponse')
  outer.end('OCSPResponse')
  const [status = 0] = response.expect(tags.enumerated, 'responseStatus').content
  if (status !== 0) return unusable(`is the error ${Object.entries(refusals).find(([, code]) => code === status)?.[0] ?? status}`)
  const wrapped = response.enter(context(0, true), 'responseBytes').enter(tags.sequence, 'responseBytes')
  const type = oidOf(wrapped.expect(tags.oid, 'responseType'), 'responseType')
  if (type !== basicResponse) return unusable(`is of the unknown type ${type}`)
  const basic = new DerReader(wrapped.expect(tags.octetString, 'response').content).enter(tags.sequence, 'BasicOCSPResponse')
  const data = basic.expect(tags.sequence, 'tbsResponseData')
  const algorithm = readSignatureAlgorithm(basic)
  const signature = bitStringOf(basic.expect(tags.bitString, 'signature'), 'signature').bytes
  const certificates = basic.optional(context(0, true), 'certs')
  return {
    kind: 'basic',
    data: data.bytes,
    algorithm,
    signature,
    certificates: certificates
      ? all(new DerReader(certificates.content).enter(tags.sequence, 'certs'), 'certs').map(({ bytes: der }) => der)
      : [],
    answers: readData(new DerReader(data.content)),
  }
}

function readData(data: DerReader): Single[] {
  data.optional(context(0, true), 'version')
  data.next('responderID')
  data.expect(tags.generalizedTime, 'producedAt')
  return all(data.enter(tags.sequence, 'responses'), 'responses').map(readSingle)
}

function readSingle(element: Element): Single {
  const single = new DerReader(element.content)
  const id = single.enter(tags.sequence, 'certID')
  const algorithm = id.enter(tags.sequence, 'hashAlgorithm')
  const digest = oidOf(algorithm.expect(tags.oid, 'hashAlgorithm'), 'hashAlgorithm')
  const nameHash = id.expect(tags.octetString, 'issuerNameHash').content
  const keyHash = id.expect(tags.octetString, 'issuerKeyHash').content
  const serialNumber = hex(id.expect(tags.integer, 'serialNumber').content).replace(/^00(?=.)/, '')
  const status = single.next('certStatus')
  const thisUpdate = timeOf(single.expect(tags.generalizedTime, 'thisUpdate'), 'thisUpdate')
  const next = single.optional(context(0, true), 'nextUpdate')
  const nextUpdate = next && timeOf(new DerReader(next.content).expect(tags.generalizedTime, 'nextUpdate'), 'nextUpdate')
  return { digest: hashes.get(digest) ?? digest, nameHash, keyHash, serialNumber, said: { ...readStatus(status), thisUpdate, nextUpdate } }
}

function readStatus({ tag, content }: Element): Pick<CertificateStatus, 'status' | 'revokedAt'> {
  switch (tag) {
    case context(0):
      return { status: 'good', revokedAt: null }
    case context(1, true):
      return {
        status: 'revoked',
        revokedAt: timeOf(new DerReader(content).expect(tags.generalizedTime, 'revocationTime'), 'revocationTime'),
      }
    case context(2):
      return { status: 'unknown', revokedAt: null }
    default:
      throw new DerError('certStatus: neither good nor revoked nor unknown')
  }
}

function all(reader: DerReader, what: string): Element[] {
  const elements: Element[] = []
  while (!reader.done) {
    if (elements.length === mostParts) throw new DerError(`${what}: more than ${mostParts}`)
    elements.push(reader.next(what))
  }
  return elements
}

/** RFC 6960 §4.1.1: the certificate is known by its number, its issuer by the hashes of its name and of its key. */
function isAbout({ digest, nameHash, keyHash, serialNumber }: Single, { certificate }: ReadCertificate, issuer: ReadCertificate): boolean {
  if (serialNumber !== certificate.serialNumber || !/^SHA\d+$/.test(digest)) return false
  const is = (hashed: Uint8Array, bytes: Uint8Array): boolean => hash(digest.toLowerCase(), bytes, 'buffer').equals(hashed)
  const key = keyBitsOf(issuer)
  return key !== null && is(nameHash, issuer.subject.bytes) && is(keyHash, key)
}

/** The key without what is around it, unlike in a key identifier. */
function keyBitsOf({ der }: ReadCertificate): Uint8Array | null {
  const info = subjectKeyInfoOf(der)
  return info && keyBytesOf(info)
}

/** RFC 6960 §4.2.2.2: those that the issuer itself has given a certificate for it, and that is valid. */
function respondersOf({ certificates }: Basic, issuer: ReadCertificate, at: number): ReadCertificate[] {
  return certificates.flatMap(der => {
    const responder = parseCertificate(der)
    return responder.kind === 'certificate' && isAppointed(responder, issuer, at) ? [responder] : []
  })
}

function isAppointed(responder: ReadCertificate, issuer: ReadCertificate, at: number): boolean {
  const { extendedKeyUsage, notBefore, notAfter } = responder.certificate
  if (extendedKeyUsage?.includes('OCSPSigning') !== true || !sameName(responder.issuer, issuer.subject)) return false
  if (at < Date.parse(notBefore) || at > Date.parse(notAfter)) return false
  return proves(() => new X509Certificate(responder.der).verify(keyOf(issuer)))
}

const isSignedBy = ({ data, algorithm, signature }: Basic, signer: ReadCertificate): boolean =>
  proves(() => verify(hashNameOf(algorithm), data, keyFor(keyOf(signer), algorithm), signature))

const keyOf = ({ der }: ReadCertificate): KeyObject => new X509Certificate(der).publicKey

/** What OpenSSL cannot verify, by a key or an algorithm that it does not have, is not proven. */
function proves(verified: () => boolean): boolean {
  try {
    return verified()
  } catch {
    return false
  }
}

/** 'sha256' for 'sha256WithRSAEncryption'; null for a scheme with a hash of its own (Ed25519). */
const hashNameOf = (algorithm: string): string | null => /sha\d+/i.exec(algorithm)?.[0].toLowerCase() ?? null

const keyFor = (key: KeyObject, algorithm: string) =>
  algorithm.startsWith('RSASSA-PSS') ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : key
