// A chain as it was sent, the path it makes, and everything that is wrong with it. It explains; whether a client trusts it, OpenSSL decides.
import type { Certificate } from './certificate.ts'
import { sameName } from './distinguished-name.ts'
import { matchHostname, type Reference } from './hostname.ts'
import { type ParsedCertificate, parseCertificate, type ReadCertificate } from './parse.ts'
import { findPath, isSelfSigned, type Link, type Path } from './path.ts'
import { type ChainProblem, certificateLabel, problem, short } from './problem.ts'
import { span } from './span.ts'
import { enoughBits, keyStrength, keyText, signatureStrength } from './strength.ts'
import type { TrustStore } from './trust-store.ts'
import { usageProblems } from './usage.ts'

/** The chain that is asked about, and by whose trust and at which time. */
export interface ChainQuestion {
  /** As sent, leaf first: DER bytes, or parsed already. */
  readonly presented: readonly (Uint8Array | ParsedCertificate)[]
  /** What the client trusts. */
  readonly store: TrustStore
  /** Whether OpenSSL trusts the chain: the analysis then only says how. */
  readonly verified: boolean
  readonly at: Date
  /** What the client wants to reach; null when no name is to be compared. */
  readonly reference: Reference | null
}

/** One certificate of the path from the leaf to the root. */
export interface PathElement {
  /** Place in sent order; null for a certificate of the trust store that was not sent. */
  readonly index: number | null
  readonly certificate: Certificate
  /** Whether the trust store has it. */
  readonly trusted: boolean
}

/** What a chain comes to. JSON-safe but for the DER in `presented`. */
export interface ChainAnalysis {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly reference: Reference | null
  /** As sent, as far as it was looked at. */
  readonly presented: readonly ParsedCertificate[]
  /** From the leaf upwards as far as issuers were found. Empty when nothing was sent or the leaf cannot be read. */
  readonly path: readonly PathElement[]
  /** Whether the path ends at a root of the trust store. */
  readonly complete: boolean
  /** All of them, those that keep a client from trusting first. */
  readonly problems: readonly ChainProblem[]
}

/** OpenSSL's own limit for a path is 100, and real servers send at most 5; what follows the first of these is not looked at. */
const maxPresented = 32

/**
 * The path from the leaf upwards, and everything that is wrong with it and with what was sent beside it (RFC 5280 §6.1). Never throws
 * for what a certificate is.
 */
export function analyseChain(question: ChainQuestion): ChainAnalysis {
  const { at, reference, store, verified } = question
  const presented = question.presented.slice(0, maxPresented).map(it => (it instanceof Uint8Array ? parseCertificate(it) : it))
  const sent = presented.flatMap((parsed, index): Link[] => {
    return parsed.kind === 'certificate' ? [{ parsed, index, trusted: store.has(parsed.der) }] : []
  })
  const [leaf] = sent
  const path = leaf?.index === 0 ? findPath([leaf, ...sent.slice(1)], store, { at: at.getTime(), verified }) : null
  const links = path?.links ?? []
  return {
    at: at.toISOString(),
    reference,
    presented,
    path: links.map(({ index, parsed, trusted }) => ({ index, certificate: parsed.certificate, trusted })),
    complete: path?.end.kind === 'anchor',
    problems: [
      ...(path ? endProblems(path, store) : []),
      ...links.flatMap(link => validityProblems(link, at.getTime())),
      ...(leaf?.index === 0 && reference ? nameProblems(leaf, reference) : []),
      ...usageProblems(links),
      ...links.flatMap(strengthProblems),
      ...presented.flatMap((parsed, index) => {
        return parsed.kind === 'unreadable' ? [problem('unreadable', index, `certificate ${index} cannot be read: ${parsed.reason}`)] : []
      }),
      ...(path ? orderProblems(sent, path) : []),
      ...(question.presented.length > maxPresented
        ? [problem('too-many', null, `${question.presented.length} certificates were sent; only the first ${maxPresented} were looked at`)]
        : []),
    ],
  }
}

function endProblems({ links, end }: Path, store: TrustStore): ChainProblem[] {
  const last = links.at(-1)
  if (last === undefined) return []
  const isLeaf = links.length === 1
  const { index, parsed } = last
  const label = certificateLabel(index, parsed.certificate)
  const issuer = short(parsed.certificate.issuer || 'a certificate without a name')
  switch (end.kind) {
    case 'anchor':
      return []
    case 'untrusted-root':
      return isLeaf
        ? [problem('self-signed', index, `${label} is signed by its own key and is not one the client trusts`)]
        : [problem('root-untrusted', index, `the chain ends at the root ${label}, which the client does not trust`)]
    case 'bad-signature': {
      const others = end.issuers.map(it => certificateLabel(it.index, it.parsed.certificate)).slice(0, 3)
      return [
        problem(
          'bad-signature',
          index,
          `the signature of ${label} is not by the key of ${others.join(' or of ')}, which has the name of its issuer`,
        ),
      ]
    }
    case 'issuer-missing': {
      const namesakes = end.namesakes
        .slice(0, 3)
        .map(it => `; ${certificateLabel(it.index, it.parsed.certificate)} has that name and another key`)
      const seen = `${label} was issued by ${issuer}, which was neither sent nor is trusted by the client${namesakes.join('')}`
      return lacksIntermediate(parsed, isLeaf, store)
        ? [problem('issuer-missing', index, `${seen}${published(parsed.certificate)}`)]
        : [problem('root-unknown', index, seen)]
    }
    case 'circle':
      return [
        problem(
          'root-unknown',
          index,
          `the certificates above the leaf issued each other up to ${label}, and none is one the client trusts`,
        ),
      ]
    default:
      return end satisfies never
  }
}

