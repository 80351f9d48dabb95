// What gate() can be told, and what of it is refused before anything is probed.
import { adviceOnPem, certificatesOfPem, holds } from './certificate/pem.ts'
import type { BaselineSource } from './judge/baseline/lock-file.ts'
import { type FailOn, failOns } from './judge/check.ts'
import type { Expectation } from './judge/expectation.ts'
import { refuseUnknownNames } from './judge/nearest.ts'
import type { Policy, Wanted } from './judge/policy/policy.ts'
import type { Waiver } from './judge/policy/waivers.ts'
import type { Location } from './location.ts'
import { familyOf } from './net/address.ts'
import { parseTarget, type Target, targetOf } from './net/target.ts'
import type { ClientOptions } from './net/tls.ts'
import type { Shard } from './shard.ts'
import { UsageError } from './usage-error.ts'

/** How every target of a run is checked. */
export interface GateOptions extends Omit<ClientOptions, 'ca' | 'crl' | 'tickets'>, SurveyOptions, DeployOptions {
  /** PEM of the certificates to trust in the place of Node's root store. */
  readonly ca?: string | readonly string[]
  /** PEM of revocation lists; with any of them OpenSSL wants one for every issuer of the chain. */
  readonly crl?: string | readonly string[]
  /** SNI and the name the certificate has to cover, in the place of the target's host; null sends no SNI. */
  readonly servername?: string | null
  /** 'host:port' to connect to in the place of every target. */
  readonly connectTo?: string
  /** ALPN ids to offer in the place of the scheme's own; none with an empty list. */
  readonly alpn?: readonly string[]
  /** 'http://host:port' of a proxy that opens tunnels. */
  readonly proxy?: string
  /** For each endpoint, everything included; 10,000 unless given. */
  readonly timeoutMs?: number
  /** Judge the validity of certificates as of this date. */
  readonly at?: Date
  /** Do not fail a handshake for its certificate. */
  readonly insecure?: boolean
  /** The least severe failed check that fails the run, or 'regression' for errors that the baseline does not have; 'error' unless given. */
  readonly failOn?: FailOn
  /** Probe every address of a name, one report each, instead of the first that answers. */
  readonly allAddresses?: boolean
  /** Check this part of the targets alone. */
  readonly shard?: Shard
}

/** What is asked of the server beside the handshake, and how that is judged. */
export interface SurveyOptions {
  /**
   * What to ask the server beside the handshake: 'policy', which it is unless given, asks what the policy needs to be decided, 'full'
   * everything there is to ask, 'none' nothing. With 'none' no policy is judged. With a baseline it is 'full' unless given.
   */
  readonly survey?: SurveyKind
  /** What is wanted of the server; the policy 'default' unless given. */
  readonly policy?: Policy
  /** Hellos to one host that may wait for an answer at the same time, those of other targets included; 8 unless given, 2 with STARTTLS. */
  readonly connections?: number
  /** Connections that may be spent on a target beside the handshake; as many as are needed unless given. */
  readonly budget?: number
  /** The text of a lock file, which every target is compared with. */
  readonly baseline?: BaselineSource
  /** Failed checks that are known and accepted for a time. */
  readonly waivers?: readonly Waiver[]
  /** Send the payloads that tell whether a server has Heartbleed, CCS injection and Ticketbleed. */
  readonly active?: boolean
  /** Send them to public addresses too. */
  readonly iOwnThisHost?: boolean
  /** Name of a client profile ('java-8u161'): what it offers is offered, and whether it connects is checked. */
  readonly as?: string
}

/** What a deployment is held to, and how much time it has. */
export interface DeployOptions {
  /** Times that a target is checked again when it failed or could not be decided; none unless given or `waitMs` is. */
  readonly retries?: number
  /** Check a target again until it passes or until this time since the start of the run is up. */
  readonly waitMs?: number
  /** Probe every address of a name, and hold against each other what they show. */
  readonly converge?: boolean
  /** SHA-256 of the certificate of the server or of its key: one of them has to be shown. */
  readonly expectFingerprint?: string | readonly string[]
}

/** How much is asked of a server beside the handshake. */
export type SurveyKind = (typeof surveyKinds)[number]
export const surveyKinds = ['policy', 'full', 'none'] as const

export const defaultConnections = 8

/** Mail servers count connections, and turn away a client that opens many at once. */
export const usualConnections = ({ starttls }: Target): number => (starttls === null ? defaultConnections : 2)

/** 'host', 'host:port', '[v6]:port' or a URL (see parseTarget), alone or with what holds for it and no other. */
export type GateTarget = string | OwnTarget

