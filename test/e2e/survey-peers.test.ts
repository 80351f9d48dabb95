// The full survey beside sslscan and nmap's ssl-enum-ciphers on the same servers: the same protocols and suites, and a reason where not.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { gate } from '../../src/gate.ts'
import type { Survey } from '../../src/judge/survey.ts'
import { sslv2CipherKinds } from '../../src/registry/sslv2-cipher-kinds.ts'
import { type OldServer, oldServer, oldServers } from '../support/old-servers.ts'
import { peers, type Suites, surveyedSuites } from '../support/peers.ts'
import { programPath } from '../support/real-servers.ts'
import { type SurveyFiles, type SurveyServer, surveyFiles, surveyServers } from '../support/survey-servers.ts'

let files: SurveyFiles

beforeAll(async () => {
  files = await surveyFiles()
})

type PeerName = keyof typeof peers
type ServerName = keyof typeof surveyServers

/** What a peer does not find although the server accepts it. */
interface Omission {
  readonly server: ServerName
  readonly peer: PeerName
  readonly omits: (protocol: string, suite: string) => boolean
  readonly why: string
}

const omissions: readonly Omission[] = [
  {
    server: 'openssl s_server with a pre-shared key',
    peer: 'sslscan',
    omits: (_, suite) => suite.includes('PSK'),
    why: "it asks through OpenSSL's client, which offers no such suite without a key",
  },
  ...(['sslscan', 'nmap'] as const).map(
    (peer): Omission => ({
      server: 'openssl s_server on brainpoolP256r1 alone',
      peer,
      omits: (_, suite) => suite.startsWith('TLS_ECDH'),
      why: 'its hellos offer no brainpool curve when they ask about suites',
    }),
  ),
  {
    server: 'openssl s_server that signs with RSA-PSS and SHA-512 alone',
    peer: 'nmap',
    omits: protocol => protocol === 'TLSv1.2',
    why: 'its hellos have no signature_algorithms, which means SHA-1 (RFC 5246 §7.4.1.4.1)',
  },
]

/** Servers of which something stays unknown, and why. */
const open: Partial<Record<ServerName, string>> = {
  'openssl s_server on brainpoolP256r1 alone':
    'it speaks TLS 1.3 with no group that it has, so that no hello of ours says which suites it would take',
}

async function survey(port: number): Promise<Survey> {
  const { targets } = await gate([`tls://127.0.0.1:${port}`], {
    ca: [files['ca.pem']],
    servername: 'localhost',
    survey: 'full',
    timeoutMs: 30_000,
  })
  const found = targets[0]?.survey
  if (!found) throw new Error('no survey')
  return found
}

async function ask(name: PeerName, port: number): Promise<Suites> {
  const { program, args, suites } = peers[name]
  const { stdout } = await promisify(execFile)(program, [...args('127.0.0.1', port)], { maxBuffer: 2 ** 26 })
  return suites(stdout)
}

/** Without what is omitted, and without protocols of which nothing is left. */
function without(found: Suites, omits: Omission['omits']): Suites {
  const left = Object.entries(found).map(([protocol, suites]) => [protocol, suites.filter(suite => !omits(protocol, suite))] as const)
  return Object.fromEntries(left.filter(([, suites]) => suites.length > 0))
}

const missing = (programs: readonly string[]) => ({ skip: programs.some(program => programPath(program) === null) })

const servers: readonly (SurveyServer & { readonly name: ServerName })[] = (Object.keys(surveyServers) as ServerName[]).map(name => ({
  name,
  ...surveyServers[name],
}))

describe.each(servers)('$name', ({ name, program, start }) => {
  test('has the same suites for tlsgate, sslscan and nmap', missing([program, 'sslscan', 'nmap']), async () => {
    await using server = await start(files)
    const found = await survey(server.port)
    expect({ complete: found.complete, open: open[name] }).toEqual({ complete: open[name] === undefined, open: open[name] })
    const ours = surveyedSuites(found)
    for (const peer of ['sslscan', 'nmap'] as const) {
      const theirs = await ask(peer, server.port)
      const omission = omissions.find(known => known.server === name && known.peer === peer)
      expect(theirs, omission?.why).toEqual(omission ? without(ours, omission.omits) : ours)
      if (omission) expect(theirs, `${peer} has caught up`).not.toEqual(ours)
    }
  })
})

/** What an old server was told to accept. */
function modelled({ suites, sslv2 = [] }: OldServer): Suites {
  const old = sslv2.length > 0 ? [['SSLv2', sslv2.map(kind => sslv2CipherKinds.label(kind))] as const] : []
  return Object.fromEntries([...old, ...Object.entries(suites)].map(([protocol, names]) => [protocol, names.toSorted()]))
}

/** What is wrong with each, beside age. */
const intolerances: Partial<Record<keyof typeof oldServers, readonly string[]>> = {
  'hangs up on hellos of 256 to 511 bytes': ['length-tolerance'],
  'hangs up on hellos of 256 bytes and more': ['length-tolerance', 'long-hello-tolerance'],
  'hangs up on versions it does not know': ['version-tolerance'],
}

const oldOnes = Object.keys(oldServers) as (keyof typeof oldServers)[]

describe.each(oldOnes)('a server that %s', name => {
  const model: OldServer = oldServers[name]

  test('has the suites and features it was told to have, and is blamed for nothing else', async () => {
    await using server = await oldServer(model)
    const found = await survey(server.port)
    expect(surveyedSuites(found)).toEqual(modelled(model))
    const named = (status: string, pattern: RegExp): string[] =>
      found.features.filter(feature => feature.status === status && pattern.test(feature.name)).map(feature => feature.name)
    expect(named('no', /-tolerance$/)).toEqual(intolerances[name] ?? [])
    expect(named('yes', /^strict-|^compression$|^heartbeat$|^secure-renegotiation$/).toSorted()).toEqual(
      name === 'compresses and has a heartbeat' ? ['compression', 'heartbeat'] : [],
    )
  })

  // nmap's script has no SSLv2, and a hello below 256 bytes.
  test('has the same suites for nmap', missing(['nmap']), async () => {
    await using server = await oldServer(model)
    expect(await ask('nmap', server.port)).toEqual(without(modelled(model), protocol => protocol === 'SSLv2'))
  })
})

// It completes every handshake, which no old server can: what it says of those two versions rests on the ServerHello.
test('SSLv2 and SSLv3 are there for sslscan too', missing(['sslscan']), async () => {
  await using server = await oldServer(oldServers['speaks SSLv2 and SSLv3 alone'])
  expect(Object.keys(await ask('sslscan', server.port))).toEqual(['SSLv2', 'SSLv3'])
})
