// One value of an option, from the text a user wrote. Each returns undefined for an option that was not given.
import { parseFingerprint } from '../certificate/fingerprint.ts'
import { isDay } from '../gate-options.ts'
import { UsageError } from '../usage-error.ts'
import { type Option, options } from './options.ts'

/** A value as written: one text, several where the option was repeated, true or false for a flag; undefined is not given. */
export type RawValue = string | boolean | readonly string[] | undefined
/** Values by the name of their option. */
export type RawSettings = Readonly<Record<string, RawValue>>

/** Every value of an option that may be repeated, without surrounding white space. */
export function texts(raw: RawSettings, name: string): string[] {
  const value = raw[name]
  if (value === undefined) return []
  const values = (typeof value === 'object' ? value : [String(value)]).map(item => item.trim())
  if (values.includes('')) throw new UsageError(`${name} is empty`, `give ${placeholder(name)}, or leave ${name} out`)
  return values
}

export function text(raw: RawSettings, name: string): string | undefined {
  const [value, ...more] = texts(raw, name)
  if (more.length > 0) throw new UsageError(`${name} is given ${more.length + 1} times`, `give ${name} once`)
  return value
}

/** Ids separated by commas or white space. */
export function list(raw: RawSettings, name: string): string[] {
  return texts(raw, name).flatMap(value => value.split(/[\s,]+/).filter(id => id !== ''))
}

/** SHA-256 fingerprints, as they were written. */
export function fingerprints(raw: RawSettings, name: string): string[] {
  const values = list(raw, name)
  for (const each of values) parseFingerprint(each)
  return values
}

/** One item a line, for values that may hold any other character. */
export function lines(raw: RawSettings, name: string): string[] {
  return texts(raw, name).flatMap(value => value.split(/\s*[\r\n]\s*/).filter(line => line !== ''))
}

/** True and false are those of YAML 1.2 (§10.3.2), as in the inputs of other Actions. */
export function flag(raw: RawSettings, name: string): boolean | undefined {
  const value = text(raw, name)
  if (value === undefined) return undefined
  if (/^(true|True|TRUE)$/.test(value)) return true
  if (/^(false|False|FALSE)$/.test(value)) return false
  throw new UsageError(`${name} is ${JSON.stringify(value)}`, `${name} is either true or false`)
}

export function choice<C extends string>(raw: RawSettings, name: string, choices: readonly C[]): C | undefined {
  const value = text(raw, name)
  if (value === undefined) return undefined
  const chosen = choices.find(candidate => candidate === value)
  if (chosen === undefined) throw new UsageError(`${name} is ${JSON.stringify(value)}`, `use one of ${choices.join(', ')}`)
  return chosen
}

/** setTimeout's 32 bits of milliseconds end at 24 days; nobody waits for a server longer than an hour. */
export const mostSeconds = 3600

/** Seconds, fractions allowed, as milliseconds. */
export function seconds(raw: RawSettings, name: string): number | undefined {
  const value = text(raw, name)
  if (value === undefined) return undefined
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= 0.001 && number <= mostSeconds)) {
    throw new UsageError(
      `${name} is ${JSON.stringify(value)}`,
      `give seconds as a number above 0 and up to ${mostSeconds}, such as 5 or 0.5`,
    )
  }
  return Math.round(number * 1000)
}

const unitsMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const

/** The longest job of GitHub's own runners is six hours; a day is for those of one's own. */
export const longestWaitMs = 24 * unitsMs.h

/** '90s', '5m' or '1h30m', as milliseconds. */
export function duration(raw: RawSettings, name: string): number | undefined {
  const value = text(raw, name)
  if (value === undefined) return undefined
  const parts = /^(?:\d+(?:\.\d+)?(?:ms|[smh]))+$/.test(value) ? value.matchAll(/([\d.]+)(ms|[smh])/g) : []
  const ms = Array.from(parts, ([, number, unit]) => Number(number) * unitsMs[unit as keyof typeof unitsMs]).reduce((a, b) => a + b, 0)
  if (!(ms >= 1 && ms <= longestWaitMs)) {
    throw new UsageError(`${name} is ${JSON.stringify(value)}`, 'give a time with its unit, such as 90s, 5m or 1h30m, and up to 24h')
  }
  return Math.round(ms)
}

/** A whole number in the range of the option. */
export function integer(raw: RawSettings, name: string): number | undefined {
  const value = text(raw, name)
  if (value === undefined) return undefined
  const [least, greatest] = optionNamed(name)?.range ?? [0, Number.MAX_SAFE_INTEGER]
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= least && number <= greatest)) {
    throw new UsageError(`${name} is ${JSON.stringify(value)}`, `give a whole number from ${least} to ${greatest}`)
  }
  return number
}

/** A day, or a time with its offset (RFC 3339 §5.6): anything less would depend on where it is read. */
export function date(raw: RawSettings, name: string): Date | undefined {
  const value = text(raw, name)
  if (value === undefined) return undefined
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(value) ?? []
  const time = day === undefined ? Number.NaN : Date.parse(value)
  if (Number.isNaN(time) || !isDay(day ?? '')) {
    throw new UsageError(`${name} is ${JSON.stringify(value)}`, 'give a date such as 2027-01-31 or 2027-01-31T12:00:00Z')
  }
  return new Date(time)
}

/**
 * Looks for what is wrong with the value of one option by itself; files are not opened.
 * @throws UsageError naming the option
 */
export function checkValue(raw: RawSettings, { name, kind, choices }: Option): void {
  switch (kind) {
    case 'text':
    case 'file':
      text(raw, name)
      return
    case 'list':
    case 'files':
      texts(raw, name)
      return
    case 'seconds':
      seconds(raw, name)
      return
    case 'fingerprints':
      fingerprints(raw, name)
      return
    case 'duration':
      duration(raw, name)
      return
    case 'integer':
      integer(raw, name)
      return
    case 'date':
      date(raw, name)
      return
    case 'flag':
      flag(raw, name)
      return
    case 'choice':
      choice(raw, name, choices ?? [])
      return
    default:
      kind satisfies never
  }
}

const optionNamed = (name: string): Option | undefined => options.find(option => option.name === name)

const placeholder = (name: string): string => optionNamed(name)?.placeholder ?? 'true or false'
