// One value of an option, from the text a user wrote. Each returns undefined for an option that was not given.
import { UsageError } from '../usage-error.ts'
import { options } from './options.ts'

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
  if (chosen === undefined)
    throw new UsageError(
      `${name} is ${JSON.stringify(value)}`,
      choices.length > 1 ? `use one of ${choices.join(', ')}` : `${choices.join()} is all there is today: leave ${name} out`,
    )
  return chosen
}

/** setTimeout's 32 bits of milliseconds end at 24 days; nobody waits for a server longer than an hour. */
const mostSeconds = 3600

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

/** A day, or a time with its offset (RFC 3339 §5.6): anything less would depend on where it is read. */
export function date(raw: RawSettings, name: string): Date | undefined {
  const value = text(raw, name)
  if (value === undefined) return undefined
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(value) ?? []
  const time = day === undefined ? Number.NaN : Date.parse(value)
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(time) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
    throw new UsageError(`${name} is ${JSON.stringify(value)}`, 'give a date such as 2027-01-31 or 2027-01-31T12:00:00Z')
  }
  return new Date(time)
}

const placeholder = (name: string): string => options.find(option => option.name === name)?.placeholder ?? 'true or false'
