// tlsgate/jest: list it in setupFilesAfterEnv, and the global expect of jest has the matchers.
/// <reference types="jest" preserve="true" />
import type { SnapshotMatchers } from './snapshot-arguments.ts'
import { clear } from './surveys.ts'
import type { TlsMatchers, TlsValues } from './table.ts'
import { extend } from './unawaited.ts'

/** Not needed after a restart or setSecureContext(), which are noticed: `clear()` forgets what was found out of servers. */
export const tlsgate = { clear } as const

if (typeof expect === 'undefined' || typeof afterEach === 'undefined') {
  throw new Error(
    "tlsgate/jest needs jest's globals: list it in setupFilesAfterEnv, or import 'tlsgate/jest-globals' where they are imported",
  )
}
extend({ expect, afterEach, afterAll })

declare global {
  // biome-ignore lint/style/noNamespace: the only way into jest's global types
  namespace jest {
    interface Matchers<R, T> extends TlsMatchers<R, T>, SnapshotMatchers {}
    interface Expect extends TlsValues {}
    interface InverseAsymmetricMatchers extends TlsValues {}
  }
}
