// Issues certificates for the tests of this folder, with any fault: its own DER writer, so that nothing of what is tested judges itself.
import { createHash, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'

export const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : length < 0x10000
          ? [0x82, length >> 8, length & 0xff]
          : [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
export const oid = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const base128 = (n: number): number[] => (n < 0x80 ? [n] : [...base128(Math.floor(n / 0x80)).map(byte => byte | 0x80), n & 0x7f])
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}
const integer = (n: number): Buffer => der(0x02, Buffer.from(n < 0x80 ? [n] : [0, n]))
const truth = der(0x01, Buffer.from([0xff]))

/** 'CN=leaf' or a list of [attribute's identifier, tag, bytes]. */
export type Name = string | readonly (readonly [oid: string, tag: number, value: Uint8Array])[]
const types: Record<string, string> = { CN: '2.5.4.3', O: '2.5.4.10', C: '2.5.4.6' }
export const distinguishedName = (name: Name): Buffer => {
  const attributes =
    typeof name === 'string'
      ? name
          .split(',')
          .filter(Boolean)
          .map(part => {
            const [type = '', value = ''] = part.split('=')
            return [types[type] ?? '', 0x0c, Buffer.from(value)] as const
          })
      : name
  return sequence(...attributes.map(([type, tag, value]) => der(0x31, sequence(oid(type), der(tag, value)))))
}

const keyKinds = {
  ec: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'ec-192': () => generateKeyPairSync('ec', { namedCurve: 'prime192v1' }),
  ed25519: () => generateKeyPairSync('ed25519'),
  'rsa-1024': () => generateKeyPairSync('rsa', { modulusLength: 1024 }),
  'rsa-2048': () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'rsa-pss': () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }),
  'ml-dsa-65': () => generateKeyPairSync('ml-dsa-65'),
}
export type KeyKind = keyof typeof keyKinds

const signatures = {
  'ecdsa-sha256': ['sha256', sequence(oid('1.2.840.10045.4.3.2'))],
  'ecdsa-sha1': ['sha1', sequence(oid('1.2.840.10045.4.1'))],
  'rsa-sha256': ['sha256', sequence(oid('1.2.840.113549.1.1.11'), der(0x05))],
  'rsa-md5': ['md5', sequence(oid('1.2.840.113549.1.1.4'), der(0x05))],
  ed25519: [null, sequence(oid('1.3.101.112'))],
  'ml-dsa-65': [null, sequence(oid('2.16.840.1.101.3.4.3.18'))],
} as const

export interface Request {
  readonly subject?: Name
  readonly issuer?: Issued
  /** The name the certificate says its issuer has, when it is another than the issuer's. */
  readonly issuerName?: Name
  readonly key?: KeyKind | Issued
  readonly signature?: keyof typeof signatures
  readonly from?: string
  readonly until?: string
  readonly ca?: boolean | null
  readonly pathLength?: number
  readonly keyUsage?: number
  readonly purposes?: readonly string[]
  readonly dns?: readonly string[]
  readonly ip?: readonly Uint8Array[]
  readonly permittedDns?: readonly string[]
  readonly excludedDns?: readonly string[]
  readonly issuerUrl?: string
  /** Further extensions, ready. */
  readonly extensions?: readonly Uint8Array[]
  readonly keyIds?: boolean
  readonly version?: 1 | 3
  readonly corrupt?: boolean
}

export interface Issued {
  readonly der: Buffer
  readonly pem: string
  readonly name: Name
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

const time = (iso: string): Buffer => der(0x18, Buffer.from(`${new Date(iso).toISOString().replace(/[-T:]/g, '').slice(0, 14)}Z`))
export const extension = (id: string, value: Uint8Array, critical = false): Buffer =>
  sequence(oid(id), ...(critical ? [truth] : []), der(0x04, value))
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value, 'latin1'))
let issued = 0

/** A certificate valid in 2026; self-signed without an issuer; an end entity's unless `ca`. */
export function issue(request: Request = {}): Issued {
  const { subject = 'CN=leaf', issuer, key = 'ec', from = '2026-01-01', until = '2026-12-31', version = 3 } = request
  const { publicKey, privateKey } = typeof key === 'string' ? keyKinds[key]() : key
  const signer = issuer?.privateKey ?? privateKey
  const [hash, algorithm] = signatures[request.signature ?? signatureFor(signer)]
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const tbs = sequence(
    ...(version === 3 ? [der(0xa0, integer(2))] : []),
    integer(issued % 250),
    algorithm,
    distinguishedName(request.issuerName ?? issuer?.name ?? subject),
    sequence(time(from), time(until)),
    distinguishedName(subject),
    spki,
    ...(version === 3 ? [der(0xa3, sequence(...extensionsOf(request, spki, issuer?.publicKey ?? publicKey)))] : []),
  )
  issued += 1
  const value = sign(hash, tbs, signer)
  if (request.corrupt) value[value.length - 1] = (value.at(-1) ?? 0) ^ 1
  const bytes = sequence(tbs, algorithm, der(0x03, Buffer.from([0]), value))
  return { der: bytes, pem: pem(bytes), name: subject, publicKey, privateKey }
}

export const pem = (bytes: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytes)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`
export const node = (issued: Issued): X509Certificate => new X509Certificate(issued.der)

function signatureFor(key: KeyObject): keyof typeof signatures {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519'
  if (key.asymmetricKeyType === 'ml-dsa-65') return 'ml-dsa-65'
  return key.asymmetricKeyType === 'ec' ? 'ecdsa-sha256' : 'rsa-sha256'
}

function extensionsOf(request: Request, spki: Uint8Array, issuerKey: KeyObject): Uint8Array[] {
  const { ca = null, pathLength, keyUsage, purposes, dns = [], ip = [], permittedDns, excludedDns, issuerUrl, keyIds = true } = request
  const id = (key: Uint8Array) => createHash('sha1').update(key).digest()
  const subtrees = (tag: number, names: readonly string[] = []) =>
    names.length > 0 ? [der(tag, ...names.map(name => sequence(text(0x82, name))))] : []
  return [
    ...(keyIds ? [extension('2.5.29.14', der(0x04, id(spki)))] : []),
    ...(keyIds ? [extension('2.5.29.35', sequence(der(0x80, id(issuerKey.export({ type: 'spki', format: 'der' })))))] : []),
    ...(ca === null
      ? []
      : [extension('2.5.29.19', sequence(...(ca ? [truth] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])), true)]),
    ...(keyUsage === undefined ? [] : [extension('2.5.29.15', der(0x03, Buffer.from([0, keyUsage])), true)]),
    ...(purposes === undefined ? [] : [extension('2.5.29.37', sequence(...purposes.map(oid)))]),
    ...(dns.length + ip.length === 0
      ? []
      : [extension('2.5.29.17', sequence(...dns.map(name => text(0x82, name)), ...ip.map(address => der(0x87, address))))]),
    ...(permittedDns || excludedDns
      ? [extension('2.5.29.30', sequence(...subtrees(0xa0, permittedDns), ...subtrees(0xa1, excludedDns)), true)]
      : []),
    ...(issuerUrl === undefined
      ? []
      : [extension('1.3.6.1.5.5.7.1.1', sequence(sequence(oid('1.3.6.1.5.5.7.48.2'), text(0x86, issuerUrl))))]),
    ...(request.extensions ?? []),
  ]
}
