// The targets of a configuration file as gate() takes them: what each has for itself, under what is given beside the file.
import type { GateTarget, OwnTarget, TargetOptions } from '../../gate-options.ts'
import { parseTarget } from '../../net/target.ts'
import { UsageError } from '../../usage-error.ts'
import type { Files } from '../files.ts'
import { readValues, refuseContradictions, withoutContradicted } from '../read-options.ts'
import type { RawSettings } from '../values.ts'
import type { ConfigTarget } from './config.ts'
import { allOf } from './mistakes.ts'

interface Surroundings {
  /** Flags or inputs: they win over the file, what it says of a target included. */
  readonly given: RawSettings
  /** Those over the options at the top of the file. */
  readonly merged: RawSettings
  readonly files: Files
}

/** @throws UsageError with all that is wrong in them */
export function readTargets(targets: readonly ConfigTarget[], surroundings: Surroundings): GateTarget[] {
  const problems: UsageError[] = duplicates(targets)
  // Files are read once for all targets that name the same.
  const made = new Map<string, TargetOptions>()
  const read = targets.map((each): GateTarget => {
    try {
      return readTarget(each, surroundings, made)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      problems.push(error)
      return each.target
    }
  })
  const wrong = allOf(problems)
  if (wrong !== null) throw wrong
  return read
}

function readTarget(each: ConfigTarget, surroundings: Surroundings, made: Map<string, TargetOptions>): OwnTarget {
  const { target, location, policy, clients } = each
  const { given, merged, files } = surroundings
  if (Object.keys(each.options).length === 0 && !clients && !each.expect) return { target, location }
  const own = ownOptions(each, given)
  const kept = keptOptions(merged, own)
  const key = JSON.stringify([own, Object.keys(kept)])
  const options = made.get(key) ?? each.locating({ ...kept, ...own }, settings => readOwn(settings, { own, kept, merged, files }))
  made.set(key, options)
  const survey = own.survey ?? kept.survey
  const asksNothing = [survey].flat().includes('none')
  if (clients && asksNothing && given.survey === undefined) {
    throw new UsageError('with survey none nothing is asked that the clients of a target need', 'leave out survey, or the clients', {
      location,
    })
  }
  const expect = expectation(each, given)
  return {
    target,
    location,
    ...options,
    ...(own.policy !== undefined && policy && { policy }),
    ...(own.as !== undefined && { as: String(own.as) }),
    ...(clients && !asksNothing && { clients }),
    ...(expect && { expect }),
  }
}

/** What belongs to a client certificate, and is not mixed with parts of another. */
const clientCertificate = ['cert', 'key', 'pfx', 'passphrase-file']

const hasCertificate = (raw: RawSettings): boolean => raw.cert !== undefined || raw.pfx !== undefined

const without = (raw: RawSettings, names: readonly string[]): RawSettings =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => !names.includes(name)))

/** The options of a target that nothing given beside the file takes the place of. */
function ownOptions({ options }: ConfigTarget, given: RawSettings): RawSettings {
  const left = without(withoutContradicted(options, given), Object.keys(given))
  return hasCertificate(given) ? without(left, clientCertificate) : left
}

/** The options of the run that hold for a target as well. */
function keptOptions(merged: RawSettings, own: RawSettings): RawSettings {
  const left = without(withoutContradicted(merged, own), Object.keys(own))
  return hasCertificate(own) ? without(left, clientCertificate) : left
}

interface Parts {
  readonly own: RawSettings
  readonly kept: RawSettings
  readonly merged: RawSettings
  readonly files: Files
}

function readOwn(settings: RawSettings, { own, kept, merged, files }: Parts): TargetOptions {
  refuseContradictions(settings)
  const values = readValues(Object.fromEntries(Object.entries(settings).filter(([name]) => name in own)), files)
  // What the run has and the target cannot have beside its own.
  const taken = Object.keys(merged).filter(name => !(name in kept) && !(name in own))
  return { ...Object.fromEntries(taken.map(name => [optionOf(name), undefined])), ...values }
}

/** The option of gate() that a file, flag or input of the name becomes. */
const optionOf = (name: string): string =>
  name === 'passphrase-file' ? 'passphrase' : name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

function expectation({ expect }: ConfigTarget, given: RawSettings): OwnTarget['expect'] {
  if (expect === undefined || given['expect-fingerprint'] === undefined) return expect
  const { fingerprint: _, ...others } = expect
  return others
}

/** The same endpoint with the same options twice: a slip, which would be checked and reported twice. */
function duplicates(targets: readonly ConfigTarget[]): UsageError[] {
  const seen = new Map<string, ConfigTarget>()
  return targets.flatMap(each => {
    const { url } = parseTarget(each.target)
    const key = JSON.stringify([url, Object.entries(each.options).sort(), each.policy])
    const before = seen.get(key)
    if (before === undefined) {
      seen.set(key, each)
      return []
    }
    const message = `${url} stands here again, as in line ${before.location.line} and with the same options`
    return new UsageError(message, 'leave one of the two out, and put what is expected of it into the other', { location: each.location })
  })
}
