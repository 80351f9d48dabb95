// Where a judgement must not end by default: without a reason to fail there has to be a reason to pass.

import { expect, test } from 'vitest'
import { trustStore } from '../../src/certificate/trust-store.ts'
import { judgeEndpoint } from '../../src/judge/endpoint.ts'
import { readTrace } from '../../src/trace/trace.ts'

test('a handshake that did not complete is never without a cause', async () => {
  const trace = readTrace({ chunks: [], keyLog: [] })
  const record = { address: null, servername: null, alpn: [], networkSteps: [], networkFailure: null, session: null, trace, connections: 0 }
  const question = {
    reference: null,
    store: trustStore(() => []),
    at: new Date(0),
    timeShifted: false,
    revocation: false,
    insecure: false,
    widen: () => expect.unreachable('asked'),
  }
  await expect(judgeEndpoint(record, question, 0)).rejects.toThrow('has no cause')
})
