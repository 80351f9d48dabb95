// The payloads of --active against real servers, which are all safe, and the servers with faults against the scanners that know these faults.
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import { serve } from '../../src/fixtures/serve.ts'
import { deadline } from '../../src/net/deadline.ts'
import { systemEnv } from '../../src/net/env.ts'
import { type PayloadReport, payloadNames, sendPayloads } from '../../src/probe/active/payloads.ts'
import { routeTo, stopwatch } from '../support/loopback.ts'
import { apache, freePort, haproxy, nginx, programPath, sServer } from '../support/real-servers.ts'

const run = promisify(execFile)

let leaf: Minted
beforeAll(async () => {
  leaf = await mint()
})
const files = (): Record<string, string> => ({ 'chain.pem': leaf.chain, 'key.pem': leaf.key, 'both.pem': leaf.chain + leaf.key })

async function answersOf(port: number): Promise<PayloadReport['answers']> {
  using limit = deadline(10_000)
  const context = { servername: 'localhost', alpn: [], random: randomBytes }
  const place = { route: routeTo(port), env: systemEnv, clock: stopwatch(), signal: limit.signal }
  return (await sendPayloads({ ...place, context, address: '127.0.0.1', iOwnThisHost: false })).answers
}

const when = (program: string) => ({ skip: programPath(program) === null })

const safe = {
  heartbleed: { kind: 'safe', detail: 'the heartbeat extension was not answered' },
  'ccs-injection': { kind: 'safe', detail: 'an early ChangeCipherSpec was refused by alert unexpected_message' },
  ticketbleed: { kind: 'safe', detail: 'a session id of 31 bytes came back as it was' },
}

describe('real servers are safe', () => {
  const certificate = ['-cert', 'chain.pem', '-key', 'key.pem']

  test.each(['-tls1', '-tls1_1', '-tls1_2'])('openssl s_server %s', when('openssl'), async version => {
    await using server = await sServer(files(), [...certificate, version, '-cipher', 'ALL:@SECLEVEL=0'])
    expect(await answersOf(server.port)).toEqual(safe)
  })

  test('nginx', when('nginx'), async () => {
    await using server = await nginx(files(), 'ssl_certificate chain.pem; ssl_certificate_key key.pem;')
    expect(await answersOf(server.port)).toEqual(safe)
  })

  test('nginx without tickets', when('nginx'), async () => {
    await using server = await nginx(files(), 'ssl_certificate chain.pem; ssl_certificate_key key.pem; ssl_session_tickets off;')
    expect((await answersOf(server.port)).ticketbleed).toEqual({ kind: 'safe', detail: 'no session ticket was issued' })
  })

  test('Apache', when('apache2'), async () => {
    await using server = await apache(files(), 'SSLCertificateFile chain.pem\nSSLCertificateKeyFile key.pem')
    expect(await answersOf(server.port)).toEqual(safe)
  })

  test('HAProxy', when('haproxy'), async () => {
    await using server = await haproxy(files(), 'crt both.pem')
    expect(await answersOf(server.port)).toEqual(safe)
  })

  // The one server here that still has heartbeats, and it checks their lengths.
  test('GnuTLS with heartbeats', when('gnutls-serv'), async () => {
    await using server = await gnutlsServer('--heartbeat')
    const { heartbleed, 'ccs-injection': ccsInjection } = await answersOf(server.port)
    expect(heartbleed).toEqual({ kind: 'safe', detail: 'a heartbeat without padding was not answered' })
    expect(ccsInjection.kind).toBe('safe')
  })

  test('one of TLS 1.3 alone takes part in no such handshake', when('openssl'), async () => {
    await using server = await sServer(files(), [...certificate, '-tls1_3'])
    const answers = await answersOf(server.port)
    for (const name of payloadNames) expect(answers[name].kind).toBe('unknown')
    expect(answers.heartbleed.detail).toBe('the hello was refused by alert protocol_version')
  })
})

describe('other scanners see in our servers what we do', () => {
  const scripts = ['ssl-heartbleed', 'ssl-ccs-injection']
  test.each([
    ['heartbleed', ['VULNERABLE', null]],
    ['ccs-injection', [null, 'VULNERABLE']],
    ['healthy-tls-1-2', [null, null]],
  ] as const)('nmap: %s', when('nmap'), async (name, expected) => {
    await using server = await serve(name)
    const states = scripts.map(async script => {
      const { stdout } = await run('nmap', ['-Pn', '-p', String(server.port), '--script', `+${script}`, server.host])
      return /State: (.*)/.exec(stdout)?.[1] ?? null
    })
    expect(await Promise.all(states)).toEqual(expected)
  })

  test.each([
    ['heartbleed', 'vulnerable'],
    ['healthy-tls-1-2', 'not vulnerable'],
  ] as const)('sslscan: %s is %s', when('sslscan'), async (name, expected) => {
    await using server = await serve(name)
    const { stdout } = await run('sslscan', ['--no-colour', '--no-ciphersuites', '--no-groups', `${server.host}:${server.port}`])
    expect(/TLSv1\.2 (.*) to heartbleed/.exec(stdout)?.[1]).toBe(expected)
  })
})

/** `gnutls-serv`, which answers one line of text. */
async function gnutlsServer(...options: readonly string[]): Promise<AsyncDisposable & { readonly port: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'tlsgate-gnutls-'))
  for (const [name, text] of Object.entries(files())) writeFileSync(join(folder, name), text)
  const port = await freePort()
  const args = ['--port', String(port), '--x509certfile', 'chain.pem', '--x509keyfile', 'key.pem', '--quiet', ...options]
  const child = spawn('gnutls-serv', args, { cwd: folder, stdio: 'ignore' })
  for (const end = Date.now() + 10_000; !(await takesConnections(port)) && Date.now() < end; )
    await new Promise(again => setTimeout(again, 20))
  return {
    port,
    async [Symbol.asyncDispose]() {
      const exited = new Promise(resolve => child.once('exit', resolve))
      child.kill()
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
