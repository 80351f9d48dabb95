// What the user of a target expects it to show, and whether it does. Each part is a check of its own.

import type { Certificate } from '../certificate/certificate.ts'
import { fingerprintText, keyFingerprint, parseFingerprint } from '../certificate/fingerprint.ts'
import { matchHostname } from '../certificate/hostname.ts'
import { daysUntil } from '../certificate/span.ts'
import { familyOf } from '../net/address.ts'
import { UsageError } from '../usage-error.ts'
import { type Cause, type HandshakeCause, handshakeCauses } from './causes.ts'
import type { Check } from './check.ts'
import type { CheckId } from './check-ids.ts'
import { checkOf, type Finding } from './check-of.ts'
import { isDecided, provesCause } from './completion.ts'
import type { Handshake } from './handshake.ts'
import { nearestHint, refuseUnknownNames } from './nearest.ts'
import { membersOf, type NameKind, nameOf, resolveNames } from './policy/classes.ts'

type OneOf<Name extends string = string> = Name | readonly Name[]

/** Of several values in a list one has to be shown; of the names of `covers` all. */
export interface Expectation {
  /** 'TLSv1.3'. */
  readonly protocol?: OneOf
  /** IANA names, or classes of them as policies have them: 'aead'. */
  readonly cipherSuite?: OneOf
  /** 'X25519MLKEM768', 'post-quantum'. */
  readonly group?: OneOf
  readonly signatureScheme?: OneOf
  /** 'none' for no application protocol. */
  readonly alpn?: OneOf
  /** The cause that the handshake has to fail for; what follows from it is waived, and a handshake that completes fails. */
  readonly failsWith?: OneOf<HandshakeCause>
  /** SHA-256 of the certificate of the server, or of its SubjectPublicKeyInfo. */
  readonly fingerprint?: OneOf
  /** The issuer as RFC 4514 text, a part of it ('O=Example'), or the value of a part ('Example'). */
  readonly issuer?: OneOf
  /** Host names and addresses that the certificate has to cover, all of them. */
  readonly covers?: OneOf
  /** Days that the certificate is valid for still, at the least. */
  readonly daysLeft?: number
}

const parts: Readonly<Record<keyof Expectation, true>> = {
  protocol: true,
  cipherSuite: true,
  group: true,
  signatureScheme: true,
  alpn: true,
  failsWith: true,
  fingerprint: true,
  issuer: true,
  covers: true,
  daysLeft: true,
}

/** What a target has shown. */
export interface Shown {
  readonly handshake: Handshake
  readonly leaf: Certificate | null
  /** Certificates that the server showed in answer to other hellos. */
  readonly others: readonly Certificate[]
  /** The time to judge by. */
  readonly at: Date
  /** Whether the check was cut short from outside: what is seen then is not the server's doing. */
  readonly interrupted: boolean
}

/**
 * The checks of a target with what its failure as expected explains waived, and those of the expectation.
 * @param checks of the handshake and of everything beside it
 */
export function judgeExpectation(expectation: Expectation, checks: readonly Check[], shown: Shown): readonly Check[] {
  const causes = listOf(expectation.failsWith)
  const findings = [
    ...agreements.flatMap(part => agreed(part, expectation, shown)),
    ...(causes.length > 0 ? [failure(causes, checks, shown)] : []),
    ...certificateFindings(expectation, shown),
  ]
  return [...(asExpected(causes, checks, shown) ? waived(checks, causes) : checks), ...findings.map(checkOf)]
}

/** @throws UsageError for a part, a name or a fingerprint that is none; before anything is asked */
export function refuseUnknown(expectation: Expectation): void {
  refuseUnknownNames(expectation, Object.keys(parts), 'part of expect')
  for (const { key, kind } of agreements) if (kind !== null) for (const name of listOf(expectation[key])) resolveNames(kind, name)
  const causes = Object.keys(handshakeCauses)
  const noCause = listOf<string>(expectation.failsWith).find(cause => !causes.includes(cause))
  if (noCause !== undefined)
    throw new UsageError(`${JSON.stringify(noCause)} is no cause of a failed handshake`, nearestHint(noCause, causes))
  for (const text of listOf(expectation.fingerprint)) parseFingerprint(text)
}

/** Failures before a server has said anything in TLS. */
const beforeTls: readonly HandshakeCause[] = [
  'dns-failure',
  'connection-refused',
  'connection-timeout',
  'host-unreachable',
  'proxy-refused',
  'starttls-refused',
  'starttls-unavailable',
  'not-tls',
]

