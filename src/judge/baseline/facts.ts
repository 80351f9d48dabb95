// What is worth remembering of a target: facts that only a change of the server changes. No times, serials, addresses; nothing judged here.
import type { Certificate } from '../../certificate/certificate.ts'
import { keyText } from '../../certificate/strength.ts'
import type { Support } from '../../probe/ledger.ts'
import { protocols } from '../../registry/protocols.ts'
import type { Check } from '../check.ts'
import type { Handshake } from '../handshake.ts'
import { type ClientResult, type Feature, isComplete, type Survey } from '../survey.ts'
import { type Failures, failuresOf } from './failures.ts'
import { betterFeatures } from './strength.ts'

/** The parts of a target's report that facts are read from; the report of an earlier run has them too. */
export interface Observed {
  readonly target: { readonly url: string; readonly host: string; readonly servername: string | null }
  readonly handshake: Pick<Handshake, 'protocol' | 'cipherSuite' | 'group' | 'signatureScheme' | 'alpn'>
  readonly certificates: { readonly presented: readonly Pick<Certificate, 'key' | 'signatureAlgorithm' | 'issuer'>[] }
  readonly survey: ObservedSurvey | null
  readonly checks: readonly Pick<Check, 'id' | 'status' | 'severity' | 'cause' | 'members' | 'undecided'>[]
}

interface ObservedSurvey extends Pick<Survey, 'cipherSuites' | 'cipherOrder' | 'groups' | 'signatureSchemes' | 'completeFor'> {
  readonly protocols: Readonly<Record<string, Support>>
  /** Not there in reports of old. */
  readonly dhPrimeBits?: number | null
  readonly features: readonly Pick<Feature, 'name' | 'status'>[]
  readonly clients: readonly Pick<ClientResult, 'name' | 'connects'>[]
}

/** Names that a server is known to accept. */
export interface Listed {
  /** Whether it is known to refuse all others; if not, they are unknown. */
  readonly complete: boolean
  readonly accepted: readonly string[]
}

export type Answer = 'yes' | 'no' | 'unknown'

export interface Chain {
  readonly length: number
  /** What is wrong with the list as sent: a cause, 'none' or 'unknown'. */
  readonly problem: string
  /** As sent, the server's own first. */
  readonly certificates: readonly ChainCertificate[]
}

export interface ChainCertificate {
  /** 'RSA 2048', 'EC secp256r1', 'Ed25519'. */
  readonly key: string
  /** Size of the key or its field; null where the algorithm is unknown. */
  readonly keyBits: number | null
  readonly signature: string
  readonly issuer: string
}

/** A target as it is remembered. What is not known is said to be unknown, never left out as if it were refused. */
export interface TargetFacts {
  /** What a client of today negotiates; null when its handshake got nowhere. */
  readonly handshake: Observed['handshake'] | null
  readonly protocols: Readonly<Record<string, Support>>
  /** By protocol; in the server's order where it has one. */
  readonly cipherSuites: Readonly<Record<string, Listed & { readonly order: 'server' | 'client' | 'unknown' }>>
  readonly groups: Listed
  readonly signatureSchemes: Listed
  /** Of the shortest prime of finite-field Diffie-Hellman before TLS 1.3; null when none was seen. */
  readonly dhPrimeBits: number | null
  /** Those that make a server stronger or weaker, see strength.ts. */
  readonly features: Readonly<Record<string, Answer>>
  /** Null when no certificate was seen. */
  readonly chain: Chain | null
  /** Whether a client connects, by its name. */
  readonly clients: Readonly<Record<string, Answer>>
  /** The failed checks, by the id of the check; notices left out. */
  readonly failed: Readonly<Record<string, Failures>>
}

/** A chain as long as that is a fault of its own; what follows is counted. */
const mostCertificates = 10
const longestName = 300

/** The causes that say what is wrong with the list of certificates, and not with one of them. */
const chainProblems = ['certificate-chain-incomplete', 'certificate-chain-misordered', 'certificate-chain-extraneous']

