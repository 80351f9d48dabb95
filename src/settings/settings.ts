// From options as a user wrote them (flags, inputs) to what the core takes. Says what is wrong before anything is probed; what only OpenSSL can
// judge (cipher lists, keys that do not match) is left to gate(), which says it before anything is probed as well.
import type { GateOptions } from '../gate.ts'
import { severities } from '../judge/check.ts'
import { nearest } from '../judge/nearest.ts'
import { type ProtocolName, protocols } from '../registry/protocols.ts'
import { UsageError } from '../usage-error.ts'
import { type Files, holds, readBytes, readCertificates, readFirstLine, readPem, readRevocationList } from './files.ts'
import { defaultVersions, type OptionName, options, versions } from './options.ts'
import { choice, date, flag, lines, list, type RawSettings, seconds, text } from './values.ts'

/**
 * Reads options into what gate() takes, their files included.
 * @param raw by option name; a name that is no option is an error
 * @throws UsageError at the first that is wrong, naming it
 */
export function readSettings(raw: RawSettings, files: Files): GateOptions {
  refuseUnknown(raw)
  refuseContradictions(raw)
  choice(raw, 'survey', ['none'])
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
    failOn: choice(raw, 'fail-on', severities),
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
]

/** Options that mean nothing unless one of some others is given. */
const needs: readonly (readonly [OptionName, needed: readonly OptionName[], hint: string])[] = [
  ['key', ['cert'], 'give the certificate of the key as cert'],
  ['passphrase-file', ['key', 'cert', 'pfx'], 'give the file it opens as key or pfx, or leave it out'],
]

function refuseContradictions(raw: RawSettings): void {
  const isFlag = (name: OptionName): boolean => options.some(option => option.name === name && option.kind === 'flag')
  const isGiven = (name: OptionName): boolean => (isFlag(name) ? flag(raw, name) === true : raw[name] !== undefined)
  for (const [one, other, hint] of contradictions) {
    if (isGiven(one) && isGiven(other)) throw new UsageError(`${one} and ${other} contradict each other`, hint)
  }
  for (const [one, needed, hint] of needs) {
    if (isGiven(one) && !needed.some(isGiven)) throw new UsageError(`${one} is given without ${needed.join(' or ')}`, hint)
  }
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
