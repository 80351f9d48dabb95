// The default deadline of a matcher, waited for: too slow for the unit tests.
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import '../../src/matchers/vitest.ts'

test('a silent server is given up before the five seconds a runner gives a test', { timeout: 5_000 }, async () => {
  const silent = createServer(socket => socket.on('error', () => {}).resume())
  await expect(silent).toFailHandshakeWith('handshake-timeout')
})
