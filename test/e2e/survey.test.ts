// The full survey against real servers: what it finds, and what it costs. Their peers' view of the same servers is in survey-peers.test.ts.
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Survey } from '../../src/judge/survey.ts'
import { surveyOf } from '../../src/judge/survey-of.ts'
import { systemEnv } from '../../src/net/env.ts'
import { secureContext } from '../../src/net/tls.ts'
import { featuresOf } from '../../src/probe/features.ts'
import { probeHandshake } from '../../src/probe/handshake.ts'
import { ledgerOf } from '../../src/probe/ledger.ts'
import { Line } from '../../src/probe/line.ts'
import { probeResumption } from '../../src/probe/resumption.ts'
import { fullSurvey } from '../../src/probe/survey/full.ts'
import { routeTo, stopwatch } from '../support/loopback.ts'
import { nginx, programPath, sServer } from '../support/real-servers.ts'
import { type SurveyFiles, surveyFiles, surveyServers } from '../support/survey-servers.ts'

let files: SurveyFiles
beforeAll(async () => {
  files = await surveyFiles()
})

interface Surveyed extends Omit<Survey, 'clients'> {
  /** With those of whole handshakes. */
  readonly connections: number
  readonly feature: Readonly<Record<string, string>>
}

async function surveyed(port: number): Promise<Surveyed> {
  const route = routeTo(port, { address: { address: '127.0.0.1', family: 4 } })
  const ways = { route, env: systemEnv, clock: stopwatch(), signal: AbortSignal.timeout(30_000) }
  const line = new Line(ways)
  const context = { servername: 'localhost', alpn: ['h2', 'http/1.1'], random: (length: number) => new Uint8Array(randomBytes(length)) }
  const question = { ...ways, client: {}, servername: context.servername, alpn: context.alpn }
  const first = probeHandshake({ ...question, context: secureContext({}), keepsSession: true }, ways.env, ways.clock, ways.signal)
  const [{ resumption, connections }] = await Promise.all([
    probeResumption(question, first),
    ...fullSurvey(context).map(probe => line.run(probe)),
  ])
  await line.settle()
  const ledger = ledgerOf(line.asked)
  const features = featuresOf(ledger, resumption)
  const survey = surveyOf({ kind: 'full', ledger, known: null, features, cost: line.cost, notes: line.notes })
  return {
    ...survey,
    connections: line.cost.connections + connections,
    feature: Object.fromEntries(features.map(({ name, status }) => [name, status])),
  }
}

const opensslGroups = [
  'ffdhe2048',
  'ffdhe3072',
  'ffdhe4096',
  'ffdhe6144',
  'ffdhe8192',
  'secp256r1',
  'secp384r1',
  'secp521r1',
  'x25519',
  'x448',
]
const curves = ['secp256r1', 'secp384r1', 'secp521r1', 'x25519', 'x448']

describe.skipIf(programPath('nginx') === null)('nginx with six suites of TLS 1.2 and three of 1.3', () => {
  const suites12 = ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256']
  const inOrder = ['TLS_ECDHE_RSA_WITH_', 'TLS_DHE_RSA_WITH_'].flatMap(prefix => suites12.map(suite => prefix + suite))

  test.each([
    ['nginx, six suites of TLS 1.2 and three of 1.3', 'server'],
    ["nginx, the same in the client's order", 'client'],
  ] as const)('%s: everything is found in at most 45 connections', async (name, order) => {
    await using server = await surveyServers[name].start(files)
    const survey = await surveyed(server.port)
    expect(survey.protocols).toEqual({
      SSLv2: 'refused',
      SSLv3: 'refused',
      'TLSv1.0': 'refused',
      'TLSv1.1': 'refused',
      'TLSv1.2': 'accepted',
      'TLSv1.3': 'accepted',
    })
    expect(survey.cipherOrder).toEqual({ 'TLSv1.2': order, 'TLSv1.3': order })
    expect(survey.cipherSuites['TLSv1.2']?.toSorted()).toEqual(inOrder.toSorted())
    if (order === 'server') {
      expect(survey.cipherSuites['TLSv1.2']).toEqual(inOrder)
      expect(survey.cipherSuites['TLSv1.3']).toEqual(['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'])
    }
    expect(survey.groupsByProtocol['TLSv1.3']?.toSorted()).toEqual(opensslGroups)
    expect(survey.groupsByProtocol['TLSv1.2']?.toSorted()).toEqual(curves)
    expect(survey.signatureSchemesByProtocol['TLSv1.3']?.toSorted()).toEqual([
      'rsa_pss_rsae_sha256',
      'rsa_pss_rsae_sha384',
      'rsa_pss_rsae_sha512',
    ])
    expect(survey.complete).toBe(true)
    expect(survey.feature).toEqual({
      ...Object.fromEntries(survey.features.map(each => [each.name, 'yes'])),
      ...{ 'resumption-by-id': 'no', 'early-data': 'no', compression: 'no', heartbeat: 'no', 'dh-reuse': 'no', 'ecdh-reuse': 'no' },
      ...{ 'strict-server-name': 'no', 'client-certificate-request': 'no' },
    })
    expect(survey.connections).toBeLessThanOrEqual(45)
    expect(survey.cost.roundTrips).toBeLessThanOrEqual(9)
  })

  test('early data and sessions kept by the server are told', async () => {
    await using server = await nginx(
      files,
      'ssl_certificate rsa.pem; ssl_certificate_key rsa.key; ssl_protocols TLSv1.2 TLSv1.3; ssl_early_data on; ssl_session_cache shared:s:1m;',
    )
    const { feature } = await surveyed(server.port)
    expect(feature).toMatchObject({
      'resumption-by-id': 'yes',
      'resumption-by-ticket': 'yes',
      'resumption-tls13': 'yes',
      'early-data': 'yes',
    })
  })
})

describe.skipIf(programPath('openssl') === null)('openssl s_server', () => {
  test('with every suite is surveyed to the end, one connection at a time', async () => {
    await using server = await surveyServers['openssl s_server, every suite'].start(files)
    const survey = await surveyed(server.port)
    const found = Object.values(survey.cipherSuites).flat()
    expect(found.length).toBeGreaterThan(120)
    expect(survey.complete).toBe(true)
    expect(survey.connections).toBeLessThanOrEqual((found.length * 5) / 3)
    expect(survey.cost.roundTrips).toBeLessThanOrEqual(20)
  })

  test.each<[string, readonly string[], Partial<Record<string, readonly string[]>>]>([
    ['TLS 1.3 alone', ['-tls1_3'], { 'TLSv1.3': ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'] }],
    ['TLS 1.2 with one suite', ['-tls1_2', '-cipher', 'AES128-SHA'], { 'TLSv1.2': ['TLS_RSA_WITH_AES_128_CBC_SHA'] }],
    [
      'an anonymous suite alone',
      ['-tls1_2', '-cipher', 'ADH-AES128-SHA@SECLEVEL=0', '-nocert'],
      { 'TLSv1.2': ['TLS_DH_anon_WITH_AES_128_CBC_SHA'] },
    ],
  ])('with %s', async (_, args, expected) => {
    const certificate = args.includes('-nocert') ? [] : ['-cert', 'rsa.pem', '-key', 'rsa.key']
    await using server = await sServer(files, [...certificate, ...args])
    const survey = await surveyed(server.port)
    expect(Object.fromEntries(Object.entries(survey.cipherSuites).map(([name, suites]) => [name, suites.toSorted()]))).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, suites]) => [name, suites?.toSorted()])),
    )
    expect(survey.complete).toBe(true)
  })
})