/** Whether nothing is heard in TLS of a target that shows what is expected of it. */
export function failsBeforeTls({ failsWith }: Expectation): boolean {
  const causes = listOf(failsWith)
  return causes.length > 0 && causes.every(cause => beforeTls.includes(cause))
}

/** @throws UsageError for what cannot come about: a failure where no certificate fails a handshake, and what no failure of the kind lets be seen */
export function refuseUnreachable(expectation: Expectation, insecure: boolean): void {
  const causes = listOf(expectation.failsWith)
  const [other] = Object.entries(expectation).flatMap(([name, value]) => (name === 'failsWith' || value === undefined ? [] : [name]))
  if (failsBeforeTls(expectation) && other !== undefined) {
    const shown = other.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    throw new UsageError(
      `a handshake that fails with ${causes.join(' or ')} shows nothing of what is expected as ${shown}`,
      `leave out fails-with for this target, or ${shown}`,
    )
  }
  if (!insecure || causes.length === 0 || !causes.every(cause => handshakeCauses[cause].category === 'certificate')) return
  throw new UsageError(
    `with insecure no handshake fails with ${causes.join(' or ')}`,
    'leave out insecure for this target, or fails-with: the checks of the certificate say what is wrong with it all the same',
  )
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : ([value].flat() as T[]))

interface Agreement {
  readonly id: CheckId
  readonly key: 'protocol' | 'cipherSuite' | 'group' | 'signatureScheme' | 'alpn'
  /** What the names are names of; null for opaque ids. */
  readonly kind: NameKind | null
  readonly what: string
}

const agreements: readonly Agreement[] = [
  { id: 'expect/protocol', key: 'protocol', kind: 'protocol', what: 'protocol version' },
  { id: 'expect/cipher-suite', key: 'cipherSuite', kind: 'cipher suite', what: 'cipher suite' },
  { id: 'expect/group', key: 'group', kind: 'group', what: 'group' },
  { id: 'expect/signature-scheme', key: 'signatureScheme', kind: 'signature scheme', what: 'signature scheme' },
  { id: 'expect/alpn', key: 'alpn', kind: null, what: 'application protocol' },
]

const error = (id: CheckId, message: string, rest: Partial<Finding> & Pick<Finding, 'status'>): Finding => ({
  id,
  severity: 'error',
  message,
  evidence: [],
  ...rest,
})

const unmet = (id: CheckId, message: string, cause: Cause = 'expectation-unmet'): Finding => error(id, message, { status: 'fail', cause })
const met = (id: CheckId, message: string): Finding => error(id, message, { status: 'pass' })
const unknown = (id: CheckId, message: string): Finding => error(id, message, { status: 'inconclusive', fix: null })

function agreed({ id, key, kind, what }: Agreement, expectation: Expectation, { handshake }: Shown): Finding[] {
  const names = listOf(expectation[key])
  if (names.length === 0) return []
  const shown = handshake[key]
  if (shown === null && !handshake.completed) return [unknown(id, `the ${what} is not known: the handshake did not get that far`)]
  const expected = names.flatMap(name => (kind === null ? [name] : (membersOf(kind, name) ?? []).map(code => nameOf(kind, code))))
  const is = shown ?? 'none'
  if (expected.includes(is)) return [met(id, `the ${what} is ${is}, as expected`)]
  return [unmet(id, `the ${what} is ${is}; expected is ${names.join(' or ')}`)]
}

function asExpected(causes: readonly string[], checks: readonly Check[], { handshake: { failure }, interrupted }: Shown): boolean {
  return failure !== null && causes.includes(failure.cause) && provesCause(checks, failure.cause) && !interrupted
}

function failure(causes: readonly string[], checks: readonly Check[], shown: Shown): Finding {
  const id = 'expect/fails-with'
  const { handshake, interrupted } = shown
  const expected = `expected is a failure with ${causes.join(' or ')}`
  if (asExpected(causes, checks, shown)) return met(id, `the handshake fails with ${handshake.failure?.cause}, as expected`)
  if (handshake.completed) return unmet(id, `the handshake completes; ${expected}`, 'unexpected-success')
  if (interrupted) return unknown(id, `the check was interrupted; ${expected}`)
  if (!isDecided(checks)) return unknown(id, `whether the handshake fails, and for what, is not known; ${expected}`)
  return unmet(id, `the handshake fails with ${handshake.failure?.cause}; ${expected}`)
}

