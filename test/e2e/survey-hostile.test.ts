// Real servers that make it hard to ask: one that serves one connection at a time, and a proxy that limits, slows down or bans. Whatever
// they do, a hello they would have answered is never called refused. And what we send is read by Wireshark as it was meant.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import { systemEnv } from '../../src/net/env.ts'
import { helloOf } from '../../src/probe/hello.ts'
import { Line, type LineOptions } from '../../src/probe/line.ts'
import type { Asked, Offer, Probe } from '../../src/probe/offer.ts'
import { partsOf } from '../../src/registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { encodeHandshake } from '../../src/wire/messages.ts'
import { encodeRecords } from '../../src/wire/record.ts'
import { routeTo, stopwatch } from '../support/loopback.ts'
import { haproxy, programPath, sServer } from '../support/real-servers.ts'

let own: Minted
let files: Record<string, string>
beforeAll(async () => {
  own = await mint()
  files = { 'cert.pem': own.chain, 'key.pem': own.key, 'both.pem': own.chain + own.key }
})

const context = { servername: 'localhost', alpn: ['h2', 'http/1.1'], random: (length: number) => randomBytes(length) }
const versions = { SSLv3: 0x0300, 'TLSv1.0': 0x0301, 'TLSv1.1': 0x0302, 'TLSv1.2': 0x0303, 'TLSv1.3': 0x0304 } as const

/** All suites of a version that a server with a certificate may have. */
const suitesOf = (version: number): number[] =>
  cipherSuites.rows.flatMap(row => {
    const parts = partsOf(row)
    const isUsable = parts && parts.firstProtocol <= version && version <= parts.lastProtocol && parts.bits >= 112
    return isUsable && !/PSK|SRP|KRB5|GOST/.test(parts.keyExchange ?? '') ? [row.code] : []
  })
const offer = (title: keyof typeof versions): Offer => {
  const version = versions[title]
  return { title, about: 'cipher-suites', hello: helloOf(context, { version, cipherSuites: suitesOf(version).slice(-128) }) }
}

/** Rounds of hellos, one of each of these versions in each. */
async function ask(
  port: number,
  rounds: number,
  names: readonly (keyof typeof versions)[],
  options: Partial<LineOptions> = {},
): Promise<{ line: Line; answers: string[] }> {
  function* probe(): Probe<void> {
    for (let round = 0; round < rounds; round += 10)
      yield Array.from({ length: Math.min(10, rounds - round) }, () => names.map(offer)).flat()
  }
  const line = new Line({
    route: routeTo(port),
    env: systemEnv,
    clock: stopwatch(),
    signal: AbortSignal.timeout(30_000),
    control: offer('TLSv1.2'),
    ...options,
  })
  await line.run(probe())
  await line.settle()
  // Controls and trials of lengths come in between, when the server gives occasion for them.
  const asked = line.asked.filter(({ offer: { title } }) => title in versions)
  return { line, answers: [...new Set(asked.map(answerOf))].sort() }
}

const answerOf = ({ offer: { title }, outcome }: Asked): string => {
  if (outcome.kind === 'accepted') return `${title} accepted`
  return outcome.kind === 'refused' ? `${title} refused` : `${title} unknown`
}

test('openssl s_server, which serves one connection at a time, answers all', async () => {
  await using server = await sServer(files, ['-cert', 'cert.pem', '-key', 'key.pem', '-cipher', 'ALL:@SECLEVEL=0', '-tlsextdebug'])
  const { line, answers } = await ask(server.port, 15, ['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'])
  expect(answers).toEqual(['SSLv3 refused', 'TLSv1.0 accepted', 'TLSv1.1 accepted', 'TLSv1.2 accepted', 'TLSv1.3 accepted'])
  expect(line.notes).toEqual([])
  expect(line.cost.roundTrips).toBeLessThanOrEqual(3)
})

