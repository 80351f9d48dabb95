// The certificates a client trusts, searched by name. Node's bundled set has 121, of which a chain needs one, so none is parsed before it is needed.
import { type DistinguishedName, sameName } from './distinguished-name.ts'
import { type ParsedCertificate, parseCertificate, type ReadCertificate, subjectOf } from './parse.ts'
import { certificatesOfPem } from './pem.ts'

/** The certificates that a client trusts. */
export interface TrustStore {
  has(der: Uint8Array): boolean
  /** Whether a path may end at any of them, and not only at a self-signed one (X509_V_FLAG_PARTIAL_CHAIN). */
  readonly partialChain: boolean
  /** Those with exactly this encoded subject: a byte search, a millisecond for all. */
  named(name: DistinguishedName): readonly ReadCertificate[]
  /** Those whose subject is the same name in whatever encoding; reads every subject, 10 ms for all. */
  namedLoosely(name: DistinguishedName): readonly ReadCertificate[]
  /** Whether an organization of the name is one that a trusted subject names too. */
  knowsOrganization(name: DistinguishedName): boolean
  /** Whether it looks like the public authorities (Node has 121 of them) and not like a list made for one company. */
  isPublic(): boolean
}

/** @param pems asked for once, when needed: texts with one certificate or several; what cannot be read is not trusted */
export function trustStore(pems: () => readonly string[], { partialChain = false } = {}): TrustStore {
  const all = once(() => pems().flatMap(certificatesOfPem))
  const read = new Map<Buffer, ParsedCertificate>()
  const certificateOf = (der: Buffer): ParsedCertificate => {
    const known = read.get(der) ?? parseCertificate(der)
    read.set(der, known)
    return known
  }
  const found = new Map<string, readonly ReadCertificate[]>()
  const subjects = once(() => all().map(der => ({ der, subject: subjectOf(der) })))
  const parsed = (ders: readonly Buffer[], name: DistinguishedName): ReadCertificate[] =>
    ders.flatMap(der => {
      const certificate = certificateOf(der)
      return certificate.kind === 'certificate' && sameName(certificate.subject, name) ? [certificate] : []
    })
  return {
    partialChain,
    has: der => all().some(it => it.equals(der)),
    named: name => {
      const encoded = Buffer.from(name.bytes)
      const key = encoded.toString('latin1')
      const known = found.get(key)
      if (known !== undefined) return known
      const certificates = parsed(
        all().filter(der => der.includes(encoded)),
        name,
      )
      // Of no more names than there are certificates: a stranger may ask for any number of others.
      if (certificates.length > 0) found.set(key, certificates)
      return certificates
    },
    namedLoosely: name => {
      const same = subjects().filter(({ subject }) => subject !== null && sameName(subject, name))
      return parsed(
        same.map(({ der }) => der),
        name,
      )
    },
    isPublic: () => all().length >= manyCertificates,
    knowsOrganization: ({ organizations }) =>
      subjects().some(({ subject }) => subject?.organizations.some(organization => organizations.includes(organization)) === true),
  }
}

/** Fewer than the public authorities ever were, more than anyone lists by hand. */
const manyCertificates = 50

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