/**
 * From outside, a missing intermediate and an unknown root look the same. Where the client trusts a root of the issuer's organization, something
 * between the two is missing. Otherwise what follows an intermediate is a root; and what follows a leaf is an intermediate, unless it should be
 * one of the public authorities, for these say in a leaf where its issuer is published (Baseline Requirements §7.1.2.7.7).
 */
function lacksIntermediate({ issuer, certificate }: ReadCertificate, isLeaf: boolean, store: TrustStore): boolean {
  if (store.knowsOrganization(issuer)) return true
  return isLeaf && (certificate.issuerUrls.length > 0 || !store.isPublic())
}

/** Where the missing certificate can be had (RFC 5280 §4.2.2.1). */
function published({ issuerUrls }: Certificate): string {
  const [url] = issuerUrls
  return url === undefined ? '' : `; it is published at ${short(url)}`
}

function validityProblems({ index, parsed: { certificate } }: Link, at: number): ChainProblem[] {
  const { notBefore, notAfter } = certificate
  const label = certificateLabel(index, certificate)
  if (at > Date.parse(notAfter))
    return [problem('expired', index, `${label} expired at ${notAfter}, ${span(at - Date.parse(notAfter))} ago`)]
  if (at < Date.parse(notBefore))
    return [problem('not-yet-valid', index, `${label} is valid from ${notBefore}, in ${span(Date.parse(notBefore) - at)}`)]
  return []
}

function nameProblems({ index, parsed: { certificate, subject } }: Link, reference: Reference): ChainProblem[] {
  const match = matchHostname(reference, certificate)
  if (match.matches) return []
  const seen = `${certificateLabel(index, certificate)} ${match.message}`
  if (match.reason === 'mismatch') return [problem('host-mismatch', index, seen)]
  const inCommonName = subject.commonNames.some(name => name.toLowerCase() === reference.name.toLowerCase())
  return [problem('no-san', index, inCommonName ? `${seen}, and its common name no longer counts` : seen)]
}

function strengthProblems({ index, parsed }: Link): ChainProblem[] {
  const { certificate } = parsed
  const label = certificateLabel(index, certificate)
  const key = keyStrength(certificate.key)
  const signature = signatureStrength(certificate.signatureAlgorithm)
  const problems: ChainProblem[] = []
  if (key !== null && key < enoughBits) problems.push(problem('weak-key', index, `${label} has a weak key: ${keyText(certificate.key)}`))
  // Nobody relies on the signature by which a root vouches for itself.
  if (signature !== null && signature < enoughBits && !isSelfSigned(parsed))
    problems.push(problem('weak-signature', index, `${label} is signed with the weak ${certificate.signatureAlgorithm}`))
  return problems
}

/** What is odd about the list itself. RFC 5246 §7.4.2 asks for the order of the path; RFC 8446 §4.4.2 for the leaf first and lets clients sort the rest. */
function orderProblems(sent: readonly Link[], { links, end }: Path): ChainProblem[] {
  const problems: ChainProblem[] = []
  const order = links.flatMap(({ index }) => (index === null ? [] : [index]))
  if (order.some((index, i) => index < (order[i - 1] ?? -1)))
    problems.push(problem('misordered', null, `the certificates were sent out of order: the path is ${order.join(', ')} (counted as sent)`))
  const belonging = issuersAbove(sent)
  for (const link of sent) {
    const { index, parsed } = link
    const label = certificateLabel(index, parsed.certificate)
    const first = sent.find(it => it.parsed.certificate.fingerprint256 === parsed.certificate.fingerprint256)
    if (first !== undefined && first !== link)
      problems.push(problem('duplicate', index, `${label} is the same as certificate ${first.index}`))
    else if (!belonging.has(link)) problems.push(problem('unrelated', index, `${label} issued none of the others`))
    else if (index !== 0 && end.kind === 'anchor' && isSelfSigned(parsed))
      problems.push(problem('root-sent', index, `${label} is a root: clients have their own copy and ignore this one`))
  }
  return problems
}

/** The leaf and everything above it by name: cross-signed alternatives, which serve other clients, belong to the chain though this path is without them. */
function issuersAbove(sent: readonly Link[]): ReadonlySet<Link> {
  const belonging = new Set(sent.slice(0, 1))
  for (const { parsed } of belonging) {
    for (const link of sent) if (sameName(link.parsed.subject, parsed.issuer)) belonging.add(link)
  }
  return belonging
}
