// The survey in words, the same in every form of a report. No layout, and nothing is made inert here.
import { groupClasses } from '../judge/policy/classes.ts'
import { enumerated } from '../judge/policy/words.ts'
import type { ClientResult, Survey } from '../judge/survey.ts'
import type { Feature } from '../probe/features.ts'
import type { Support } from '../probe/ledger.ts'
import { partsOf } from '../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { groups } from '../registry/groups.ts'
import { type ProtocolName, protocols } from '../registry/protocols.ts'
import { strengthOf, strengths } from './strength.ts'
import { count, duration } from './tally.ts'

export const supportWords = { accepted: 'accepted', refused: 'refused', unknown: 'not known' } as const satisfies Record<Support, string>

export const featureMarks = { yes: 'yes', no: 'no', unknown: '?' } as const satisfies Record<Feature['status'], string>

export const clientMarks = { yes: '✓', no: '✗', unknown: '?' } as const satisfies Record<ClientResult['connects'], string>

/** What is known of one version of the protocol. */
export interface ProtocolAccount {
  readonly name: ProtocolName
  readonly support: Support
  /** "obsolete by RFC 8996 §4; 6 suites in the server's order: 4 strong, 2 dated"; empty where there is nothing to say. */
  readonly words: string
  /** The suites to list, best first where the server has no order. None when `words` says where they are listed already. */
  readonly suites: readonly string[]
}

/** Every version, newest first. Old versions often have the suites of a newer one: those are listed once. */
export function protocolAccounts(survey: Survey): ProtocolAccount[] {
  const newestFirst = protocols.rows.toReversed()
  return newestFirst.map(({ name, forbiddenBy, code }, index) => {
    const support = survey.protocols[name]
    const suites = survey.cipherSuites[name] ?? []
    const twin = newestFirst.slice(0, index).find(newer => hasTheSuitesOf(survey, name, newer.name, code))
    const obsolete = support === 'accepted' && forbiddenBy !== null ? [`obsolete by ${forbiddenBy}`] : []
    const known = twin === undefined ? strengthTally(suites) : `those of ${twin.name} that ${name} has`
    const counted = suites.length === 0 ? [] : [`${atLeast(survey)}${count(suites.length, 'suite')}${orderOf(survey, name)}: ${known}`]
    const listed = survey.cipherOrder[name] === 'server' ? suites : suites.toSorted((a, b) => rank(a) - rank(b))
    return { name, support, words: [...obsolete, ...counted].join('; '), suites: twin === undefined ? listed : [] }
  })
}

/** '4 strong, 2 dated'; 'all strong'. */
function strengthTally(suites: readonly string[]): string {
  const words = suites.map(name => strengthOf(name)?.word ?? 'unknown')
  const counts = ([...strengths, 'unknown'] as const)
    .map(word => [words.filter(each => each === word).length, word] as const)
    .filter(([number]) => number > 0)
  if (counts.length === 1) return suites.length === 1 ? `${counts[0]?.[1]}` : `all ${counts[0]?.[1]}`
  return counts.map(([number, word]) => `${number} ${word}`).join(', ')
}

const rank = (name: string): number => strengths.indexOf(strengthOf(name)?.word ?? 'broken')

/** A policy's questions find some suites, not all. */
const atLeast = (survey: Survey): string => (survey.complete ? '' : 'at least ')

function orderOf(survey: Survey, name: ProtocolName): string {
  if ((survey.cipherSuites[name] ?? []).length < 2) return ''
  const order = survey.cipherOrder[name]
  if (order === 'server') return " in the server's order"
  return order === 'client' ? " in the client's order" : ''
}

/** Whether a version has every suite of a newer one that it can have, and no other; in the same order where it matters. */
function hasTheSuitesOf(survey: Survey, name: ProtocolName, newer: ProtocolName, code: number): boolean {
  const own = survey.cipherSuites[name] ?? []
  const others = (survey.cipherSuites[newer] ?? []).filter(suite => firstProtocol(suite) <= code)
  if (own.length < 2 || own.length !== others.length || survey.cipherOrder[name] !== survey.cipherOrder[newer]) return false
  return survey.cipherOrder[name] === 'server' ? own.every((suite, at) => suite === others[at]) : own.every(suite => others.includes(suite))
}

