// From options as a user wrote them (flags, inputs) to what the core takes. Says what is wrong before anything is probed; what only OpenSSL can
// judge (cipher lists, keys that do not match) is left to gate(), which says it before anything is probed as well.
import { type GateOptions, type GateTarget, surveyKinds } from '../gate-options.ts'
import { failOns } from '../judge/check.ts'
import { nearest } from '../judge/nearest.ts'
import type { Policy } from '../judge/policy/policy.ts'
import { type ProtocolName, protocols } from '../registry/protocols.ts'
import { UsageError } from '../usage-error.ts'
import { findConfig } from './config/source.ts'
import { type Files, holds, readBytes, readCertificates, readFirstLine, readPem, readRevocationList } from './files.ts'
import { defaultVersions, type OptionName, options, versions } from './options.ts'
import { choice, date, flag, integer, lines, list, type RawSettings, seconds, text } from './values.ts'

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
  const { readConfig } = await import('./config/config.ts')
  const config = readConfig(source)
  const merged = { ...withoutContradicted(config.options, raw), ...compact(raw) }
  return {
    targets: config.targets,
    options: compact<GateOptions>({
      ...config.locating(merged, settings => readOptions(settings, files)),
      waivers: given(config.waivers),
      ...(await readNames(merged, raw.policy === undefined ? config.policy : undefined)),
    }),
    baseline: text(merged, 'baseline'),
  }
}

/** The options that need nothing but themselves and the files they name. */
function readOptions(raw: RawSettings, files: Files): GateOptions {
  refuseContradictions(raw)
  refuseIncomplete(raw)
  return compact<GateOptions>({
    servername: text(raw, 'servername'),
    connectTo: text(raw, 'connect-to'),
    allAddresses: flag(raw, 'all-addresses'),
    proxy: text(raw, 'proxy'),
    timeoutMs: seconds(raw, 'timeout'),
    ca: given(lines(raw, 'ca').flatMap(path => readCertificates(files, 'ca', path))),
    crl: given(lines(raw, 'crl').map(path => readRevocationList(files, 'crl', path))),
    at: date(raw, 'at'),
    insecure: flag(raw, 'insecure'),
    ...readClientCertificate(raw, files),
    ...readVersions(raw),
    ciphers: text(raw, 'ciphers'),
    groups: text(raw, 'groups'),
    signatureSchemes: text(raw, 'sigalgs'),
    alpn: given(list(raw, 'alpn')),
    survey: choice(raw, 'survey', surveyKinds),
    connections: integer(raw, 'connections'),
    budget: integer(raw, 'budget'),
    active: flag(raw, 'active'),
    iOwnThisHost: flag(raw, 'i-own-this-host'),
    failOn: choice(raw, 'fail-on', failOns),
  })
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

/** Two options that cannot both be meant, and what to do about it. */
const contradictions: readonly (readonly [OptionName, OptionName, hint: string])[] = [
  ['pfx', 'cert', 'a PKCS#12 file holds the certificate: leave cert out'],
  ['pfx', 'key', 'a PKCS#12 file holds the key: leave key out'],
  ['connect-to', 'all-addresses', 'connect-to names the one address to check: leave one of the two out'],
  ['proxy', 'all-addresses', 'the proxy looks up the name and picks the address: leave one of the two out'],
  ['policy', 'survey', 'a policy is judged by what the survey asks: leave out the policy, or survey none'],
]

/** Options that mean nothing unless one of some others is given. */
const needs: readonly (readonly [OptionName, needed: readonly OptionName[], hint: string])[] = [
  ['key', ['cert'], 'give the certificate of the key as cert'],
  ['passphrase-file', ['key', 'cert', 'pfx'], 'give the file it opens as key or pfx, or leave it out'],
  ['i-own-this-host', ['active'], 'give active too, or leave it out'],
]

/** Whether an option is given, and says something that others can contradict: a flag that is on, and of the surveys none. */
function isGiven(raw: RawSettings, name: OptionName): boolean {
  if (name === 'survey') return raw.survey !== undefined && choice(raw, 'survey', surveyKinds) === 'none'
  const isFlag = options.some(option => option.name === name && option.kind === 'flag')
  return isFlag ? flag(raw, name) === true : raw[name] !== undefined
}

function refuseContradictions(raw: RawSettings): void {
  for (const [one, other, hint] of contradictions) {
    if (isGiven(raw, one) && isGiven(raw, other)) throw new UsageError(`${one} and ${other} contradict each other`, hint)
  }
}

function refuseIncomplete(raw: RawSettings): void {
  for (const [one, needed, hint] of needs) {
    if (isGiven(raw, one) && !needed.some(name => isGiven(raw, name)))
      throw new UsageError(`${one} is given without ${needed.join(' or ')}`, hint)
  }
}

/** What a file says, without what the words beside it contradict: they win. */
function withoutContradicted(fromFile: RawSettings, given: RawSettings): RawSettings {
  const giveWay = contradictions.flatMap(([one, other]) => [
    ...(isGiven(given, one) ? [other] : []),
    ...(isGiven(given, other) ? [one] : []),
  ])
  return Object.fromEntries(Object.entries(fromFile).filter(([name]) => !giveWay.some(contradicted => contradicted === name)))
}

function readClientCertificate(raw: RawSettings, files: Files): Undefinable<Pick<GateOptions, 'cert' | 'key' | 'pfx' | 'passphrase'>> {
  const certPath = text(raw, 'cert')
  const keyPath = text(raw, 'key')
  const pfxPath = text(raw, 'pfx')
  const passphrasePath = text(raw, 'passphrase-file')
  const cert = certPath === undefined ? undefined : readPem(files, 'cert', certPath, 'CERTIFICATE')
  if (cert !== undefined && keyPath === undefined && !holds(cert, 'PRIVATE KEY')) {
    throw new UsageError('cert is given without key', 'give its private key as key, or as PEM in the same file')
  }
  return {
    cert,
    key: keyPath === undefined ? cert : readPem(files, 'key', keyPath, 'PRIVATE KEY'),
    pfx: pfxPath === undefined ? undefined : readBytes(files, 'pfx', pfxPath),
    passphrase: passphrasePath === undefined ? undefined : readFirstLine(files, 'passphrase-file', passphrasePath),
  }
}

function readVersions(raw: RawSettings): Undefinable<Pick<GateOptions, 'minVersion' | 'maxVersion'>> {
  const min = choice(raw, 'min-version', versions)
  const max = choice(raw, 'max-version', versions)
  const { oldest, newest } = { oldest: min ?? defaultVersions.oldest, newest: max ?? defaultVersions.newest }
  if (versions.indexOf(oldest) > versions.indexOf(newest)) {
    const assumed = min === undefined ? `; without one it is ${oldest}` : ''
    throw new UsageError(`min-version ${oldest} is newer than max-version ${newest}`, `give the older of the two as min-version${assumed}`)
  }
  return { minVersion: nodeVersion(min), maxVersion: nodeVersion(max) }
}

const nodeVersion = (version: ProtocolName | undefined) => (version && protocols.named(version)?.openssl) ?? undefined

const given = <T>(values: readonly T[]): readonly T[] | undefined => (values.length > 0 ? values : undefined)

type Undefinable<T> = { [K in keyof T]?: T[K] | undefined }

/** Without the entries that are undefined. */
function compact<T extends object>(value: Undefinable<T>): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T
}
