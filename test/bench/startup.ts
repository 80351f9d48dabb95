// What a whole process costs beside bare Node: `tlsgate check` of a loopback server, and the Action up to its first log line.
// Run `npm run build` first, then `npm run bench`. Prints figures; asserts nothing, since a busy machine is no fault of the code.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mint } from '../../src/fixtures/mint.ts'
import { type Command, inPairs, peakMib } from './processes.ts'

const runs = Number(process.argv[2] ?? 41)
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tlsgate-bench-'))

// In a process of its own, so that the server's work does not wait for ours.
const serve = `
const { cert, key } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
const server = require('node:tls').createServer({ cert, key }, socket => socket.on('error', () => {}).resume())
server.on('tlsClientError', () => {}).listen(0, '127.0.0.1', () => console.log(server.address().port))`

const { chain, key, root: ca } = await mint()
const caFile = join(folder, 'ca.pem')
writeFileSync(caFile, ca)
writeFileSync(join(folder, 'empty.mjs'), 'console.log("")\n')
const server = spawn(process.execPath, ['-e', serve], { stdio: ['pipe', 'pipe', 'inherit'] })
server.stdin.end(JSON.stringify({ cert: chain, key }))
const port = await new Promise<string>(resolve => server.stdout.once('data', bytes => resolve(String(bytes).trim())))

try {
  const bare: Command = { args: [join(root, 'test/bench/bare.mjs'), port, caFile] }
  const check: Command = {
    args: [join(root, 'build/cli/index.js'), 'check', `127.0.0.1:${port}`, '--servername', 'localhost', '--ca', caFile, '--survey', 'none'],
  }
  const empty: Command = { args: [join(folder, 'empty.mjs')], untilFirstLine: true }
  const action: Command = {
    args: [join(root, 'dist/index.js')],
    untilFirstLine: true,
    env: { PATH: process.env.PATH, INPUT_TARGETS: `127.0.0.1:${port}`, INPUT_SERVERNAME: 'localhost', INPUT_CA: caFile },
  }
  const checked = await inPairs(runs, check, bare)
  console.log(
    `tlsgate check         ${checked.a.toFixed(1)} ms, bare tls.connect ${checked.b.toFixed(1)} ms, ratio ${checked.ratio.toFixed(2)} (at most 1.35)`,
  )
  const started = await inPairs(runs, action, empty)
  console.log(
    `Action to first line  ${started.a.toFixed(1)} ms, bare Node ${started.b.toFixed(1)} ms, difference ${started.difference.toFixed(1)} ms (at most 25)`,
  )
  console.log(
    `peak memory           check ${peakMib(check).toFixed(0)} MiB, Action ${peakMib(action).toFixed(0)} MiB, bare ${peakMib(bare).toFixed(0)} MiB (at most 120)`,
  )
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}
