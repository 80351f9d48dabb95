// Features that show in the keys which a server exchanges. Pure.
import { isDhe } from '../registry/cipher-suite-parts.ts'
import { extension } from '../wire/extensions.ts'
import { dhParametersOf } from './dh-parameters.ts'
import { type Ledger, suitesOf } from './ledger.ts'
import { exchanges, hexOf, keyExchanges, moot, notKnown, type Reading, versionsBefore13 } from './reading.ts'

/** Every prime that was seen before TLS 1.3; no where all suites with one are refused. */
export function readDhParameters(ledger: Ledger): Reading {
  if (noDh(ledger)) return moot('no', noDhText)
  const found = dhParametersOf(ledger)
  if (found.length === 0) return notKnown('no parameters were seen')
  const detail = found.map(({ bits, name }) => `${bits} bits (${name ?? 'a prime that is not a well-known one'})`).join(', ')
  return { status: 'yes', detail, probes: found.map(({ probe }) => probe) }
}

/** Whether two answers had one key; it takes two answers with the same prime to say no. */
export const readDhReuse = (ledger: Ledger): Reading => (noDh(ledger) ? moot('no', noDhText) : reuse(dhKeys(ledger)))

/** Whether two answers of any version had one key; it takes two with the same group to say no. */
export const readEcdhReuse = (ledger: Ledger): Reading => reuse(ecKeys(ledger))

/** Whether a key came twice; it takes two keys of one group to say that none does. */
function reuse(keys: readonly PublicKey[]): Reading {
  const seen = new Map<string, number>()
  const groups = new Map<string, number>()
  let different: readonly number[] | null = null
  for (const { number, group, key } of keys) {
    const first = seen.get(`${group} ${key}`)
    if (first !== undefined) return { status: 'yes', detail: 'two answers have the same public key', probes: [first, number] }
    seen.set(`${group} ${key}`, number)
    const other = groups.get(group)
    if (other !== undefined) different ??= [other, number]
    groups.set(group, number)
  }
  if (different) return { status: 'no', detail: 'no two answers have the same public key', probes: different }
  return notKnown('it takes two answers with the same group to tell')
}

const noDhText = 'no suite with finite-field Diffie-Hellman is accepted'
const noDh = (ledger: Ledger): boolean =>
  versionsBefore13.every(version =>
    suitesOf(version).every(code => !isDhe(code) || ledger.cipherSuite(version, code).support === 'refused'),
  )

/** A key a server exchanged, in hexadecimal, with the group or prime it is of. */
interface PublicKey {
  readonly number: number
  readonly group: string
  readonly key: string
}

const dhKeys = (ledger: Ledger): PublicKey[] =>
  keyExchanges(ledger).flatMap(({ number, params }) =>
    params.kind === 'dh' ? [{ number, group: hexOf(params.prime), key: hexOf(params.publicKey) }] : [],
  )

/** Of every version: with TLS 1.3 in the share of a ServerHello. */
const ecKeys = (ledger: Ledger): PublicKey[] => [
  ...keyExchanges(ledger).flatMap(({ number, params }) =>
    params.kind === 'ec' ? [{ number, group: String(params.group), key: hexOf(params.publicKey) }] : [],
  ),
  ...exchanges(ledger).flatMap(({ number, hello }) => {
    const share = hello.kind === 'server_hello' ? extension(hello.extensions, 'key_share')?.share : undefined
    return share ? [{ number, group: String(share.group), key: hexOf(share.keyExchange) }] : []
  }),
]