function firstProtocol(name: string): number {
  const suite = cipherSuites.named(name)
  return (suite && partsOf(suite)?.firstProtocol) ?? Number.POSITIVE_INFINITY
}

/** 'TLSv1.3 and TLSv1.2 accepted; SSLv3 refused; SSLv2 not known': for those who want no more than that. */
export function protocolSentence({ protocols: supports }: Survey): string {
  const newestFirst = protocols.rows.toReversed().map(({ name }) => name)
  const parts = (['accepted', 'refused', 'unknown'] as const).map(support => {
    const names = newestFirst.filter(name => supports[name] === support)
    return names.length === 0 ? '' : `${enumerated(names)} ${supportWords[support]}`
  })
  return parts.filter(text => text !== '').join('; ')
}

/** 'X25519MLKEM768 (post-quantum)'. */
export function groupWords(name: string): string {
  const group = groups.named(name)
  return group && groupClasses['post-quantum']?.has(group) ? `${name} (post-quantum)` : name
}

/** Features that are more than yes or no, and what they are called: their detail has the value. */
const valued: Readonly<Record<string, string>> = { alpn: 'ALPN', 'dh-parameters': 'DH primes' }

/** The features that anything was asked about: a policy's questions leave out most. */
export function knownFeatures({ kind, features }: Survey): readonly Feature[] {
  return kind === 'full' ? features : features.filter(({ status, evidence }) => status !== 'unknown' || evidence.length > 0)
}

/** The features in a few lines, by the names that policies have: those there are, those there are not, and the values of some. */
export function featureSummary(survey: Survey): (readonly [title: string, text: string])[] {
  const features = knownFeatures(survey)
  const isValue = ({ name, status }: Feature): boolean => status === 'yes' && valued[name] !== undefined
  const named = (status: Feature['status']): string =>
    features.flatMap(feature => (feature.status === status && !isValue(feature) ? feature.name : [])).join(', ')
  return [
    ...features.filter(isValue).map(({ name, detail }) => [valued[name] ?? name, detail] as const),
    ['Features', named('yes')],
    ['Without', named('no')],
    ['Not known', named('unknown')],
  ]
}

/** What a client connects with, or why it does not. */
export function clientWords({ connects, protocol, cipherSuite, group, detail }: ClientResult): string {
  if (connects !== 'yes') return detail
  return [protocol, cipherSuite, group].filter(name => name !== null).join(' · ') || detail
}

/** '11 connections beside the handshake, 2 round trips, 34 ms'. */
export function costWords({ cost }: Survey): string {
  return [
    `${count(cost.connections, 'connection')} beside the handshake`,
    count(cost.roundTrips, 'round trip'),
    duration(cost.durationMs),
  ].join(', ')
}

/** So many probes of a finding are named with what they asked, and more than that by their numbers. */
const probesExplained = 3

/** Evidence as a reader understands it: 'probe 3 (every cipher suite in SSLv3)', 'probes 3 to 9 and 12'. */
export function evidenceWords(evidence: readonly string[], survey: Survey | null): string[] {
  const others = evidence.filter(item => !isProbe.test(item))
  const numbers = evidence.filter(item => isProbe.test(item)).map(item => Number(item.replace(isProbe, '$1')))
  if (numbers.length > probesExplained) return [...others, `probes ${enumerated(ranges(numbers.toSorted((a, b) => a - b)))}`]
  const asked = (number: number): string => survey?.probes.find(probe => probe.number === number)?.asked ?? ''
  return [...others, ...numbers.map(number => (asked(number) === '' ? `probe ${number}` : `probe ${number} (${asked(number)})`))]
}

const isProbe = /^probe (\d+)$/

/** Sorted numbers, three or more in a row as '3 to 9'. */
function ranges(sorted: readonly number[]): string[] {
  const runs: [first: number, last: number][] = []
  for (const number of sorted) {
    const run = runs.at(-1)
    if (run && number <= run[1] + 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.flatMap(([first, last]) => (last - first > 1 ? [`${first} to ${last}`] : [...new Set([first, last])].map(String)))
}
