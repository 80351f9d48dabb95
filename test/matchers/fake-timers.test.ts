// In a file of its own, so that nothing but the matchers loads the prober: under the fake timers of the first test that uses one.
import { createServer } from 'node:net'
import { expect, test, vi } from 'vitest'
import '../../src/matchers/vitest.ts'

test('fake timers stop neither the deadline nor a server that has to be started', async () => {
  vi.useFakeTimers()
  try {
    await expect(createServer()).toFailHandshakeWith('handshake-timeout', { timeoutMs: 100 })
  } finally {
    vi.useRealTimers()
  }
})