/** What follows from the failure that is wanted; another thing that is wrong stays wrong. */
function waived(checks: readonly Check[], causes: readonly string[]): Check[] {
  return checks.map(check => {
    const follows = check.status === 'fail' ? causes.includes(check.cause ?? '') : isUndecided(check)
    return follows ? { ...check, status: 'waived', message: `${check.message}; expected` } : check
  })
}

/** What cannot be known of a handshake that fails. */
const isUndecided = ({ id, status }: Check): boolean => status === 'inconclusive' && /^(?:handshake|certificate)\//.test(id)

function certificateFindings(expectation: Expectation, { leaf, others, at }: Shown): Finding[] {
  const rows = [
    ['expect/fingerprint', listOf(expectation.fingerprint), fingerprintsWith(others)],
    ['expect/issuer', listOf(expectation.issuer), issuer],
    ['expect/covers', listOf(expectation.covers), covers],
    ['expect/days-left', listOf(expectation.daysLeft).map(String), daysLeft],
  ] as const
  return rows
    .filter(([, expected]) => expected.length > 0)
    .map(([id, expected, judge]) =>
      leaf === null ? unknown(id, 'the certificate is not known: the handshake did not get that far') : judge(expected, leaf, at),
    )
}

/** Every certificate of a server, one for RSA beside one for ECDSA, has to be one of those expected: the old one of either is what is looked for. */
const fingerprintsWith =
  (others: readonly Certificate[]) =>
  (expected: readonly string[], leaf: Certificate): Finding => {
    const ofLeaf = fingerprint(expected, leaf)
    if (ofLeaf.status === 'fail') return ofLeaf
    return others.map(other => fingerprint(expected, other)).find(({ status }) => status === 'fail') ?? ofLeaf
  }

function fingerprint(expected: readonly string[], leaf: Certificate): Finding {
  const id = 'expect/fingerprint'
  const digits = expected.map(parseFingerprint)
  const shown = leaf.fingerprint256
  if (digits.includes(shown.replaceAll(':', ''))) return met(id, `the certificate has the SHA-256 fingerprint ${shown}, as expected`)
  const key = keyFingerprint(leaf.pem)
  if (key !== null && digits.includes(key)) return met(id, `the key has the SHA-256 fingerprint ${fingerprintText(key)}, as expected`)
  const ofKey = key === null ? '' : ` (its key ${fingerprintText(key)})`
  const wanted = digits.map(fingerprintText).join(' or ')
  const message = `the certificate, valid from ${leaf.notBefore}, has the SHA-256 fingerprint ${shown}${ofKey}; expected is ${wanted}`
  return unmet(id, message, 'fingerprint-mismatch')
}

function issuer(expected: readonly string[], leaf: Certificate): Finding {
  const id = 'expect/issuer'
  // A comma or a plus sign that belongs to a value has a backslash before it (RFC 4514 §2.4).
  const parts = leaf.issuer.split(/(?<!\\)[,+]/)
  const values = parts.map(part => part.slice(part.indexOf('=') + 1).replace(/\\(.)/g, '$1'))
  if (expected.some(name => [leaf.issuer, ...parts, ...values].includes(name))) return met(id, `the issuer is ${leaf.issuer}, as expected`)
  return unmet(id, `the issuer is ${leaf.issuer}; expected is ${expected.join(' or ')}`)
}

function covers(expected: readonly string[], leaf: Certificate): Finding {
  const id = 'expect/covers'
  const missing = expected.filter(name => !matchHostname({ kind: familyOf(name) === 0 ? 'dns' : 'ip', name }, leaf).matches)
  if (missing.length === 0) return met(id, `the certificate covers ${expected.join(', ')}, as expected`)
  return unmet(id, `the certificate does not cover ${missing.join(', ')}`)
}

function daysLeft([expected = '0']: readonly string[], { notAfter }: Certificate, at: Date): Finding {
  const id = 'expect/days-left'
  const days = daysUntil(notAfter, at)
  const left = `the certificate ends at ${notAfter}, which is ${days < 0 ? 'over' : `in ${days} days`}`
  return days >= Number(expected) ? met(id, left) : unmet(id, `${left}; expected are ${expected} or more`)
}
