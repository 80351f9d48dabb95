// tlsgate/jest-globals: for tests that import { expect } from '@jest/globals'.
import { afterAll, afterEach, expect } from '@jest/globals'
import type { TlsMatchers } from './matchers.ts'
import { extend } from './unawaited.ts'

extend({ expect, afterEach, afterAll })

declare module '@jest/expect' {
  interface Matchers<R extends void | Promise<void>, T> extends TlsMatchers<R, T> {}
}
