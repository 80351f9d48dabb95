// Failed checks that somebody has accepted for a time. A waiver never hides: what it covers stays in the report, and it ends loudly.
import type { Check } from '../check.ts'
import { checkOf } from '../check-of.ts'

export interface Waiver {
  /** Id of a check ('cipher/suites'), or of all that begin so ('vulnerability/*'). */
  readonly check: string
  /** 'host', 'host:port' ('[v6]:port'), or '*' for every target. */
  readonly target: string
  /** Why it is accepted. */
  readonly reason: string
  /** The last day it holds, in UTC: '2027-03-31'. */
  readonly until: string
}

/** Where a target's checks belong to. */
export interface WaiverTarget {
  readonly host: string
  readonly port: number
}

const day = 86_400_000
/** From this many days before its end on a waiver says that it ends. */
const noticeDays = 14

/**
 * The checks of one target with those waived that a waiver covers: failed ones and ones that could not be decided. A waiver that has ended
 * waives nothing, and the check says so. `used` are the waivers that covered a check, ended ones included.
 */
export function applyWaivers(
  checks: readonly Check[],
  waivers: readonly Waiver[],
  target: WaiverTarget,
  at: Date,
): { readonly checks: readonly Check[]; readonly used: readonly Waiver[] } {
  const used = new Set<Waiver>()
  const waived = checks.map(check => {
    if (check.status !== 'fail' && check.status !== 'inconclusive') return check
    const covering = waivers.filter(waiver => coversCheck(waiver, check.id) && coversTarget(waiver, target))
    // The one that holds longest counts.
    const waiver = covering.reduce<Waiver | undefined>((a, b) => (a === undefined || endOf(b) > endOf(a) ? b : a), undefined)
    if (waiver === undefined) return check
    used.add(waiver)
    return waivedCheck(check, waiver, at)
  })
  return { checks: waived, used: [...used] }
}

function waivedCheck(check: Check, { reason, until }: Waiver, at: Date): Check {
  const left = endOf({ until }) - at.getTime()
  if (!(left > 0)) return { ...check, message: `${check.message}; its waiver (${reason}) ended on ${until}` }
  const days = Math.ceil(left / day)
  const soon = days <= noticeDays ? `, which is in ${days === 1 ? '1 day' : `${days} days`}` : ''
  return { ...check, status: 'waived', message: `${check.message}; waived until ${until}${soon}: ${reason}` }
}

/**
 * What is to be said of waivers that covered no check of any target: they outlived their reason, or never fitted. One for a target that was
 * not checked may well be needed.
 * @param used over all targets
 */
export function unusedWaivers(waivers: readonly Waiver[], used: readonly Waiver[], targets: readonly WaiverTarget[]): Check[] {
  return waivers
    .filter(waiver => !used.includes(waiver) && targets.some(target => coversTarget(waiver, target)))
    .map(({ check, target, until }) =>
      checkOf({
        id: 'policy/waivers',
        severity: 'notice',
        status: 'fail',
        cause: 'waiver-unused',
        message: `the waiver of ${check} for ${target} until ${until} covers no failed check`,
        evidence: [],
      }),
    )
}

/** That nothing could be asked is no property of a family that somebody accepts: it has to be named. */
function coversCheck({ check }: Waiver, id: string): boolean {
  if (!check.endsWith('/*')) return check === id
  return id.startsWith(check.slice(0, -1)) && id !== 'policy/questions'
}

function coversTarget({ target }: Waiver, { host, port }: WaiverTarget): boolean {
  if (target === '*') return true
  const named = target.toLowerCase()
  const name = host.toLowerCase()
  const spelled = name.includes(':') ? `[${name}]` : name
  return named === name || named === spelled || named === `${spelled}:${port}`
}

/** The moment a waiver no longer holds: the end of its last day. */
const endOf = ({ until }: Pick<Waiver, 'until'>): number => Date.parse(`${until}T00:00:00Z`) + day
