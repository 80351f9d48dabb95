// From options as a user wrote them (flags, inputs, a file) to what the core takes. Says what is wrong before anything is probed; what only
// OpenSSL can judge (cipher lists, keys that do not match) is left to gate(), which says it before anything is probed as well.
import type { GateOptions, GateTarget } from '../gate-options.ts'
import { nearest } from '../judge/nearest.ts'
import type { Policy } from '../judge/policy/policy.ts'
import { UsageError } from '../usage-error.ts'
import { findConfig } from './config/source.ts'
import type { Files } from './files.ts'
import { options } from './options.ts'
import { compact, given, readOptions, withoutContradicted } from './read-options.ts'
import { type RawSettings, text } from './values.ts'

/** What a user wants checked, and how. */
export interface Settings {
  /** Those of the configuration file; empty when it names none. */
  readonly targets: readonly GateTarget[]
  readonly options: GateOptions
  /** Path of the lock file, unread: whoever is to write it may not have it yet. See readBaseline. */
  readonly baseline: string | undefined
}

/**
 * Reads options into what gate() takes, with the files they name. The configuration file supplies what is not given otherwise.
 * @param raw by option name; a name that is no option is an error
 * @throws UsageError at the first that is wrong, naming it; of the configuration file with all that is wrong in it
 */
export async function readSettings(raw: RawSettings, files: Files): Promise<Settings> {
  refuseUnknown(raw)
  const source = findConfig(files, text(raw, 'config'))
  if (source === null) {
    return { targets: [], options: { ...readOptions(raw, files), ...(await readNames(raw)) }, baseline: text(raw, 'baseline') }
  }
  // What reads YAML takes longer to load than a whole check: only a run with a file pays for it.
  const [{ readConfig }, { readTargets }] = await Promise.all([import('./config/config.ts'), import('./config/targets.ts')])
  const config = readConfig(source)
  const merged = { ...withoutContradicted(config.options, raw), ...compact(raw) }
  const options = config.locating(merged, settings => readOptions(settings, files))
  return {
    targets: readTargets(config.targets, { given: compact(raw), merged, files }),
    options: compact<GateOptions>({
      ...options,
      waivers: given(config.waivers),
      ...(await readNames(merged, raw.policy === undefined ? config.policy : undefined)),
    }),
    baseline: text(merged, 'baseline'),
  }
}

/**
 * The options whose value is a name of a large table, which is loaded only for them.
 * @param own the policy of that name as a configuration file has it
 */
async function readNames(raw: RawSettings, own?: Policy): Promise<Pick<GateOptions, 'policy' | 'as'>> {
  const [policy, as] = [text(raw, 'policy'), text(raw, 'as')]
  return compact<Pick<GateOptions, 'policy' | 'as'>>({
    policy: policy === undefined ? undefined : (own ?? (await import('../judge/policy/policies.ts')).policyNamed(policy)),
    as: as === undefined ? undefined : (await import('./known-names.ts')).clientNamed(as),
  })
}

function refuseUnknown(raw: RawSettings): void {
  const known = options.map(({ name }) => name)
  for (const name of Object.keys(raw)) {
    if (known.some(option => option === name)) continue
    const [near] = nearest(name, known)
    throw new UsageError(
      `${JSON.stringify(name)} is no option`,
      near === undefined ? `the options are ${known.join(', ')}` : `did you mean ${near}?`,
    )
  }
}
