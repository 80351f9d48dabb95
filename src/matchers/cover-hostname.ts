import { matchHostname } from '../certificate/hostname.ts'
import { familyOf } from '../net/address.ts'
import { targetOf } from '../net/target.ts'
import { UsageError } from '../usage-error.ts'
import { type Answer, type Claim, type Evidence, whateverTheTrust } from './claim.ts'
import { leafOf } from './leaf.ts'

/**
 * The certificate of the server covers a host name or an address (RFC 9525 §6). The server is asked for that name by SNI.
 * @throws UsageError for a text that is no host name
 */
export function coverHostname(name: string): Claim {
  const host = hostOf(name)
  return {
    name: 'toCoverHostname',
    argument: `'${host}'`,
    expected: `a certificate that covers ${host}`,
    negated: `a certificate that does not cover ${host}`,
    defaults: { servername: host },
    adapt: whateverTheTrust,
    about: ['certificate/hostname'],
    judge: evidence => judgeNames(evidence, host),
  }
}

function judgeNames({ report }: Evidence, name: string): Answer {
  const leaf = leafOf(report)
  if (typeof leaf === 'string') return { holds: 'unknown', seen: leaf }
  const match = matchHostname({ kind: familyOf(name) === 0 ? 'dns' : 'ip', name }, leaf)
  return match.matches
    ? { holds: 'yes', seen: `${name} is covered by ${match.by}` }
    : { holds: 'no', seen: `the certificate ${match.message}` }
}

function hostOf(name: unknown): string {
  const hint = "give a name such as 'www.example.com', or an address; a wildcard covers names, it is none"
  if (typeof name !== 'string') throw new UsageError('toCoverHostname is not told the name', hint)
  try {
    return targetOf('https', name, 443).host
  } catch (cause) {
    throw new UsageError(`${JSON.stringify(name.slice(0, 100))} is no host name`, hint, { cause })
  }
}
