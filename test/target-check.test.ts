// Attempts, waiting and the addresses of a name: real handshakes on loopback, with a clock that moves when the check pauses.
import { createSecureContext } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { type Minted, mint } from '../src/fixtures/mint.ts'
import { type GateHooks, type GateOptions, type GateTarget, gate, type Retry } from '../src/gate.ts'
import { type Env, systemEnv } from '../src/net/env.ts'
import { ca, good } from './support/diagnosed.ts'
import { type LoopbackServer, tlsServer } from './support/loopback.ts'

const expired = await mint({ issuer: ca, notAfter: new Date(Date.now() - 60_000) })
const old = await mint({ issuer: ca, notBefore: new Date(Date.now() - 30 * 86_400_000) })

/** An Env whose pauses take no time, but count; `during` is done in each. */
function patientEnv(during: (pause: number) => unknown = () => {}): { env: Env; pauses: number[] } {
  const pauses: number[] = []
  const skipped = (): number => pauses.reduce((sum, ms) => sum + ms, 0)
  const env: Env = {
    ...systemEnv,
    clock: () => systemEnv.clock() + skipped(),
    pause: async ms => {
      pauses.push(ms)
      await during(pauses.length)
    },
  }
  return { env, pauses }
}

const base: GateOptions = { ca: [ca.root], servername: 'localhost', survey: 'none', timeoutMs: 5000 }

/** A server that shows an expired certificate, until it is mended. */
async function broken(): Promise<{ server: LoopbackServer; mend: () => void; target: string } & AsyncDisposable> {
  let isMended = false
  const server = await tlsServer({
    SNICallback: (_, done) => {
      const { chain, key } = isMended ? good : expired
      done(null, createSecureContext({ cert: chain, key }))
    },
  })
  return {
    server,
    mend: () => (isMended = true),
    target: `tls://127.0.0.1:${server.port}`,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

async function only(target: GateTarget, options: GateOptions, hooks: GateHooks) {
  const { targets } = await gate([target], { ...base, ...options }, hooks)
  const [report] = targets
  if (report === undefined) throw new Error('a report without a target')
  return { ...report, said: report.checks.find(({ id }) => id === 'handshake/attempts') }
}

describe('a target that does not pass', () => {
  test('is checked once unless told otherwise', async () => {
    await using place = await broken()
    const { env, pauses } = patientEnv()
    expect(await only(place.target, {}, { env })).toMatchObject({ verdict: 'fail', attempts: 1, said: undefined })
    expect(pauses).toEqual([])
  })

  test('passes at a later attempt, and the report says what was wrong before', async () => {
    await using place = await broken()
    const retries: Retry[] = []
    const { env, pauses } = patientEnv(pause => pause === 2 && place.mend())
    const report = await only(place.target, { retries: 3 }, { env, onRetry: retry => retries.push(retry) })
    expect(report).toMatchObject({
      verdict: 'pass',
      attempts: 3,
      said: {
        status: 'fail',
        severity: 'notice',
        cause: 'passed-after-retry',
        message: 'passed at attempt 3 of 4, before: certificate-expired',
      },
    })
    expect(pauses).toEqual([1000, 2000])
    expect(retries).toEqual(
      [1, 2].map(attempt => ({ url: place.target, attempt, causes: ['certificate-expired'], pauseMs: attempt * 1000 })),
    )
  })

  test('fails a run that fails on notices even so', async () => {
    await using place = await broken()
    const { env } = patientEnv(place.mend)
    expect(await only(place.target, { retries: 1, failOn: 'notice' }, { env })).toMatchObject({ verdict: 'fail', attempts: 2 })
  })

  test('fails when its attempts are used up', async () => {
    await using place = await broken()
    const { env, pauses } = patientEnv()
    const report = await only(place.target, { retries: 6 }, { env })
    expect(report).toMatchObject({
      verdict: 'fail',
      attempts: 7,
      said: { cause: 'not-mended-in-time', message: 'did not pass in 7 attempts' },
    })
    expect(report.handshake.failure?.cause).toBe('certificate-expired')
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000])
  })

  test('is waited for, which is no flaw of it when it passes', async () => {
    await using place = await broken()
    const { env } = patientEnv(pause => pause === 3 && place.mend())
    expect(await only(place.target, { waitMs: 60_000, failOn: 'notice' }, { env })).toMatchObject({
      verdict: 'pass',
      attempts: 4,
      said: { status: 'pass', message: 'passed at attempt 4, before: certificate-expired' },
    })
  })

  test('fails when the time is up, in the same words each time', async () => {
    await using place = await broken()
    const { env, pauses } = patientEnv()
    const report = await only(place.target, { waitMs: 20_000 }, { env })
    expect(report).toMatchObject({ verdict: 'fail', said: { status: 'fail', message: 'did not pass within 20 s' } })
    // The last pause is cut to what is left.
    expect(pauses.slice(0, 4)).toEqual([1000, 2000, 4000, 8000])
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(20_000)
  })

  test('that could not be decided is checked again as well', async () => {
    const { env, pauses } = patientEnv()
    const lookup = (): Promise<never> => Promise.reject(Object.assign(new Error('no answer'), { code: 'EAI_AGAIN' }))
    const report = await only('a.example', { retries: 1 }, { env: { ...env, lookup } })
    expect(report).toMatchObject({ verdict: 'inconclusive', attempts: 2, said: { message: 'did not pass in 2 attempts' } })
    expect(pauses).toHaveLength(1)
  })

  test('is not decided when the waiting is interrupted', async () => {
    await using place = await broken()
    const controller = new AbortController()
    const { env, pauses } = patientEnv(() => controller.abort())
    const report = await only(place.target, { waitMs: 3_600_000 }, { env, signal: controller.signal })
    expect(report).toMatchObject({ verdict: 'inconclusive', attempts: 1 })
    expect(report.checks[0]).toMatchObject({
      status: 'inconclusive',
      message: expect.stringMatching(/; the waiting for it to pass was interrupted$/),
    })
    expect(pauses).toHaveLength(1)
  })

  test('ends a real pause at once', async () => {
    await using place = await broken()
    const controller = new AbortController()
    const report = await only(
      place.target,
      { waitMs: 3_600_000 },
      { onRetry: () => setImmediate(() => controller.abort()), signal: controller.signal },
    )
    expect(report).toMatchObject({ verdict: 'inconclusive', attempts: 1 })
  })
})

