// Named clients against nginx: what is derived, what the client's hello is answered with, and what the real program negotiates, are the same.
// And the programs that are installed here still send what their rows say.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mint } from '../../src/fixtures/mint.ts'
import { clientResults, deriveClient } from '../../src/judge/clients.ts'
import type { ClientResult } from '../../src/judge/survey.ts'
import { systemEnv } from '../../src/net/env.ts'
import { clientHelloOf, clientOffer } from '../../src/probe/client-hello.ts'
import { type HelloParts, helloOf, suitesPerHello } from '../../src/probe/hello.ts'
import { keyShare } from '../../src/probe/key-share.ts'
import { type Ledger, ledgerOf, suitesOf } from '../../src/probe/ledger.ts'
import { Line } from '../../src/probe/line.ts'
import type { Offer, Outcome, Probe, Subject } from '../../src/probe/offer.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { type ClientProfile, grease } from '../../src/registry/clients/client-profile.ts'
import { clientProfile, clientProfiles } from '../../src/registry/clients/clients.ts'
import { groups } from '../../src/registry/groups.ts'
import { capture } from '../clients/capture.ts'
import { found, programs } from '../clients/programs.ts'
import { run } from '../clients/running.ts'
import { settled } from '../clients/settled.ts'
import { helloIn } from '../clients/template.ts'
import { routeTo, stopwatch, tlsServer } from '../support/loopback.ts'
import { nginx, programPath, type RealServer } from '../support/real-servers.ts'

const context = { servername: 'localhost', alpn: [], random: (length: number) => new Uint8Array(randomBytes(length)) }

/** Programs, with where they are or why they are skipped. */
const installed = programs.map(program => {
  const place = found(program)
  const skipped = 'missing' in place ? ` (skipped: ${place.missing})` : ''
  return { program, path: 'path' in place ? place.path : '', skip: skipped !== '', title: program.name + skipped }
})

describe('the hello of a program that is installed here', () => {
  for (const { program, path, skip, title } of installed)
    test.skipIf(skip)(`is that of its row: ${title}`, async () => {
      const sent = helloIn(await capture(program, path))
      const profile = profileOf(program.name)
      expect(sent?.recordVersion).toBe(profile.recordVersion)
      expect(sent && settled(sent.hello, profile)).toBe(settled(clientHelloOf(profile, context), profile))
    })
})

const profileOf = (name: string): ClientProfile => clientProfile(name) ?? expect.unreachable(`no profile ${name}`)

const aead = 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305'
const client = 'ssl_prefer_server_ciphers off;'

/** What Mozilla calls modern, intermediate and old, with a certificate for a key of either kind. */
const settings = [
  ['modern', 'rsa:2048', `ssl_protocols TLSv1.3; ${client}`],
  ['intermediate', 'rsa:2048', `ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ${aead}; ${client}`],
  ['old', 'rsa:2048', `ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ${aead}:AES128-SHA:DES-CBC3-SHA:@SECLEVEL=0; ${client}`],
  ['intermediate with ECDSA', 'ec:P-384', `ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ${aead.replaceAll('RSA', 'ECDSA')}; ${client}`],
] as const

const skip = programPath('nginx') === null

describe.each(settings)(`nginx with %s settings${skip ? ' (skipped: nginx is not installed)' : ''}`, { skip }, (_, key, directives) => {
  let server: RealServer
  let ledger: Ledger
  /** By the answers to their own hellos. */
  let answered: ReadonlyMap<string, ClientResult>

  beforeAll(async () => {
    const { chain, key: keyPem } = await mint({ key, dns: ['localhost'] })
    const answer = `location / { return 200 "negotiated $ssl_protocol $ssl_cipher $ssl_curve"; }`
    server = await nginx(
      { 'chain.pem': chain, 'key.pem': keyPem },
      `ssl_certificate chain.pem; ssl_certificate_key key.pem; ${directives} ${answer}`,
    )
    const line = new Line({ route: routeTo(server.port), env: systemEnv, clock: stopwatch(), signal: AbortSignal.timeout(60_000) })
    await line.run(everyClient())
    await Promise.all([0x0300, 0x0301, 0x0302, 0x0303, 0x0304].map(version => line.run(oneByOne(version))))
    await line.settle()
    ledger = ledgerOf(line.asked)
    answered = new Map(clientResults(clientProfiles(), ledger).map(result => [result.name, result]))
  })
  afterAll(() => server?.[Symbol.asyncDispose]())

  test('takes the clients that it is derived to take, with what it is derived to choose', () => {
    const derived = clientProfiles().map(profile => deriveClient(profile, ledger, byClient))
    const differ = derived.flatMap(one => {
      const own = answered.get(one.name)
      const same =
        own?.connects === one.connects && own.protocol === one.protocol && (one.cipherSuite ?? own.cipherSuite) === own.cipherSuite
      return same && (one.group ?? own.group) === own.group ? [] : { own, one }
    })
    expect(differ).toEqual([])
    expect(derived.filter(({ connects }) => connects === 'unknown')).toEqual([])
  })

  for (const { program, path, title, skip } of installed.filter(each => each.program.prints))
    test.skipIf(skip)(`is reached as its hello says: ${title}`, async () => {
      await using running = run(program, path, server.port)
      const { output, errors } = await running.printed
      const [, protocol, cipher, curve] = /negotiated ([\w.]+) ([\w-]+) (\w+)/.exec(output) ?? []
      const result = answered.get(program.name)
      expect([result?.connects, output + errors]).toEqual([protocol ? 'yes' : 'no', output + errors])
      expect(result?.protocol ?? undefined).toBe(protocol)
      expect(cipherSuites.rows.find(({ openssl }) => openssl === cipher)?.name).toBe(result?.cipherSuite ?? undefined)
      if (result?.group) expect(groups.rows.find(({ openssl }) => openssl === curve)?.name).toBe(result.group)
    })
})

