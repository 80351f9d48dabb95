// tlsgate/jest-globals: for tests that import { expect } from '@jest/globals'.
import { afterAll, afterEach, expect } from '@jest/globals'
import type { SnapshotMatchers } from './snapshot-arguments.ts'
import { clear } from './surveys.ts'
import type { TlsMatchers, TlsValues } from './table.ts'
import { extend } from './unawaited.ts'

/** Not needed after a restart or setSecureContext(), which are noticed: `clear()` forgets what was found out of servers. */
export const tlsgate = { clear } as const

extend({ expect, afterEach, afterAll })

declare module '@jest/expect' {
  interface Matchers<R extends void | Promise<void>, T> extends TlsMatchers<R, T>, SnapshotMatchers {}
  interface AsymmetricMatchers extends TlsValues {}
}
