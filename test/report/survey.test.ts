import { describe, expect, test } from 'vitest'
import type { Survey } from '../../src/judge/survey.ts'
import {
  clientWords,
  costWords,
  evidenceWords,
  featureSummary,
  groupWords,
  knownFeatures,
  protocolAccounts,
  protocolSentence,
} from '../../src/report/survey.ts'
import { fullSurvey, policySurvey } from '../support/sample-surveys.ts'

const gcm = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'
const cbc = 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'
const rsa = 'TLS_RSA_WITH_AES_128_CBC_SHA'
const des = 'TLS_RSA_WITH_DES_CBC_SHA'

/** A survey in which TLSv1.2 and TLSv1.1 have these suites. */
const survey = (newer: readonly string[], older: readonly string[], order: Survey['cipherOrder'][string], complete = true): Survey => ({
  ...fullSurvey,
  complete,
  cipherSuites: { 'TLSv1.2': newer, 'TLSv1.1': older },
  cipherOrder: { 'TLSv1.2': order, 'TLSv1.1': order },
})

const accountOf = (of: Survey, name: string) => protocolAccounts(of).find(account => account.name === name)

describe('what is said of a version', () => {
  test.each<[what: string, survey: Survey, name: string, words: string, listed: readonly string[]]>([
    [
      'suites stay in the order of a server that has one',
      survey([rsa, gcm, cbc], [], 'server'),
      'TLSv1.2',
      "3 suites in the server's order: 1 strong, 1 dated, 1 weak",
      [rsa, gcm, cbc],
    ],
    [
      'the best suite comes first where the server has no order',
      survey([rsa, gcm, cbc], [], 'client'),
      'TLSv1.2',
      "3 suites in the client's order: 1 strong, 1 dated, 1 weak",
      [gcm, cbc, rsa],
    ],
    ['an order that is not known is not spoken of', survey([gcm, gcm], [], 'unknown'), 'TLSv1.2', '2 suites: all strong', [gcm, gcm]],
    ['one suite has no order', survey([gcm], [], 'server'), 'TLSv1.2', '1 suite: strong', [gcm]],
    [
      'without all answers there may be more suites',
      survey([gcm, cbc], [], 'server', false),
      'TLSv1.2',
      "at least 2 suites in the server's order: 1 strong, 1 dated",
      [gcm, cbc],
    ],
    [
      'a suite without a name is counted and comes last',
      survey(['cipher suite 0x1234', gcm], [], 'client'),
      'TLSv1.2',
      "2 suites in the client's order: 1 strong, 1 unknown",
      [gcm, 'cipher suite 0x1234'],
    ],
    [
      'the suites of a newer version are not listed again',
      survey([gcm, cbc, rsa], [cbc, rsa], 'server'),
      'TLSv1.1',
      "obsolete by RFC 8996 §5; 2 suites in the server's order: those of TLSv1.2 that TLSv1.1 has",
      [],
    ],
    [
      'in another order they are',
      survey([gcm, cbc, rsa], [rsa, cbc], 'server'),
      'TLSv1.1',
      "obsolete by RFC 8996 §5; 2 suites in the server's order: 1 dated, 1 weak",
      [rsa, cbc],
    ],
    [
      'where the client orders them it does not matter',
      survey([gcm, cbc, rsa], [rsa, cbc], 'client'),
      'TLSv1.1',
      "obsolete by RFC 8996 §5; 2 suites in the client's order: those of TLSv1.2 that TLSv1.1 has",
      [],
    ],
    [
      'one suite more and all are listed',
      survey([gcm, cbc, rsa], [cbc, rsa, des], 'server'),
      'TLSv1.1',
      "obsolete by RFC 8996 §5; 3 suites in the server's order: 1 dated, 1 weak, 1 broken",
      [cbc, rsa, des],
    ],
    [
      'one suite less and all are listed',
      survey([gcm, cbc, rsa, 'TLS_RSA_WITH_AES_256_CBC_SHA'], [cbc, rsa], 'server'),
      'TLSv1.1',
      "obsolete by RFC 8996 §5; 2 suites in the server's order: 1 dated, 1 weak",
      [cbc, rsa],
    ],
    ['a version of which nothing is known', survey([], [], 'unknown'), 'SSLv3', '', []],
  ])('%s', (_, of, name, words, listed) => expect(accountOf(of, name)).toMatchObject({ words, suites: listed }))

  test('versions come newest first', () => {
    expect(protocolAccounts(policySurvey).map(({ name, support }) => [name, support])).toEqual([
      ['TLSv1.3', 'accepted'],
      ['TLSv1.2', 'accepted'],
      ['TLSv1.1', 'refused'],
      ['TLSv1.0', 'refused'],
      ['SSLv3', 'refused'],
      ['SSLv2', 'refused'],
    ])
  })
})

