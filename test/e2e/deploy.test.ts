// A deployment as a gate meets it: real servers, one that becomes healthy while it is waited for, and one address that was left behind.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createCa, mint } from '../../src/fixtures/mint.ts'
import { gate } from '../../src/gate.ts'
import { systemEnv } from '../../src/net/env.ts'
import { ended, start, tlsgate } from '../cli/process.ts'
import { freePort, nginx, programPath } from '../support/real-servers.ts'
import { runStep } from '../support/runner.ts'

const ca = await createCa()
const fresh = await mint({ issuer: ca })
const old = await mint({ issuer: ca, notBefore: new Date(Date.now() - 60 * 86_400_000) })
const expired = await mint({ issuer: ca, notAfter: new Date(Date.now() - 60_000) })
const fingerprint = (pem: string): Promise<string> =>
  import('node:crypto').then(({ X509Certificate }) => new X509Certificate(pem).fingerprint256)

const folder = mkdtempSync(join(tmpdir(), 'tlsgate-deploy-'))
writeFileSync(join(folder, 'ca.pem'), ca.root)
afterAll(() => rmSync(folder, { recursive: true }))
const client = ['--ca', join(folder, 'ca.pem'), '--servername', 'localhost', '--survey', 'none', '--timeout', '5']

/** A server of Node on a port of loopback, once it is told to listen. */
function nodeServer(port: number, { chain, key }: { readonly chain: string; readonly key: string }) {
  const server = createServer({ cert: chain, key })
  return {
    listen: () => new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve)),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

describe('tlsgate check', () => {
  test('waits for a server that comes up two seconds later', async () => {
    const port = await freePort()
    await using server = nodeServer(port, fresh)
    const child = start(['check', `127.0.0.1:${port}`, '--wait', '30s', '--format', 'json', ...client])
    child.stderr.once('data', () => setTimeout(server.listen, 2000))
    const { code, stdout, stderr } = await ended(child)
    expect(stderr).toContain(`tlsgate: https://127.0.0.1:${port} did not pass at attempt 1 (connection-refused); again in 1.0 s\n`)
    expect(code).toBe(0)
    const [{ verdict, attempts, checks }] = JSON.parse(stdout).targets
    expect(verdict).toBe('pass')
    expect(attempts).toBeGreaterThan(2)
    expect(checks.at(-1)).toMatchObject({
      id: 'handshake/attempts',
      status: 'pass',
      message: `passed at attempt ${attempts}, before: connection-refused`,
    })
  })

  test('gives up when the time is over, in the same words each time', async () => {
    const port = await freePort()
    const { code, stdout } = await tlsgate(['check', `127.0.0.1:${port}`, '--wait', '1500ms', ...client])
    expect(code).toBe(1)
    expect(stdout).toContain('did not pass within 1.5 s')
  })

  test('ends its waiting at SIGINT, undecided', async () => {
    const port = await freePort()
    const child = start(['check', `127.0.0.1:${port}`, '--wait', '1h', ...client])
    child.stderr.once('data', () => child.kill('SIGINT'))
    const { code, stdout } = await ended(child)
    expect(code).toBe(2)
    expect(stdout).toContain('the waiting for it to pass was interrupted')
  })

  test.each([
    ['the new certificate', fresh, 0],
    ['the one before it', old, 1],
  ])('tells %s by its fingerprint', async (_, shown, exitCode) => {
    const port = await freePort()
    await using place = nodeServer(port, shown)
    await place.listen()
    const expected = await fingerprint(fresh.certificate)
    const { code, stdout } = await tlsgate(['check', `127.0.0.1:${port}`, '--expect-fingerprint', expected, ...client])
    expect(code).toBe(exitCode)
    if (exitCode === 1) expect(stdout).toContain('fingerprint-mismatch')
  })
})

test.skipIf(programPath('nginx') === null)('of two nginx behind one name the one left behind is named (needs nginx)', async () => {
  const serving = ({ chain, key }: typeof fresh, address: string) =>
    nginx({ 'site.pem': chain, 'site.key': key }, 'ssl_certificate site.pem; ssl_certificate_key site.key;', address)
  await using one = await serving(fresh, '127.0.0.2')
  await using two = await serving(old, '127.0.0.3')
  const ports: Readonly<Record<string, number>> = { '127.0.0.2': one.port, '127.0.0.3': two.port }
  const env = {
    ...systemEnv,
    lookup: async () => Object.keys(ports).map(address => ({ address, family: 4 as const })),
    dial: (address: { readonly address: string; readonly family: 4 | 6 }) => systemEnv.dial(address, ports[address.address] ?? 1),
  }
  const { verdict, targets } = await gate(['localhost'], { ca: [ca.root], converge: true, survey: 'none' }, { env })
  expect(verdict).toBe('fail')
  expect(targets.map(({ target, checks }) => [target.address, checks.find(({ id }) => id === 'pool/consistency')?.message])).toEqual([
    ['127.0.0.2', 'shows the newest certificate; 127.0.0.3 differs'],
    ['127.0.0.3', expect.stringMatching(/^127\.0\.0\.3 differs from 127\.0\.0\.2: it shows the old certificate, /)],
  ])
})

describe('the Action with a configuration file', () => {
  const file = (port: number): string =>
    `servername: localhost\nca: ca.pem\nsurvey: none\ntargets:\n  - 127.0.0.1:${port}\n  - target: localhost:${port}\n    expect: {fails-with: certificate-expired}\n`

  test('puts what is wrong on the line of the target, and passes a failure that is wanted', async () => {
    const port = await freePort()
    await using place = nodeServer(port, expired)
    await place.listen()
    const files = { 'deploy/tlsgate.yml': file(port), 'deploy/ca.pem': ca.root }
    await using step = await runStep({ inputs: { 'working-directory': 'deploy' }, files })
    expect(step).toMatchObject({ exitCode: 1, outputs: { failed: '1', passed: '1' } })
    expect(step.annotations[0]).toMatchObject({
      name: 'error',
      properties: { file: 'deploy/tlsgate.yml', line: '5', title: `certificate-expired: https://127.0.0.1:${port}` },
    })
  })

  test('puts what is wrong with the file itself on its lines', async () => {
    const files = { 'deploy/tlsgate.yml': 'tiemout: 5\ntargets:\n  - a.example\n  - gopher://b.example\n' }
    await using step = await runStep({ inputs: { 'working-directory': 'deploy' }, files })
    expect(step.exitCode).toBe(1)
    expect(step.annotations.map(({ properties, message }) => [properties.file, properties.line, properties.col, message])).toEqual([
      ['deploy/tlsgate.yml', '1', '1', expect.stringContaining('did you mean timeout?')],
      ['deploy/tlsgate.yml', '4', '5', expect.stringContaining('unknown scheme')],
    ])
  })
})
