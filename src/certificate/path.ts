// Finds the way from a leaf up to a trusted root among the certificates that were sent and those of the trust store. It explains what OpenSSL
// decides, so it looks at the same things: names, key identifiers, signatures; and in the same order: the trust store first.
import { X509Certificate } from 'node:crypto'
import { sameName } from './distinguished-name.ts'
import type { ReadCertificate } from './parse.ts'
import type { TrustStore } from './trust-store.ts'

/** A certificate of the search. */
export interface Link {
  readonly parsed: ReadCertificate
  /** Place in sent order; null for one that only the trust store has. */
  readonly index: number | null
  /** Whether the trust store has it. */
  readonly trusted: boolean
}

/** Where a path ends, seen from its last certificate. */
export type PathEnd =
  /** A self-signed certificate of the trust store; with partialChain any of it. */
  | { readonly kind: 'anchor' }
  /** A self-signed certificate that is not trusted. */
  | { readonly kind: 'untrusted-root' }
  /** Nobody has the issuer; `namesakes` have its name and another key. */
  | { readonly kind: 'issuer-missing'; readonly namesakes: readonly Link[] }
  /** Certificates with the issuer's name are there, but the signature is by none of their keys. */
  | { readonly kind: 'bad-signature'; readonly issuers: readonly Link[] }
  /** Every certificate was issued by another of them. */
  | { readonly kind: 'circle' }

/** The longest way upwards that was found, and what it ends at. */
export interface Path {
  /** The leaf first. */
  readonly links: readonly Link[]
  readonly end: PathEnd
}

/** A real path has three signatures. More than this many are only tried for a server that wants to keep us busy. */
const maxVerifications = 64

/** A step of the search: a certificate and the one it was reached from. */
interface Step {
  readonly link: Link
  readonly from: Step | null
}

/**
 * The shortest path to an anchor; without one, the path that shows best what is missing. Every certificate is visited once, so a set of
 * cross-signed ones in a circle costs no more than a straight chain.
 * @param sent the readable certificates, the leaf first
 * @param verified OpenSSL has verified a path, so that a signature needs no second look where only one certificate can have made it
 */
export function findPath(sent: readonly [Link, ...Link[]], store: TrustStore, { at, verified }: { at: number; verified: boolean }): Path {
  const exact = search(sent, store, at, verified)
  // Reading every trusted subject is only worth while when no name was found as it is encoded.
  return exact.end.kind === 'anchor' ? exact : search(sent, { ...store, named: store.namedLoosely }, at, verified)
}

function search(
  sent: readonly [Link, ...Link[]],
  { named, partialChain }: Pick<TrustStore, 'named' | 'partialChain'>,
  at: number,
  verified: boolean,
): Path {
  const visited = new Set<string>([fingerprint(sent[0])])
  const queue: Step[] = [{ link: sent[0], from: null }]
  let verifications = 0
  let best: { readonly step: Step; readonly end: PathEnd } | null = null
  for (const step of queue) {
    const { link } = step
    if (partialChain && link.trusted) return { links: linksTo(step), end: { kind: 'anchor' } }
    if (verified && link.trusted ? isSelfIssued(link.parsed) : isSelfSigned(link.parsed)) {
      if (link.trusted) return { links: linksTo(step), end: { kind: 'anchor' } }
      if (best?.end.kind !== 'untrusted-root') best = { step, end: { kind: 'untrusted-root' } }
      continue
    }
    const namesakes = issuersByName(link, sent, named)
    const possible = namesakes.filter(issuer => keyIdentifierFits(link.parsed, issuer.parsed))
    const issuers =
      verified && possible.length === 1
        ? possible
        : possible.filter(issuer => ++verifications <= maxVerifications && isSignedBy(link.parsed, issuer.parsed))
    for (const issuer of issuers.sort((a, b) => preference(b, at) - preference(a, at))) {
      if (visited.has(fingerprint(issuer))) continue
      visited.add(fingerprint(issuer))
      queue.push({ link: issuer, from: step })
    }
    // A later step stands as far up or further; a root that was sent explains more than a gap.
    if (issuers.length === 0 && best?.end.kind !== 'untrusted-root')
      best = { step, end: possible.length > 0 ? { kind: 'bad-signature', issuers: possible } : { kind: 'issuer-missing', namesakes } }
  }
  const { step, end } = best ?? { step: queue.at(-1) ?? { link: sent[0], from: null }, end: { kind: 'circle' } }
  return { links: linksTo(step), end }
}

/** Certificates with the name of the issuer, the trust store's first. */
function issuersByName(link: Link, sent: readonly Link[], trustedNamed: TrustStore['named']): Link[] {
  const trusted = trustedNamed(link.parsed.issuer).map(parsed => ({
    parsed,
    index: sent.find(it => isSame(it, parsed))?.index ?? null,
    trusted: true,
  }))
  const others = sent.filter(
    it => it !== link && sameName(it.parsed.subject, link.parsed.issuer) && !trusted.some(({ parsed }) => isSame(it, parsed)),
  )
  return [...trusted, ...others]
}

const isSame = (link: Link, parsed: ReadCertificate): boolean => fingerprint(link) === parsed.certificate.fingerprint256

/** RFC 5280 §4.2.1.1: a key identifier on one side only says nothing. */
function keyIdentifierFits({ certificate }: ReadCertificate, issuer: ReadCertificate): boolean {
  const { authorityKeyId } = certificate
  const { subjectKeyId } = issuer.certificate
  return authorityKeyId === null || subjectKeyId === null || authorityKeyId === subjectKeyId
}

/** Trusted ones first, then those in their time of validity. */
function preference({ trusted, parsed }: Link, at: number): number {
  return (trusted ? 2 : 0) + (isInTime(parsed, at) ? 1 : 0)
}

function isInTime({ certificate }: ReadCertificate, at: number): boolean {
  return Date.parse(certificate.notBefore) <= at && at <= Date.parse(certificate.notAfter)
}

/** Whether subject and issuer are the same name (RFC 5280 §6.1); the signature may be by another key all the same. */
export function isSelfIssued({ subject, issuer }: ReadCertificate): boolean {
  return sameName(subject, issuer)
}

/** Whether it is signed by its own key. */
export function isSelfSigned(parsed: ReadCertificate): boolean {
  return isSelfIssued(parsed) && keyIdentifierFits(parsed, parsed) && isSignedBy(parsed, parsed)
}

/** Whether the signature is by the issuer's key. What OpenSSL cannot verify (an algorithm it lacks) is given the benefit of the doubt: it decides trust. */
function isSignedBy(parsed: ReadCertificate, issuer: ReadCertificate): boolean {
  try {
    return new X509Certificate(parsed.der).verify(new X509Certificate(issuer.der).publicKey)
  } catch {
    return true
  }
}

function linksTo(step: Step): Link[] {
  const links: Link[] = []
  for (let at: Step | null = step; at !== null; at = at.from) links.unshift(at.link)
  return links
}

const fingerprint = ({ parsed }: Link): string => parsed.certificate.fingerprint256
