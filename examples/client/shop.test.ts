// Run: npm install && npm test
import { execFile } from 'node:child_process'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { promisify } from 'node:util'
import { type FaultName, serve, startTrustStore } from 'tlsgate/fixtures'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchedStatus, status } from './shop.ts'

const roots = getCACertificates('default')
afterEach(() => setDefaultCACertificates(roots))

test('a healthy server is reached', async () => {
  await using server = await serve('healthy')
  expect(await status(server.url, { ca: server.ca })).toBe(200)
})

test('a server nobody was told to trust is not', async () => {
  await using server = await serve('healthy')
  await expect(status(server.url)).rejects.toThrow('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')
})

// Certificates: an error each, and never another attempt.
const distrusted: readonly (readonly [FaultName, string])[] = [
  ['expired', 'CERT_HAS_EXPIRED'],
  ['not-yet-valid', 'CERT_NOT_YET_VALID'],
  ['wrong-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['untrusted-root', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ['incomplete-chain', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['wrong-usage', 'INVALID_PURPOSE'],
  ['tls-1-0-only', 'EPROTO'],
  ['client-certificate-required', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'],
  ['plain-http', 'EPROTO'],
]
// The network: another attempt may help.
const passing: readonly (readonly [FaultName, string])[] = [
  ['refused-port', 'ECONNREFUSED'],
  ['closed-after-certificate', 'ECONNRESET'],
  ['reset-after-server-hello', 'ECONNRESET'],
  ['silent', 'no answer in time'],
  ['silent-after-handshake', 'no answer in time'],
]
const outcomes = [
  ...distrusted.map(([fault, message]) => ({ fault, message, worthARetry: false })),
  ...passing.map(([fault, message]) => ({ fault, message, worthARetry: true })),
]
const patienceMs = 500

describe('through node:https', () => {
  test.each(outcomes)('$fault: $message', async ({ fault, message, worthARetry }) => {
    await using server = await serve(fault)
    const { ca, client } = server
    await expect(status(server.url, { ca, ...client, patienceMs })).rejects.toMatchObject({
      message: expect.stringContaining(message),
      worthARetry,
    })
  })
})

// fetch takes no `ca`: what it trusts is what the process does.
describe('through fetch', () => {
  test('a healthy server is reached', async () => {
    await using server = await serve('healthy')
    setDefaultCACertificates([...roots, server.ca])
    expect(await fetchedStatus(server.url)).toBe(200)
  })

  // To fetch, the alert with which TLS 1.3 asks for a client certificate is a closed connection like any other.
  const told = outcomes.filter(({ fault }) => fault !== 'client-certificate-required')
  test.each(told)('$fault is refused', async ({ fault, worthARetry }) => {
    await using server = await serve(fault)
    setDefaultCACertificates([...roots, server.ca])
    await expect(fetchedStatus(server.url, patienceMs)).rejects.toMatchObject({ name: 'ShopError', worthARetry })
  })
})

// A child process reads NODE_EXTRA_CA_CERTS when it starts.
test('as a program, it trusts what its environment says', async () => {
  await using server = await serve('healthy')
  await using store = await startTrustStore(server)
  const env = { ...process.env, ...store.env }
  const { stdout } = await promisify(execFile)(process.execPath, ['shop.ts', server.url], { env })
  expect(stdout).toBe('200\n')
})
