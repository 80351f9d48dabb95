// Failed checks that somebody has accepted for a time. A waiver never hides: what it covers stays in the report, and it ends loudly.
import { dayMs } from '../../certificate/span.ts'
import type { Location } from '../../location.ts'
import { canonicalAddress } from '../../net/address.ts'
import type { Check } from '../check.ts'
import { checkOf } from '../check-of.ts'
import { namesMeantBy } from './classes.ts'
import { listed } from './words.ts'

/** What is accepted, where, why and until when. */
export interface Waiver {
  /**
   * Id of a check ('cipher/suites'), or of all that begin so ('vulnerability/*'). That of a check of the certificate covers a handshake too that
   * fails for the same cause.
   */
  readonly check: string
  /** 'host', 'host:port' ('[v6]:port'), or '*' for every target. */
  readonly target: string
  /**
   * What of the check it covers, by the names that the check has or those of classes of them: cipher suites, groups, features; or causes, of a
   * check on one thing. What comes to fail beside these is not covered then. Everything unless given.
   */
  readonly only?: readonly string[]
  /** Why it is accepted. */
  readonly reason: string
  /** The last day it holds, in UTC: '2027-03-31'. */
  readonly until: string
  /** Where a file of the user's has it: what is said of the waiver stands there. */
  readonly location?: Location
}

/** Where a target's checks belong to. */
export interface WaiverTarget {
  readonly host: string
  readonly port: number
}

/** Waivers by what they name: of a long list only those that mean a target are looked at. */
export type WaiversByTarget = ReadonlyMap<string, readonly Waiver[]>

export const waiversByTarget = (waivers: readonly Waiver[]): WaiversByTarget => Map.groupBy(waivers, meantBy)

/** From this many days before its end on a waiver says that it ends. */
const noticeDays = 14

/**
 * The checks of one target with those waived that waivers cover: failed ones and ones that could not be decided. A waiver that has ended
 * waives nothing, and neither do some that cover a part of a check; the check says so. `used` are the waivers that covered a check or a part
 * of it, ended ones included.
 */
export function applyWaivers(
  checks: readonly Check[],
  waivers: WaiversByTarget,
  target: WaiverTarget,
  at: Date,
): { readonly checks: readonly Check[]; readonly used: readonly Waiver[] } {
  const used = new Set<Waiver>()
  const ofTarget = namesOf(target).flatMap(name => waivers.get(name) ?? [])
  const waived = checks.map(check => {
    if (check.status !== 'fail' && check.status !== 'inconclusive') return check
    const ids = [check.id, ...accountsOf(check, checks)]
    const fitting = ofTarget.filter(waiver => ids.some(id => coversCheck(waiver, id)))
    const parts = partsOf(check).map(part => ({ part, waiver: longest(fitting.filter(waiver => coversPart(waiver, check, part))) }))
    const covering = [...new Set(parts.flatMap(({ waiver }) => waiver ?? []))]
    for (const waiver of covering) used.add(waiver)
    if (covering.length === 0) return fitting.length === 0 ? check : uncovered(check, fitting, { parts, at })
    return parts.every(({ waiver }) => waiver !== undefined) ? waivedCheck(check, covering, at) : uncovered(check, covering, { parts, at })
  })
  return { checks: waived, used: [...used] }
}

/**
 * Ids of the checks that say what a handshake failed for which ended at the certificate: whoever accepts that accepts that it ends there. For
 * whatever else was wrong with it there are checks of their own.
 */
function accountsOf({ id, status, severity, cause }: Check, checks: readonly Check[]): string[] {
  if (id !== 'handshake/completion' || status !== 'fail') return []
  const saySo = checks.filter(other => other.id.startsWith('certificate/') && other.status === 'fail')
  return saySo.filter(other => other.severity === severity && other.cause === cause).map(other => other.id)
}

/** What has to be covered for a check to be waived; of a check on one thing its cause, and of one that was not decided and names nothing nothing. */
const partsOf = ({ members = [], cause }: Check): readonly (string | null)[] => (members.length > 0 ? members : [cause])

function coversPart({ only }: Waiver, { cause }: Check, part: string | null): boolean {
  if (only === undefined || (cause !== null && only.includes(cause))) return true
  return part !== null && (only.includes(part) || only.some(name => namesMeantBy(name).includes(part)))
}

/** The one that holds longest counts. */
const longest = (waivers: readonly Waiver[]): Waiver | undefined =>
  waivers.reduce<Waiver | undefined>((a, b) => (a === undefined || endOf(b) > endOf(a) ? b : a), undefined)

