// Whether the certificates of a path may be used as they are: the leaf for a TLS server, those above as its authorities (RFC 5280 §4.2.1, §6.1).
import { type Allowance, allowance, constraintBroken } from './name-constraints.ts'
import { isSelfIssued, type Link } from './path.ts'
import { type ChainProblem, certificateLabel, problem, short } from './problem.ts'

/** What forbids the certificates of a path what they are used for: usages, constraints, path lengths, names (RFC 5280 §4.2.1). */
export function usageProblems(links: readonly Link[]): ChainProblem[] {
  const [leaf, ...authorities] = links
  if (leaf === undefined) return []
  const left = allowance()
  return [
    ...leafProblems(leaf),
    ...authorities.flatMap((authority, i) => authorityProblems(authority, links.slice(0, i + 1), left)),
    ...links.flatMap(purposeProblems),
  ]
}

function leafProblems({ index, parsed: { certificate } }: Link): ChainProblem[] {
  const problems: ChainProblem[] = []
  const label = certificateLabel(index, certificate)
  const { basicConstraints, keyUsage } = certificate
  if (basicConstraints?.ca === true)
    problems.push(
      problem('ca-as-leaf', index, `${label} is a certificate authority's and should not be a server's: some clients refuse it`),
    )
  // RFC 8446 §4.4.2.2: it signs the handshake, as in every cipher suite with an ephemeral key exchange.
  if (keyUsage !== null && !keyUsage.includes('digitalSignature'))
    problems.push(problem('key-usage', index, `${label} may be used for ${listed(keyUsage)}, not for digitalSignature`))
  return problems
}

/** @param below the certificates from the leaf up to the one this authority issued */
function authorityProblems({ index, parsed }: Link, below: readonly Link[], left: Allowance): ChainProblem[] {
  const problems: ChainProblem[] = []
  const { certificate, version, nameConstraints } = parsed
  const { basicConstraints, keyUsage } = certificate
  const label = certificateLabel(index, certificate)
  // A root from before version 3 has no extension to say that it is an authority (RFC 5280 §6.1.4 k).
  const isOldRoot = version === 1 && isSelfIssued(parsed)
  if (!isOldRoot && basicConstraints?.ca !== true)
    problems.push(problem('not-a-ca', index, `${label} issued the one below it, but is not a certificate authority's`))
  if (keyUsage !== null && !keyUsage.includes('keyCertSign'))
    problems.push(problem('not-a-ca', index, `${label} may be used for ${listed(keyUsage)}, not for keyCertSign`))
  const intermediates = below.slice(1).filter(link => !isSelfIssued(link.parsed)).length
  const limit = basicConstraints?.ca === true ? basicConstraints.pathLength : null
  if (limit !== null && intermediates > limit)
    problems.push(problem('path-too-long', index, `${label} allows ${limit} intermediates below it; there are ${intermediates}`))
  if (nameConstraints !== null)
    for (const [height, link] of below.entries()) {
      // RFC 5280 §6.1.3 b: constraints pass over self-issued intermediates.
      if (height > 0 && isSelfIssued(link.parsed)) continue
      const broken = constraintBroken(nameConstraints, link.parsed, left)
      if (broken === null) continue
      const who = certificateLabel(link.index, link.parsed.certificate)
      problems.push(problem('name-constraint', link.index, `${who} names ${short(broken)}, which ${label} does not allow`))
    }
  return problems
}

/** OpenSSL asks authorities for the purpose too, as do browsers: an extendedKeyUsage restricts what is issued below it. */
function purposeProblems({ index, parsed }: Link): ChainProblem[] {
  const problems: ChainProblem[] = []
  const { certificate, unknownCritical } = parsed
  const label = certificateLabel(index, certificate)
  // anyExtendedKeyUsage does not count (RFC 5280 §4.2.1.12 leaves it to the application; OpenSSL asks for serverAuth).
  if (certificate.extendedKeyUsage !== null && !certificate.extendedKeyUsage.includes('serverAuth'))
    problems.push(problem('not-for-servers', index, `${label} is for ${listed(certificate.extendedKeyUsage)}, not for serverAuth`))
  if (unknownCritical.length > 0)
    problems.push(
      problem('critical-extension', index, `${label} has the critical extension ${listed(unknownCritical)}, which no TLS client knows`),
    )
  return problems
}

const listed = (names: readonly string[]): string => short(names.join(', ') || 'nothing')
