// An independent reader: Wireshark's dissector sees the same packets and the key log, and has to name the same messages as our trace.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type TlsOptions } from 'node:tls'
import { expect, test } from 'vitest'
import { mint } from '../../src/fixtures/mint.ts'
import { gate } from '../../src/gate.ts'
import { handshakeTypes } from '../../src/registry/handshake-types.ts'
import { messageName, type Trace } from '../../src/trace/trace.ts'
import { programPath } from '../support/real-servers.ts'

// Capturing takes root; a developer without it has the recorded transcripts of test/wire.
const reason = programPath('tshark') === null ? 'tshark is not installed' : process.getuid?.() === 0 ? null : 'capturing takes root'

const cases: readonly (readonly [string, TlsOptions])[] = [
  ['TLS 1.3', {}],
  ['TLS 1.3 with a HelloRetryRequest', { ecdhCurve: 'P-384' }],
  ['TLS 1.3 with a client certificate asked for', { requestCert: true, rejectUnauthorized: false }],
  ['TLS 1.2', { maxVersion: 'TLSv1.2' }],
  ['TLS 1.2 with CBC and encrypt-then-MAC', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' }],
]

test.skipIf(reason !== null)(`tshark names the same messages${reason === null ? '' : ` (skipped: ${reason})`}`, async () => {
  const { chain, key, root } = await mint()
  for (const [name, options] of cases) {
    const server = createServer({ cert: chain, key, ...options })
    server.on('tlsClientError', () => {})
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    try {
      const { seen, trace } = await captured(port, root)
      expect(seen, name).toEqual(handshakeMessages(trace))
      expect(seen.length, name).toBeGreaterThan(7)
    } finally {
      server.close()
    }
  }
})

/** The messages of the handshake protocol, by name; a HelloRetryRequest is a server_hello on the wire. */
function handshakeMessages(trace: Trace): string[] {
  const other = ['change_cipher_spec', 'alert', 'application_data']
  return trace.messages
    .filter(({ content }) => !other.includes(content.kind))
    .map(message => `${message.from} ${messageName(message).replace('hello_retry_request', 'server_hello')}`)
}

async function captured(port: number, ca: string): Promise<{ seen: string[]; trace: Trace }> {
  const folder = mkdtempSync(join(tmpdir(), 'tlsgate-capture-'))
  const [file, keys] = [join(folder, 'packets.pcapng'), join(folder, 'keys')]
  const capture = spawn('tshark', ['-i', 'lo', '-f', `tcp port ${port}`, '-w', file, '-q'], { stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    // It says so once the interface is open.
    await new Promise<void>(ready => capture.stderr.on('data', bytes => String(bytes).includes('Capturing on') && setTimeout(ready, 300)))
    const traces: Trace[] = []
    await gate([`localhost:${port}`], { survey: 'none', ca: [ca], timeoutMs: 3000 }, { onTarget: (_, seen) => void traces.push(seen) })
    const [trace] = traces
    if (!trace) throw new Error('no trace')
    writeFileSync(keys, `${trace.recording.keyLog.join('\n')}\n`)
    await flushed(file)
    capture.kill('SIGINT')
    await new Promise(closed => capture.once('exit', closed))
    return { seen: dissected(file, keys, port), trace }
  } finally {
    capture.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The capture arrives a moment after the packets. */
async function flushed(file: string): Promise<void> {
  for (let size = -1, now = 0; size !== now || now < 3000; ) {
    size = now
    await new Promise(later => setTimeout(later, 200))
    now = statSync(file).size
  }
}

function dissected(file: string, keys: string, port: number): string[] {
  const fields = ['-T', 'fields', '-E', 'occurrence=a', '-E', 'aggregator=,', '-e', 'tcp.srcport', '-e', 'tls.handshake.type']
  const output = execFileSync('tshark', ['-r', file, '-d', `tcp.port==${port},tls`, '-o', `tls.keylog_file:${keys}`, ...fields], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return output.split('\n').flatMap(line => {
    const [source, types = ''] = line.split('\t')
    const from = Number(source) === port ? 'server' : 'client'
    return types === '' ? [] : types.split(',').map(type => `${from} ${handshakeTypes.label(Number(type))}`)
  })
}
