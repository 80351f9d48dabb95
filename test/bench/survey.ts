// What a full survey costs beside sslscan and nmap: the same servers, whole processes in turns, on loopback and over 50 ms of round trip.
// Run `npm run build` first, then `node test/bench/survey.ts [ROUNDS] [ROUNDS OVER 50 MS]`. Prints figures; asserts nothing, since a busy
// machine is no fault of the code. That the three find the same suites is held by test/e2e/survey-peers.test.ts; here it is printed beside.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { isDeepStrictEqual, promisify } from 'node:util'
import { listen } from '../support/loopback.ts'
import { type Peer, peers, type Suites, surveyedSuites } from '../support/peers.ts'
import { type SurveyServer, surveyFiles, surveyServers } from '../support/survey-servers.ts'
import { delayedNetwork } from './delay.ts'
import { type Command, inTurns, median } from './processes.ts'

const [rounds = 11, delayedRounds = 3] = process.argv.slice(2).map(Number)
const roundTripMs = 50
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tlsgate-bench-'))

const tools = {
  tlsgate: {
    program: process.execPath,
    args: (host, port) => [
      ...[join(root, 'build/cli/index.js'), 'check', `${host}:${port}`, '--servername', 'localhost', '--ca', join(folder, 'ca.pem')],
      ...['--survey', 'full', '--format', 'json', '--timeout', '60'],
    ],
    suites: output => surveyedSuites(JSON.parse(output).targets[0].survey),
  },
  ...peers,
} satisfies Record<string, Peer>

type Tool = keyof typeof tools
const toolNames = Object.keys(tools) as Tool[]

/** The most connections, and how many times faster than each peer, on loopback and over the delay; without a figure nothing is asked. */
const wanted = {
  // 45 beside the handshake.
  'nginx, six suites of TLS 1.2 and three of 1.3': { connections: 46, near: { sslscan: 2, nmap: 1 }, far: { sslscan: 15, nmap: 3.5 } },
  'nginx, every suite': { connections: null, near: { sslscan: 2, nmap: 1 }, far: { sslscan: 15, nmap: 15 } },
  'openssl s_server, every suite': { connections: null, near: { sslscan: 1 }, far: null },
} satisfies Partial<Record<keyof typeof surveyServers, Wanted>>

type Factors = Partial<Record<Tool, number>>

interface Wanted {
  readonly connections: number | null
  readonly near: Factors
  readonly far: Factors | null
}

/** A run of each that is not timed: how many connections it takes, and what it finds. */
async function counted(port: number, most: number | null): Promise<void> {
  const found: Suites[] = []
  for (const name of toolNames) {
    await using proxy = await listen(socket => void pipeline(socket, connect(port, '127.0.0.1'), socket, () => {}))
    const { program, args, suites } = tools[name]
    // Exit code 1 is the verdict 'fail', which says nothing against the report.
    const { stdout } = await promisify(execFile)(program, [...args('127.0.0.1', proxy.port)], { maxBuffer: 2 ** 26 }).catch(error =>
      error.code === 1 ? error : Promise.reject(error),
    )
    found.push(suites(stdout))
    const counts = Object.entries(found.at(-1) ?? {}).map(([protocol, list]) => `${list.length} of ${protocol}`)
    const bound = name === 'tlsgate' && most !== null ? ` (at most ${most})` : ''
    console.log(`  ${name.padEnd(8)} ${String(proxy.connections()).padStart(4)} connections${bound}, ${counts.join(', ')}`)
  }
  console.log(found.every(suites => isDeepStrictEqual(suites, found[0])) ? '  the same suites' : '  NOT the same suites')
}

async function timed(title: string, times: number, at: { host: string; port: number }, factors: Factors): Promise<void> {
  const command = (name: Tool): Command => ({ program: tools[name].program, args: tools[name].args(at.host, at.port), exitCodes: [0, 1] })
  const commands = Object.fromEntries(toolNames.map(name => [name, command(name)])) as Record<Tool, Command>
  const taken = await inTurns(times, commands)
  const figures = toolNames.map(name => {
    const ms = median(taken.map(round => round[name])).toFixed(0)
    if (name === 'tlsgate') return `tlsgate ${ms} ms`
    const faster = median(taken.map(round => round[name] / round.tlsgate)).toFixed(2)
    return `${name} ${ms} ms: ${faster} times${factors[name] === undefined ? '' : ` (at least ${factors[name]})`}`
  })
  console.log(`  ${title}: ${figures.join(', ')}`)
}

try {
  const files = await surveyFiles()
  writeFileSync(join(folder, 'ca.pem'), files['ca.pem'])
  await using network = await delayedNetwork(roundTripMs)
  if (!network) console.log('no network with a delay: that takes root, /dev/net/tun and python3')
  for (const [name, { connections, near, far }] of Object.entries<Wanted>(wanted)) {
    const { start }: SurveyServer = surveyServers[name as keyof typeof wanted]
    console.log(name)
    {
      await using server = await start(files)
      await counted(server.port, connections)
      await timed('loopback', rounds, { host: '127.0.0.1', port: server.port }, near)
    }
    if (!network || !far) continue
    await using server = await start(files, network.listenAt)
    await timed(`${roundTripMs} ms round trip`, delayedRounds, { host: network.reachedAt, port: server.port }, far)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