describe('the addresses of a name', () => {
  /** A server for each address that the name has; real ones, since dialling leads to them. */
  function poolEnv(servers: readonly LoopbackServer[], { env } = patientEnv()): Env {
    return {
      ...env,
      lookup: async () => servers.map((_, index) => ({ address: `192.0.2.${index + 1}`, family: 4 })),
      dial: ({ address }) => systemEnv.dial({ address: '127.0.0.1', family: 4 }, servers[Number(address.split('.')[3]) - 1]?.port ?? 1),
    }
  }
  const serving = ({ chain, key }: Minted) => tlsServer({ cert: chain, key })

  test('are all alike', async () => {
    await using one = await serving(good)
    await using two = await serving(good)
    const { targets, verdict } = await gate(['localhost'], { ...base, converge: true }, { env: poolEnv([one, two]) })
    expect(verdict).toBe('pass')
    expect(targets.map(({ target, checks }) => [target.address, checks.at(-1)?.message])).toEqual(
      ['192.0.2.1', '192.0.2.2'].map(address => [address, 'both addresses show the same certificate and parameters']),
    )
  })

  test('are named where they show the old certificate', async () => {
    await using one = await serving(good)
    await using two = await serving(old)
    const { targets, verdict } = await gate(['localhost'], { ...base, converge: true }, { env: poolEnv([one, two]) })
    expect(verdict).toBe('fail')
    expect(targets.map(({ verdict: each }) => each)).toEqual(['pass', 'fail'])
    expect(targets[1]?.checks.at(-1)).toMatchObject({
      id: 'pool/consistency',
      cause: 'pool-inconsistent',
      message: expect.stringMatching(/^192\.0\.2\.2 differs from 192\.0\.2\.1: it shows the old certificate, /),
    })
  })

  test('are waited for until they agree', async () => {
    await using one = await serving(good)
    await using two = await serving(old)
    await using three = await serving(good)
    const servers = [one, two]
    const env = poolEnv(
      servers,
      patientEnv(pause => pause === 2 && servers.splice(1, 1, three)),
    )
    const { targets, verdict } = await gate(['localhost'], { ...base, converge: true, waitMs: 60_000 }, { env })
    expect(verdict).toBe('pass')
    expect(targets.map(({ attempts, checks }) => [attempts, checks.at(-1)?.message])).toEqual(
      Array(2).fill([3, 'passed at attempt 3, before: pool-inconsistent']),
    )
  })
})