// X25519MLKEM768 came with OpenSSL 3.5, and a server checks that the key in the share has the form of one (FIPS 203 §7.2).
test.skipIf(Number.parseFloat(process.versions.openssl) < 3.5)('an ML-KEM share is taken by a server that has the group', async () => {
  const { chain, key } = await mint({ key: 'ec:P-256' })
  await using server = await tlsServer({ cert: chain, key, ecdhCurve: 'X25519MLKEM768' })
  const line = new Line({ route: routeTo(server.port), env: systemEnv, clock: stopwatch(), signal: AbortSignal.timeout(10_000) })
  await line.run(everyClient())
  await line.settle()
  const results = clientResults(clientProfiles(), ledgerOf(line.asked))
  const takers = results.flatMap(({ name, group }) => (group === 'X25519MLKEM768' ? [name] : []))
  expect(takers).toEqual(['chrome', 'firefox', 'safari', 'openssl-3.5', 'node-22', 'node-24', 'node-26', 'go-1.27'])
  expect(results.find(({ name }) => name === 'java-17')?.connects).toBe('no')
})

const byClient = {
  cipherOrder: { 'TLSv1.0': 'client', 'TLSv1.1': 'client', 'TLSv1.2': 'client', 'TLSv1.3': 'client' },
  cipherSuites: {},
} as const

function* everyClient(): Probe<void> {
  yield clientProfiles().map(profile => clientOffer(profile, context))
}

/** Asks for each thing that a client offers in a hello of its own, and for the rest of the suites at once: nothing rests on how a survey saves hellos. */
function* oneByOne(version: number): Probe<void> {
  const offered = (list: (profile: ClientProfile) => readonly number[]): number[] =>
    [...new Set(clientProfiles().flatMap(list))].filter(code => code !== grease)
  const offer = (about: Subject, parts: Omit<HelloParts, 'version'>): Offer => ({
    title: 'one',
    about,
    hello: helloOf(context, { version, ...parts }),
  })
  const usable = suitesOf(version)
  const suites = offered(({ cipherSuites }) => cipherSuites).filter(code => usable.includes(code))
  const others = usable.filter(code => !suites.includes(code))
  yield Array.from({ length: Math.ceil(others.length / suitesPerHello) }, (_, index) =>
    offer('cipher-suites', { cipherSuites: others.slice(index * suitesPerHello, (index + 1) * suitesPerHello) }),
  )
  const taken = accepted(suites, yield suites.map(code => offer('cipher-suites', { cipherSuites: [code] })))
  if (taken.length === 0) return
  const schemes = offered(({ signatureSchemes }) => signatureSchemes)
  const curves = offered(({ groups }) => groups)
  // Before TLS 1.3 the curve of an ECDSA certificate has to be offered: here it is P-384, and the first that fits is chosen.
  const exchanges = taken.filter(code => version >= 0x0304 || cipherSuites.label(code).includes('ECDHE'))
  yield curves.map(code => offer('groups', { cipherSuites: exchanges, groups: [...new Set(version >= 0x0304 ? [code] : [code, 0x0018])] }))
  if (version < 0x0303) return
  yield schemes.map(code => {
    const { share, privateKey } = keyShare()
    return { ...offer('signature-schemes', { cipherSuites: exchanges, signatureSchemes: [code], shares: [share] }), privateKey }
  })
}

const accepted = (codes: readonly number[], outcomes: readonly Outcome[]): number[] =>
  codes.filter((_, index) => outcomes[index]?.kind === 'accepted')
