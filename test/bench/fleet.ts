// What a thousand targets cost in one job: the rate of handshakes beside a bare script's, and the peak of memory, of the command line and of the
// Action. Run `npm run build` first, then `node test/bench/fleet.ts [TARGETS] [ROUNDS]`. Prints figures; asserts nothing.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mint } from '../../src/fixtures/mint.ts'
import { type Command, inPairs, peakMib } from './processes.ts'

const [targets = 1000, rounds = 5] = process.argv.slice(2).map(Number)
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tlsgate-fleet-'))

// In a process of its own, and on many addresses of loopback as on many hosts: one TLS server behind all ports.
const serve = `
const { cert, key, count } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
const tls = require('node:tls').createServer({ cert, key }, socket => socket.on('error', () => {}).resume()).on('tlsClientError', () => {})
const { createServer } = require('node:net')
const ready = Array.from({ length: count }, (_, index) => new Promise(resolve => {
  const host = '127.0.' + (1 + (index >> 7)) + '.' + (1 + (index & 127))
  const server = createServer(socket => tls.emit('connection', socket)).listen(0, host, () => resolve(host + ':' + server.address().port))
}))
Promise.all(ready).then(all => console.log(all.join(' ')))`

const { chain, key, root: ca } = await mint()
const [caFile, listFile] = [join(folder, 'ca.pem'), join(folder, 'targets.txt')]
writeFileSync(caFile, ca)
const server = spawn(process.execPath, ['-e', serve], { stdio: ['pipe', 'pipe', 'inherit'] })
server.stdin.end(JSON.stringify({ cert: chain, key, count: targets }))
let listed = ''
for await (const text of server.stdout.setEncoding('utf8')) {
  listed += text
  if (listed.endsWith('\n')) break
}
const list = listed.trim().split(' ')
writeFileSync(listFile, list.join('\n'))
writeFileSync(join(folder, 'tlsgate.json'), JSON.stringify({ targets: list, survey: 'none', servername: 'localhost', ca: caFile }))

try {
  const bare: Command = { args: [join(root, 'test/bench/bare-fleet.mjs'), listFile, caFile, '32'] }
  const config = join(folder, 'tlsgate.json')
  const check: Command = {
    args: [join(root, 'build/cli/index.js'), 'check', ...list, '--survey', 'none', '--servername', 'localhost', '--ca', caFile],
  }
  const action: Command = {
    args: [join(root, 'dist/index.js')],
    env: {
      PATH: process.env.PATH,
      INPUT_CONFIG: config,
      // Not beside the configuration: a report has the same name.
      'INPUT_REPORT-DIR': join(folder, 'reports'),
      GITHUB_STEP_SUMMARY: caFile.replace('ca.pem', 'summary.md'),
    },
  }
  writeFileSync(join(folder, 'summary.md'), '')
  for (const [name, command] of Object.entries({ check, action })) {
    const { a, b, ratio } = await inPairs(rounds, command, bare)
    const rate = (ms: number): string => `${((targets / ms) * 1000).toFixed(0)} a second`
    console.log(
      `${name.padEnd(7)} ${targets} targets: ${rate(a)}, bare ${rate(b)}: ${(100 / ratio).toFixed(0)} % (at least 60), peak ${peakMib(command).toFixed(0)} MiB (at most 300)`,
    )
  }
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}