/** It takes all of them: when the first ends, the check fails. */
function waivedCheck(check: Check, waivers: readonly Waiver[], at: Date): Check {
  const [first, ...others] = waivers.toSorted((a, b) => endOf(a) - endOf(b))
  if (first === undefined) return check
  const { until } = first
  const left = endOf(first) - at.getTime()
  if (!(left > 0)) return { ...check, message: `${check.message}; its waiver (${first.reason}) ended on ${until}` }
  const days = Math.ceil(left / dayMs)
  const soon = days <= noticeDays ? `, which is in ${days === 1 ? '1 day' : `${days} days`}` : ''
  const reasons = [...new Set([first, ...others].map(({ reason }) => reason))].join('; ')
  return { ...check, status: 'waived', message: `${check.message}; waived until ${until}${soon}: ${reasons}` }
}

/** @param parts of the check, each with the waiver that covers it */
function uncovered(
  check: Check,
  waivers: readonly Waiver[],
  { parts, at }: { readonly parts: readonly { readonly part: string | null; readonly waiver: Waiver | undefined }[]; readonly at: Date },
): Check {
  const reasons = [...new Set(waivers.map(({ reason }) => reason))].join('; ')
  const left = parts.flatMap(({ part, waiver }) => (waiver === undefined && part !== null ? [part] : []))
  const what = left.length > 0 ? listed(left) : 'what is not known'
  // What it does cover will fail with it.
  const ended = waivers.filter(waiver => !(endOf(waiver) > at.getTime())).map(({ until }) => until)
  const end = ended.length === 0 ? '' : ` and ended on ${listed([...new Set(ended)])}`
  return { ...check, message: `${check.message}; its waiver (${reasons}) does not cover ${what}${end}` }
}

/** Whether a waiver covered a check of some targets: what the report of a shard has of it, for its reason is of no use there. */
export interface WaiverUse extends Pick<Waiver, 'check' | 'target' | 'only' | 'until'> {
  /** Its place among all, from 1. */
  readonly number: number
  readonly location: Location | null
  readonly used: boolean
}

/**
 * Of the waivers that mean one of the targets: one for a target that was not checked may well be needed.
 * @param used over all targets
 */
export function waiverUses(waivers: readonly Waiver[], used: ReadonlySet<Waiver>, targets: readonly WaiverTarget[]): WaiverUse[] {
  const names = new Set(targets.flatMap(namesOf))
  return waivers.flatMap((waiver, index) => {
    if (!names.has(meantBy(waiver))) return []
    const { reason: _, location = null, ...rest } = waiver
    return { number: index + 1, ...rest, location, used: used.has(waiver) }
  })
}

/**
 * What is to be said of waivers that covered no check of any target: they outlived their reason, or never fitted.
 * @param uses of all targets; those of several shards may have the same waiver
 */
export function unusedWaivers(uses: readonly WaiverUse[]): Check[] {
  const waivers = Map.groupBy(uses, ({ used: _, ...waiver }) => JSON.stringify(waiver))
  return [...waivers.values()]
    .filter(each => !each.some(({ used }) => used))
    .flatMap(each => each.slice(0, 1))
    .toSorted((a, b) => a.number - b.number)
    .map(({ check, target, only, until, location }) => ({
      ...checkOf({
        id: 'policy/waivers',
        severity: 'notice',
        status: 'fail',
        cause: 'waiver-unused',
        message: `the waiver of ${check}${only ? ` (${listed(only)})` : ''} for ${target} until ${until} covers no failed check`,
        evidence: [],
      }),
      location,
    }))
}

/** That nothing could be asked is no property of a family that somebody accepts: it has to be named. */
function coversCheck({ check }: Waiver, id: string): boolean {
  if (!check.endsWith('/*')) return check === id
  return id.startsWith(check.slice(0, -1)) && id !== 'policy/questions'
}

/** What a waiver can name to mean a target, as meantBy() writes it; what means it alone comes first. */
function namesOf({ host, port }: WaiverTarget): string[] {
  const name = host.toLowerCase()
  return [withPort(name, port), name, '*']
}

function meantBy({ target }: Waiver): string {
  const [, address, port] = /^\[([^\]*]*)\](?::(\d+))?$/.exec(target) ?? []
  const name = canonicalAddress(address ?? target).toLowerCase()
  return port === undefined ? name : withPort(name, Number(port))
}

const withPort = (name: string, port: number): string => (name.includes(':') ? `[${name}]:${port}` : `${name}:${port}`)

/** The moment a waiver no longer holds: the end of its last day. */
const endOf = ({ until }: Pick<Waiver, 'until'>): number => Date.parse(`${until}T00:00:00Z`) + dayMs