/** A target with what holds for it and no other. */
export interface OwnTarget extends TargetOptions {
  readonly target: string
  /** Clients that are wanted, or not, beside those of the policy. */
  readonly clients?: Wanted
  /** What it has to show; its fingerprint in the place of `expectFingerprint`. */
  readonly expect?: Expectation
  /** Where a file of the user's names it. */
  readonly location?: Location
}

/** In the place of the option of the run; undefined is as if the run had none. */
export type TargetOptions = { readonly [Name in Exclude<keyof GateOptions, RunOption>]?: GateOptions[Name] | undefined }

type RunOption = keyof typeof runOptions

const forAll = 'it holds for the run as a whole: give it beside the targets'

/** Options that hold for a run as a whole, and what to do with one that a target has. */
export const runOptions = {
  baseline: forAll,
  expectFingerprint: 'write expect: { fingerprint: … }',
  failOn: forAll,
  iOwnThisHost: forAll,
  shard: forAll,
  waivers: forAll,
} as const satisfies { readonly [Name in keyof GateOptions]: string }

export const defaultTimeoutMs = 10_000

/** What Node offers when it is not told otherwise. */
export const defaultVersions = { oldest: 'TLSv1.2', newest: 'TLSv1.3' } as const

/** setTimeout's 32 bits of milliseconds. */
const longestTimeoutMs = 2 ** 31 - 1

/** Nobody waits for more; whoever does not know how long it takes gives a time. */
export const mostRetries = 100

/** What OpenSSL does not judge, and would otherwise weaken a gate in silence. */
function wrongOf(options: CanonicalOptions): readonly (readonly [wrong: boolean, message: string, hint: string])[] {
  const { alpn = [], allAddresses, at, ca = [], connectTo, crl = [], failOn = 'error', proxy, timeoutMs = defaultTimeoutMs } = options
  const {
    minVersion = defaultVersions.oldest,
    maxVersion = defaultVersions.newest,
    survey = 'policy',
    connections = 1,
    budget = 2,
    active,
    iOwnThisHost,
  } = options
  const { retries = 0, waitMs = 1 } = options
  const badWaiver = options.waivers?.find(({ until }) => !isDay(until))
  const ownOffer = [options.minVersion, options.maxVersion, options.ciphers, options.groups, options.signatureSchemes]
  // RFC 7301 §3.1: opaque ProtocolName<1..2^8-1>
  const impossible = alpn.find(id => id === '' || Buffer.byteLength(id) > 255)
  return [
    [!failOns.includes(failOn), `there is no severity ${JSON.stringify(failOn)}`, `use one of ${failOns.join(', ')}`],
    [
      failOn === 'regression' && options.baseline === undefined,
      'without a baseline nothing can be told to be a regression',
      'name the lock file as baseline (tlsgate check --update-baseline writes one), or fail on error',
    ],
    [
      !(timeoutMs > 0 && timeoutMs <= longestTimeoutMs),
      `the timeout is ${timeoutMs} ms`,
      `give milliseconds above 0 and up to ${longestTimeoutMs}, such as 10000`,
    ],
    [at !== undefined && Number.isNaN(at.getTime()), 'at is an invalid Date', 'give a Date with a time'],
    // OpenSSL gives one verdict, as of now. Where that is on dates, it hides the one on revocation.
    [
      at !== undefined && crl.length > 0,
      'at and crl contradict each other',
      'revocation can only be judged as of now: leave one of the two out',
    ],
    [
      (allAddresses === true || options.converge === true) && (connectTo ?? proxy) !== undefined,
      'every address of a name cannot be reached through one other',
      'leave out all addresses and converge, or the proxy and the address to connect to',
    ],
    [!(isCount(retries, 0) && retries <= mostRetries), `retries is ${retries}`, `give a whole number up to ${mostRetries}`],
    [
      !(waitMs > 0 && waitMs <= longestTimeoutMs),
      `the time to wait is ${waitMs} ms`,
      `give milliseconds above 0 and up to ${longestTimeoutMs}, such as 300000`,
    ],
    // Compared as text: 'TLSv1' < 'TLSv1.1' < 'TLSv1.2' < 'TLSv1.3'.
    [
      minVersion > maxVersion,
      `the oldest version ${minVersion} is newer than the newest, ${maxVersion}`,
      'give the older one as the oldest',
    ],
    [ca.some(pem => certificatesOfPem(pem).length === 0), 'ca has a text without a certificate', 'give certificates as PEM'],
    // Whoever writes JavaScript is told by no compiler.
    [
      typeof options.policy === 'string',
      `the policy is the text ${JSON.stringify(options.policy)}`,
      "give the policy of that name: policyNamed('mozilla-intermediate')",
    ],
    [!surveyKinds.includes(survey), `there is no survey ${JSON.stringify(survey)}`, `use one of ${surveyKinds.join(', ')}`],
    [
      badWaiver !== undefined,
      `the waiver of ${badWaiver?.check} ends on ${quote(String(badWaiver?.until))}`,
      'give a day such as 2027-01-31',
    ],
    [!isCount(connections, 1), `connections is ${connections}`, `give a whole number from 1, such as ${defaultConnections}`],
    [!isCount(budget, 2), `the budget is ${budget} connections`, 'give a whole number from 2'],
    [
      survey === 'none' && (options.policy ?? options.as ?? options.budget ?? (active || undefined)) !== undefined,
      'with survey none nothing is asked that a policy, a client or a payload needs',
      'leave out survey, or policy, as, budget and active',
    ],
    // OpenSSL takes one without the other, and sends neither.
    [
      options.cert !== undefined && options.key === undefined,
      'cert is given without key',
      'give its private key as key, or as PEM in the same text',
    ],
    [options.key !== undefined && options.cert === undefined, 'key is given without cert', 'give the certificate of the key as cert'],
    [iOwnThisHost === true && active !== true, 'iOwnThisHost is given without active', 'give active too, or leave it out'],
    [
      options.as !== undefined && ownOffer.some(each => each !== undefined),
      'a client offers its own versions, suites, groups and signature schemes',
      'leave out as, or minVersion, maxVersion, ciphers, groups and signatureSchemes',
    ],
    [impossible !== undefined, `the ALPN id ${quote(impossible ?? '')} is empty or too long`, 'an id has 1 to 255 bytes'],
  ]
}

