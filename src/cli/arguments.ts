// The words of a command line, sorted into options and the rest. What an option's value means is for settings/ and the command to say.
import { parseArgs } from 'node:util'
import { nearest } from '../judge/nearest.ts'
import { UsageError } from '../usage-error.ts'

/** An option as it is written, without its meaning. */
interface WrittenOption {
  /** Without the dashes: 'min-version'. */
  readonly name: string
  /** What stands for its value in help texts; null for an option without a value. */
  readonly placeholder: string | null
}

export interface Arguments {
  /** By option name, each value that was given; of an option without one true, or 'false' where that was written. */
  readonly values: Readonly<Record<string, readonly string[] | true>>
  readonly positionals: readonly string[]
}

/** Options that will come, so that nobody takes them for misspelt, nor believes them heeded. */
const planned = ['pcap', 'keylog']

/**
 * @param command whose words these are
 * @param known its options
 * @throws UsageError for an option that is unknown, lacks its value or has one too many
 */
export function readArguments(command: string, args: readonly string[], known: readonly WrittenOption[]): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(known.map(({ name, placeholder }) => [name, { type: placeholder === null ? 'boolean' : 'string' }])),
    // Strict mode has its own words for what is wrong, and no advice.
    strict: false,
    tokens: true,
  })
  const values: Record<string, readonly string[] | true> = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = known.find(({ name }) => token.rawName === `--${name}`)
    if (option === undefined) throw unknownOption(command, token.rawName, known)
    const before = values[option.name]
    values[option.name] = readValue(option, token, typeof before === 'object' ? before : [])
  }
  return { values, positionals }
}

function readValue(
  { name, placeholder }: WrittenOption,
  { value, inlineValue }: { readonly value: string | undefined; readonly inlineValue: boolean | undefined },
  before: readonly string[],
): readonly string[] | true {
  if (placeholder === null) {
    if (value === undefined || value === 'true') return true
    // Turns off what a configuration file turns on.
    if (value === 'false') return [value]
    throw new UsageError(`--${name} takes no value`, `write --${name} or --${name}=false, or leave it out`)
  }
  // In '--ca --insecure' the value was left out; '--ca=--odd-name' means it.
  if (value === undefined || (!inlineValue && /^-./.test(value))) {
    throw new UsageError(`--${name} has no value`, `write --${name} ${placeholder}, or --${name}=${placeholder} if it begins with a dash`)
  }
  return [...before, value]
}

/**
 * The value of an option that takes one.
 * @throws UsageError when it was given more than once, or empty
 */
export function single({ values }: Arguments, name: string): string | undefined {
  const given = values[name]
  if (given === undefined || given === true) return undefined
  const [value, ...more] = given
  if (more.length > 0) throw new UsageError(`${name} is given ${given.length} times`, `give ${name} once`)
  if (value === '') throw new UsageError(`${name} is empty`, `give its value, or leave ${name} out`)
  return value
}

function unknownOption(command: string, written: string, known: readonly WrittenOption[]): UsageError {
  const name = written.replace(/^-+/, '')
  if (planned.includes(name)) return new UsageError(`--${name} is not available yet`, 'leave it out')
  const names = known.map(option => option.name)
  // One letter is in half of the names.
  const near = name.length > 1 ? nearest(name, names).map(option => `--${option}`) : []
  const list = names.length > 0 ? `tlsgate ${command} --help lists the options` : `${command} takes no options`
  return new UsageError(
    `${JSON.stringify(written)} is no option of ${command}`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : list,
  )
}
