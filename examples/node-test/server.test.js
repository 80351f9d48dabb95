// Run: node --test
import { createServer } from 'node:https'
import { test } from 'node:test'
import { mint } from 'tlsgate/fixtures'
import { toCompleteHandshake, toFailHandshakeWith } from 'tlsgate/node'

test('clients can connect', async () => {
  const { chain, key, root } = await mint()
  await toCompleteHandshake(createServer({ cert: chain, key }), { ca: root })
})

test('a wrong name is noticed', async () => {
  const { chain, key, root } = await mint({ dns: ['shop.test'] })
  await toFailHandshakeWith(createServer({ cert: chain, key }), 'certificate-host-mismatch', { ca: root, servername: 'www.shop.test' })
})
