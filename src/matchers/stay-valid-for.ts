import type { Certificate } from '../certificate/certificate.ts'
import { span } from '../certificate/span.ts'
import { causes, fixText } from '../judge/causes.ts'
import { UsageError } from '../usage-error.ts'
import { type Answer, type Claim, type Evidence, whateverTheTrust } from './claim.ts'
import { leafOf } from './leaf.ts'

/**
 * The certificate and those of its issuers that were sent are valid now, and for that long.
 * @param duration '30d', '12h', '2w', or milliseconds
 * @throws UsageError for anything else
 */
export function stayValidFor(duration: string | number): Claim {
  const wantedMs = milliseconds(duration)
  return {
    name: 'toStayValidFor',
    argument: typeof duration === 'string' ? `'${duration}'` : String(duration),
    expected: `a certificate that stays valid for ${span(wantedMs)}`,
    negated: `a certificate that does not stay valid for ${span(wantedMs)}`,
    adapt: whateverTheTrust,
    about: ['certificate/validity', 'certificate/lifetime-left'],
    judge: evidence => judgeValidity(evidence, wantedMs),
  }
}

function judgeValidity({ report, at }: Evidence, wantedMs: number): Answer {
  const leaf = leafOf(report)
  if (typeof leaf === 'string') return { holds: 'unknown', seen: leaf }
  const now = at.getTime()
  const path = pathOf(leaf, report.certificates.presented)
  const early = path.find(({ notBefore }) => Date.parse(notBefore) > now)
  if (early) return { holds: 'no', seen: `${early.subject} is not valid before ${early.notBefore}` }
  const first = path.reduce((a, b) => (Date.parse(b.notAfter) < Date.parse(a.notAfter) ? b : a))
  const leftMs = Date.parse(first.notAfter) - now
  if (leftMs <= 0) return { holds: 'no', seen: `${first.subject} expired on ${first.notAfter}` }
  const seen = `${first.subject} expires in ${span(leftMs)}, on ${first.notAfter}`
  if (leftMs >= wantedMs) return { holds: 'yes', seen }
  const isSaid = report.checks.some(({ cause }) => cause === 'certificate-expires-soon')
  return { holds: 'no', seen, ...(!isSaid && { fix: toRenew }) }
}

const toRenew = fixText({
  ...causes['certificate-expires-soon'].fix,
  do: 'Renew the certificate and reload the server; ask for less where a new one does not last as long',
})

/** The leaf and its issuers, each once; what else was sent no client needs. */
function pathOf(leaf: Certificate, presented: readonly Certificate[]): Certificate[] {
  const path = [leaf]
  for (let at: Certificate | undefined = leaf; at !== undefined; ) {
    const { issuer }: Certificate = at
    at = presented.find(candidate => candidate.subject === issuer && !path.includes(candidate))
    if (at) path.push(at)
  }
  return path
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 }

function milliseconds(duration: unknown): number {
  const [, count, unit = ''] = typeof duration === 'string' ? (/^(\d+(?:\.\d+)?) ?(ms|[smhdw])$/.exec(duration) ?? []) : []
  const ms = typeof duration === 'number' ? duration : Number(count) * (units[unit] ?? Number.NaN)
  if (ms > 0 && Number.isFinite(ms)) return ms
  const given =
    typeof duration === 'string' ? JSON.stringify(duration.slice(0, 100)) : typeof duration === 'number' ? `${duration}` : typeof duration
  throw new UsageError(`the duration is ${given}`, "give a number with a unit (ms, s, m, h, d, w) such as '30d', or milliseconds above 0")
}