test.each([
  [policySurvey, 'TLSv1.3 and TLSv1.2 accepted; TLSv1.1, TLSv1.0, SSLv3 and SSLv2 refused'],
  [fullSurvey, 'TLSv1.3, TLSv1.2, TLSv1.1, TLSv1.0 and SSLv2 accepted; SSLv3 not known'],
])('the versions in a sentence (%#)', (of, sentence) => expect(protocolSentence(of)).toBe(sentence))

test.each([
  ['X25519MLKEM768', 'X25519MLKEM768 (post-quantum)'],
  ['MLKEM1024', 'MLKEM1024 (post-quantum)'],
  ['x25519', 'x25519'],
  ['X25519Kyber768Draft00', 'X25519Kyber768Draft00'],
  ['group 0x1234', 'group 0x1234'],
])('the group %s is shown as %s', (name, words) => expect(groupWords(name)).toBe(words))

test('a client is said to connect with what was agreed, or why it does not', () => {
  expect(fullSurvey.clients.map(clientWords)).toEqual([
    'TLSv1.3 · TLS_AES_256_GCM_SHA384 · X25519MLKEM768',
    'TLSv1.2 · TLS_RSA_WITH_AES_128_CBC_SHA',
    expect.stringContaining('none of its 2 cipher suites is accepted in TLSv1.3'),
    'SSLv3 is not known',
  ])
})

test('features are told by their names, and those that have a value by that', () => {
  expect(featureSummary(fullSurvey)).toEqual([
    ['ALPN', 'http/1.1 is chosen'],
    ['DH primes', '1024 bits (RFC 2409 group 2)'],
    ['Features', 'secure-renegotiation'],
    ['Without', 'compression, heartbeat'],
    ['Not known', 'early-data'],
  ])
})

test("of a policy's questions only those features are shown that were asked about", () => {
  expect(knownFeatures(policySurvey).map(({ name }) => name)).toEqual(['secure-renegotiation', 'compression'])
  expect(knownFeatures(fullSurvey)).toEqual(fullSurvey.features)
})

test.each([
  [{ connections: 1, roundTrips: 1, durationMs: 4.4 }, '1 connection beside the handshake, 1 round trip, 4 ms'],
  [{ connections: 141, roundTrips: 23, durationMs: 1834 }, '141 connections beside the handshake, 23 round trips, 1.8 s'],
])('what it cost is said in words (%#)', (cost, words) => expect(costWords({ ...fullSurvey, cost })).toBe(words))

test.each<[name: string, evidence: readonly string[], words: readonly string[]]>([
  ['a probe is named with what it asked', ['probe 12'], ['probe 12 (the cipher suites most in use in TLSv1.0)']],
  ['a probe that is not in the survey keeps its number', ['probe 99'], ['probe 99']],
  ['what is no probe stays', ['step certificate', 'probe 2: a hello of TLSv1.0'], ['step certificate', 'probe 2: a hello of TLSv1.0']],
  ['many probes are numbers', ['probe 9', 'probe 1', 'probe 3', 'probe 2', 'step alert'], ['step alert', 'probes 1 to 3 and 9']],
  ['two in a row are no range', ['probe 4', 'probe 5', 'probe 8', 'probe 10'], ['probes 4, 5, 8 and 10']],
])('evidence: %s', (_, evidence, words) => expect(evidenceWords(evidence, fullSurvey)).toEqual(words))