/** Whether a text is a day there is, such as 2028-02-29. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  // Date.parse takes 30 February for 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${text}T`)
}

const isCount = (value: number, least: number): boolean => Number.isInteger(value) && value >= least

/** Options with lists where either was allowed, and with names in the form certificates have them. */
export type CanonicalOptions = Omit<GateOptions, 'ca' | 'crl'> & ClientOptions

/** @throws UsageError at the first that is wrong */
export function canonicalOptions({ ca, crl, ...rest }: GateOptions): CanonicalOptions {
  refuseUnknownNames(rest, Object.keys(optionKinds), 'option', foreignOptions)
  refuseOtherTypes({ ca, crl, ...rest })
  for (const waiver of rest.waivers ?? []) refuseUnknownNames(waiver, Object.keys(waiverParts), 'part of a waiver')
  const options: CanonicalOptions = {
    ...rest,
    ...(ca !== undefined && { ca: [ca].flat() }),
    ...(crl !== undefined && { crl: [crl].flat() }),
    ...(rest.cert !== undefined && rest.key === undefined && holds(rest.cert, 'PRIVATE KEY') && { key: rest.cert }),
    // What is compared has to be known, and that is more than a policy asks.
    ...(rest.baseline !== undefined && rest.survey === undefined && { survey: 'full' }),
  }
  for (const [wrong, message, hint] of wrongOf(options)) if (wrong) throw new UsageError(message, hint)
  const { servername } = options
  return servername == null ? options : { ...options, servername: canonicalName(servername) }
}

function canonicalName(name: string): string {
  try {
    return targetOf('https', name, 443).host
  } catch (cause) {
    throw new UsageError(`the server name ${quote(name)} is no host name`, 'give a name such as www.example.com', { cause })
  }
}

/**
 * A host and its port, which is never guessed: on another port another server may answer.
 * @throws UsageError when either is missing
 */
export function parseConnectTo(text: string): Target {
  if (!/^(?:[^:/]*|\[[^\]]*\]):[^:/]*$/.test(text.trim()))
    throw new UsageError(`the address to connect to is ${quote(text)}`, 'write host:port or [v6]:port')
  return parseTarget(text)
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 80))

/** What to send as SNI to a host: RFC 6066 §3 allows no address there. */
export function sniOf(host: string, { servername = host }: Pick<CanonicalOptions, 'servername'>): string | null {
  return servername === null || familyOf(servername) !== 0 ? null : servername
}

/** Those that make the client: what OpenSSL is told. */
export function clientOptions(options: CanonicalOptions): ClientOptions {
  const { ca, crl, partialChain, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase } = options
  const given = { ca, crl, partialChain, minVersion, maxVersion, ciphers, groups, signatureSchemes, cert, key, pfx, passphrase }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ClientOptions
}

