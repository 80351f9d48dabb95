// The options that need nothing but themselves and the files they name, and which of them go together.
import { holds } from '../certificate/pem.ts'
import { defaultVersions, type GateOptions, surveyKinds } from '../gate-options.ts'
import { failOns } from '../judge/check.ts'
import { type ProtocolName, protocols } from '../registry/protocols.ts'
import { parseShard } from '../shard.ts'
import { UsageError } from '../usage-error.ts'
import { type Files, readBytes, readCertificates, readFirstLine, readPem, readRevocationList } from './files.ts'
import { type OptionName, options, versions } from './options.ts'
import { choice, date, duration, fingerprints, flag, integer, lines, list, type RawSettings, seconds, text } from './values.ts'

/** @throws UsageError at the first that is wrong, naming it */
export function readOptions(raw: RawSettings, files: Files): GateOptions {
  refuseContradictions(raw)
  return readValues(raw, files)
}

/** @throws UsageError for options that cannot be meant together, and for one without which another means nothing */
export function refuseContradictions(raw: RawSettings): void {
  refuseBoth(raw)
  refuseIncomplete(raw)
  refuseVersions(raw)
}

/**
 * Each option by itself.
 * @throws UsageError at the first that is wrong, naming it
 */
export function readValues(raw: RawSettings, files: Files): GateOptions {
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
    minVersion: nodeVersion(choice(raw, 'min-version', versions)),
    maxVersion: nodeVersion(choice(raw, 'max-version', versions)),
    ciphers: text(raw, 'ciphers'),
    groups: text(raw, 'groups'),
    signatureSchemes: text(raw, 'sigalgs'),
    alpn: given(list(raw, 'alpn')),
    survey: choice(raw, 'survey', surveyKinds),
    connections: integer(raw, 'connections'),
    budget: integer(raw, 'budget'),
    active: flag(raw, 'active'),
    iOwnThisHost: flag(raw, 'i-own-this-host'),
    retries: integer(raw, 'retries'),
    waitMs: duration(raw, 'wait'),
    converge: flag(raw, 'converge'),
    expectFingerprint: given(fingerprints(raw, 'expect-fingerprint')),
    failOn: choice(raw, 'fail-on', failOns),
    shard: shardOf(text(raw, 'shard')),
  })
}

const shardOf = (value: string | undefined) => (value === undefined ? undefined : parseShard(value))

/** Two options that cannot both be meant, and what to do about it. */
const contradictions: readonly (readonly [OptionName, OptionName, hint: string])[] = [
  ['pfx', 'cert', 'a PKCS#12 file holds the certificate: leave cert out'],
  ['pfx', 'key', 'a PKCS#12 file holds the key: leave key out'],
  ['connect-to', 'all-addresses', 'connect-to names the one address to check: leave one of the two out'],
  ['connect-to', 'converge', 'connect-to names the one address to check: leave one of the two out'],
  ['proxy', 'converge', 'the proxy looks up the name and picks the address: leave one of the two out'],
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

function refuseBoth(raw: RawSettings): void {
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
export function withoutContradicted(fromFile: RawSettings, given: RawSettings): RawSettings {
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

function refuseVersions(raw: RawSettings): void {
  const min = choice(raw, 'min-version', versions)
  const max = choice(raw, 'max-version', versions)
  const { oldest, newest } = { oldest: min ?? defaultVersions.oldest, newest: max ?? defaultVersions.newest }
  if (versions.indexOf(oldest) <= versions.indexOf(newest)) return
  const assumed = min === undefined ? `; without one it is ${oldest}` : ''
  throw new UsageError(`min-version ${oldest} is newer than max-version ${newest}`, `give the older of the two as min-version${assumed}`)
}

const nodeVersion = (version: ProtocolName | undefined) => (version && protocols.named(version)?.openssl) ?? undefined

export const given = <T>(values: readonly T[]): readonly T[] | undefined => (values.length > 0 ? values : undefined)

export type Undefinable<T> = { [K in keyof T]?: T[K] | undefined }

/** Without the entries that are undefined. */
export function compact<T extends object>(value: Undefinable<T>): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T
}