/** How a target is found again: by its URL, and the name that was asked for where it is another. */
export function keyOf({ url, host, servername }: Observed['target']): string {
  return servername === null || servername === host ? url : `${url} as ${servername}`
}

export function factsOf({ handshake, certificates, survey, checks }: Observed): TargetFacts {
  const { protocol, cipherSuite, group, signatureScheme, alpn } = handshake
  // What the handshake has shown is known without a survey.
  const shown: Readonly<Record<string, Support>> = protocol === null ? {} : { [protocol]: 'accepted' }
  const suites = survey
    ? suitesOf(survey)
    : protocol === null
      ? {}
      : { [protocol]: { ...partOf([cipherSuite]), order: 'unknown' as const } }
  return {
    handshake: protocol === null ? null : { protocol, cipherSuite, group, signatureScheme, alpn },
    protocols: survey?.protocols ?? { ...Object.fromEntries(protocols.rows.map(({ name }) => [name, 'unknown'] as const)), ...shown },
    cipherSuites: suites,
    groups: survey ? { complete: isComplete(survey, 'groups'), accepted: survey.groups } : partOf([group]),
    signatureSchemes: survey
      ? { complete: isComplete(survey, 'signatureSchemes'), accepted: survey.signatureSchemes }
      : partOf([signatureScheme]),
    dhPrimeBits: survey?.dhPrimeBits ?? null,
    features: Object.fromEntries(
      (survey?.features ?? []).flatMap(({ name, status }) => (Object.hasOwn(betterFeatures, name) ? [[name, status]] : [])),
    ),
    chain: chainOf(certificates.presented, checks),
    clients: Object.fromEntries((survey?.clients ?? []).map(({ name, connects }) => [name, connects])),
    failed: failuresOf(checks),
  }
}

/** Whether anything was found out: a server that nobody reached tells nothing. */
export function hasFacts({ handshake, protocols: supports }: TargetFacts): boolean {
  return handshake !== null || Object.values(supports).some(support => support === 'accepted')
}

/**
 * Whether this run has decided anew what a check that failed had found: one that found no answer, or that nothing was asked for, has not been
 * mended. With a survey a check that is not there is no longer wanted; but where the survey got no answer, one check stands for all of them.
 */
export function isDecided({ survey, checks }: Pick<Observed, 'survey' | 'checks'>, id: string): boolean {
  const found = checks.filter(check => check.id === id)
  return found.length === 0 ? survey !== null && !checks.some(check => check.id === 'policy/questions') : !found.some(isOpen)
}

/** One that was not decided may have been waived. */
const isOpen = ({ status, cause }: Observed['checks'][number]): boolean =>
  status === 'inconclusive' || (status === 'waived' && cause === null)

const partOf = (names: readonly (string | null)[]): Listed => ({ complete: false, accepted: names.filter(name => name !== null) })

function suitesOf({ cipherSuites, cipherOrder, completeFor }: ObservedSurvey): TargetFacts['cipherSuites'] {
  const entries = Object.entries(cipherSuites).map(([protocol, names]) => {
    const order = cipherOrder[protocol] ?? 'unknown'
    const accepted = order === 'server' ? names : names.toSorted()
    return [protocol, { complete: completeFor.cipherSuites.includes(protocol), order, accepted }] as const
  })
  return Object.fromEntries(entries)
}

function chainOf(presented: Observed['certificates']['presented'], checks: Observed['checks']): Chain | null {
  if (presented.length === 0) return null
  const causes = checks.filter(({ id }) => id === 'certificate/chain' || id === 'certificate/trust').map(({ cause }) => cause ?? '')
  const judged = checks.some(({ id, status }) => id === 'certificate/chain' && status !== 'inconclusive')
  return {
    length: presented.length,
    problem: chainProblems.find(cause => causes.includes(cause)) ?? (judged ? 'none' : 'unknown'),
    certificates: presented.slice(0, mostCertificates).map(({ key, signatureAlgorithm, issuer }) => ({
      key: keyText(key).slice(0, longestName),
      keyBits: key.bits,
      signature: signatureAlgorithm.slice(0, longestName),
      issuer: issuer.slice(0, longestName),
    })),
  }
}
