// STARTTLS as an option: the scheme of a target that came without one.
import { nearest } from '../judge/nearest.ts'
import { type StartTls, schemes } from '../net/scheme.ts'
import { UsageError } from '../usage-error.ts'

const known = schemes.flatMap(({ name, starttls }) => (name === starttls ? [starttls] : []))

/** @throws UsageError for a protocol that has no STARTTLS, or none that tlsgate speaks */
export function startTlsNamed(name: unknown): StartTls | undefined {
  if (name === undefined) return undefined
  const found = known.find(protocol => protocol === name)
  if (found) return found
  const near = typeof name === 'string' ? nearest(name, known) : []
  throw new UsageError(
    `${JSON.stringify(String(name).slice(0, 100))} is no protocol with STARTTLS`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `use one of ${known.join(', ')}`,
  )
}

/** @throws UsageError for a target whose scheme says otherwise */
export function overStartTls(target: string, name: unknown): string {
  const protocol = startTlsNamed(name)
  if (protocol === undefined || target.startsWith(`${protocol}://`)) return target
  if (!target.includes('://')) return `${protocol}://${target}`
  // The form that a host and a port were put in.
  if (target.startsWith('https://')) return target.replace('https', protocol)
  throw new UsageError(
    `${JSON.stringify(target.slice(0, 100))} and the option starttls name two protocols`,
    'leave out starttls: the scheme says it',
  )
}
