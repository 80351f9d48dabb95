// Run: npm install && npm test
import { createServer } from 'node:https'
import { test } from '@playwright/test'
import { mint } from 'tlsgate/fixtures'
import { expect } from 'tlsgate/playwright'

const shop = async () => {
  const { chain: cert, key } = await mint()
  return createServer({ cert, key, minVersion: 'TLSv1.2' }, (_request, response) => response.end('open'))
}

test('clients can connect', async () => {
  // A server that does not listen yet is put on a free port of loopback for the assertion.
  await expect(await shop()).toCompleteHandshake({ ca: 'self' })
  await expect(await shop()).toNegotiate({ protocol: 'TLSv1.3' }, { ca: 'self' })
})

test('old versions are refused', async () => {
  await expect(await shop()).toRefuseProtocol('TLSv1.1')
  await expect(await shop()).toAcceptProtocol('TLSv1.2')
})