describe('a target with a place in a file', () => {
  const location = { file: 'tlsgate.yml', line: 7, column: 5 }

  test('has it in the report, and so has what is wrong with it', async () => {
    await using place = await broken()
    const { target, checks } = await only({ target: place.target, location }, {}, {})
    expect(target.location).toEqual(location)
    for (const check of checks) expect(check.location).toEqual(check.status === 'fail' || check.status === 'inconclusive' ? location : null)
    expect(checks.some(({ status }) => status === 'fail')).toBe(true)
  })
})

describe('what a target has to show', () => {
  test('is judged with its other checks, and can be waived', async () => {
    await using server = await tlsServer({ cert: good.chain, key: good.key, maxVersion: 'TLSv1.2' })
    const target = { target: `tls://127.0.0.1:${server.port}`, expect: { protocol: 'TLSv1.3', cipherSuite: 'aead' } }
    const wrong = await only(target, {}, {})
    expect(wrong).toMatchObject({ verdict: 'fail' })
    expect(wrong.checks.slice(-2)).toMatchObject([
      { id: 'expect/protocol', cause: 'expectation-unmet', message: 'the protocol version is TLSv1.2; expected is TLSv1.3' },
      { id: 'expect/cipher-suite', status: 'pass' },
    ])
    const waivers = [{ check: 'expect/protocol', target: '*', reason: 'soon', until: '2999-01-01' }]
    expect(await only(target, { waivers }, {})).toMatchObject({ verdict: 'pass' })
  })

  test('is the fingerprint of the run, or its own in its place', async () => {
    await using server = await tlsServer({ cert: good.chain, key: good.key })
    const target = `tls://127.0.0.1:${server.port}`
    const [fingerprint = ''] = (await only(target, {}, {})).certificates.presented.map(({ fingerprint256 }) => fingerprint256)
    expect(await only(target, { expectFingerprint: fingerprint }, {})).toMatchObject({ verdict: 'pass' })
    expect(await only(target, { expectFingerprint: 'ab'.repeat(32) }, {})).toMatchObject({ verdict: 'fail' })
    expect(await only({ target, expect: { fingerprint } }, { expectFingerprint: 'ab'.repeat(32) }, {})).toMatchObject({ verdict: 'pass' })
  })

  test.each([
    ['certificate-expired', 'pass'],
    ['certificate-untrusted', 'fail'],
  ] as const)('is a failure with %s: %s', async (failsWith, verdict) => {
    await using place = await broken()
    expect(await only({ target: place.target, expect: { failsWith } }, {}, {})).toMatchObject({ verdict })
  })

  test('is a failure, which a handshake that completes is not', async () => {
    await using place = await broken()
    place.mend()
    const { verdict, checks } = await only({ target: place.target, expect: { failsWith: 'certificate-expired' } }, {}, {})
    expect(verdict).toBe('fail')
    expect(checks.at(-1)).toMatchObject({ id: 'expect/fails-with', cause: 'unexpected-success' })
  })
})