const isText = (value: unknown): boolean => typeof value === 'string'

/** What a value has to be, in words for whoever is told by no compiler. */
const valueTypes = {
  text: [isText, 'a text', 'give a text'],
  pem: [isText, 'PEM', adviceOnPem],
  pems: [value => [value].flat().every(isText), 'PEM', adviceOnPem],
  texts: [value => Array.isArray(value) && value.every(isText), 'a list of texts', 'put it in brackets'],
  bytes: [value => value instanceof Uint8Array, 'bytes', 'give what readFileSync() gives'],
  flag: [value => typeof value === 'boolean', 'true or false', 'give true or false'],
  number: [value => typeof value === 'number', 'a number', 'give a number'],
  date: [value => value instanceof Date, 'a Date', "give a Date: new Date('2027-01-31')"],
  object: [value => typeof value === 'object' && !Array.isArray(value), 'an object', 'give an object'],
  list: [Array.isArray, 'a list', 'put it in brackets'],
  any: [() => true, '', ''],
} as const satisfies Readonly<
  Record<string, readonly [is: (value: unknown) => boolean, what: string, hint: string | ((value: unknown) => string)]>
>
type ValueType = keyof typeof valueTypes

/** @throws UsageError at the first value of another type than its option has */
function refuseOtherTypes(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    const [is, what, hint] = valueTypes[optionKinds[name as keyof GateOptions][1]]
    const isNone = value === undefined || (value === null && name === 'servername')
    if (isNone || is(value)) continue
    throw new UsageError(`${name} is ${kindOf(value)}, not ${what}`, typeof hint === 'string' ? hint : hint(value))
  }
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return `the text ${quote(value)}`
  if (typeof value !== 'object' || value === null) return String(value)
  return Array.isArray(value) ? 'a list' : `an object (${value.constructor?.name || 'Object'})`
}

/** Every option: one of a handshake, which matchers take as well, or one that gate() alone takes; and the type of its value, see valueTypes. */
const optionKinds = {
  servername: ['handshake', 'text'],
  connectTo: ['handshake', 'text'],
  ca: ['handshake', 'pems'],
  crl: ['handshake', 'pems'],
  partialChain: ['gate', 'flag'],
  minVersion: ['handshake', 'text'],
  maxVersion: ['handshake', 'text'],
  ciphers: ['handshake', 'text'],
  groups: ['handshake', 'text'],
  signatureSchemes: ['handshake', 'text'],
  cert: ['handshake', 'pem'],
  key: ['handshake', 'pem'],
  pfx: ['handshake', 'bytes'],
  passphrase: ['handshake', 'text'],
  alpn: ['handshake', 'texts'],
  proxy: ['handshake', 'text'],
  timeoutMs: ['handshake', 'number'],
  at: ['handshake', 'date'],
  insecure: ['handshake', 'flag'],
  allAddresses: ['handshake', 'flag'],
  failOn: ['gate', 'text'],
  shard: ['gate', 'object'],
  survey: ['gate', 'text'],
  policy: ['gate', 'any'],
  connections: ['gate', 'number'],
  budget: ['gate', 'number'],
  baseline: ['gate', 'object'],
  waivers: ['gate', 'list'],
  active: ['gate', 'flag'],
  iOwnThisHost: ['gate', 'flag'],
  as: ['gate', 'text'],
  retries: ['gate', 'number'],
  waitMs: ['gate', 'number'],
  converge: ['gate', 'flag'],
  expectFingerprint: ['gate', 'any'],
} as const satisfies Readonly<Record<keyof GateOptions, readonly ['handshake' | 'gate', ValueType]>>

type OptionKinds = typeof optionKinds
type HandshakeOption = { [Name in keyof OptionKinds]: OptionKinds[Name][0] extends 'handshake' ? Name : never }[keyof OptionKinds]

/** The options that a matcher takes. */
export const handshakeOptions = Object.entries(optionKinds).flatMap(([name, [kind]]) =>
  kind === 'handshake' ? [name as HandshakeOption] : [],
)

/** What tls.connect() calls them. */
export const foreignOptions: Readonly<Record<string, HandshakeOption>> = {
  rejectUnauthorized: 'insecure',
  ALPNProtocols: 'alpn',
  ecdhCurve: 'groups',
  sigalgs: 'signatureSchemes',
  timeout: 'timeoutMs',
}

const waiverParts: Readonly<Record<keyof Waiver, true>> = {
  check: true,
  target: true,
  only: true,
  reason: true,
  until: true,
  location: true,
}
