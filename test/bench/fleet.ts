// What a thousand targets cost in one job: the rate of handshakes beside a bare script's, and the peak of memory, of the command line and of the
// Action. Run `npm run build` first, then `node test/bench/fleet.ts [TARGETS] [ROUNDS]`. Prints figures; asserts nothing.
// The bound is on handshakes a second while hands are shaken, as the server sees it, beside the script that anybody would write: `connect` with
// its ca for each target. The whole processes, start and five report files included, and a script that shares one secure context stand beside it.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { mint } from '../../src/fixtures/mint.ts'
import { type Command, inTurns, median, peakMib } from './processes.ts'

const [targets = 1000, rounds = 5] = process.argv.slice(2).map(Number)
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tlsgate-fleet-'))

// In a process of its own, and on many addresses of loopback as on many hosts: one TLS server behind all ports. For each line it is given it
// says how long the handshakes took since the last one, in milliseconds from the first connection to the end of the last handshake.
const serve = `
const { cert, key, count } = JSON.parse(process.argv[1])
let first = 0
let last = 0
const tls = require('node:tls').createServer({ cert, key }, socket => {
  last = performance.now()
  socket.on('error', () => {}).resume()
}).on('tlsClientError', () => {})
const { createServer } = require('node:net')
const ready = Array.from({ length: count }, (_, index) => new Promise(resolve => {
  const host = '127.0.' + (1 + (index >> 7)) + '.' + (1 + (index & 127))
  const server = createServer(socket => {
    first ||= performance.now()
    tls.emit('connection', socket)
  }).listen(0, host, () => resolve(host + ':' + server.address().port))
}))
Promise.all(ready).then(all => console.log(all.join(' ')))
process.stdin.on('data', () => {
  console.log(last - first)
  first = 0
})`

const { chain, key, root: ca } = await mint()
const [caFile, listFile] = [join(folder, 'ca.pem'), join(folder, 'targets.txt')]
writeFileSync(caFile, ca)
const server = spawn(process.execPath, ['-e', serve, JSON.stringify({ cert: chain, key, count: targets })], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]()
const list = String((await lines.next()).value).split(' ')
writeFileSync(listFile, list.join('\n'))
writeFileSync(join(folder, 'tlsgate.json'), JSON.stringify({ targets: list, survey: 'none', servername: 'localhost', ca: caFile }))
writeFileSync(join(folder, 'summary.md'), '')

try {
  const plain: Command = { args: [join(root, 'test/bench/bare-fleet.mjs'), listFile, caFile, '32'] }
  const shared: Command = { args: [...plain.args, 'shared'] }
  const check: Command = {
    args: [join(root, 'build/cli/index.js'), 'check', ...list, '--survey', 'none', '--servername', 'localhost', '--ca', caFile],
  }
  const action: Command = {
    args: [join(root, 'dist/index.js')],
    env: {
      PATH: process.env.PATH,
      INPUT_CONFIG: join(folder, 'tlsgate.json'),
      // Not beside the configuration: a report has the same name.
      'INPUT_REPORT-DIR': join(folder, 'reports'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    },
  }
  const seen = { plain: [], shared: [], check: [], action: [] } as Record<'plain' | 'shared' | 'check' | 'action', number[]>
  const watched = (name: keyof typeof seen, command: Command): Command => ({
    ...command,
    async afterwards() {
      server.stdin.write('\n')
      seen[name].push(Number((await lines.next()).value))
    },
  })
  const walls = await inTurns(rounds, {
    plain: watched('plain', plain),
    shared: watched('shared', shared),
    check: watched('check', check),
    action: watched('action', action),
  })
  const shaken = (name: keyof typeof seen): number[] => seen[name].slice(1) // the first round does not count
  const whole = (name: keyof typeof seen): number[] => walls.map(round => round[name])
  const percent = (ours: readonly number[], others: readonly number[]): string =>
    `${(100 * median(ours.map((ms, round) => (others[round] ?? Number.NaN) / ms))).toFixed(0)} %`
  const rate = (ms: readonly number[]): string => `${((targets / median(ms)) * 1000).toFixed(0)} a second`
  console.log(
    `${targets} targets, ${rounds} rounds; bare script ${rate(shaken('plain'))}, with one secure context ${rate(shaken('shared'))}`,
  )
  for (const [name, command] of [
    ['check', check],
    ['action', action],
  ] as const) {
    const of = (script: 'plain' | 'shared'): string =>
      `${percent(shaken(name), shaken(script))}${script === 'plain' ? ' (at least 60)' : ''}, whole ${percent(whole(name), whole(script))}`
    console.log(`${name.padEnd(7)} ${rate(shaken(name))}: ${of('plain')}; of the script with one secure context ${of('shared')}`)
    console.log(`        peak ${peakMib(command).toFixed(0)} MiB (at most 300)`)
  }
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}