describe('a proxy', () => {
  const limited = (rule: string): Promise<{ port: number } & AsyncDisposable> =>
    haproxy(
      files,
      `crt both.pem ssl-min-ver TLSv1.2
  stick-table type ip size 100 expire 60s store conn_cur,conn_cnt,conn_rate(1s)
  tcp-request connection track-sc0 src
  tcp-request connection ${rule}`,
    )

  test('that takes three connections at a time is asked one at a time', async () => {
    await using server = await limited('reject if { sc0_conn_cur gt 3 }')
    const { line, answers } = await ask(server.port, 15, ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'])
    expect(answers).toEqual(['TLSv1.1 refused', 'TLSv1.2 accepted', 'TLSv1.3 accepted'])
    expect(line.notes).toEqual([expect.stringContaining('one at a time')])
  })

  test('that takes ten connections a second is left in peace when it has enough', async () => {
    await using server = await limited('reject if { sc0_conn_rate gt 10 }')
    const { line, answers } = await ask(server.port, 8, ['TLSv1.2', 'TLSv1.3'])
    expect(answers.filter(answer => answer.endsWith('refused'))).toEqual([])
    expect(answers).toContain('TLSv1.3 accepted')
    expect(line.notes.length).toBeGreaterThan(0)
  })

  test.each([
    ['hangs up', 'reject if { sc0_conn_cnt gt 20 }'],
    ['is silent', 'silent-drop if { sc0_conn_cnt gt 20 }'],
  ])('that bans after twenty connections and %s refuses nothing from then on', async (_, rule) => {
    await using server = await limited(rule)
    const { line, answers } = await ask(server.port, 30, ['TLSv1.2', 'TLSv1.3'], { answerMs: 500 })
    expect(answers).toEqual(['TLSv1.2 accepted', 'TLSv1.2 unknown', 'TLSv1.3 accepted', 'TLSv1.3 unknown'])
    expect(line.notes).toEqual([expect.stringContaining('took no hello any more')])
    expect(line.cost.connections).toBeLessThan(60)
  })

  test('that bans from the start is never called one that refuses', async () => {
    await using server = await limited('reject if TRUE')
    const { answers } = await ask(server.port, 10, ['TLSv1.0', 'TLSv1.2'])
    expect(answers).toEqual(['TLSv1.0 unknown', 'TLSv1.2 unknown'])
  })
})

const missing = ['tshark', 'text2pcap'].filter(name => programPath(name) === null)
test.skipIf(missing.length > 0)(`Wireshark reads our hellos${missing.length > 0 ? ` (skipped: no ${missing.join()})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tlsgate-hello-'))
  try {
    for (const title of Object.keys(versions) as (keyof typeof versions)[]) {
      const { hello } = offer(title)
      if (hello.kind !== 'client_hello') throw new Error('no ClientHello')
      const bytes = Buffer.from(encodeRecords(22, encodeHandshake(hello, { version: 0x0301 }), { version: 0x0301 }))
      writeFileSync(join(folder, 'hex'), `0000 ${[...bytes].map(byte => byte.toString(16).padStart(2, '0')).join(' ')}\n`)
      execFileSync('text2pcap', ['-q', '-T', '40000,443', 'hex', 'pcap'], { cwd: folder, stdio: 'ignore' })
      const fields = ['handshake.version', 'handshake.cipher_suites_length', 'handshake.extension.type'].flatMap(name => [
        '-e',
        `tls.${name}`,
      ])
      const read = (...args: string[]): string =>
        execFileSync('tshark', ['-r', 'pcap', ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trimEnd()
      const [version, length, types = ''] = read('-T', 'fields', ...fields).split('\t')
      expect(Number(version), title).toBe(Math.min(versions[title], 0x0303))
      expect(Number(length), title).toBe(2 * hello.cipherSuites.length)
      expect(types === '' ? [] : types.split(','), title).toHaveLength(hello.extensions?.length ?? 0)
      expect(read('-Y', '_ws.malformed || _ws.expert.severity == "Error"'), title).toBe('')
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
